"""Records many sessions in processes of their own and kills each at a random moment.

Run as ``python -m tests.end_to_end.killed_recorders FOLDER SESSIONS MOMENT``, where the
moment is ``running``, some time after the first input, or ``beginning``, while the
journal comes to be. Prints, as JSON, how many inputs each process had begun to hand
over and had handed over when it died. Both counts lie in memory that it shares with
this process, and so outlive it.

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
from collections.abc import Iterable
from pathlib import Path
from random import SystemRandom

from biofeed.core.engine import Engine
from biofeed.core.events import Tick
from biofeed.session.disk_room import RoomRule
from biofeed.session.recording import JournalWriter
from tests.session.made_sessions import heard, new_test_header

AT_ONCE = 4
LONGEST_LIFE_S = {"running": 0.15, "beginning": 0.02}
"""How long a process lives on, from its first input or from its own beginning, s."""

COUNTS = struct.Struct("qq")


def record_for_ever(folder: Path, counts: mmap.mmap, place: int) -> None:
    """Record as fast as it goes, counting before and after each hand-over."""
    header = new_test_header()
    journal = JournalWriter.create(folder, header, room=RoomRule(ballast_bytes=4096))
    engine = Engine(header.settings)
    begun = handed = 0
    for event in heard(1e9, seed=place):
        if not isinstance(event, Tick):
            begun += 1
        COUNTS.pack_into(counts, place * COUNTS.size, begun, handed)
        journal.write_input(event)
        handed = begun
        COUNTS.pack_into(counts, place * COUNTS.size, begun, handed)
        journal.write_outputs(engine.receive(event))
        journal.sync_if_due(event.t_s)


def start(folder: Path, counts: mmap.mmap, place: int) -> int:
    """Start one session; returns its process."""
    process = os.fork()
    if process == 0:
        try:
            record_for_ever(folder / f"{place}", counts, place)
        finally:
            os._exit(1)
    return process


def wait_for_inputs(counts: mmap.mmap, places: Iterable[int]) -> None:
    """Return when each has begun to hand over its first input."""
    while not all(COUNTS.unpack_from(counts, p * COUNTS.size)[0] for p in places):
        time.sleep(0.001)


def main(folder: Path, sessions: int, moment: str) -> None:
    """Let each live for a random time, then kill it."""
    chance = SystemRandom()
    counts = mmap.mmap(-1, sessions * COUNTS.size)
    for first in range(0, sessions, AT_ONCE):
        places = range(first, min(first + AT_ONCE, sessions))
        alive = {place: start(folder, counts, place) for place in places}
        if moment == "running":
            wait_for_inputs(counts, places)
        longest_s = LONGEST_LIFE_S[moment]
        ends = sorted((chance.uniform(0.0, longest_s), place) for place in places)
        slept_s = 0.0
        for end_s, place in ends:
            time.sleep(end_s - slept_s)
            slept_s = end_s
            os.kill(alive[place], signal.SIGKILL)
            _, status = os.waitpid(alive[place], 0)
            assert os.WIFSIGNALED(status), f"session {place} died of itself"
    print(  # noqa: T201 (its answer)
        json.dumps(
            [COUNTS.unpack_from(counts, p * COUNTS.size) for p in range(sessions)]
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
