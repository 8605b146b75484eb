"""Sleeps and jumps of the date, told from clocks that part; and durations that hold."""

import asyncio
from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from biofeed.core.engine import Engine
from biofeed.core.settings import EngineSettings
from biofeed.core.values import Second, SessionExit
from biofeed.session.clock import ClockTriple, WallClock
from biofeed.session.clock_story import ClockStory, clock_remarks, story
from biofeed.session.header import ClocksRead, new_header
from biofeed.session.history import History
from biofeed.session.reading import read_journal
from biofeed.session.recording import JournalWriter
from biofeed.session.runner import Runner
from devices.heart_rate import build
from devices.source import (
    Clock,
    LinkChanged,
    LinkReason,
    LinkState,
    Notification,
    SourceEvent,
)

BEGAN = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
"""Half an hour before summer time begins in Europe."""

HOUR_S = 3600.0


def triple(
    passed_s: float, *, slept_s: float = 0.0, moved_s: float = 0.0
) -> ClockTriple:
    """Clocks so long after the beginning, of a computer that slept, its date moved."""
    return ClockTriple(
        monotonic_ns=round((100.0 + passed_s - slept_s) * 1e9),
        boot_ns=round((100.0 + passed_s) * 1e9),
        utc=(BEGAN + timedelta(seconds=passed_s + moved_s)).isoformat(),
    )


@pytest.mark.parametrize("slept_s", [0.0, 600.0, 8 * HOUR_S])
@pytest.mark.parametrize("moved_s", [0.0, HOUR_S, -HOUR_S, -86_400.0])
def test_clocks_that_part_tell_what_happened(slept_s: float, moved_s: float) -> None:
    """A sleep and a moved date, together or alone; summer time moves neither."""
    after = triple(slept_s + 60.0, slept_s=slept_s, moved_s=moved_s)
    told = story(triple(0.0), after)
    assert pytest.approx(slept_s) == told.slept_s
    assert pytest.approx(moved_s) == told.date_moved_s


@pytest.mark.parametrize("off_s", [-1.9, 0.3, 1.9])
def test_a_correction_of_a_clock_is_no_event(off_s: float) -> None:
    """Clocks are read one after the other, and the date is kept right all the time."""
    after = triple(60.0, moved_s=off_s)
    assert ClockStory(slept_s=0.0, date_moved_s=0.0) == story(triple(0.0), after)


def test_without_a_clock_that_goes_on_no_sleep_is_told() -> None:
    """Windows: one clock, which goes on by itself."""
    first, second = (
        ClockTriple(monotonic_ns=each.monotonic_ns, boot_ns=None, utc=each.utc)
        for each in (triple(0.0), triple(660.0))
    )
    assert ClockStory(slept_s=0.0, date_moved_s=0.0) == story(first, second)


@pytest.mark.parametrize("utc", ["", "yesterday", "2026-03-29T01:00:00"])
def test_a_damaged_date_says_nothing(utc: str) -> None:
    """A record with half a date is no reason to fail."""
    damaged = ClockTriple(monotonic_ns=0, boot_ns=0, utc=utc)
    assert 0.0 == story(damaged, triple(0.0)).date_moved_s


def test_a_person_is_told_in_sentences() -> None:
    """What happened, how much, and when in the session."""
    readings = [
        ClocksRead(t_s=0.0, clocks=triple(0.0)),
        ClocksRead(t_s=660.0, clocks=triple(660.0, slept_s=600.0)),
        ClocksRead(t_s=720.0, clocks=triple(720.0, slept_s=600.0, moved_s=-HOUR_S)),
        ClocksRead(t_s=780.0, clocks=triple(780.0, slept_s=600.0, moved_s=-HOUR_S)),
    ]
    asleep, moved = clock_remarks(readings)
    assert "asleep for 600 s before 660 s" in asleep
    assert "set back by 3600 s before 720 s" in moved


class Sleeper:
    """Twenty seconds of beats, ten minutes of sleep, and twenty seconds more."""

    def __init__(self) -> None:
        self.slept_s = 0.0
        self.passed_s = 0.0

    def elapsed_s(self) -> float:
        return 5000.0 + self.passed_s

    async def events(self, clock: Clock) -> AsyncGenerator[SourceEvent]:
        yield LinkChanged(t_s=clock.now_s(), link=LinkState.LIVE, epoch=0)
        for _ in range(20):
            yield self._packet(clock, epoch=0)
        self.passed_s += 600.0
        yield LinkChanged(
            t_s=clock.now_s(), link=LinkState.LOST, reason=LinkReason.SUSPENDED
        )
        yield LinkChanged(t_s=clock.now_s(), link=LinkState.LIVE, epoch=1)
        for _ in range(20):
            yield self._packet(clock, epoch=1)

    def _packet(self, clock: Clock, *, epoch: int) -> Notification:
        self.passed_s += 1.0
        payload = build(heart_rate_bpm=60, rr_ticks=[1020 + int(self.passed_s) % 7])
        return Notification(t_s=clock.now_s(), payload=payload, epoch=epoch)


def test_f09_a_sleep_is_as_long_in_the_session_as_it_was(tmp_path: Path) -> None:
    """Ten minutes asleep: 640 s of session, unknown while nobody was there.

    No time runs back, no beat spans it, and the clocks are noted beside it.
    """
    sleeper = Sleeper()
    settings = EngineSettings()
    folder = tmp_path / "session"
    journal = JournalWriter.create(folder, new_header(settings, algorithm="1"))

    async def session() -> Runner:
        runner = Runner(
            source=sleeper,
            engine=Engine(settings),
            clock=WallClock(sleeper.elapsed_s),
            history=History(),
            journal=journal,
            ticks=False,
        )
        await runner.run()
        return runner

    runner = asyncio.run(session())
    assert SessionExit.COMPLETED is runner.history.tally.exit
    recorded = read_journal(folder)
    assert pytest.approx(640.0) == recorded.end_s
    times_s = [event.t_s for event in recorded.events]
    assert sorted(times_s) == times_s
    assert times_s[0] >= 0.0
    seconds = {o.t_s: o for o in recorded.outputs if isinstance(o, Second)}
    asleep = [seconds[float(t_s)] for t_s in range(30, 620)]
    assert {None} == {second.heart_rate_bpm for second in asleep}
    assert 2 == runner.history.tally.gaps + 1
    links = [e.t_s for e in recorded.events if isinstance(e, LinkChanged)]
    assert links == [read.t_s for read in recorded.clocks][1 : 1 + len(links)]
