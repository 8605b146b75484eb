"""The ground every screen stands on: a quiet sky, and the resting band as a horizon.

Theory
------
Sky and band are painted once into a pixmap. The pacer redraws sixty times a second on
top of this widget, and each time Qt asks for the piece behind it.
"""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
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
        self._scene = QPixmap()
        self._band: tuple[int, int, int] | None = None
        self._learned_share = 1.0

    def dress(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._redraw()

    def set_band(self, top_px: float, middle_px: float, bottom_px: float) -> None:
        """Move the resting band; px from the top of this widget."""
        band = (round(top_px), round(middle_px), round(bottom_px))
        if band != self._band:
            self._band = band
            self._redraw()

    def clear_band(self) -> None:
        """Show no band."""
        if self._band is not None:
            self._band = None
            self._redraw()

    def set_learned(self, share: float) -> None:
        """Let the horizon reach as far as the rest is learned, 0 to 1."""
        if share != self._learned_share:
            self._learned_share = share
            self._redraw()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the piece that is asked for."""
        ratio = self.devicePixelRatio()
        if self._scene.size() != self.size() * ratio:
            self._scene = self._painted(ratio)
        piece = QRectF(event.rect())
        source = QRectF(piece.topLeft() * ratio, piece.size() * ratio)
        QPainter(self).drawPixmap(piece, self._scene, source)

    def _redraw(self) -> None:
        self._scene = QPixmap()
        self.update()

    def _painted(self, ratio: float) -> QPixmap:
        scene = QPixmap(self.size() * ratio)
        scene.setDevicePixelRatio(ratio)
        sky = QLinearGradient(0, 0, 0, self.height())
        sky.setColorAt(0.0, QColor(self._theme.sky))
        sky.setColorAt(0.75, QColor(self._theme.ground))
        painter = QPainter(scene)
        painter.fillRect(self.rect(), sky)
        if self._band is not None:
            self._paint_band(painter, *self._band)
        painter.end()
        return scene

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
