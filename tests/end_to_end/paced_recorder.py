"""Records fifty notifications a second, in real time, until it or its test is killed.

Run as ``python -m tests.end_to_end.paced_recorder FOLDER COUNT_FILE``; the number of
those handed over stands in the count file, which lies on another disk.
"""

import mmap
import os
import struct
import sys
import time
from pathlib import Path

from biofeed.session.disk_room import RoomRule
from biofeed.session.recording import JournalWriter
from devices.source import Notification
from tests.session.made_sessions import new_test_header

A_SECOND = 50
ROOM = RoomRule(least_free_bytes=0, warn_below_bytes=0, ballast_bytes=2**16)


def main(folder: Path, count_file: Path) -> None:
    """Record for as long as the test lives."""
    test = os.getppid()
    journal = JournalWriter.create(folder, new_test_header(), room=ROOM)
    with count_file.open("r+b") as file:
        count = mmap.mmap(file.fileno(), 8)
    handed, began_s = 0, time.monotonic()
    while os.getppid() == test:
        t_s = time.monotonic() - began_s
        journal.write_input(Notification(t_s=t_s, payload=bytes([0, 60])))
        journal.sync_if_due(t_s)
        handed += 1
        struct.pack_into("q", count, 0, handed)
        time.sleep(1.0 / A_SECOND)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
