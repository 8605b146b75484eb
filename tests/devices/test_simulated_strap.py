"""What the simulated strap makes of beats: artefacts whose truth is known."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from devices.heart_rate import TICKS_PER_S
from devices.simulated_dynamics import Floats
from devices.simulated_strap import (
    NO_ARTEFACTS,
    Artefacts,
    IntervalKind,
    StrapIntervals,
    measure,
)

EVEN_BEATS: Floats = np.arange(3001, dtype=np.float64) * 0.8

rates = st.floats(0.0, 60.0)
beat_times = st.lists(st.floats(0.35, 1.8), min_size=5, max_size=200).map(
    lambda rr_s: np.cumsum(np.array(rr_s))
)


def _measured(artefacts: Artefacts, beats: Floats = EVEN_BEATS) -> StrapIntervals:
    return measure(beats, artefacts, np.random.default_rng(4))


def _lengths_s(intervals: StrapIntervals, kind: IntervalKind) -> Floats:
    chosen = [k is kind for k in intervals.kinds]
    return intervals.rr_ticks[chosen] / TICKS_PER_S


def test_without_artefacts_every_beat_is_measured() -> None:
    """A clean strap says what the heart did, to the nearest tick."""
    clean = _measured(NO_ARTEFACTS)
    assert {IntervalKind.NORMAL} == set(clean.kinds)
    assert clean.rr_ticks.tolist() == [819] * 3000
    assert EVEN_BEATS[1:].tolist() == clean.end_t_s.tolist()


def test_rate_of_artefacts_is_per_thousand_beats() -> None:
    """Twenty in a thousand of each kind: 60 of 3000, less the neighbours spared."""
    dirty = _measured(
        Artefacts(ectopic_per_1000=20, missed_per_1000=20, extra_per_1000=20)
    )
    for kind, intervals in [
        (IntervalKind.ECTOPIC, 1),
        (IntervalKind.MISSED, 1),
        (IntervalKind.EXTRA, 2),
    ]:
        assert 30 <= dirty.kinds.count(kind) / intervals <= 75


def test_ectopic_beat_comes_early_and_leaves_a_full_pause() -> None:
    """25 to 40 % early, and the pause makes up for all of it."""
    intervals = _measured(Artefacts(ectopic_per_1000=30))
    early_s = _lengths_s(intervals, IntervalKind.ECTOPIC)
    pause_s = _lengths_s(intervals, IntervalKind.PAUSE)
    assert np.all((early_s > 0.8 * 0.599) & (early_s < 0.8 * 0.751))
    assert np.abs(early_s + pause_s - 1.6).max() <= 1.0 / TICKS_PER_S


def test_missed_beat_merges_two_intervals() -> None:
    """One interval stands for two beats."""
    missed_s = _lengths_s(_measured(Artefacts(missed_per_1000=30)), IntervalKind.MISSED)
    assert pytest.approx(1.6, abs=1.0 / TICKS_PER_S) == missed_s


def test_extra_beat_splits_an_interval() -> None:
    """The first part is 0.25 to 0.45 s long, and the two make one interval."""
    intervals = _measured(Artefacts(extra_per_1000=30))
    first_s, second_s = _lengths_s(intervals, IntervalKind.EXTRA).reshape(-1, 2).T
    assert np.all((first_s >= 0.249) & (first_s <= 0.451))
    assert np.abs(first_s + second_s - 0.8).max() <= 1.0 / TICKS_PER_S


def test_artefacts_leave_the_other_beats_where_they_are() -> None:
    """Every normal interval of a dirty strap ends at a true beat."""
    dirty = _measured(
        Artefacts(ectopic_per_1000=6, missed_per_1000=6, extra_per_1000=6)
    )
    normal = [kind is IntervalKind.NORMAL for kind in dirty.kinds]
    assert set(dirty.end_t_s[normal].tolist()) <= set(EVEN_BEATS.tolist())


@settings(deadline=None)
@given(
    beats=beat_times,
    ectopic=rates,
    missed=rates,
    extra=rates,
    seed=st.integers(0, 1000),
)
def test_intervals_fill_the_time_between_first_and_last_beat(
    beats: Floats, ectopic: float, missed: float, extra: float, seed: int
) -> None:
    """Artefacts cost no time: the sum of RR is the span, but for rounding."""
    intervals = measure(
        beats,
        Artefacts(
            ectopic_per_1000=ectopic, missed_per_1000=missed, extra_per_1000=extra
        ),
        np.random.default_rng(seed),
    )
    rounding_s = 0.5 * len(intervals.rr_ticks) / TICKS_PER_S
    span_s = beats[-1] - beats[0]
    assert abs(intervals.rr_ticks.sum() / TICKS_PER_S - span_s) <= rounding_s + 1e-9
    assert np.all(np.diff(intervals.end_t_s) > 0.0)
    assert len(intervals.kinds) == len(intervals.rr_ticks) == len(intervals.end_t_s)
