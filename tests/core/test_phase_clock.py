"""The time of a phase: what it was held up never counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.phase_clock import PhaseClock

lengths_s = st.integers(0, 500).map(float)
stretches = st.lists(st.tuples(st.booleans(), lengths_s), max_size=12)


@given(stretches, st.integers(1, 1000).map(float))
def test_held_up_time_never_counts(
    stretches: list[tuple[bool, float]], longest_s: float
) -> None:
    """However often it stood still, it has gone on, and ends, by the rest alone."""
    clock = PhaseClock(100.0, longest_s)
    t_s, went_on_s = 100.0, 0.0
    for stands, seconds in stretches:
        (clock.hold_up if stands else clock.go_on)(t_s)
        t_s += seconds
        went_on_s += 0.0 if stands else seconds
        assert went_on_s == clock.elapsed_s(t_s)
    clock.go_on(t_s)
    assert t_s + longest_s - went_on_s == clock.ends_s
    assert (went_on_s >= longest_s) == clock.is_over(t_s)


@given(stretches)
def test_what_stands_still_is_never_over(stretches: list[tuple[bool, float]]) -> None:
    """While it is held up nobody knows when it ends, however late it is."""
    clock = PhaseClock(0.0, 1.0)
    t_s = 0.0
    for stands, seconds in stretches:
        (clock.hold_up if stands else clock.go_on)(t_s)
        t_s += seconds
        if stands:
            assert clock.is_held_up
            assert clock.ends_s is None
            assert not clock.is_over(t_s + 1e6)


def test_a_phase_without_a_longest_time_is_never_over() -> None:
    """Also after it stood still, and when it was asked to last longer."""
    clock = PhaseClock(0.0, None)
    clock.hold_up(5.0)
    clock.go_on(9.0)
    clock.extend(60.0)
    assert clock.ends_s is None
    assert not clock.is_over(1e6)


def test_standing_still_twice_is_standing_still_once() -> None:
    """The second asking neither adds to it nor shortens it."""
    clock = PhaseClock(0.0, 60.0)
    clock.hold_up(10.0)
    clock.hold_up(20.0)
    clock.go_on(30.0)
    clock.go_on(40.0)
    assert 80.0 == clock.ends_s
    assert 30.0 == clock.elapsed_s(50.0)


@pytest.mark.parametrize("by_s", [1.0, 300.0])
def test_it_can_last_longer(by_s: float) -> None:
    """By as much as is asked for, counted from its end."""
    clock = PhaseClock(0.0, 60.0)
    clock.extend(by_s)
    assert not clock.is_over(60.0)
    assert clock.is_over(60.0 + by_s)
