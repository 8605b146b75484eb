"""What the window costs: CPU share, frame times, memory, first picture.

``python tests/benchmarks/bench_display.py [--minutes M] [--size W H] [--console]``
plays a session into a window, the pacer at sixty pictures a second, one snapshot a
second, its axis moving now and then. Exits 1 where a bar is missed.
"""

import argparse
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.windows import (  # noqa: I001 - chooses Qt's plugin
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

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.console_window import ConsoleWindow
from biofeed.display.picture_windows import NoSession
from biofeed.display.sample_session import SampleSession, sample_events
from biofeed.display.theme import Look, ThemeChoice
from biofeed.display.trend_plot import TrendPlot
from biofeed.session.snapshot import Snapshot

CPU_BAR_PCT = 10.0
FRAME_P99_BAR_MS = 50.0
PICTURE_P50_BAR_MS = 20.0
PICTURE_P99_BAR_MS = 50.0
FIRST_WINDOW_BAR_S = 2.0

BEGINS_S = 420.0
"""Where in the sample session it begins: in the middle of a rise, s."""

LONGEST_MIN = 10.0
"""The sample session is not longer, min."""

WARM_UP_S = 2.0

ONE_WINDOW = """
from PySide6.QtWidgets import QApplication
from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
app = QApplication([])
window = ClientWindow(None, Bridge())
window.show()
app.processEvents()
"""


@dataclass
class Run:
    """What is measured while the window runs."""

    frames_s: list[float] = field(default_factory=list)
    delays_ms: list[float] = field(default_factory=list)
    published_s: float = 0.0
    is_taken: bool = False
    cpu_before_s: float = 0.0
    began_s: float = 0.0

    def begin(self) -> None:
        """Forget the warm-up."""
        self.frames_s.clear()
        self.delays_ms.clear()
        self.cpu_before_s = cpu_s()
        self.began_s = time.perf_counter()

    def publish(self, bridges: list[Bridge], snapshot: Snapshot) -> None:
        """Hand over a snapshot."""
        self.published_s, self.is_taken = time.monotonic(), False
        for bridge in bridges:
            bridge.publish(snapshot)

    def painted(self, now_s: float) -> None:
        """Note the first picture that has it; the trace moves before that as well."""
        if self.is_taken:
            self.delays_ms.append((now_s - self.published_s) * 1000.0)
            self.is_taken = False

    def notice_taking(self, trend: TrendPlot) -> None:
        """Note when the trace is given what there is."""
        show = trend.show_trace

        def noticed(*args: Any, **named: Any) -> None:
            self.is_taken = True
            show(*args, **named)

        trend.show_trace = noticed  # type: ignore[method-assign]

    @property
    def cpu_pct(self) -> float:
        """Share of a core since the warm-up, %."""
        return (
            100.0 * (cpu_s() - self.cpu_before_s) / (time.perf_counter() - self.began_s)
        )


def main() -> int:
    """Measure, print, and return 1 where a bar is missed."""
    asked = arguments()
    bars = Bars()
    first_s = first_window_s()
    bars.at_most("first window", first_s, FIRST_WINDOW_BAR_S, "s")
    app = QApplication([])
    length_s = 60.0 * asked.minutes
    snapshots = played(length_s + WARM_UP_S)
    bridges = [Bridge()]
    look = Look(theme=ThemeChoice.DARK)
    window = ClientWindow(NoSession(), bridges[0], look)
    window.resize(*asked.size)
    window.show()
    if asked.console:
        bridges.append(Bridge())
        console = ConsoleWindow(NoSession(), bridges[1], look, client=window)
        console.show()
    run = Run()
    trend = window.pages.session.trend
    watch = PaintWatch(trend, run.painted)
    run.notice_taking(trend)
    count_frames(window.pages.session.pacer, run.frames_s)

    run.publish(bridges, snapshots.pop(0))
    feed = QTimer()
    feed.timeout.connect(lambda: run.publish(bridges, snapshots.pop(0)))
    feed.start(1000)
    QTimer.singleShot(int(1000 * WARM_UP_S), run.begin)
    QTimer.singleShot(int(1000 * (WARM_UP_S + length_s)), app.quit)
    app.exec()
    watch.deleteLater()
    report(run, bars, has_console=asked.console)
    return int(bool(bars.missed))


def arguments() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=1 / 3)
    parser.add_argument("--size", type=int, nargs=2, default=(1440, 900))
    parser.add_argument("--console", action="store_true")
    asked = parser.parse_args()
    asked.minutes = min(asked.minutes, LONGEST_MIN)
    return asked


def played(length_s: float) -> list[Snapshot]:
    """Return a snapshot a second; folding them is not the window's cost."""
    session = SampleSession(sample_events())
    return [session.at(BEGINS_S + second) for second in range(int(length_s) + 3)]


def first_window_s() -> float:
    """From starting Python to a window on screen and out again, s."""
    began_s = time.perf_counter()
    subprocess.run([sys.executable, "-c", ONE_WINDOW], check=True)
    return time.perf_counter() - began_s


def report(run: Run, bars: Bars, *, has_console: bool) -> None:
    """Print one figure a line."""
    if has_console:
        bars.tell("CPU share of a core, both windows", run.cpu_pct, "%")
    else:
        bars.at_most("CPU share of a core", run.cpu_pct, CPU_BAR_PCT, "%")
    interval_ms = np.diff(np.array(run.frames_s)) * 1000.0
    p50, p99 = np.percentile(interval_ms, [50, 99])
    bars.tell("frame time, median", p50, "ms")
    bars.at_most("frame time, 99th percentile", p99, FRAME_P99_BAR_MS, "ms")
    bars.tell("frame time, longest", interval_ms.max(), "ms")
    bars.tell("frames a second", 1000.0 / interval_ms.mean(), "")
    p50, p99 = np.percentile(run.delays_ms, [50, 99])
    bars.at_most("snapshot to picture, median", p50, PICTURE_P50_BAR_MS, "ms")
    bars.at_most("snapshot to picture, 99th percentile", p99, PICTURE_P99_BAR_MS, "ms")
    bars.tell("resident memory", resident_mib(), "MiB")
    say_load()
    say(histogram(interval_ms, FRAME_EDGES_MS, "ms"))


if __name__ == "__main__":
    sys.exit(main())
