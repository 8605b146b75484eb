"""From a strap's notification to the picture: a live session, all of it, in real time.

``python tests/benchmarks/bench_live.py [--minutes M] [--size W H] [--alone]``

A strap on a pretended BlueZ in another process, bleak's real backend, the link, the
engine, the recording, NeuroKit2 at work in its own process, and both windows open
(``--alone``: the client's only). Exits 1 where a bar is missed.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncGenerator, Iterator
from contextlib import ExitStack, aclosing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.windows import (  # noqa: E402, I001 - chooses Qt's plugin
    FRAME_EDGES_MS,
    Bars,
    PaintWatch,
    count_frames,
    cpu_s,
    histogram,
    resident_mib,
    say,
    say_load,
)

import numpy as np  # noqa: E402
import psutil  # noqa: E402
from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402
from typing_extensions import override  # noqa: E402

from biofeed.core.events import Action, Event, Role  # noqa: E402
from biofeed.display.bridge import Bridge, Received  # noqa: E402
from biofeed.display.client_window import ClientWindow  # noqa: E402
from biofeed.display.console_chart import ConsoleChart  # noqa: E402
from biofeed.display.console_window import ConsoleWindow  # noqa: E402
from biofeed.display.theme import Look, ThemeChoice  # noqa: E402
from biofeed.session.io_thread import IoThread  # noqa: E402
from biofeed.session.plan import make_runner, plan_strap  # noqa: E402
from biofeed.session.runner import Runner, Said  # noqa: E402
from biofeed.session.snapshot import Snapshot  # noqa: E402
from devices.source import Clock, DeviceIdentity, Notification  # noqa: E402
from tests.devices.rigs.message_bus import PrivateBus  # noqa: E402

P50_BAR_MS = 20.0
P99_BAR_MS = 50.0

STRAP = DeviceIdentity(name="Polar H10 00000001", address="A0:9E:1A:00:00:01")

WARM_UP_S = 10.0
"""Windows open, libraries load, NeuroKit2's process begins, s."""

LATENCY_EDGES_MS = (0, 5, 10, 15, 20, 30, 40, 50, 75, 100, 200, 500, 1000, 1e9)


class Counted:
    """A source that counts its notifications as they leave it."""

    def __init__(self, source: Said) -> None:
        self.heard = 0
        self._source = source

    async def events(self, clock: Clock) -> AsyncGenerator[Event, None]:
        """Yield what the source says."""
        async with aclosing(self._source.events(clock)) as events:
            async for event in events:
                self.heard += isinstance(event, Notification)
                yield event


class CountingBridge(Bridge):
    """Knows how many notifications are in what the window took last."""

    def __init__(self, source: Counted) -> None:
        super().__init__()
        self.taken = 0
        self._source = source
        self._newest: tuple[Snapshot | None, int] = (None, 0)

    @override
    def publish(self, snapshot: Snapshot) -> None:
        """Hand over a snapshot; called right after its event was folded."""
        self._newest = (snapshot, self._source.heard)
        super().publish(snapshot)

    @override
    def take(self) -> Received | None:
        """Return the newest, and note what is in it."""
        received = super().take()
        snapshot, heard = self._newest
        if received is not None and received.snapshot is snapshot:
            self.taken = heard
        return received


@dataclass
class Seen:
    """When the notifications were first on screen."""

    bridge: CountingBridge
    painted_s: list[float] = field(default_factory=list)

    def note(self, now_s: float) -> None:
        """A picture is out: all that was taken before it is seen."""
        new = self.bridge.taken - len(self.painted_s)
        self.painted_s.extend([now_s] * new)


@dataclass
class Spent:
    """Processor time and frames since the warm-up."""

    frames_s: list[float] = field(default_factory=list)
    began_s: float = 0.0
    own_s: float = 0.0
    neurokit_s: float = 0.0
    strangers: frozenset[int] = frozenset()

    def begin(self) -> None:
        """Forget what was before."""
        self.frames_s.clear()
        self.began_s = time.monotonic()
        self.own_s, self.neurokit_s = cpu_s(), self._neurokit_s()

    def end(self) -> None:
        """Keep what was spent, as shares of a core, %."""
        share = 100.0 / (time.monotonic() - self.began_s)
        self.own_s = (cpu_s() - self.own_s) * share
        self.neurokit_s = (self._neurokit_s() - self.neurokit_s) * share

    def _neurokit_s(self) -> float:
        children = psutil.Process().children()
        own = [child for child in children if child.pid not in self.strangers]
        return cpu_s(own) if own else 0.0


def main() -> int:
    """Measure, print, and return 1 where a bar is missed."""
    asked = arguments()
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        say("no dbus-daemon here: nothing is measured")
        return 1
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        os.environ["BIOFEED_HOME"] = str(folder / "home")
        bus = PrivateBus(daemon, folder / "bus")
        os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = bus.address
        bus.start()
        stack.callback(bus.kill)
        strap = stack.enter_context(on_air(bus.address))
        strangers = frozenset(child.pid for child in psutil.Process().children())
        seen, spent = live(asked, strangers)
        strap.terminate()
        assert strap.stdout is not None  # it was asked for
        sent_s = [float(line) for line in strap.stdout.read().split()]
    return report(sent_s, seen, spent)


def arguments() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=3.0)
    parser.add_argument("--size", type=int, nargs=2, default=(1440, 900))
    parser.add_argument("--alone", action="store_true")
    return parser.parse_args()


@contextmanager
def on_air(address: str) -> "Iterator[subprocess.Popen[str]]":
    """Let a strap be in range, in a process of its own."""
    script = ROOT / "tests" / "benchmarks" / "strap_on_air.py"
    strap = subprocess.Popen(
        [sys.executable, str(script), address], stdout=subprocess.PIPE, text=True
    )
    try:
        yield strap
    finally:
        strap.kill()
        strap.wait()


def live(
    asked: argparse.Namespace, strangers: frozenset[int]
) -> tuple[dict[str, Seen], Spent]:
    """Run a session with its windows; return what was seen when, and what it cost."""
    app = QApplication([])
    plan = plan_strap(STRAP, pseudonym="bench", waits_for_start=False)
    source = Counted(plan.source)
    plan = replace(plan, source=source)
    io: IoThread[Runner] = IoThread(lambda: make_runner(plan, with_panel=True))
    look = Look(theme=ThemeChoice.DARK)
    client_bridge, console_bridge = CountingBridge(source), CountingBridge(source)
    io.subscribe(client_bridge.publish)
    window = ClientWindow(io, client_bridge, look)
    window.resize(*asked.size)
    watched: dict[str, tuple[QWidget, CountingBridge]] = {
        "client": (window.pages.session.trend, client_bridge)
    }
    if not asked.alone:
        io.subscribe(console_bridge.publish)
        console = ConsoleWindow(io, console_bridge, look, client=window.stage)
        console.show()
        chart = console.charts.findChildren(ConsoleChart)[0]
        watched["console"] = (chart, console_bridge)
    window.show()
    seen = {name: Seen(bridge) for name, (_, bridge) in watched.items()}
    watches = [
        PaintWatch(widget, seen[name].note) for name, (widget, _) in watched.items()
    ]
    spent = Spent(strangers=strangers)
    count_frames(window.pages.session.pacer, spent.frames_s)
    io.start()
    length_s = 60.0 * asked.minutes
    QTimer.singleShot(int(1000 * WARM_UP_S), spent.begin)
    QTimer.singleShot(int(1000 * (WARM_UP_S + length_s)), app.quit)
    app.exec()
    spent.end()
    for watch in watches:
        watch.deleteLater()
    io.submit(Action.STOP, role=Role.PROGRAM)
    io.finish()
    return seen, spent


def report(sent_s: list[float], seen: dict[str, Seen], spent: Spent) -> int:
    """Print all figures; 1 where a bar is missed."""
    bars = Bars()
    bars.tell("CPU share of a core, the program", spent.own_s, "%")
    bars.tell("CPU share of a core, NeuroKit2's process", spent.neurokit_s, "%")
    bars.tell("resident memory", resident_mib(), "MiB")
    say_load()
    for name, each in seen.items():
        pairs = zip(sent_s, each.painted_s, strict=False)
        took_ms = [1e3 * (out - sent) for sent, out in pairs if sent > spent.began_s]
        p50, p99 = np.percentile(took_ms, [50, 99])
        what = f"{name}: notification to picture"
        if name == "client":
            bars.at_most(f"{what}, median", p50, P50_BAR_MS, "ms")
            bars.at_most(f"{what}, 99th percentile", p99, P99_BAR_MS, "ms")
        else:
            bars.tell(f"{what}, median", p50, "ms")
            bars.tell(f"{what}, 99th percentile", p99, "ms")
        say(histogram(took_ms, LATENCY_EDGES_MS, "ms"))
    say("frame times while the pacer is shown")
    say(histogram(np.diff(spent.frames_s) * 1e3, FRAME_EDGES_MS, "ms"))
    return int(bool(bars.missed))


if __name__ == "__main__":
    sys.exit(main())
