"""What is drawn of the trace: a picture of its past that moves on, and its living end.

Rules
-----
- The past is drawn once for each second, and then moved as it is by whole pixels of the
  screen: between two of them it would have to be blurred.
- The end stands at one place; its height goes on from picture to picture.

Theory
------
In the picture are the seconds up to where the end was when it was made. As the end goes
on the picture moves to the left, and what the end has gone since then is drawn as lines
that begin where the picture ends on screen.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from math import isfinite

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from biofeed.display.chart import REST_TOP_Z, Chart, Point, Step
from biofeed.display.colour import faded
from biofeed.display.theme import LIGHT, Measure, Theme
from biofeed.display.trend_marks import TrendMarks

Floats = NDArray[np.float64]

TIP_PX = 6.0
HALO = 2.2
"""Radius of the dot at the end at 1440 x 900, px, and of its halo in dots."""

SEEN_PX = 0.25
"""An end that moved less than this looks as it did, px at 1440 x 900."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Shape (n,), seconds and heights; NaN where unknown."""

    t_s: Floats = field(default_factory=lambda: np.empty(0))
    z: Floats = field(default_factory=lambda: np.empty(0))

    def split(self, t_s: float) -> tuple["Trace", list[Point]]:
        """What came up to a second, and the points from its last one on."""
        past = int(np.searchsorted(self.t_s, t_s, side="right"))
        rest = slice(max(past - 1, 0), None)
        ahead = zip(self.t_s[rest].tolist(), self.z[rest].tolist(), strict=True)
        return Trace(self.t_s[:past], self.z[:past]), list(ahead)


@dataclass(frozen=True, slots=True)
class End:
    """Where the end is at one moment.

    Attributes
    ----------
    pushed_px
        How far the past has moved to the left: whole steps of the screen.
    tip
        The end itself, px; on the horizon while its height is unknown.
    way
        What it has gone since the past was drawn, its known stretches: second, height.
    """

    pushed_px: float
    tip: QPointF
    way: list[Step]


class TrendPicture:
    """Draws a trace whose end goes on, in a widget of the size of its chart."""

    def __init__(self, chart: Chart, marks: TrendMarks) -> None:
        self._chart, self._marks = chart, marks
        self._theme, self._measure = LIGHT, Measure()
        self._is_current = True
        self._past, self._ahead = Trace(), list[Point]()
        self._made_s = self._end_s = 0.0
        self._px_per_s = self._step_px = self._ratio = 1.0
        self._seen_px = SEEN_PX
        self._picture: QPixmap | None = None
        self._end = End(0.0, QPointF(), [])
        self._end_box = self._past_box = QRect()

    def dress(self, theme: Theme, measure: Measure, *, is_current: bool) -> None:
        """Take the colours of a theme; grey where what is shown is not current."""
        self._theme, self._measure, self._is_current = theme, measure, is_current

    def make_anew(self, trace: Trace, end_s: float, ratio: float) -> None:
        """Draw what is past where the end is now, when it is painted next.

        Parameters
        ----------
        end_s
            Where the end is; the chart's span has it in its place already.
        ratio
            Pixels of the screen to one of the widget.
        """
        self._past, self._ahead = trace.split(end_s)
        self._made_s = end_s
        before, after = (self._chart.place(t_s, 0.0).x() for t_s in (0.0, 1.0))
        self._px_per_s = after - before
        # Two pixels at a time where they are half as large, or all is drawn twice so.
        steps = max(1, int(self._measure.scale * ratio))
        self._step_px, self._ratio = steps / ratio, ratio
        self._seen_px = SEEN_PX * self._measure.scale
        self._picture = None
        self._past_box = self._box_of_past()
        self._take(self._end_at(end_s), end_s)

    def move(self, end_s: float) -> QRect:
        """Let the end go on; return where that is seen, px: empty where it is not."""
        end, was = self._end_at(end_s), self._end
        has_pushed = end.pushed_px != was.pushed_px
        self._end_s = end_s
        if not has_pushed and abs(end.tip.y() - was.tip.y()) < self._seen_px:
            return QRect()
        before = self._end_box.united(self._past_box if has_pushed else QRect())
        self._take(end, end_s)
        return before.united(self._end_box)

    @property
    def tip(self) -> QPointF:
        """Where the end is, px; on the horizon while its height is unknown."""
        return self._end.tip

    @property
    def gone_px(self) -> float:
        """How far the end has gone since the past was drawn, px."""
        return (self._end_s - self._made_s) * self._px_per_s

    def paint(self, painter: QPainter) -> None:
        """Draw past, living end and tip.

        A small picture of the window, as the clinician's has one, is drawn anew: the
        line would fall to pieces where it is shrunk.
        """
        painter.save()
        painter.translate(-self._end.pushed_px, 0.0)
        if painter.deviceTransform().m11() != self._ratio:
            past = zip(self._past.t_s.tolist(), self._past.z.tolist(), strict=True)
            self._chart.paint_steps(painter, _known_steps(past))
            self._marks.paint(painter, self._made_s)
        elif not self._past_box.isEmpty():
            if self._picture is None:
                self._picture = self._draw_past()
            painter.drawPixmap(self._past_box.topLeft(), self._picture)
        self._chart.paint_steps(painter, self._end.way)
        painter.restore()
        if self._newest_z is not None:
            self._paint_tip(painter)

    def _take(self, end: End, end_s: float) -> None:
        self._end, self._end_s = end, end_s
        self._end_box = self._box(end)

    def _draw_past(self) -> QPixmap:
        self._chart.draw(self._past.t_s, self._past.z)
        picture = self._chart.picture(self._past_box, self._ratio)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self._past_box.topLeft())
        self._marks.paint(painter, self._made_s)
        painter.end()
        return picture

    def _end_at(self, end_s: float) -> End:
        gone_px = (end_s - self._made_s) * self._px_per_s
        # A sum of small steps may end a hair short of a whole one.
        pushed_px = int(gone_px / self._step_px + 1e-6) * self._step_px
        z = self._height_at(end_s)
        tip_z = self._newest_z if z is None else z
        pushed_s = self._made_s + pushed_px / self._px_per_s
        points = [point for point in self._ahead if point[0] <= pushed_s]
        if z is not None:
            points.append((pushed_s, z))
        tip = self._chart.place(self._made_s, tip_z or 0.0)
        return End(pushed_px, tip, _known_steps(points))

    @property
    def _newest_z(self) -> float | None:
        """Height of the last second, z; None where it is unknown."""
        newest_z = self._ahead[-1][1] if self._ahead else np.nan
        return newest_z if isfinite(newest_z) else None

    def _height_at(self, end_s: float) -> float | None:
        """Height between two known seconds, z; None where one of them is unknown."""
        for (before_s, before_z), (after_s, after_z) in pairwise(self._ahead):
            if before_s <= end_s < after_s:
                share = (end_s - before_s) / (after_s - before_s)
                z = before_z + (after_z - before_z) * share
                return z if isfinite(z) else None
        return self._newest_z

    def _box(self, end: End) -> QRect:
        """What the living end and the tip are painted in, px."""
        around = self._measure.px(TIP_PX * HALO) + 1
        heights = [z for step in end.way for _, z in step]
        if heights:
            heights.append(REST_TOP_Z)
        ends = [end.tip.y(), *(self._chart.place(0.0, z).y() for z in heights)]
        start_s = end.way[0][0][0] if end.way else self._made_s
        start = self._chart.place(start_s, 0.0).x() - end.pushed_px
        corners = QPointF(start, min(ends)), QPointF(end.tip.x(), max(ends))
        box = QRectF(*corners).toAlignedRect()
        return box.adjusted(-around, -around, around, around)

    def _box_of_past(self) -> QRect:
        """What line, fill and marks are in, px: that is all of the picture there is."""
        known_z = self._past.z[np.isfinite(self._past.z)]
        if not known_z.size and not self._marks.are_any:
            return QRect()
        place, rim = self._chart.place, self._measure.px(TIP_PX)
        top = place(0.0, float(known_z.max(initial=REST_TOP_Z))).y() - rim
        bottom = place(0.0, float(known_z.min(initial=REST_TOP_Z))).y() + rim
        right = place(self._made_s, 0.0).x() + rim
        if self._marks.are_any:
            right, bottom = self._chart.width(), self._chart.height()
        box = QRectF(QPointF(0.0, top), QPointF(right, bottom)).toAlignedRect()
        return box & self._chart.rect()

    def _paint_tip(self, painter: QPainter) -> None:
        colour = self._theme.tip if self._is_current else self._theme.stale
        radius, tip = self._measure.px(TIP_PX), self._end.tip
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(colour, 0.18))
        painter.drawEllipse(tip, radius * HALO, radius * HALO)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(tip, radius, radius)


def _known_steps(points: Iterable[Point]) -> list[Step]:
    """From each point to the next, where both are known."""
    return [
        (before, after)
        for before, after in pairwise(points)
        if isfinite(before[1]) and isfinite(after[1])
    ]
