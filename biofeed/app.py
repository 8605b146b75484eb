"""Puts the window, the session and the io thread together.

Rules
-----
- What holds words is imported inside functions, after ``application``: a sentence is
  put into the language of the screen when its module is imported.
"""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from biofeed.display.bridge import Bridge
from biofeed.display.language import speak
from biofeed.display.painted_role import tell_roles
from biofeed.display.start_choice import StartChoice
from biofeed.display.theme import Look
from biofeed.display.window_placing import fitting
from biofeed.memory import Memory
from biofeed.session.ending_signals import answered_by
from biofeed.session.history import History
from biofeed.session.io_thread import IoThread
from biofeed.session.opening import Recording
from biofeed.session.plan import Plan, make_player, make_runner
from biofeed.session.recording_errors import RecordingError
from biofeed.session.replay_player import ReplayPlayer
from biofeed.session.replay_thread import ReplayThread
from biofeed.session.runner import Runner
from biofeed.session.strap_search import StrapSearch
from devices.errors import DeviceError

if TYPE_CHECKING:
    from biofeed.display.client_window import ClientWindow
    from biofeed.display.console_window import ConsoleWindow
    from biofeed.display.replay_window import ReplayWindow

SIGNALS_SEEN_MS = 250
"""How soon a signal to end, such as Ctrl-C, closes the dialog, ms."""


def application() -> QApplication:
    """Return the one application there is; it speaks the language that was chosen."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    started = QApplication(sys.argv[:1])
    started.setApplicationName("biofeed")
    started.setApplicationDisplayName("biofeed")
    speak(started, Memory().language)
    tell_roles()
    return started


def ask_for_choice(
    memory: Memory, *, remarks: tuple[str, ...] = ()
) -> StartChoice | None:
    """Ask what to start with; None where the person closes the dialog."""
    application()
    from biofeed.display.setup_dialog import SetupDialog

    search = StrapSearch()
    dialog = SetupDialog(search, memory, remarks=remarks)
    # Python sees a signal only when some of its own code runs.
    awake = QTimer(dialog)
    awake.timeout.connect(lambda: None)
    awake.start(SIGNALS_SEEN_MS)
    try:
        with answered_by(dialog.reject):
            dialog.exec()
    finally:
        search.stop()
    return dialog.choice


def run_in_window(
    plan: Plan,
    look: Look | None = None,
    *,
    console: bool = False,
    when_slow: Callable[[], None] = lambda: None,
) -> History:
    """Run a session with its window, until the window is closed.

    Parameters
    ----------
    console
        Whether a clinician's window stands beside it.
    when_slow
        Called once where the session ends more than a moment after its window.

    Raises
    ------
    Exception
        Whatever ended the session, where that was no ordinary end.
    """
    app = application()
    memory = Memory()
    look = look if look is not None else memory.look
    bridge = Bridge()
    io: IoThread[Runner] | IoThread[ReplayPlayer]
    window: ClientWindow | ReplayWindow
    if plan.recording is None:
        io, window = _session(plan, bridge, look, memory)
    else:
        io, window = _replay(plan, plan.recording, bridge, look)
    _carry(io, bridge)
    # From the loop itself: a window that is closed before that runs still ends it. And
    # not by ``quit``, which closes every window first, this one without an end.
    window.finished.connect(lambda: QTimer.singleShot(0, app.exit))
    beside = _open_console(io, look, window) if console else None
    # Until here a signal ends the program: nothing has begun that would have to end.
    with answered_by(window.close):
        io.start()
        if beside is None:
            screen = QGuiApplication.primaryScreen().availableGeometry()
            window.resize(fitting(window.size(), screen))
            window.show()
        try:
            app.exec()
        finally:
            if beside is not None:
                beside.close()
    return io.finish(when_slow).history


def _session(
    plan: Plan, bridge: Bridge, look: Look, memory: Memory
) -> "tuple[IoThread[Runner], ClientWindow]":
    # The chart's library takes as long to load as all else: the dialog comes first.
    from biofeed.display.client_window import ClientWindow
    from biofeed.display.sound_desk import SoundDesk

    io = IoThread(lambda: make_runner(plan, with_panel=True))
    sound = SoundDesk(memory.sound, keep=memory.keep_sound)
    trained_s = plan.trained_median_s
    window = ClientWindow(io, bridge, look, trained_median_s=trained_s, sound=sound)
    return io, window


def _replay(
    plan: Plan, recording: Recording, bridge: Bridge, look: Look
) -> "tuple[IoThread[ReplayPlayer], ReplayWindow]":
    from biofeed.display.replay_window import ReplayWindow

    io = ReplayThread(lambda: make_player(plan, recording, with_panel=True))
    trained_s = plan.trained_median_s
    return io, ReplayWindow(io, bridge, look, trained_median_s=trained_s)


def _open_console(
    io: IoThread[Runner] | IoThread[ReplayPlayer],
    look: Look,
    client: "ClientWindow | ReplayWindow",
) -> "ConsoleWindow":
    """Show both windows, each on a screen of its own where there are two."""
    from biofeed.display import console_words as said
    from biofeed.display.console_screens import ConsoleScreens
    from biofeed.display.console_window import ConsoleWindow
    from biofeed.display.foot_row import NOTICE_S
    from biofeed.display.replay_window import ReplayWindow

    bridge = Bridge()
    _carry(io, bridge)
    console = ConsoleWindow(io, bridge, look, client=client.stage)
    console.stopped.connect(client.show_stopped)
    # Told where one looks then, once, and never to who practises alone.
    foot = client.pages.session.foot
    console.closed.connect(lambda: foot.remark(said.CLOSED, lasts_s=NOTICE_S))
    screens = ConsoleScreens(client, console)
    screens.brought_back.connect(lambda: foot.retell(said.CLOSED, ""))
    if isinstance(client, ReplayWindow):
        console.paused.connect(client.steering.toggle)
        client.viewed.connect(console.column.tell_view)
        client.toggle_view()
    else:
        client.stopping.connect(lambda: console.note(console.deck.take_note()))
    screens.show_both()
    return console


def _carry(io: IoThread[Runner] | IoThread[ReplayPlayer], bridge: Bridge) -> None:
    """Have a window's bridge carry all that is told of a session, its end included."""
    io.subscribe(bridge.publish)
    io.when_over(lambda failure: _tell_end(bridge, failure))


def _tell_end(bridge: Bridge, failure: BaseException | None) -> None:
    """Have a window know of the end, so that it waits for nothing."""
    from biofeed.display.failure_told import failure_told

    if failure is None:
        bridge.kept.emit()
    else:
        foreseen = isinstance(failure, RecordingError | DeviceError)
        bridge.broke_off.emit(failure_told(failure) if foreseen else "")
