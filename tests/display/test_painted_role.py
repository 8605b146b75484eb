"""What is painted is something to a screen reader, and not passed over."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from biofeed.display.arc_picture import ArcPicture
from biofeed.display.painted_role import tell_roles
from biofeed.display.theme import Motion
from tests.display.test_keyboard import EVERY_WINDOW, Opening, at

__all__ = ["at"]

Role = QAccessible.Role

PASSED_OVER = {Role.NoRole, Role.Client}
"""What Qt says of a widget that it does not know: AT-SPI's "filler"."""

AS_STARTED = """
from PySide6.QtGui import QAccessible
from biofeed.app import application
app = application()
from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.picture_windows import NoSession
window = ClientWindow(NoSession(), Bridge())
print(QAccessible.queryAccessibleInterface(window).role().name)
"""


@pytest.fixture(autouse=True)
def _told(qapp: object) -> None:
    tell_roles()


def _role(widget: QWidget) -> QAccessible.Role:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.role()


@EVERY_WINDOW
def test_whatever_has_a_name_has_a_role(
    at: Opening, window: Callable[[Opening], QWidget]
) -> None:
    """In every window, from the window itself to the smallest picture."""
    shown = window(at)
    named = [each for each in shown.findChildren(QWidget) if each.accessibleName()]
    passed_over = [type(each).__name__ for each in named if _role(each) in PASSED_OVER]
    assert named
    assert passed_over == []
    assert _role(shown) in {Role.Window, Role.Dialog}


def test_a_chart_is_a_chart_with_its_name(qapp: object) -> None:
    """A painted role takes nothing of what is told otherwise."""
    arc = ArcPicture(lambda: 0.0, motion=Motion.FULL)
    told = QAccessible.queryAccessibleInterface(arc)
    assert told is not None
    assert told.role() is Role.Chart
    assert told.text(QAccessible.Text.Name) == arc.accessibleName()


def test_the_program_tells_them_as_it_is_started() -> None:
    """Not in the tests alone: the application that the commands make has the roles."""
    ran = subprocess.run(
        [sys.executable, "-c", AS_STARTED], check=True, capture_output=True, text=True
    )
    assert ran.stdout.strip() == "Window"
