"""Limits: the figures themselves, by age, and never raised by what is asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.phase import ActivationKind
from biofeed.core.safety import (
    ACTIVATIONS,
    CEILING_FOR_S,
    DAILY_DOSE_S,
    DRIFT_PER_S,
    FASTEST_PER_MIN,
    FIRST_SESSION_S,
    HEART_RATE_BACK_WITHIN,
    LEAST_IN_S,
    LONGEST_SESSION_S,
    PAUSE_ABOVE_BPM,
    PAUSE_ABOVE_REST_BPM,
    PAUSE_AFTER_S,
    SLOWEST_PER_MIN,
    STOP_ABOVE_BPM,
    STOP_AFTER_S,
    STOP_BELOW_BPM,
    STOP_SHARE_OF_MAXIMUM,
    UNREADABLE_FOR_S,
    USUAL_SESSION_S,
    ActivationLimit,
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


@pytest.mark.parametrize(
    ("kind", "longest_s", "most", "rest_s"),
    [
        (ActivationKind.BODY, 120.0, 3, 120.0),
        (ActivationKind.MOMENT, 60.0, 3, 120.0),
        (ActivationKind.TOUCH, 20.0, 6, 30.0),
    ],
)
def test_an_activation_of_each_kind_is_small(
    kind: ActivationKind, longest_s: float, most: int, rest_s: float
) -> None:
    """How long, how many in a session, and how much rest before the next."""
    limit = ActivationLimit(longest_s=longest_s, most=most, rest_s=rest_s)
    assert limit == ACTIVATIONS[kind]


def test_every_kind_of_activation_has_limits() -> None:
    """A kind without a line would have none."""
    assert set(ActivationKind) == set(ACTIVATIONS)


def test_what_is_stirred_in_the_mind_is_a_minute_at_most() -> None:
    """Three of 60 s with 120 s between them; touching it is shorter still.

    All swings of a session together are less than the three moments.
    """
    moment, touch = (
        ACTIVATIONS[ActivationKind.MOMENT],
        ACTIVATIONS[ActivationKind.TOUCH],
    )
    assert (60.0, 3, 120.0) == (moment.longest_s, moment.most, moment.rest_s)
    assert touch.most * touch.longest_s < moment.most * moment.longest_s
    assert touch.rest_s > touch.longest_s


def test_no_session_holds_the_dose_of_a_day() -> None:
    """Ten minutes a day over all sessions: any one kind alone stays below it."""
    assert 600.0 == DAILY_DOSE_S
    for limit in ACTIVATIONS.values():
        assert limit.most * limit.longest_s < DAILY_DOSE_S


@pytest.mark.parametrize(
    ("limit", "figure"),
    [
        pytest.param(USUAL_SESSION_S, 1200.0, id="20 min as a rule"),
        pytest.param(LONGEST_SESSION_S, 1800.0, id="30 min at most"),
        pytest.param(FIRST_SESSION_S, 600.0, id="10 min the first time"),
        pytest.param(HEART_RATE_BACK_WITHIN, 0.10, id="heart back within a tenth"),
        pytest.param(SLOWEST_PER_MIN, 4.0, id="slowest pace"),
        pytest.param(FASTEST_PER_MIN, 8.0, id="fastest pace"),
        pytest.param(DRIFT_PER_S * 30.0, 0.5, id="change of pace in 30 s"),
        pytest.param(LEAST_IN_S, 3.0, id="shortest in-breath"),
        pytest.param(PAUSE_ABOVE_REST_BPM, 40.0, id="pause above rest"),
        pytest.param(PAUSE_ABOVE_BPM, 120.0, id="pause above"),
        pytest.param(PAUSE_AFTER_S, 15, id="pause after"),
        pytest.param(STOP_ABOVE_BPM, 150.0, id="stop above"),
        pytest.param(STOP_BELOW_BPM, 40.0, id="stop below"),
        pytest.param(STOP_AFTER_S, 5, id="stop after"),
        pytest.param(STOP_SHARE_OF_MAXIMUM, 0.75, id="share of the maximum"),
        pytest.param(CEILING_FOR_S, 3, id="above the ceiling"),
        pytest.param(UNREADABLE_FOR_S, 10, id="unreadable"),
    ],
)
def test_limits_are_the_figures_that_were_agreed_on(
    limit: float, figure: float
) -> None:
    """Written twice, so that no figure that keeps a body safe changes by accident."""
    assert pytest.approx(figure) == limit


def test_session_lengths_are_in_order() -> None:
    """The first is shorter than the usual, and the usual than the longest."""
    assert FIRST_SESSION_S < USUAL_SESSION_S < LONGEST_SESSION_S
