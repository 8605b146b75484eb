"""Records a session into a file that may not grow, then lets it grow again.

Run as ``python -m tests.end_to_end.limited_recorder FOLDER``, as a process of its own
because the limit holds for all that a process writes. Prints the states of the journal
as JSON: at the limit, and after it was lifted.
"""

import json
import resource
import sys
from pathlib import Path

from biofeed.core.values import SessionExit
from biofeed.session.disk_room import RoomRule
from biofeed.session.recording import JournalWriter
from tests.session.made_sessions import heard, new_test_header, record

LIMIT_BYTES = 50_000


def main(folder: Path) -> None:
    """Record two minutes, of which about one finds room."""
    header = new_test_header()
    journal = JournalWriter.create(folder, header, room=RoomRule(ballast_bytes=4096))
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT_BYTES, most))
    record(journal, heard(120.0), header.settings)
    states = [journal.state]
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    journal.sync_if_due(1e6)
    states.append(journal.state)
    journal.close(SessionExit.COMPLETED)
    print(json.dumps(states))  # noqa: T201 (its answer)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
