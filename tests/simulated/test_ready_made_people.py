"""The ready-made people, as the product itself would see them."""

from math import inf
from statistics import median

import pytest

from biofeed.core.engine import Engine
from biofeed.core.episode import Episode, Outcome
from biofeed.core.settings import EngineSettings
from calibration.baseline import Verdict
from devices.simulated_people import (
    BREATHES_SLOWLY_AT_REST,
    BREATHES_SLOWLY_WHILE_AROUSED,
    DEMONSTRATION,
    DOES_NOT_COME_BACK,
    FIRST_ACTIVATION_S,
    HARDLY_ANSWERS,
    SETTLES_QUICKLY,
    Scenario,
)
from tests.simulated.folding import Folded, fold

SEEDS = range(5)


def _folded(scenario: Scenario, seed: int) -> Folded:
    return fold(Engine(EngineSettings()), scenario.simulate(seed=seed).events)


def _only(episodes: tuple[Episode, ...]) -> Episode:
    (episode,) = episodes
    return episode


@pytest.mark.parametrize("seed", SEEDS)
def test_demonstration_rises_once_and_comes_back(seed: int) -> None:
    """A baseline in time, one activation, settled in half a minute to four."""
    folded = _folded(DEMONSTRATION, seed)
    episode = _only(folded.episodes)
    assert folded.baseline is not None
    assert Verdict.ACCEPTED is folded.baseline.verdict
    assert folded.baseline.end_s < FIRST_ACTIVATION_S
    assert Outcome.SETTLED is episode.outcome
    assert episode.settling_time_s is not None
    assert 30.0 < episode.settling_time_s < 240.0


def test_quick_settler_settles_each_time() -> None:
    """Three activations in each of five sessions, all back; the median within 90 s."""
    found = [_folded(SETTLES_QUICKLY, seed).episodes for seed in SEEDS]
    settling_s = [e.settling_time_s or inf for episodes in found for e in episodes]
    assert [3] * len(SEEDS) == [len(episodes) for episodes in found]
    assert inf not in settling_s
    assert median(settling_s) < 90.0


@pytest.mark.parametrize("seed", SEEDS)
def test_who_does_not_come_back_is_not_said_to(seed: int) -> None:
    """Half of the activation stays, and the outcome says so."""
    first = _folded(DOES_NOT_COME_BACK, seed).episodes[0]
    assert Outcome.SETTLED is not first.outcome
    assert first.settled_s is None


@pytest.mark.parametrize("seed", SEEDS)
def test_breathing_slowly_does_not_settle_an_arousal(seed: int) -> None:
    """While arousal lasts nothing is settled, whatever the breath does."""
    episodes = _folded(BREATHES_SLOWLY_WHILE_AROUSED, seed).episodes
    released_s = BREATHES_SLOWLY_WHILE_AROUSED.script.arousal[0].off_s
    assert all((e.settled_s or inf) > released_s for e in episodes)
    assert len(episodes) >= 1


@pytest.mark.parametrize("seed", SEEDS)
def test_breathing_slowly_at_rest_activates_nothing(seed: int) -> None:
    """No activation under large breathing waves."""
    assert _folded(BREATHES_SLOWLY_AT_REST, seed).episodes == ()


@pytest.mark.parametrize("seed", SEEDS)
def test_heart_that_hardly_answers_shows_no_activation(seed: int) -> None:
    """What the heart does not show is not claimed."""
    assert _folded(HARDLY_ANSWERS, seed).episodes == ()
