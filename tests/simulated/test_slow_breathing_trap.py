"""Slow breathing must neither look like arousal nor hide it."""

from functools import cache

import numpy as np
import pytest

from devices.simulated import simulate
from devices.simulated_script import ArousalEvent, PacedBreathing, Script
from tests.simulated.folding import (
    AFTER_REST_S,
    Folded,
    fold_after_rest,
    person,
)

pytestmark = pytest.mark.slow

SEEDS = range(40)
PACED_AT_REST_S = (AFTER_REST_S, AFTER_REST_S + 360.0)
PACED_AROUSED_S = (500.0, 800.0)
WINDOW_S = 60.0
"""After a change of breathing the longest window still holds the time before, s."""


@cache
def _paced_at_rest(seed: int) -> Folded:
    start_s, end_s = PACED_AT_REST_S
    script = Script(
        duration_s=end_s, breathing=(PacedBreathing(start_s=start_s, end_s=end_s),)
    )
    return fold_after_rest(simulate(person(seed), script, seed=seed).events)


@cache
def _paced_while_aroused(seed: int) -> Folded:
    start_s, end_s = PACED_AROUSED_S
    script = Script(
        duration_s=end_s,
        arousal=(ArousalEvent(on_s=AFTER_REST_S, off_s=end_s, level=0.6),),
        breathing=(PacedBreathing(start_s=start_s, end_s=end_s),),
    )
    return fold_after_rest(simulate(person(seed), script, seed=seed).events)


def _vagal_withdrawal_z(folded: Folded, from_s: float, to_s: float) -> float:
    """What an index made of RMSSD alone would say."""
    assert folded.baseline is not None
    assert folded.baseline.reference is not None
    scale = folded.baseline.reference.ln_rmssd
    assert scale is not None
    values = [
        -scale.standardise(second.ln_rmssd)
        for second in folded.seconds
        if from_s < second.t_s <= to_s and second.ln_rmssd is not None
    ]
    return float(np.median(values))


def test_slow_breathing_at_rest_is_not_arousal() -> None:
    """Six minutes at 6/min: at most 2 activations in 40 people, and A stays near 0."""
    start_s, end_s = PACED_AT_REST_S
    people = [_paced_at_rest(seed) for seed in SEEDS]
    arousal = [one.arousal_z(start_s + WINDOW_S, end_s) for one in people]
    near_rest = [abs(np.median(z)) < 1.0 for z in arousal]
    rarely_high = [np.quantile(z, 0.95) < 2.0 for z in arousal]
    assert sum(len(one.onsets(start_s, end_s)) for one in people) <= 2
    assert np.mean(near_rest) >= 0.85
    assert np.mean(rarely_high) >= 0.85


def test_slow_breathing_is_noticed() -> None:
    """While a pacer leads at 6/min, nearly every second says so."""
    start_s, end_s = PACED_AT_REST_S
    noticed = [
        second.slow_breathing
        for seed in SEEDS
        for second in _paced_at_rest(seed).seconds
        if start_s + WINDOW_S < second.t_s <= end_s
    ]
    assert np.mean(noticed) > 0.95


def test_slow_breathing_does_not_hide_arousal() -> None:
    """Held at 0.6, the index keeps 80 % of its height under the pacer in 85 %."""
    start_s, end_s = PACED_AROUSED_S
    kept = []
    for seed in SEEDS:
        folded = _paced_while_aroused(seed)
        before = np.median(folded.arousal_z(start_s - 2.0 * WINDOW_S, start_s))
        after = np.median(folded.arousal_z(start_s + WINDOW_S, end_s))
        kept.append(after / before)
    assert np.mean(np.array(kept) >= 0.8) >= 0.85
    assert np.median(kept) > 0.9


def test_breathing_slowly_never_ends_an_activation_that_lasts() -> None:
    """Nobody of 40 can breathe their way to "settled" while arousal is held."""
    for seed in SEEDS:
        episodes = _paced_while_aroused(seed).onsets(0.0, PACED_AROUSED_S[0])
        assert [None] * len(episodes) == [episode.settled_s for episode in episodes]


def test_variability_alone_would_fall_for_it() -> None:
    """The trap is real: under the pacer RMSSD loses half of what it said."""
    start_s, end_s = PACED_AROUSED_S
    kept = []
    for seed in SEEDS:
        folded = _paced_while_aroused(seed)
        before = _vagal_withdrawal_z(folded, start_s - 2.0 * WINDOW_S, start_s)
        after = _vagal_withdrawal_z(folded, start_s + WINDOW_S, end_s)
        kept.append(after / before)
    assert np.median(kept) < 0.7
