"""The return from an activation, measured against arousal that is known."""

from dataclasses import dataclass
from functools import cache
from math import inf, log

import numpy as np
import pytest

from biofeed.core.episode import Episode, Outcome
from devices.simulated import simulate
from devices.simulated_script import ArousalEvent, Script
from tests.simulated.folding import (
    AFTER_REST_S,
    Floats,
    Folded,
    fold_after_rest,
    person,
)

pytestmark = pytest.mark.slow

SEEDS = range(40)
RELEASED_S = AFTER_REST_S + 180.0

WATCHED_S = {25.0: 400.0, 50.0: 500.0, 100.0: 700.0}
"""How long each decay time constant (s) is watched after the release, s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One return: as shown, and read off the trace by its definition."""

    episode: Episode | None
    half_recovery_s: float


@cache
def _measured(seed: int, tau_s: float) -> Measured:
    script = Script(
        duration_s=RELEASED_S + WATCHED_S[tau_s],
        arousal=(
            ArousalEvent(on_s=AFTER_REST_S, off_s=RELEASED_S, level=0.8, decay_s=tau_s),
        ),
    )
    folded = fold_after_rest(simulate(person(seed), script, seed=seed).events)
    found = folded.onsets(AFTER_REST_S - 30.0, RELEASED_S)
    if not found:
        return Measured(episode=None, half_recovery_s=inf)
    episode = max(found, key=lambda e: e.peak_z)
    return Measured(episode=episode, half_recovery_s=_half_recovery_s(folded, episode))


def _half_recovery_s(folded: Folded, episode: Episode) -> float:
    """First second at half the peak that stays below 0.55 of it for 8 s."""
    assert episode.release_s is not None
    after = [s for s in folded.seconds if s.t_s >= episode.release_s]
    smoothed: Floats = np.array(
        [np.nan if s.smoothed_z is None else s.smoothed_z for s in after]
    )
    for index in np.flatnonzero(smoothed <= 0.5 * episode.peak_z):
        if not np.any(smoothed[index : index + 8] > 0.55 * episode.peak_z):
            return after[index].t_s - episode.release_s
    return inf


def _share_near(half_s: list[float], tau_s: float) -> float:
    """Share within 10 s and 25 % of the true half-life."""
    true_s = tau_s * log(2.0)
    return float(
        np.mean([abs(half - true_s) <= 10.0 + 0.25 * true_s for half in half_s])
    )


def _rank_correlation(one: list[float], other: list[float]) -> float:
    """Spearman's, with mean ranks for ties."""
    ranks = [
        np.array([np.sum(np.less(x, v)) + 0.5 * np.sum(np.equal(x, v)) for v in x])
        for x in (one, other)
    ]
    return float(np.corrcoef(ranks[0], ranks[1])[0, 1])


@pytest.mark.parametrize("tau_s", WATCHED_S)
def test_half_recovery_matches_the_true_decay(tau_s: float) -> None:
    """Read off the curve, half is back within 10 s and 25 % of tau ln 2 in 90 %.

    The half-life that is shown, which may be a fit, comes that near in 80 %. 90 % of
    the activations are found, and 90 % of those are seen to settle: where the rest
    happened to be calmer than the person usually is, they end above it.
    """
    measured = [_measured(seed, tau_s) for seed in SEEDS]
    found = [one.episode for one in measured if one.episode is not None]
    ended = [e.outcome for e in found]
    shown_s = [inf if e.half_life_s is None else e.half_life_s for e in found]
    assert len(found) >= 0.9 * len(SEEDS)
    assert ended.count(Outcome.SETTLED) >= 0.9 * len(found)
    assert _share_near([one.half_recovery_s for one in measured], tau_s) >= 0.9
    assert _share_near(shown_s, tau_s) >= 0.8


def test_slower_decay_takes_longer_to_settle() -> None:
    """Settling times rank as the true time constants; what never settled is longest."""
    truth_s: list[float] = []
    settling_s: list[float] = []
    for tau_s in WATCHED_S:
        for seed in SEEDS:
            episode = _measured(seed, tau_s).episode
            settled_s = None if episode is None else episode.settling_time_s
            settling_s.append(inf if settled_s is None else settled_s)
            truth_s.append(tau_s)
    assert _rank_correlation(settling_s, truth_s) > 0.7
