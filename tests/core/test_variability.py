"""RMSSD by hand, and which pairs of intervals it may use."""

import itertools
from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.beat import Beat, BeatLabel
from biofeed.core.variability import LEAST_PAIRS_PER_S, ln_rmssd, rmssd_ms
from tests.core.making import beat, beats_of


def test_rmssd_by_hand() -> None:
    """Steps of +30, -40 and 0 ms: the root of 2500/3."""
    assert pytest.approx(sqrt(2500.0 / 3.0)) == rmssd_ms(beats_of([800, 830, 790, 790]))


@pytest.mark.parametrize("rr_ms", [[], [800.0]], ids=["none", "one"])
def test_less_than_a_pair_has_no_variability(rr_ms: list[float]) -> None:
    """A difference needs two."""
    assert None is rmssd_ms(beats_of(rr_ms))


def test_no_difference_across_a_beat_that_does_not_follow() -> None:
    """800, 810 | 1200, 1210: two steps of 10 ms, and none of 390."""
    beats = beats_of([800.0, 810.0, 1200.0, 1210.0])
    beats[2] = beat(beats[2].t_s, 1200.0, follows=False)
    assert 10.0 == rmssd_ms(beats)


def test_first_beat_of_a_window_makes_no_pair_with_one_before_it() -> None:
    """What it follows lies outside the window."""
    inside = beats_of([800.0, 900.0, 905.0])[1:]
    assert inside[0].follows
    assert 5.0 == rmssd_ms(inside)


def test_artefacts_make_no_pairs() -> None:
    """A missed beat costs its own pair and the next, and nothing else."""
    before, after = beats_of([800.0, 810.0]), beats_of([820.0, 830.0])
    missed = beat(rr_ms=1600.0, label=BeatLabel.MISSED, follows=False)
    assert 10.0 == rmssd_ms([*before, missed, *after])


def test_logarithm_is_natural_and_of_milliseconds() -> None:
    """Steps of 20 ms throughout: ln 20."""
    rr_ms = [800.0, 820.0] * 30
    assert pytest.approx(log(20.0)) == ln_rmssd(beats_of(rr_ms), 60.0)


@pytest.mark.parametrize(("pairs", "known"), [(23, False), (24, True)])
def test_logarithm_needs_two_pairs_in_five_seconds(*, pairs: int, known: bool) -> None:
    """24 pairs a minute; with fewer it is unknown."""
    beats = beats_of([800.0, 820.0] * 30)[: pairs + 1]
    assert known == (ln_rmssd(beats, 60.0) is not None)
    assert LEAST_PAIRS_PER_S * 60.0 == pytest.approx(24.0)


def test_intervals_that_do_not_vary_have_no_logarithm() -> None:
    """The log of nothing is unknown, not minus infinity."""
    assert 0.0 == rmssd_ms(beats_of([800.0] * 80))
    assert None is ln_rmssd(beats_of([800.0] * 80), 60.0)


@given(st.lists(st.floats(300.0, 2000.0), min_size=2, max_size=100))
def test_rmssd_of_contiguous_beats_is_the_textbook_formula(rr_ms: list[float]) -> None:
    """Task Force 1996: the root of the mean squared successive difference."""
    expected = float(np.sqrt(np.mean(np.diff(rr_ms) ** 2)))
    assert pytest.approx(expected) == rmssd_ms(beats_of(rr_ms))


@given(
    st.lists(
        st.tuples(st.floats(300.0, 2000.0), st.booleans()), min_size=2, max_size=60
    )
)
def test_only_steps_to_beats_that_follow_count(
    steps: list[tuple[float, bool]],
) -> None:
    """Splitting at every beat that does not follow gives the same pairs."""
    beats: list[Beat] = [beat(rr_ms=rr, follows=follows) for rr, follows in steps]
    squares = [
        (after - before) ** 2
        for (before, _), (after, follows) in itertools.pairwise(steps)
        if follows
    ]
    expected = pytest.approx(sqrt(np.mean(squares))) if squares else None
    assert expected == rmssd_ms(beats)
