"""Eight hours with both windows open, in accelerated time: nothing may pile up.

``python tests/benchmarks/bench_memory.py [--every S]``

Events of a person who is activated for a minute in every ten are folded, each second's
snapshot is handed to both windows, and every ``S`` seconds (20) both are painted: as
many pictures as 24 minutes have, of all eight hours. Exits 1 where memory grows.
"""

import argparse
import gc
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.windows import (  # noqa: I001 - chooses Qt's plugin
    Bars,
    resident_mib,
    say,
)

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from biofeed.core.engine import Engine
from biofeed.core.settings import EngineSettings
from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.console_window import ConsoleWindow
from biofeed.display.picture_windows import NoSession
from biofeed.display.theme import Look, ThemeChoice
from biofeed.session.history import History
from tests.benchmarks.bench_fold import HOUR_S, HOURS, eight_hours

GROWTH_BAR_MIB = 10.0
"""From the end of hour 1 to the end of hour 8, MiB."""

OBJECTS_BAR_PCT = 1.0
"""Growth of the number of Qt objects in the windows, %: labels may come and go."""

FRAME_S = 0.016
FRAMES = 4
"""Pictures of the pacer at each painting."""


class Screens:
    """Both windows, and a clock that is moved by hand."""

    def __init__(self) -> None:
        self.now_s = 0.0
        look = Look(theme=ThemeChoice.DARK)
        self._bridges = [Bridge(now_s=lambda: self.now_s) for _ in range(2)]
        self.client = ClientWindow(NoSession(), self._bridges[0], look)
        self.console = ConsoleWindow(
            NoSession(), self._bridges[1], look, client=self.client.stage
        )
        self.client.show()
        self.console.show()

    def publish(self, history: History, t_s: float) -> None:
        """Hand a snapshot over."""
        self.now_s = t_s
        snapshot = history.freeze(t_s)
        for bridge in self._bridges:
            bridge.publish(snapshot)

    def paint(self) -> None:
        """Draw what is newest, and a few pictures of the pacer."""
        for _ in range(FRAMES):
            self.now_s += FRAME_S
            self.client.advance()
            QApplication.processEvents()
        self.console.advance()
        QApplication.processEvents()

    @property
    def objects(self) -> int:
        """Number of Qt objects in both windows."""
        windows = (self.client, self.console)
        return sum(len(window.findChildren(QObject)) for window in windows)


def main() -> int:
    """Measure, print, and return 1 where memory grows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=20)
    every_s = parser.parse_args().every
    app = QApplication([])
    screens = Screens()
    engine, history = Engine(EngineSettings()), History()
    memory_mib: list[float] = []
    qt_objects: list[int] = []
    shown_s = 0
    say("hour   memory   Python objects   Qt objects")
    for event in eight_hours().events:
        history.add(event, engine.receive(event))
        if event.t_s < shown_s + 1:
            continue
        shown_s = int(event.t_s)
        screens.publish(history, event.t_s)
        if shown_s % every_s == 0:
            screens.paint()
        if shown_s >= (len(memory_mib) + 1) * HOUR_S - 1:
            gc.collect()
            memory_mib.append(resident_mib())
            qt_objects.append(screens.objects)
            here = f"{memory_mib[-1]:5.1f} MiB   {len(gc.get_objects()):14}"
            say(f"{len(memory_mib):4}   {here}   {qt_objects[-1]:10}")
    app.quit()
    assert HOURS == len(memory_mib)
    bars = Bars()
    grown_pct = 100.0 * (qt_objects[-1] / qt_objects[0] - 1.0)
    bars.at_most(
        "memory from hour 1 to hour 8",
        memory_mib[-1] - memory_mib[0],
        GROWTH_BAR_MIB,
        "MiB",
    )
    bars.at_most("Qt objects from hour 1 to hour 8", grown_pct, OBJECTS_BAR_PCT, "%")
    return int(bool(bars.missed))


if __name__ == "__main__":
    sys.exit(main())
