"""Beats that trickle away are missed within a minute, and late packets are not."""

from itertools import pairwise

import numpy as np
import pytest

from biofeed.core.beat_clock_check import BeatClockCheck
from biofeed.core.timeline import Interval, Timeline
from tests.core.making import place


def test_clocks_that_agree_lose_nothing() -> None:
    """Ten minutes of a delay that wavers by a second."""
    chance = np.random.default_rng(3)
    check = BeatClockCheck()
    lost = [
        check.lost_s(float(t_s), 0.5 + chance.uniform(0.0, 1.0)) for t_s in range(600)
    ]
    assert {0.0} == set(lost)


def test_a_floor_that_rises_by_two_seconds_is_a_loss() -> None:
    """It is told once, with its length, and then begins anew."""
    check = BeatClockCheck()
    lost = [check.lost_s(float(t_s), 0.5 + 0.05 * t_s) for t_s in range(100)]
    told = [each for each in lost if each]
    assert [pytest.approx(2.5, abs=0.6)] == told


def test_a_burst_that_comes_late_is_no_loss() -> None:
    """Five seconds of packets that come together, and then as before."""
    check = BeatClockCheck()
    late_s = [5.0 if 80 <= t_s < 85 else 0.5 for t_s in range(160)]
    lost = [check.lost_s(float(t_s), late) for t_s, late in enumerate(late_s)]
    assert {0.0} == set(lost)


@pytest.mark.parametrize(("lost_every", "least_gaps"), [(10, 4), (20, 3)])
def test_beats_lost_one_by_one_leave_gaps(lost_every: int, least_gaps: int) -> None:
    """One beat in ten, or in twenty: gaps are marked, and beat times stay in time."""
    placed = placed_over_300_s(lost_every)
    assert sum(interval.breaks for interval in placed) - 1 >= least_gaps
    assert 300.0 - placed[-1].t_s < 4.0
    assert all(before.t_s <= now.t_s for before, now in pairwise(placed))


@pytest.mark.parametrize("lost_every", [None, 40])
def test_a_beat_now_and_then_leaves_none(lost_every: int | None) -> None:
    """None lost, or less than 2 s a minute: one stretch."""
    placed = placed_over_300_s(lost_every)
    assert 1 == sum(interval.breaks for interval in placed)


def placed_over_300_s(lost_every: int | None) -> list[Interval]:
    """A beat a second, one in so many lost on the way."""
    timeline = Timeline()
    placed: list[Interval] = []
    for second in range(1, 301):
        if lost_every is None or second % lost_every:
            placed += place(timeline, float(second), [1000.0])
    return placed
