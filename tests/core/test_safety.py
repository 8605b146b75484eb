"""Limits of the heart rate: by age, and never raised by what is asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.safety import (
    FASTEST_PER_MIN,
    SLOWEST_PER_MIN,
    HeartRateLimits,
    limits_for,
    stricter,
)

bpm = st.floats(20.0, 220.0)
waits_s = st.integers(1, 60)
some_limits = st.builds(
    HeartRateLimits,
    pause_above_rest_bpm=bpm,
    pause_above_bpm=bpm,
    pause_after_s=waits_s,
    stop_above_bpm=bpm,
    stop_below_bpm=bpm,
    stop_after_s=waits_s,
)


@pytest.mark.parametrize(
    ("age_years", "stop_above_bpm"),
    [(None, 150.0), (0.0, 150.0), (10.0, 150.0), (40.0, 135.0), (80.0, 114.0)],
)
def test_ceiling_falls_with_age(age_years: float | None, stop_above_bpm: float) -> None:
    """Three quarters of the highest heart rate of that age, and 150 bpm at most."""
    assert stop_above_bpm == pytest.approx(limits_for(age_years).stop_above_bpm)


def test_age_moves_the_ceiling_alone() -> None:
    """Every other limit is the same at any age."""
    assert HeartRateLimits() == stricter(HeartRateLimits(), limits_for(None))
    assert HeartRateLimits(stop_above_bpm=limits_for(70.0).stop_above_bpm) == (
        limits_for(70.0)
    )


@given(some_limits, some_limits)
def test_limits_are_never_raised(
    limits: HeartRateLimits, asked: HeartRateLimits
) -> None:
    """Whatever is asked for: no ceiling rises, no floor sinks, no wait grows."""
    both = stricter(limits, asked)
    assert both.pause_above_rest_bpm <= limits.pause_above_rest_bpm
    assert both.pause_above_bpm <= limits.pause_above_bpm
    assert both.pause_after_s <= limits.pause_after_s
    assert both.stop_above_bpm <= limits.stop_above_bpm
    assert both.stop_below_bpm >= limits.stop_below_bpm
    assert both.stop_after_s <= limits.stop_after_s


@given(some_limits, some_limits)
def test_order_of_asking_does_not_matter(
    limits: HeartRateLimits, asked: HeartRateLimits
) -> None:
    """The more careful of two is the same from either side, and of itself itself."""
    assert stricter(limits, asked) == stricter(asked, limits)
    assert limits == stricter(limits, limits)


def test_paces_are_in_order() -> None:
    """There is a pace between the slowest and the fastest."""
    assert SLOWEST_PER_MIN < FASTEST_PER_MIN
