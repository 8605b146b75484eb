"""Fits an exponential return to a trace, and says whether it deserves to be shown.

Theory
------
``A(t) = C + (A0 - C) exp(-t / tau)`` is linear in C and A0 once tau is fixed, so only
tau is searched for (variable projection, Golub & Pereyra 1973), on a logarithmic grid
and then finely around its best point. The loss is soft-L1: a sigh or a swallow is an
outlier, not a second return. Most real returns are no exponentials, hence the gate.
"""

from dataclasses import dataclass
from math import log, sqrt

import numpy as np

from calibration.robust import Floats, median_deviation

TAU_BOUNDS_S = (2.0, 900.0)
"""From faster than the 30 s window can show to a quarter of an hour, s."""

REST_BOUNDS_Z = (-4.0, 6.0)
"""Where a return may lead to, z."""

LOSS_SCALE_Z = 0.5
"""Residuals beyond this count by their size, not their square, z."""

LEAST_FALL_Z = 1.5
"""A smaller fall is within the unrest of a resting trace, z."""

LEAST_EXPLAINED = 0.5
"""Robust share of the variance the curve must explain."""

MOST_DOUBT = 0.5
"""Standard error of ln tau beyond which the half-life is anyone's guess."""

LONGEST_OF_SPAN = 0.8
"""A time constant near the length of the data is an extrapolation."""

STILL_Z = 1e-6
"""A trace that scatters by less has nothing to explain, z."""

CORRELATED_S = 15.0
"""Seconds of the trace that are worth one independent number, s."""

LEAST_POINTS = 30
"""The window of the heart rate: fewer points hold no more than one, s."""

_GRID = 24
_FINE_GRID = 9
_REFINEMENTS = 2
_REWEIGHTINGS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Decay:
    """A fitted return.

    Attributes
    ----------
    tau_s
        Time constant, s.
    start_z, rest_z
        Activation at the turn, and where it leads to, z.
    ln_tau_error
        Standard error of ln tau.
    explained
        Robust share of the variance explained, at most 1.
    """

    tau_s: float
    start_z: float
    rest_z: float
    ln_tau_error: float
    explained: float

    @property
    def half_life_s(self) -> float:
        """Time to half of the fall, s."""
        return self.tau_s * log(2.0)


def fit_decay(t_s: Floats, arousal_z: Floats) -> Decay | None:
    """Fit a return and pass it through the gate.

    Parameters
    ----------
    t_s
        shape (n,), seconds since the turn, from 0.
    arousal_z
        shape (n,), activation, z; NaN where unknown.

    Returns
    -------
    The fit, or None where the data do not bear one.
    """
    known = np.isfinite(arousal_z)
    t_s, arousal_z = t_s[known], arousal_z[known]
    if t_s.size < LEAST_POINTS:
        return None
    decay = _best_decay(t_s, arousal_z)
    span_s = float(t_s[-1] - t_s[0])
    shown = (
        decay.start_z - decay.rest_z >= LEAST_FALL_Z
        and decay.explained >= LEAST_EXPLAINED
        and decay.ln_tau_error < MOST_DOUBT
        and decay.tau_s < LONGEST_OF_SPAN * span_s
    )
    return decay if shown else None


def _best_decay(t_s: Floats, arousal_z: Floats) -> Decay:
    low, high = (log(bound) for bound in TAU_BOUNDS_S)
    grid = np.linspace(low, high, _GRID)
    best = _best_on(grid, t_s, arousal_z)
    for _ in range(_REFINEMENTS):
        around = grid[max(best - 1, 0)], grid[min(best + 1, grid.size - 1)]
        grid = np.linspace(*around, _FINE_GRID)
        best = _best_on(grid, t_s, arousal_z)
    tau_s = float(np.exp(grid[best]))
    start_z, rest_z, _ = _projected(t_s, arousal_z, tau_s)
    return _judged(t_s, arousal_z, tau_s, start_z, rest_z)


def _best_on(ln_tau: Floats, t_s: Floats, arousal_z: Floats) -> int:
    losses = [_projected(t_s, arousal_z, float(np.exp(x)))[2] for x in ln_tau]
    return int(np.argmin(losses))


def _projected(
    t_s: Floats, arousal_z: Floats, tau_s: float
) -> tuple[float, float, float]:
    """Best start and rest for one tau, and their loss."""
    falling = np.exp(-t_s / tau_s)
    resting = 1.0 - falling
    weight = np.ones_like(t_s)
    start_z = rest_z = 0.0
    residual = arousal_z
    for _ in range(_REWEIGHTINGS):
        start_z, rest_z = _weighted_pair(falling, resting, arousal_z, weight)
        residual = arousal_z - start_z * falling - rest_z * resting
        weight = 1.0 / np.sqrt(1.0 + (residual / LOSS_SCALE_Z) ** 2)
    loss = float(np.sum(np.sqrt(1.0 + (residual / LOSS_SCALE_Z) ** 2) - 1.0))
    return start_z, rest_z, loss


def _weighted_pair(
    falling: Floats, resting: Floats, arousal_z: Floats, weight: Floats
) -> tuple[float, float]:
    ff = float(weight @ (falling * falling))
    fr = float(weight @ (falling * resting))
    rr = float(weight @ (resting * resting))
    fa = float(weight @ (falling * arousal_z))
    ra = float(weight @ (resting * arousal_z))
    determinant = ff * rr - fr * fr
    if determinant <= 1e-12 * ff * max(rr, 1e-12):
        return fa / ff, 0.0
    rest_z = (ff * ra - fr * fa) / determinant
    rest_z = min(max(rest_z, REST_BOUNDS_Z[0]), REST_BOUNDS_Z[1])
    return (fa - rest_z * fr) / ff, rest_z


def _judged(
    t_s: Floats, arousal_z: Floats, tau_s: float, start_z: float, rest_z: float
) -> Decay:
    falling = np.exp(-t_s / tau_s)
    residual = arousal_z - rest_z - (start_z - rest_z) * falling
    scatter = median_deviation(arousal_z)
    explained = 0.0
    if scatter > STILL_Z:
        explained = 1.0 - (median_deviation(residual) / scatter) ** 2
    slope = (start_z - rest_z) * falling * t_s / tau_s
    jacobian = np.column_stack([falling, 1.0 - falling, slope])
    weight = 1.0 / np.sqrt(1.0 + (residual / LOSS_SCALE_Z) ** 2)
    information = jacobian.T @ (jacobian * weight[:, None])
    variance = float(weight @ residual**2) / max(t_s.size - 3, 1)
    try:
        own = float(np.linalg.inv(information)[2, 2])
    except np.linalg.LinAlgError:
        own = float("inf")
    return Decay(
        tau_s=tau_s,
        start_z=start_z,
        rest_z=rest_z,
        ln_tau_error=sqrt(max(own, 0.0) * variance * CORRELATED_S),
        explained=explained,
    )
