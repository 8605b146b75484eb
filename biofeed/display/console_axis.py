"""Which stretch of time the charts share, and where its ticks stand. Pure."""

from dataclasses import dataclass
from enum import IntEnum
from math import ceil, floor, log10

from biofeed.display import console_words as said
from biofeed.display import durations
from biofeed.display.figures import figure

LEAST_WHOLE_S = 120.0
"""A session is drawn at least this long, s."""

STEPS_S = (10.0, 20.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1200.0, 1800.0, 3600.0, 7200.0)
"""Distances between ticks, s."""

MOST_TICKS = 6

NICE = (1.0, 2.0, 5.0, 10.0)
"""Distances between ticks of a height, times a power of ten."""


class Follow(IntEnum):
    """How much is in view, by the key that asks for it."""

    TWO_MIN = 1
    FIVE_MIN = 2
    TEN_MIN = 3
    WHOLE = 4

    @property
    def length_s(self) -> float | None:
        """Length of the view, s; None for as long as the session is."""
        return {1: 120.0, 2: 300.0, 3: 600.0}.get(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of the session's clock, s.

    Attributes
    ----------
    is_over
        Whether its end is the session's own: nothing in it is now.
    """

    start_s: float
    end_s: float
    is_over: bool = False

    @property
    def length_s(self) -> float:
        """From start to end, s."""
        return self.end_s - self.start_s


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A place on an axis, and what stands there."""

    at: float
    text: str


def span_of(follow: Follow, now_s: float, *, is_over: bool = False) -> Span:
    """Return what is in view when the session's clock shows ``now_s``.

    Parameters
    ----------
    is_over
        Whether the session ended then.
    """
    length_s = follow.length_s
    if length_s is None:
        return Span(start_s=0.0, end_s=max(now_s, LEAST_WHOLE_S), is_over=is_over)
    return Span(start_s=now_s - length_s, end_s=now_s, is_over=is_over)


def time_ticks(follow: Follow, span: Span) -> tuple[Tick, ...]:
    """Ticks of time: how long ago, or of a whole session its clock."""
    step_s = next(
        (s for s in STEPS_S if span.length_s / s <= MOST_TICKS), span.length_s
    )
    count = floor(span.length_s / step_s)
    if follow is Follow.WHOLE:
        return tuple(
            Tick(at=n * step_s, text=durations.clock(n * step_s))
            for n in range(1, count + 1)
        )
    return tuple(
        Tick(at=span.end_s - n * step_s, text=_before(span, n * step_s))
        for n in range(count)
    )


def rounded_out(low: float, high: float, step: float) -> tuple[float, float]:
    """Widen a range to whole steps: it moves seldom, and by a lot.

    >>> rounded_out(612.0, 988.0, 100.0)
    (600.0, 1000.0)
    """
    return floor(low / step) * step, ceil(high / step) * step


def height_ticks(low: float, high: float, most: int) -> tuple[Tick, ...]:
    """Ticks of a height at round numbers, ``most`` of them at most.

    >>> [tick.text for tick in height_ticks(500.0, 1100.0, 4)]
    ['600', '800', '1000']
    """
    rough = (high - low) / max(1, most)
    power = 10.0 ** floor(log10(rough))
    step = next(nice * power for nice in NICE if nice * power >= rough * 0.999)
    first = ceil(low / step)
    return tuple(
        Tick(at=n * step, text=figure(n * step))
        for n in range(first, floor(high / step) + 1)
        if low < n * step
    )


def _before(span: Span, seconds: float) -> str:
    if seconds == 0.0:
        return said.THE_END if span.is_over else said.NOW
    if seconds < 60.0 or seconds % 60.0:
        return said.SECONDS_AGO.format(seconds=seconds)
    return said.MINUTES_AGO.format(minutes=seconds / 60.0)
