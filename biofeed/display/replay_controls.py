"""The buttons of a replay: play, rounds, speed, and how much is shown.

Rules
-----
- Each is named with its key, as the hints of a session are.
- Where large type leaves too little room, all of them are there in fewer words.
"""

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from biofeed.display import replay_words as said
from biofeed.display.figures import figure
from biofeed.display.plain_label import PlainLabel
from biofeed.display.style_sheet import target_px
from biofeed.display.theme import Measure, Theme
from biofeed.display.timeline_scale import clock
from biofeed.session.outline import Outline
from biofeed.session.snapshot import Replaying

SPEEDS = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
"""Session seconds a second, by the buttons."""

SMALL_PX = 15
PLAY_PX = 132
"""Height of type and least width of the first button, px at 1440 x 900."""

TOLD_PER_S = 4
"""So often in a second the time changes at most: figures that race cannot be read."""


class ReplayControls(QWidget):
    """A row of buttons, with the time and the speed between them."""

    played = Signal()
    went_back = Signal()
    went_on = Signal()
    slowed = Signal()
    hurried = Signal()
    toggled_view = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure = Measure()
        self._replay = Replaying(
            speed=1.0, is_playing=False, outline=Outline(end_s=0.0)
        )
        self._t_s, self._is_short, self._play_px = 0.0, False, 0
        self.play_button = self._button(self.played)
        self.play_button.setObjectName("primary")
        self.play_button.setFlat(False)
        self.back_button = self._button(self.went_back)
        self.on_button = self._button(self.went_on)
        self.slower_button = self._button(self.slowed)
        self.faster_button = self._button(self.hurried)
        self.view_button = self._button(self.toggled_view)
        self.view_button.setCheckable(True)
        self.close_button = self._button(self.closed)
        self._time, self._speed = PlainLabel(self), PlainLabel(self)
        self._speed.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._fill()

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._measure = measure
        for label in (self._time, self._speed):
            label.dress(theme.text, measure.text_px(SMALL_PX))
        self._row.setSpacing(measure.px(6))
        # Figures that change in width must not push the buttons about.
        metrics = self._speed.fontMetrics()
        widest = max(said.SPEED.format(speed=figure(each)) for each in SPEEDS)
        self._speed.setMinimumWidth(metrics.horizontalAdvance(widest))
        self.setFixedHeight(target_px(measure))
        self._fit()

    def show_replay(
        self, replay: Replaying, t_s: float, *, as_client_saw: bool
    ) -> None:
        """Show how the recording is being played."""
        is_other = replay.outline.end_s != self._replay.outline.end_s
        is_other |= bool(replay.outline.rounds) != bool(self._replay.outline.rounds)
        self._replay, self._t_s = replay, t_s
        self.slower_button.setEnabled(replay.speed > SPEEDS[0])
        self.faster_button.setEnabled(replay.speed < SPEEDS[-1])
        self.view_button.setChecked(as_client_saw)
        if is_other:
            self._fit()
        else:
            self._say()

    def leave_only_close(self) -> None:
        """Offer nothing else: there is no replay any more."""
        for button in self.findChildren(QPushButton):
            button.setEnabled(button is self.close_button)

    @override
    def minimumSizeHint(self) -> QSize:
        """Any width will do: with less of it, less is said."""
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fill(self) -> None:
        for each in (self.play_button, self.back_button, self.on_button):
            self._row.addWidget(each)
        self._row.addStretch(1)
        self._row.addWidget(self._time)
        self._row.addStretch(1)
        for part in (self.slower_button, self._speed, self.faster_button):
            self._row.addWidget(part)
        self._row.addWidget(self.view_button)
        self._row.addWidget(self.close_button)

    def _button(self, pressed: SignalInstance) -> QPushButton:
        button = QPushButton(self)
        button.setFlat(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        # What is told is that it was pressed, not whether it is down now.
        button.clicked.connect(lambda _: pressed.emit())
        return button

    def _fit(self) -> None:
        """Name everything in full, or in short where that does not fit."""
        self._play_px = self._widest_play_px()
        self._is_short = False
        self._say()
        if self._row.sizeHint().width() > self.width():
            self._is_short = True
            self._say()

    def _say(self) -> None:
        is_short = self._is_short
        play = said.PAUSE if self._replay.is_playing else said.PLAY
        back, on = said.RISE_BACK, said.RISE_ON
        if self._replay.outline.rounds:
            back, on = said.ROUND_BACK, said.ROUND_ON
        view = said.CLIENT_SAW_SHORT if is_short else said.CLIENT_SAW
        _name(self.play_button, said.SPACE_KEY, play, face=play)
        _name(self.back_button, "B", back, face="B" if is_short else "")
        _name(self.on_button, "N", on, face="N" if is_short else "")
        _name(self.slower_button, "−", said.SLOWER, face="−")
        _name(self.faster_button, "+", said.FASTER, face="+")
        _name(self.view_button, "W", said.CLIENT_SAW, face=f"W  {view}")
        _name(self.close_button, "Esc", said.CLOSE, face="Esc" if is_short else "")
        at, end = clock(self._read_s), clock(self._replay.outline.end_s)
        self._time.say(at if is_short else said.AT_OF.format(at=at, end=end))
        widest = end if is_short else said.AT_OF.format(at=end, end=end)
        metrics = self._time.fontMetrics()
        self._time.setFixedWidth(metrics.horizontalAdvance(widest) + 2)
        self._speed.say(said.SPEED.format(speed=figure(self._replay.speed)))
        name = said.SPEED_NAME.format(speed=figure(self._replay.speed))
        self._speed.setAccessibleName(name)
        least_px = 0 if is_short else self._measure.px(PLAY_PX)
        self.play_button.setMinimumWidth(max(least_px, self._play_px))

    @property
    def _read_s(self) -> float:
        """The time that is told: hurried on, in steps that an eye can follow, s."""
        if not self._replay.is_playing:
            return self._t_s
        step_s = max(1.0, self._replay.speed / TOLD_PER_S)
        return self._t_s - self._t_s % step_s

    def _widest_play_px(self) -> int:
        """Room for both of its words: pressed, it pushes nothing about, px."""
        widths_px = []
        for word in (said.PLAY, said.PAUSE):
            self.play_button.setText(word)
            widths_px.append(self.play_button.sizeHint().width())
        return max(widths_px)


def _name(button: QPushButton, key: str, meaning: str, *, face: str) -> None:
    face = face or f"{key}  {meaning}"
    name = said.KEYED.format(meaning=meaning, key=key)
    if button.text() != face:
        button.setText(face)
    if button.accessibleName() != name:
        button.setAccessibleName(name)


def next_speed(speed: float) -> float:
    """The next higher speed there is a step to.

    >>> next_speed(1.0), next_speed(3.0), next_speed(100.0)
    (2.0, 4.0, 16.0)
    """
    return next((each for each in SPEEDS if each > speed), SPEEDS[-1])


def previous_speed(speed: float) -> float:
    """The next lower speed there is a step to.

    >>> previous_speed(1.0), previous_speed(100.0), previous_speed(0.5)
    (0.5, 16.0, 0.5)
    """
    return next((each for each in reversed(SPEEDS) if each < speed), SPEEDS[0])
