"""The pacer's breath: how full it is at any moment, without a screen.

Rules
-----
- Four to eight breaths a minute, breathing in for at least 3 s, no holds: faster or
  deeper pacing makes untrained people over-breathe (PetCO2 below 30 mmHg in a third of
  them on the first day, PLoS ONE 0218550).
- While it runs, the pace changes by at most half a breath a minute in 30 s, so nobody
  is pulled along.
"""

from dataclasses import dataclass
from math import cos, pi

from biofeed.core.safety import (
    DRIFT_PER_S,
    FASTEST_PER_MIN,
    LEAST_IN_S,
    SLOWEST_PER_MIN,
)

DEFAULT_PER_MIN = 6.0
"""Where most people's heart rate swings most with the breath (Lehrer 2020), 1/min."""

STEP_PER_MIN = 0.5
"""One press of a key, 1/min."""

SHARE_IN = 0.4
"""In-breath as a share of the whole: 4 s in and 6 s out at 6 a minute, and still 3 s
in at 8."""

GENTLE_EVERY_S = 120.0
GENTLE_FOR_S = 14.0
"""How often, and how long, soft breathing is recalled, s."""

LONGEST_STEP_S = 0.25
"""After the computer slept the breath goes on where it was, s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreathMoment:
    """The breath at one moment.

    Attributes
    ----------
    fullness
        0 empty to 1 full, eased so that it never starts or stops abruptly.
    is_in
        True while breathing in.
    left_s
        Until the breath turns, s.
    recalls_softness
        True while the reminder to breathe softly is due.
    """

    fullness: float
    is_in: bool
    left_s: float
    recalls_softness: bool


class Breath:
    """Keeps the phase of the breath as time passes."""

    def __init__(self, per_min: float = DEFAULT_PER_MIN) -> None:
        self.wanted_per_min = bounded(per_min)
        self.per_min = self.wanted_per_min
        self._phase = 0.0
        self._shown_s = 0.0

    def want(self, per_min: float) -> float:
        """Ask for another pace; return what was granted, which is then drifted to."""
        self.wanted_per_min = bounded(per_min)
        return self.wanted_per_min

    def restart(self) -> None:
        """Begin with an in-breath at the wanted pace, as after being hidden."""
        self.per_min = self.wanted_per_min
        self._phase = 0.0
        self._shown_s = 0.0

    def advance(self, elapsed_s: float) -> BreathMoment:
        """Let time pass and return the breath now."""
        step_s = min(max(elapsed_s, 0.0), LONGEST_STEP_S)
        most = DRIFT_PER_S * step_s
        self.per_min += min(max(self.wanted_per_min - self.per_min, -most), most)
        self._phase = (self._phase + step_s * self.per_min / 60.0) % 1.0
        self._shown_s += step_s
        return self._moment()

    def _moment(self) -> BreathMoment:
        is_in = self._phase < SHARE_IN
        turn = SHARE_IN if is_in else 1.0
        return BreathMoment(
            fullness=fullness(self._phase),
            is_in=is_in,
            left_s=(turn - self._phase) * 60.0 / self.per_min,
            recalls_softness=self._shown_s % GENTLE_EVERY_S < GENTLE_FOR_S,
        )


def fullness(phase: float) -> float:
    """Eased fullness over one breath, ``phase`` 0 to 1.

    >>> fullness(0.0), fullness(SHARE_IN), fullness(1.0)
    (0.0, 1.0, 0.0)
    """
    if phase < SHARE_IN:
        return (1.0 - cos(pi * phase / SHARE_IN)) / 2.0
    return (1.0 + cos(pi * (phase - SHARE_IN) / (1.0 - SHARE_IN))) / 2.0


def bounded(per_min: float) -> float:
    """The nearest pace that is allowed, 1/min.

    >>> bounded(12.0)
    8.0
    """
    fastest_per_min = min(FASTEST_PER_MIN, SHARE_IN * 60.0 / LEAST_IN_S)
    return min(max(per_min, SLOWEST_PER_MIN), fastest_per_min)
