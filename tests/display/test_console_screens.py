"""The clinician's window and the client's, on one screen and on two."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

TWO_SCREENS = [
    {"name": "client", "x": 0, "y": 0, "width": 1920, "height": 1080},
    {"name": "clinician", "x": 1920, "y": 0, "width": 1600, "height": 1000},
]
DENSITY = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}

SHOW_BOTH = """
from PySide6.QtCore import QEventLoop, QRect, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.console_screens import SETTLES_MS, ConsoleScreens
from biofeed.display.console_window import ConsoleWindow
from tests.display.session_double import ListeningSession

app = QApplication([])
client = ClientWindow(ListeningSession(), Bridge())
console = ConsoleWindow(ListeningSession(), Bridge(), client=client)
ConsoleScreens(client, console).show_both()

def wait():
    loop = QEventLoop()
    QTimer.singleShot(SETTLES_MS + 200, loop.quit)
    loop.exec()

def settle():
    for _ in range(5):
        app.processEvents()

def tell():
    settle()
    print(client.screen().name(), console.screen().name(), console.isMaximized(),
          console.isMinimized(), client.isVisible() and not client.isMinimized())
"""
UNPLUGGED = """
settle()
console.showNormal()
console.setGeometry(client.geometry())  # as the system does
settle()
QGuiApplication.screens = staticmethod(lambda: [client.screen()])
app.screenRemoved.emit(app.primaryScreen())
wait()
tell()
"""
PLUGGED_IN = """
settle()
client.setGeometry(QRect(1950, 50, 1000, 700))  # where both were while there was one
console.showNormal()
console.setGeometry(client.geometry())
settle()
app.screenAdded.emit(app.screens()[0])
wait()
tell()
"""
CLOSED = """
settle()
console.close()
app.screenAdded.emit(app.screens()[-1])
wait()
settle()
print(console.isVisible())
"""
BROUGHT_BACK = """
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
settle()
before = console.geometry(), console.isMaximized()
for _ in range(10):
    console.close()
    client.activateWindow()  # as the system does
    settle()
    QTest.keyClick(client, Qt.Key.Key_K)
    settle()
print(console.isVisible(), (console.geometry(), console.isMaximized()) == before,
      console.screen().name(), console.isActiveWindow())
"""
IN_FRONT = """
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
settle()
console.showMinimized()
client.activateWindow()
settle()
QTest.keyClick(client, Qt.Key.Key_K)
tell()
"""
BROUGHT_BACK_UNPLUGGED = """
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
settle()
console.close()
console.setGeometry(client.geometry())  # as the system does
settle()
QGuiApplication.screens = staticmethod(lambda: [client.screen()])
app.screenRemoved.emit(app.primaryScreen())
wait()
client.activateWindow()
settle()
QTest.keyClick(client, Qt.Key.Key_K)
tell()
"""


Shown = Callable[..., list[list[str]]]


@pytest.fixture
def shown(tmp_path: Path) -> Shown:
    """Runs a script on so many screens; returns what it told, line by line."""

    def run(script: str, *, screens: int) -> list[list[str]]:
        config = tmp_path / "screens.json"
        chosen = [{**each, **DENSITY} for each in TWO_SCREENS[:screens]]
        config.write_text(json.dumps({"screens": chosen}), encoding="utf-8")
        answer = subprocess.run(
            [sys.executable, "-c", SHOW_BOTH + script],
            env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert answer.returncode == 0, answer.stderr
        return [line.split() for line in answer.stdout.splitlines()]

    return run


def test_each_has_a_screen_of_its_own_where_there_are_two(shown: Shown) -> None:
    """Nobody has to move the console: it fills the second screen by itself."""
    ((client, console, is_maximized, _, _),) = shown("tell()", screens=2)
    assert ("client", "clinician", "True") == (client, console, is_maximized)


def test_with_one_screen_both_are_on_it(shown: Shown) -> None:
    """Who asks for a console on one screen gets it, as a window beside."""
    ((client, console, is_maximized, is_minimized, _),) = shown("tell()", screens=1)
    assert client == console == "client"
    assert ("False", "False") == (is_maximized, is_minimized)


def test_a_screen_that_is_unplugged_leaves_nothing_on_the_clients(shown: Shown) -> None:
    """The system moves the console to the client's screen; there it steps aside."""
    ((client, console, _, is_minimized, is_client_seen),) = shown(UNPLUGGED, screens=2)
    assert client == console
    assert ("True", "True") == (is_minimized, is_client_seen)


def test_a_screen_that_is_plugged_in_takes_the_console(shown: Shown) -> None:
    """Not the client's window: the person goes on where they have been looking."""
    ((client, console, is_maximized, _, _),) = shown(PLUGGED_IN, screens=2)
    assert ("clinician", "client", "True") == (client, console, is_maximized)


def test_a_console_that_was_closed_stays_so(shown: Shown) -> None:
    """No screen that comes along opens it again."""
    assert [["False"]] == shown(CLOSED, screens=2)


@pytest.mark.parametrize(("screens", "where"), [(1, "client"), (2, "clinician")])
def test_a_console_that_was_closed_comes_back_where_it_was(
    shown: Shown, screens: int, where: str
) -> None:
    """K in the client's window shows it again, ten times, and gives it the keyboard."""
    assert [["True", "True", where, "True"]] == shown(BROUGHT_BACK, screens=screens)


def test_a_console_that_was_minimised_comes_back(shown: Shown) -> None:
    """K brings it to the front of its own screen."""
    ((client, console, _, is_minimized, _),) = shown(IN_FRONT, screens=2)
    assert ("client", "clinician", "False") == (client, console, is_minimized)


def test_a_console_whose_screen_has_gone_comes_back_aside(shown: Shown) -> None:
    """Nothing of it is shown on the client's screen, where it never was asked for."""
    ((_, _, _, is_minimized, is_client_seen),) = shown(
        BROUGHT_BACK_UNPLUGGED, screens=2
    )
    assert ("True", "True") == (is_minimized, is_client_seen)
