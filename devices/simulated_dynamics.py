"""Lags, noises and a resonator: how a simulated body moves in time.

Rules
-----
- Every signal is an array of shape (n,) on the 50 Hz grid.
- A signal starts in its steady state, so a simulation needs no time to warm up.

Notes
-----
A recursion over 90 000 points (30 min) takes a plain loop some 6 ms, so none of these
is worth scipy, whose import takes longer than a whole simulation.
"""

from math import cos, exp, pi, sqrt

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

GRID_HZ = 50.0
"""Fine enough to time a beat to below the 1.5 ms that an R peak jitters by, Hz."""

STEP_S = 1.0 / GRID_HZ


def delayed(signal: Floats, delay_s: float) -> Floats:
    """Return the signal as it was ``delay_s`` ago; its first value held before that."""
    steps = min(round(delay_s * GRID_HZ), len(signal))
    return np.concatenate([np.full(steps, signal[0]), signal[: len(signal) - steps]])


def lagged(signal: Floats, *, rising_s: float, falling_s: float) -> Floats:
    """Follow a signal with a first-order lag that may be slower one way.

    Parameters
    ----------
    signal
        What is followed.
    rising_s, falling_s
        Time constant while the signal is above, and below, what follows it, s.
    """
    rise = 1.0 - exp(-STEP_S / rising_s)
    fall = 1.0 - exp(-STEP_S / falling_s)
    level = float(signal[0])
    followed = []
    for target in signal.tolist():
        apart = target - level
        level += apart * (rise if apart > 0.0 else fall)
        followed.append(level)
    return np.array(followed)


def wander(n: int, tau_s: float, rng: np.random.Generator) -> Floats:
    """Ornstein-Uhlenbeck noise of unit variance that forgets itself in ``tau_s``."""
    kept = exp(-STEP_S / tau_s)
    kicks = rng.standard_normal(n)
    kicks[1:] *= sqrt(1.0 - kept * kept)
    level = 0.0
    wandered = []
    for kick in kicks.tolist():
        level = kept * level + kick
        wandered.append(level)
    return np.array(wandered)


def resonance(
    n: int, *, centre_hz: float, q: float, rng: np.random.Generator
) -> Floats:
    """Noise through a two-pole resonator, of unit variance.

    Parameters
    ----------
    n
        Points wanted.
    centre_hz, q
        Its frequency, and that frequency over its bandwidth.
    rng
        Where the noise comes from.
    """
    radius = exp(-pi * centre_hz / (q * GRID_HZ))
    one = 2.0 * radius * cos(2.0 * pi * centre_hz * STEP_S)
    two = -radius * radius
    # Yule-Walker: the first two points follow the process's own covariance, and the
    # noise is scaled so that the variance is one.
    adjacent = one / (1.0 - two)
    noise = sqrt(1.0 - one * adjacent - two * (one * adjacent + two))
    kicks = rng.standard_normal(n).tolist()
    before = float(rng.standard_normal())
    latest = adjacent * before + sqrt(1.0 - adjacent * adjacent) * float(
        rng.standard_normal()
    )
    rung = []
    for kick in kicks:
        before, latest = latest, one * latest + two * before + noise * kick
        rung.append(latest)
    return np.array(rung)
