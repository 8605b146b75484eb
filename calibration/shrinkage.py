"""Draws a person's own resting spread towards that of other people.

Theory
------
A three-minute spread is worth only three to six independent numbers. Without a prior a
quiet rest gives a tiny spread, and the next breath is an alarm; so the spread is
shrunk towards that of other people at rest, by the number of windows each is worth.
"""

from math import sqrt

import numpy as np

from calibration.priors import PRIOR_WEIGHT, Prior
from calibration.reference import Scale
from calibration.robust import Floats, robust_spread


def shrunk_scale(values: Floats, prior: Prior) -> Scale:
    """Centre and shrunk spread of a signal at rest.

    Parameters
    ----------
    values
        shape (n,), one a second, n > 0, in the signal's unit.
    prior
        The spread of other people at rest.

    Notes
    -----
    ``spread² = (5 · prior² + n_e · own²) / (5 + n_e)`` with ``n_e`` the number of
    independent windows, ``n / window_s``.
    """
    own = robust_spread(values)
    windows = values.size / prior.window_s
    shrunk = (PRIOR_WEIGHT * prior.spread**2 + windows * own**2) / (
        PRIOR_WEIGHT + windows
    )
    return Scale(centre=float(np.median(values)), spread=sqrt(shrunk))
