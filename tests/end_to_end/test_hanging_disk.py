"""A disk that does not answer: on a real file system, frozen for a while."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest

from biofeed.core.values import SessionExit
from biofeed.session.disk_room import RoomRule
from biofeed.session.reading import read_journal
from biofeed.session.recording import JournalWriter
from devices.source import Notification
from tests.session.made_sessions import new_test_header

DISK_BYTES = 8 * 2**20
ROOM = RoomRule(least_free_bytes=0, warn_below_bytes=0, ballast_bytes=2**16)
FORMAT, FREEZE = shutil.which("mkfs.ext4"), shutil.which("fsfreeze")

LONGEST_CALL_S = 0.5
"""Five times what is waited for a disk that hangs; a loaded computer is slow too."""


def call(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own."""
    if FORMAT is None or FREEZE is None or os.geteuid() != 0:
        pytest.skip("only root can freeze a disk of its own, and only on Linux")
    image, place = tmp_path / "image", tmp_path / "disk"
    with image.open("wb") as file:
        file.truncate(DISK_BYTES)
    call(FORMAT, "-q", str(image))
    place.mkdir()
    try:
        call("mount", "-o", "loop", str(image), str(place))
    except subprocess.CalledProcessError as refused:
        pytest.skip(f"mounting is not allowed here: {refused.stderr.decode()}")
    yield place
    call("umount", str(place))


@contextmanager
def frozen(place: Path) -> Iterator[None]:
    """Let no write to a file system return."""
    assert FREEZE is not None
    call(FREEZE, "--freeze", str(place))
    try:
        yield
    finally:
        call(FREEZE, "--unfreeze", str(place))


@pytest.mark.skipif(sys.platform == "win32", reason="no such disks here")
def test_a_hanging_disk_holds_up_no_heartbeat(disk: Path) -> None:
    """A session goes on beside a disk that does not answer, and loses nothing."""
    journal = JournalWriter.create(disk / "one", new_test_header(), room=ROOM)
    said = [Notification(t_s=n / 10.0, payload=bytes([0, 60])) for n in range(300)]
    longest_s = 0.0
    for event in said[:100]:
        journal.write_input(event)
    with frozen(disk):
        for event in said[100:200]:
            begun_s = monotonic()
            journal.write_input(event)
            journal.sync_if_due(event.t_s)
            longest_s = max(longest_s, monotonic() - begun_s)
        # What hangs is written by a thread; this process still answers.
        written = len(read_journal(disk / "one").events)
    for event in said[200:]:
        journal.write_input(event)
    journal.close(SessionExit.COMPLETED)
    assert longest_s < LONGEST_CALL_S
    assert 100 == written
    read = read_journal(disk / "one")
    assert (tuple(said), ()) == (read.events, read.problems)
