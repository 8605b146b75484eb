"""A recording plays back what was said, when it was said, at the speed of any clock."""

import asyncio
from collections.abc import AsyncGenerator, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.recorded import Playback
from devices.source import (
    BatteryLevel,
    LinkChanged,
    LinkReason,
    LinkState,
    Notification,
    RecordedInterval,
    Source,
    SourceEvent,
)

SAID: tuple[SourceEvent, ...] = (
    LinkChanged(t_s=0.0, link=LinkState.LIVE),
    Notification(t_s=1.25, payload=bytes.fromhex("16485401ec02")),
    Notification(t_s=1.25, payload=b""),
    BatteryLevel(t_s=2.0, level_pct=80),
    LinkChanged(t_s=9.5, link=LinkState.LOST, reason=LinkReason.DROPPED),
    RecordedInterval(t_s=70.0, rr_ms=812.5),
)


class LeapingClock:
    """Reaches any time at once, and remembers what it was asked for."""

    def __init__(self, now_s: float = 0.0) -> None:
        self.asked_s: list[float] = []
        self._now_s = now_s

    def now_s(self) -> float:
        return self._now_s

    async def sleep_until_s(self, t_s: float) -> None:
        self.asked_s.append(t_s)
        self._now_s = max(self._now_s, t_s)


class ManualClock:
    """Stands still until the test moves it."""

    def __init__(self) -> None:
        self._now_s = 0.0
        self._moved = asyncio.Condition()

    def now_s(self) -> float:
        return self._now_s

    async def sleep_until_s(self, t_s: float) -> None:
        async with self._moved:
            await self._moved.wait_for(lambda: t_s <= self._now_s)

    async def move_to_s(self, t_s: float) -> None:
        """Move, and let everything run that was waiting for it."""
        self._now_s = t_s
        async with self._moved:
            self._moved.notify_all()
        for _ in range(50):
            await asyncio.sleep(0)


async def heard(source: Source, clock: LeapingClock) -> list[tuple[float, SourceEvent]]:
    return [(clock.now_s(), event) async for event in source.events(clock)]


def test_every_event_comes_unchanged_at_its_time() -> None:
    """What comes out is what went in, malformed packets too, each at its own time."""
    expected = [(event.t_s, event) for event in SAID]
    assert expected == asyncio.run(heard(Playback(SAID), LeapingClock()))


def test_nothing_comes_before_its_time() -> None:
    """An event waits for the clock, however slowly that goes."""

    async def scenario() -> list[int]:
        clock = ManualClock()
        arrived: list[SourceEvent] = []

        async def listen() -> None:
            async for event in Playback(SAID).events(clock):
                arrived.append(event)  # noqa: PERF401 - counted while it grows

        listening = asyncio.create_task(listen())
        counts = []
        for t_s in (0.0, 1.2, 1.25, 1.9, 60.0, 70.0):
            await clock.move_to_s(t_s)
            counts.append(len(arrived))
        await listening
        return counts

    expected = [1, 1, 3, 3, 5, 6]
    assert expected == asyncio.run(scenario())


def test_a_late_listener_hears_everything() -> None:
    """Events whose time has passed are caught up with, and not left out."""
    expected = [(100.0, event) for event in SAID]
    assert expected == asyncio.run(heard(Playback(SAID), LeapingClock(now_s=100.0)))


def test_an_empty_recording_ends_at_once() -> None:
    """Where nothing was said, nothing is, and nobody waits."""
    clock = LeapingClock()
    assert not asyncio.run(heard(Playback(()), clock))
    assert not clock.asked_s


def test_a_recording_can_be_played_twice() -> None:
    """Two performances of a list are the same."""
    playback = Playback(SAID)
    first = asyncio.run(heard(playback, LeapingClock()))
    assert first == asyncio.run(heard(playback, LeapingClock()))


def test_events_are_read_when_they_are_due() -> None:
    """A long recording is read as it plays, never as a whole."""
    read: list[SourceEvent] = []

    def reading() -> Iterator[SourceEvent]:
        for event in SAID:
            read.append(event)
            yield event

    async def first_of_all() -> SourceEvent:
        events = Playback(reading()).events(LeapingClock())
        return await anext(events)

    assert SAID[0] == asyncio.run(first_of_all())
    assert [SAID[0]] == read


def test_closing_ends_the_wait() -> None:
    """A playback that is waiting for its next event can be given up at any time."""

    async def scenario() -> None:
        clock = ManualClock()
        events = Playback(SAID[-1:]).events(clock)
        assert isinstance(events, AsyncGenerator)
        waiting = asyncio.create_task(anext(events))
        await clock.move_to_s(1.0)
        assert not waiting.done()
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        await events.aclose()

    asyncio.run(scenario())


@given(st.lists(st.floats(0, 1e6), max_size=30))
def test_each_event_is_waited_for_once(times_s: list[float]) -> None:
    """The clock is asked for every event's own time, in their order."""
    said = [RecordedInterval(t_s=t_s, rr_ms=800.0) for t_s in sorted(times_s)]
    clock = LeapingClock()
    assert said == [event for _, event in asyncio.run(heard(Playback(said), clock))]
    assert sorted(times_s) == clock.asked_s
