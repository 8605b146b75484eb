"""The priors are what was measured on other people, and where."""

import pytest

from calibration.priors import HEART_RATE_30, LN_RMSSD_60, PRIOR_WEIGHT, Prior


@pytest.mark.parametrize(
    ("prior", "spread", "windows_in_three_minutes"),
    [(HEART_RATE_30, 1.49, 6.0), (LN_RMSSD_60, 0.15, 3.0)],
    ids=["heart rate", "variability"],
)
def test_prior_is_that_of_forty_people_at_rest(
    prior: Prior, spread: float, windows_in_three_minutes: float
) -> None:
    """1.49 bpm and 0.15 ln(ms); three minutes hold six and three windows."""
    assert (spread, 40) == (prior.spread, prior.people)
    assert windows_in_three_minutes == 180.0 / prior.window_s
    assert "fantasia" in prior.source


def test_prior_is_worth_five_windows() -> None:
    """As much as two and a half minutes of heart rate."""
    assert 5.0 == PRIOR_WEIGHT
