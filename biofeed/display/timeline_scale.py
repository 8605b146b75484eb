"""Where the moments of a recording stand on its time line, and what is there. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor

from biofeed.display import durations
from biofeed.session.outline import Outline, PhaseSpan, Span

STEPS_S = (5, 10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800)
"""Distances between the times that are written under the line, s."""

NEAR_S = 3.0
"""Who goes back within so many seconds of a round's beginning means the one before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeScale:
    """Times along a line, from the recording's first moment to its last.

    >>> scale = TimeScale(left_px=10.0, width_px=100.0, start_s=0.0, end_s=50.0)
    >>> scale.x(25.0), scale.t_s(35.0), scale.t_s(500.0)
    (60.0, 12.5, 50.0)
    """

    left_px: float
    width_px: float
    start_s: float
    end_s: float

    def x(self, t_s: float) -> float:
        """Where a time is, px."""
        return self.left_px + self.width_px * (t_s - self.start_s) / self._length_s

    def t_s(self, x: float) -> float:
        """Which time is at a place, s; the nearest end beyond them."""
        t_s = self.start_s + (x - self.left_px) * self.seconds_a_px
        return min(max(t_s, self.start_s), self.end_s)

    def ticks_s(self, least_apart_px: float) -> Sequence[float]:
        """Round times for writing under the line, no closer than that, s.

        >>> scale = TimeScale(left_px=0.0, width_px=100.0, start_s=10.0, end_s=700.0)
        >>> scale.ticks_s(40.0)
        [300.0, 600.0]
        """
        least_s = least_apart_px * self.seconds_a_px
        step_s = next((each for each in STEPS_S if each >= least_s), STEPS_S[-1])
        first, last = ceil(self.start_s / step_s), floor(self.end_s / step_s)
        return [float(n * step_s) for n in range(first, last + 1)]

    @property
    def seconds_a_px(self) -> float:
        """How much of the recording one column of pixels stands for, s."""
        return self._length_s / max(1.0, self.width_px)

    @property
    def _length_s(self) -> float:
        return max(self.end_s - self.start_s, 1.0)


def next_of(landmarks_s: Iterable[float], t_s: float) -> float | None:
    """The next landmark after a moment, s; None where there is none.

    >>> next_of([10.0, 20.0], 10.0)
    20.0
    """
    ordered = sorted(landmarks_s)
    index = bisect_right(ordered, t_s)
    return ordered[index] if index < len(ordered) else None


def previous_of(landmarks_s: Iterable[float], t_s: float) -> float | None:
    """The landmark to go back to, s; None where there is none.

    >>> previous_of([10.0, 20.0], 21.0), previous_of([10.0, 20.0], 19.0)
    (10.0, 10.0)
    """
    ordered = sorted(landmarks_s)
    index = bisect_left(ordered, t_s - NEAR_S)
    return ordered[index - 1] if index else None


def phase_at(outline: Outline, t_s: float) -> PhaseSpan | None:
    """The phase that goes on at a moment; None where that is not known."""
    if t_s > outline.known_s or not outline.phases:
        return None
    here = (each for each in outline.phases if each.start_s <= t_s < each.end_s)
    return next(here, outline.phases[-1])


def is_in_gap(gaps: Iterable[Span], t_s: float) -> bool:
    """Whether no heart rate could be read at a moment."""
    return any(gap.start_s <= t_s <= gap.end_s for gap in gaps)


def clock(t_s: float) -> str:
    """A time of a recording, down to the whole second.

    >>> clock(59.9), clock(3661.0)
    ('0:59', '1:01:01')
    """
    return durations.clock(int(t_s))
