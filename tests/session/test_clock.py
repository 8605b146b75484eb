"""Clocks: they start at zero, never run backwards, and let others run."""

import asyncio
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.session.clock import (
    LocalTime,
    ScaledClock,
    VirtualClock,
    WallClock,
    clock_triple,
    local_time,
)
from devices.source import Clock
from tests.manual_clock import ManualClock

CLOCKS: list[Clock] = [WallClock(), ScaledClock(50.0), VirtualClock(), ManualClock()]


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: type(clock).__name__)
def test_a_moment_that_has_passed_lets_others_run(clock: Clock) -> None:
    """A burst of overdue events must not starve the rest of the loop."""

    async def scenario() -> bool:
        ran = asyncio.Event()
        asyncio.get_running_loop().call_soon(ran.set)
        await clock.sleep_until_s(-1.0)
        return ran.is_set()

    assert asyncio.run(scenario())


@pytest.mark.parametrize("make", [WallClock, lambda: ScaledClock(20.0)])
def test_waiting_ends_when_the_moment_has_come(make: type[WallClock]) -> None:
    """No sleeper is woken before its moment."""

    async def scenario() -> float:
        clock = make()
        await clock.sleep_until_s(0.02)
        return clock.now_s()

    assert asyncio.run(scenario()) >= 0.02


def test_a_sleep_of_the_computer_takes_its_time() -> None:
    """Ten minutes under a closed lid are ten minutes of the session."""
    readings_s = iter([50.0, 51.0, 51.0, 651.0, 651.0])
    clock = WallClock(lambda: next(readings_s))

    async def scenario() -> float:
        assert 1.0 == clock.now_s()
        # Due 10 ms later; the timer stood still in the sleep and fires on waking.
        await clock.sleep_until_s(1.01)
        return clock.now_s()

    assert 601.0 == asyncio.run(scenario())


def test_a_scaled_clock_runs_ahead() -> None:
    """A thousand times as fast, half a minute of session takes 30 ms."""

    async def scenario() -> tuple[float, float]:
        scaled, wall = ScaledClock(1000.0), WallClock()
        await scaled.sleep_until_s(30.0)
        return scaled.now_s(), wall.now_s()

    session_s, waited_s = asyncio.run(scenario())
    assert session_s >= 30.0
    assert waited_s >= 0.029


@pytest.mark.parametrize("speed", [0.0, -1.0, float("nan"), float("inf")])
def test_a_speed_that_is_none_is_refused(speed: float) -> None:
    """Time cannot stand still, run backwards or be everywhere at once."""
    with pytest.raises(ValueError, match="times as fast"):
        ScaledClock(speed)


@given(moments=st.lists(st.floats(-10.0, 1e6), max_size=20))
def test_a_virtual_clock_never_runs_backwards(moments: list[float]) -> None:
    """It is where the latest moment was waited for, in any order of waiting."""

    async def scenario() -> list[float]:
        clock = VirtualClock()
        seen = []
        for t_s in moments:
            await clock.sleep_until_s(t_s)
            seen.append(clock.now_s())
        return seen

    seen = asyncio.run(scenario())
    assert sorted(seen) == seen
    assert [max(0.0, *moments[: n + 1]) for n in range(len(moments))] == seen


def test_a_manual_clock_wakes_in_order_at_each_own_moment() -> None:
    """Advancing far lets every sleeper see the time it asked for."""

    async def scenario() -> list[tuple[str, float]]:
        clock = ManualClock()
        woken: list[tuple[str, float]] = []

        async def sleeper(name: str, every_s: float) -> None:
            for n in (1, 2):
                await clock.sleep_until_s(n * every_s)
                woken.append((name, clock.now_s()))

        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(sleeper("slow", 3.0))
            tasks.create_task(sleeper("fast", 2.0))
            await clock.advance_to_s(10.0)
        assert clock.now_s() == 10.0
        return woken

    expected = [("fast", 2.0), ("slow", 3.0), ("fast", 4.0), ("slow", 6.0)]
    assert expected == asyncio.run(scenario())


def test_a_cancelled_sleeper_is_passed_over() -> None:
    """A task that was cancelled while it slept disturbs no later one."""

    async def scenario() -> float:
        clock = ManualClock()
        gone = asyncio.create_task(clock.sleep_until_s(1.0))
        left = asyncio.create_task(clock.sleep_until_s(2.0))
        await clock.advance_to_s(0.5)
        gone.cancel()
        await clock.advance_to_s(3.0)
        await left
        return clock.now_s()

    assert 3.0 == asyncio.run(scenario())


def test_the_three_clocks_are_read_together() -> None:
    """A later reading is later on every clock, and its date is in UTC."""
    first, second = clock_triple(), clock_triple()
    assert first.monotonic_ns <= second.monotonic_ns
    if first.boot_ns is not None and second.boot_ns is not None:
        assert first.boot_ns <= second.boot_ns
        assert first.boot_ns >= first.monotonic_ns
    assert timedelta(0) == datetime.fromisoformat(first.utc).utcoffset()


def test_local_time_is_utc_and_its_offset() -> None:
    """The date as the person sees it can be told from the two."""
    now = local_time()
    assert timedelta(0) == datetime.fromisoformat(now.utc).utcoffset()
    assert -14 * 3600 <= now.utc_offset_s <= 14 * 3600


@pytest.mark.parametrize("utc", ["", "yesterday", "9999-12-31T23:59:59+00:00"])
def test_a_date_that_makes_no_sense_is_shown_as_none(utc: str) -> None:
    """A damaged header stops no list of sessions."""
    assert "" == LocalTime(utc=utc, utc_offset_s=0, zone="").shown_after(1e9)
