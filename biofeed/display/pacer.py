"""A shape that breathes: a circle that grows and shrinks, or a bar that only fades.

Rules
-----
- Drawn in a widget of its own, so that sixty pictures a second redraw nothing else.
- Motion is smooth and far slower than anything that flashes (0.13 Hz at most).
- With reduced motion nothing moves: a bar fades, and the seconds are counted.
"""

from collections.abc import Callable
from math import ceil, floor

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QHideEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from biofeed.display import words
from biofeed.display.backdrop import Backdrop
from biofeed.display.breath import Breath, BreathMoment
from biofeed.display.colour import faded
from biofeed.display.frame_clock import FrameClock
from biofeed.display.orb import Orb, orb_radius, paint_space
from biofeed.display.still_ground import StillGround
from biofeed.display.theme import LIGHT, Measure, Motion, Theme, font

WORD_PX = 17


def word_room_px(measure: Measure) -> int:
    """Height of the word below the shape, px."""
    return measure.text_px(WORD_PX * 1.4) + measure.px(16)


class Pacer(QWidget):
    """Shows when to breathe in and out.

    Attributes
    ----------
    frames
        Its beat, and that of all that moves beside it.
    """

    ACCESSIBLE_ROLE = QAccessible.Role.Animation

    turned = Signal()
    """The breath goes the other way now."""

    def __init__(
        self,
        breath: Breath,
        now_s: Callable[[], float],
        *,
        motion: Motion,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.breath = breath
        self._now_s = now_s
        self._motion = motion
        self._theme = LIGHT
        self._measure = Measure()
        self._before_s = now_s()
        self._moment = breath.advance(0.0)
        self._word = ""
        self._orb = Orb()
        self._still = StillGround(self, self._paint_still)
        self._ground: Backdrop | None = None
        self.frames = FrameClock(motion, self)
        self._room, self._moving = QRectF(), QRect()
        self._centre, self._most_px = QPointF(), 0.0
        self.setAccessibleName(words.PACER)

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._theme, self._measure = theme, measure
        self._still.forget()
        self._fit()
        self.update()

    def stand_on(self, ground: Backdrop) -> None:
        """Move on a backdrop from now on, with nothing in between."""
        self._ground = ground
        self.setParent(ground)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def advance(self) -> None:
        """Let the breath go on to now and draw it."""
        now_s, before = self._now_s(), self._moving
        self._moment = self.breath.advance(now_s - self._before_s)
        self._before_s = now_s
        self._moving = self._filled()
        word = words.BREATHE_IN if self._moment.is_in else words.BREATHE_OUT
        if word != self._word:
            self._word = word
            self.setAccessibleDescription(word)
            self.update()
            self.turned.emit()
        elif self._motion is Motion.FULL:
            # Only what moves: the space around it stands still, and so does the word.
            self.update(self._moving.united(before))
        else:
            self.update()

    @property
    def moment(self) -> BreathMoment:
        """The breath as it is drawn now."""
        return self._moment

    @override
    def moveEvent(self, event: QMoveEvent) -> None:
        """Paint all of it: the ground it stands on is another one here."""
        super().moveEvent(event)
        self.update()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Begin with an in-breath."""
        super().showEvent(event)
        self.breath.restart()
        self._before_s = self._now_s()
        self.advance()
        self.frames.join(self.advance)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Cost nothing while not seen."""
        super().hideEvent(event)
        self.frames.leave(self.advance)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the breath of this moment."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._ground is None:
            self._paint_still(painter)
        else:
            self._still.paint(painter, self._ground)
        bottom = self._room.bottom()
        if self._motion is Motion.REDUCED:
            bottom = self._paint_bar(painter, self._centre, self._most_px).bottom()
        else:
            self._orb.paint(painter, self._centre, self._moment.fullness)
        if event.rect().bottom() > bottom:
            self._paint_words(painter, bottom + self._measure.px(14))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the place there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Find the square that the shape breathes in; the word stands below it."""
        below = word_room_px(self._measure)
        side = min(self.width(), self.height() - below)
        top = (self.height() - below - side) / 2
        self._room = QRectF((self.width() - side) / 2, top, side, side)
        self._centre, self._most_px = self._room.center(), side / 2
        self._orb.fit(self._theme, self._most_px, self.devicePixelRatioF())
        self._moving = self._filled()

    def _filled(self) -> QRect:
        """The square that the circle fills at this moment, and a px around it."""
        radius = orb_radius(self._most_px, self._moment.fullness) + 1.0
        left, top = floor(self._centre.x() - radius), floor(self._centre.y() - radius)
        side = ceil(2.0 * radius) + 1
        return QRect(left, top, side, side)

    def _paint_still(self, painter: QPainter) -> None:
        """Draw the space that a circle breathes in; a bar has none."""
        if self._motion is Motion.FULL:
            paint_space(painter, self._theme, self._centre, self._most_px)

    def _paint_bar(self, painter: QPainter, centre: QPointF, most: float) -> QRectF:
        width, height = most * 1.8, most * 0.56
        bar = QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(self._theme.breath, 0.16))
        painter.drawRoundedRect(bar, height / 2, height / 2)
        painter.setBrush(faded(self._theme.breath, 0.12 + 0.75 * self._moment.fullness))
        painter.drawRoundedRect(bar, height / 2, height / 2)
        return bar

    def _paint_words(self, painter: QPainter, top: float) -> None:
        word = self._word
        if self._motion is Motion.REDUCED:
            word = f"{word} {max(1, round(self._moment.left_s))}"
        height = self._measure.text_px(WORD_PX) * 1.4
        centred = Qt.AlignmentFlag.AlignHCenter
        painter.setPen(QColor(self._theme.muted))
        painter.setFont(font(self._measure.text_px(WORD_PX)))
        painter.drawText(QRectF(0, top, self.width(), height), centred, word)
