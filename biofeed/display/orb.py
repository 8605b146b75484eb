"""A soft round shape in a space of its own, as full as it is asked to be.

Theory
------
A disc of one colour is painted in a fifth of the time that the same disc takes with a
gradient. So the shape is a plain disc with a glow upon it: a picture that fades out
towards the rim and is kept, one for each of a few sizes. Where a glow is a little
smaller or larger than its disc nobody sees it, as next to nothing of it is left there.
"""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap, QRadialGradient

from biofeed.display.colour import faded, mixed
from biofeed.display.theme import LIGHT, Theme

FULL_SHARE = 0.86
"""The shape when full, as a share of the space around it."""

EMPTY_SHARE = 0.42
"""The shape when empty, as a share of the full one."""

GLOWS = 24
"""Sizes of the glow from empty to full: 2 px of radius apart at 1440 x 900."""

DISC = 0.78
CORE = 0.92
"""How far the colours at the rim and in the middle are from that of the ground."""


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


class Orb:
    """Paints the shape, and keeps its glows."""

    def __init__(self) -> None:
        self._theme, self._most, self._ratio = LIGHT, 0.0, 1.0
        self._disc = QBrush()
        self._glows: dict[int, QPixmap] = {}

    def fit(self, theme: Theme, most: float, ratio: float) -> None:
        """Take the colours of a theme, and the radius of the space around it, px.

        Parameters
        ----------
        ratio
            Pixels of the screen to one of the widget.
        """
        if (theme, most, ratio) != (self._theme, self._most, self._ratio):
            self._theme, self._most, self._ratio = theme, most, ratio
            self._disc = QBrush(self._colour(theme.breath, DISC))
            self._glows.clear()

    def paint(self, painter: QPainter, centre: QPointF, fullness: float) -> None:
        """Draw it, 0 empty to 1 full."""
        radius = orb_radius(self._most, fullness)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._disc)
        painter.drawEllipse(centre, radius, radius)
        glow = self._glow(round(fullness * GLOWS))
        half = glow.width() / self._ratio / 2.0
        painter.drawPixmap(centre - QPointF(half, half), glow)

    def _glow(self, size: int) -> QPixmap:
        glow = self._glows.get(size)
        if glow is None:
            glow = self._glows[size] = self._painted_glow(size / GLOWS)
        return glow

    def _painted_glow(self, fullness: float) -> QPixmap:
        # An even number of pixels, so that all of them have their middle in one place.
        half = max(1, round(orb_radius(self._most, fullness) * self._ratio))
        radius = half / self._ratio
        glow = QPixmap(2 * half, 2 * half)
        glow.setDevicePixelRatio(self._ratio)
        glow.fill(Qt.GlobalColor.transparent)
        core = mixed(self._theme.breath, self._theme.rest, 0.25 + 0.35 * fullness)
        fade = QRadialGradient(QPointF(radius, radius), radius)
        colour = self._colour(core, CORE)
        fade.setColorAt(0.0, colour)
        fade.setColorAt(1.0, faded(colour.name(), 0.0))
        painter = QPainter(glow)
        painter.fillRect(glow.rect(), fade)
        painter.end()
        return glow

    def _colour(self, colour: str, share: float) -> QColor:
        ground = mixed(self._theme.ground, self._theme.breath, 0.16)
        return QColor(mixed(ground, colour, share))
