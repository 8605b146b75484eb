"""The size of numbers decides their unit, and their sum is held against their times."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.rr_recording import Oddity, Unit
from devices.rr_refusals import Refused
from devices.rr_units import are_heart_rates, fits_unit, guess_unit, oddities


@pytest.mark.parametrize(
    ("median", "expected"),
    [
        (0.3, Unit.S),
        (9.99, Unit.S),
        (10.0, Refused.UNIT_UNCLEAR),
        (24.9, Refused.UNIT_UNCLEAR),
        (25.0, Refused.HEART_RATES),
        (72.0, Refused.HEART_RATES),
        (250.0, Refused.HEART_RATES),
        (250.1, Unit.MS),
        (4000.0, Unit.MS),
        (4000.1, Refused.UNIT_UNCLEAR),
    ],
)
def test_the_median_decides(median: float, expected: Unit | Refused) -> None:
    """Each size of numbers has one reading, up to its last number."""
    assert expected is guess_unit(np.array([median]))
    assert expected is guess_unit(np.array([median / 9, median, median * 9]))


@given(st.lists(st.floats(0.3, 2.4), min_size=1), st.integers(0, 300))
def test_lost_contact_has_no_say(rr_s: list[float], zeros: int) -> None:
    """However often a recorder wrote 0, the intervals between decide the unit."""
    rr = np.concatenate([np.zeros(zeros), np.array(rr_s), -np.ones(zeros)])
    assert Unit.S is guess_unit(rr)
    assert Unit.MS is guess_unit(rr * 1000)
    assert Refused.HEART_RATES is guess_unit(60 / np.array(rr_s))


def test_no_intervals_are_no_contradiction() -> None:
    """Where only zeros stand, the unit is not what is wrong."""
    zeros = np.zeros(3)
    assert Unit.MS is guess_unit(zeros)
    assert fits_unit(zeros, Unit.MS)
    assert fits_unit(zeros, Unit.S)


@pytest.mark.parametrize(
    ("median", "unit", "fits"),
    [(9.99, Unit.S, 1), (10.0, Unit.S, 0), (10.0, Unit.MS, 1), (9.99, Unit.MS, 0)],
)
def test_a_stated_unit_is_believed_up_to_a_thousandfold(
    median: float, unit: Unit, fits: int
) -> None:
    """A header may name odd intervals, but not call seconds milliseconds."""
    assert bool(fits) is fits_unit(np.array([median]), unit)


@pytest.mark.parametrize(
    ("rr_ms", "step_s", "expected"),
    [
        (72.0, 1.0, True),
        (250.0, 1.0, True),
        (25.0, 1.0, True),
        (250.1, 1.0, False),
        (24.9, 1.0, False),
        (72.0, 0.072, False),
        (200.0, 0.39, False),
    ],
    ids=["rates", "fastest", "slowest", "intervals", "tiny", "filled", "half filled"],
)
def test_heart_rates_fill_no_time(
    rr_ms: float, step_s: float, expected: object
) -> None:
    """Short intervals that fill their time are intervals; others are rates."""
    t_s = np.linspace(step_s, 100 * step_s, 100)
    assert expected is are_heart_rates(t_s, np.full(100, rr_ms))


@pytest.mark.parametrize(
    ("beats", "drift", "expected"),
    [
        (10_000, 1.009, None),
        (10_000, 1.012, Oddity.BEATS_MISSING),
        (10_000, 0.991, None),
        (10_000, 0.985, Oddity.INTERVALS_OVERLAP),
        (50, 1.03, None),
        (50, 1.06, Oddity.BEATS_MISSING),
    ],
)
def test_the_sum_is_held_against_the_times(
    beats: int, drift: float, expected: Oddity | None
) -> None:
    """Clocks may differ by a hundredth, short recordings by two seconds."""
    rr_ms = np.full(beats, 800.0)
    found = oddities(np.cumsum(rr_ms) * drift / 1000, rr_ms)
    assert ([] if expected is None else [expected]) == [one.oddity for one in found]
