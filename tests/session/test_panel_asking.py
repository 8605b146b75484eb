"""What a session asks NeuroKit2, and that it ends well whatever comes of it."""

import asyncio
from collections.abc import AsyncGenerator, Sequence

import pytest
from typing_extensions import override

from biofeed.core.beat import Beat
from biofeed.core.engine import Engine
from biofeed.core.events import Event
from biofeed.core.settings import EngineSettings
from biofeed.core.values import Output, SessionExit
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
