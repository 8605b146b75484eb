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
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.console_screens import ConsoleScreens
from biofeed.display.console_window import ConsoleWindow
from tests.display.conftest import ListeningSession

app = QApplication([])
client = ClientWindow(ListeningSession(), Bridge())
console = ConsoleWindow(ListeningSession(), Bridge(), client=client)
ConsoleScreens(client, console).show_both()

def settle():
    for _ in range(5):
        app.processEvents()

def tell():
    settle()
    print(client.screen().name(), console.screen().name(), console.isMaximized(),
          console.isMinimized(), client.isVisible() and not client.isMinimized())
"""
UNPLUGGED = """
one, *others = app.screens()
if others:
    console.showNormal()
    console.setGeometry(one.availableGeometry())  # as the system does
    settle()
app.screenRemoved.emit(one)
tell()
"""
PLUGGED_IN = """
console.showNormal()
console.setGeometry(client.geometry())  # where it was before there was another
settle()
app.screenAdded.emit(app.screens()[-1])
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
    assert client == console == "client"
    assert ("True", "True") == (is_minimized, is_client_seen)


def test_a_screen_that_is_plugged_in_takes_the_console(shown: Shown) -> None:
    """From then on the client's screen is the client's alone."""
    ((client, console, is_maximized, _, _),) = shown(PLUGGED_IN, screens=2)
    assert ("client", "clinician", "True") == (client, console, is_maximized)
