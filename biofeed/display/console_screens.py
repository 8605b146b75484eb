"""Keeps the clinician's window off the client's screen, as screens come and go.

Rules
-----
- With two screens each window has its own. With one, both are there only because
  somebody asked for it.
- When a screen is unplugged, the system puts both windows on the one that is left: the
  clinician's is minimised there, and comes back when they want it to.
- A screen that is plugged in takes the clinician's window; the client's stays where the
  person has just been looking, whatever the system numbers as first.
- A console that was closed comes back where it was, by a key in the client's window:
  there only where a session has a console.
"""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from biofeed.display.shortcuts import bind
from biofeed.display.window_placing import place_windows

SETTLES_MS = 400
"""Screens come, go and move in several steps, and the system moves windows after each:
all of that is over by then, ms."""


class ConsoleScreens(QObject):
    """Places both windows of a session.

    Parameters
    ----------
    client, console
        The windows; whoever owns the console owns this.
    """

    brought_back = Signal()
    """The console was asked for, and is open."""

    def __init__(self, client: QWidget, console: QWidget) -> None:
        super().__init__(console)
        self._client, self._console = client, console
        self._has_had_its_own = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLES_MS)
        self._settling.timeout.connect(self.keep_apart)
        bind(client, {Qt.Key.Key_K: self.bring_back})
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # there are windows
        app.screenAdded.connect(self._watch)
        app.screenRemoved.connect(self._settling.start)
        app.primaryScreenChanged.connect(self._settling.start)
        for screen in app.screens():
            screen.geometryChanged.connect(self._settling.start)

    def show_both(self) -> None:
        """Show each on a screen of its own, where there are two; the client's in front.

        What has the keyboard then is the client's window.
        """
        first = QGuiApplication.primaryScreen()
        others = [each for each in QGuiApplication.screens() if each is not first]
        places = place_windows(
            [screen.availableGeometry() for screen in (first, *others)],
            client_px=self._client.geometry(),
            console_px=self._console.geometry(),
        )
        self._has_had_its_own = places.has_own_screen
        self._client.setGeometry(places.client)
        self._console.setGeometry(places.console)
        if places.has_own_screen:
            self._console.showMaximized()
        else:
            self._console.show()
        self._client.show()
        self._client.activateWindow()

    def bring_back(self) -> None:
        """Show a console that was closed again, and in front one that is open.

        Where its screen has gone meanwhile it is minimised on the client's.
        """
        self.brought_back.emit()
        others = self._others()
        if others and self._console.screen() is self._client.screen():
            self._go_to(others[0])
        elif self._has_had_its_own and not others:
            self._console.showMinimized()
            return
        minimized = Qt.WindowState.WindowMinimized
        self._console.setWindowState(self._console.windowState() & ~minimized)
        self._console.show()
        self._console.raise_()
        self._console.activateWindow()

    def keep_apart(self) -> None:
        """Let nothing of the console stay on the client's screen unasked."""
        if not self._console.isVisible():
            return  # whoever closed it wants it nowhere
        others = self._others()
        if self._console.screen() is not self._client.screen():
            self._has_had_its_own = True
        elif others:
            self._go_to(others[0])
        elif self._has_had_its_own:
            self._console.showMinimized()

    def _others(self) -> list[QScreen]:
        """Screens that the client's window is not on."""
        client = self._client.screen()
        return [each for each in QGuiApplication.screens() if each is not client]

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._settling.start)
        self._settling.start()

    def _go_to(self, screen: QScreen) -> None:
        self._has_had_its_own = True
        self._console.showNormal()
        self._console.setGeometry(screen.availableGeometry())
        self._console.showMaximized()
