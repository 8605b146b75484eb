"""A session whose program is killed at any moment is still there."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from biofeed.core.events import Tick
from biofeed.session.journal_line import Fault
from biofeed.session.reading import read_journal
from tests.session.made_sessions import heard

KILLS = 200


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no fork and no SIGKILL here")
def test_two_hundred_kills_lose_a_record_at_most(tmp_path: Path) -> None:
    """All journals are readable, and each lacks no input but the one in the act."""
    answer = subprocess.run(
        [
            *(sys.executable, "-m", "tests.end_to_end.killed_recorders"),
            *(str(tmp_path), str(KILLS)),
        ],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
        timeout=100,
    )
    counts = json.loads(answer.stdout)
    assert KILLS == len(counts)
    for place, (begun, handed) in enumerate(counts):
        journal = read_journal(tmp_path / f"{place}")
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
