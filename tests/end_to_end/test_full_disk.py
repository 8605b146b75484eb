"""A disk that is full, or that can only be read: on real file systems."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from biofeed.core.events import Tick
from biofeed.core.values import SessionExit
from biofeed.session.disk_room import BALLAST_NAME, RoomRule
from biofeed.session.reading import read_journal
from biofeed.session.recording import JournalWriter
from biofeed.session.recording_errors import TooLittleRoom, Trouble, UnusablePath
from biofeed.session.recovery import recover_cut_off
from biofeed.session.snapshot import RecordingState
from biofeed.session.store import Ending, list_sessions, new_session_folder
from tests.session.made_sessions import heard, new_test_header, record, recorded

MOUNT = shutil.which("mount")
DISK_BYTES = 2 * 2**20
FILLER_BYTES = 3 * 2**19
SMALL_ROOM = RoomRule(least_free_bytes=0, warn_below_bytes=0, ballast_bytes=2**18)


def call(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 2 MiB, in memory."""
    if MOUNT is None or sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can mount a small file system, and only on Linux")
    disk = tmp_path / "disk"
    disk.mkdir()
    try:
        call(MOUNT, "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(disk))
    except subprocess.CalledProcessError as refused:
        pytest.skip(f"mounting is not allowed here: {refused.stderr.decode()}")
    yield disk
    call("umount", str(disk))


def test_a_full_disk_and_room_again_loses_nothing(small_disk: Path) -> None:
    """A session lives on its reserve, then in memory, and at last on the disk."""
    filler = small_disk / "films"
    filler.write_bytes(bytes(FILLER_BYTES))
    folder = small_disk / "one"
    header = new_test_header()
    journal = JournalWriter.create(folder, header, room=SMALL_ROOM)
    derived = record(journal, heard(1200.0), header.settings)
    # A busy computer may still be writing: the file is looked at when that has ended.
    assert not journal._file.sync()
    assert not (folder / BALLAST_NAME).exists()
    assert b"\n" == (folder / "events.jsonl").read_bytes()[-1:]
    states = [journal.state]
    filler.unlink()
    journal.sync_if_due(1300.0)
    states.append(journal.state)
    journal.close(SessionExit.COMPLETED)
    assert [RecordingState.HELD_IN_MEMORY, RecordingState.SAVED] == states
    read = read_journal(folder)
    expected = [event for event in heard(1200.0) if not isinstance(event, Tick)]
    assert expected == [event for event in read.events if not isinstance(event, Tick)]
    assert (tuple(derived), ()) == (read.outputs, read.problems)


def test_a_small_disk_is_refused(small_disk: Path) -> None:
    """No session begins where the usual room is not to be had."""
    with pytest.raises(TooLittleRoom, match="2 MB free"):
        JournalWriter.create(small_disk / "one", new_test_header())


def test_a_disk_that_can_only_be_read(small_disk: Path) -> None:
    """It begins no session, and says why; what it holds is listed and recovered."""
    kept = new_session_folder(small_disk)
    recorded(kept, room=SMALL_ROOM)
    journal = kept / "events.jsonl"
    journal.write_bytes(journal.read_bytes()[:-50])
    assert MOUNT is not None
    call(MOUNT, "-o", "remount,ro", str(small_disk))
    with pytest.raises(UnusablePath, match="can only be read") as refused:
        JournalWriter.create(new_session_folder(small_disk), new_test_header())
    assert Trouble.READ_ONLY is refused.value.trouble
    assert [Ending.CUT_OFF] == [entry.ending for entry in list_sessions(small_disk)]
    assert [1, 1] == [len(recover_cut_off(small_disk)) for _ in range(2)]


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit here")
def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    """The same without being root: what did not fit is written once it may."""
    answer = subprocess.run(
        [sys.executable, "-m", "tests.end_to_end.limited_recorder", str(tmp_path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert ["held_in_memory", "saved"] == json.loads(answer.stdout)
    read = read_journal(tmp_path)
    expected = [event for event in heard(120.0) if not isinstance(event, Tick)]
    assert expected == [event for event in read.events if not isinstance(event, Tick)]
    assert () == read.problems
