"""A number goes to its goal without a jolt, however it is looked at."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.display.eased import Eased


def _on_the_way(goal: float, *, times: int, step_s: float) -> list[float]:
    eased = Eased(0.0, time_s=0.5)
    eased.goal = goal
    values = [0.0]
    for _ in range(times):
        eased.ease(step_s)
        values.append(eased.value)
    return values


def test_it_starts_and_arrives_gently() -> None:
    """The first step and the last are the smallest, and it never passes its goal."""
    values = _on_the_way(10.0, times=180, step_s=1 / 60)
    steps = [after - before for before, after in pairwise(values)]
    assert min(steps) > 0.0
    assert values[-1] == pytest.approx(10.0, abs=0.2)
    assert values[-1] < 10.0
    peak = steps.index(max(steps))
    assert steps[: peak + 1] == sorted(steps[: peak + 1])
    assert steps[peak:] == sorted(steps[peak:], reverse=True)


@given(parts=st.lists(st.floats(0.0, 0.5), min_size=1, max_size=30))
def test_the_way_is_the_same_at_any_number_of_pictures(parts: list[float]) -> None:
    """Many small steps lead to where one of the same length does."""
    eased, once = Eased(-3.0, time_s=0.45), Eased(-3.0, time_s=0.45)
    eased.goal = once.goal = 20.0
    for step_s in parts:
        eased.ease(step_s)
    once.ease(sum(parts))
    assert eased.value == pytest.approx(once.value)
    eased.ease(0.1)
    once.ease(0.1)
    assert eased.value == pytest.approx(once.value)


def test_a_new_goal_on_the_way_is_no_jolt() -> None:
    """Told to go elsewhere, it goes on at the speed it has, and turns from there."""
    eased = Eased(0.0, time_s=0.5)
    eased.goal = 10.0
    values = [0.0]
    for frame in range(240):
        if frame == 30:
            eased.goal = -5.0
        eased.ease(1 / 60)
        values.append(eased.value)
    steps = [after - before for before, after in pairwise(values)]
    jolts = [abs(after - before) for before, after in pairwise(steps)]
    assert max(jolts) < 0.02
    assert eased.value == pytest.approx(-5.0, abs=0.1)


def test_still_is_there_and_at_rest() -> None:
    """Passing its goal on the way is not being still there."""
    eased = Eased(0.0, time_s=0.5)
    assert eased.is_still(0.01)
    eased.goal = 1.0
    eased.ease(0.5)
    eased.goal = eased.value
    assert not eased.is_still(0.01)
    eased.settle()
    assert eased.is_still(0.01)


def test_time_that_goes_back_moves_nothing() -> None:
    """A clock that was set back is no reason to jump."""
    eased = Eased(0.0, time_s=0.5)
    eased.goal = 1.0
    eased.ease(-3.0)
    assert eased.value == 0.0
