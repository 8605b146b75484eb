"""The last minutes of activation: the line, its tip in words, and the person's marks.

Rules
-----
- The tip stands at one place and time moves under it; words at the tip say the state.
- The height axis follows the trace without jumping (see ``axis_range``).
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from biofeed.display.axis_range import AxisRange
from biofeed.display.chart import Chart
from biofeed.display.colour import faded
from biofeed.display.plain_label import PlainLabel
from biofeed.display.theme import Measure, Theme, font
from biofeed.session.snapshot import Mark
from devices.sighting import harmless

Floats = NDArray[np.float64]

SHOWN_S = 360.0
"""Six minutes: an activation and the whole way back, s."""

FRAME_MS = 33
"""Between two pictures while the axis moves, ms."""

LINE_PX = 3.2
TIP_PX = 6.0
TIP_WORDS_PX = 19
TIP_GAP_PX = 18
TIP_ROOM_PX = 200
"""Sizes at 1440 x 900: the line, the dot, its words, their distance and room, px."""


class TrendPlot(QWidget):
    """Draws the trace; the band behind it is the backdrop's."""

    moved = Signal()
    """The axis moved, and the band with it."""

    def __init__(
        self, theme: Theme, now_s: Callable[[], float], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now_s = now_s
        self._measure = Measure()
        self._axis = AxisRange()
        self._chart = Chart(self)
        self._over = _Tip(self)
        self._words = PlainLabel(self)
        self._end_s = 0.0
        self._is_current = True
        self._has_drawn = False
        self._eased_s = 0.0
        self._frames = QTimer(self)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self.advance)

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._theme, self._measure = theme, measure
        self._colour()
        self._place()

    def show_trace(self, t_s: Floats, z: Floats, *, tip: str, is_current: bool) -> None:
        """Show the trace up to its last second.

        Parameters
        ----------
        t_s, z
            shape (n,), the whole session on the 1 s grid; NaN where unknown.
        tip
            What is said at the newest point.
        is_current
            False greys everything: it is shown as it was, not as it is.
        """
        visible = t_s >= (t_s[-1] if t_s.size else 0.0) - SHOWN_S
        self._end_s = float(t_s[-1]) if t_s.size else 0.0
        self._axis.look(z[visible], self._now_s())
        if not self._has_drawn and t_s.size:
            self._axis.settle()
            self._has_drawn = True
        self._chart.draw(t_s[visible], z[visible])
        newest = float(z[-1]) if z.size else np.nan
        self._over.newest_z = newest if np.isfinite(newest) else None
        self._words.say(tip)
        if is_current != self._is_current:
            self._is_current = is_current
            self._colour()
        self._place()
        if not self._axis.is_still and not self._frames.isActive():
            self._eased_s = self._now_s()
            self._frames.start()

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show the person's own marks, those in view."""
        self._over.marks = marks
        self._over.update()

    def begin_anew(self) -> None:
        """Let nothing of the axis remain from what was shown before."""
        self._axis = AxisRange()
        self._has_drawn = False

    def clear(self) -> None:
        """Forget everything drawn: nothing of it may be seen in a quiet phase."""
        nothing = np.empty(0)
        self._chart.draw(nothing, nothing)
        self._over.newest_z = None
        self._over.marks = ()
        self._words.say("")
        self.begin_anew()
        self._place()

    def advance(self) -> None:
        """Let the axis move on to now; its own clock does it as well."""
        if not self._frames.isActive():
            return
        now_s = self._now_s()
        self._axis.ease(now_s - self._eased_s)
        self._eased_s = now_s
        if self._axis.is_still:
            self._frames.stop()
        self._place()

    def place(self, t_s: float, z: float) -> QPointF:
        """Where a point of the trace is within this widget, px."""
        return self._chart.place(t_s, z)

    @property
    def range_z(self) -> tuple[float, float]:
        """The axis as it is drawn now, low and high."""
        return self._axis.low_z, self._axis.high_z

    @property
    def tip_words(self) -> str:
        """What stands at the tip."""
        return self._words.text()

    @property
    def tip_box(self) -> QRect:
        """Where dot and words of the tip are within this widget; empty where none."""
        if not self._words.text():
            return QRect()
        gap = self._measure.px(TIP_GAP_PX)
        return self._words.geometry().adjusted(-2 * gap, 0, gap, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let chart and tip fill the widget."""
        super().resizeEvent(event)
        self._chart.setGeometry(self.rect())
        self._over.setGeometry(self.rect())
        self._place()

    def _colour(self) -> None:
        line_px = LINE_PX * self._measure.scale
        if self._is_current:
            self._chart.dress(self._theme, line_px)
        else:
            self._chart.dress_stale(self._theme, line_px)
        colour = self._theme.text if self._is_current else self._theme.stale
        weight = QFont.Weight.DemiBold
        self._words.dress(colour, self._measure.text_px(TIP_WORDS_PX), weight)
        self._over.dress(self._theme, self._measure, is_current=self._is_current)

    def _place(self) -> None:
        self._words.adjustSize()
        gap = self._measure.px(TIP_GAP_PX)
        room = max(self._measure.text_px(TIP_ROOM_PX), self._words.width() + 2 * gap)
        share = max(0.3, 1.0 - room / max(1, self.width()))
        start_s = self._end_s - SHOWN_S
        self._chart.set_span(start_s, start_s + SHOWN_S / share, *self.range_z)
        known = self._over.newest_z
        at = self._chart.place(self._end_s, known if known is not None else 0.0)
        self._over.at = at
        self._over.update()
        self._words.move(round(at.x()) + gap, self._words_top(at.y()))
        self.moved.emit()

    def _words_top(self, tip_y: float) -> int:
        """Beside the tip, but off the horizon, which would strike the words through."""
        high = self._words.height()
        top = tip_y - high / 2
        horizon = self._chart.place(0.0, 0.0).y()
        if top < horizon < top + high:
            top = horizon - high if tip_y <= horizon else horizon
        return round(min(max(top, 0.0), max(0.0, self.height() - high)))


class _Tip(QWidget):
    """Draws the dot at the tip and the marks, above the chart."""

    def __init__(self, plot: TrendPlot) -> None:
        super().__init__(plot)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._plot = plot
        self._theme: Theme | None = None
        self._measure = Measure()
        self._colour = ""
        self.newest_z: float | None = None
        self.at = QPointF()
        self.marks: tuple[Mark, ...] = ()

    def dress(self, theme: Theme, measure: Measure, *, is_current: bool) -> None:
        self._theme, self._measure = theme, measure
        self._colour = theme.tip if is_current else theme.stale
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self.marks:
            self._paint_mark(painter, self._theme, mark)
        if self.newest_z is not None:
            radius = self._measure.px(TIP_PX)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(faded(self._colour, 0.18))
            painter.drawEllipse(self.at, radius * 2.2, radius * 2.2)
            painter.setBrush(QColor(self._colour))
            painter.drawEllipse(self.at, radius, radius)

    def _paint_mark(self, painter: QPainter, theme: Theme, mark: Mark) -> None:
        x = self._plot.place(mark.t_s, 0.0).x()
        foot = self._plot.place(mark.t_s, -1.0).y() + self._measure.px(10)
        if not 0.0 <= x <= self.at.x() + 1.0:
            return
        painter.setPen(QPen(QColor(theme.muted), self._measure.px(1.5)))
        painter.drawLine(QPointF(x, foot), QPointF(x, foot + self._measure.px(10)))
        painter.setFont(font(self._measure.text_px(13)))
        height = self._measure.text_px(18)
        if foot + height > self.height():
            return  # a word that would be cut; its place is marked all the same
        box = QRectF(x + self._measure.px(7), foot, self._measure.px(160), height)
        metrics = painter.fontMetrics()
        text = metrics.elidedText(
            harmless(mark.text), Qt.TextElideMode.ElideRight, int(box.width())
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
