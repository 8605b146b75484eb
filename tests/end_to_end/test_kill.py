"""A session whose program is killed at any moment is still there."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from biofeed.core.events import Tick
from biofeed.session.journal_line import Fault
from biofeed.session.reading import JOURNAL_NAME, read_journal
from tests.session.made_sessions import heard

KILLS = 200

LONGEST_S = 300.0
"""Twenty times what it takes: other tests may run beside it, s."""

IN_MEMORY = Path("/dev/shm")  # noqa: S108 (a folder of its own is made in it)
"""What a kill leaves is a matter of the system and not of the disk, which is slower."""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Somewhere fast for many short sessions."""
    if not IN_MEMORY.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=IN_MEMORY, prefix="biofeed-") as made:
        yield Path(made)


def killed(folder: Path, moment: str) -> list[tuple[int, int]]:
    """Kill many sessions; returns what each had begun to hand over, and had."""
    answer = subprocess.run(
        [
            *(sys.executable, "-m", "tests.end_to_end.killed_recorders"),
            *(str(folder), str(KILLS), moment),
        ],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
        timeout=LONGEST_S,
    )
    return [(begun, handed) for begun, handed in json.loads(answer.stdout)]


@pytest.mark.slow
@pytest.mark.timeout(LONGEST_S)
@pytest.mark.skipif(sys.platform == "win32", reason="no fork and no SIGKILL here")
def test_a_kill_at_the_very_beginning_leaves_a_journal_or_none(folder: Path) -> None:
    """Whatever bears a journal's name can be read, from the first instant."""
    counts = killed(folder, "beginning")
    begun = 0
    for place, (_, handed) in enumerate(counts):
        if (folder / f"{place}" / JOURNAL_NAME).exists():
            begun += 1
            read_journal(folder / f"{place}")
        else:
            assert 0 == handed
    # Else everybody was killed before there was anything to read. How many were killed
    # while their journal came to be is up to the computer.
    assert 0 < begun


@pytest.mark.slow
@pytest.mark.timeout(LONGEST_S)
@pytest.mark.skipif(sys.platform == "win32", reason="no fork and no SIGKILL here")
def test_two_hundred_kills_lose_a_record_at_most(folder: Path) -> None:
    """All journals are readable, and each lacks no input but the one in the act."""
    counts = killed(folder, "running")
    assert KILLS == len(counts)
    for place, (begun, handed) in enumerate(counts):
        journal = read_journal(folder / f"{place}")
        read = [event for event in journal.events if not isinstance(event, Tick)]
        said = (
            event for event in heard(1e9, seed=place) if not isinstance(event, Tick)
        )
        assert [next(said) for _ in read] == read
        assert handed <= len(read) <= begun <= handed + 1
        assert None is journal.footer
        assert {Fault.TORN} >= {problem.fault for problem in journal.problems}
        assert len(journal.problems) <= 1
    inputs = sum(handed for _, handed in counts)
    # Else the processes were killed before they had anything to lose.
    assert inputs > 20 * KILLS
