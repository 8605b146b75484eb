"""Bars along the top: which phases are over, and which one is under way."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from biofeed.core.values import PhaseChanged
from biofeed.display import words
from biofeed.display.theme import LIGHT, Measure, Theme, font

BAR_PX = 72
GAP_PX = 16
THICK_PX = 4
WORD_PX = 15
"""Sizes at 1440 x 900: a bar, between two, its thickness, the word above it, px."""


class PhaseStrip(QWidget):
    """One bar a phase, the word of the current one above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._measure = Measure()
        self._phases: tuple[PhaseChanged, ...] = ()
        self._share = 0.0
        self.setAccessibleName(words.PHASES_SO_FAR)

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._theme, self._measure = theme, measure
        self.updateGeometry()
        self.update()

    def show_phases(self, phases: tuple[PhaseChanged, ...], now_s: float) -> None:
        """Show the phases so far, the one under way last, as of ``now_s``."""
        share = _share_done(phases[-1], now_s) if phases else 0.0
        if phases == self._phases and abs(share - self._share) < 0.01:
            return
        self._phases, self._share = phases, share
        names = [words.PHASES[phase.kind] for phase in phases]
        self.setAccessibleDescription(", ".join(names))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """As high as a word and a bar."""
        height = self._measure.text_px(WORD_PX * 1.4) + self._measure.px(8 + THICK_PX)
        return QSize(self._measure.px(9 * (BAR_PX + GAP_PX)), height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bars and word."""
        if not self._phases:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        count = len(self._phases)
        each = min(self._measure.px(BAR_PX + GAP_PX), self.width() / count)
        gap = min(self._measure.px(GAP_PX), each * 0.3)
        thick = self._measure.px(THICK_PX)
        top = self.sizeHint().height() - thick
        for index in range(count):
            bar = QRectF(index * each, top, each - gap, thick)
            if index < count - 1:
                self._paint_bar(painter, bar, self._theme.past)
                continue
            self._paint_bar(painter, bar, self._theme.open)
            bar.setWidth(max(thick, bar.width() * self._share))
            self._paint_bar(painter, bar, self._theme.current)
            self._paint_word(painter, bar.left())

    def _paint_bar(self, painter: QPainter, bar: QRectF, colour: str) -> None:
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)

    def _paint_word(self, painter: QPainter, left: float) -> None:
        word = words.PHASES[self._phases[-1].kind]
        painter.setFont(font(self._measure.text_px(WORD_PX), QFont.Weight.DemiBold))
        painter.setPen(QColor(self._theme.text))
        width = painter.fontMetrics().horizontalAdvance(word)
        left = max(0.0, min(left, self.width() - width))
        height = self._measure.text_px(WORD_PX * 1.4)
        painter.drawText(QRectF(left, 0, width + 2, height), word)


def _share_done(phase: PhaseChanged, now_s: float) -> float:
    """Share of a phase that is over, 0 to 1; all of it where its end is open."""
    if phase.ends_s is None or phase.ends_s <= phase.t_s:
        return 1.0
    return min(1.0, max(0.0, (now_s - phase.t_s) / (phase.ends_s - phase.t_s)))
