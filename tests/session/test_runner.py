"""The runner: what it asks NeuroKit2, and how it ends."""

import asyncio
from collections.abc import AsyncGenerator, Sequence

import pytest
from typing_extensions import override

from biofeed.core.engine import Engine
from biofeed.core.events import Event
from biofeed.core.settings import EngineSettings
from biofeed.core.values import Beat, Output, SessionExit
from biofeed.session.clock import ScaledClock, VirtualClock
from biofeed.session.history import History
from biofeed.session.hrv_windows import HrvWindow
from biofeed.session.neurokit_trouble import TroubleKind, WorkerTrouble
from biofeed.session.replay import Replay
from biofeed.session.runner import Runner
from biofeed.session.snapshot import HrvPanel, RecordingState
from devices.source import Clock, RecordedInterval
from tests.core.making import recorded_of


class Steady:
    """A source of known events, on whatever clock."""

    def __init__(self, events: Sequence[RecordedInterval]) -> None:
        self._events = events

    async def events(self, clock: Clock) -> AsyncGenerator[Event]:
        for event in self._events:
            await clock.sleep_until_s(event.t_s)
            yield event


class Absent:
    """A NeuroKit2 that has nothing to say, and says so at once."""

    def __init__(self) -> None:
        self.asked_s: list[float] = []
        self.is_closed = False

    async def start(self) -> None:
        return

    async def panels(self, beats: Sequence[Beat], now_s: float) -> WorkerTrouble:
        del beats
        self.asked_s.append(now_s)
        return WorkerTrouble(kind=TroubleKind.UNAVAILABLE)

    async def ask(
        self, windows: Sequence[HrvWindow]
    ) -> tuple[HrvPanel, ...] | WorkerTrouble:
        del windows
        return WorkerTrouble(kind=TroubleKind.UNAVAILABLE)

    async def close(self) -> None:
        self.is_closed = True


class Prompt(Absent):
    """One that answers the question of the rest."""

    @override
    async def ask(self, windows: Sequence[HrvWindow]) -> tuple[HrvPanel, ...]:
        return tuple(
            HrvPanel(
                window_s=w.window_s,
                end_s=w.end_s,
                beats=w.beats,
                artefacts=0,
                indices={},
            )
            for w in windows
        )


class Faulty(Absent):
    """One with a defect, from its first question to its end."""

    @override
    async def panels(self, beats: Sequence[Beat], now_s: float) -> WorkerTrouble:
        raise ZeroDivisionError

    @override
    async def close(self) -> None:
        raise ZeroDivisionError


class Kept:
    """A journal that remembers how it was closed."""

    def __init__(self) -> None:
        self.state = RecordingState.SAVED
        self.warning = ""
        self.exit: SessionExit | None = None

    def write_input(self, event: Event) -> None:
        return

    def write_outputs(self, outputs: tuple[Output, ...]) -> None:
        return

    def write_panel(self, panel: HrvPanel) -> None:
        return

    def sync_if_due(self, t_s: float) -> None:
        return

    def close(self, exit_: SessionExit) -> None:
        self.exit = exit_


def run(runner: Runner) -> History:
    asyncio.run(runner.run())
    return runner.history


def test_nobody_who_waits_for_a_panel_hurries_a_session_on() -> None:
    """At full speed time is where the beats are, whatever NeuroKit2 answers."""
    neurokit = Absent()
    history = run(
        Runner(
            source=Steady(recorded_of([1000.0] * 60)),
            engine=Engine(EngineSettings()),
            clock=VirtualClock(),
            history=History(),
            neurokit=neurokit,
            ticks=False,
        )
    )
    assert history.tally.second is not None
    assert 60.0 == history.tally.second.t_s
    assert neurokit.is_closed
    assert max(neurokit.asked_s) <= 60.0


@pytest.mark.parametrize("speed", [500.0, 5000.0])
def test_replay_ends_with_its_recording_at_any_speed(speed: float) -> None:
    """A second of the clock more or less is no second of the session."""
    events = recorded_of([1000.0] * 100)
    history = run(
        Runner(
            source=Replay(lambda: events),
            engine=Engine(EngineSettings()),
            clock=ScaledClock(speed),
            history=History(),
            ticks=False,
        )
    )
    assert history.tally.second is not None
    assert 100.0 == history.tally.second.t_s
    assert SessionExit.COMPLETED is history.tally.exit


def test_resting_profile_is_of_the_latest_rest() -> None:
    """A refused rest is asked about too; its numbers go when there is another."""
    drifting = [1000.0 - 0.25 * n for n in range(430)]
    calm = [890.0 + 20.0 * (n % 3) for n in range(400)]
    history = run(
        Runner(
            source=Steady(recorded_of([*drifting, *calm])),
            engine=Engine(EngineSettings()),
            clock=ScaledClock(2000.0),
            history=History(),
            neurokit=Prompt(),
            ticks=False,
        )
    )
    baseline, panel = history.tally.baseline, history.rest_panel
    assert baseline is not None
    assert panel is not None
    assert baseline.start_s < panel.end_s - panel.window_s + 2.0
    assert panel.end_s <= baseline.end_s


def test_neurokit_with_a_defect_ends_no_session_and_no_recording_badly() -> None:
    """The panel is missing; the recording is whole and closed as it should be."""
    journal = Kept()
    with pytest.raises(ZeroDivisionError):
        run(
            Runner(
                source=Steady(recorded_of([1000.0] * 60)),
                engine=Engine(EngineSettings()),
                clock=VirtualClock(),
                history=History(),
                journal=journal,
                neurokit=Faulty(),
                ticks=False,
            )
        )
    assert SessionExit.COMPLETED is journal.exit


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
                assert [f"{does} {at}" for does in WORDS] == turn

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
        "does", ["raise SystemExit(3)", "print('what?', flush=True)"]
    )
    def test_a_panel_whose_process_dies(
        self, does: str, caplog: pytest.LogCaptureFixture
    ) -> None:
        """The session goes on without the panel, and ends when it would have."""

        async def scenario() -> None:
            journal = Notebook()
            worker = NeurokitWorker(
                (sys.executable, "-c", does), patience=Patience(attempts=2)
            )
            runner = new_runner(Waiting(worker), journal, neurokit=worker)
            with caplog.at_level(logging.CRITICAL + 1):
                await runner.run()
            assert [SessionExit.COMPLETED] == journal.exits
            assert PERSON[-1].t_s == journal.inputs[-1].t_s
            assert [] == journal.panels
            assert runner.history.rest_beats

        play(scenario)


class Waiting:
    """A person whose session waits in its middle until a worker has failed."""

    def __init__(self, worker: NeurokitWorker) -> None:
        self._worker = worker

    async def events(self, clock: Clock) -> AsyncGenerator[SourceEvent, None]:
        middle_s = 400.0
        async for event in SimulatedStrap(PERSON).events(clock):
            if middle_s is not None and event.t_s > middle_s:
                middle_s = float("inf")
                while not self._worker._failures:
                    await asyncio.sleep(0)
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
