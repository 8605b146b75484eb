"""Faults of the window, which no heartbeat may notice: strap, link, runner, journal."""

import ast
import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path

from biofeed.core.engine import Engine
from biofeed.core.events import Action, Event
from biofeed.core.settings import EngineSettings
from biofeed.core.values import Output, Second, SessionExit
from biofeed.session.clock import WallClock
from biofeed.session.history import History
from biofeed.session.io_thread import IoThread
from biofeed.session.runner import Runner
from biofeed.session.snapshot import HrvPanel, RecordingState, Snapshot
from devices.ble import BleStrap
from devices.source import Clock, Notification
from tests.devices.rigs.bumble_air import Air
from tests.devices.rigs.ear import LoopClock
from tests.devices.rigs.time_travel import travel

PACKET = bytes.fromhex("163ceb03")


class Kept:
    """A journal that keeps everything in memory."""

    def __init__(self) -> None:
        self.state = RecordingState.SAVED
        self.warning = ""
        self.inputs: list[Event] = []
        self.outputs: list[Output] = []
        self.exit: SessionExit | None = None

    def write_input(self, event: Event) -> None:
        self.inputs.append(event)

    def write_outputs(self, outputs: tuple[Output, ...]) -> None:
        self.outputs += outputs

    def write_panel(self, panel: HrvPanel) -> None:
        return

    def sync_if_due(self, t_s: float) -> None:
        return

    def close(self, exit_: SessionExit) -> None:
        self.exit = exit_

    @property
    def packets(self) -> list[Notification]:
        return [event for event in self.inputs if isinstance(event, Notification)]


class Fast:
    """A strap of a hundred packets a second, for ever."""

    async def events(self, clock: Clock) -> AsyncGenerator[Notification]:
        while True:
            await clock.sleep_until_s(clock.now_s() + 0.01)
            yield Notification(t_s=clock.now_s(), payload=PACKET)


def failing_view(snapshot: Snapshot) -> None:
    raise ZeroDivisionError("a view that cannot draw")


def test_f09_no_interval_is_taken_from_the_date() -> None:
    """Setting the clock, or a summer's beginning, can change nothing: nobody asks."""
    root = Path(__file__).resolve().parents[2]
    asked = [
        f"{file.name}:{node.lineno}"
        for folder in ("devices", "calibration", "biofeed/core")
        for file in (root / folder).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and ast.unparse(node) in {"time.time", "datetime.now", "datetime.utcnow"}
    ]
    assert not asked


def test_f18_a_blocked_window_delays_no_beat() -> None:
    """While the window's thread does nothing but compute, beats are recorded on."""
    kept = Kept()
    thread = IoThread(
        lambda: Runner(
            source=Fast(),
            engine=Engine(EngineSettings()),
            clock=WallClock(),
            history=History(),
            journal=kept,
        ),
    )
    thread.start()
    while len(kept.packets) < 100:
        pass  # the window is busy, and gives the interpreter up to nobody
    thread.submit(Action.STOP)
    thread.finish()
    times_s = [packet.t_s for packet in kept.packets]
    assert sorted(times_s) == times_s
    assert kept.exit is SessionExit.STOPPED


def test_f19_a_failing_view_stops_no_recording() -> None:
    """A view that fails at every snapshot: each packet is recorded, each second too."""
    kept = Kept()

    async def session() -> None:
        air = Air()
        await air.central.power_on()
        strap = await air.strap()
        runner = Runner(
            source=BleStrap(strap.address, radio=air.radio()),
            engine=Engine(EngineSettings()),
            clock=LoopClock(),
            history=History(),
            journal=kept,
        )
        runner.subscribe(failing_view)
        running = asyncio.create_task(runner.run())
        for _ in range(30):
            await strap.notify(PACKET)
            await asyncio.sleep(1.0)
        runner.submit(Action.STOP)
        await running

    travel(session())
    assert len(kept.packets) >= 28
    assert sum(isinstance(output, Second) for output in kept.outputs) >= 29
    assert kept.exit is SessionExit.STOPPED
