"""Draws points by their shape, all of about the same weight to the eye."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from biofeed.display.console_plot import Shape

TRIANGLE = ((0.0, -1.15), (1.05, 0.75), (-1.05, 0.75))
DIAMOND = ((0.0, -1.2), (1.1, 0.0), (0.0, 1.2), (-1.1, 0.0))
CROSS = (((-0.9, -0.9), (0.9, 0.9)), ((-0.9, 0.9), (0.9, -0.9)))
PLUS = (((-1.1, 0.0), (1.1, 0.0)), ((0.0, -1.1), (0.0, 1.1)))
BAR = (((0.0, -1.2), (0.0, 1.2)),)
"""Corners and strokes, in radii from the middle; y grows downwards."""

FILLED = {Shape.UP: TRIANGLE, Shape.DIAMOND: DIAMOND}
STROKED = {Shape.CROSS: CROSS, Shape.PLUS: PLUS, Shape.BAR: BAR}


def draw_shape(
    painter: QPainter, shape: Shape, at: QPointF, radius: float, colour: str
) -> None:
    """Draw one point; pen and brush of the painter are changed."""
    if strokes := STROKED.get(shape):
        painter.setPen(QPen(QColor(colour), max(1.4, radius * 0.45)))
        for (x1, y1), (x2, y2) in strokes:
            start = at + QPointF(x1, y1) * radius
            painter.drawLine(start, at + QPointF(x2, y2) * radius)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(colour)))
    if shape is Shape.SQUARE:
        side = 1.8 * radius
        painter.drawRect(QRectF(at.x() - side / 2, at.y() - side / 2, side, side))
    elif shape is Shape.DISC:
        painter.drawEllipse(at, radius, radius)
    else:
        turn = -1.0 if shape is Shape.DOWN else 1.0
        corners = FILLED.get(shape, TRIANGLE)
        points = [at + QPointF(x, turn * y) * radius for x, y in corners]
        painter.drawPolygon(QPolygonF(points))
