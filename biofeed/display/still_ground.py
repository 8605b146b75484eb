"""The piece of a backdrop that something moves on, painted once for all its pictures.

Rules
-----
- It is painted anew when the backdrop, its place on it or the screen changes, and not
  otherwise: whoever moves on it copies it, sixty times a second.
- Nothing else may lie beneath the widget: it would be covered.

Theory
------
A copy of opaque pixels costs a fifth of what it costs to blend the same pixels over
the backdrop. On a screen whose scale is no whole number a piece cut out beforehand
could be half a pixel off, so there it is painted in its place each time.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from biofeed.display.backdrop import Backdrop

Paint = Callable[[QPainter], None]


class StillGround:
    """What stands still beneath what moves in a widget.

    Parameters
    ----------
    widget
        Which moves on it; a child of the backdrop.
    paint
        Draws what else stands still, over the backdrop.
    """

    def __init__(self, widget: QWidget, paint: Paint) -> None:
        self._widget = widget
        self._paint = paint
        self._copy = QPixmap()
        self._copied: tuple[int, QRect, float] | None = None

    def forget(self) -> None:
        """What is painted over the backdrop changed."""
        self._copied = None

    def paint(self, painter: QPainter, ground: Backdrop) -> None:
        """Draw it, with a painter of the widget."""
        ratio = self._widget.devicePixelRatioF()
        if not ratio.is_integer():
            self._paint_on(painter, ground)
            return
        wanted = (ground.changes, self._widget.geometry(), ratio)
        if wanted != self._copied:
            self._copied = wanted
            self._copy = QPixmap(self._widget.size() * ratio)
            self._copy.setDevicePixelRatio(ratio)
            onto = QPainter(self._copy)
            onto.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_on(onto, ground)
            onto.end()
        painter.drawPixmap(0, 0, self._copy)

    def _paint_on(self, painter: QPainter, ground: Backdrop) -> None:
        place = self._widget.geometry()
        painter.save()
        painter.translate(-place.topLeft())
        painter.setClipRect(place)
        # As the backdrop draws itself: a smoothed horizon would be seen to end here.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        ground.paint_piece(painter, place)
        painter.restore()
        self._paint(painter)
