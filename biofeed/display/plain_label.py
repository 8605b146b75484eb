"""Text on screen that is never anything but text.

Rules
-----
- A label never reads markup: a strap's name from the air could load a local picture.
- Text from outside is cut and stripped of what steers a layout before it gets here.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from biofeed.display.theme import font


class PlainLabel(QLabel):
    """A label that shows its text as it stands, and says it to a screen reader."""

    def __init__(self, parent: QWidget | None = None, *, text: str = "") -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.say(text)

    def say(self, text: str) -> None:
        """Show ``text``; nothing happens where it stands there already."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)

    def dress(
        self,
        colour: str,
        size_px: int,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        """Take a colour, a height of type and a weight."""
        self.setFont(font(size_px, weight))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
        self.setPalette(palette)
