"""A soft round shape in a space of its own, as full as it is asked to be."""

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap, QRadialGradient

from biofeed.display.colour import faded, mixed
from biofeed.display.theme import Theme

FULL_SHARE = 0.86
"""The shape when full, as a share of the space around it."""

EMPTY_SHARE = 0.42
"""The shape when empty, as a share of the full one."""


def halo(theme: Theme, most: float, ratio: float) -> QPixmap:
    """Paint the space around a shape once: it never changes.

    Parameters
    ----------
    most
        Its radius, px.
    ratio
        The screen's own pixels a px.
    """
    space = QPixmap(QSizeF(2 * most * ratio, 2 * most * ratio).toSize())
    space.setDevicePixelRatio(ratio)
    space.fill(Qt.GlobalColor.transparent)
    painter = QPainter(space)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faded(theme.breath, 0.16))
    painter.drawEllipse(QPointF(most, most), most - 0.5, most - 0.5)
    painter.end()
    return space


def paint_orb(
    painter: QPainter, theme: Theme, centre: QPointF, most: float, fullness: float
) -> None:
    """Draw the shape, 0 empty to 1 full, in a space of radius ``most``, px."""
    radius = most * FULL_SHARE * (EMPTY_SHARE + (1.0 - EMPTY_SHARE) * fullness)
    glow = QRadialGradient(centre, radius)
    inner = mixed(theme.breath, theme.rest, 0.25 + 0.35 * fullness)
    glow.setColorAt(0.0, faded(inner, 0.92))
    glow.setColorAt(1.0, faded(theme.breath, 0.78))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glow)
    painter.drawEllipse(centre, radius, radius)
