"""What the window costs: CPU share, frame intervals, memory, first picture.

``python tests/benchmarks/bench_display.py [SECONDS [WIDTH HEIGHT]]`` plays a session
into a window, the pacer at sixty pictures a second, one snapshot a second. At most
10 % of a core, no frame later than 50 ms, the first window within 2 s: else it exits 1.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import psutil
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from biofeed.core.events import Action, Role
from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.pacer import Pacer
from biofeed.display.sample_session import SampleSession, sample_events
from biofeed.display.theme import Look, ThemeChoice
from biofeed.session.snapshot import Snapshot

Floats = NDArray[np.float64]

CPU_BAR_PCT = 10.0
LATEST_FRAME_MS = 50.0
FIRST_WINDOW_BAR_S = 2.0

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


class PaintWatch(QObject):
    """Notes how long after its snapshot a frame was on screen."""

    def __init__(self, bridge: Bridge, watched: QWidget) -> None:
        super().__init__()
        self.delays_ms: list[float] = []
        self._bridge = bridge
        self._published_s = 0.0
        watched.installEventFilter(self)

    def publish(self, snapshot: Snapshot) -> None:
        """Hand over a snapshot and start the watch."""
        self._published_s = time.perf_counter()
        self._bridge.publish(snapshot)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the first paint after a snapshot; the frame is out when it returns."""
        if event.type() == QEvent.Type.Paint and self._published_s:
            published_s, self._published_s = self._published_s, 0.0
            QTimer.singleShot(0, lambda: self._note(published_s))
        return False

    def _note(self, published_s: float) -> None:
        self.delays_ms.append((time.perf_counter() - published_s) * 1000.0)


class NoSession:
    """Takes every action and does nothing."""

    def subscribe(self, publish: Callable[[Snapshot], None]) -> None:
        """Publish nothing."""

    def submit(
        self,
        action: Action,
        text: str = "",
        value: float | None = None,
        *,
        role: Role = Role.CLIENT,
    ) -> None:
        """Do nothing."""


@dataclass
class Run:
    """What is measured while the window runs."""

    frames_s: list[float] = field(default_factory=list)
    cpu_before_s: float = 0.0

    def begin(self) -> None:
        """Forget the warm-up."""
        self.frames_s.clear()
        self.cpu_before_s = cpu_s()


def main() -> int:
    """Measure, print, and return 1 where a bar is missed."""
    length_s = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0
    size_px = [int(each) for each in sys.argv[2:4]] or [1440, 900]
    first_s = first_window_s()
    app = QApplication([])
    bridge = Bridge()
    window = ClientWindow(NoSession(), bridge, Look(theme=ThemeChoice.DARK))
    window.resize(*size_px)
    window.show()
    # Played before measuring begins: folding the session is not the window's cost.
    session = SampleSession(sample_events())
    snapshots = [session.at(420.0 + second) for second in range(int(length_s) + 5)]
    run = Run()
    count_frames(window.pages.session.pacer, run.frames_s)
    feed = QTimer()
    feed.setInterval(1000)
    watch = PaintWatch(bridge, window.pages.session.trend)
    feed.timeout.connect(lambda: watch.publish(snapshots.pop(0)))
    watch.publish(snapshots.pop(0))
    feed.start()
    QTimer.singleShot(int(1000 * WARM_UP_S), run.begin)
    QTimer.singleShot(int(1000 * (WARM_UP_S + length_s)), app.quit)
    app.exec()
    cpu_pct = 100.0 * (cpu_s() - run.cpu_before_s) / length_s
    interval_ms = np.diff(np.array(run.frames_s)) * 1000.0
    report(first_s, cpu_pct, interval_ms, np.array(watch.delays_ms[2:]))
    is_late = interval_ms.max() > LATEST_FRAME_MS or first_s > FIRST_WINDOW_BAR_S
    return int(cpu_pct > CPU_BAR_PCT or is_late)


def cpu_s() -> float:
    """Processor time of this process so far, s."""
    times = psutil.Process().cpu_times()
    return float(times.user + times.system)


def first_window_s() -> float:
    """From starting Python to a window on screen and out again, s."""
    began_s = time.perf_counter()
    subprocess.run([sys.executable, "-c", ONE_WINDOW], check=True)
    return time.perf_counter() - began_s


def count_frames(pacer: Pacer, frames_s: list[float]) -> None:
    """Note the time of each picture of the pacer."""
    paint = pacer.paintEvent

    def counted(event: QPaintEvent) -> None:
        frames_s.append(time.perf_counter())
        paint(event)

    pacer.paintEvent = counted  # type: ignore[method-assign]


def report(
    first_s: float, cpu_pct: float, interval_ms: Floats, delays_ms: Floats
) -> None:
    """Print one figure a line."""
    delay_p50, delay_p99 = np.percentile(delays_ms, [50, 99])
    p50, p99 = np.percentile(interval_ms, [50, 99])
    latest = interval_ms.max()
    memory = psutil.Process().memory_info().rss / 2**20
    lines = (
        f"first window        {first_s:6.2f} s   (bar {FIRST_WINDOW_BAR_S:.0f})",
        f"CPU share of a core {cpu_pct:6.1f} %   (bar {CPU_BAR_PCT:.0f})",
        f"frame interval p50  {p50:6.1f} ms",
        f"frame interval p99  {p99:6.1f} ms",
        f"frame interval max  {latest:6.1f} ms  (bar {LATEST_FRAME_MS:.0f})",
        f"frames a second     {1000.0 / interval_ms.mean():6.1f}",
        f"snapshot to picture {delay_p50:6.1f} ms  (median)",
        f"snapshot to picture {delay_p99:6.1f} ms  (99th percentile)",
        f"resident memory     {memory:6.0f} MiB",
    )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main())
