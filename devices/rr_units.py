"""Whether numbers are RR intervals, in which unit, and whether their times agree.

Theory
------
Human hearts at all ages and efforts beat between about 25 and 250 times a minute, and
so the median interval of a recording lies between 240 and 2400 ms. Numbers of that size
are intervals in ms, numbers below 10 can be intervals in s, and numbers between 25 and
250 are far more likely rates per minute, whose intervals were lost by averaging. The
median is asked, since single intervals are anything: artefacts, pauses, lost contact.
"""

import numpy as np

from devices.rr_recording import Floats, Oddity, RrWarning, Unit, span_s
from devices.rr_refusals import Refused

MOST_S = 10.0
"""A median below this is in s (HRVAS, Kubios: one column of either unit)."""

LEAST_BPM, MOST_BPM = 25.0, 250.0
"""A median between these, per minute, is a heart rate."""

MOST_MS = 4000.0
"""A median above this is no interval: 15 bpm, far below any conscious person, ms."""

SLACK_S = 2.0
"""Intervals and times of a short recording may differ by one lost beat, s."""

SLACK_SHARE = 0.01
"""A strap's clock, and times rounded to coarse steps, drift by less than this."""

LEAST_AGREEMENT = 0.5
"""Intervals that fill less than half of their time do not measure it."""

GAP_S = 1.0
"""A step of time this much longer than its interval hides at least one beat, s."""


def guess_unit(rr: Floats) -> Unit | Refused:
    """The unit that makes intervals of these numbers, or why none does.

    Parameters
    ----------
    rr : shape (n,), ms or s
        As they stand in a file. Zero and less, which some recorders write without
        contact, have no say.

    Examples
    --------
    >>> guess_unit(np.array([812.0, 805.0]))
    <Unit.MS: 'ms'>
    >>> guess_unit(np.array([0.812, 0.805]))
    <Unit.S: 's'>
    >>> guess_unit(np.array([71.0, 72.0]))
    <Refused.HEART_RATES: 'heart_rates'>
    """
    positive = rr[rr > 0]
    if not positive.size:
        return Unit.MS
    median = float(np.median(positive))
    if median < MOST_S:
        return Unit.S
    if LEAST_BPM <= median <= MOST_BPM:
        return Refused.HEART_RATES
    return Unit.MS if MOST_BPM < median <= MOST_MS else Refused.UNIT_UNCLEAR


def fits_unit(rr: Floats, unit: Unit) -> bool:
    """Whether the median has the size that intervals of the stated unit have.

    A stated unit is believed up to a thousandfold error, which is a wrong label.
    """
    positive = rr[rr > 0]
    is_s = bool(positive.size) and float(np.median(positive)) < MOST_S
    return not positive.size or is_s == (unit is Unit.S)


def are_heart_rates(t_s: Floats, rr_ms: Floats) -> bool:
    """Whether intervals of the size of heart rates fill too little of their time."""
    is_sized_so = LEAST_BPM <= float(np.median(rr_ms)) <= MOST_BPM
    filled_s = float(rr_ms.sum()) / 1000
    return is_sized_so and filled_s < LEAST_AGREEMENT * span_s(t_s, rr_ms)


def oddities(t_s: Floats, rr_ms: Floats) -> tuple[RrWarning, ...]:
    """What the sum of the intervals says about the times beside them.

    Parameters
    ----------
    t_s, rr_ms : shape (n,), s and ms
        Times of the beats that end the intervals, never decreasing.
    """
    span = span_s(t_s, rr_ms)
    filled = float(rr_ms.sum()) / 1000
    if abs(span - filled) <= max(SLACK_S, SLACK_SHARE * span):
        return ()
    adds_up = f"The intervals add up to {filled:.0f} s in {span:.0f} s of recording:"
    if filled > span:
        return (
            RrWarning(
                oddity=Oddity.INTERVALS_OVERLAP,
                sentence=f"{adds_up} some overlap, and are not used.",
            ),
        )
    gaps = int(np.count_nonzero(np.diff(t_s) - rr_ms[1:] / 1000 > GAP_S))
    plural = "" if gaps == 1 else "s"
    return (
        RrWarning(
            oddity=Oddity.BEATS_MISSING,
            sentence=f"{adds_up} beats are missing in {gaps} place{plural}.",
        ),
    )
