"""What the benchmarks of the windows share: a session that listens, and what is told.

A figure is printed with its bar, and whether it is kept; a program exits with 1 where
one is not.
"""

import os
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

# Before anything imports Qt: the plugin is chosen once, when the application begins.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import psutil
from numpy.typing import ArrayLike
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from biofeed.display.pacer import Pacer

ROOT = Path(__file__).resolve().parents[2]

FRAME_EDGES_MS = (0, 12, 14, 15, 16, 17, 18, 20, 24, 33, 50, 100, 1e9)
"""Edges of the histogram of frame times; a frame is due after 16, ms."""

BAR_LENGTH = 40
"""The longest bar of a histogram, in characters."""


def say(line: str = "") -> None:
    """Print one line, now."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


@dataclass
class Bars:
    """Says figures beside their bars, and remembers whether one is missed."""

    missed: list[str] = field(default_factory=list)

    def at_most(self, what: str, value: float, bar: float, unit: str) -> None:
        """Say a figure that has a bar."""
        is_kept = value <= bar
        if not is_kept:
            self.missed.append(what)
        told = f"(bar {bar:g}{'' if is_kept else ': MISSED'})"
        say(f"{what:44}{value:8.1f} {unit:4} {told}")

    def tell(self, what: str, value: float, unit: str) -> None:
        """Say a figure that has none."""
        say(f"{what:44}{value:8.1f} {unit}")


class PaintWatch(QObject):
    """Tells when what a widget was asked to paint is on screen."""

    def __init__(self, watched: QWidget, is_out: Callable[[float], None]) -> None:
        super().__init__()
        self._is_out = is_out
        watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See a paint begin; the whole picture is out when Qt comes back for more."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: self._is_out(time.monotonic()))
        return False


def cpu_s(processes: Iterable[psutil.Process] = ()) -> float:
    """Processor time so far, of this process where none is named, s."""
    spent = 0.0
    for process in list(processes) or [psutil.Process()]:
        times = process.cpu_times()
        spent += times.user + times.system
    return spent


def resident_mib() -> float:
    """Memory of this process, MiB."""
    return float(psutil.Process().memory_info().rss) / 2**20


def count_frames(pacer: Pacer, frames_s: list[float]) -> None:
    """Note the time of each picture of the pacer."""
    paint = pacer.paintEvent

    def counted(event: QPaintEvent) -> None:
        frames_s.append(time.perf_counter())
        paint(event)

    pacer.paintEvent = counted  # type: ignore[method-assign]


def say_load() -> None:
    """Say how busy the machine is, with this program and others."""
    one, five, _ = os.getloadavg()
    say(f"load of the machine {one:.1f} (1 min), {five:.1f} (5 min)")
    say(f"of {os.cpu_count()} processors")


def histogram(values: ArrayLike, edges: Iterable[float], unit: str) -> str:
    """Write how often values fell between edges, one line each.

    >>> print(histogram([1.0, 1.5, 7.0], (0, 2, 5, 1e9), "ms"))
           0 to 2    ms      2   66.7 %  ########################################
           2 to 5    ms      0    0.0 %
           5 or more ms      1   33.3 %  ####################
    """
    edges = np.array(list(edges), dtype=float)
    counts = np.histogram(np.asarray(values), edges)[0]
    lines = []
    for low, high, count in zip(edges[:-1], edges[1:], counts, strict=True):
        between = f"to {high:<5g}" if high < 1e9 else "or more"
        share = 100.0 * count / max(1, counts.sum())
        stars = "#" * round(BAR_LENGTH * count / max(1, counts.max()))
        line = f"{low:8g} {between:7} {unit} {count:6} {share:6.1f} %  {stars}"
        lines.append(line.rstrip())
    return "\n".join(lines)
