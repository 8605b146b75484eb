"""Measures how one activation came back: the score of this product.

Rules
-----
- Counted from the turn, since what set it off usually cannot be seen.
- The settling time and the half-life read off the curve are the primary numbers; the
  exponential is shown where it fits, which on real returns is one in three.
- An exponential is fitted once all that it may see is there: on the way, what it told
  changed by a factor of two within the minute after, and a person had read it.
- A moment that was not seen, or lies in the next activation, is None.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from biofeed.core.decay import fit_decay
from biofeed.core.episode import HalfLifeMethod
from biofeed.core.trace import Stretch, Trace

Floats = NDArray[np.float64]

RECOVERY_AT_S = (30, 60, 120, 300)
"""Moments after the turn at which the share that came back is read, s."""

AROUND_S = 7.0
"""Half width of the median around each, s."""

HALF_STAYS_BELOW = 0.55
"""Share of the peak under which the half must hold to be more than a dip."""

HALF_HOLDS_S = 8
"""And for how long, s."""

AFTER_SETTLED_S = 180.0
"""Data after the settling that the exponential may see, s."""

LONGEST_FIT_S = 420.0
"""And in all, s: later unrest says nothing of the return."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """The way back of one activation.

    Attributes
    ----------
    half_life_s, half_life_method
        Time from the turn to half of the peak, and how it was found; None where half
        was not reached.
    recovered_pct
        Moment after the turn (s) to share of the peak that had come back, %.
    """

    half_life_s: float | None
    half_life_method: HalfLifeMethod | None
    recovered_pct: dict[int, float | None]


def measure_return(
    trace: Trace,
    *,
    peak_z: float,
    release_s: float,
    settled_s: float | None,
    until_s: float,
) -> Return:
    """Measure the return from one peak.

    Parameters
    ----------
    trace
        The session's activation.
    peak_z
        Highest smoothed activation, z.
    release_s, settled_s
        When it turned, and when it was back (None where it was not), s.
    until_s
        The last second that belongs to this return: now, or the next onset.
    """
    seen = trace.between(release_s, until_s)
    half_s = _half_recovery_s(seen, peak_z)
    fit_until_s = min(
        until_s,
        release_s + LONGEST_FIT_S,
        until_s if settled_s is None else settled_s + AFTER_SETTLED_S,
    )
    decay = None
    if settled_s is None or until_s >= fitted_from_s(release_s, settled_s):
        fitted = trace.between(release_s, fit_until_s)
        decay = fit_decay(fitted.t_s - release_s, fitted.arousal_z)
    recovered = {at_s: _recovered_pct(seen, peak_z, at_s) for at_s in RECOVERY_AT_S}
    if half_s is None:
        return Return(half_life_s=None, half_life_method=None, recovered_pct=recovered)
    if decay is None:
        return Return(
            half_life_s=half_s,
            half_life_method=HalfLifeMethod.ABOUT,
            recovered_pct=recovered,
        )
    return Return(
        half_life_s=decay.half_life_s,
        half_life_method=HalfLifeMethod.EXPONENTIAL,
        recovered_pct=recovered,
    )


def fitted_from_s(release_s: float, settled_s: float) -> float:
    """When the data for an exponential are complete, s."""
    return min(release_s + LONGEST_FIT_S, settled_s + AFTER_SETTLED_S)


def _half_recovery_s(seen: Stretch, peak_z: float) -> float | None:
    """First second at half the peak that was no dip, counted from the turn."""
    low = seen.smoothed_z <= 0.5 * peak_z
    stays = ~(seen.smoothed_z > HALF_STAYS_BELOW * peak_z)
    for index in np.flatnonzero(low):
        held = stays[index : index + HALF_HOLDS_S]
        if held.size == HALF_HOLDS_S and held.all():
            return float(seen.t_s[index] - seen.t_s[0])
    return None


def _recovered_pct(seen: Stretch, peak_z: float, at_s: float) -> float | None:
    since_s = seen.t_s - seen.t_s[0] if seen.t_s.size else seen.t_s
    if not since_s.size or since_s[-1] < at_s + AROUND_S:
        return None
    around = seen.arousal_z[np.abs(since_s - at_s) <= AROUND_S]
    around = around[np.isfinite(around)]
    if around.size <= AROUND_S:
        return None
    return 100.0 * (peak_z - float(np.median(around))) / peak_z
