"""The row at the bottom: what can be done now, by key or by pointer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

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

    def show_keys(self, keys: tuple[tuple[str, str], ...]) -> None:
        """Show these keys, each with what it does."""
        if keys == self._shown:
            return
        self._shown = keys
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(key, meaning) for key, meaning in keys]
        for index, button in enumerate(self._buttons):
            self._row.insertWidget(index, button)

    def _button(self, key: str, meaning: str) -> QPushButton:
        button = QPushButton(f"{key}  {meaning}", self)
        button.setFlat(True)
        button.setAccessibleName(f"{meaning}, key {key}")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.chosen.emit(key))
        return button
