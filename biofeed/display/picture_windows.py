"""Takes pictures of the windows without a screen, on a clock that is moved by hand."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from biofeed.core.events import Action, Role
from biofeed.display.bridge import Bridge
from biofeed.display.calm_shape import CalmShape
from biofeed.display.client_window import ClientWindow
from biofeed.display.console_window import ConsoleWindow
from biofeed.display.replay_window import ReplayWindow
from biofeed.display.theme import Look
from biofeed.session.snapshot import Snapshot

BEGINS_S = 1000.0
"""The display's clock as a picture is begun, s."""

LOOKS, STEP_S = 9, 0.7
"""How often a window is let look before its picture is taken, and what passes each
time, s: whatever glides has arrived."""


class NoSession:
    """Takes every action and does nothing."""

    def subscribe(self, publish: Callable[[Snapshot], None]) -> None:
        """Publish nothing."""

    def submit(
        self,
        action: Action,
        text: str = "",
        value: float | None = None,
        *,
        role: Role = Role.CLIENT,
    ) -> None:
        """Do nothing."""

    def pause(self) -> None:
        """Do nothing."""

    def play(self) -> None:
        """Do nothing."""

    def set_speed(self, speed: float) -> None:
        """Do nothing."""

    def seek(self, t_s: float) -> None:
        """Do nothing."""


class Clock:
    """Stands, until it is told to go on."""

    def __init__(self) -> None:
        self._now_s = BEGINS_S

    def __call__(self) -> float:
        """Return what it shows, s."""
        return self._now_s

    def go_on(self, by_s: float) -> None:
        """Let time pass, s."""
        self._now_s += by_s


def client_picture(
    shown: Snapshot, look: Look, size: QSize, *, drawer: bool = False
) -> QImage:
    """Take a picture of the person's window.

    Parameters
    ----------
    shown
        What the session is like all the while.
    drawer
        Whether the drawer stands open.
    """
    clock = Clock()
    bridge = Bridge(now_s=clock)
    window = ClientWindow(NoSession(), bridge, look)
    _live(window, shown, bridge, clock, size)
    if drawer:
        window.drawer.toggle()
        window.advance()
    return _taken(window)


def console_picture(shown: Snapshot, look: Look, size: QSize) -> QImage:
    """Take a picture of the clinician's window, the person's one beside it."""
    clock = Clock()
    theirs, ours = Bridge(now_s=clock), Bridge(now_s=clock)
    client = ClientWindow(NoSession(), theirs, look)
    _live(client, shown, theirs, clock, QSize(1440, 900))
    console = ConsoleWindow(NoSession(), ours, look, client=client)
    ours.publish(shown)
    _show(console, size)
    console.advance()
    picture = _taken(console)
    _put_away(client)
    return picture


def replay_picture(shown: Snapshot, look: Look, size: QSize) -> QImage:
    """Take a picture of the window that a recording is looked at in."""
    clock = Clock()
    bridge = Bridge(now_s=clock)
    window = ReplayWindow(NoSession(), bridge, look)
    _live(window, shown, bridge, clock, size)
    return _taken(window)


def dialog_picture(dialog: QDialog, size: QSize | None) -> QImage:
    """Take a picture of a dialog; None for the size it has of its own."""
    _show(dialog, size)
    return _taken(dialog)


def _live(
    window: ClientWindow | ReplayWindow,
    shown: Snapshot,
    bridge: Bridge,
    clock: Clock,
    size: QSize,
) -> None:
    bridge.publish(shown)
    _show(window, size)
    for _ in range(LOOKS):
        clock.go_on(STEP_S)
        bridge.publish(shown)
        QApplication.processEvents()
        window.advance()
        for shape in window.findChildren(CalmShape):
            # Its own timer is the machine's, and comes when that finds the time.
            shape.drift()


def _show(window: QWidget, size: QSize | None) -> None:
    if size is not None:
        window.resize(size)
    window.show()
    window.activateWindow()
    QApplication.processEvents()


def _taken(window: QWidget) -> QImage:
    # What one event sets right may ask for another.
    QApplication.processEvents()
    QApplication.processEvents()
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    _put_away(window)
    return picture


def _put_away(window: QWidget) -> None:
    window.close()
    window.deleteLater()
    QApplication.processEvents()
