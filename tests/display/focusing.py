"""What the keyboard can be on in a window, and whether that can be seen."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QButtonGroup,
    QComboBox,
    QLabel,
    QWidget,
)

from tests.display.flashing import Light, light_of

LEAST_CONTRAST = 3.0
"""Between a place with the keyboard and without (WCAG 2.2, 2.4.13)."""

AROUND_PX = 4


def stops(window: QWidget) -> list[QWidget]:
    """Return what Tab leads to, in its order, until it comes round."""
    window.activateWindow()
    window.setFocus()
    found: list[QWidget] = []
    for _ in range(200):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is None or focus in found:
            return found
        if focus is not window:
            found.append(focus)
    raise AssertionError("Tab comes to no end")


def reachable(window: QWidget) -> Iterator[QWidget]:
    """Yield what says that Tab leads to it, and can be used now."""
    for each in window.findChildren(QWidget):
        takes_tab = each.focusPolicy() & Qt.FocusPolicy.TabFocus
        around = each.parentWidget()
        if isinstance(around, QAbstractScrollArea) and each is around.viewport():
            # Its keyboard is that of what scrolls it.
            continue
        if isinstance(each, QAbstractButton) and not _is_stop(each):
            continue
        if takes_tab and each.isVisibleTo(window) and each.isEnabled():
            yield each


def _is_stop(button: QAbstractButton) -> bool:
    """Of buttons of which one is chosen, Tab leads to that; arrows to the others."""
    group: QButtonGroup | None = button.group()
    return group is None or not group.exclusive() or button.isChecked()


def told(widget: QWidget) -> tuple[str, QAccessible.Role]:
    """Name and role, as a screen reader is given them.

    Qt tells the choice of a list as its name on Linux, where the label beside it tells
    what it is for; elsewhere it tells the name that was given.
    """
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    if isinstance(widget, QComboBox):
        holder = widget.window().findChildren(QLabel)
        assert widget in {label.buddy() for label in holder}
        return widget.accessibleName(), interface.role()
    return interface.text(QAccessible.Text.Name), interface.role()


def ring_share(window: QWidget, widget: QWidget) -> float:
    """How much of a ring of 1 px around a control stands out by being on it.

    At least 1 where a ring 1 px wide, or as many px of another form, differ 3:1.
    """
    widget.clearFocus()
    QApplication.processEvents()
    without = _light(window, widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    within = _light(window, widget)
    lighter, darker = np.maximum(without, within), np.minimum(without, within)
    changed = (lighter + 0.05) / (darker + 0.05) >= LEAST_CONTRAST
    around = 2 * (min(widget.width(), window.width()) + widget.height())
    return float(changed.sum() / around)


def _light(window: QWidget, widget: QWidget) -> Light:
    """Relative luminance of a control and a little around it."""
    corner = widget.mapTo(window, QPoint())
    box = widget.rect().translated(corner)
    box.adjust(-AROUND_PX, -AROUND_PX, AROUND_PX, AROUND_PX)
    return light_of(window.grab(box & window.rect()).toImage())
