"""The reference follows a calm body slowly, within its limits, and comes back."""

from functools import reduce
from itertools import repeat
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calibration.drift import (
    BACK_TO_ANCHOR_S,
    BEYOND_ANCHOR_S,
    FURTHEST_STEP,
    MOST_TOWARDS_AROUSED,
    MOST_TOWARDS_CALM,
    TOWARDS_CALM_S,
    follow,
)
from calibration.reference import Reference, Scale

ANCHOR = Reference(
    heart_rate_bpm=Scale(centre=60.0, spread=2.0),
    ln_rmssd=Scale(centre=3.5, spread=0.2),
)


def followed(
    heart_rate_bpm: float,
    seconds: int,
    *,
    ln_rmssd: float | None = 3.5,
    tracked: Reference = ANCHOR,
) -> Reference:
    """The reference after so many seconds of the same."""

    def step(now: Reference, bpm: float) -> Reference:
        return follow(now, ANCHOR, heart_rate_bpm=bpm, ln_rmssd=ln_rmssd, dt_s=1.0)

    return reduce(step, repeat(heart_rate_bpm, seconds), tracked)


def centres(reference: Reference) -> tuple[float, float]:
    assert reference.ln_rmssd is not None
    return reference.heart_rate_bpm.centre, reference.ln_rmssd.centre


def test_one_step_by_hand() -> None:
    """3 bpm calmer and 0.3 more variable, one second of 300: a hundredth of each."""
    stepped = centres(followed(57.0, 1, ln_rmssd=3.8))
    assert pytest.approx((60.0 - 0.01, 3.5 + 0.001)) == stepped


def test_longer_step_moves_further() -> None:
    """Ten seconds in one step are ten times one."""
    stepped = follow(ANCHOR, ANCHOR, heart_rate_bpm=57.0, ln_rmssd=3.8, dt_s=10.0)
    assert pytest.approx((60.0 - 0.1, 3.5 + 0.01)) == centres(stepped)


def test_reference_approaches_a_calmer_body_exponentially() -> None:
    """After one time constant 63 % of the way."""
    centre = followed(57.0, int(TOWARDS_CALM_S)).heart_rate_bpm.centre
    assert pytest.approx(60.0 - 3.0 * (1.0 - exp(-1.0)), abs=0.01) == centre


def test_reference_moves_three_times_slower_the_other_way() -> None:
    """Beyond the rest as calibrated a body that is less calm pulls slowly."""
    stepped = centres(followed(61.0, 1, ln_rmssd=3.3))
    expected = (60.0 + 1.0 / BEYOND_ANCHOR_S, 3.5 - 0.2 / BEYOND_ANCHOR_S)
    assert pytest.approx(expected) == stepped


def test_reference_comes_back_to_the_anchor_fast() -> None:
    """After a deep calm the ordinary rest must not read as activated for long."""
    sunk = followed(54.0, 3600)
    assert pytest.approx(54.0, abs=0.01) == sunk.heart_rate_bpm.centre
    back = followed(60.0, int(BACK_TO_ANCHOR_S), tracked=sunk).heart_rate_bpm.centre
    assert pytest.approx(60.0 - 6.0 * exp(-1.0), abs=0.02) == back


def test_reference_never_goes_beyond_one_spread_towards_arousal() -> None:
    """A day at 63.9 bpm moves it to 62, and no further."""
    centre, ln_centre = centres(followed(63.9, 86_400 // 10, ln_rmssd=2.9))
    assert 60.0 + MOST_TOWARDS_AROUSED * 2.0 == centre
    assert pytest.approx(3.5 - MOST_TOWARDS_AROUSED * 0.2) == ln_centre


def test_reference_never_goes_beyond_six_spreads_towards_calm() -> None:
    """A heart of 30 bpm moves it to 48, and no further."""
    centre, ln_centre = centres(followed(30.0, 7200, ln_rmssd=9.0))
    assert 60.0 - MOST_TOWARDS_CALM * 2.0 == centre
    assert pytest.approx(3.5 + MOST_TOWARDS_CALM * 0.2) == ln_centre


def test_outlier_pulls_like_a_value_three_spreads_away() -> None:
    """A rate of 0 bpm pulls no more than one of 54."""
    assert followed(60.0 - FURTHEST_STEP * 2.0, 1) == followed(0.0, 1)
    assert followed(60.0 + FURTHEST_STEP * 2.0, 1) == followed(300.0, 1)


def test_unknown_variability_stands_still() -> None:
    """Heart rate goes on alone."""
    centre, ln_centre = centres(followed(57.0, 300, ln_rmssd=None))
    assert centre < 59.0
    assert 3.5 == ln_centre


def test_reference_without_variability_follows_by_heart_rate() -> None:
    """There is nothing else to follow."""
    alone = Reference(heart_rate_bpm=ANCHOR.heart_rate_bpm, ln_rmssd=None)
    moved = follow(alone, alone, heart_rate_bpm=57.0, ln_rmssd=4.0, dt_s=1.0)
    assert None is moved.ln_rmssd
    assert moved.heart_rate_bpm.centre < 60.0


@given(
    st.lists(st.tuples(st.floats(0.0, 300.0), st.none() | st.floats(-5.0, 9.0))),
    st.floats(0.01, 30.0),
)
def test_reference_stays_within_its_limits_and_keeps_its_spread(
    values: list[tuple[float, float | None]], dt_s: float
) -> None:
    """From any body and with any step: -6 to +1 spreads around the anchor."""
    tracked = ANCHOR
    for bpm, ln_rmssd in values:
        tracked = follow(
            tracked, ANCHOR, heart_rate_bpm=bpm, ln_rmssd=ln_rmssd, dt_s=dt_s
        )
        centre, ln_centre = centres(tracked)
        assert 48.0 - 1e-9 <= centre <= 62.0 + 1e-9
        assert 3.3 - 1e-9 <= ln_centre <= 4.7 + 1e-9
        assert ANCHOR.heart_rate_bpm.spread == tracked.heart_rate_bpm.spread


@given(st.floats(48.0, 62.0), st.floats(40.0, 63.0))
def test_reference_moves_towards_the_body_and_not_past_it(
    centre: float, bpm: float
) -> None:
    """One second never overshoots."""
    tracked = Reference(
        heart_rate_bpm=Scale(centre=centre, spread=2.0), ln_rmssd=ANCHOR.ln_rmssd
    )
    moved = follow(tracked, ANCHOR, heart_rate_bpm=bpm, ln_rmssd=None, dt_s=1.0)
    low, high = sorted((centre, bpm))
    assert low - 1e-9 <= moved.heart_rate_bpm.centre <= high + 1e-9
