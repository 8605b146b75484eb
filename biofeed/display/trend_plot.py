"""The last minutes of activation: the line, its tip in words, and the person's marks.

Rules
-----
- The tip stands at one place and time moves under it; words at the tip say the state.
- The tip goes to a second that came in, and does not jump there (see ``glide``).
- The height axis follows the trace without jumping (see ``axis_range``).
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, Signal
from PySide6.QtGui import (
    QAccessible,
    QFont,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from biofeed.display.axis_range import AxisRange
from biofeed.display.chart import Chart
from biofeed.display.frame_clock import FrameClock
from biofeed.display.glide import LONGEST_S, Glide
from biofeed.display.plain_label import PlainLabel
from biofeed.display.theme import Measure, Motion, Theme
from biofeed.display.trend_marks import TrendMarks
from biofeed.display.trend_picture import Trace, TrendPicture
from biofeed.session.snapshot import Mark

Floats = NDArray[np.float64]

SHOWN_S = 360.0
"""Six minutes: an activation and the whole way back, s."""

AXIS_FRAME_S = 0.03
"""The axis moves at every other one: all of the line is drawn anew each time, s."""

LINE_PX = 3.2
TIP_WORDS_PX = 19
TIP_GAP_PX = 18
TIP_ROOM_PX = 200
"""Sizes at 1440 x 900: the line, the tip's words, their distance and room, px."""


class TrendPlot(QWidget):
    """Draws the trace; the band behind it is the backdrop's.

    Parameters
    ----------
    now_s
        The display's steady clock, s.
    frames
        The beat of what moves in its window.
    motion
        Whether the tip moves on evenly, or by a second at a time.
    """

    ACCESSIBLE_ROLE = QAccessible.Role.Chart

    moved = Signal()
    """The axis moved, and the band with it."""

    def __init__(
        self,
        theme: Theme,
        now_s: Callable[[], float],
        parent: QWidget | None = None,
        *,
        frames: FrameClock,
        motion: Motion = Motion.FULL,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now_s = now_s
        self._motion = motion
        self._measure = Measure()
        self._axis = AxisRange()
        self._glide = Glide()
        self._chart = Chart()
        self._marks = TrendMarks(self._chart)
        self._picture = TrendPicture(self._chart, self._marks)
        self._words = PlainLabel(self)
        self._trace = Trace()
        self._is_current = True
        self._has_drawn = False
        self._eased_s = 0.0
        self._frames = frames

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._theme, self._measure = theme, measure
        self._colour()
        self._draw()

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
        now_s, newest_s = self._now_s(), float(t_s[-1]) if t_s.size else 0.0
        # More than is shown: what the left edge needs while the tip is still behind.
        visible = t_s >= newest_s - SHOWN_S - LONGEST_S
        self._trace = Trace(t_s[visible], z[visible])
        if self._axis.is_still:
            # It sets out now, and not when the tip did, whose way may have no end.
            self._eased_s = now_s
        self._axis.look(z[t_s >= newest_s - SHOWN_S], now_s)
        if not self._has_drawn and t_s.size:
            self._axis.settle()
            self._has_drawn = True
        is_still = self._motion is Motion.REDUCED or not is_current
        self._glide.head_for(newest_s, now_s, at_once=is_still)
        self._words.say(tip)
        if is_current != self._is_current:
            self._is_current = is_current
            self._colour()
        self._draw()
        self._go_on()

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show the person's own marks, those in view."""
        if self._marks.take(marks):
            self._draw()

    def begin_anew(self) -> None:
        """Let nothing of axis and tip remain from what was shown before."""
        self._axis = AxisRange()
        self._glide.begin_anew()
        self._has_drawn = False

    def clear(self) -> None:
        """Forget everything drawn: nothing of it may be seen in a quiet phase."""
        self._trace = Trace()
        self._marks.take(())
        self._words.say("")
        self.begin_anew()
        self._frames.leave(self.advance)
        self._draw()

    def advance(self) -> None:
        """Let tip and axis move on to now; their own clock does it as well."""
        if not self._frames.moves(self.advance):
            return
        now_s = self._now_s()
        if not self._axis.is_still and now_s - self._eased_s >= AXIS_FRAME_S:
            self._axis.ease(now_s - self._eased_s)
            self._eased_s = now_s
            self._draw()
        else:
            self._move_tip(self._glide.at(now_s))
        if self._axis.is_still and self._glide.is_still(now_s):
            self._frames.leave(self.advance)

    def place(self, t_s: float, z: float) -> QPointF:
        """Where a point of the trace is within this widget, px."""
        return self._chart.place(t_s, z) - QPointF(self._picture.gone_px, 0.0)

    @property
    def tip(self) -> QPointF:
        """Where the tip is within this widget, px."""
        return self._picture.tip

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
        """Let the chart fill the widget."""
        super().resizeEvent(event)
        self._chart.setGeometry(self.rect())
        self._draw()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Go on to where the trace is by now."""
        super().showEvent(event)
        self._draw()
        self._go_on()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Cost nothing while not seen."""
        super().hideEvent(event)
        self._frames.leave(self.advance)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the trace as it is at this moment."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._picture.paint(painter)

    def _go_on(self) -> None:
        """Let the clock run while something moves and is seen."""
        is_still = self._axis.is_still and self._glide.is_still(self._now_s())
        if self.isVisible() and not is_still and not self._frames.moves(self.advance):
            self._eased_s = self._now_s()
            self._frames.join(self.advance)

    def _colour(self) -> None:
        line_px = LINE_PX * self._measure.scale
        if self._is_current:
            self._chart.dress(self._theme, line_px)
        else:
            self._chart.dress_stale(self._theme, line_px)
        colour = self._theme.text if self._is_current else self._theme.stale
        weight = QFont.Weight.DemiBold
        self._words.dress(colour, self._measure.text_px(TIP_WORDS_PX), weight)
        self._marks.dress(self._theme, self._measure)
        self._picture.dress(self._theme, self._measure, is_current=self._is_current)

    def _draw(self) -> None:
        """Draw the line anew, with the tip where it is now."""
        self._words.adjustSize()
        gap = self._measure.px(TIP_GAP_PX)
        room = max(self._measure.text_px(TIP_ROOM_PX), self._words.width() + 2 * gap)
        share = max(0.3, 1.0 - room / max(1, self.width()))
        end_s = self._glide.at(self._now_s())
        start_s = end_s - SHOWN_S
        self._chart.set_span(start_s, start_s + SHOWN_S / share, *self.range_z)
        self._picture.make_anew(self._trace, end_s, self.devicePixelRatioF())
        self.update()
        self._place_words(self._picture.tip)
        self.moved.emit()

    def _move_tip(self, end_s: float) -> None:
        """Let the tip go on, and paint anew where that is seen."""
        seen = self._picture.move(end_s)
        if not seen.isEmpty():
            self.update(seen)
            self._place_words(self._picture.tip)

    def _place_words(self, at: QPointF) -> None:
        gap = self._measure.px(TIP_GAP_PX)
        self._words.move(round(at.x()) + gap, self._words_top(at.y()))

    def _words_top(self, tip_y: float) -> int:
        """Beside the tip, but off the horizon, which would strike the words through."""
        high = self._words.height()
        top = tip_y - high / 2
        horizon = self._chart.place(0.0, 0.0).y()
        if top < horizon < top + high:
            top = horizon - high if tip_y <= horizon else horizon
        return round(min(max(top, 0.0), max(0.0, self.height() - high)))
