"""The three doors by which an interval enters as a normal beat.

Theory
------
Dropping whatever lies 20 % off the local median throws out the long beats of slow
breathing, a third of them at six breaths a minute, and reads as a faster heart. So a
beat may enter by any of three doors: near the median of the last accepted beats, a
step from the last one that is usual for this person, or on with the present trend.
"""

from collections import deque
from collections.abc import Iterable
from statistics import median

from biofeed.core.stories import LONGEST_PAUSE

SHORTEST_MS = 300.0
"""200 bpm: shorter is no interval of a person at rest or in mild effort, ms."""

LONGEST_MS = 2000.0
"""30 bpm: longer is a missed beat or a gap, ms."""

REFERENCE_BEATS = 9
"""Accepted beats in the running median: two breaths' worth, no more."""

NEAR_MEDIAN = 0.20
"""First door: share of the median (the usual 20 % filter)."""

USUAL_STEP_FACTOR = 4.0
"""Second door: steps up to this many times the person's median step."""

LEAST_STEP = 0.15
"""Second door is never narrower than this share of the last beat."""

WIDEST_STEP = 0.25
"""Second door is never wider: an ectopic beat comes 25 % early or more."""

ON_TREND = 0.12
"""Third door: share of the value that the last two beats lead to."""

STEPS_REMEMBERED = 60
"""Accepted steps that make the person's median step: about a minute."""


def is_plausible(rr_ms: float) -> bool:
    """Whether an interval may be one of a person at rest or in mild effort."""
    return SHORTEST_MS <= rr_ms <= LONGEST_MS


def agree_on_a_pace(rr_ms: Iterable[float]) -> bool:
    """Whether intervals lie about a median that a heart may have."""
    rr_ms = list(rr_ms)
    pace_ms = median(rr_ms)
    near = all(abs(each - pace_ms) <= NEAR_MEDIAN * pace_ms for each in rr_ms)
    return near and is_plausible(pace_ms)


class Doors:
    """What the accepted beats of one session let in next.

    Attributes
    ----------
    is_seated
        Whether enough beats have been accepted for their median to be the pace.
    """

    def __init__(self) -> None:
        self.is_seated = False
        self._accepted: deque[float] = deque(maxlen=REFERENCE_BEATS)
        self._steps: deque[float] = deque(maxlen=STEPS_REMEMBERED)
        self._widest = LEAST_STEP
        self._trend: tuple[float, float] | None = None

    @property
    def reference_ms(self) -> float | None:
        """Median of the last accepted intervals, ms; None before there are any."""
        return median(self._accepted) if self._accepted else None

    def pace_ms(self, rr_ms: float) -> float | None:
        """The pace that an interval is counted in: the present one where it is long.

        A beat missed in the slow half of a deep breath hides longer beats than the
        median's.
        """
        reference = self.reference_ms
        if reference is None or rr_ms <= LONGEST_PAUSE * reference:
            return reference
        return max(reference, (reference + self._accepted[-1]) / 2.0)

    def let_in(self, rr_ms: float) -> bool:
        """Whether any of the three is open to an interval."""
        if not is_plausible(rr_ms):
            return False
        reference = self.reference_ms
        if reference is None:
            return True
        last = self._accepted[-1]
        if abs(rr_ms - reference) <= NEAR_MEDIAN * reference:
            return True
        if abs(rr_ms - last) <= self._widest * last:
            return True
        if self._trend is None:
            return False
        before, latest = self._trend
        led_to = latest + (latest - before)
        return abs(rr_ms - led_to) <= ON_TREND * led_to

    def accept(self, rr_ms: float, *, after_ms: float | None) -> None:
        """Note an accepted interval, and the one it follows, if it follows one."""
        self._trend = None
        if after_ms is not None:
            self._steps.append(abs(rr_ms - after_ms) / after_ms)
            usual = USUAL_STEP_FACTOR * median(self._steps)
            self._widest = min(max(LEAST_STEP, usual), WIDEST_STEP)
            self._trend = (after_ms, rr_ms)
        self._accepted.append(rr_ms)
        self.is_seated |= len(self._accepted) == REFERENCE_BEATS

    def end_trend(self) -> None:
        """Note that what comes next continues nothing."""
        self._trend = None

    def forget_pace(self) -> None:
        """Note that the heart may beat at another pace; its usual step stays."""
        self._accepted.clear()
        self.is_seated = False

    def reseat(self, rr_ms: Iterable[float]) -> None:
        """Take these intervals for the pace; steps to a false one were no steps."""
        if not self.is_seated:
            self._steps.clear()
            self._widest = LEAST_STEP
        self._accepted.clear()
        self._accepted.extend(rr_ms)
        self.is_seated = True
