"""What the fold costs, beside NeuroKit2 asked each second.

``python tests/benchmarks/bench_fold.py`` simulates eight hours of a person who is
activated now and then, and prints one line a figure with its bar; over a bar it exits
1. What is folded or asked is counted in seconds of processor, commands by the wall.
The naive way (one ``hrv_time`` over the last 60 s, each second) is timed on a sample of
the hour's seconds and extrapolated to all of them.
"""

import gc
import statistics
import subprocess
import sys
import sysconfig
import time
import tracemalloc
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from biofeed.core.engine import Engine
from biofeed.core.settings import EngineSettings
from devices.simulated import SimulatedSession, simulate
from devices.simulated_script import ArousalEvent, Person, Script
from devices.source import SourceEvent

HOUR_S = 3600
HOURS = 8
RUNS = 5

EARLY_S = (600, 1200)
LATE_S = (HOURS * HOUR_S - 600, HOURS * HOUR_S)
"""Ten minutes each, one activation in both: the same work but for what lies behind."""

NAIVE_SAMPLE = 120
NAIVE_WINDOW_S = 60.0


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; ``bar`` is None where nothing is promised."""

    what: str
    value: float
    unit: str
    bar: float | None = None

    @property
    def holds(self) -> bool:
        """Whether the promise is kept."""
        return self.bar is None or self.value <= self.bar

    def line(self) -> str:
        """Write it out."""
        bar = "" if self.bar is None else f"at most {self.bar:g} {self.unit}"
        mark = "" if self.holds else "  OVER"
        return f"{self.what:54} {self.value:10.3f} {self.unit:4} {bar}{mark}"


def eight_hours() -> SimulatedSession:
    """Simulate a person who is activated for a minute in every ten."""
    arousal = tuple(
        ArousalEvent(on_s=float(on_s), off_s=on_s + 60.0, level=0.7)
        for on_s in range(300, HOURS * HOUR_S, 600)
    )
    script = Script(duration_s=float(HOURS * HOUR_S), arousal=arousal)
    return simulate(Person(), script, seed=1)


def until(events: Sequence[SourceEvent], t_s: float) -> Sequence[SourceEvent]:
    """Return the events of a session's beginning."""
    return [event for event in events if event.t_s <= t_s]


def fold(events: Sequence[SourceEvent]) -> Engine:
    """Fold events, as a replay at full speed does."""
    engine = Engine(EngineSettings())
    for event in events:
        engine.receive(event)
    return engine


def median_s(call: Callable[[], object], clock: Callable[[], float]) -> float:
    """Return the median time of a call, s."""
    took_s = []
    for _ in range(RUNS):
        began_s = clock()
        call()
        took_s.append(clock() - began_s)
    return statistics.median(took_s)


def step_costs_us(events: Sequence[SourceEvent]) -> tuple[float, float]:
    """Mean cost of a grid step early and late in one session, us."""
    engine = Engine(EngineSettings())
    spent_s = dict.fromkeys((EARLY_S, LATE_S), 0.0)
    steps = dict.fromkeys((EARLY_S, LATE_S), 0)
    for event in events:
        began_s = time.perf_counter()
        engine.receive(event)
        took_s = time.perf_counter() - began_s
        for span in (EARLY_S, LATE_S):
            if span[0] < event.t_s <= span[1]:
                spent_s[span] += took_s
                steps[span] += 1
    early, late = (1e6 * spent_s[span] / steps[span] for span in (EARLY_S, LATE_S))
    return early, late


def growth_mib(events: Sequence[SourceEvent]) -> float:
    """Memory that the engine holds at the end over what it held after 10 min, MiB."""
    engine = Engine(EngineSettings())
    tracemalloc.start()
    early = 0
    for event in events:
        engine.receive(event)
        if not early and event.t_s >= EARLY_S[0]:
            gc.collect()
            early = tracemalloc.get_traced_memory()[0]
    gc.collect()
    late = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return (late - early) / 2**20


def naive_hour_s(session: SimulatedSession) -> float:
    """Time that NeuroKit2 would take, asked each second of an hour, s."""
    import neurokit2

    beats = session.recorded_intervals
    took_s = []
    for n in range(NAIVE_SAMPLE):
        now_s = 60.0 + n * (HOUR_S - 60.0) / NAIVE_SAMPLE
        window = [b for b in beats if now_s - NAIVE_WINDOW_S < b.t_s <= now_s]
        table = {"RRI": [b.rr_ms for b in window], "RRI_Time": [b.t_s for b in window]}
        began_s = time.process_time()
        neurokit2.hrv_time(table)
        took_s.append(time.process_time() - began_s)
    return statistics.mean(took_s) * HOUR_S


def command_s(*arguments: str) -> float:
    """Median time of a program, start to end, s."""
    return median_s(
        lambda: subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL),
        time.perf_counter,
    )


def main() -> int:
    """Measure, and print."""
    warnings.simplefilter("ignore")  # NeuroKit2's, on windows it finds too short
    session = eight_hours()
    events = session.events
    hour = until(events, HOUR_S)
    ours_s = median_s(lambda: fold(hour), time.process_time)
    naive_s = naive_hour_s(session)
    # The least of several runs is what the machine's other work disturbed least.
    costs = [step_costs_us(events) for _ in range(3)]
    early_us, late_us = (min(column) for column in zip(*costs, strict=True))
    biofeed = str(Path(sysconfig.get_path("scripts")) / "biofeed")
    bare_s = command_s(sys.executable, "-c", "")
    import_s = command_s(sys.executable, "-c", "import biofeed.cli")
    figures = (
        Figure(
            f"fold of one hour, {len(hour)} events, median of {RUNS}", ours_s, "s", 0.5
        ),
        Figure(f"hrv_time each second, from {NAIVE_SAMPLE} of them", naive_s, "s"),
        Figure("ratio", naive_s / ours_s, "x"),
        Figure("grid step, minutes 10 to 20", early_us, "us"),
        Figure("grid step, last 10 minutes of hour 8", late_us, "us"),
        Figure("late over early", late_us / early_us, "x", 1.1),
        Figure(
            "memory added from minute 10 to hour 8", growth_mib(events), "MiB", 10.0
        ),
        Figure("import biofeed.cli, over a bare Python", import_s - bare_s, "s"),
        Figure("biofeed --help", command_s(biofeed, "--help"), "s", 0.3),
    )
    sys.stdout.write("\n".join(figure.line() for figure in figures) + "\n")
    return int(not all(figure.holds for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
