"""A recording's time line, to look at and to move along.

Rules
-----
- To a screen reader it is a slider in seconds, with the time and the phase in words.
- Pressed or drawn along, it asks for moments and moves at once; where the replay is, it
  shows again with the next snapshot.
- What does not change is painted once.
"""

from PySide6.QtCore import QEvent, QPointF, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget
from typing_extensions import override

from biofeed.display import replay_words, words
from biofeed.display.theme import LIGHT, Measure, Theme
from biofeed.display.timeline_paint import TimelinePaint, height_px, said_at
from biofeed.display.timeline_scale import TimeScale
from biofeed.session.outline import Outline

STEP_S = 10
PAGE_S = 60
"""How far the arrow keys go, and how far Page Up and Down, s."""

KNOB_PX = 12
"""Air at both ends for the head of the line, px at 1440 x 900."""


class TimelineBar(QAbstractSlider):
    """Shows an outline and a place in it."""

    sought = Signal(float)
    """A moment that was asked for, s."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._measure = LIGHT, Measure()
        self._outline = Outline(end_s=0.0)
        self._t_s = 0.0
        self._pointed_s: float | None = None
        self._still = QPixmap()
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setSingleStep(STEP_S)
        self.setPageStep(PAGE_S)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(replay_words.TIME_LINE)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed)
        self.valueChanged.connect(self._be_put)

    @property
    def t_s(self) -> float:
        """The moment it shows, s."""
        return self._t_s

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._theme, self._measure = theme, measure
        self.setFixedHeight(height_px(measure))
        self._paint_anew()

    def show_place(self, outline: Outline, t_s: float) -> None:
        """Show where a replay is in its recording."""
        if outline is not self._outline:
            self._outline = outline
            with QSignalBlocker(self):
                self.setRange(round(outline.start_s), round(outline.end_s))
            self._paint_anew()
        if self.isSliderDown():
            return  # it is where the hand holds it
        self._be_at(t_s)

    def go_to(self, t_s: float) -> None:
        """Ask for a moment, or for the nearest end, and be there."""
        t_s = min(max(t_s, self._outline.start_s), self._outline.end_s)
        if not self.isSliderDown():
            self._point_at(None)  # it is the keyboard that goes on now
        self._be_at(t_s)
        self.sought.emit(t_s)

    @override
    def sizeHint(self) -> QSize:
        """As wide as there is room, and as high as its rows."""
        return QSize(self._measure.px(600), height_px(self._measure))

    @override
    def minimumSizeHint(self) -> QSize:
        """It can be drawn narrow."""
        return QSize(self._measure.px(200), height_px(self._measure))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where it was pressed."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.go_to(self._scale.t_s(event.position().x()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along, or say what is under the pointer."""
        t_s = self._scale.t_s(event.position().x())
        self._point_at(t_s)
        if self.isSliderDown():
            self.go_to(t_s)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Hold it no longer."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """Say no more what is under the pointer."""
        super().leaveEvent(event)
        self._point_at(None)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the recording, and the place in it."""
        ratio = self.devicePixelRatioF()
        if self._still.size() != self.size() * ratio:
            self._still = self._painted(ratio)
        painter = QPainter(self)
        painter.drawPixmap(QPointF(), self._still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint = self._paint_with(painter)
        if self.hasFocus():
            paint.ring()
        if self._pointed_s is not None:
            paint.pointed_at(self._outline, self._pointed_s)
        paint.playhead(self._t_s)

    @property
    def _scale(self) -> TimeScale:
        air = self._measure.px(KNOB_PX)
        return TimeScale(
            left_px=float(air),
            width_px=max(1.0, self.width() - 2.0 * air),
            start_s=self._outline.start_s,
            end_s=self._outline.end_s,
        )

    def _painted(self, ratio: float) -> QPixmap:
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(Qt.GlobalColor.transparent))
        painter = QPainter(picture)
        self._paint_with(painter).still(self._outline)
        painter.end()
        return picture

    def _paint_with(self, painter: QPainter) -> TimelinePaint:
        return TimelinePaint(
            painter=painter,
            scale=self._scale,
            theme=self._theme,
            measure=self._measure,
        )

    def _paint_anew(self) -> None:
        self._still = QPixmap()
        self.updateGeometry()
        self.update()

    def _point_at(self, t_s: float | None) -> None:
        self._pointed_s = t_s
        self.update()

    def _be_at(self, t_s: float) -> None:
        """Draw the head of the line elsewhere, and nothing else."""
        before, self._t_s = self._t_s, t_s
        with QSignalBlocker(self):  # only what somebody else sets is asked for
            self.setValue(round(t_s))
        said = words.BETWEEN.join(said_at(self._outline, t_s))
        self.setAccessibleDescription(said)
        for each in (before, t_s):
            knob = self._measure.px(KNOB_PX)
            left = round(self._scale.x(each)) - knob - 2
            self.update(QRect(left, 0, 2 * knob + 4, self.height()))

    def _be_put(self, seconds: int) -> None:
        """Ask for where a screen reader, or a key of the slider's own, put it."""
        self.go_to(float(seconds))
