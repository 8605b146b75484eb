"""Names on an arc: its moments with dots and stems, and the fainter lines.

Where they stand is looked for once for each arc and size: that takes a while, and while
the arc draws itself they are painted sixty times a second.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from biofeed.display.arc import Moment
from biofeed.display.chart import line_colour
from biofeed.display.colour import faded
from biofeed.display.ghost_places import ghost_places
from biofeed.display.label_places import Box, places, stem_of
from biofeed.display.theme import LIGHT, Measure, Theme, font

DOT_PX = 5.5
NAME_PX = 18
FACT_PX = 16
GHOST_NAME_PX = 14
GHOST_GAP_PX = 5
HALO_PX = 5
STEM_PX = 26


class Lines(Protocol):
    """Where the lines run whose moments are named, px within the same widget."""

    def place(self, t_s: float, z: float) -> QPointF:
        """Return where a point of the arc is."""
        ...

    def curve(self) -> list[tuple[float, float]]:
        """Return the points of the line in front."""
        ...

    def ghost_lines(self) -> list[list[tuple[float, float]]]:
        """Return the points of each fainter line."""
        ...


@dataclass(frozen=True, slots=True)
class Placed:
    """Where names stand, and for which size and scale of the picture that was found."""

    scale: tuple[float, ...]
    named: dict[Moment, Box]
    ghosts: list[Box | None]


class ArcNames(QWidget):
    """Dots, stems and names of moments, above the chart."""

    def __init__(self, lines: Lines, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = lines
        self._moments: tuple[Moment, ...] = ()
        self._ghosts: tuple[str, ...] = ()
        self._until_s = 0.0
        self._found: Placed | None = None
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
        """Show these moments, and the names of the fainter lines; empty for none."""
        self._moments, self._ghosts = moments, ghosts
        self._theme, self._measure = theme, measure
        self._found = None
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint dots, stems and names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        placed = self._placed()
        named = placed.named
        for moment in self._moments:
            if moment.t_s > self._until_s:
                continue
            point = self._lines.place(moment.t_s, moment.z)
            if moment in named:
                self._paint_stem(painter, point, named[moment])
                self._paint_name(painter, moment, named[moment])
            self._paint_dot(painter, point)
        self._paint_ghost_names(painter, placed.ghosts)

    def _placed(self) -> Placed:
        """Find places, where those that were found are not for this picture."""
        # Two points tell how any seconds and z become px.
        corners = (self._lines.place(0.0, 0.0), self._lines.place(1.0, 1.0))
        ends = (each for point in corners for each in (point.x(), point.y()))
        scale = (self.width(), self.height(), *ends)
        if self._found is None or self._found.scale != scale:
            named = self._named()
            ghosts = self._ghost_places(list(named.values()))
            self._found = Placed(scale, named, ghosts)
        return self._found

    def _named(self) -> dict[Moment, Box]:
        """Place the names; where there is no room for all, leave out what lies between.

        A name that is left out has its dot all the same, and is told in words: what a
        person looks for first is where it turned, and where it was back.
        """
        moments = sorted(self._moments, key=lambda moment: -moment.z)
        while True:
            boxes = self._places(moments)
            crowded = [
                moment
                for moment, box in zip(moments, boxes, strict=True)
                if any(box.covers(other) for other in boxes if other is not box)
            ]
            latest = max(moments, key=lambda moment: moment.t_s, default=None)
            between = [m for m in crowded if m not in {moments[0], latest}]
            if not between:
                return dict(zip(moments, boxes, strict=True))
            moments.remove(between[0])

    def _places(self, moments: Sequence[Moment]) -> list[Box]:
        points = [self._lines.place(each.t_s, each.z) for each in moments]
        return places(
            [(point.x(), point.y()) for point in points],
            [self._size(moment) for moment in moments],
            self._lines.curve(),
            room=self._room(),
            distance=self._measure.px(STEM_PX),
        )

    def _room(self) -> Box:
        return Box(left=0, top=0, width=self.width(), height=self.height())

    def _ghost_places(self, taken: list[Box]) -> list[Box | None]:
        type_ = QFontMetrics(self._ghost_font())
        return ghost_places(
            self._lines.ghost_lines(),
            [(type_.horizontalAdvance(each), type_.height()) for each in self._ghosts],
            taken=taken,
            curve=self._lines.curve(),
            room=self._room(),
            distance=self._measure.px(GHOST_GAP_PX),
        )

    def _paint_ghost_names(self, painter: QPainter, boxes: list[Box | None]) -> None:
        """Name the fainter lines that have a name and a free place for it."""
        painter.setFont(self._ghost_font())
        painter.setPen(QColor(self._theme.muted))
        type_ = painter.fontMetrics()
        for name, box in zip(self._ghosts, boxes, strict=True):
            if name and box is not None:
                painter.drawText(QPointF(box.left, box.top + type_.ascent()), name)

    def _ghost_font(self) -> QFont:
        return font(self._measure.text_px(GHOST_NAME_PX))

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

    def _paint_dot(self, painter: QPainter, point: QPointF) -> None:
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
            letters = QPainterPath()
            letters.addText(QPointF(left, top + metrics.ascent()), type_, text)
            self._clear_behind(painter, letters)
            painter.fillPath(letters, QColor(colour))
            top += metrics.height()

    def _clear_behind(self, painter: QPainter, letters: QPainterPath) -> None:
        """Keep the fainter lines off the letters."""
        halo = QPen(faded(self._theme.ground, 0.85), self._measure.px(HALO_PX))
        halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(letters, halo)
