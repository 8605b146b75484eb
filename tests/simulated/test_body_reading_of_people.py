"""What the coach reads of simulated bodies whose arousal is known."""

from functools import cache

import pytest

from biofeed.core.body_reading import BodyReading, BodyState
from biofeed.core.values import Second
from devices.simulated import simulate
from devices.simulated_script import ArousalEvent, PacedBreathing, Script
from tests.simulated.folding import AFTER_REST_S, fold_after_rest, person

pytestmark = pytest.mark.slow

SEEDS = range(12)
PACED_S = (500.0, 800.0)
LET_GO_S = 340.0
WENT_DOWN = {BodyState.TURNING, BodyState.EASING, BodyState.SETTLED, BodyState.AT_REST}


@cache
def _held(seed: int) -> tuple[Second, ...]:
    """Arousal stays up; the breath is led at 6/min in its last five minutes."""
    script = Script(
        duration_s=PACED_S[1],
        arousal=(ArousalEvent(on_s=AFTER_REST_S, off_s=PACED_S[1], level=0.6),),
        breathing=(PacedBreathing(start_s=PACED_S[0], end_s=PACED_S[1]),),
    )
    return fold_after_rest(simulate(person(seed), script, seed=seed).events).seconds


@cache
def _let_go(seed: int) -> tuple[Second, ...]:
    """Arousal rises, and is let go."""
    event = ArousalEvent(on_s=AFTER_REST_S, off_s=LET_GO_S, level=0.6, decay_s=30.0)
    script = Script(duration_s=LET_GO_S + 120.0, arousal=(event,))
    return fold_after_rest(simulate(person(seed), script, seed=seed).events).seconds


def _read(seconds: tuple[Second, ...], from_s: float) -> list[BodyState]:
    """Follow a body, and return what was read of it from a time on."""
    body = BodyReading()
    told = [(second.t_s, body.read(second)) for second in seconds]
    return [state for t_s, state in told if t_s > from_s]


def test_slow_breathing_does_not_look_like_easing() -> None:
    """Under the pacer hardly anybody of 12 whose arousal is held is told to ease."""
    told = [_read(_held(seed), PACED_S[0]) for seed in SEEDS]
    seconds = sum(len(states) for states in told)
    eases = sum(state in WENT_DOWN for states in told for state in states)
    assert eases / seconds < 0.2


def test_a_body_that_is_held_up_is_told_so() -> None:
    """After minutes at its height it is stuck, for most people most of the time."""
    told = [_read(_held(seed), PACED_S[0]) for seed in SEEDS]
    up = sum(
        state in {BodyState.RISING, BodyState.HEIGHT, BodyState.STUCK}
        for states in told
        for state in states
    )
    assert up / sum(len(states) for states in told) > 0.7


def test_a_turn_is_seen_within_a_minute() -> None:
    """All 12 who let go are told that it turned, well before they are at rest."""
    for seed in SEEDS:
        told = _read(_let_go(seed), LET_GO_S)
        assert BodyState.TURNING in told[:60]
