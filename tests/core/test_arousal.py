"""The index, by a table; the floor of its vagal part; the scale of the dial."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.arousal import (
    VAGAL_FLOOR_Z,
    arousal_z,
    vagal_withdrawal_z,
)
from calibration.reference import Reference, Scale

HEART_RATE = Scale(centre=60.0, spread=1.5)
REFERENCE = Reference(heart_rate_bpm=HEART_RATE, ln_rmssd=Scale(centre=3.5, spread=0.2))
HEART_RATE_ALONE = Reference(heart_rate_bpm=HEART_RATE, ln_rmssd=None)


def against(
    reference: Reference, heart_rate_bpm: float, ln_rmssd: float | None
) -> float:
    withdrawal_z = vagal_withdrawal_z(reference, ln_rmssd)
    return arousal_z(reference, heart_rate_bpm, withdrawal_z)


@pytest.mark.parametrize(
    ("heart_rate_bpm", "ln_rmssd", "expected"),
    [
        pytest.param(60.0, 3.5, 0.0, id="rest"),
        pytest.param(66.0, 3.5, 3.2, id="heart rate alone: 0.8 of 4 z"),
        pytest.param(60.0, 3.1, 0.4, id="variability alone: 0.2 of 2 z"),
        pytest.param(66.0, 3.1, 3.6, id="both"),
        pytest.param(60.0, 3.6, -0.1, id="variability a little up"),
        pytest.param(60.0, 3.7, -0.2, id="variability at the floor"),
        pytest.param(60.0, 4.5, -0.2, id="variability five spreads up"),
        pytest.param(57.0, 3.7, -1.8, id="slower and more variable"),
        pytest.param(66.0, None, 4.0, id="variability unknown: heart rate speaks"),
    ],
)
def test_activation_by_hand(
    heart_rate_bpm: float, ln_rmssd: float | None, expected: float
) -> None:
    """0.8 zHR + 0.2 max(zV, -1), against 60 ± 1.5 bpm and 3.5 ± 0.2 ln(ms)."""
    assert pytest.approx(expected) == against(REFERENCE, heart_rate_bpm, ln_rmssd)


def test_reference_without_variability_leaves_heart_rate_to_speak() -> None:
    """A strap without RR intervals still has an activation."""
    assert None is vagal_withdrawal_z(HEART_RATE_ALONE, 3.1)
    assert 4.0 == against(HEART_RATE_ALONE, 66.0, 3.1)


@given(st.floats(30.0, 220.0), st.floats(-3.0, 8.0), st.floats(0.0, 5.0))
def test_more_variability_earns_less_than_a_quarter_z(
    heart_rate_bpm: float, ln_rmssd: float, more: float
) -> None:
    """No breathing exercise breathes the number down: the floor holds."""
    before = against(REFERENCE, heart_rate_bpm, max(ln_rmssd, 3.5))
    after = against(REFERENCE, heart_rate_bpm, max(ln_rmssd, 3.5) + more)
    assert before - 0.2 - 1e-9 <= after <= before + 1e-9
    assert VAGAL_FLOOR_Z == -1.0


@given(st.floats(30.0, 220.0), st.floats(-3.0, 8.0), st.floats(0.01, 50.0))
def test_faster_heart_is_more_activation(
    heart_rate_bpm: float, ln_rmssd: float, more_bpm: float
) -> None:
    """At the same variability the index grows with heart rate."""
    slower = against(REFERENCE, heart_rate_bpm, ln_rmssd)
    assert against(REFERENCE, heart_rate_bpm + more_bpm, ln_rmssd) > slower
