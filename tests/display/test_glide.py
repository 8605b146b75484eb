"""The drawn end of the trace goes on evenly, and is never ahead of what is known."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.display.glide import LONGEST_S, Glide


def _at_once(end_s: float, now_s: float) -> Glide:
    glide = Glide()
    glide.head_for(end_s, now_s)
    return glide


def test_the_first_end_is_there_at_once() -> None:
    """Nothing precedes it."""
    glide = _at_once(40.0, 7.0)
    assert glide.at(7.0) == 40.0
    assert glide.is_still(7.0)


def test_a_second_takes_a_second() -> None:
    """Half way at half time, and there when the next one is due."""
    glide = _at_once(40.0, 7.0)
    glide.head_for(41.0, 8.0)
    assert [glide.at(now_s) for now_s in (8.0, 8.25, 8.5, 9.0, 9.7)] == [
        pytest.approx(end_s) for end_s in (40.0, 40.25, 40.5, 41.0, 41.0)
    ]
    assert not glide.is_still(8.5)
    assert glide.is_still(9.0)


def test_the_same_end_again_disturbs_nothing() -> None:
    """A snapshot with no new second in it comes in between."""
    glide = _at_once(40.0, 7.0)
    glide.head_for(41.0, 8.0)
    glide.head_for(41.0, 8.5)
    assert glide.at(8.75) == pytest.approx(40.75)


@pytest.mark.parametrize("end_s", [39.0, 12.0, 40.0 + LONGEST_S + 0.1, 4000.0])
def test_what_was_not_lived_through_is_not_glided_over(end_s: float) -> None:
    """Back in time, or far on: a sought moment, a computer that slept."""
    glide = _at_once(40.0, 7.0)
    glide.head_for(end_s, 8.0)
    assert glide.at(8.0) == end_s


def test_reduced_motion_goes_by_steps() -> None:
    """Each second is there at once."""
    glide = _at_once(40.0, 7.0)
    glide.head_for(41.0, 8.0, at_once=True)
    assert glide.at(8.0) == 41.0


def test_after_a_new_beginning_nothing_leads_there() -> None:
    """A trace that is shown again after a quiet phase does not come in from before."""
    glide = _at_once(40.0, 7.0)
    glide.begin_anew()
    glide.head_for(41.0, 8.0)
    assert glide.at(8.0) == 41.0


@given(
    early_s=st.lists(st.floats(-0.25, 0.25), min_size=5, max_size=40),
    speed=st.sampled_from([1.0, 4.0, 16.0]),
)
def test_seconds_that_come_unevenly_pass_evenly(
    early_s: list[float], speed: float
) -> None:
    """With seconds up to a quarter of their time early or late, at any speed.

    Picture by picture the end never goes back, never passes what is known, is never
    more than four seconds behind, and goes at most at three times the pace of time.
    """
    came_s = [(count + early) / speed for count, early in enumerate(early_s, start=1)]
    glide = _at_once(0.0, 0.0)
    ends_s = [0.0]
    for frame in range(1, int(60 * came_s[-1])):
        now_s = frame / 60.0
        known_s = float(sum(came <= now_s for came in came_s))
        glide.head_for(known_s, now_s)
        ends_s.append(glide.at(now_s))
        assert known_s - 4.0 <= ends_s[-1] <= known_s
    steps_s = [after - before for before, after in pairwise(ends_s)]
    assert min(steps_s) >= 0.0
    assert max(steps_s) <= 3.0 * speed / 60.0
