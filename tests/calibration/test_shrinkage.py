"""A person's spread, drawn towards that of other people."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calibration.priors import HEART_RATE_30, Prior
from calibration.shrinkage import shrunk_scale


def test_spread_is_shrunk_by_hand() -> None:
    """180 s of ±3: own 4.4478, six windows; prior 1.5, five: 3.4371."""
    values = np.array([57.0, 63.0] * 90)
    scale = shrunk_scale(values, Prior(spread=1.5, window_s=30.0))
    own = 1.4826 * 3.0
    assert 60.0 == scale.centre
    assert pytest.approx(sqrt((5 * 1.5**2 + 6 * own**2) / 11)) == scale.spread
    assert pytest.approx(3.4371, abs=1e-4) == scale.spread


def test_stillness_keeps_most_of_the_prior() -> None:
    """No variation at all in three minutes: 5/11 of the prior's variance."""
    scale = shrunk_scale(np.full(180, 60.0), HEART_RATE_30)
    assert pytest.approx(1.49 * sqrt(5.0 / 11.0)) == scale.spread


def test_longer_rest_weighs_more() -> None:
    """Five minutes of the same are nearer to the person than two."""
    short, long = ([57.0, 63.0] * n for n in (60, 150))
    prior = Prior(spread=1.5, window_s=30.0)
    shorter = shrunk_scale(np.array(short), prior)
    assert shorter.spread < shrunk_scale(np.array(long), prior).spread


def test_outliers_hardly_count() -> None:
    """Nine values in a hundred that are far off move neither number much."""
    values = np.random.default_rng(1).normal(60.0, 2.0, size=180)
    disturbed = values.copy()
    disturbed[:16] = 150.0
    prior = Prior(spread=1.5, window_s=30.0)
    clean, odd = shrunk_scale(values, prior), shrunk_scale(disturbed, prior)
    assert pytest.approx(clean.centre, abs=1.0) == odd.centre
    assert pytest.approx(clean.spread, rel=0.15) == odd.spread


@given(st.lists(st.floats(30.0, 220.0), min_size=1, max_size=100))
def test_spread_lies_between_prior_and_own(values: list[float]) -> None:
    """Never nought, and never beyond the larger of the two."""
    array = np.array(values)
    prior = Prior(spread=1.5, window_s=30.0)
    scale = shrunk_scale(array, prior)
    own = 1.4826 * float(np.median(np.abs(array - np.median(array))))
    assert 0.0 < scale.spread
    assert min(own, 1.5) - 1e-9 <= scale.spread <= max(own, 1.5) + 1e-9
    assert float(np.min(array)) <= scale.centre <= float(np.max(array))
