"""Finds sessions that were cut off, and says once what is left of each.

Rules
-----
- A journal is read and never touched; what was found is written beside it.
- One that a running session holds is left alone.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from biofeed.session.disk_room import BALLAST_NAME
from biofeed.session.json_values import object_of
from biofeed.session.reading import Journal, read_journal
from biofeed.session.recording_errors import RecordingError
from biofeed.session.store import Ending, describe, session_folders
from biofeed.session.whole_file import replace_whole
from devices.phrase import Phrase, phrase

RECOVERED_NAME = "recovered.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """What is left of a session that was cut off.

    Attributes
    ----------
    folder
        Name of its folder.
    recovered_s
        Time of its last event, s.
    events, problems
        Events that were read, and lines that could not be.
    cut_at
        When on the calendar, local time; empty where that is unknown.
    """

    folder: str
    recovered_s: float
    events: int
    problems: int
    cut_at: str

    @property
    def sentence(self) -> Phrase:
        """What a person is told."""
        left = phrase("{seconds:.0f} s", seconds=self.recovered_s)
        if self.cut_at:
            left = phrase("{left}, cut at {time}", left=left, time=self.cut_at)
        if self.problems:
            left = phrase(
                "{left}; {count} records unreadable", left=left, count=self.problems
            )
        return phrase(
            "Session '{folder}' was cut off and recovered: {left}.",
            folder=self.folder,
            left=left,
        )


def recover_cut_off(home: Path | None = None) -> tuple[Recovered, ...]:
    """Recover every session that was cut off since the program last looked.

    Returns
    -------
    Those that were not known yet, oldest first. One that cannot be read at all is left
    as it is: the list of sessions says so.

    Raises
    ------
    UnusablePath
        If the sessions may not be looked at.
    """
    found = (_recover(folder) for folder in session_folders(home))
    return tuple(recovered for recovered in found if recovered is not None)


def _recover(folder: Path) -> Recovered | None:
    noted = folder / RECOVERED_NAME
    if noted.exists() or describe(folder).ending is not Ending.CUT_OFF:
        return None
    try:
        recovered = _summary(folder, read_journal(folder))
    except RecordingError:
        return None
    with suppress(OSError):
        (folder / BALLAST_NAME).unlink(missing_ok=True)
    with suppress(OSError):
        # On a disk that can only be read it is told anew at each start.
        replace_whole(noted, json.dumps(object_of(recovered), indent=2).encode())
    return recovered


def _summary(folder: Path, journal: Journal) -> Recovered:
    return Recovered(
        folder=folder.name,
        recovered_s=journal.end_s,
        events=len(journal.events),
        problems=len(journal.problems),
        cut_at=journal.header.started.shown_after(journal.end_s),
    )
