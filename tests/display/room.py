"""What of a window cannot be read whole."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QWidget,
)

CURSOR_PX = 4
"""What a field keeps for itself beside its text, px."""


def cut(window: QWidget) -> list[str]:
    """Return the texts in a window that have too little room."""
    return [*_cut(window)]


def _cut(window: QWidget) -> Iterator[str]:
    for each in window.findChildren(QWidget):
        if not each.isVisible():
            continue
        match each:
            case QLabel() if each.text() and not _has_room(each):
                yield each.text()
            case QAbstractButton() if each.text() and not _is_whole(each):
                yield each.text()
            case QComboBox() if _wide(each, each.currentText()) > _field_px(each):
                yield each.currentText()
            case QLineEdit() if _wide(each, each.placeholderText()) > _inner_px(each):
                yield each.placeholderText()
            case QListWidget():
                yield from _cut_lines(each)
            case _:
                pass


def _has_room(label: QLabel) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) <= label.height()
    return label.sizeHint().width() <= label.width()


def _is_whole(button: QAbstractButton) -> bool:
    if not isinstance(button, QPushButton):
        return button.width() >= button.sizeHint().width()
    option = QStyleOptionButton()
    button.initStyleOption(option)
    element = QStyle.SubElement.SE_PushButtonContents
    # Its ring takes of it while the keyboard is on it.
    inner = button.style().subElementRect(element, option, button)
    return _wide(button, button.text()) <= inner.width()


def _cut_lines(listed: QListWidget) -> Iterator[str]:
    wide, wraps = listed.viewport().width(), Qt.TextFlag.TextWordWrap
    for item in (listed.item(row) for row in range(listed.count())):
        box = listed.visualItemRect(item)
        box.setWidth(wide)
        flags = wraps if listed.wordWrap() else Qt.TextFlag.TextSingleLine
        needed = listed.fontMetrics().boundingRect(box, flags, item.text())
        if needed.height() > box.height() or needed.width() > wide:
            yield item.text()


def _wide(widget: QWidget, text: str) -> int:
    return widget.fontMetrics().horizontalAdvance(text)


def _field_px(field: QComboBox) -> int:
    option = QStyleOptionComboBox()
    field.initStyleOption(option)
    control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl
    inner = field.style().subControlRect(
        control, option, part.SC_ComboBoxEditField, field
    )
    return inner.width()


def _inner_px(field: QLineEdit) -> int:
    element = QStyle.SubElement.SE_LineEditContents
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    inner = field.style().subElementRect(element, option, field)
    return inner.width() - CURSOR_PX
