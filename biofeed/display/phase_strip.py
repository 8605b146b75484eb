"""Bars along the top: phases that are over, the one under way, those to come."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from biofeed.display import words
from biofeed.display.phase_bars import PhaseBars
from biofeed.display.theme import LIGHT, Measure, Theme, font

BAR_PX = 72
GAP_PX = 16
THICK_PX = 4
WORD_PX = 15
BETWEEN_PX = 10
"""Sizes at 1440 x 900: a bar, between two, its thickness, the word above it, and the
distance from the word to the round's, px."""

FUTURE_THIN = 0.5
"""Thickness of a phase that is to come, as a share: there, as clear as the others, and
not asking for anything yet."""


class PhaseStrip(QWidget):
    """One bar a phase, the word of the current one above it."""

    ACCESSIBLE_ROLE = QAccessible.Role.Graphic

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._measure = Measure()
        self._bars = PhaseBars()
        self.setAccessibleName(words.PHASES_SO_FAR)

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._theme, self._measure = theme, measure
        self.updateGeometry()
        self.update()

    @property
    def bars(self) -> PhaseBars:
        """What is shown."""
        return self._bars

    def show_bars(self, bars: PhaseBars) -> None:
        """Show how far along the session is."""
        if bars.share is None:
            # Held up: it stands where it was when that began.
            stood = self._bars.share if bars.current == self._bars.current else 0.0
            bars = replace(bars, share=stood)
        if bars == self._bars:
            return
        self._bars = bars
        self.setAccessibleDescription(bars.told)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """As high as a word and a bar."""
        height = self._measure.text_px(WORD_PX * 1.4) + self._measure.px(8 + THICK_PX)
        return QSize(self._measure.px(9 * (BAR_PX + GAP_PX)), height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bars and words."""
        count = len(self._bars.names)
        if not count:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        each = min(self._measure.px(BAR_PX + GAP_PX), self.width() / count)
        gap = min(self._measure.px(GAP_PX), each * 0.3)
        thick = self._measure.px(THICK_PX)
        top = self.sizeHint().height() - thick
        for index in range(count):
            bar = QRectF(index * each, top, each - gap, thick)
            self._paint_phase(painter, bar, index)
        self._paint_words(painter, self._bars.current * each)

    def _paint_phase(self, painter: QPainter, bar: QRectF, index: int) -> None:
        current = self._bars.current
        if index < current:
            self._paint_bar(painter, bar, self._theme.past)
            return
        if index > current:
            bar.setTop(bar.bottom() - bar.height() * FUTURE_THIN)
        self._paint_bar(painter, bar, self._theme.open)
        if index == current:
            share = self._bars.share or 0.0
            bar.setWidth(max(bar.height(), bar.width() * share))
            self._paint_bar(painter, bar, self._theme.current)

    def _paint_bar(self, painter: QPainter, bar: QRectF, colour: str) -> None:
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)

    def _paint_words(self, painter: QPainter, left: float) -> None:
        """The current phase in bold, its round beside it, both within the strip."""
        size_px = self._measure.text_px(WORD_PX)
        parts = (
            (self._bars.word, QFont.Weight.DemiBold, self._theme.text),
            (self._bars.round_words, QFont.Weight.Normal, self._theme.muted),
        )
        placed, right = [], 0.0
        for text, weight, colour in parts:
            painter.setFont(font(size_px, weight))
            if text:
                placed.append((right, text, weight, colour))
                right += painter.fontMetrics().horizontalAdvance(text)
                right += self._measure.px(BETWEEN_PX)
        left = max(0.0, min(left, self.width() - right))
        for offset, text, weight, colour in placed:
            painter.setFont(font(size_px, weight))
            painter.setPen(QColor(colour))
            room = QRectF(left + offset, 0, self.width(), size_px * 1.4)
            painter.drawText(room, text)
