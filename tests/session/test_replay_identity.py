"""A live session, its journal and the replay of it come to the same, bit for bit."""

import asyncio
import json
from collections.abc import AsyncGenerator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from biofeed.core.engine import Engine
from biofeed.core.events import Action, Event, Tick
from biofeed.core.settings import EngineSettings
from biofeed.core.values import Output, SessionExit
from biofeed.session.clock import VirtualClock
from biofeed.session.codec import encode_output
from biofeed.session.disk_room import RoomRule
from biofeed.session.history import History
from biofeed.session.opening import open_recording
from biofeed.session.reading import read_journal
from biofeed.session.recording import JournalWriter
from biofeed.session.replay import Replay, with_ticks
from biofeed.session.report import result_as_json, session_as_json
from biofeed.session.runner import Runner
from biofeed.session.snapshot import HrvPanel, RecordingState
from biofeed.session.tally import Tally
from devices.simulated import SIMULATED, SimulatedStrap
from devices.simulated_people import SCENARIOS
from devices.source import (
    Clock,
    LinkChanged,
    LinkReason,
    LinkState,
    Notification,
    SourceEvent,
)
from tests.manual_clock import ManualClock
from tests.session.made_sessions import new_test_header

LITTLE_ROOM = RoomRule(least_free_bytes=0, warn_below_bytes=0, ballast_bytes=0)

Deed = tuple[float, Action, str, float | None]
"""When, what, its words and its number."""


class Witnessed:
    """A journal on disk that also keeps what it was given."""

    def __init__(self, writer: JournalWriter) -> None:
        self.outputs: list[Output] = []
        self._writer = writer

    @property
    def state(self) -> RecordingState:
        return self._writer.state

    @property
    def warning(self) -> str:
        return self._writer.warning

    def write_input(self, event: Event) -> None:
        self._writer.write_input(event)

    def write_outputs(self, outputs: tuple[Output, ...]) -> None:
        self.outputs += outputs
        self._writer.write_outputs(outputs)

    def write_panel(self, panel: HrvPanel) -> None:
        self._writer.write_panel(panel)

    def sync_if_due(self, t_s: float) -> None:
        self._writer.sync_if_due(t_s)

    def close(self, exit_: SessionExit) -> None:
        self._writer.close(exit_)


class LateStrap:
    """A strap whose packets wait in a queue, so that ticks overtake some of them."""

    def __init__(self, events: Sequence[SourceEvent], *, late_s: float) -> None:
        self._events = events
        self._late_s = late_s

    async def events(self, clock: Clock) -> AsyncGenerator[SourceEvent, None]:
        for event in self._events:
            await clock.sleep_until_s(event.t_s + self._late_s)
            yield event


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What a session came to."""

    outputs: list[Output]
    tally: Tally


async def live(
    folder: Path,
    source: SimulatedStrap | LateStrap,
    *,
    lasts_s: float,
    deeds: Iterable[Deed] = (),
    settings: EngineSettings | None = None,
) -> Session:
    """Run and record a session whose clock is moved by hand."""
    clock = ManualClock()
    header = new_test_header(settings)
    journal = Witnessed(JournalWriter.create(folder, header, room=LITTLE_ROOM))
    runner = Runner(
        source=source,
        engine=Engine(header.settings),
        clock=clock,
        history=History(),
        journal=journal,
    )
    running = asyncio.create_task(runner.run())
    for t_s, action, text, value in deeds:
        await clock.advance_to_s(t_s)
        runner.submit(action, text, value)
    await clock.advance_to_s(lasts_s)
    await running
    return Session(outputs=journal.outputs, tally=runner.history.tally)


class Kept:
    """A journal in memory."""

    def __init__(self) -> None:
        self.state = RecordingState.SAVED
        self.warning = ""
        self.outputs: list[Output] = []

    def write_input(self, event: Event) -> None:
        return

    def write_outputs(self, outputs: tuple[Output, ...]) -> None:
        self.outputs += outputs

    def write_panel(self, panel: HrvPanel) -> None:
        return

    def sync_if_due(self, t_s: float) -> None:
        return

    def close(self, exit_: SessionExit) -> None:
        return


async def replayed(folder: Path) -> Session:
    """Play a recording back as fast as it goes."""
    recording = open_recording(folder)
    journal = Kept()
    runner = Runner(
        source=Replay(recording.events),
        engine=Engine(recording.settings),
        clock=VirtualClock(),
        history=History(),
        journal=journal,
        ticks=False,
    )
    await runner.run()
    return Session(outputs=journal.outputs, tally=runner.history.tally)


def bits(outputs: Iterable[Output]) -> list[str]:
    """Outputs as they are written: a float has all its digits, and -0.0 its sign."""
    return [json.dumps(encode_output(output)) for output in outputs]


def person(scenario: str = "demonstration") -> tuple[SourceEvent, ...]:
    """All that the strap of a ready-made person says."""
    return SCENARIOS[scenario].simulate(seed=3).events


def troubled(events: Iterable[SourceEvent]) -> Iterator[SourceEvent]:
    """The same strap on a bad day: drops, doubles, rates alone, and nonsense."""
    epoch = 0
    for number, event in enumerate(events):
        if not isinstance(event, Notification):
            yield event
            continue
        if any(start_s <= event.t_s < end_s for start_s, end_s in DROPPED_S):
            continue
        if epoch < sum(event.t_s >= end_s for _, end_s in DROPPED_S):
            epoch += 1
            yield from reconnected(event.t_s, epoch)
        said = replace(event, epoch=epoch, payload=garbled(number, event.payload))
        yield said
        if number % 23 == 0:
            yield said


DROPPED_S = ((150.0, 158.0), (430.0, 470.0))
"""While the rest is learned, and on the way back, s."""


def reconnected(t_s: float, epoch: int) -> Iterator[LinkChanged]:
    """A link that is lost and found again."""
    lost = LinkReason.DROPPED
    yield LinkChanged(t_s=t_s, link=LinkState.LOST, epoch=epoch - 1, reason=lost)
    yield LinkChanged(t_s=t_s, link=LinkState.CONNECTING, epoch=epoch)
    yield LinkChanged(t_s=t_s, link=LinkState.LIVE, epoch=epoch, device=SIMULATED)


def garbled(number: int, payload: bytes) -> bytes:
    """A heart rate without intervals now and then, and nothing at all now and then."""
    if number % 41 == 0:
        return b""
    return bytes([0x00, 72]) if number % 17 == 0 else payload


def assert_identical(first: Session, second: Session) -> None:
    """Every output, and everything that is told of them."""
    assert bits(first.outputs) == bits(second.outputs)
    assert told(first.tally) == told(second.tally)


def told(tally: Tally) -> str:
    """The JSON of a session."""
    result = result_as_json("a session", tally, tally.baseline, None)
    return json.dumps([result, session_as_json(tally, protocol="open")])


DEEDS: tuple[Deed, ...] = (
    (3.2, Action.START, "", None),
    (265.5, Action.MARK, "a thought", None),
    (372.0, Action.PACER_SHOWN, "", 6.0),
    (400.0, Action.PACER_HIDDEN, "", None),
    (480.25, Action.RECALIBRATE, "", None),
    (500.0, Action.NOTE, "half", 0.5),
)


class TestIdentity:
    async def compare(self, folder: Path, session: Session) -> None:
        """Live, journal and replay."""
        journal = read_journal(folder)
        assert journal.problems == ()
        assert bits(session.outputs) == bits(journal.outputs)
        assert_identical(session, await replayed(folder))

    @pytest.mark.parametrize("scenario", ["demonstration", "settles-quickly"])
    def test_a_replay_is_the_session(self, tmp_path: Path, scenario: str) -> None:
        """A session that runs to its end comes out the same in all three."""

        async def both() -> None:
            source = SimulatedStrap(person(scenario))
            session = await live(tmp_path / "one", source, lasts_s=1100.0)
            assert session.tally.exit is SessionExit.COMPLETED
            assert session.tally.episodes
            await self.compare(tmp_path / "one", session)

        asyncio.run(both())

    def test_a_replay_does_again_what_people_did(self, tmp_path: Path) -> None:
        """Start, marks, pacer, a new rest, and a stop in the middle."""

        async def both() -> None:
            source = SimulatedStrap(person())
            deeds = (*DEEDS, (601.7, Action.STOP, "", None))
            waits = EngineSettings(waits_for_start=True)
            session = await live(
                tmp_path / "one", source, lasts_s=700.0, deeds=deeds, settings=waits
            )
            assert session.tally.exit is SessionExit.STOPPED
            assert len(deeds) == len(session.tally.commands)
            await self.compare(tmp_path / "one", session)

        asyncio.run(both())

    def test_a_replay_has_the_same_bad_day(self, tmp_path: Path) -> None:
        """Drops, duplicates, packets without intervals, and empty ones."""

        async def both() -> None:
            source = SimulatedStrap(tuple(troubled(person())))
            session = await live(
                tmp_path / "one", source, lasts_s=700.0, deeds=DEEDS[1:]
            )
            assert session.tally.gaps >= 2
            await self.compare(tmp_path / "one", session)

        asyncio.run(both())

    def test_a_packet_that_a_tick_overtook_happens_when_it_did(
        self, tmp_path: Path
    ) -> None:
        """A queue may hold a packet back for milliseconds in which a second passes."""

        async def both() -> None:
            source = LateStrap(tuple(troubled(person())), late_s=0.6)
            session = await live(tmp_path / "one", source, lasts_s=700.0)
            await self.compare(tmp_path / "one", session)

        asyncio.run(both())


@pytest.fixture(scope="module")
def folded(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Sequence[Event], list[str]]:
    """The events of a session of five minutes, and what they come to."""
    folder = tmp_path_factory.mktemp("sessions") / "one"
    events = [event for event in troubled(person()) if event.t_s < 330.0]
    asyncio.run(live(folder, SimulatedStrap(events), lasts_s=330.0))
    journal = read_journal(folder)
    return journal.events, bits(journal.outputs)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(ticks=st.lists(st.floats(0.0, 340.0), max_size=400))
def test_extra_ticks_change_nothing(
    folded: tuple[Sequence[Event], list[str]], ticks: list[float]
) -> None:
    """A tick means nothing, however many there are and wherever they come."""
    events, expected = folded
    first_s, last_s = events[0].t_s, events[-1].t_s
    extra: list[Event] = [Tick(t_s=t_s) for t_s in ticks if first_s <= t_s <= last_s]
    # Sorting is stable: of two at one time, the one that was first stays so.
    merged = sorted([*events, *extra], key=lambda event: event.t_s)
    engine = Engine(EngineSettings())
    outputs = [
        output for event in with_ticks(merged) for output in engine.receive(event)
    ]
    assert expected == bits(outputs)
