"""What can go wrong with a recording on disk, in words a person can act on.

Rules
-----
- One root, ``RecordingError``. Every error carries fields for a program and says what
  happened, to what, and what to do next.
- A disk that fails in mid-session is no error but a state: the session goes on.
"""

# ruff: noqa: N818 (an error is named by what happened; its root says that it is one)

import errno
from enum import StrEnum
from pathlib import Path

from devices.phrase import Phrase, phrase
from devices.system_reasons import reason_of

MEGABYTE = 1_000_000


class RecordingError(Exception):
    """A session cannot be recorded, or a recording cannot be read.

    Attributes
    ----------
    path
        The file or folder it is about.
    """

    def __init__(self, path: Path, sentence: Phrase) -> None:
        super().__init__(sentence)
        self.path = path


class Trouble(StrEnum):
    """Why a file or folder cannot be used."""

    MISSING = "missing"
    NOT_A_FOLDER = "not_a_folder"
    READ_ONLY = "read_only"
    PERMISSION = "permission"
    EXISTS = "exists"
    FULL = "full"
    FAILED = "failed"


_HAPPENED = {
    Trouble.MISSING: phrase("does not exist."),
    Trouble.NOT_A_FOLDER: phrase("is no folder, or lies in something that is none."),
    Trouble.READ_ONLY: phrase("is on a disk that can only be read."),
    Trouble.PERMISSION: phrase("may not be used by you."),
    Trouble.EXISTS: phrase("holds a recording already, and none is ever overwritten."),
    Trouble.FULL: phrase("is on a disk that is full."),
    Trouble.FAILED: phrase("could not be used: {detail}."),
}

_ELSEWHERE = phrase("Set BIOFEED_HOME to another folder, and try again.")

_REMEDY = {
    Trouble.MISSING: phrase("Check the name and that its disk is connected."),
    Trouble.NOT_A_FOLDER: _ELSEWHERE,
    Trouble.READ_ONLY: _ELSEWHERE,
    Trouble.PERMISSION: phrase(
        "Change its permissions, or set BIOFEED_HOME elsewhere."
    ),
    Trouble.EXISTS: phrase("Begin a new session: it gets a folder of its own."),
    Trouble.FULL: phrase("Make room on it, and try again."),
    Trouble.FAILED: phrase(
        "Check the disk, or set BIOFEED_HOME to a folder on another one."
    ),
}

_TROUBLE_OF = {
    errno.ENOENT: Trouble.MISSING,
    errno.ENOTDIR: Trouble.NOT_A_FOLDER,
    errno.EROFS: Trouble.READ_ONLY,
    errno.EACCES: Trouble.PERMISSION,
    errno.EPERM: Trouble.PERMISSION,
    errno.EEXIST: Trouble.EXISTS,
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
}


class UnusablePath(RecordingError):
    """The system does not let a file or folder be used.

    Attributes
    ----------
    trouble
        Why.
    """

    def __init__(self, path: Path, failure: OSError) -> None:
        self.trouble = _TROUBLE_OF.get(failure.errno or 0, Trouble.FAILED)
        happened = _HAPPENED[self.trouble].filled(detail=reason_of(failure))
        super().__init__(
            path,
            phrase(
                "'{path}' {happened} {remedy}",
                path=path,
                happened=happened,
                remedy=_REMEDY[self.trouble],
            ),
        )


class NoSessionInside(RecordingError):
    """A folder was named that is no session's: it holds no journal."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            phrase(
                "'{path}' is a folder without a recording. Name the folder of one"
                " session, or a file.",
                path=path,
            ),
        )


class TooLittleRoom(RecordingError):
    """A session is not begun on a disk that it might fill.

    Attributes
    ----------
    free_bytes, needed_bytes
        What there is, and the least a session begins with.
    """

    def __init__(self, path: Path, *, free_bytes: int, needed_bytes: int) -> None:
        super().__init__(
            path,
            phrase(
                "The disk of '{path}' has only {free} MB free, and a session needs"
                " {needed} MB to begin. Make room on it, or set BIOFEED_HOME to a"
                " folder on another disk.",
                path=path,
                free=free_bytes // MEGABYTE,
                needed=needed_bytes // MEGABYTE,
            ),
        )
        self.free_bytes = free_bytes
        self.needed_bytes = needed_bytes


class RecordingInUse(RecordingError):
    """Another running session holds the journal."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            phrase(
                "'{path}' is being recorded by another session. End that one first, or"
                " begin a new session.",
                path=path,
            ),
        )


class StillInMemory(RecordingError):
    """The end of a session could not be written; closing may be tried again.

    Attributes
    ----------
    records
        How many are held in memory.
    """

    def __init__(self, path: Path, records: int) -> None:
        super().__init__(
            path,
            phrase(
                "{records} records of '{path}' are still in memory, because its disk"
                " cannot be written. Make room on it or connect it again, and keep this"
                " program open meanwhile.",
                records=records,
                path=path,
            ),
        )
        self.records = records


class CorruptRecording(RecordingError):
    """A file is no session of this program's, or is damaged beyond use.

    Attributes
    ----------
    line
        Where, counted from 1 as an editor does.
    """

    def __init__(self, path: Path, *, line: int, why: Phrase) -> None:
        super().__init__(
            path,
            phrase(
                "'{path}', line {line}: {why}. Check that it is the right file, or take"
                " it from a backup.",
                path=path,
                line=line,
                why=why,
            ),
        )
        self.line = line


class UnsupportedSchema(RecordingError):
    """A recording was written by a newer version of this program.

    Attributes
    ----------
    found, known
        Its schema, and the newest this version reads.
    """

    def __init__(self, path: Path, *, found: int, known: int) -> None:
        super().__init__(
            path,
            phrase(
                "'{path}' has schema {found}, and this version of biofeed reads up to"
                " {known}. Install a newer biofeed to read it.",
                path=path,
                found=found,
                known=known,
            ),
        )
        self.found = found
        self.known = known
