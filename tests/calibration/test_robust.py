"""Spreads and slopes that outliers hardly move."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calibration.robust import median_deviation, robust_spread, theil_sen_slope


@pytest.mark.parametrize(
    ("values", "deviation"),
    [([5.0], 0.0), ([1.0, 2.0, 3.0], 1.0), ([1.0, 2.0, 3.0, 4.0, 1000.0], 1.0)],
    ids=["one", "three", "outlier"],
)
def test_deviation_is_the_median_distance_from_the_median(
    values: list[float], deviation: float
) -> None:
    """An outlier is one of five, however far out it lies."""
    assert deviation == median_deviation(np.array(values))


def test_spread_of_normal_values_is_their_standard_deviation() -> None:
    """Within 2 % over ten thousand of them."""
    values = np.random.default_rng(5).normal(60.0, 3.0, size=10_000)
    assert pytest.approx(3.0, rel=0.02) == robust_spread(values)


@pytest.mark.parametrize(
    ("values", "slope"),
    [
        ([5.0, 5.0, 5.0], 0.0),
        ([1.0, 2.0, 3.0, 4.0], 1.0),
        ([4.0, 2.0, 0.0], -2.0),
        ([0.0, 1.0, 0.0, 1.0], 1.0 / 6.0),
        ([0.0, 1.0, 100.0, 3.0, 4.0], 1.0),
    ],
    ids=["flat", "up", "down", "swinging", "outlier"],
)
def test_slope_is_the_median_of_all_pairs(values: list[float], slope: float) -> None:
    """Swinging: of -1, 0, 0, 1/3, 1 and 1 the middle is a sixth."""
    assert pytest.approx(slope) == theil_sen_slope(np.array(values))


@given(
    st.floats(-5.0, 5.0),
    st.floats(-100.0, 100.0),
    st.integers(10, 60),
    st.integers(0, 2**20),
)
def test_quarter_of_outliers_leaves_a_line_its_slope(
    slope: float, start: float, length: int, seed: int
) -> None:
    """Robust up to 29 % of wrong values."""
    values = start + slope * np.arange(length, dtype=np.float64)
    rng = np.random.default_rng(seed)
    wrong = rng.choice(length, size=length // 5, replace=False)
    values[wrong] += rng.normal(0.0, 1000.0, size=wrong.size)
    assert pytest.approx(slope, abs=1e-6) == theil_sen_slope(values)
