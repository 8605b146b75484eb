"""Statistics that a sigh, a swallow or an artefact hardly moves."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

MAD_TO_SPREAD = 1.4826
"""Median absolute deviation of a normal distribution to its standard deviation."""


def median_deviation(values: Floats) -> float:
    """Median absolute deviation from the median, in the values' unit.

    >>> median_deviation(np.array([1.0, 2.0, 4.0, 99.0]))
    1.5
    """
    return float(np.median(np.abs(values - np.median(values))))


def robust_spread(values: Floats) -> float:
    """Standard deviation, as the median deviation tells it, in the values' unit."""
    return MAD_TO_SPREAD * median_deviation(values)


MOST_IN_PAIRS = 600
"""Values whose pairs are all looked at: ten minutes. There are as many pairs as the
square of it, and hours of rest in a row would fill a computer's memory."""


def theil_sen_slope(values: Floats) -> float:
    """Median slope between all pairs of equidistant values, per step.

    Of more than ``MOST_IN_PAIRS`` values every second, third, ... is looked at.

    >>> theil_sen_slope(np.array([1.0, 3.0, 5.0, 7.0, 99.0]))
    2.0
    """
    stride = -(-values.size // MOST_IN_PAIRS)
    thinned = values[::stride]
    first, second = np.triu_indices(thinned.size, k=1)
    slopes = (thinned[second] - thinned[first]) / (second - first)
    return float(np.median(slopes)) / stride
