"""What is done to a replay by key or by pointer."""

from collections.abc import Callable

from biofeed.display.replay_controls import next_speed, previous_speed
from biofeed.display.timeline_bar import TimelineBar
from biofeed.display.timeline_scale import next_of, previous_of
from biofeed.session.replay_thread import ReplayControl
from biofeed.session.snapshot import Replaying


class ReplaySteering:
    """Each act is one method; before the first snapshot none of them does anything.

    Parameters
    ----------
    control
        The replay.
    line
        Where it is shown to be: from there one goes on, however late it follows.
    replaying
        Gives how it is being played; None before the first snapshot.
    """

    def __init__(
        self,
        control: ReplayControl,
        line: TimelineBar,
        replaying: Callable[[], Replaying | None],
    ) -> None:
        self._control, self._line = control, line
        self._replaying = replaying

    def toggle(self) -> None:
        """Play, or pause; at the end, play from the beginning."""
        if (replaying := self._replaying()) is None:
            return
        if replaying.is_playing:
            self._control.pause()
        else:
            self._control.play()

    def go_on(self) -> None:
        """Go to where the next round begins, or the next rise; else to the end."""
        if (replaying := self._replaying()) is not None:
            outline = replaying.outline
            goal_s = next_of(outline.landmarks_s, self._line.t_s)
            self._line.go_to(outline.end_s if goal_s is None else goal_s)

    def go_back(self) -> None:
        """Go to where this round began, or the one before."""
        if (replaying := self._replaying()) is not None:
            goal_s = previous_of(replaying.outline.landmarks_s, self._line.t_s)
            self._line.go_to(goal_s)

    def go_by(self, seconds: float) -> None:
        """Go so far on; back where it is negative."""
        self._line.go_to(self._line.t_s + seconds)

    def go_to_start(self) -> None:
        """Go to the beginning."""
        self._line.go_to(0.0)

    def go_to_end(self) -> None:
        """Go to the end."""
        if (replaying := self._replaying()) is not None:
            self._line.go_to(replaying.outline.end_s)

    def hurry(self) -> None:
        """Play faster."""
        if (replaying := self._replaying()) is not None:
            self._control.set_speed(next_speed(replaying.speed))

    def slow_down(self) -> None:
        """Play slower."""
        if (replaying := self._replaying()) is not None:
            self._control.set_speed(previous_speed(replaying.speed))
