"""Trends over a few rounds: robust, and honest about how little they prove."""

from itertools import permutations
from math import factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.trend import (
    FEWEST_ROUNDS,
    MOST_COUNTED,
    counted_cut,
    normal_cut,
    orders_by_inversions,
    trend,
)

VALUES = st.lists(st.floats(-50.0, 50.0), min_size=FEWEST_ROUNDS, max_size=9)


@pytest.mark.parametrize("rounds", [0, 1, 2])
def test_under_three_rounds_there_is_no_trend(rounds: int) -> None:
    """Two rounds make a difference."""
    assert trend(list(range(rounds)), [1.0] * rounds) is None


def test_one_odd_round_hardly_moves_the_slope() -> None:
    """Five rounds that fall by ten, one of them far off."""
    found = trend([1, 2, 3, 4, 5], [90.0, 80.0, 300.0, 60.0, 50.0])
    assert found is not None
    assert -10.0 == found.slope


def test_a_missing_round_keeps_its_place() -> None:
    """Rounds 1, 2 and 4: the slope is per round, not per value."""
    found = trend([1, 2, 4], [40.0, 30.0, 10.0])
    assert found is not None
    assert (-10.0, -10.0, -10.0) == (found.slope, found.low, found.high)


@pytest.mark.parametrize("rounds", [1, 2, 3, 4, 5, 6])
def test_orders_are_counted_by_their_turned_pairs(rounds: int) -> None:
    """As counting every order one by one gives it."""
    counts = [0] * (rounds * (rounds - 1) // 2 + 1)
    for order in permutations(range(rounds)):
        turned = sum(
            order[one] > order[later]
            for one in range(rounds)
            for later in range(one + 1, rounds)
        )
        counts[turned] += 1
    assert counts == orders_by_inversions(rounds)
    assert factorial(rounds) == sum(counts)


@pytest.mark.parametrize(
    ("rounds", "coverage_pct"), [(3, 66.7), (4, 91.7), (5, 98.3), (6, 98.3)]
)
def test_coverage_is_what_the_orders_without_a_trend_say(
    rounds: int, coverage_pct: float
) -> None:
    """Of all orders of rounds without a trend, so many have no slope in the interval.

    The interval of an order holds the true slope, nought, as often as is claimed.
    """
    orders = list(permutations([float(each) for each in range(rounds)]))
    held = 0
    for order in orders:
        found = trend(list(range(rounds)), order)
        assert found is not None
        assert coverage_pct == round(100.0 * found.coverage_share, 1)
        held += found.low <= 0.0 <= found.high
    assert coverage_pct == round(100.0 * held / len(orders), 1)


@given(VALUES)
def test_the_slope_lies_in_its_interval(values: list[float]) -> None:
    """And the interval turns with the values."""
    numbers = list(range(len(values)))
    found = trend(numbers, values)
    turned = trend(numbers, [-value for value in values])
    assert found is not None
    assert turned is not None
    assert found.low <= found.slope <= found.high
    assert pytest.approx((-found.high, -found.low)) == (turned.low, turned.high)


@given(VALUES, st.floats(-20.0, 20.0))
def test_a_steady_change_adds_to_the_slope(
    values: list[float], per_round: float
) -> None:
    """A ramp on top of anything moves slope and interval by its own slope."""
    numbers = list(range(len(values)))
    found = trend(numbers, values)
    ramped = trend(numbers, [value + per_round * at for at, value in enumerate(values)])
    assert found is not None
    assert ramped is not None
    assert pytest.approx(found.slope + per_round, abs=1e-6) == ramped.slope


def test_many_rounds_are_normal() -> None:
    """Where counting ends, the normal distribution says the same to one slope.

    One slope of 1225 is worth 0.15 % of coverage there.
    """
    counted, share = counted_cut(MOST_COUNTED)
    normal, normal_share = normal_cut(MOST_COUNTED)
    assert abs(counted - normal) <= 1
    assert pytest.approx(share, abs=0.002) == normal_share


def test_a_recording_of_weeks_has_a_trend() -> None:
    """A thousand activations, which no one could count the orders of."""
    found = trend(list(range(1000)), [2.0 * at for at in range(1000)])
    assert found is not None
    assert (2.0, 2.0, 2.0) == (found.slope, found.low, found.high)
    assert pytest.approx(0.95, abs=0.001) == found.coverage_share
