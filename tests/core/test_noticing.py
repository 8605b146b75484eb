"""Each circumstance is said once, when it begins."""

import pytest

from biofeed.core.noticing import Noticing
from biofeed.core.values import Quality, Second, State
from devices.source import BatteryLevel


def second(t_s: float, *circumstances: str) -> Second:
    return Second(
        t_s=t_s,
        state=State.SETTLED,
        why_unknown=None,
        heart_rate_bpm=60.0,
        ln_rmssd=3.5,
        arousal_z=0.0,
        arousal0_z=0.0,
        smoothed_z=0.0,
        quality=Quality.GOOD,
        accepted_share=1.0,
        beat_age_s=0.5,
        slow_breathing="slow_breathing" in circumstances,
        irregular_rhythm="irregular_rhythm" in circumstances,
        movement_like="movement_like" in circumstances,
        heart_rate_only="heart_rate_only" in circumstances,
        contact=None,
    )


def codes(noticing: Noticing, *seconds: Second) -> list[tuple[float, str]]:
    return [
        (notice.t_s, notice.code) for each in seconds for notice in noticing.step(each)
    ]


def test_circumstance_is_told_when_it_begins_and_when_it_begins_again() -> None:
    """Not while it lasts, and not when it ends."""
    told = codes(
        Noticing(),
        second(1.0),
        second(2.0, "slow_breathing"),
        second(3.0, "slow_breathing"),
        second(4.0),
        second(64.0, "slow_breathing"),
    )
    assert [(2.0, "slow_breathing"), (64.0, "slow_breathing")] == told


def test_circumstance_that_flickers_is_told_once() -> None:
    """At its threshold it comes and goes, and is one circumstance all the while."""
    flicker = [second(t, *(["slow_breathing"] if t % 7 else [])) for t in range(1, 600)]
    assert [(1.0, "slow_breathing")] == codes(Noticing(), *flicker)


def test_circumstances_that_begin_together_are_told_in_order() -> None:
    """The same events always read the same."""
    told = codes(
        Noticing(),
        second(1.0, "movement_like", "irregular_rhythm", "heart_rate_only"),
        second(2.0, "movement_like", "slow_breathing"),
    )
    assert [
        (1.0, "heart_rate_only"),
        (1.0, "irregular_rhythm"),
        (1.0, "movement_like"),
        (2.0, "slow_breathing"),
    ] == told


@pytest.mark.parametrize(("level_pct", "told"), [(21, False), (20, True), (0, True)])
def test_battery_is_told_from_20_percent(*, level_pct: int, told: bool) -> None:
    """With its level, for the sentence."""
    notices = Noticing().battery(BatteryLevel(t_s=5.0, level_pct=level_pct))
    expected = [(5.0, "battery_low", str(level_pct))] if told else []
    assert expected == [(n.t_s, n.code, n.detail) for n in notices]


def test_low_battery_is_told_once() -> None:
    """A cell that wavers around the limit does not nag."""
    noticing = Noticing()
    levels = [15, 25, 15, 10]
    notices = [
        notice
        for t_s, level in enumerate(levels)
        for notice in noticing.battery(BatteryLevel(t_s=float(t_s), level_pct=level))
    ]
    assert ["15"] == [notice.detail for notice in notices]
