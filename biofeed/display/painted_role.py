"""What a screen reader takes a painted thing for: a chart, a picture, a window.

Qt knows what a button is. Of a widget that paints itself it says "filler" (AT-SPI), and
a screen reader passes over it, name and all.

Rules
-----
- A class says its role in ``ACCESSIBLE_ROLE``; what it shows is in its name and its
  description.
- Roles that promise a keyboard or a value (a slider, a table) are left to Qt's own
  widgets, which keep the promise.
"""

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

Role = QAccessible.Role

ATTRIBUTE: Final = "ACCESSIBLE_ROLE"


def tell_roles() -> None:
    """Tell screen readers the roles of painted things from now on.

    Called once, when the application begins: an interface that was made before is kept.
    """
    QAccessible.installFactory(_interface)


def _interface(_key: str, told: QObject) -> QAccessibleInterface | None:
    role = getattr(type(told), ATTRIBUTE, None)
    if not isinstance(told, QWidget) or not isinstance(role, Role):
        return None
    return QAccessibleWidget(told, role)
