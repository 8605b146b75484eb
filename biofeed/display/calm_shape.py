"""One calm shape over the horizon: on it at rest, above it while something is up.

Rules
-----
- It knows five places and no number; it drifts between them and never jumps.
- While the state is not known it stays where it was, and fades.

Theory
------
How far up a body is, as a place: the state alone decides on it, so nobody can read a
value off it, and a trace that wobbles does not make it wobble.
"""

from collections.abc import Callable, Mapping
from math import exp

from PySide6.QtCore import QPointF, QTimer, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from biofeed.core.values import State
from biofeed.display import guidance_words
from biofeed.display.orb import Orb, paint_space
from biofeed.display.theme import LIGHT, Motion, Theme

PLACES: Mapping[State, float] = {
    State.UNUSUALLY_LOW: -0.25,
    State.SETTLED: 0.0,
    State.ABOVE_REST: 0.35,
    State.COMING_BACK: 0.55,
    State.ACTIVATED: 1.0,
}
"""Height over the horizon, as a share of the room above it."""

DRIFT_S = 3.0
"""Time in which it goes two thirds of the way to a new place, s: slow enough that it
is seen to have moved, not to move."""

THERE = 0.002
"""Nearer than this it has arrived, as a share of the room."""

FRAME_MS = 33
"""Between two pictures while it drifts, ms."""

FULLNESS = 0.45
FADED = 0.35
"""How full it is drawn, and how strongly where nothing is known."""


class CalmShape(QWidget):
    """Drawn where no pacer is; where one is, it lends the pacer its place."""

    ACCESSIBLE_ROLE = QAccessible.Role.Animation

    moved = Signal()
    """It is somewhere else now."""

    def __init__(
        self,
        now_s: Callable[[], float],
        *,
        motion: Motion,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._now_s = now_s
        self._motion = motion
        self._theme, self._orb = LIGHT, Orb()
        self._wanted = self.place = 0.0
        self._is_known = True
        self._before_s = now_s()
        self._frames = QTimer(self)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self.drift)
        self.setAccessibleName(guidance_words.SHAPE)

    def dress(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def show_state(self, state: State, *, is_current: bool) -> None:
        """Drift to where a state belongs; stay, and fade, where it is not known."""
        is_known = is_current and state in PLACES
        if is_known != self._is_known:
            self._is_known = is_known
            self.update()
        if not is_known or PLACES[state] == self._wanted:
            return
        self._wanted = PLACES[state]
        self.setAccessibleDescription(guidance_words.SHAPE_PLACES[state])
        self._before_s = self._now_s()
        self._frames.start()

    def begin(self, state: State) -> None:
        """Stand where a state belongs, as when it was not seen before."""
        self._wanted = self.place = PLACES.get(state, 0.0)
        self.setAccessibleDescription(guidance_words.SHAPE_PLACES.get(state, ""))
        self._frames.stop()
        self.moved.emit()

    def drift(self) -> None:
        """Go on towards the wanted place, as far as time has passed."""
        now_s = self._now_s()
        left = self._wanted - self.place
        share = 1.0 - exp(-max(0.0, now_s - self._before_s) / DRIFT_S)
        self._before_s = now_s
        if abs(left) < THERE or self._motion is Motion.REDUCED:
            self.place = self._wanted
            self._frames.stop()
        else:
            self.place += share * left
        self.moved.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw it anew."""
        super().resizeEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it at rest."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self._is_known else FADED)
        most = min(self.width(), self.height()) / 2
        centre = QPointF(self.width() / 2, self.height() / 2)
        paint_space(painter, self._theme, centre, most)
        self._orb.fit(self._theme, most, self.devicePixelRatioF())
        self._orb.paint(painter, centre, FULLNESS)
