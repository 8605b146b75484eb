"""Where sessions are kept on this computer, and what there is.

Rules
-----
- A folder's name is a date and a few random letters: no path tells who it was.
- Listing never fails over one session: what cannot be read is listed as such.
"""

import os
import secrets
from dataclasses import dataclass
from enum import StrEnum
from io import SEEK_END
from pathlib import Path

import platformdirs

from biofeed.session.clock import LocalTime, local_time
from biofeed.session.codec import decode
from biofeed.session.exclusive_lock import is_locked
from biofeed.session.header import Footer, Header
from biofeed.session.journal_line import Problem, records_of
from biofeed.session.json_values import Json
from biofeed.session.reading import (
    JOURNAL_NAME,
    LONGEST_HEADER_BYTES,
    is_session_time,
    read_header,
)
from biofeed.session.recording_errors import RecordingError, UnusablePath

HOME_VARIABLE = "BIOFEED_HOME"

TAIL_BYTES = 2**16
"""A journal's end, bytes: about a minute of records, and the footer."""


class Ending(StrEnum):
    """How a recorded session ended, as far as its journal tells."""

    COMPLETE = "complete"
    CUT_OFF = "cut_off"
    RUNNING = "running"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEntry:
    """One session of the list.

    Attributes
    ----------
    folder
        Where it is.
    ending
        Whether it is whole.
    header
        How it was set up; None where it cannot be read.
    footer
        How it ended; None where it did not.
    duration_s
        Time of its last record, s.
    trouble
        Why it cannot be read; empty where it can.
    """

    folder: Path
    ending: Ending
    header: Header | None = None
    footer: Footer | None = None
    duration_s: float = 0.0
    trouble: str = ""

    @property
    def started(self) -> LocalTime | None:
        """When it began."""
        return None if self.header is None else self.header.started

    @property
    def pseudonym(self) -> str:
        """Whose it is; empty where nobody said."""
        return "" if self.header is None else self.header.pseudonym


def home_folder() -> Path:
    """Where everything of this program is kept; it may not exist yet."""
    named = os.environ.get(HOME_VARIABLE)
    return Path(named) if named else platformdirs.user_data_path("biofeed")


def sessions_folder(home: Path | None = None) -> Path:
    """Where the sessions are kept; it may not exist yet."""
    return (home_folder() if home is None else home) / "sessions"


def new_session_folder(home: Path | None = None) -> Path:
    """Name the folder of a session that begins now; recording makes it."""
    stamp = local_time().utc[:19].replace("-", "").replace(":", "")
    return sessions_folder(home) / f"{stamp}Z-{secrets.token_hex(3)}"


def session_folders(home: Path | None = None) -> tuple[Path, ...]:
    """Every folder that holds a journal, oldest first.

    Raises
    ------
    UnusablePath
        If the sessions may not be looked at.
    """
    folder = sessions_folder(home)
    try:
        found = sorted(folder.iterdir())
    except FileNotFoundError:
        return ()
    except OSError as failure:
        raise UnusablePath(folder, failure) from failure
    return tuple(each for each in found if (each / JOURNAL_NAME).exists())


def list_sessions(home: Path | None = None) -> tuple[SessionEntry, ...]:
    """Every session, oldest first, read at its two ends only.

    Raises
    ------
    UnusablePath
        If the sessions may not be looked at.
    """
    return tuple(describe(folder) for folder in session_folders(home))


def describe(folder: Path) -> SessionEntry:
    """Look at one session's beginning and end."""
    path = folder / JOURNAL_NAME
    try:
        header = _header(path)
        duration_s, footer = _end(path)
        is_running = footer is None and is_locked(path)
    except RecordingError as trouble:
        return SessionEntry(
            folder=folder, ending=Ending.UNREADABLE, trouble=str(trouble)
        )
    except OSError as failure:
        return SessionEntry(
            folder=folder,
            ending=Ending.UNREADABLE,
            trouble=str(UnusablePath(path, failure)),
        )
    ending = Ending.CUT_OFF if footer is None else Ending.COMPLETE
    return SessionEntry(
        folder=folder,
        ending=Ending.RUNNING if is_running else ending,
        header=header,
        footer=footer,
        duration_s=duration_s,
    )


def _header(path: Path) -> Header:
    with path.open("rb") as file:
        return read_header(path, file.readline(LONGEST_HEADER_BYTES))


def _end(path: Path) -> tuple[float, Footer | None]:
    """Time of the last record that has one, and the footer."""
    with path.open("rb") as file:
        length_bytes = file.seek(0, SEEK_END)
        file.seek(max(0, length_bytes - TAIL_BYTES))
        tail = file.read()
    last_s, footer = 0.0, None
    for _, record in records_of(tail, first_line=1):
        if isinstance(record, Problem):
            continue
        last_s = max(last_s, _time_s(record))
        if record.get("record") == "footer":
            footer = _footer(record)
    return last_s, footer


def _time_s(record: Json) -> float:
    t_s = record.get("t_s")
    if isinstance(t_s, int | float) and is_session_time(record):
        return float(t_s)
    return 0.0


def _footer(record: Json) -> Footer | None:
    found = decode({"footer": Footer}, record)
    return found if isinstance(found, Footer) else None
