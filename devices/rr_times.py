"""When the beats of a file happened, from whatever times stand beside them.

Theory
------
Recorders write one of three things beside an interval: the time of the beat that ends
it, the time of the beat that begins it, or the time when a packet brought it. The first
two step exactly as the intervals do, and so betray themselves and their unit. Arrivals
come in bursts and late; then only the sum of the intervals is exact, and an arrival
that lies far behind it tells of missing beats.
"""

from collections.abc import Iterator

import numpy as np

from devices.rr_recording import Floats

MS_PER_S = 1000.0
"""Clocks of recorders count s, or ms."""

EXACT_SHARE = 0.02
"""Times that step as intervals do differ by rounding, to a hundredth of a second at
worst; successive intervals of a resting heart differ by more (median 2 to 5 %)."""

MOST_STEP_S = 60.0
"""Packets come about once a second: a clock whose middle step is larger counts ms."""

MOST_FILLED = 1.1
"""Intervals cannot add up to more than the time in which they arrived, but for packets
held back before the first, and for clocks that differ."""

GAP_S, GAP_INTERVALS = 3.0, 2.0
"""An arrival this much later than the beats so far hides a gap: no strap holds packets
back for so long without losing some (as for live packets), s and intervals."""


def beat_times_s(rr_ms: Floats) -> Floats:
    """Times of beats that follow each other without a gap, from the first one's begin.

    >>> beat_times_s(np.array([800.0, 850.0]))
    array([0.8 , 1.65])
    """
    return np.cumsum(rr_ms) / 1000


def exact_times_s(stamps: Floats, rr_ms: Floats) -> Floats | None:
    """Beat times from stamps that step as the intervals do, in s or ms.

    Parameters
    ----------
    stamps, rr_ms : shape (n,), s or ms; ms

    Returns
    -------
    None where they step otherwise, or where one interval alone cannot tell.

    Examples
    --------
    >>> exact_times_s(np.array([0.0, 0.8, 1.6]), np.array([800.0, 800.0, 900.0]))
    array([0.8, 1.6, 2.5])
    """
    if stamps.size < 2:
        return None
    readings = _readings(stamps, rr_ms / 1000)
    _, misfits_s, t_s = min(readings, key=lambda reading: reading[0])
    is_exact = np.median(misfits_s) <= EXACT_SHARE * np.median(rr_ms) / 1000
    return t_s if is_exact else None


def rebuilt_times_s(arrivals: Floats, rr_ms: Floats) -> Floats | None:
    """Beat times from the times when packets brought the intervals.

    Parameters
    ----------
    arrivals, rr_ms : shape (n,), s or ms; ms

    Returns
    -------
    None where the intervals do not fit into the arrivals.
    """
    steps = np.diff(arrivals)
    steps = steps[steps > 0]
    is_in_ms = bool(steps.size) and float(np.median(steps)) > MOST_STEP_S
    arrivals_s = arrivals / (MS_PER_S if is_in_ms else 1)
    filled_s = float(rr_ms[1:].sum()) / 1000
    span_s = float(arrivals_s[-1] - arrivals_s[0])
    fits = filled_s <= MOST_FILLED * (span_s + GAP_S)
    return _anchored(arrivals_s, rr_ms) if fits else None


def _readings(stamps: Floats, rr_s: Floats) -> Iterator[tuple[float, Floats, Floats]]:
    """Each way to read the stamps: how badly it fits, where, and the beat times."""
    for per_s in (1.0, MS_PER_S):
        stamps_s = stamps / per_s
        steps = np.diff(stamps_s)
        # An interval of some artefact's length still ends where the next one begins.
        next_s = np.append(stamps_s[1:], np.inf)
        begun_s = np.minimum(stamps_s + rr_s, next_s)
        for stepped, t_s in ((rr_s[:-1], begun_s), (rr_s[1:], stamps_s)):
            misfits_s = np.abs(steps - stepped)
            # A gap misfits every reading alike: only so much of it may count.
            yield float(np.minimum(misfits_s, GAP_S).mean()), misfits_s, t_s


def _anchored(arrivals_s: Floats, rr_ms: Floats) -> Floats:
    """Running sum of the intervals, put forward to the arrival behind every gap."""
    t_s = float(arrivals_s[0])
    least_delay_s = 0.0
    times = [t_s]
    rest = zip(arrivals_s[1:].tolist(), rr_ms[1:].tolist(), strict=True)
    for arrival_s, rr in rest:
        t_s += rr / 1000
        delay_s = arrival_s - t_s
        if delay_s - least_delay_s > max(GAP_S, GAP_INTERVALS * rr / 1000):
            t_s += delay_s - least_delay_s
        least_delay_s = min(least_delay_s, arrival_s - t_s)
        times.append(t_s)
    return np.array(times)
