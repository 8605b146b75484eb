"""What happened to the computer's clocks between two readings of them.

Theory
------
One clock stands still in sleep, one goes on, and the date is whatever somebody set it
to. The first two part by the length of a sleep; the date and the clock that goes on
part by as much as the date was moved. A session's own time follows the clock that goes
on, so neither makes a duration wrong: this is only to know it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from biofeed.session.clock import ClockTriple
from biofeed.session.header import ClocksRead

LEAST_S = 2.0
"""Clocks that part by less were read one after the other, or are corrected, s."""

NS = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockStory:
    """How the clocks parted.

    Attributes
    ----------
    slept_s
        How long the computer was asleep, s; 0 where the system does not tell.
    date_moved_s
        By how much its date was set forward, s; negative for back.
    """

    slept_s: float
    date_moved_s: float


def story(before: ClockTriple, after: ClockTriple) -> ClockStory:
    """Compare two readings; what is within ``LEAST_S`` is 0."""
    awake_s = (after.monotonic_ns - before.monotonic_ns) * NS
    passed_s = awake_s
    if before.boot_ns is not None and after.boot_ns is not None:
        passed_s = (after.boot_ns - before.boot_ns) * NS
    moved_s = _dated_s(before, after, passed_s) - passed_s
    return ClockStory(
        slept_s=_if_enough(passed_s - awake_s), date_moved_s=_if_enough(moved_s)
    )


def clock_remarks(readings: Sequence[ClocksRead]) -> Iterator[str]:
    """Tell in sentences what happened between readings of one session.

    Parameters
    ----------
    readings
        In order of time.
    """
    for before, after in pairwise(readings):
        told = story(before.clocks, after.clocks)
        if told.slept_s:
            yield (
                f"The computer was asleep for {told.slept_s:.0f} s before"
                f" {after.t_s:.0f} s of the session."
            )
        if told.date_moved_s:
            where = "forward" if told.date_moved_s > 0.0 else "back"
            yield (
                f"The date was set {where} by {abs(told.date_moved_s):.0f} s before"
                f" {after.t_s:.0f} s of the session; no time in it depends on that."
            )


def _dated_s(before: ClockTriple, after: ClockTriple, otherwise_s: float) -> float:
    """Return the time between two dates, s; ``otherwise_s`` where one is damaged."""
    try:
        dated = datetime.fromisoformat(after.utc) - datetime.fromisoformat(before.utc)
    except (ValueError, TypeError):
        return otherwise_s
    return dated.total_seconds()


def _if_enough(seconds: float) -> float:
    return seconds if abs(seconds) > LEAST_S else 0.0
