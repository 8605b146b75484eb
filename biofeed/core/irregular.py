"""Watches whether the signal is too irregular for a return to be measured on it.

Rules
-----
- More than a twentieth of the last two minutes' beats that are early, missed, extra or
  impossible. No cause is looked for, and none is named.
- A beat counts once: the pause after an early one is part of it. A pause by itself is
  a heart that slows, as with a long out-breath, and a lively vagus is no irregularity.
- Too few intervals say nothing: after a gap, one early beat is much of the little that
  there is.
"""

from collections import deque
from collections.abc import Mapping

from biofeed.core.beat import Beat, BeatLabel

SIGNAL_IRREGULAR = "signal_irregular"
"""Code of what is said when it begins."""

WINDOW_S = 120.0
"""Time over which intervals are counted, s."""

MOST_FLAGGED = 0.05
"""Share of beats beyond which nothing is measured: each of them raises RMSSD more than
a return does. 20 people at rest (PhysioNet fantasia) exceed it in 0.2 % of seconds."""

LEAST_BEATS = 60
"""Intervals that such a share needs: half of what a slow heart beats in that time, and
so many that three of them do not decide."""

FLAGGED: Mapping[BeatLabel, float] = {
    BeatLabel.NORMAL: 0.0,
    BeatLabel.PAUSE: 0.0,
    BeatLabel.ECTOPIC: 1.0,
    BeatLabel.MISSED: 1.0,
    BeatLabel.EXTRA: 0.5,
    BeatLabel.IMPLAUSIBLE: 1.0,
    BeatLabel.OVERLAP: 1.0,
}
"""Beats that each label flags: one that is too many makes two halves."""


class IrregularWatch:
    """Counts the beats of the last two minutes."""

    def __init__(self) -> None:
        self._counted: deque[tuple[float, float]] = deque()
        self._flagged = 0.0

    def take(self, beat: Beat) -> None:
        """Take in a beat whose label is final; they come in order."""
        flagged = FLAGGED[beat.label]
        self._counted.append((beat.t_s, flagged))
        self._flagged += flagged

    def step(self, now_s: float) -> bool:
        """Say whether the signal is irregular at a grid point."""
        counted = self._counted
        while counted and counted[0][0] <= now_s - WINDOW_S:
            self._flagged -= counted.popleft()[1]
        beats = len(counted)
        return beats >= LEAST_BEATS and self._flagged > MOST_FLAGGED * beats
