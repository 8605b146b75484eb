"""The simulator's lags and noises against their textbook numbers."""

import numpy as np
import pytest

from devices.simulated_dynamics import (
    GRID_HZ,
    Floats,
    delayed,
    lagged,
    resonance,
    wander,
)


def _step_at(index: int, n: int = 3000) -> Floats:
    signal = np.zeros(n)
    signal[index:] = 1.0
    return signal


@pytest.mark.parametrize("tau_s", [0.4, 9.0])
def test_lag_reaches_63_percent_after_its_time_constant(tau_s: float) -> None:
    """A step is followed to 1 - 1/e after one time constant."""
    followed = lagged(_step_at(100), rising_s=tau_s, falling_s=1.0)
    after_tau = 100 + round(tau_s * GRID_HZ) - 1
    assert pytest.approx(1.0 - np.exp(-1.0), abs=1e-9) == followed[after_tau]


def test_lag_falls_with_its_own_time_constant() -> None:
    """The way down has its own time constant."""
    followed = lagged(1.0 - _step_at(100), rising_s=9.0, falling_s=18.0)
    after_tau = 100 + round(18.0 * GRID_HZ) - 1
    assert pytest.approx(np.exp(-1.0), abs=1e-9) == followed[after_tau]


def test_lag_starts_in_its_steady_state() -> None:
    """A constant signal is followed exactly from the first point."""
    assert lagged(np.full(5, 2.0), rising_s=9.0, falling_s=9.0).tolist() == [2.0] * 5


def test_delay_shifts_and_holds_the_first_value() -> None:
    """A delay of two points repeats the first value twice."""
    signal = np.array([5.0, 6.0, 7.0, 8.0])
    assert delayed(signal, 2 / GRID_HZ).tolist() == [5.0, 5.0, 5.0, 6.0]


def test_delay_longer_than_the_signal_holds_its_first_value() -> None:
    """Nothing has changed yet."""
    assert delayed(np.array([5.0, 6.0]), 10.0).tolist() == [5.0, 5.0]


def test_wandering_has_unit_variance_and_its_own_memory() -> None:
    """Over many runs the variance is 1 and the correlation at tau is 1/e."""
    lag = round(2.0 * GRID_HZ)
    runs = np.array(
        [wander(lag + 1, 2.0, np.random.default_rng(seed)) for seed in range(2000)]
    )
    assert pytest.approx(1.0, abs=0.1) == runs[:, 0].var()
    assert pytest.approx(1.0, abs=0.1) == runs[:, -1].var()
    assert pytest.approx(np.exp(-1.0), abs=0.07) == np.mean(runs[:, 0] * runs[:, -1])


def test_resonance_has_unit_variance_from_the_first_point() -> None:
    """It needs no warming up: first and last points vary alike."""
    runs = np.array(
        [
            resonance(500, centre_hz=0.095, q=3.5, rng=np.random.default_rng(seed))
            for seed in range(2000)
        ]
    )
    assert pytest.approx(1.0, abs=0.1) == runs[:, 0].var()
    assert pytest.approx(1.0, abs=0.1) == runs[:, -1].var()


def test_resonance_holds_its_power_at_its_frequency() -> None:
    """The strongest frequency of an hour is the one asked for, within its bandwidth."""
    wave = resonance(180_000, centre_hz=0.095, q=3.5, rng=np.random.default_rng(1))
    pieces = wave.reshape(-1, 10_000)
    power = (np.abs(np.fft.rfft(pieces, axis=1)) ** 2).mean(axis=0)
    peak_hz = np.fft.rfftfreq(10_000, 1.0 / GRID_HZ)[np.argmax(power)]
    assert pytest.approx(0.095, abs=0.095 / 3.5 / 2) == peak_hz
