"""A computer that loses its power loses the last second of a session, not the session.

What has reached a disk can be seen where the disk is a file: it is copied while the
recording is stopped in its tracks, and mounted as it would be after the cut.
"""

import os
import shutil
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import SystemRandom

import pytest

from biofeed.session.journal_line import Fault
from biofeed.session.reading import read_journal
from tests.end_to_end.paced_recorder import A_SECOND

CUTS = 5
DISK_BYTES = 8 * 2**20
MOST_LOST_S = 2.0
FORMAT = shutil.which("mkfs.ext4")


def call(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


def new_disk(path: Path) -> Path:
    """Make a file that holds an empty file system."""
    if FORMAT is None or sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can mount a disk of its own, and only on Linux")
    with path.open("wb") as file:
        file.truncate(DISK_BYTES)
    call(FORMAT, "-q", str(path))
    return path


@contextmanager
def mounted(disk: Path) -> Iterator[Path]:
    """Mount a disk that is a file."""
    place = disk.with_name(f"{disk.name}.mounted")
    place.mkdir()
    try:
        call("mount", "-o", "loop", str(disk), str(place))
    except subprocess.CalledProcessError as refused:
        pytest.skip(f"mounting is not allowed here: {refused.stderr.decode()}")
    try:
        yield place
    finally:
        call("umount", str(place))


@contextmanager
def recording(folder: Path, count_file: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Record until the block ends, whatever happens in it."""
    count_file.write_bytes(bytes(8))
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "tests.end_to_end.paced_recorder"),
            *(str(folder), str(count_file)),
        ],
        cwd=Path(__file__).parents[2],
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def handed(count_file: Path) -> int:
    (count,) = struct.unpack("q", count_file.read_bytes())
    return int(count)


@pytest.mark.slow
def test_a_power_cut_costs_two_seconds_at_most(tmp_path: Path) -> None:
    """What was said more than two seconds before is on the disk, on five disks."""
    disks = [new_disk(tmp_path / f"{n}.disk") for n in range(CUTS)]
    lost_s = []
    with ExitStack() as running:
        folders = [running.enter_context(mounted(disk)) for disk in disks]
        counts = [tmp_path / f"{n}.count" for n in range(CUTS)]
        processes = [
            running.enter_context(recording(folder / "one", count))
            for folder, count in zip(folders, counts, strict=True)
        ]
        while min(map(handed, counts)) < A_SECOND:
            time.sleep(0.05)
        for disk, count, process in zip(disks, counts, processes, strict=True):
            time.sleep(SystemRandom().uniform(0.3, 1.5))
            process.send_signal(signal.SIGSTOP)
            said = handed(count)
            after = shutil.copyfile(disk, disk.with_suffix(".after"))
            with mounted(after) as place:
                read = read_journal(place / "one")
            lost_s.append((said - len(read.events)) / A_SECOND)
            assert {Fault.TORN} >= {problem.fault for problem in read.problems}
    assert max(lost_s) <= MOST_LOST_S, lost_s
