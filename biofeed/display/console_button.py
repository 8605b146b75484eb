"""A button with its key on it; what cannot be done says why wherever it is asked.

Rules
-----
- Enter presses it; Space does not: Space stops the session, wherever the keyboard is.
- One that cannot be pressed keeps its place, and its reason is its tooltip and its
  description. It never keeps the keyboard: nothing would come of its keys.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from biofeed.display import console_words as said
from biofeed.display.console_canvas import Align
from biofeed.display.theme import LIGHT, Measure, Theme, font

KEY_PX = 11
SIDE_PX = 12
BETWEEN_PX = 7


class ConsoleButton(QPushButton):
    """One act; ``key`` is drawn behind its word."""

    def __init__(self, word: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(word, parent)
        self._key, self._reason = key, ""
        self._theme, self._measure = LIGHT, Measure()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name()

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._theme, self._measure = theme, measure
        side, key = measure.px(SIDE_PX), self._key_px()
        self.setStyleSheet(f"padding-left: {side}px; padding-right: {side + key}px;")

    def say(self, word: str, reason: str = "") -> None:
        """Name the act; with a reason it cannot be done now."""
        if (word, reason) == (self.text(), self._reason):
            return
        self.setText(word)
        self._reason = reason
        self.setEnabled(not reason)
        self._name()

    @override
    def sizeHint(self) -> QSize:
        """Room for its word in bold, too: what is chosen is written so."""
        size = super().sizeHint()
        if not self.isCheckable():
            return size
        bold = self.font()
        bold.setWeight(QFont.Weight.DemiBold)
        word = self.text()
        wide = QFontMetrics(bold).horizontalAdvance(word)
        more = wide - self.fontMetrics().horizontalAdvance(word)
        # Once it is chosen its own type is bold already.
        return QSize(size.width() + max(0, more), size.height())

    @override
    def minimumSizeHint(self) -> QSize:
        """No word of a button is cut."""
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter; leave everything else to the window."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the key behind the word."""
        super().paintEvent(event)
        if not self._key:
            return
        painter = QPainter(self)
        painter.setFont(font(self._measure.text_px(KEY_PX)))
        painter.setPen(QColor(self._theme.muted))
        box = self.rect().adjusted(0, 0, -self._measure.px(SIDE_PX), 0)
        painter.drawText(box, Align.AlignRight | Align.AlignVCenter, self._key)

    def _key_px(self) -> int:
        if not self._key:
            return 0
        size = self._measure.text_px(KEY_PX)
        return round(size * 0.72 * len(self._key)) + self._measure.px(BETWEEN_PX)

    def _name(self) -> None:
        word = self.text()
        name = said.BUTTON_READ.format(word=word, key=self._key) if self._key else word
        self.setAccessibleName(name)
        told = self._reason
        if told:
            told = said.BUTTON_REFUSED.format(word=word, reason=told)
        self.setToolTip(told)
        self.setAccessibleDescription(told)
