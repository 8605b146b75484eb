"""The session's activation on the grid: pieces of it, and what lies back in it."""

from math import isnan, nan

import pytest

from tests.core.making import trace_of


def test_stretch_holds_both_ends() -> None:
    """Grid points 3 to 5 of a trace that begins at 1."""
    stretch = trace_of([10.0, 20.0, 30.0, 40.0, 50.0, 60.0]).between(3.0, 5.0)
    assert [3.0, 4.0, 5.0] == stretch.t_s.tolist()
    assert [30.0, 40.0, 50.0] == stretch.smoothed_z.tolist()
    assert [30.0, 40.0, 50.0] == stretch.arousal_z.tolist()


def test_stretch_ends_where_the_trace_does() -> None:
    """What lies before it or ahead of it is not there."""
    trace = trace_of([10.0, 20.0], first_s=100.0)
    assert [100.0, 101.0] == trace.between(0.0, 500.0).t_s.tolist()
    assert [] == trace.between(200.0, 300.0).t_s.tolist()
    assert [] == trace.between(0.0, 50.0).t_s.tolist()
    assert [] == trace.between(101.0, 100.0).t_s.tolist()


def test_unknown_seconds_are_not_a_number_inside_only() -> None:
    """Inside arithmetic NaN is the unknown; it never leaves the core."""
    assert isnan(trace_of([None]).between(1.0, 1.0).smoothed_z[0])


def test_stretch_is_a_copy() -> None:
    """What is done to a piece does not happen to the session."""
    trace = trace_of([10.0, 20.0])
    trace.between(1.0, 2.0).smoothed_z[0] = nan
    assert [10.0, 20.0] == trace.between(1.0, 2.0).smoothed_z.tolist()


@pytest.mark.parametrize(
    ("before_s", "within_s", "found_s"),
    [
        pytest.param(7.0, 90.0, 5.0, id="the latest of two"),
        pytest.param(5.0, 90.0, 2.0, id="before, not at"),
        pytest.param(7.0, 2.0, 5.0, id="just within reach"),
        pytest.param(7.0, 1.0, None, id="out of reach"),
        pytest.param(2.0, 90.0, None, id="nothing before"),
        pytest.param(99.0, 99.0, 5.0, id="from beyond the end"),
    ],
)
def test_last_low_point_is_looked_for_backwards(
    before_s: float, within_s: float, found_s: float | None
) -> None:
    """Seconds 2 and 5 are at 1 z or below; second 4 is unknown."""
    trace = trace_of([2.0, 0.5, 3.0, None, 1.0, 3.0, 4.0])
    found = trace.last_at_or_below(1.0, before_s=before_s, within_s=within_s)
    assert found_s == found


@pytest.mark.parametrize(
    ("before_s", "within_s", "start_s"),
    [
        pytest.param(7.0, 90.0, 5.0, id="since the hole"),
        pytest.param(7.0, 1.0, 6.0, id="no further than asked"),
        pytest.param(3.0, 90.0, 1.0, id="since the start"),
        pytest.param(5.0, 90.0, 5.0, id="right behind the hole"),
    ],
)
def test_known_run_is_followed_back_to_its_hole(
    before_s: float, within_s: float, start_s: float
) -> None:
    """Second 4 is unknown."""
    trace = trace_of([2.0, 0.5, 3.0, None, 1.0, 3.0, 4.0])
    assert start_s == trace.earliest_known(before_s=before_s, within_s=within_s)
