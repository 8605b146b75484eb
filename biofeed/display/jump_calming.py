"""Lets nothing flash because somebody draws a recording to and fro.

Rules
-----
- A moment that has not grown out of the one before is shown a sixth of a second after
  that at the soonest: six changes are three flashes, and a second has no more of them.
- The newest such moment counts; it is shown as soon as it may be.
- What grows on is shown at once: it only moves.
"""

from collections.abc import Callable

from biofeed.display.bridge import Received
from biofeed.display.glide import LONGEST_S
from biofeed.session.snapshot import Snapshot

APART_S = 1.0 / 6.0
"""Between what is jumped to and what was shown before it, s (WCAG 2.2, 2.3.1)."""


class JumpCalming:
    """Keeps what was jumped to until it may be shown.

    Parameters
    ----------
    now_s
        The display's steady clock, s.
    """

    def __init__(self, now_s: Callable[[], float]) -> None:
        self._now_s = now_s
        self._waiting: Received | None = None
        self._shown: Snapshot | None = None
        self._shown_s = float("-inf")

    @property
    def waits_s(self) -> float | None:
        """How long something has to wait yet, s; None where nothing does."""
        if self._waiting is None:
            return None
        return max(0.0, self._shown_s + APART_S - self._now_s())

    def take(self, newest: Received | None) -> Received | None:
        """Return what is to be shown from now on; None for what is shown already.

        Parameters
        ----------
        newest
            What has just come; None where nothing has.
        """
        if newest is not None:
            self._waiting = newest
        due = self._waiting
        if due is None or (self._is_jump(due.snapshot) and self.waits_s):
            return None
        if self._shown is None or due.snapshot.t_s != self._shown.t_s:
            # Said again it is no change: what comes next need not wait for it.
            self._shown_s = self._now_s()
        self._waiting, self._shown = None, due.snapshot
        return due

    def _is_jump(self, snapshot: Snapshot) -> bool:
        """Whether it is of another time; one that is said again jumps nowhere."""
        return self._shown is not None and has_jumped(self._shown.t_s, snapshot)


def has_jumped(from_s: float, snapshot: Snapshot) -> bool:
    """Whether a snapshot has not grown out of a moment of its session, s.

    It is of an earlier time, or of one too far on; or the replay stands, and has been
    put there, however near that is.
    """
    went_s = snapshot.t_s - from_s
    stands = snapshot.speed == 0.0
    return went_s != 0.0 and (stands or not 0.0 < went_s <= LONGEST_S)
