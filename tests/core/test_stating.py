"""The state's name, by a table."""

from dataclasses import replace

import pytest

from biofeed.core.activation import Activation
from biofeed.core.relative import Relative
from biofeed.core.signals import Signals
from biofeed.core.stating import state_of, tags_of, why_unknown
from biofeed.core.values import Quality, State, Unknown

SIGNALS = Signals(
    heart_rate_bpm=60.0,
    why_unknown=None,
    ln_rmssd=3.5,
    sudden_bpm=60.0,
    quality=Quality.GOOD,
    accepted_share=1.0,
    beat_age_s=0.5,
    slow_breathing=False,
    irregular_rhythm=False,
    heart_rate_only=False,
)

KNOWN = Relative(
    arousal_z=0.5,
    arousal0_z=0.4,
    smoothed_z=0.5,
    smoothed0_z=0.4,
    movement_like=False,
)

NOT_KNOWN = Relative(
    arousal_z=None,
    arousal0_z=None,
    smoothed_z=None,
    smoothed0_z=None,
    movement_like=False,
)


def activation(*smoothed_z: float) -> Activation:
    going_on = Activation(1, onset_s=1.0, confirmed_s=1.0)
    for t_s, value in enumerate(smoothed_z, start=1):
        going_on.follow(float(t_s), value, k_off_z=1.0)
    return going_on


@pytest.mark.parametrize(
    ("smoothed_z", "unknown", "going_on", "state"),
    [
        pytest.param(0.0, None, None, State.SETTLED, id="rest"),
        pytest.param(0.99, None, None, State.SETTLED, id="below k_off"),
        pytest.param(1.0, None, None, State.ABOVE_REST, id="at k_off"),
        pytest.param(9.0, None, None, State.ABOVE_REST, id="high, not confirmed"),
        pytest.param(-3.0, None, None, State.SETTLED, id="three below"),
        pytest.param(-3.1, None, None, State.UNUSUALLY_LOW, id="unusual drop"),
        pytest.param(6.0, None, activation(6.0), State.ACTIVATED, id="up"),
        pytest.param(2.0, None, activation(6.0, 2.0), State.COMING_BACK, id="turned"),
        pytest.param(0.0, None, activation(6.0, 0.0), State.COMING_BACK, id="nearly"),
        pytest.param(
            None, Unknown.NO_BASELINE_YET, None, State.CALIBRATING, id="learning"
        ),
        pytest.param(None, Unknown.NO_SIGNAL, None, State.UNKNOWN, id="no signal"),
        pytest.param(
            None, Unknown.NO_CONTACT, activation(6.0), State.UNKNOWN, id="lost while up"
        ),
    ],
)
def test_state_is_named_from_activation_and_what_goes_on(
    smoothed_z: float | None,
    unknown: Unknown | None,
    going_on: Activation | None,
    state: State,
) -> None:
    """Unknown first, then the activation that goes on, then the height."""
    assert state is state_of(smoothed_z, unknown, going_on, k_off_z=1.0)


def test_known_activation_has_no_reason_to_be_unknown() -> None:
    """None exactly when there is a number."""
    assert None is why_unknown(SIGNALS, KNOWN)


@pytest.mark.parametrize("reason", Unknown)
def test_reason_of_the_signal_comes_before_the_missing_rest(reason: Unknown) -> None:
    """What keeps the heart rate unknown is said first."""
    silent = replace(SIGNALS, heart_rate_bpm=None, why_unknown=reason)
    assert reason is why_unknown(silent, NOT_KNOWN)


def test_good_signal_without_a_rest_waits_for_one() -> None:
    """The heart is seen, and there is nothing to compare it with."""
    assert Unknown.NO_BASELINE_YET is why_unknown(SIGNALS, NOT_KNOWN)


def test_tags_name_what_clouds_the_numbers() -> None:
    """Each circumstance once; none where nothing clouds them."""
    assert frozenset() == tags_of(SIGNALS, KNOWN)
    clouded = replace(
        SIGNALS,
        quality=Quality.FAIR,
        slow_breathing=True,
        irregular_rhythm=True,
        heart_rate_only=True,
    )
    assert tags_of(clouded, replace(KNOWN, movement_like=True)) == {
        "movement_like",
        "slow_breathing",
        "fair_signal",
        "irregular_rhythm",
        "heart_rate_only",
    }
