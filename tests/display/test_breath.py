"""The pacer's breath stays within what is gentle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.safety import FASTEST_PER_MIN, LEAST_IN_S, SLOWEST_PER_MIN
from biofeed.display.breath import DEFAULT_PER_MIN, SHARE_IN, Breath, fullness

paces = st.floats(min_value=-20.0, max_value=60.0)


@given(paces)
def test_in_breath_is_never_shorter_than_three_seconds(wanted: float) -> None:
    """Whatever pace is asked for, breathing in takes at least 3 s."""
    breath = Breath(wanted)
    assert SHARE_IN * 60.0 / breath.per_min >= LEAST_IN_S


@given(paces)
def test_pace_stays_between_four_and_eight(wanted: float) -> None:
    """Four to eight breaths a minute, whatever is asked for."""
    assert SLOWEST_PER_MIN <= Breath().want(wanted) <= FASTEST_PER_MIN


@given(st.lists(st.tuples(paces, st.floats(0.0, 2.0)), min_size=1, max_size=80))
def test_pace_changes_by_half_a_breath_in_half_a_minute_at_most(
    wishes: list[tuple[float, float]],
) -> None:
    """While it runs nobody is pulled along, whatever keys are pressed."""
    breath = Breath()
    now_s, history = 0.0, [(0.0, DEFAULT_PER_MIN)]
    for wanted, elapsed_s in wishes:
        breath.want(wanted)
        breath.advance(elapsed_s)
        now_s += elapsed_s
        history.append((now_s, breath.per_min))
    for start_s, before in history:
        within = [pace for at_s, pace in history if start_s <= at_s <= start_s + 30.0]
        assert max(abs(pace - before) for pace in within) <= 0.5 + 1e-9


def test_default_breath_is_longer_out_than_in() -> None:
    """Six a minute: 4 s in, 6 s out."""
    breath = Breath()
    moments = [breath.advance(0.1) for _ in range(100)]
    assert sum(moment.is_in for moment in moments) == pytest.approx(40, abs=1)


@given(st.floats(0.0, 1.0))
def test_fullness_stays_within_its_bounds(phase: float) -> None:
    """Fullness runs from empty to full and nowhere else."""
    assert 0.0 <= fullness(phase) <= 1.0


@given(st.floats(0.0, 1.0), st.floats(SLOWEST_PER_MIN, FASTEST_PER_MIN))
def test_motion_is_smooth(phase: float, per_min: float) -> None:
    """Between two frames the shape changes by less than one hundredth."""
    later = (phase + per_min / 60.0 / 60.0) % 1.0
    assert abs(fullness(later) - fullness(phase)) < 0.01


def test_the_fastest_breath_is_far_from_flashing() -> None:
    """The fastest pace is 0.13 Hz; flashing begins at 3 Hz."""
    assert FASTEST_PER_MIN / 60.0 < 0.2


def test_breath_goes_on_where_it_was_after_a_long_pause() -> None:
    """A computer that slept does not make the shape jump."""
    breath = Breath()
    before = breath.advance(1.0).fullness
    after = breath.advance(3600.0).fullness
    assert abs(after - before) < 0.2


def test_softness_is_recalled_at_the_start_and_every_two_minutes() -> None:
    """The reminder comes at once, leaves, and comes back after two minutes."""
    breath = Breath()
    recalled = [breath.advance(0.25).recalls_softness for _ in range(4 * 125)]
    assert recalled[4]
    assert not recalled[4 * 60]
    assert recalled[4 * 121]
