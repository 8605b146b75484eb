"""The watch by table: what counts, what freezes, what is called and when."""

import pytest

from biofeed.core.heart_rate_watch import Call, HeartRateWatch
from biofeed.core.safety import HeartRateLimits

REST_BPM = 60.0
LIMITS = HeartRateLimits(pause_after_s=3, stop_after_s=2)

Run = tuple[int, float | None, bool]
"""So many seconds, at this heart rate, trusted or not."""


def calls(runs: list[Run], rest_bpm: float | None = REST_BPM) -> list[tuple[int, Call]]:
    """Which second, from 1, called for what."""
    watch = HeartRateWatch(LIMITS)
    seconds = [(bpm, trusted) for count, bpm, trusted in runs for _ in range(count)]
    called = [
        (number, watch.step(bpm, rest_bpm, is_trusted=trusted))
        for number, (bpm, trusted) in enumerate(seconds, start=1)
    ]
    return [(number, call) for number, call in called if call is not Call.NONE]


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([(20, 100.0, True)], []),
        ([(2, 101.0, True), (9, 90.0, True)], []),
        ([(20, 101.0, True)], [(3, Call.PAUSE)]),
        ([(2, 101.0, True), (5, 101.0, False), (1, 101.0, True)], [(8, Call.PAUSE)]),
        ([(2, 101.0, True), (5, None, True), (1, 101.0, True)], [(8, Call.PAUSE)]),
        ([(2, 101.0, True), (1, 90.0, True), (2, 101.0, True)], []),
        ([(3, 101.0, True), (2, 90.0, True), (9, 101.0, True)], [(3, Call.PAUSE)]),
        (
            [(3, 101.0, True), (3, 90.0, True), (9, 101.0, True)],
            [(3, Call.PAUSE), (9, Call.PAUSE)],
        ),
        (
            [(3, 101.0, True), (9, 90.0, False), (9, 101.0, True)],
            [(3, Call.PAUSE)],
        ),
    ],
)
def test_pause(runs: list[Run], expected: list[tuple[int, Call]]) -> None:
    """Once when it lasted, again only after it was back for as long."""
    assert expected == calls(runs)


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([(2, 150.0, True)], []),
        ([(2, 151.0, True)], [(2, Call.STOP)]),
        ([(2, 40.0, True)], []),
        ([(2, 39.0, True)], [(2, Call.STOP)]),
        ([(1, 151.0, True), (1, 39.0, True)], [(2, Call.STOP)]),
        ([(1, 151.0, True), (1, 80.0, True), (1, 151.0, True)], []),
        ([(1, 151.0, True), (30, 151.0, False), (1, 151.0, True)], [(32, Call.STOP)]),
        ([(60, 200.0, False)], []),
        ([(60, None, True)], []),
    ],
)
def test_stop(runs: list[Run], expected: list[tuple[int, Call]]) -> None:
    """Outside for long enough, in seconds that can be trusted; never on artefacts."""
    assert expected == calls(runs)


def test_before_a_rest_only_the_absolute_limit_pauses() -> None:
    """With no rest to be above, 120 bpm is no pause and 121 bpm is one."""
    assert [] == calls([(9, 120.0, True)], rest_bpm=None)
    assert [(3, Call.PAUSE)] == calls([(9, 121.0, True)], rest_bpm=None)


def test_high_rest_does_not_lift_the_absolute_limit() -> None:
    """At a rest of 95 bpm a heart rate of 121 bpm still pauses."""
    assert [(3, Call.PAUSE)] == calls([(9, 121.0, True)], rest_bpm=95.0)
