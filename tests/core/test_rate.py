"""Heart rate: beats counted over the time they took."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.beat import BeatLabel
from biofeed.core.rate import LEAST_COVERAGE, heart_rate_bpm
from tests.core.making import beat, beats_of


def test_rate_is_beats_over_time_not_the_mean_of_rates() -> None:
    """20 beats of 500 ms and 20 of 1000 ms are 40 in 30 s: 80 bpm, not 90."""
    assert 80.0 == heart_rate_bpm(beats_of([500.0] * 20 + [1000.0] * 20), 30.0)


def test_missed_beat_costs_no_rate() -> None:
    """An interval that stands for two beats counts as two."""
    missed = beat(rr_ms=2000.0, label=BeatLabel.MISSED, beats=2.0)
    assert 60.0 == heart_rate_bpm([*beats_of([1000.0] * 28), missed], 30.0)


def test_halves_of_an_extra_beat_count_as_one() -> None:
    """A false detection adds no beat."""
    halves = [
        beat(rr_ms=rr_ms, label=BeatLabel.EXTRA, beats=0.5) for rr_ms in (300.0, 700.0)
    ]
    assert 60.0 == heart_rate_bpm([*beats_of([1000.0] * 29), *halves], 30.0)


def test_what_fits_no_story_counts_neither_beats_nor_time() -> None:
    """An implausible interval is as if it had not been there."""
    nonsense = beat(rr_ms=7000.0, label=BeatLabel.IMPLAUSIBLE)
    assert 60.0 == heart_rate_bpm([*beats_of([1000.0] * 20), nonsense], 30.0)


@pytest.mark.parametrize(("count", "known"), [(13, False), (14, True)])
def test_rate_needs_45_percent_of_the_window(*, count: int, known: bool) -> None:
    """13.5 of 30 seconds must be filled by beats that count."""
    rate = heart_rate_bpm(beats_of([1000.0] * count), 30.0)
    assert (60.0 if known else None) == rate


def test_no_beats_have_no_rate() -> None:
    """Nothing counted is unknown, not zero."""
    assert None is heart_rate_bpm([], 30.0)


@given(st.lists(st.floats(300.0, 2000.0), max_size=120), st.sampled_from([15.0, 30.0]))
def test_rate_equals_count_over_time(rr_ms: list[float], window_s: float) -> None:
    """For normal beats it is 60000 over the mean interval, or unknown if too few."""
    rate = heart_rate_bpm(beats_of(rr_ms), window_s)
    if sum(rr_ms) < LEAST_COVERAGE * window_s * 1000.0:
        assert rate is None
    else:
        assert pytest.approx(60_000.0 * len(rr_ms) / sum(rr_ms)) == rate


@given(st.permutations([600.0, 800.0, 1000.0, 1200.0] * 5))
def test_order_of_beats_does_not_matter(rr_ms: list[float]) -> None:
    """A rate knows nothing of successions."""
    assert pytest.approx(200.0 / 3.0) == heart_rate_bpm(beats_of(rr_ms), 18.0)
