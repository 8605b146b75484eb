"""One session on one loop: its order, its ends, and what must not end it."""

import asyncio
import logging
import sys
import threading
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest
from typing_extensions import override

from biofeed.core.engine import Engine
from biofeed.core.events import Action, Command, Event, Tick
from biofeed.core.settings import EngineSettings
from biofeed.core.values import Output, Second, SessionExit
from biofeed.session.clock import VirtualClock
from biofeed.session.history import History
from biofeed.session.io_thread import IoThread
from biofeed.session.neurokit import NeurokitWorker
from biofeed.session.neurokit_trouble import Patience, WorkerTrouble
from biofeed.session.plan import Plan, make_runner
from biofeed.session.reading import read_journal
from biofeed.session.runner import Runner, Said
from biofeed.session.snapshot import HrvPanel, RecordingState, Snapshot
from devices.simulated import SimulatedStrap
from devices.simulated_people import SCENARIOS
from devices.source import BatteryLevel, Clock, SourceEvent
from tests.manual_clock import ManualClock

PERSON = SCENARIOS["demonstration"].simulate(seed=3).events

FIRST_MINUTE = tuple(event for event in PERSON if event.t_s < 60.0)

TURN = ("write", "fold", "derived", "show")


class Notebook:
    """A journal that notes what was done, in its order."""

    def __init__(self) -> None:
        self.state = RecordingState.SAVED
        self.warning = ""
        self.noted: list[str] = []
        self.inputs: list[Event] = []
        self.outputs: list[Output] = []
        self.panels: list[HrvPanel] = []
        self.exits: list[SessionExit] = []

    def write_input(self, event: Event) -> None:
        self.noted.append(f"write {event.t_s:g}")
        self.inputs.append(event)

    def write_outputs(self, outputs: tuple[Output, ...]) -> None:
        self.noted.append(f"derived {self.inputs[-1].t_s:g}")
        self.outputs += outputs

    def write_panel(self, panel: HrvPanel) -> None:
        self.panels.append(panel)

    def sync_if_due(self, t_s: float) -> None:
        return

    def close(self, exit_: SessionExit) -> None:
        self.noted.append("close")
        self.exits.append(exit_)


class NotingEngine(Engine):
    """The engine, noting when it is asked."""

    def __init__(self, notebook: Notebook) -> None:
        super().__init__(EngineSettings())
        self._notebook = notebook

    @override
    def receive(self, event: Event) -> tuple[Output, ...]:
        self._notebook.noted.append(f"fold {event.t_s:g}")
        return super().receive(event)


class Silence:
    """A strap that never says anything, and notes that it was closed."""

    def __init__(self) -> None:
        self.closed = False

    async def events(self, clock: Clock) -> AsyncGenerator[SourceEvent, None]:
        try:
            await asyncio.get_running_loop().create_future()
            yield BatteryLevel(t_s=0.0, level_pct=1)
        finally:
            self.closed = True


class Breaking:
    """A source with a defect."""

    async def events(self, clock: Clock) -> AsyncGenerator[SourceEvent, None]:
        yield BatteryLevel(t_s=0.5, level_pct=90)
        raise ZeroDivisionError("a defect")


def new_runner(
    source: Said,
    journal: Notebook,
    *,
    clock: Clock | None = None,
    neurokit: NeurokitWorker | None = None,
    engine: Engine | None = None,
) -> Runner:
    """A session in memory, as fast as it goes unless a clock is given."""
    return Runner(
        source=source,
        engine=engine or Engine(EngineSettings()),
        clock=clock or VirtualClock(),
        history=History(),
        journal=journal,
        neurokit=neurokit,
        ticks=clock is not None,
    )


def play(scenario: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Play a scenario; neither a task, a thread nor a process may be left of it."""

    async def whole() -> None:
        await scenario()
        assert asyncio.all_tasks() == {asyncio.current_task()}

    threads = set(threading.enumerate())
    children = set(psutil.Process().children(recursive=True))
    asyncio.run(whole())
    for thread in set(threading.enumerate()) - threads:
        # The one that waits for a child's end is a moment behind it.
        thread.join(5.0)
    assert threads == set(threading.enumerate())
    assert children >= set(psutil.Process().children(recursive=True))


class TestOrder:
    def test_an_event_is_written_then_folded_then_shown(self) -> None:
        """Whatever happens after a beat is written, the beat is on disk."""

        async def scenario() -> None:
            journal = Notebook()
            runner = new_runner(
                SimulatedStrap(FIRST_MINUTE), journal, engine=NotingEngine(journal)
            )
            runner.subscribe(lambda at: journal.noted.append(f"show {at.t_s:g}"))
            await runner.run()
            steps = len(FIRST_MINUTE) + 1
            assert 4 * steps + 1 == len(journal.noted)
            assert "close" == journal.noted.pop()
            turns = [journal.noted[k : k + 4] for k in range(0, 4 * steps, 4)]
            for turn, event in zip(turns, journal.inputs, strict=True):
                at = f"{event.t_s:g}"
                assert [f"{does} {at}" for does in TURN] == turn

        play(scenario)

    def test_a_tick_shows_the_seconds_in_which_nothing_arrives(self) -> None:
        """Silence is shown as well: the grid goes on without the strap."""

        async def scenario() -> None:
            clock, journal = ManualClock(), Notebook()
            runner = new_runner(Silence(), journal, clock=clock)
            running = asyncio.create_task(runner.run())
            await clock.advance_to_s(10.5)
            seconds = [each.t_s for each in journal.outputs if isinstance(each, Second)]
            assert [float(t_s) for t_s in range(2, 11)] == seconds[-9:]
            assert all(isinstance(event, Tick) for event in journal.inputs)
            runner.submit(Action.STOP)
            await running

        play(scenario)

    def test_a_command_happens_when_it_is_given(self) -> None:
        """It is stamped with the clock, and keeps its words and its number."""

        async def scenario() -> None:
            clock, journal = ManualClock(), Notebook()
            runner = new_runner(Silence(), journal, clock=clock)
            running = asyncio.create_task(runner.run())
            await clock.advance_to_s(3.25)
            runner.submit(Action.NOTE, "warm", 7.0)
            expected = Command(t_s=3.25, action=Action.NOTE, text="warm", value=7.0)
            assert expected == journal.inputs[-1]
            runner.submit(Action.STOP)
            await running

        play(scenario)


class TestEnds:
    def test_a_source_with_no_more_to_say_completes_the_session(self) -> None:
        """A recording's end is an ordinary end, at the time of its last event."""

        async def scenario() -> None:
            journal = Notebook()
            runner = new_runner(SimulatedStrap(FIRST_MINUTE), journal)
            await runner.run()
            assert [SessionExit.COMPLETED] == journal.exits
            assert runner.history.tally.exit is SessionExit.COMPLETED
            assert FIRST_MINUTE[-1].t_s == journal.inputs[-1].t_s

        play(scenario)

    def test_a_person_stops_it_at_once(self) -> None:
        """STOP ends it, closes the strap, and nothing is taken after it."""

        async def scenario() -> None:
            clock, journal, source = ManualClock(), Notebook(), Silence()
            runner = new_runner(source, journal, clock=clock)
            running = asyncio.create_task(runner.run())
            await clock.advance_to_s(2.5)
            runner.submit(Action.STOP)
            runner.submit(Action.MARK)
            await running
            assert source.closed
            assert [SessionExit.STOPPED] == journal.exits
            last = journal.inputs[-1]
            assert isinstance(last, Command)
            assert Action.STOP is last.action

        play(scenario)

    def test_a_defect_of_the_source_fails_it_with_its_recording_closed(self) -> None:
        """The recording says that it failed, and the defect comes to light."""

        async def scenario() -> None:
            journal = Notebook()
            runner = new_runner(Breaking(), journal)
            with pytest.raises(ExceptionGroup) as broke:
                await runner.run()
            assert broke.group_contains(ZeroDivisionError)
            assert [SessionExit.FAILED] == journal.exits
            assert BatteryLevel(t_s=0.5, level_pct=90) == journal.inputs[0]

        play(scenario)

    def test_a_cancelled_session_closes_its_recording(self) -> None:
        """A program that is taken down from outside still leaves a footer."""

        async def scenario() -> None:
            clock, journal, source = ManualClock(), Notebook(), Silence()
            runner = new_runner(source, journal, clock=clock)
            running = asyncio.create_task(runner.run())
            await clock.advance_to_s(2.5)
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running
            assert source.closed
            assert [SessionExit.FAILED] == journal.exits

        play(scenario)


class TestWhatMustNotEndIt:
    def test_a_view_that_fails(self, caplog: pytest.LogCaptureFixture) -> None:
        """The recording is whole, and the other view sees everything."""

        def failing(snapshot: Snapshot) -> None:
            raise ZeroDivisionError("a view that cannot draw")

        async def scenario() -> None:
            journal = Notebook()
            seen: list[float] = []
            runner = new_runner(SimulatedStrap(FIRST_MINUTE), journal)
            runner.subscribe(failing)
            runner.subscribe(lambda snapshot: seen.append(snapshot.t_s))
            with caplog.at_level(logging.CRITICAL + 1):
                await runner.run()
            assert [SessionExit.COMPLETED] == journal.exits
            assert list(FIRST_MINUTE) == journal.inputs[:-1]
            assert len(journal.inputs) == len(seen)

        play(scenario)

    @pytest.mark.parametrize(
        "does",
        [
            "raise SystemExit(3)",
            "print('what?', flush=True)",
            "import time; time.sleep(600)",
        ],
        ids=["dies", "babbles", "hangs"],
    )
    def test_a_panel_whose_process_is_no_use(
        self, does: str, caplog: pytest.LogCaptureFixture
    ) -> None:
        """The session goes on without the panel, and ends when it would have."""

        async def scenario() -> None:
            journal = Notebook()
            worker = NeurokitWorker(
                (sys.executable, "-c", does), patience=Patience(import_s=0.5)
            )
            runner = new_runner(LongInTheMiddle(worker), journal, neurokit=worker)
            with caplog.at_level(logging.CRITICAL + 1):
                await runner.run()
            assert [SessionExit.COMPLETED] == journal.exits
            assert PERSON[-1].t_s == journal.inputs[-1].t_s
            assert [] == journal.panels
            assert runner.history.rest_beats

        play(scenario)


class LongInTheMiddle:
    """A person whose session waits in its middle until NeuroKit2 was asked."""

    def __init__(self, worker: NeurokitWorker) -> None:
        self._worker = worker

    async def events(self, clock: Clock) -> AsyncGenerator[SourceEvent, None]:
        for event in PERSON:
            if event is PERSON[len(PERSON) // 2]:
                trouble = await self._worker.ask([])
                assert isinstance(trouble, WorkerTrouble)
            await clock.sleep_until_s(event.t_s)
            yield event


class TestOnItsOwnThread:
    def test_it_leaves_no_thread_and_a_whole_journal(self, tmp_path: Path) -> None:
        """Started, stopped from another thread, and waited for."""
        before = set(threading.enumerate())
        plan = a_plan(tmp_path / "one", Silence())
        io = IoThread(lambda: make_runner(plan, with_panel=False))
        shown = threading.Event()
        io.subscribe(lambda snapshot: shown.set() if snapshot.t_s > 0.0 else None)
        io.start()
        assert shown.wait(timeout=60.0)
        io.submit(Action.STOP)
        runner = io.finish()
        assert runner.history.tally.exit is SessionExit.STOPPED
        journal = read_journal(tmp_path / "one")
        assert journal.footer is not None
        assert SessionExit.STOPPED is journal.footer.exit
        assert () == journal.problems
        assert before == set(threading.enumerate())

    def test_what_broke_it_comes_out_where_it_is_waited_for(
        self, tmp_path: Path
    ) -> None:
        """A defect on the other thread is not lost there."""
        plan = a_plan(tmp_path / "one", Breaking())
        io = IoThread(lambda: make_runner(plan, with_panel=False))
        io.start()
        with pytest.raises(ExceptionGroup, match="TaskGroup"):
            io.finish()
        journal = read_journal(tmp_path / "one")
        assert journal.footer is not None
        assert SessionExit.FAILED is journal.footer.exit


def a_plan(folder: Path, source: Said) -> Plan:
    """A session that is recorded and runs at its own speed."""
    return Plan(name="one", source=source, settings=EngineSettings(), folder=folder)
