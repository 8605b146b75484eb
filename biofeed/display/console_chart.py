"""One chart of the clinician's window, on a panel of its own.

Painted by hand, and not through pyqtgraph: points of seven shapes, hatched gaps, phases
behind and words beside them are its content, and Qt's painter has all of these.
"""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from biofeed.display.colour import faded
from biofeed.display.console_axis import Follow, Span, height_ticks, time_ticks
from biofeed.display.console_canvas import SMALL_PX, Align, Canvas
from biofeed.display.console_moments import paint_moments
from biofeed.display.console_plot import Entry, Plot, inks
from biofeed.display.console_shapes import draw_shape
from biofeed.display.theme import LIGHT, Measure, Theme, font

TITLE_PX = 14
PAD_PX = 12
TICK_EVERY_PX = 34
DOT_PX, ENTRY_GAP_PX = 14, 10
"""Sizes at 1440 x 900: a title, air, the least between two ticks, a legend's shape with
its air, and what is between two entries, px."""

HEAD_ROW = 1.5
"""Height of a further row of a legend, in heights of its type."""

RADIUS_PX = 8


class ConsoleChart(QWidget):
    """Draws one plot after the other.

    Parameters
    ----------
    least_px
        What it needs at 1440 x 900, px; grows with the type.
    tells_time, names_phases
        Whether the axis of time, and the phases behind, are named in this one.
    """

    ACCESSIBLE_ROLE = QAccessible.Role.Chart

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        least_px: int,
        tells_time: bool = False,
        names_phases: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme, self._measure = LIGHT, Measure()
        self._plot: Plot | None = None
        self._span = Span(start_s=0.0, end_s=1.0)
        self._follow = Follow.TEN_MIN
        self._tells_time, self._names_phases = tells_time, names_phases
        self._least_px = least_px
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._theme, self._measure = theme, measure
        self.setMinimumHeight(measure.text_px(self._least_px))
        self.update()

    def show_plot(self, plot: Plot, span: Span, follow: Follow) -> None:
        """Draw this from now on."""
        self._plot, self._span, self._follow = plot, span, follow
        self.setAccessibleName(plot.title)
        told = [entry.word for entry in plot.legend]
        told += [flag.word for flag in plot.flags if flag.word]
        self.setAccessibleDescription(", ".join([plot.unit, *told]))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all of it, from the ground up."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.panel))
        radius = self._measure.px(RADIUS_PX)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        if self._plot is None:
            return
        canvas = self._canvas(painter, self._plot)
        self._paint_head(canvas, self._plot)
        if min(canvas.area.width(), canvas.area.height()) < 20.0:
            return
        self._paint_axes(canvas, self._plot)
        painter.setClipRect(canvas.area.adjusted(0, -3, self._measure.px(6), 3))
        self._paint_inside(canvas, self._plot)

    def _canvas(self, painter: QPainter, plot: Plot) -> Canvas:
        pad, text = self._measure.px(PAD_PX), self._measure.text_px(SMALL_PX)
        more = len(self._head_rows(plot)) - 1
        head = self._measure.text_px(TITLE_PX) * 1.5 + pad + more * text * HEAD_ROW
        foot = text * 1.5 + pad * 0.6 if self._tells_time else pad * 0.8
        left = pad + text * 2.7
        high = max(1.0, self.height() - head - foot)
        area = QRectF(left, head, max(1.0, self.width() - left - pad), high)
        return Canvas(
            painter=painter,
            area=area,
            span=self._span,
            low=plot.low,
            high=plot.high,
            theme=self._theme,
            measure=self._measure,
        )

    def _paint_head(self, canvas: Canvas, plot: Plot) -> None:
        """Title at the left, at the right the unit and the legend."""
        pad, painter = self._measure.px(PAD_PX), canvas.painter
        size = self._measure.text_px(TITLE_PX)
        painter.setFont(font(size, QFont.Weight.DemiBold))
        painter.setPen(QColor(self._theme.text))
        box = QRectF(pad, pad * 0.7, self.width() - 2 * pad, size * 1.4)
        painter.drawText(box, Align.AlignVCenter, plot.title)
        for row in self._head_rows(plot):
            right = self.width() - float(pad)
            for entry in reversed(row):
                right = self._paint_entry(canvas, entry, right, box)
            box.translate(0, self._measure.text_px(SMALL_PX) * HEAD_ROW)

    def _head_rows(self, plot: Plot) -> list[list[Entry | str]]:
        """Unit and legend in rows, the first of them beside the title."""
        pad, size = self._measure.px(PAD_PX), self._measure.text_px(TITLE_PX)
        title = QFontMetricsF(font(size, QFont.Weight.DemiBold))
        room = self.width() - 3.0 * pad - title.horizontalAdvance(plot.title)
        rows: list[list[Entry | str]] = [[]]
        entries: list[Entry | str] = [plot.unit, *plot.legend]
        for entry in entries:
            wide = self._entry_px(entry)
            if wide > room:
                rows.append([])
                room = self.width() - 2.0 * pad
            rows[-1].append(entry)
            room -= wide
        return rows

    def _entry_px(self, entry: Entry | str) -> float:
        metrics = QFontMetricsF(font(self._measure.text_px(SMALL_PX)))
        if isinstance(entry, str):
            return metrics.horizontalAdvance(entry) + 2.0
        dots = self._measure.px(DOT_PX + ENTRY_GAP_PX)
        return metrics.horizontalAdvance(entry.word) + 2.0 + dots

    def _paint_entry(
        self, canvas: Canvas, entry: Entry | str, right: float, box: QRectF
    ) -> float:
        """Draw the unit or one entry of the legend; return where the next one ends."""
        start = right - self._entry_px(entry)
        room = QRectF(start, box.top(), right - start, box.height())
        if isinstance(entry, str):
            canvas.say(room, entry, Align.AlignVCenter, self._theme.muted)
            return start
        gap, dot = self._measure.px(ENTRY_GAP_PX), self._measure.px(DOT_PX)
        room.adjust(gap, 0, 0, 0)
        colour = inks(self._theme)[entry.ink]
        at = QPointF(room.left() + dot * 0.35, box.center().y())
        draw_shape(canvas.painter, entry.shape, at, self._measure.px(4), colour)
        word = room.adjusted(dot, 0, 0, 0)
        canvas.say(word, entry.word, Align.AlignVCenter, self._theme.muted)
        return start

    def _paint_axes(self, canvas: Canvas, plot: Plot) -> None:
        area, painter = canvas.area, canvas.painter
        line, high = faded(self._theme.edge, 0.30), self._measure.text_px(SMALL_PX)
        apart = max(self._measure.px(TICK_EVERY_PX), high * 1.6)
        most = max(2, int(area.height() / apart))
        ticks = height_ticks(plot.low, plot.high, most)
        for tick in ticks:
            y = canvas.y(tick.at)
            painter.setPen(QPen(line, 1.0))
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
            box = QRectF(0, y - high, area.left() - self._measure.px(8), 2 * high)
            align = Align.AlignRight | Align.AlignVCenter
            canvas.say(box, tick.text, align, self._theme.muted)
        for tick in time_ticks(self._follow, self._span):
            x = canvas.x(tick.at)
            painter.setPen(QPen(line, 1.0))
            painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
            if self._tells_time:
                self._tell_time(canvas, tick.text, x)

    def _tell_time(self, canvas: Canvas, text: str, x: float) -> None:
        high = self._measure.text_px(SMALL_PX)
        half = min(high * 4.0, self.width() - x - self._measure.px(4))
        box = QRectF(x - high * 4.0, canvas.area.bottom() + 3, high * 8.0, high * 1.5)
        align = Align.AlignHCenter
        if half < high * 2.0:
            box.setRight(x + half)
            align = Align.AlignRight
        canvas.say(box, text, align, self._theme.muted)

    def _paint_inside(self, canvas: Canvas, plot: Plot) -> None:
        if plot.band is not None:
            canvas.band(*plot.band)
        for stretch in plot.stretches:
            canvas.stretch(stretch, with_word=self._names_phases)
        for rule in plot.rules:
            self._paint_rule(canvas, rule.y)
        for curve in plot.curves:
            canvas.curve(curve)
        for dots in plot.dots:
            canvas.dots(dots)
        paint_moments(canvas, plot, names_phases=self._names_phases)
        if plot.empty:
            align = Align.AlignCenter
            canvas.say(canvas.area, plot.empty, align, self._theme.muted)

    def _paint_rule(self, canvas: Canvas, y: float) -> None:
        pen = QPen(QColor(self._theme.edge), 1.0)
        pen.setDashPattern([4.0, 4.0])
        canvas.painter.setPen(pen)
        at = canvas.y(y)
        area = canvas.area
        canvas.painter.drawLine(QLineF(area.left(), at, area.right(), at))
