"""Vagal modulation of a window: RMSSD on truly successive intervals."""

from collections.abc import Sequence
from math import log, sqrt

from biofeed.core.beat import Beat

LEAST_PAIRS_PER_S = 0.4
"""Successive pairs a window needs for each of its seconds to be worth reading."""

LEAST_RMSSD_MS = 0.1
"""Below a tenth of the resolution of an interval there is nothing to take a log of."""


def rmssd_ms(beats: Sequence[Beat]) -> float | None:
    """Root mean square of successive differences of normal intervals.

    Parameters
    ----------
    beats
        Labelled beats, oldest first. Only an interval that follows its predecessor
        makes a pair: never across a gap, an artefact or a new connection.

    Returns
    -------
    ms, or None without a single pair.

    References
    ----------
    Task Force of the ESC and NASPE (1996), Circulation 93:1043.
    """
    return _root_mean_square(*_squares(beats))


def ln_rmssd(beats: Sequence[Beat], window_s: float) -> float | None:
    """Natural logarithm of RMSSD (ms) of a window of ``window_s`` seconds.

    Returns
    -------
    ln(ms), or None with fewer than ``LEAST_PAIRS_PER_S`` pairs a second, or where the
    intervals do not vary at all.
    """
    total, pairs = _squares(beats)
    value = _root_mean_square(total, pairs)
    if value is None or pairs < LEAST_PAIRS_PER_S * window_s or value < LEAST_RMSSD_MS:
        return None
    return log(value)


def _squares(beats: Sequence[Beat]) -> tuple[float, int]:
    total = 0.0
    pairs = 0
    before_ms: float | None = None
    for beat in beats:
        if beat.follows and before_ms is not None:
            step = beat.rr_ms - before_ms
            total += step * step
            pairs += 1
        before_ms = beat.rr_ms
    return total, pairs


def _root_mean_square(total: float, pairs: int) -> float | None:
    return sqrt(total / pairs) if pairs else None
