"""Records many sessions in processes of their own and kills each at a random moment.

Run as ``python -m tests.end_to_end.killed_recorders FOLDER SESSIONS MOMENT``, where the
moment is ``running``, after some inputs, or ``beginning``, while the journal comes to
be. Moments are measured in what a process has done, not in seconds: on a busy computer
it may do nothing for a while. Prints, as JSON, how many inputs each process had begun
to hand over and had handed over when it died. Both counts lie in memory that it shares
with this process, and so outlive it.

It forks, because a process that has to import everything first would spend 99 % of the
test on that; so it must be a program of its own, with no thread in it.
"""

import json
import mmap
import os
import signal
import struct
import sys
import time
from pathlib import Path
from random import SystemRandom

from biofeed.core.engine import Engine
from biofeed.core.events import Tick
from biofeed.session.disk_room import RoomRule
from biofeed.session.header import Header
from biofeed.session.recording import JournalWriter
from tests.session.made_sessions import heard, new_test_header

AT_ONCE = 4
MOST_INPUTS = 100
"""How many inputs a process may live to hand over."""

COUNTS = struct.Struct("qq")


def record_for_ever(
    folder: Path, header: Header, counts: mmap.mmap, place: int
) -> None:
    """Record as fast as it goes, counting before and after each hand-over."""
    journal = JournalWriter.create(folder, header, room=RoomRule(ballast_bytes=4096))
    engine = Engine(header.settings)
    begun = handed = 0
    starter = os.getppid()
    for event in heard(1e9, seed=place):
        if os.getppid() != starter:
            return  # whoever was to kill this is dead itself
        if not isinstance(event, Tick):
            begun += 1
        COUNTS.pack_into(counts, place * COUNTS.size, begun, handed)
        journal.write_input(event)
        handed = begun
        COUNTS.pack_into(counts, place * COUNTS.size, begun, handed)
        journal.write_outputs(engine.receive(event))
        journal.sync_if_due(event.t_s)


def start(folder: Path, header: Header, counts: mmap.mmap, place: int) -> int:
    """Start one session; returns its process."""
    process = os.fork()
    if process == 0:
        try:
            record_for_ever(folder / f"{place}", header, counts, place)
        finally:
            os._exit(1)
    return process


def kill(process: int) -> None:
    """Kill a session that is still alive."""
    os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    assert os.WIFSIGNALED(status), "a session died of itself"


def wait_for_inputs(counts: mmap.mmap, place: int, process: int, inputs: int) -> None:
    """Return when a session has begun to hand over so many inputs."""
    while COUNTS.unpack_from(counts, place * COUNTS.size)[0] < inputs:
        died, _ = os.waitpid(process, os.WNOHANG)
        assert not died, f"session {place} died of itself"
        time.sleep(0.0005)


def kill_running(alive: dict[int, int], counts: mmap.mmap) -> None:
    """Kill each at a random one of its inputs."""
    chance = SystemRandom()
    targets = sorted((chance.randint(1, MOST_INPUTS), place) for place in alive)
    for inputs, place in targets:
        wait_for_inputs(counts, place, alive[place], inputs)
        kill(alive[place])


def kill_beginning(alive: dict[int, int], longest_s: float) -> None:
    """Kill each at a random time, before or soon after its first input."""
    chance = SystemRandom()
    for process in alive.values():
        time.sleep(chance.uniform(0.0, longest_s / AT_ONCE))
        kill(process)


def time_to_begin_s(folder: Path) -> float:
    """How long as many sessions as are started at once take to their first input."""
    # Once for all: looking up the versions takes longer than most of them live.
    header = new_test_header()
    counts = mmap.mmap(-1, AT_ONCE * COUNTS.size)
    begun_s = time.monotonic()
    alive = {place: start(folder, header, counts, place) for place in range(AT_ONCE)}
    for place, process in alive.items():
        wait_for_inputs(counts, place, process, 1)
    taken_s = time.monotonic() - begun_s
    for process in alive.values():
        kill(process)
    return taken_s


def main(folder: Path, sessions: int, moment: str) -> None:
    """Start some at once, kill them, and so on until all are dead."""
    # Once for all: looking up the versions takes longer than most of them live.
    header = new_test_header()
    counts = mmap.mmap(-1, sessions * COUNTS.size)
    taken_s = time_to_begin_s(folder / "timed")
    for first in range(0, sessions, AT_ONCE):
        places = range(first, min(first + AT_ONCE, sessions))
        alive = {place: start(folder, header, counts, place) for place in places}
        if moment == "running":
            kill_running(alive, counts)
        else:
            kill_beginning(alive, 2.0 * taken_s)
    print(  # noqa: T201 (its answer)
        json.dumps(
            [COUNTS.unpack_from(counts, p * COUNTS.size) for p in range(sessions)]
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
