"""Draws the parts of a chart into its area; knows places, colours and sizes.

Theory
------
A long wide antialiased path costs Qt many times more than the same line as segments, so
lines are drawn as segments, and a long trace as the lowest and highest of each column.
"""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from biofeed.display.colour import faded
from biofeed.display.column_line import columns
from biofeed.display.console_axis import Span
from biofeed.display.console_plot import Curve, Dots, Flag, Ink, Shape, Stretch, inks
from biofeed.display.console_shapes import draw_shape
from biofeed.display.theme import Measure, Theme, font

SMALL_PX = 12
LINE_PX = 1.8
JOIN_PX = 0.8
POINT_PX = 2.1
ODD_POINT_PX = 4.4
FLAG_PX = 4.0
"""Sizes at 1440 x 900: type, a line, the line between beats, a point, a point of a
beat that is no normal one, and a moment's, px."""

WORD, GROUND_PX = 1.4, 3
"""Height of a word in heights of its type, and its ground at either side, px."""

SHADE = 0.09
"""Opacity of a phase's ground."""

MOST_SEGMENTS = 1500
"""More points than this are drawn by columns of pixels."""

Align = Qt.AlignmentFlag


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """One chart's area, and how what is in it is drawn.

    Attributes
    ----------
    area
        Where the heights are, px.
    span, low, high
        What of time and height it shows.
    """

    painter: QPainter
    area: QRectF
    span: Span
    low: float
    high: float
    theme: Theme
    measure: Measure

    def x(self, t_s: float) -> float:
        """Where a time is, px."""
        share = (t_s - self.span.start_s) / self.span.length_s
        return self.area.left() + share * self.area.width()

    def y(self, height: float) -> float:
        """Where a height is, px."""
        share = (self.high - height) / (self.high - self.low)
        return self.area.top() + share * self.area.height()

    def say(self, box: QRectF, text: str, align: Qt.AlignmentFlag, colour: str) -> None:
        """Write a small word, cut to its box."""
        self.painter.setFont(font(self.measure.text_px(SMALL_PX)))
        metrics = QFontMetricsF(self.painter.font())
        mode = Qt.TextElideMode.ElideRight
        self.painter.setPen(QColor(colour))
        self.painter.drawText(box, align, metrics.elidedText(text, mode, box.width()))

    def say_on_ground(self, at: QPointF, text: str, colour: str = "") -> None:
        """Write a word on a ground of its own: else it is read through a line."""
        size = self.measure.text_px(SMALL_PX)
        self.painter.setFont(font(size))
        wide = QFontMetricsF(self.painter.font()).horizontalAdvance(text) + 2.0
        box = QRectF(at.x(), at.y(), wide, size * WORD)
        ground = box.adjusted(-GROUND_PX, 0, GROUND_PX, 0)
        self.painter.fillRect(ground, faded(self.theme.panel, 0.85))
        self.say(box, text, Align.AlignVCenter, colour or self.theme.muted)

    def band(self, low: float, high: float) -> None:
        """Shade the heights of rest."""
        top, foot = self.y(high), self.y(low)
        box = QRectF(self.area.left(), top, self.area.width(), foot - top)
        self.painter.fillRect(box, faded(self.theme.band, 0.75))

    def stretch(self, stretch: Stretch, *, with_word: bool) -> None:
        """Shade a stretch of time; one in which nothing was heard is hatched."""
        left = max(self.area.left(), self.x(stretch.start_s))
        right = min(self.area.right(), self.x(stretch.end_s))
        box = QRectF(left, self.area.top(), right - left, self.area.height())
        if stretch.is_gap:
            box.setWidth(max(box.width(), self.measure.px(2)))
            edge = QColor(self.theme.edge)
            self.painter.fillRect(box, QBrush(edge, Qt.BrushStyle.BDiagPattern))
        elif stretch.ink is not None:
            ground = inks(self.theme)[stretch.ink]
            self.painter.fillRect(box, faded(ground, SHADE))
        fits = box.width() > self.measure.text_px(SMALL_PX) * 2.5
        if stretch.is_gap and fits:
            corner = box.topLeft() + QPointF(self.measure.px(6), self.measure.px(4))
            self.say_on_ground(corner, stretch.word)
        elif with_word and fits:
            room = self.name_room(stretch)
            self.say(room, stretch.word, Align.AlignTop, self.theme.muted)

    def name_room(self, stretch: Stretch) -> QRectF:
        """Where the word of a stretch stands, px."""
        air = self.measure.px(4)
        left = max(self.area.left(), self.x(stretch.start_s)) + air
        right = min(self.area.right(), self.x(stretch.end_s)) - air
        wide, high = self.word_size(stretch.word)
        top = self.area.top() + self.measure.px(1)
        return QRectF(left, top, max(0.0, min(wide, right - left)), high)

    def curve(self, curve: Curve) -> None:
        """Draw a line, or its dots; never across what is not known."""
        pen = QPen(QColor(inks(self.theme)[curve.ink]), LINE_PX * self.measure.scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if curve.ink is Ink.NORMAL:
            colour = faded(inks(self.theme)[curve.ink], 0.45)
            pen = QPen(colour, JOIN_PX * self.measure.scale)
        if curve.is_dotted:
            self._spots(curve, pen)
            return
        self.painter.setPen(pen)
        self.painter.drawLines(self._segments(curve))

    def dots(self, dots: Dots) -> None:
        """Draw points of one kind."""
        is_usual = dots.ink is Ink.NORMAL
        radius = (POINT_PX if is_usual else ODD_POINT_PX) * self.measure.scale
        colour = inks(self.theme)[dots.ink]
        if dots.shape is Shape.DISC:
            # A round pen draws all of them in one call.
            pen = QPen(QColor(colour), 2.0 * radius)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            self.painter.setPen(pen)
            self.painter.drawPoints(self._places(dots))
            return
        for at in self._places(dots):
            draw_shape(self.painter, dots.shape, at, radius, colour)

    def flag(self, flag: Flag) -> None:
        """Draw a moment: its line, where it has one, and its shape."""
        at = self.place(flag)
        if flag.y is None:
            top, foot = self.area.top(), self.area.bottom()
            self.painter.setPen(QPen(faded(self.theme.muted, 0.7), 1.0))
            self.painter.drawLine(QLineF(at.x(), top, at.x(), foot))
        radius = FLAG_PX * self.measure.scale
        draw_shape(self.painter, flag.shape, at, radius, inks(self.theme)[flag.ink])

    def place(self, flag: Flag) -> QPointF:
        """Where a moment is, px; at the foot where it has no height."""
        if flag.y is None:
            foot = self.area.bottom() - self.measure.text_px(SMALL_PX)
            return QPointF(self.x(flag.t_s), foot)
        y = min(max(self.y(flag.y), self.area.top()), self.area.bottom())
        return QPointF(self.x(flag.t_s), y)

    def word_size(self, word: str) -> tuple[float, float]:
        """Width and height of a small word with its ground, px."""
        size = self.measure.text_px(SMALL_PX)
        wide = QFontMetricsF(font(size)).horizontalAdvance(word)
        return wide + 2.0 + 2.0 * GROUND_PX, size * WORD

    def _spots(self, curve: Curve, pen: QPen) -> None:
        every = max(1, round(self.span.length_s / self.area.width() * 5.0))
        # Counted from the session's beginning: dots do not wander as time goes on.
        on_beat = np.flatnonzero(curve.t_s.astype(int) % every == 0)
        known = on_beat[np.isfinite(curve.y[on_beat])]
        self.painter.setPen(pen)
        self.painter.drawPoints(
            [
                QPointF(self.x(t), self.y(y))
                for t, y in zip(
                    curve.t_s[known].tolist(), curve.y[known].tolist(), strict=True
                )
            ]
        )

    def _places(self, dots: Dots) -> list[QPointF]:
        pairs = zip(dots.t_s.tolist(), dots.y.tolist(), strict=True)
        return [QPointF(self.x(t_s), self.y(y)) for t_s, y in pairs]

    def _segments(self, curve: Curve) -> list[QLineF]:
        if curve.t_s.size > MOST_SEGMENTS:
            return self._by_columns(curve)
        x = self.area.left() + (curve.t_s - self.span.start_s) * (
            self.area.width() / self.span.length_s
        )
        y = self.area.top() + (self.high - curve.y) * (
            self.area.height() / (self.high - self.low)
        )
        both = np.isfinite(y[:-1]) & np.isfinite(y[1:])
        ends = np.column_stack([x[:-1], y[:-1], x[1:], y[1:]])[both]
        return [QLineF(*each) for each in ends.tolist()]

    def _by_columns(self, curve: Curve) -> list[QLineF]:
        column_s = self.span.length_s / max(1.0, self.area.width())
        lines: list[QLineF] = []
        before: tuple[float, QPointF] | None = None
        for t_s, low, top in columns(curve.t_s, curve.y, column_s):
            at = QPointF(self.x(t_s), self.y(top))
            if before is not None and t_s - before[0] < 2.0 * column_s + 1.0:
                lines.append(QLineF(before[1], at))
            if top > low:
                lines.append(QLineF(at, QPointF(self.x(t_s), self.y(low))))
            before = (t_s, at)
        return lines
