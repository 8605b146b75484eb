"""The client's own window in small: what they see, as they see it.

It is their window that paints itself once more, at the size of the picture, so nothing
can differ. That costs about as much as one picture of it (13 ms at 1440 x 900): it is
done once a second, and not at all while nobody sees it.
"""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from biofeed.display import console_words as said
from biofeed.display.console_canvas import SMALL_PX, Align
from biofeed.display.theme import LIGHT, Measure, Theme, font

MOST_HIGH_PX = 150


class ConsoleMirror(QWidget):
    """Shows the client's window.

    Parameters
    ----------
    client
        What is shown; None where there is none.
    """

    ACCESSIBLE_ROLE = QAccessible.Role.Graphic

    def __init__(self, client: QWidget | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._theme, self._measure = LIGHT, Measure()
        self._picture = QPixmap()
        self.setAccessibleName(said.CLIENT_SEES)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Ignored, policy.Fixed)
        if client is not None:
            client.destroyed.connect(self._forget)

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._theme, self._measure = theme, measure
        self.setFixedHeight(measure.px(MOST_HIGH_PX))
        self.refresh()

    def refresh(self) -> None:
        """Take a new picture."""
        client = self._client
        if client is None or not client.isVisible() or not self.isVisible():
            self._picture = QPixmap()
        else:
            self._picture = self._taken(client)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture in the middle, or say that there is none."""
        painter = QPainter(self)
        if self._picture.isNull():
            painter.setFont(font(self._measure.text_px(SMALL_PX)))
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(self.rect(), Align.AlignCenter, said.NO_CLIENT)
            return
        size = self._size(self._picture.size())
        left = (self.width() - size.width()) // 2
        painter.drawPixmap(QPoint(left, 0), self._picture)
        painter.setPen(QColor(self._theme.edge))
        painter.drawRect(left, 0, size.width() - 1, size.height() - 1)

    def _size(self, of: QSize) -> QSize:
        ratio = self._picture.devicePixelRatio() or 1.0
        return QSize(round(of.width() / ratio), round(of.height() / ratio))

    def _taken(self, client: QWidget) -> QPixmap:
        room = QSize(self.width(), self.height())
        size = client.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        ratio = self.devicePixelRatioF()
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(self._theme.ground))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        share = size.width() / max(1, client.width())
        painter.scale(share, share)
        client.render(painter, QPoint())
        painter.end()
        return picture

    def _forget(self) -> None:
        self._client = None
