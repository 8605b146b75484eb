"""The exponential return: recovered where it is one, refused where it is not."""

from math import log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from biofeed.core.decay import (
    LEAST_FALL_Z,
    LOSS_SCALE_Z,
    REST_BOUNDS_Z,
    TAU_BOUNDS_S,
    fit_decay,
)

Floats = NDArray[np.float64]


def seconds(length_s: int) -> Floats:
    return np.arange(length_s + 1, dtype=float)


def falling(t_s: Floats, *, tau_s: float, start_z: float, rest_z: float) -> Floats:
    return np.asarray(rest_z + (start_z - rest_z) * np.exp(-t_s / tau_s))


def unrest(t_s: Floats, *, sd_z: float, seed: int) -> Floats:
    """Noise that is correlated over 15 s, as the trace's is."""
    white = np.random.default_rng(seed).normal(size=t_s.size + 14)
    smooth = np.convolve(white, np.ones(15) / 15.0**0.5, mode="valid")
    return np.asarray(sd_z * smooth)


@pytest.mark.parametrize("tau_s", [8.0, 15.0, 40.0, 100.0, 200.0])
@pytest.mark.parametrize(("start_z", "rest_z"), [(4.0, 0.0), (8.0, 1.0), (10.0, -1.5)])
def test_exponential_is_recovered(tau_s: float, start_z: float, rest_z: float) -> None:
    """Without noise to a percent, whatever the time constant and the rest."""
    t_s = seconds(round(5 * tau_s))
    decay = fit_decay(t_s, falling(t_s, tau_s=tau_s, start_z=start_z, rest_z=rest_z))
    assert decay is not None
    assert pytest.approx(tau_s, rel=0.01) == decay.tau_s
    assert pytest.approx(start_z, abs=0.05) == decay.start_z
    assert pytest.approx(rest_z, abs=0.05) == decay.rest_z
    assert pytest.approx(tau_s * log(2.0), rel=0.01) == decay.half_life_s


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("tau_s", [20.0, 60.0])
def test_fit_is_that_of_a_general_least_squares(tau_s: float, seed: int) -> None:
    """The soft-L1 fit of scipy, from three starts, ends within 3 % of the same tau."""
    optimize = pytest.importorskip("scipy.optimize")
    t_s = seconds(round(5 * tau_s))
    arousal_z = falling(t_s, tau_s=tau_s, start_z=7.0, rest_z=0.5)
    arousal_z += unrest(t_s, sd_z=0.4, seed=seed)
    arousal_z[50:54] += 5.0

    def residual(theta: Floats) -> Floats:
        start_z, rest_z, ln_tau = theta
        tau = float(np.exp(ln_tau))
        return falling(t_s, tau_s=tau, start_z=start_z, rest_z=rest_z) - arousal_z

    bounds = (
        [-np.inf, REST_BOUNDS_Z[0], log(TAU_BOUNDS_S[0])],
        [np.inf, REST_BOUNDS_Z[1], log(TAU_BOUNDS_S[1])],
    )
    fits = [
        optimize.least_squares(
            residual,
            [6.0, 0.0, log(first_s)],
            bounds=bounds,
            loss="soft_l1",
            f_scale=LOSS_SCALE_Z,
        )
        for first_s in (10.0, 40.0, 120.0)
    ]
    best = min(fits, key=lambda fit: float(fit.cost))
    ours = fit_decay(t_s, arousal_z)
    assert ours is not None
    assert pytest.approx(float(np.exp(best.x[2])), rel=0.03) == ours.tau_s
    assert pytest.approx(float(best.x[1]), abs=0.05) == ours.rest_z


def test_a_swallow_is_an_outlier_not_a_second_return() -> None:
    """Five seconds that are 6 z up move the half-life by less than 5 %."""
    t_s = seconds(200)
    clean = falling(t_s, tau_s=40.0, start_z=6.0, rest_z=0.0)
    clean += unrest(t_s, sd_z=0.1, seed=1)
    swallow = clean.copy()
    swallow[60:65] += 6.0
    undisturbed, disturbed = fit_decay(t_s, clean), fit_decay(t_s, swallow)
    assert undisturbed is not None
    assert disturbed is not None
    assert pytest.approx(undisturbed.tau_s, rel=0.05) == disturbed.tau_s


def test_explained_share_is_of_robust_variance() -> None:
    """1 - (MAD of what is left / MAD of the trace)², by hand."""
    t_s = seconds(150)
    arousal_z = falling(t_s, tau_s=40.0, start_z=6.0, rest_z=0.0)
    arousal_z += unrest(t_s, sd_z=0.4, seed=2)
    decay = fit_decay(t_s, arousal_z)
    assert decay is not None
    curve = falling(t_s, tau_s=decay.tau_s, start_z=decay.start_z, rest_z=decay.rest_z)
    left = arousal_z - curve
    mad_left = np.median(np.abs(left - np.median(left)))
    mad = np.median(np.abs(arousal_z - np.median(arousal_z)))
    assert pytest.approx(1.0 - float(mad_left / mad) ** 2) == decay.explained
    assert 0.5 < decay.explained < 1.0


def test_doubt_about_tau_is_what_repetitions_scatter_by() -> None:
    """Under unrest that lasts 15 s, the standard error is true to a third."""
    t_s = seconds(200)
    clean = falling(t_s, tau_s=40.0, start_z=7.0, rest_z=0.0)
    noisy = [clean + unrest(t_s, sd_z=0.3, seed=seed) for seed in range(60)]
    fits = [fit for fit in (fit_decay(t_s, each) for each in noisy) if fit is not None]
    assert 60 == len(fits)
    scatter = float(np.std([log(fit.tau_s) for fit in fits]))
    stated = float(np.median([fit.ln_tau_error for fit in fits]))
    assert pytest.approx(scatter, rel=0.35) == stated


def test_unknown_seconds_are_left_out() -> None:
    """A hole in the return costs points, not the fit."""
    t_s = seconds(200)
    arousal_z = falling(t_s, tau_s=40.0, start_z=6.0, rest_z=0.0)
    arousal_z[30:50] = np.nan
    decay = fit_decay(t_s, arousal_z)
    assert decay is not None
    assert pytest.approx(40.0, rel=0.01) == decay.tau_s


class TestGate:
    def test_noise_at_rest_is_no_return(self) -> None:
        """Correlated noise without any fall is refused, whatever the seed."""
        t_s = seconds(200)
        fits = [fit_decay(t_s, unrest(t_s, sd_z=0.8, seed=seed)) for seed in range(20)]
        assert [None] * 20 == fits

    @pytest.mark.parametrize(("fall_z", "shown"), [(1.4, False), (1.6, True)])
    def test_fall_must_be_more_than_the_unrest_of_a_rest(
        self, *, fall_z: float, shown: bool
    ) -> None:
        """1.5 z at least."""
        t_s = seconds(200)
        arousal_z = falling(t_s, tau_s=30.0, start_z=fall_z, rest_z=0.0)
        assert shown == (fit_decay(t_s, arousal_z) is not None)
        assert 1.5 == LEAST_FALL_Z

    def test_rise_is_no_return(self) -> None:
        """It must lead down."""
        t_s = seconds(200)
        assert None is fit_decay(t_s, falling(t_s, tau_s=30.0, start_z=0.0, rest_z=6.0))

    @pytest.mark.parametrize(("points", "shown"), [(29, False), (60, True)])
    def test_half_a_minute_is_too_short(self, *, points: int, shown: bool) -> None:
        """Fewer than 30 points are within one window of heart rate."""
        t_s = seconds(points - 1)
        arousal_z = falling(t_s, tau_s=8.0, start_z=6.0, rest_z=0.0)
        assert shown == (fit_decay(t_s, arousal_z) is not None)

    def test_time_constant_near_the_span_is_an_extrapolation(self) -> None:
        """A fall that has hardly begun says nothing of where it leads."""
        t_s = seconds(60)
        assert None is fit_decay(t_s, falling(t_s, tau_s=55.0, start_z=6.0, rest_z=0.0))

    def test_step_down_under_noise_leaves_tau_in_doubt(self) -> None:
        """A curve lost in noise has a half-life that is anyone's guess."""
        t_s = seconds(120)
        arousal_z = falling(t_s, tau_s=30.0, start_z=3.0, rest_z=0.0)
        arousal_z += unrest(t_s, sd_z=2.0, seed=3)
        assert None is fit_decay(t_s, arousal_z)

    @pytest.mark.parametrize("level_z", [0.0, 3.0])
    def test_constant_trace_has_no_return(self, level_z: float) -> None:
        """Nothing scatters, nothing is explained."""
        t_s = seconds(200)
        assert None is fit_decay(t_s, np.full_like(t_s, level_z))


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.one_of(st.floats(-1e6, 1e6), st.floats(-10.0, 10.0), st.just(float("nan"))),
        max_size=60,
    )
)
def test_any_trace_has_a_fit_that_deserves_showing_or_none(values: list[float]) -> None:
    """No error and no nonsense, whatever the trace."""
    arousal_z = np.array(values, dtype=float)
    decay = fit_decay(np.arange(arousal_z.size, dtype=float), arousal_z)
    if decay is not None:
        assert TAU_BOUNDS_S[0] <= decay.tau_s + 1e-9
        assert decay.tau_s <= 0.8 * (arousal_z.size - 1)
        assert decay.start_z - decay.rest_z >= LEAST_FALL_Z
        assert REST_BOUNDS_Z[0] <= decay.rest_z <= REST_BOUNDS_Z[1]
