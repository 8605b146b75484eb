"""A soft round shape in a space of its own, as full as it is asked to be."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QRadialGradient

from biofeed.display.colour import faded, mixed
from biofeed.display.theme import Theme

FULL_SHARE = 0.86
"""The shape when full, as a share of the space around it."""

EMPTY_SHARE = 0.42
"""The shape when empty, as a share of the full one."""


def paint_space(painter: QPainter, theme: Theme, centre: QPointF, most: float) -> None:
    """Draw the space around a shape, of radius ``most``, px."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faded(theme.breath, 0.16))
    painter.drawEllipse(centre, most - 0.5, most - 0.5)


def orb_radius(most: float, fullness: float) -> float:
    """Radius of the shape, 0 empty to 1 full, in a space of radius ``most``, px.

    >>> orb_radius(100.0, 1.0)
    86.0
    """
    return most * FULL_SHARE * (EMPTY_SHARE + (1.0 - EMPTY_SHARE) * fullness)


def paint_orb(
    painter: QPainter, theme: Theme, centre: QPointF, most: float, fullness: float
) -> None:
    """Draw the shape, 0 empty to 1 full, in a space of radius ``most``, px."""
    radius = orb_radius(most, fullness)
    glow = QRadialGradient(centre, radius)
    inner = mixed(theme.breath, theme.rest, 0.25 + 0.35 * fullness)
    glow.setColorAt(0.0, faded(inner, 0.92))
    glow.setColorAt(1.0, faded(theme.breath, 0.78))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glow)
    painter.drawEllipse(centre, radius, radius)
