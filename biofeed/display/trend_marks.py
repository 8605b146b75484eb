"""The person's own marks below the trace."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from biofeed.display.chart import Chart
from biofeed.display.theme import LIGHT, Measure, Theme, font
from biofeed.session.snapshot import Mark
from devices.sighting import harmless

WORD_PX = 13
LINE_PX = 18
WORD_WIDE_PX = 160
GAP_PX = 7
"""Sizes at 1440 x 900: a mark's word, its line, its longest, and its distance, px."""


class TrendMarks:
    """Draws a short stroke and a word for each mark, as one thing with the past."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._theme, self._measure = LIGHT, Measure()
        self._marks: tuple[Mark, ...] = ()

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._theme, self._measure = theme, measure

    def take(self, marks: tuple[Mark, ...]) -> bool:
        """Take all marks of the session; return whether they are others now."""
        changed, self._marks = marks != self._marks, marks
        return changed

    @property
    def are_any(self) -> bool:
        """Whether there is one, in view or not."""
        return bool(self._marks)

    def paint(self, painter: QPainter, end_s: float) -> None:
        """Paint those between the left edge and the end, s of the session."""
        painter.setFont(font(self._measure.text_px(WORD_PX)))
        for mark in self._marks:
            if self._is_in_view(mark, end_s):
                self._paint(painter, mark)

    def _is_in_view(self, mark: Mark, end_s: float) -> bool:
        at, end = (self._chart.place(t_s, 0.0).x() for t_s in (mark.t_s, end_s))
        return 0.0 <= at <= end + 1.0

    def _paint(self, painter: QPainter, mark: Mark) -> None:
        px, at = self._measure.px, self._chart.place(mark.t_s, -1.0)
        x, foot = at.x(), at.y() + px(10)
        painter.setPen(QPen(QColor(self._theme.muted), px(1.5)))
        painter.drawLine(QPointF(x, foot), QPointF(x, foot + px(10)))
        height = self._measure.text_px(LINE_PX)
        if foot + height > self._chart.height():
            return  # a word that would be cut; its place is marked all the same
        box = QRectF(x + px(GAP_PX), foot, px(WORD_WIDE_PX), height)
        text = painter.fontMetrics().elidedText(
            harmless(mark.text), Qt.TextElideMode.ElideRight, int(box.width())
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
