"""The ground every screen stands on: a quiet sky, and the resting band as a horizon.

Theory
------
The pacer redraws sixty times a second on top of this widget, and each time Qt asks for
the piece behind it: the sky is painted once and copied from then on. The band is drawn
over it each time, and so moves with the axis at the cost of the rows it is in; a sky of
3840 x 2160 with the band in it took 15 ms to paint anew, at every picture of the axis.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from biofeed.display.colour import faded
from biofeed.display.theme import Theme

FADE_SHARE = 0.12
"""Soft edge of a band that is being learned, as a share of the width."""


class Backdrop(QWidget):
    """Sky, band and horizon."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sky = QPixmap()
        self._band: tuple[int, int, int] | None = None
        self._learned_share = 1.0
        self._changes = 0
        # Nothing shines through, so Qt need not paint the window beneath it first.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def dress(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._sky = QPixmap()
        self._change(self.rect())

    def set_band(self, top_px: float, middle_px: float, bottom_px: float) -> None:
        """Move the resting band; px from the top of this widget."""
        self._move((round(top_px), round(middle_px), round(bottom_px)))

    def clear_band(self) -> None:
        """Show no band."""
        self._move(None)

    def _move(self, band: tuple[int, int, int] | None) -> None:
        if band != self._band:
            before, self._band = self._rows, band
            self._change(before.united(self._rows))

    def set_learned(self, share: float) -> None:
        """Let the horizon reach as far as the rest is learned, 0 to 1."""
        if share != self._learned_share:
            self._learned_share = share
            self._change(self._rows)

    @property
    def changes(self) -> int:
        """How often it has looked another way: a copy of it is good until it grows."""
        return self._changes

    def _change(self, where: QRect) -> None:
        self._changes += 1
        self.update(where)

    @property
    def _rows(self) -> QRect:
        """What the band is drawn in; empty without one."""
        if self._band is None:
            return QRect()
        top, _, bottom = self._band
        return QRect(0, top - 1, self.width(), bottom - top + 2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stretch the sky."""
        super().resizeEvent(event)
        self._change(self.rect())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is asked for."""
        self.paint_piece(QPainter(self), event.rect())

    def paint_piece(self, painter: QPainter, piece: QRect) -> None:
        """Draw what is in a rectangle, to which the painter is clipped already."""
        ratio = self.devicePixelRatio()
        if self._sky.size() != self.size() * ratio:
            self._sky = self._painted_sky(ratio)
        painter.drawPixmap(0, 0, self._sky)
        if self._band is not None and piece.intersects(self._rows):
            self._paint_band(painter, *self._band)

    def _painted_sky(self, ratio: float) -> QPixmap:
        painted = QPixmap(self.size() * ratio)
        painted.setDevicePixelRatio(ratio)
        sky = QLinearGradient(0, 0, 0, self.height())
        sky.setColorAt(0.0, QColor(self._theme.sky))
        sky.setColorAt(0.75, QColor(self._theme.ground))
        painter = QPainter(painted)
        painter.fillRect(self.rect(), sky)
        painter.end()
        return painted

    def _learned_fill(self, edge: int) -> QBrush:
        """The band's colour, fading out towards what is not learned yet."""
        if edge >= self.width():
            return QBrush(QColor(self._theme.band))
        fade = QLinearGradient(edge - self.width() * FADE_SHARE, 0, edge, 0)
        fade.setColorAt(0.0, QColor(self._theme.band))
        fade.setColorAt(1.0, faded(self._theme.band, 0.0))
        return QBrush(fade)

    def _paint_band(
        self, painter: QPainter, top: int, middle: int, bottom: int
    ) -> None:
        learned = round(self.width() * self._learned_share)
        height = bottom - top
        painter.fillRect(
            QRect(0, top, self.width(), height), faded(self._theme.band, 0.35)
        )
        painter.fillRect(QRect(0, top, learned, height), self._learned_fill(learned))
        if not learned:
            return
        painter.setPen(QPen(QColor(self._theme.horizon), max(1.0, height / 100)))
        painter.drawLine(0, middle, learned, middle)
