"""Keeps the labelled beats of the last minutes and hands out windows of them."""

from collections import deque
from collections.abc import Sequence
from itertools import chain

from biofeed.core.beat import Beat, BeatLabel

KEPT_S = 300.0
"""The longest window anyone asks for, s."""


class BeatWindows:
    """The beats of the last ``KEPT_S`` seconds.

    Attributes
    ----------
    tail
        The newest beats, whose labels may still change; oldest first.
    """

    def __init__(self) -> None:
        self.tail: Sequence[Beat] = ()
        self._final: deque[Beat] = deque()
        self._ectopic = 0

    def add(self, final: Sequence[Beat], tail: Sequence[Beat]) -> None:
        """Append beats whose labels are final, and replace those that are not."""
        self._final.extend(final)
        self._ectopic += sum(beat.label is BeatLabel.ECTOPIC for beat in final)
        self.tail = tail

    def forget_before(self, t_s: float) -> None:
        """Drop beats that no window ending at ``t_s`` reaches."""
        while self._final and self._final[0].t_s <= t_s - KEPT_S:
            self._ectopic -= self._final.popleft().label is BeatLabel.ECTOPIC

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
        beats: list[Beat] = []
        for beat in chain(reversed(self.tail), reversed(self._final)):
            if beat.t_s <= start_s:
                break
            if beat.t_s <= end_s:
                beats.append(beat)
        beats.reverse()
        return beats
