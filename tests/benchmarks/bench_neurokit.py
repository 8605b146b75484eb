"""What NeuroKit2's process costs: ``python tests/benchmarks/bench_neurokit.py``.

Prints one line a figure. The last two are what the session itself pays: the time its
event loop is held to put a question, and how late the loop is while NeuroKit2 works.
"""

import asyncio
import statistics
import sys
import time
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from biofeed.core.beat import Beat, BeatLabel  # noqa: E402
from biofeed.session.hrv_windows import WINDOWS_S, hrv_window  # noqa: E402
from biofeed.session.neurokit import NeurokitWorker  # noqa: E402
from biofeed.session.neurokit_messages import Question, write  # noqa: E402
from biofeed.session.neurokit_trouble import WorkerTrouble  # noqa: E402

RECORDING = ROOT / "tests" / "golden" / "simulated_rest.rr.csv"
QUESTIONS = 20
TICK_S = 0.005


def say(line: str) -> None:
    """Print one line."""
    sys.stdout.write(line + "\n")


def main() -> None:
    """Measure, and print."""
    beats = read_beats()
    asyncio.run(measure_worker(beats))
    prepared_s = [timed_question(beats) for _ in range(QUESTIONS)]
    show("preparing a question, in the session's loop", prepared_s)


def read_beats() -> tuple[Beat, ...]:
    """Seven minutes of rest; every interval of this recording is normal."""
    rows = RECORDING.read_text(encoding="utf-8").splitlines()[1:]
    values = [tuple(map(float, row.split(","))) for row in rows]
    return tuple(
        Beat(
            t_s=t_s,
            rr_ms=rr_ms,
            label=BeatLabel.NORMAL,
            beats=1.0,
            follows=n > 0,
            breaks=n == 0,
        )
        for n, (t_s, rr_ms) in enumerate(values)
    )


async def measure_worker(beats: tuple[Beat, ...]) -> None:
    """Start the real worker, ask it, and look at its memory."""
    worker = NeurokitWorker()
    started_s = time.perf_counter()
    await worker.start()
    await ask(worker, beats)
    say(f"start to first panel: {time.perf_counter() - started_s:.2f} s")
    (process,) = psutil.Process().children()
    late_s: list[float] = []
    watch = asyncio.create_task(watch_loop(late_s))
    busy_before_s = sum(process.cpu_times()[:2])
    took_s = [await timed_ask(worker, beats) for _ in range(QUESTIONS)]
    watch.cancel()
    busy_s = (sum(process.cpu_times()[:2]) - busy_before_s) / QUESTIONS
    show("three panels (60, 120, 300 s)", took_s)
    say(f"processor time for three panels: {busy_s * 1000.0:.0f} ms")
    say(f"memory of the worker: {process.memory_info().rss / 2**20:.0f} MiB")
    show("lateness of the session's loop meanwhile", late_s)
    await worker.close()


async def ask(worker: NeurokitWorker, beats: tuple[Beat, ...]) -> None:
    """Ask for the three panels; a benchmark without answers is none."""
    found = await worker.panels(beats, beats[-1].t_s)
    if isinstance(found, WorkerTrouble):
        raise SystemExit(f"NeuroKit2 gave no panel: {found.kind} {found.detail}")


async def timed_ask(worker: NeurokitWorker, beats: tuple[Beat, ...]) -> float:
    """Seconds from a question to its answer."""
    began_s = time.perf_counter()
    await ask(worker, beats)
    return time.perf_counter() - began_s


async def watch_loop(late_s: list[float]) -> None:
    """Note how much later than asked the loop comes back, again and again."""
    while True:
        due_s = time.perf_counter() + TICK_S
        await asyncio.sleep(TICK_S)
        late_s.append(time.perf_counter() - due_s)


def timed_question(beats: tuple[Beat, ...]) -> float:
    """Seconds to choose the intervals of three windows and put them on a line."""
    began_s = time.perf_counter()
    end_s = beats[-1].t_s
    windows = tuple(hrv_window(beats, window_s=w, end_s=end_s) for w in WINDOWS_S)
    write(Question(number=1, windows=windows))
    return time.perf_counter() - began_s


def show(what: str, measured_s: list[float]) -> None:
    """Print median and maximum, in ms."""
    median_ms = statistics.median(measured_s) * 1000.0
    say(f"{what}: median {median_ms:.1f} ms, at most {max(measured_s) * 1000.0:.1f}")


if __name__ == "__main__":
    main()
