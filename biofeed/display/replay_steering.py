"""What is done to a replay by key or by pointer.

Rules
-----
- A key counts from what was wished before it: two of them, pressed before the replay
  has answered the first, do twice as much.
- A wish that is not fulfilled soon was not possible, and counts no more.
"""

from collections.abc import Callable

from biofeed.display.replay_controls import next_speed, previous_speed
from biofeed.display.timeline_bar import TimelineBar
from biofeed.display.timeline_scale import next_of, previous_of
from biofeed.session.outline import Outline
from biofeed.session.replay_thread import ReplayControl
from biofeed.session.snapshot import Replaying, Snapshot

LAPSES_S = 1.5
"""A wish counts this long at most: any place is reached within about a second, s."""

NEAR_S = 1.0
"""So near to a moment that was asked for, one is there; playing on, so much further for
each session second a second, s."""


class ReplaySteering:
    """Each act is one method; before the first snapshot none of them does anything.

    Parameters
    ----------
    control
        The replay.
    line
        Where it is shown to be; what is asked for there comes here.
    now_s
        The display's steady clock, s.
    """

    def __init__(
        self, control: ReplayControl, line: TimelineBar, now_s: Callable[[], float]
    ) -> None:
        self._control, self._line, self._now_s = control, line, now_s
        self._replaying: Replaying | None = None
        self._is_playing, self._speed = False, 1.0
        self._wished_s = float("-inf")
        self._goal_s: float | None = None
        line.sought.connect(self._seek)

    def heed(self, snapshot: Snapshot) -> None:
        """Take note of where the replay is; what is still on its way is waited for."""
        replaying = snapshot.replay
        if replaying is None:
            return
        self._replaying = replaying
        is_waited_for = self._now_s() - self._wished_s < LAPSES_S
        if not is_waited_for or self._is_fulfilled(replaying):
            self._is_playing, self._speed = replaying.is_playing, replaying.speed
        if not is_waited_for or self._is_there(snapshot.t_s):
            self._goal_s = None
            self._line.show_place(replaying.outline, snapshot.t_s)
        else:
            self._line.show_place(replaying.outline, self._line.t_s)

    def toggle(self) -> None:
        """Play, or pause; at the end, play from the beginning."""
        if self._replaying is None:
            return
        self._wish()
        self._is_playing = not self._is_playing
        if self._is_playing:
            self._control.play()
        else:
            self._control.pause()

    def go_on(self) -> None:
        """Go to where the next round begins, or the next rise; else to the end.

        What has not been read yet may hold one: then as far as all is known.
        """
        if (outline := self._outline) is not None:
            goal_s = next_of(outline.landmarks_s, self._line.t_s)
            self._line.go_to(outline.known_s if goal_s is None else goal_s)

    def go_back(self) -> None:
        """Go to where this round began, or the one before."""
        if (outline := self._outline) is not None:
            goal_s = previous_of(outline.landmarks_s, self._line.t_s)
            self._line.go_to(outline.start_s if goal_s is None else goal_s)

    def go_by(self, seconds: float) -> None:
        """Go so far on; back where it is negative."""
        self._line.go_to(self._line.t_s + seconds)

    def go_to_start(self) -> None:
        """Go to the beginning."""
        if (outline := self._outline) is not None:
            self._line.go_to(outline.start_s)

    def go_to_end(self) -> None:
        """Go to the end."""
        if (outline := self._outline) is not None:
            self._line.go_to(outline.end_s)

    def hurry(self) -> None:
        """Play faster."""
        self._set_speed(next_speed(self._speed))

    def slow_down(self) -> None:
        """Play slower."""
        self._set_speed(previous_speed(self._speed))

    @property
    def _outline(self) -> Outline | None:
        return None if self._replaying is None else self._replaying.outline

    def _set_speed(self, speed: float) -> None:
        if self._replaying is not None:
            self._wish()
            self._speed = speed
            self._control.set_speed(speed)

    def _seek(self, t_s: float) -> None:
        self._wish()
        self._goal_s = t_s
        self._control.seek(t_s)

    def _wish(self) -> None:
        self._wished_s = self._now_s()

    def _is_fulfilled(self, replaying: Replaying) -> bool:
        wished = (self._is_playing, self._speed)
        return wished == (replaying.is_playing, replaying.speed)

    def _is_there(self, t_s: float) -> bool:
        if self._goal_s is None:
            return True
        further_s = NEAR_S + (self._speed if self._is_playing else 0.0)
        return -NEAR_S <= t_s - self._goal_s <= further_s
