"""What the body is doing, from seconds of its activation."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.body_reading import (
    JUST_BACK_S,
    MOVING_S,
    NO_STEP_S,
    PLAINLY_UP_Z,
    BodyReading,
    BodyState,
)
from biofeed.core.evidence import GAP_S
from biofeed.core.values import State
from tests.core.bodies import second

UP = State.ACTIVATED
DOWN = State.COMING_BACK


def ramp(from_z: float, to_z: float, seconds: int) -> list[float]:
    """Activation that moves evenly, without its first value, z."""
    return [from_z + (to_z - from_z) * (n + 1) / seconds for n in range(seconds)]


def read(
    *stretches: tuple[State, Sequence[float | None]], body: BodyReading | None = None
) -> list[BodyState]:
    """Read stretches of one state each, second by second, from 1 s on."""
    body = BodyReading() if body is None else body
    seen = [(state, z) for state, values in stretches for z in values]
    return [
        body.read(second(float(t_s), smoothed_z=z, state=state))
        for t_s, (state, z) in enumerate(seen, start=1)
    ]


RISE = (UP, ramp(2.5, 6.0, 20))
TOP = (UP, [6.0] * 30)
FALL = (DOWN, ramp(6.0, 1.6, 60))
LAST = (DOWN, [0.5] * 20)


def test_one_activation_is_told_from_its_rise_to_its_return() -> None:
    """It rises, is at its height, turns, eases, has settled, and then is at rest."""
    rest = (State.SETTLED, [0.5] * (JUST_BACK_S + 5))
    told = read(RISE, TOP, FALL, LAST, rest)
    changes = [told[0], *(after for before, after in pairwise(told) if before != after)]
    assert [
        BodyState.RISING,
        BodyState.HEIGHT,
        BodyState.TURNING,
        BodyState.EASING,
        BodyState.SETTLED,
        BodyState.AT_REST,
    ] == changes[-6:]


@pytest.mark.parametrize(
    ("state", "smoothed_z", "body"),
    [
        pytest.param(State.SETTLED, 0.2, BodyState.AT_REST, id="rest"),
        pytest.param(State.SETTLED, -2.9, BodyState.AT_REST, id="low in its band"),
        pytest.param(State.ABOVE_REST, 1.8, BodyState.ABOVE_REST, id="a little above"),
        pytest.param(State.UNUSUALLY_LOW, -3.2, BodyState.UNUSUALLY_LOW, id="drop"),
        pytest.param(DOWN, -3.2, BodyState.UNUSUALLY_LOW, id="drop on the way back"),
        pytest.param(State.UNKNOWN, None, BodyState.UNKNOWN, id="unknown"),
        pytest.param(State.CALIBRATING, None, BodyState.UNKNOWN, id="no rest yet"),
        pytest.param(UP, 5.0, BodyState.HEIGHT, id="up, not seen to rise"),
        pytest.param(
            State.ABOVE_REST, PLAINLY_UP_Z, BodyState.HEIGHT, id="up, not confirmed"
        ),
        pytest.param(DOWN, 1.4, BodyState.EASING, id="all but back"),
    ],
)
def test_one_second_by_itself(
    state: State, smoothed_z: float | None, body: BodyState
) -> None:
    """Without a way behind it, a second says where the body is, and no direction."""
    assert [body] == read((state, [smoothed_z]))


def test_a_ripple_is_no_turn() -> None:
    """A heart rate that swings with a slow breath at the height does not ease."""
    ripple = [6.0, 5.6, 5.2, 5.2, 5.6, 6.0] * 10
    told = read(RISE, (DOWN, ripple))
    assert not {BodyState.TURNING, BodyState.EASING} & set(told)


def test_high_up_a_turn_takes_more() -> None:
    """At 14 z the body of a person who stands moves by more than 1 z all the time."""
    told = read((UP, ramp(2.5, 14.0, 40)), (UP, [12.5] * 10))
    assert BodyState.TURNING not in told


def test_a_body_that_stays_up_is_stuck() -> None:
    """At its height for 90 s it is stuck, and it has come back from nothing."""
    told = read(RISE, (UP, [6.0] * (NO_STEP_S + 5)))
    assert told[-1] is BodyState.STUCK
    assert BodyState.PARTLY_BACK not in told


def test_a_body_that_stops_halfway_is_partly_back() -> None:
    """Halfway back for 90 s, part of it has come back."""
    told = read(RISE, TOP, (DOWN, ramp(6.0, 3.0, 20)), (DOWN, [3.0] * NO_STEP_S))
    assert BodyState.PARTLY_BACK == told[-1]
    assert BodyState.STUCK not in told


def test_a_slow_way_back_is_a_way_back() -> None:
    """Down by little more than a z a minute is slow, and not stuck."""
    told = read(RISE, (DOWN, ramp(6.0, 2.0, 200)))
    assert told[-1] is BodyState.EASING
    assert not {BodyState.STUCK, BodyState.PARTLY_BACK} & set(told)


def test_nothing_is_stuck_all_but_at_rest() -> None:
    """Just above the band for minutes, a body is on its way."""
    told = read(RISE, (DOWN, ramp(6.0, 1.4, 30)), (DOWN, [1.4] * 300))
    assert told[-1] is BodyState.EASING


def test_letting_go_begins_the_wait_anew() -> None:
    """What stood at its height while it was asked to is not stuck when let go."""
    body = BodyReading()
    read(RISE, (UP, [6.0] * (NO_STEP_S - 5)), body=body)
    body.let_go()
    told = read((UP, [6.0] * (NO_STEP_S + 1)), body=body)
    assert (BodyState.HEIGHT, BodyState.STUCK) == (told[NO_STEP_S - 2], told[-1])


def test_a_second_rise_is_a_rise() -> None:
    """Up again on its way back, it rises."""
    told = read(RISE, TOP, (DOWN, ramp(6.0, 3.0, 30)), (DOWN, ramp(3.0, 5.0, 20)))
    assert told[-1] is BodyState.RISING


def test_worn_out_activations_stay_up() -> None:
    """Ten minutes after its turn an activation is no longer followed, and still up."""
    told = read(RISE, (State.ABOVE_REST, [3.0] * 20))
    assert BodyState.ABOVE_REST not in told


def test_a_short_hole_changes_nothing() -> None:
    """After fewer seconds than a gap the way goes on."""
    told = read(RISE, (State.UNKNOWN, [None] * GAP_S), (UP, [6.0]))
    assert told[-1] is BodyState.RISING


def test_after_a_gap_no_direction_is_claimed() -> None:
    """What happened in a long hole was not seen."""
    told = read(RISE, (State.UNKNOWN, [None] * (GAP_S + 1)), (DOWN, [4.0] * 5))
    assert {BodyState.HEIGHT} == set(told[-5:])


def test_another_rest_ends_what_was_above_the_first() -> None:
    """A rest learned anew is no return."""
    told = read(RISE, (State.CALIBRATING, [None]), (State.SETTLED, [0.0]))
    assert told[-1] is BodyState.AT_REST


@given(
    st.lists(
        st.none() | st.floats(min_value=-12.0, max_value=12.0),
        min_size=1,
        max_size=300,
    ),
    st.sampled_from([UP, DOWN]),
)
def test_reading_is_honest(smoothed_z: list[float | None], state: State) -> None:
    """Unknown exactly where unknown, a drop exactly below -3 z, and nothing is rest."""
    for z, body in zip(smoothed_z, read((state, smoothed_z)), strict=True):
        assert (z is None) == (body is BodyState.UNKNOWN)
        assert (z is not None and z < -3.0) == (body is BodyState.UNUSUALLY_LOW)
        assert body not in {BodyState.SETTLED, BodyState.AT_REST}


@given(st.floats(min_value=2.0, max_value=12.0), st.data())
def test_small_moves_never_turn(height_z: float, data: st.DataObject) -> None:
    """Within less than 1 z no way changes its direction."""
    within = st.floats(min_value=height_z, max_value=height_z + 0.99)
    told = read((UP, data.draw(st.lists(within, max_size=MOVING_S * 4))))
    assert not {BodyState.TURNING, BodyState.EASING, BodyState.PARTLY_BACK} & set(told)
