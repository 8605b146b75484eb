"""A line over time, coloured by its height: the one module that speaks pyqtgraph.

Rules
-----
- Unknown stretches (NaN) are gaps: the line is never drawn across one.
- Colour follows height on a fixed scale, so the same colour always means the same.
- No OpenGL: with it, a picture taken of the chart comes out blank.

Theory
------
The fill is an item of its own without antialiasing: pyqtgraph fills in chunks of fifty
points, and antialiased chunks show their seams. The line is drawn as separate segments,
since Qt needs many times longer for one long, wide, antialiased path.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from biofeed.display.colour import faded
from biofeed.display.theme import Theme

Floats = NDArray[np.float64]
Point = tuple[float, float]
Step = tuple[Point, Point]

REST_TOP_Z = 1.0
"""Upper edge of the resting band: the line has the colour of rest below it, z."""

HEIGHT_Z = 7.0
"""The line has the full colour of height from here on, z."""

FILL_OPACITY = 0.30
"""Of the fill under the line at its height; none at the edge of the band."""


class Chart(QWidget):
    """One line with a soft fill, and fainter lines behind it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._span = (0.0, 1.0, 0.0, 1.0)
        self._view: Any = pg.GraphicsView(parent=self, background=None)
        self._view.setStyleSheet("background: transparent; border: none")
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._box: Any = pg.ViewBox(enableMouse=False, enableMenu=False)
        self._box.setDefaultPadding(0.0)
        self._view.setCentralItem(self._box)
        self._ghosts: list[Any] = []
        self._fill = self._curve(antialias=False)
        self._line = self._curve(antialias=True)
        self._fill.setFillLevel(REST_TOP_Z)
        self._ghost_pen = QPen()

    def dress(self, theme: Theme, line_px: float) -> None:
        """Take the colours of a theme; the line is ``line_px`` wide."""
        self._line.setPen(_rounded(_line_colours(theme), line_px))
        self._fill.setBrush(
            _colour_map(
                faded(theme.rest, 0.0),
                faded(theme.between, FILL_OPACITY / 2),
                faded(theme.height, FILL_OPACITY),
            ).getBrush(span=(REST_TOP_Z, HEIGHT_Z))
        )
        self._ghost_pen = QPen(faded(theme.ghost, 1.0), max(1.0, line_px * 0.5))
        self._ghost_pen.setCosmetic(True)

    def dress_stale(self, theme: Theme, line_px: float) -> None:
        """Take one grey for everything: what is shown is not current."""
        grey = QPen(faded(theme.stale, 1.0), line_px)
        grey.setCosmetic(True)
        self._line.setPen(grey)
        self._fill.setBrush(faded(theme.stale, 0.10))

    def set_span(
        self, start_s: float, end_s: float, low_z: float, high_z: float
    ) -> None:
        """Choose what is in view."""
        self._span = (start_s, end_s, low_z, high_z)
        self._box.setRange(xRange=(start_s, end_s), yRange=(low_z, high_z), padding=0)

    def draw(self, t_s: Floats, z: Floats) -> None:
        """Draw the line.

        Parameters
        ----------
        t_s, z
            shape (n,), seconds and heights; NaN heights are gaps.
        """
        self._fill.setData(t_s, np.maximum(z, REST_TOP_Z), connect="finite")
        self._line.setData(t_s, z, connect="finite")

    def draw_ghosts(self, ghosts: list[tuple[Floats, Floats]]) -> None:
        """Draw fainter lines behind, each as seconds and heights."""
        for ghost in self._ghosts:
            self._box.removeItem(ghost)
        self._ghosts = [self._curve(antialias=True) for _ in ghosts]
        for curve, (t_s, z) in zip(self._ghosts, ghosts, strict=True):
            curve.setZValue(-1)
            curve.setPen(self._ghost_pen)
            curve.setData(t_s, z, connect="finite")

    def place(self, t_s: float, z: float) -> QPointF:
        """Where a point of the chart is within this widget, px."""
        return self._to_pixels().map(QPointF(t_s, z))

    def picture(self, piece: QRect, ratio: float) -> QPixmap:
        """A piece of it on a ground that shows through, without being on screen.

        For a chart that has no parent: Qt paints a child through its window's painter
        wherever that window is being painted.

        Parameters
        ----------
        piece
            What of it, px.
        ratio
            Pixels of the screen to one of the widget.
        """
        picture = QPixmap(piece.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        self.render(picture, QPoint(), piece, QWidget.RenderFlag.DrawChildren)
        return picture

    def paint_steps(self, painter: QPainter, steps: Sequence[Step]) -> None:
        """Paint stretches of the line with their fill, as ``draw`` would.

        Parameters
        ----------
        painter
            Of a widget of the same size.
        steps
            Each from one second and height to another, all known.
        """
        painter.save()
        painter.setTransform(self._to_pixels(), combine=True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._fill.opts["brush"])
        for step in steps:
            painter.drawPolygon(_above_rest(*step))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._line.opts["pen"])
        painter.drawLines([QLineF(*before, *after) for before, after in steps])
        painter.restore()

    def _to_pixels(self) -> QTransform:
        """From seconds and heights to px of the widget."""
        start_s, end_s, low_z, high_z = self._span
        across, down = (
            self.width() / (end_s - start_s),
            self.height() / (low_z - high_z),
        )
        return QTransform(across, 0, 0, down, -start_s * across, -high_z * down)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the view fill the widget."""
        self._view.setGeometry(self.rect())
        super().resizeEvent(event)

    def _curve(self, *, antialias: bool) -> Any:
        curve = pg.PlotCurveItem(antialias=antialias)
        curve.setPen(None)
        curve.setSegmentedLineMode("on")
        self._box.addItem(curve, ignoreBounds=True)
        return curve


def line_colour(theme: Theme, z: float) -> str:
    """The colour of the line at a height, ``#rrggbb``."""
    colour: str = (
        _line_colours(theme)
        .map((z - REST_TOP_Z) / (HEIGHT_Z - REST_TOP_Z), mode="qcolor")
        .name()
    )
    return colour


def _above_rest(before: Point, after: Point) -> QPolygonF:
    raised = [QPointF(t_s, max(z, REST_TOP_Z)) for t_s, z in (before, after)]
    return QPolygonF(
        [*raised, *(QPointF(t_s, REST_TOP_Z) for t_s, _ in (after, before))]
    )


def _line_colours(theme: Theme) -> Any:
    return _colour_map(theme.rest, theme.between, theme.height)


def _colour_map(*colours: Any) -> Any:
    positions = np.linspace(0.0, 1.0, len(colours))
    return pg.ColorMap(positions, [pg.mkColor(colour) for colour in colours])


def _rounded(colours: Any, width_px: float) -> QPen:
    pen: QPen = colours.getPen(span=(REST_TOP_Z, HEIGHT_Z), width=width_px)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
