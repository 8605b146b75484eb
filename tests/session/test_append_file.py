"""A record that was appended is in the file, or in memory until it is."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biofeed.session.append_file import HANG_S, PATIENCE_S, AppendFile
from tests.session.disks import MoodyDisk, new_file

RECORDS = [b"%d records in a row\n" % n for n in range(40)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records"


@pytest.fixture
def disk() -> MoodyDisk:
    return MoodyDisk()


class Watch:
    """Real time, moved by hand."""

    def __init__(self) -> None:
        self.at_s = 0.0

    def now_s(self) -> float:
        return self.at_s


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def file(path: Path, disk: MoodyDisk, watch: Watch) -> Iterator[AppendFile]:
    opened = AppendFile(new_file(path), ballast=None, disk=disk, now_s=watch.now_s)
    yield opened
    disk.answers.set()
    disk.takes.set()
    opened.close()


def test_a_record_is_in_the_file_at_once(path: Path, file: AppendFile) -> None:
    """Nothing is buffered in the process: a kill after ``append`` loses nothing."""
    for n, record in enumerate(RECORDS):
        file.append(record)
        assert b"".join(RECORDS[: n + 1]) == path.read_bytes()
    assert file.is_saved


def test_a_full_disk_leaves_no_torn_record(
    path: Path, file: AppendFile, disk: MoodyDisk
) -> None:
    """What was written in part is cut off again, and waits in memory whole."""
    disk.room_bytes = len(RECORDS[0]) + 5
    file.append(RECORDS[0])
    file.append(RECORDS[1])
    assert RECORDS[0] == path.read_bytes()
    assert (1, False) == (file.held, file.is_saved)


def test_room_again_and_nothing_is_lost(
    path: Path, file: AppendFile, disk: MoodyDisk
) -> None:
    """Held records follow in their order, before any that come later."""
    disk.room_bytes = 100
    for record in RECORDS[:20]:
        file.append(record)
    file.retry()
    disk.room_bytes = 2**20
    for record in RECORDS[20:30]:
        file.append(record)
    file.retry()
    for record in RECORDS[30:]:
        file.append(record)
    assert b"".join(RECORDS) == path.read_bytes()
    assert (0, True) == (file.held, file.is_saved)


def test_a_disk_that_will_not_even_cut(
    path: Path, file: AppendFile, disk: MoodyDisk
) -> None:
    """A torn record that could not be cut off is gone before the next is written."""
    disk.room_bytes = len(RECORDS[0]) + 5
    disk.refuses_to_cut = True
    file.append(RECORDS[0])
    file.append(b"a much longer record than the one that follows it\n")
    disk.room_bytes = 2**20
    file.retry()
    assert 1 == file.held
    disk.refuses_to_cut = False
    file.retry()
    expected = RECORDS[0] + b"a much longer record than the one that follows it\n"
    assert expected == path.read_bytes()


def test_the_ballast_makes_room(tmp_path: Path, path: Path) -> None:
    """On a full disk the reserve is given up before anything waits in memory."""
    ballast = tmp_path / "ballast"
    ballast.write_bytes(bytes(1000))
    disk = MoodyDisk()
    disk.full_while = ballast
    file = AppendFile(new_file(path), ballast=ballast, disk=disk)
    file.append(RECORDS[0])
    assert RECORDS[0] == path.read_bytes()
    assert (True, False) == (file.is_saved, ballast.exists())
    file.close()


def test_a_slow_disk_delays_nobody(
    path: Path, file: AppendFile, disk: MoodyDisk
) -> None:
    """While a sync hangs, records go on being written, and no second sync begins."""
    disk.answers.clear()
    for record in RECORDS:
        file.append(record)
        file.sync_soon()
    assert b"".join(RECORDS) == path.read_bytes()
    disk.answers.set()
    assert file.sync()
    assert (2, 1) == (disk.syncs, disk.most_at_once)


def test_a_disk_that_hangs_blocks_nobody(
    path: Path, file: AppendFile, disk: MoodyDisk, watch: Watch
) -> None:
    """It is waited for once; what comes meanwhile is kept, told, and written after."""
    disk.takes.clear()
    begun_s = monotonic()
    for record in RECORDS:
        file.append(record)
        file.retry()
    assert monotonic() - begun_s < 10 * PATIENCE_S
    assert (len(RECORDS), b"") == (file.held, path.read_bytes())
    watch.at_s = HANG_S
    states = [file.is_saved]
    watch.at_s = HANG_S + 0.1
    states.append(file.is_saved)
    disk.takes.set()
    assert file.sync()
    assert [True, False, True] == [*states, file.is_saved]
    assert b"".join(RECORDS) == path.read_bytes()


def test_a_sync_that_hangs_is_told(
    file: AppendFile, disk: MoodyDisk, watch: Watch
) -> None:
    """What only the system's memory has is not called safe for ever."""
    disk.answers.clear()
    file.append(RECORDS[0])
    file.sync_soon()
    watch.at_s = HANG_S + 0.1
    assert not file.is_saved
    disk.answers.set()
    assert file.sync()
    assert file.is_saved


def test_the_end_waits_for_a_hanging_disk_but_not_for_ever(
    file: AppendFile, disk: MoodyDisk
) -> None:
    """A program can be ended though its disk never answers again."""
    disk.takes.clear()
    file.append(RECORDS[0])
    assert not file.sync(patience_s=0.01)
    disk.takes.set()
    disk.answers.clear()
    assert not file.sync(patience_s=0.01)
    disk.answers.set()
    assert file.sync()


def test_a_failed_sync_is_made_good(
    path: Path, file: AppendFile, disk: MoodyDisk
) -> None:
    """What a failed sync covered is written again in place; no copy is left over."""
    file.append(RECORDS[0])
    assert file.sync()
    disk.refuses_to_sync = True
    file.append(RECORDS[1])
    assert not file.sync()
    assert (1, False) == (file.held, file.is_saved)
    assert RECORDS[0] + RECORDS[1] == path.read_bytes()
    file.append(RECORDS[2])
    disk.refuses_to_sync = False
    assert file.sync()
    assert b"".join(RECORDS[:3]) == path.read_bytes()
    assert file.is_saved


def test_making_good_takes_nothing_away(
    path: Path, file: AppendFile, disk: MoodyDisk
) -> None:
    """A full disk in the midst of writing again cuts off nothing that can be read."""
    for record in RECORDS[:3]:
        file.append(record)
    disk.refuses_to_sync = True
    assert not file.sync()
    disk.room_bytes = len(RECORDS[0]) + 5
    file.retry()
    assert 2 == file.held
    assert b"".join(RECORDS[:3]) == path.read_bytes()


def test_memory_is_bounded(path: Path, disk: MoodyDisk) -> None:
    """A disk that stays away for ever does not eat the memory; the loss is counted."""
    disk.room_bytes = 0
    file = AppendFile(new_file(path), ballast=None, disk=disk, most_held_bytes=100)
    for record in RECORDS:
        file.append(record)
    held = 100 // len(RECORDS[0])
    assert (held, len(RECORDS) - held) == (file.held, file.dropped)
    disk.room_bytes = 2**20
    assert file.sync()
    assert b"".join(RECORDS[:held]) == path.read_bytes()
    assert not file.is_saved
    file.close()


@settings(max_examples=60, deadline=None)
@given(
    moods=st.lists(
        st.tuples(st.integers(0, 60), st.booleans(), st.booleans(), st.booleans()),
        max_size=len(RECORDS),
    )
)
def test_any_course_of_troubles_ends_well(
    tmp_path_factory: pytest.TempPathFactory,
    moods: list[tuple[int, bool, bool, bool]],
) -> None:
    """Whatever fails in whatever order: once the disk is well, all of it is there."""
    path = tmp_path_factory.mktemp("troubles") / "records"
    disk = MoodyDisk()
    file = AppendFile(new_file(path), ballast=None, disk=disk)
    for record, (room_bytes, cut, sync, retries) in zip(RECORDS, moods, strict=False):
        disk.room_bytes, disk.refuses_to_cut, disk.refuses_to_sync = (
            room_bytes,
            cut,
            sync,
        )
        file.append(record)
        if retries:
            file.sync()
    disk.room_bytes, disk.refuses_to_cut, disk.refuses_to_sync = 2**20, False, False
    file.sync()
    assert file.sync()
    file.close()
    assert b"".join(RECORDS[: len(moods)]) == path.read_bytes()
