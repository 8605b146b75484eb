"""The row at the bottom: what can be done now, by key or by pointer.

Where large type leaves too little room, the hints at the right end are left out whole,
and none is cut; their keys work all the same.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from biofeed.display import guidance_words
from biofeed.display.theme import Measure


class KeyRow(QWidget):
    """Keys with their meaning; each can be pressed as well."""

    chosen = Signal(str)
    """The key of a hint that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        self._shown: tuple[tuple[str, str], ...] = ()
        self._buttons: list[QPushButton] = []

    def dress(self, measure: Measure) -> None:
        """Take the sizes of a window."""
        self._row.setSpacing(measure.px(2))
        self.updateGeometry()
        self._fit()

    def show_keys(self, keys: tuple[tuple[str, str], ...]) -> None:
        """Show these keys, each with what it does."""
        if keys == self._shown:
            return
        self._shown = keys
        self.let_focus_go()
        for button in self._buttons:
            self._row.removeWidget(button)
            # Freed only later: a picture until then would have the old words and new.
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(key, meaning) for key, meaning in keys]
        for index, button in enumerate(self._buttons):
            self._row.insertWidget(index, button)
        self.updateGeometry()
        self._fit()

    def let_focus_go(self) -> None:
        """Give the keyboard back to the window, where a hint has it.

        Or it would go on to whatever comes next, and Enter with it.
        """
        window = self.window()
        if window.focusWidget() in self._buttons:
            window.setFocus()

    @override
    def sizeHint(self) -> QSize:
        """As wide as all hints together."""
        return QSize(sum(self._widths()), super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        """Any width will do: what does not fit is left out."""
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many hints as fit."""
        super().resizeEvent(event)
        self._fit()

    def _widths(self) -> list[int]:
        spacing = self._row.spacing()
        return [button.sizeHint().width() + spacing for button in self._buttons]

    def _fit(self) -> None:
        right = 0
        for button, width in zip(self._buttons, self._widths(), strict=True):
            right += width
            button.setVisible(right <= self.width())

    def _button(self, key: str, meaning: str) -> QPushButton:
        button = QPushButton(f"{key}  {meaning}", self)
        button.setFlat(True)
        # Pressed with a pointer it takes nothing: Enter stays what goes on.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(
            guidance_words.ANSWER_NAME.format(meaning=meaning, key=key)
        )
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.chosen.emit(key))
        return button
