"""Keeps the labelled beats of the last minutes and hands out windows of them."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from biofeed.core.beat import Beat, BeatLabel

KEPT_S = 300.0
"""The longest window anyone asks for, s."""

_time_s = attrgetter("t_s")


class BeatWindows:
    """The beats of the last ``KEPT_S`` seconds.

    Attributes
    ----------
    tail
        The newest beats, whose labels may still change; oldest first.
    """

    def __init__(self) -> None:
        self.tail: Sequence[Beat] = ()
        self._final: list[Beat] = []
        self._ectopic = 0

    def add(self, final: Sequence[Beat], tail: Sequence[Beat]) -> None:
        """Append beats whose labels are final, and replace those that are not."""
        self._final.extend(final)
        self._ectopic += _ectopic(final)
        self.tail = tail

    def forget_before(self, t_s: float) -> None:
        """Drop beats that no window ending at ``t_s`` reaches."""
        first = bisect_right(self._final, t_s - KEPT_S, key=_time_s)
        if first:
            self._ectopic -= _ectopic(self._final[:first])
            del self._final[:first]

    @property
    def ectopic_share(self) -> float:
        """Share of ectopic beats over ``KEPT_S``, 0 to 1; 0 without beats."""
        return self._ectopic / len(self._final) if self._final else 0.0

    def __len__(self) -> int:
        """Count the beats of the last ``KEPT_S`` seconds with final labels."""
        return len(self._final)

    def window(self, end_s: float, length_s: float) -> list[Beat]:
        """Beats that ended in ``(end_s - length_s, end_s]``, oldest first."""
        start_s = end_s - length_s
        first = bisect_right(self._final, start_s, key=_time_s)
        beats = self._final[first:]
        beats += [beat for beat in self.tail if beat.t_s > start_s]
        while beats and beats[-1].t_s > end_s:
            beats.pop()
        return beats


def _ectopic(beats: Sequence[Beat]) -> int:
    return [beat.label for beat in beats].count(BeatLabel.ECTOPIC)
