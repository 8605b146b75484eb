"""Keeps the clinician's window off the client's screen, as screens come and go.

Rules
-----
- With two screens each window has its own. With one, both are there only because
  somebody asked for it.
- When the clinician's screen is unplugged, the system puts their window on the one that
  is left: it is minimised there, and comes back when they want it to.
- A screen that is plugged in later takes it.
"""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from biofeed.display.console_placing import place_windows


class ConsoleScreens(QObject):
    """Places both windows of a session.

    Parameters
    ----------
    client, console
        The windows; whoever owns the console owns this.
    """

    def __init__(self, client: QWidget, console: QWidget) -> None:
        super().__init__(console)
        self._client, self._console = client, console
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # there are windows
        app.screenAdded.connect(self._take_screen)
        # The system moves windows first.
        app.screenRemoved.connect(lambda: QTimer.singleShot(0, self, self._step_aside))

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
        self._client.setGeometry(places.client)
        self._console.setGeometry(places.console)
        if places.has_own_screen:
            self._console.showMaximized()
        else:
            self._console.show()
        self._client.show()
        self._client.activateWindow()

    def _share_a_screen(self) -> bool:
        return self._client.screen() is self._console.screen()

    def _take_screen(self, screen: QScreen) -> None:
        if self._console.isVisible() and self._share_a_screen():
            self._console.showNormal()
            self._console.setGeometry(screen.availableGeometry())
            self._console.showMaximized()

    def _step_aside(self) -> None:
        if self._console.isVisible() and self._share_a_screen():
            self._console.showMinimized()
