"""Nothing happens for most of half an hour, and nothing must be seen."""

import pytest

from devices.simulated import simulate
from devices.simulated_script import ArousalEvent, Script
from tests.simulated.folding import REST_S, Folded, fold_after_rest, person

pytestmark = pytest.mark.slow

SEEDS = range(20)
DURATION_S = 26.0 * 60.0
EVENT_S = 25.0 * 60.0
MOST_PER_HOUR = 0.5
WATCHED_H = len(SEEDS) * (DURATION_S - REST_S[1]) / 3600.0


def _folded(script: Script, seed: int) -> Folded:
    return fold_after_rest(simulate(person(seed), script, seed=seed).events)


def test_quiet_people_have_no_activations() -> None:
    """26 minutes of rest in 20 people: at most half an activation an hour."""
    script = Script(duration_s=DURATION_S)
    found = sum(len(_folded(script, seed).episodes) for seed in SEEDS)
    assert found / WATCHED_H <= MOST_PER_HOUR


def test_drift_makes_no_activation_and_hides_none() -> None:
    """A heart that slows by 4 bpm is as quiet, and 90 % of events of 0.6 are found."""
    script = Script(
        duration_s=EVENT_S + 180.0,
        arousal=(ArousalEvent(on_s=EVENT_S, off_s=EVENT_S + 120.0, level=0.6),),
        heart_rate_drift_bpm=-4.0,
    )
    people = [_folded(script, seed) for seed in SEEDS]
    before = sum(len(one.onsets(0.0, EVENT_S - 20.0)) for one in people)
    found = [bool(one.onsets(EVENT_S - 20.0, EVENT_S + 120.0)) for one in people]
    assert before / WATCHED_H <= MOST_PER_HOUR
    assert sum(found) >= 0.9 * len(SEEDS)
