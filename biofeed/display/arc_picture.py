"""Draws an arc: the rise, the turn, the way back, with earlier ones faint behind.

The line draws itself from left to right once, as it happened; with reduced motion it is
there at once.
"""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from biofeed.display import words
from biofeed.display.arc import Arc, Moment
from biofeed.display.chart import Chart, line_colour
from biofeed.display.colour import faded
from biofeed.display.ghost_places import ghost_places
from biofeed.display.label_places import Box, places, stem_of
from biofeed.display.theme import LIGHT, Measure, Motion, Theme, font

LINE_PX = 4.0
DOT_PX = 5.5
NAME_PX = 18
FACT_PX = 16
GHOST_NAME_PX = 14
GHOST_GAP_PX = 5
HALO_PX = 5
STEM_PX = 26

REVEAL_S = 2.8
"""Time in which the line draws itself, s."""

FRAME_MS = 33
ROOM_ABOVE = 0.32
"""Room for names above the highest point, as a share of its height."""

LOW_Z = -2.2
LEAST_HIGH_Z = 5.0


class ArcPicture(QWidget):
    """One arc with its moments named."""

    def __init__(
        self,
        now_s: Callable[[], float],
        *,
        motion: Motion,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._measure = Measure()
        self._now_s = now_s
        self._motion = motion
        self._began_s = now_s()
        self._frames = QTimer(self)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self.advance)
        self._chart = Chart(self)
        self._names = _Names(self)
        self._arc: Arc | None = None
        self._ghosts: tuple[Arc, ...] = ()
        self.setAccessibleName(words.TRACE)

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._theme, self._measure = theme, measure
        self._chart.dress(theme, LINE_PX * measure.scale)
        self._draw()

    def show_arc(self, arc: Arc, ghosts: tuple[Arc, ...]) -> None:
        """Show an arc, and others behind it; the same one again goes on as it was."""
        shown = self._arc
        is_new = shown is None or (shown.number, shown.name) != (arc.number, arc.name)
        self._arc, self._ghosts = arc, ghosts
        if is_new:
            self._began_s = self._now_s()
            self._frames.start()
        said = (f"{moment.name}: {moment.fact}" for moment in arc.moments)
        self.setAccessibleDescription("; ".join(said))
        self._draw()

    def advance(self) -> None:
        """Draw the line as far as it has come by now."""
        if self._shown_share() >= 1.0:
            self._frames.stop()
        self._draw_line()

    def place(self, t_s: float, z: float) -> QPointF:
        """Where a point of the arc is within this widget, px."""
        return self._chart.place(t_s, z)

    def curve(self) -> list[tuple[float, float]]:
        """The line's points within this widget, px, with three between each two."""
        return [] if self._arc is None else self._points(self._arc, between=4)

    def ghost_lines(self) -> list[list[tuple[float, float]]]:
        """The points of each fainter line within this widget, px."""
        return [self._points(ghost, between=1) for ghost in self._ghosts]

    def _points(self, arc: Arc, *, between: int) -> list[tuple[float, float]]:
        t_s = np.linspace(arc.t_s[0], arc.t_s[-1], between * arc.t_s.size)
        z = np.interp(t_s, arc.t_s, arc.z)
        points = (self.place(t, height) for t, height in zip(t_s, z, strict=True))
        return [(point.x(), point.y()) for point in points if point.y() == point.y()]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let chart and names fill the widget."""
        super().resizeEvent(event)
        self._chart.setGeometry(self.rect())
        self._names.setGeometry(self.rect())
        self._draw()

    def _draw(self) -> None:
        arc = self._arc
        if arc is None or not arc.t_s.size:
            return
        highest = max((float(z) for z in arc.z if np.isfinite(z)), default=LEAST_HIGH_Z)
        high = self._high_z(max(LEAST_HIGH_Z, highest))
        self._chart.set_span(float(arc.t_s[0]), float(arc.t_s[-1]), LOW_Z, high)
        self._chart.draw_ghosts([(ghost.t_s, ghost.z) for ghost in self._ghosts])
        names = tuple(ghost.name for ghost in self._ghosts)
        self._names.show_moments(arc.moments, names, self._theme, self._measure)
        self._draw_line()

    def _high_z(self, highest_z: float) -> float:
        """The upper end of the picture: names of any size have room above the line."""
        named_px = self._measure.text_px(1.6 * (NAME_PX + FACT_PX))
        share = min(0.5, (named_px + self._measure.px(STEM_PX)) / max(1, self.height()))
        beside_names = (highest_z - LOW_Z * share) / (1.0 - share)
        return max(beside_names, highest_z * (1.0 + ROOM_ABOVE))

    def _draw_line(self) -> None:
        if self._arc is None or not self._arc.t_s.size:
            return
        shown = max(1, round(self._arc.t_s.size * self._shown_share()))
        self._chart.draw(self._arc.t_s[:shown], self._arc.z[:shown])
        self._names.show_until(float(self._arc.t_s[shown - 1]))

    def _shown_share(self) -> float:
        """How much of the line is drawn by now, 0 to 1: quick first, then slower."""
        if self._motion is Motion.REDUCED:
            return 1.0
        share = min(1.0, max(0.0, (self._now_s() - self._began_s) / REVEAL_S))
        return 1.0 - (1.0 - share) ** 2


class _Names(QWidget):
    """Dots, stems and names of moments, above the chart."""

    def __init__(self, picture: ArcPicture) -> None:
        super().__init__(picture)
        self._picture = picture
        self._moments: tuple[Moment, ...] = ()
        self._ghosts: tuple[str, ...] = ()
        self._until_s = 0.0
        self._theme = LIGHT
        self._measure = Measure()

    def show_until(self, t_s: float) -> None:
        """Show the moments up to ``t_s`` seconds from the rise."""
        if t_s != self._until_s:
            self._until_s = t_s
            self.update()

    def show_moments(
        self,
        moments: tuple[Moment, ...],
        ghosts: tuple[str, ...],
        theme: Theme,
        measure: Measure,
    ) -> None:
        self._moments, self._ghosts = moments, ghosts
        self._theme, self._measure = theme, measure
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        highest_first = sorted(self._moments, key=lambda moment: -moment.z)
        points = [self._picture.place(each.t_s, each.z) for each in highest_first]
        boxes = places(
            [(point.x(), point.y()) for point in points],
            [self._size(moment) for moment in highest_first],
            self._picture.curve(),
            room=self._room(),
            distance=self._measure.px(STEM_PX),
        )
        for moment, point, box in zip(highest_first, points, boxes, strict=True):
            if moment.t_s > self._until_s:
                continue
            self._paint_stem(painter, point, box)
            self._paint_name(painter, moment, box)
        self._paint_ghost_names(painter, boxes)

    def _room(self) -> Box:
        return Box(left=0, top=0, width=self.width(), height=self.height())

    def _paint_ghost_names(self, painter: QPainter, taken: list[Box]) -> None:
        """Name the fainter lines that have a name and a free place for it."""
        painter.setFont(font(self._measure.text_px(GHOST_NAME_PX)))
        painter.setPen(QColor(self._theme.muted))
        type_ = painter.fontMetrics()
        boxes = ghost_places(
            self._picture.ghost_lines(),
            [(type_.horizontalAdvance(each), type_.height()) for each in self._ghosts],
            taken=taken,
            curve=self._picture.curve(),
            room=self._room(),
            distance=self._measure.px(GHOST_GAP_PX),
        )
        for name, box in zip(self._ghosts, boxes, strict=True):
            if name and box is not None:
                painter.drawText(QPointF(box.left, box.top + type_.ascent()), name)

    def _name_font(self) -> QFont:
        return font(self._measure.text_px(NAME_PX), QFont.Weight.DemiBold)

    def _fact_font(self) -> QFont:
        return font(self._measure.text_px(FACT_PX))

    def _size(self, moment: Moment) -> tuple[float, float]:
        name, fact = QFontMetricsF(self._name_font()), QFontMetricsF(self._fact_font())
        width = max(
            name.horizontalAdvance(moment.name), fact.horizontalAdvance(moment.fact)
        )
        return width + self._measure.px(8), name.height() + fact.height()

    def _paint_stem(self, painter: QPainter, point: QPointF, box: Box) -> None:
        painter.setPen(QPen(QColor(self._theme.edge), max(1.0, self._measure.scale)))
        stem, gap = stem_of(box, (point.x(), point.y())), self._measure.px(4)
        if stem.height > 2 * gap:
            down = box.top > point.y()
            top = stem.top if down else stem.top + gap
            bottom = stem.bottom - gap if down else stem.bottom
            painter.drawLine(QPointF(point.x(), top), QPointF(point.x(), bottom))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tip))
        radius = self._measure.px(DOT_PX)
        painter.drawEllipse(point, radius, radius)

    def _paint_name(self, painter: QPainter, moment: Moment, box: Box) -> None:
        top = box.top
        for type_, colour, text in (
            (self._name_font(), self._theme.text, moment.name),
            (self._fact_font(), line_colour(self._theme, moment.z), moment.fact),
        ):
            metrics = QFontMetricsF(type_)
            left = box.left + (box.width - metrics.horizontalAdvance(text)) / 2
            self._clear_behind(
                painter, QPointF(left, top + metrics.ascent()), type_, text
            )
            painter.setFont(type_)
            painter.setPen(QColor(colour))
            painter.drawText(QPointF(left, top + metrics.ascent()), text)
            top += metrics.height()

    def _clear_behind(
        self, painter: QPainter, at: QPointF, type_: QFont, text: str
    ) -> None:
        """Keep the fainter lines off the letters."""
        letters = QPainterPath()
        letters.addText(at, type_, text)
        halo = QPen(faded(self._theme.ground, 0.85), self._measure.px(HALO_PX))
        halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(letters, halo)
