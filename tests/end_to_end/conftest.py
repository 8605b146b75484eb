"""The command in a home of its own, and what several tests look at from one run."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.end_to_end.command import Answer, Biofeed
from tests.end_to_end.made_files import write_person


@pytest.fixture
def biofeed(tmp_path: Path) -> Biofeed:
    """The command, with nothing recorded yet."""
    return Biofeed(home=tmp_path / "home")


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonstrated:
    """One run of the demonstration that recorded itself."""

    answer: Answer
    folder: Path


@pytest.fixture(scope="session")
def demonstrated(tmp_path_factory: pytest.TempPathFactory) -> Demonstrated:
    """``biofeed demo --json``, run once; whoever uses its recording leaves it whole."""
    command = Biofeed(home=tmp_path_factory.mktemp("demonstrated"))
    answer = command("demo", "--headless", "--speed", "max", "--json")
    assert answer.status == 0, answer.err
    (folder,) = command.sessions
    return Demonstrated(answer=answer, folder=folder)


@pytest.fixture(scope="session")
def one_activation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of a person who rests, is activated once, and comes back."""
    return write_person(
        tmp_path_factory.mktemp("files") / "one_activation.csv", "demonstration"
    )


Mounted = Callable[[str], Path]
"""Mounts a small file system with options, and says where."""


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Mounted]:
    """Mount a small file system in memory, with options."""
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if mount is None or umount is None or os.geteuid() != 0:
        pytest.skip("only root can mount a small file system")
    disk = tmp_path / "disk"
    disk.mkdir()

    def mount_it(options: str) -> Path:
        command = [mount, "-t", "tmpfs", "-o", options, "tmpfs", str(disk)]
        refused = subprocess.run(command, capture_output=True, check=False).returncode
        if refused:
            pytest.skip("mounting is not allowed here")
        return disk

    yield mount_it
    if disk.is_mount():
        subprocess.run([umount, str(disk)], check=True)
