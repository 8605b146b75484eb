"""The session's side of NeuroKit2's process, against workers that misbehave."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import psutil
import pytest

from biofeed.core.beat import Beat, BeatLabel
from biofeed.session.hrv_windows import INDICES
from biofeed.session.neurokit import NeurokitWorker
from biofeed.session.neurokit_batch import BatchNeurokit
from biofeed.session.neurokit_trouble import Patience, TroubleKind, WorkerTrouble
from biofeed.session.snapshot import HrvPanel

T = TypeVar("T")

STEADY = tuple(
    Beat(
        t_s=0.8 * (k + 1),
        rr_ms=800.0 + k % 2,
        label=BeatLabel.NORMAL,
        beats=1.0,
        follows=k > 0,
        breaks=k == 0,
    )
    for k in range(400)
)
NOW_S = 320.0

FAKE = """
import json, os, sys, time
def say(**message):
    print(json.dumps(message), flush=True)
def greet():
    say(kind="greeting", version="fake")
def reply(line, rmssd, number=None):
    question = json.loads(line)
    one = {"indices": {"HRV_RMSSD": rmssd}, "artefacts": 1}
    number = question["number"] if number is None else number
    say(kind="answer", number=number, windows=[one for _ in question["windows"]])
"""
GOOD = "greet()\nfor line in sys.stdin: reply(line, 42.5)"
HANGS = "greet()\nfor line in sys.stdin: time.sleep(600)"
HANGS_LATER = "greet()\nreply(sys.stdin.readline(), 42.5)\ntime.sleep(600)"
NEVER_READS = "greet()\ntime.sleep(600)"
NEVER_GREETS = "time.sleep(600)"
DIES = "greet()\nsys.stdin.readline()\nos._exit(3)"
SILENT_DEATH = "os._exit(4)"
BABBLES = "greet()\nsys.stdin.readline()\nprint('what?', flush=True)\ntime.sleep(600)"
FLOODS = (
    "greet()\nsys.stdin.readline()\nwhile True: sys.stdout.write('spam ' * 100_000)"
)
WRONG_COUNT = (
    "greet()\nfor line in sys.stdin:"
    " say(kind='answer', number=json.loads(line)['number'], windows=[])"
)
FROM_THE_FUTURE = "greet()\nfor line in sys.stdin: reply(line, 1.0, number=99)"
LATE = (
    "greet()\nreply(sys.stdin.readline(), 0.0)\n"
    "first, second = sys.stdin.readline(), sys.stdin.readline()\n"
    "reply(first, 1.0)\nreply(second, 2.0)\ntime.sleep(600)"
)
CLOSES_AND_STAYS = "greet()\nos.close(1)\ntime.sleep(600)"
MISSING = "say(kind='unavailable', reason='no module named neurokit2')"

HASTY = Patience(import_s=30.0, answer_s=30.0)
SHORT = Patience(import_s=30.0, answer_s=0.3)


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def fake(script: str) -> tuple[str, ...]:
    return (sys.executable, "-c", FAKE + script)


def run(
    script: str,
    scenario: Callable[[NeurokitWorker, Clock], Awaitable[None]],
    *,
    patience: Patience = HASTY,
) -> None:
    """Play a scenario with a worker that runs ``script``; no process may be left."""

    async def play() -> None:
        clock = Clock()
        worker = NeurokitWorker(fake(script), patience=patience, clock_s=clock)
        try:
            await scenario(worker, clock)
        finally:
            await worker.close()

    with no_process_left():
        asyncio.run(play())


@contextmanager
def no_process_left() -> Iterator[None]:
    before = {child.pid for child in psutil.Process().children(recursive=True)}
    yield
    left = psutil.Process().children(recursive=True)
    assert [child for child in left if child.pid not in before] == []


async def ask(worker: NeurokitWorker) -> tuple[HrvPanel, ...] | WorkerTrouble:
    return await worker.panels(STEADY, NOW_S)


async def trouble(worker: NeurokitWorker) -> WorkerTrouble:
    found = await ask(worker)
    assert isinstance(found, WorkerTrouble)
    return found


async def rmssd_ms(worker: NeurokitWorker) -> float | None:
    found = await ask(worker)
    assert not isinstance(found, WorkerTrouble), found
    return found[0].indices["HRV_RMSSD"]


async def under_way(question: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
    """Put a question to a worker that has answered one: sent, and not yet answered."""
    task = asyncio.create_task(question)
    await asyncio.sleep(0)
    return task


def test_panels_come_for_each_window() -> None:
    """One panel each for 60, 120 and 300 s, with every index or None."""

    async def scenario(worker: NeurokitWorker, _: Clock) -> None:
        found = await ask(worker)
        assert not isinstance(found, WorkerTrouble)
        assert [panel.window_s for panel in found] == [60, 120, 300]
        assert [panel.beats for panel in found] == [75, 150, 375]
        assert all(set(INDICES) == set(panel.indices) for panel in found)
        first = found[0]
        assert (first.end_s, first.artefacts) == (NOW_S, 1)
        assert first.indices["HRV_RMSSD"] == 42.5
        assert first.indices["HRV_LF"] is None

    run(GOOD, scenario)


def test_one_process_answers_every_question() -> None:
    """The seconds of its import are paid once."""

    async def scenario(worker: NeurokitWorker, _: Clock) -> None:
        assert await worker.start() is None
        started = psutil.Process().children()
        assert [await rmssd_ms(worker), await rmssd_ms(worker)] == [42.5, 42.5]
        assert started == psutil.Process().children()

    run(GOOD, scenario)


@pytest.mark.parametrize(
    ("script", "kind", "detail"),
    [
        (DIES, TroubleKind.DIED, "exit status 3"),
        (SILENT_DEATH, TroubleKind.DIED, "exit status 4"),
        (BABBLES, TroubleKind.GARBLED, "what?"),
        (FLOODS, TroubleKind.GARBLED, ""),
        (WRONG_COUNT, TroubleKind.GARBLED, "Answer out of turn"),
        (FROM_THE_FUTURE, TroubleKind.GARBLED, "Answer out of turn"),
        (MISSING, TroubleKind.UNAVAILABLE, "no module named neurokit2"),
    ],
    ids=["dies", "silent", "babbles", "floods", "count", "future", "missing"],
)
def test_broken_worker_is_trouble_with_a_reason(
    script: str, kind: TroubleKind, detail: str
) -> None:
    """Whatever a worker does, the caller gets a value that says what it did."""

    async def scenario(worker: NeurokitWorker, _: Clock) -> None:
        found = await trouble(worker)
        assert kind is found.kind
        assert detail == found.detail

    run(script, scenario)


@pytest.mark.slow
def test_worker_that_only_closes_its_side_is_killed() -> None:
    """A process that will not answer, and will not end, is ended."""

    async def scenario(worker: NeurokitWorker, _: Clock) -> None:
        found = await trouble(worker)
        assert TroubleKind.DIED is found.kind
        assert found.detail == "exit status -9"

    run(CLOSES_AND_STAYS, scenario)


@pytest.mark.parametrize("script", [HANGS, NEVER_READS])
def test_worker_that_hangs_is_given_up_and_killed(script: str) -> None:
    """A deadline passes, and the process that let it pass is gone with it."""

    async def scenario(worker: NeurokitWorker, _: Clock) -> None:
        assert TroubleKind.TIMED_OUT is (await trouble(worker)).kind
        assert psutil.Process().children() == []

    run(script, scenario, patience=SHORT)


def test_import_that_hangs_is_given_up() -> None:
    """The first deadline is longer, but it is one."""

    async def scenario(worker: NeurokitWorker, _: Clock) -> None:
        assert TroubleKind.TIMED_OUT is (await trouble(worker)).kind

    run(NEVER_GREETS, scenario, patience=Patience(import_s=0.3, answer_s=30.0))


def test_command_that_does_not_exist_is_trouble() -> None:
    """Where the system starts no process there is no panel, and no exception."""

    async def play() -> None:
        worker = NeurokitWorker(("/nowhere/python",))
        found = await worker.start()
        assert found is not None
        assert TroubleKind.NOT_STARTED is found.kind
        assert "/nowhere/python" in found.detail
        await worker.close()

    asyncio.run(play())


def test_dead_worker_is_replaced_after_a_pause(tmp_path: Path) -> None:
    """No new process before its time, and then one that answers."""
    mark = tmp_path / "died"
    script = (
        "import pathlib\n"
        f"mark = pathlib.Path({str(mark)!r})\n"
        "greet()\n"
        "for line in sys.stdin:\n"
        "    if not mark.exists():\n"
        "        mark.touch()\n"
        "        os._exit(3)\n"
        "    reply(line, 7.0)\n"
    )

    async def scenario(worker: NeurokitWorker, clock: Clock) -> None:
        assert TroubleKind.DIED is (await trouble(worker)).kind
        clock.now_s += 4.9
        assert TroubleKind.PAUSING is (await trouble(worker)).kind
        assert psutil.Process().children() == []
        clock.now_s += 0.2
        assert await rmssd_ms(worker) == 7.0

    run(script, scenario)


def test_replacement_is_not_tried_for_ever() -> None:
    """After five failures in a row the session stays without a panel."""

    async def scenario(worker: NeurokitWorker, clock: Clock) -> None:
        kinds = []
        for _ in range(6):
            kinds.append((await trouble(worker)).kind)
            clock.now_s += 60.0
        died, gave_up = TroubleKind.DIED, TroubleKind.GAVE_UP
        assert [died, died, died, died, gave_up, gave_up] == kinds
        assert "exit status 4" in (await trouble(worker)).detail

    run(SILENT_DEATH, scenario)


def test_missing_neurokit_is_not_tried_again() -> None:
    """What cannot be imported now cannot in a minute either."""

    async def scenario(worker: NeurokitWorker, clock: Clock) -> None:
        assert TroubleKind.UNAVAILABLE is (await trouble(worker)).kind
        clock.now_s += 1e6
        assert TroubleKind.UNAVAILABLE is (await trouble(worker)).kind
        assert psutil.Process().children() == []

    run(MISSING, scenario)


def test_late_answer_is_dropped() -> None:
    """The answer to a question that was given up is not taken for the next one's."""

    async def scenario(worker: NeurokitWorker, _: Clock) -> None:
        assert await rmssd_ms(worker) == 0.0
        given_up = await under_way(ask(worker))
        given_up.cancel()
        with pytest.raises(asyncio.CancelledError):
            await given_up
        assert await rmssd_ms(worker) == 2.0

    run(LATE, scenario)


def test_second_question_meanwhile_is_refused() -> None:
    """Questions do not queue up behind a slow worker."""

    async def scenario(worker: NeurokitWorker, _: Clock) -> None:
        first = asyncio.create_task(ask(worker))
        await asyncio.sleep(0)
        assert TroubleKind.BUSY is (await trouble(worker)).kind
        assert not isinstance(await first, WorkerTrouble)

    run(GOOD, scenario)


def test_closing_ends_a_question_under_way() -> None:
    """A session that ends waits for nobody."""

    async def scenario(worker: NeurokitWorker, _: Clock) -> None:
        assert await rmssd_ms(worker) == 42.5
        asked = await under_way(trouble(worker))
        await worker.close()
        assert TroubleKind.CLOSED is (await asked).kind
        assert TroubleKind.CLOSED is (await trouble(worker)).kind

    run(HANGS_LATER, scenario)


def test_closing_while_the_process_starts_leaves_none() -> None:
    """Closing at any moment of the start ends what was started."""

    async def scenario(worker: NeurokitWorker, _: Clock) -> None:
        asked = asyncio.create_task(trouble(worker))
        await asyncio.sleep(0)
        await worker.close()
        assert TroubleKind.CLOSED is (await asked).kind

    run(NEVER_GREETS, scenario)


def test_worker_serves_a_loop_of_another_thread() -> None:
    """The session's loop does not run in the main thread, which is the window's."""

    async def scenario(worker: NeurokitWorker, _: Clock) -> None:
        assert await rmssd_ms(worker) == 42.5

    with ThreadPoolExecutor(max_workers=1) as io_thread:
        io_thread.submit(run, GOOD, scenario).result(timeout=60.0)


def test_closing_twice_is_closing_once() -> None:
    """Closing what is closed, or never began, does nothing."""

    async def scenario(worker: NeurokitWorker, _: Clock) -> None:
        await worker.close()
        await worker.close()

    run(GOOD, scenario)


def test_batch_blocks_and_cleans_up() -> None:
    """A command without an event loop gets its panel, and leaves no process."""
    with no_process_left(), BatchNeurokit(NeurokitWorker(fake(GOOD))) as neurokit:
        panel = neurokit.panel_of_rest(STEADY[:225])
        assert not isinstance(panel, WorkerTrouble)
        assert (panel.window_s, panel.beats) == (180, 225)
        assert panel.indices["HRV_RMSSD"] == 42.5


def test_batch_cleans_up_after_an_exception() -> None:
    """A fold that fails takes its worker with it."""
    with (
        no_process_left(),
        pytest.raises(ZeroDivisionError),
        BatchNeurokit(NeurokitWorker(fake(HANGS))),
    ):
        raise ZeroDivisionError


def test_batch_without_neurokit_says_why() -> None:
    """A machine without NeuroKit2 is analysed all the same."""
    with BatchNeurokit(NeurokitWorker(fake(MISSING))) as neurokit:
        found = neurokit.panel_of_rest(STEADY)
    assert isinstance(found, WorkerTrouble)
    assert TroubleKind.UNAVAILABLE is found.kind


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGSTOP")
def test_real_worker_killed_while_it_answers_is_replaced() -> None:
    """Kill -9 in the middle of a call costs one panel, and no zombie stays."""

    async def play() -> None:
        clock = Clock()
        worker = NeurokitWorker(clock_s=clock)
        try:
            assert await rmssd_ms(worker) == pytest.approx(1.0)
            (process,) = psutil.Process().children()
            process.send_signal(signal.SIGSTOP)
            asked = await under_way(trouble(worker))
            process.kill()
            assert (await asked).detail == "exit status -9"
            assert not psutil.pid_exists(process.pid)
            clock.now_s += 10.0
            assert await rmssd_ms(worker) == pytest.approx(1.0)
        finally:
            await worker.close()

    with no_process_left():
        asyncio.run(play())


PARENT = """
import asyncio, sys
from biofeed.session.neurokit_process import WORKER_COMMAND, NeurokitProcess
async def main():
    process = await NeurokitProcess.launch(WORKER_COMMAND)
    await process.receive()
    print(process.pid, flush=True)
    await asyncio.sleep(600)
asyncio.run(main())
"""


@pytest.mark.slow
def test_worker_ends_with_a_parent_that_was_killed() -> None:
    """A killed session leaves no worker behind: the end of stdin is its end."""
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", PARENT],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(root)},
    ) as parent:
        assert parent.stdout is not None
        worker = psutil.Process(int(parent.stdout.readline()))
        parent.kill()
    psutil.wait_procs([worker], timeout=30.0)
    assert not worker.is_running() or worker.status() == psutil.STATUS_ZOMBIE
