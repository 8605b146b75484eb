"""Finds the earlier sessions of one person, by what their journals say of themselves.

Rules
-----
- A person is a pseudonym. Who gave none shares the empty one with all who gave none:
  on one computer that is mostly one person, and a dose counted too high does no harm.
- What a simulated person did is nothing that a real one did, nor the other way round.
- A journal without a sound header may be anybody's: ``unclaimed`` finds those.
"""

import json
import logging
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from biofeed.session.header import Header
from biofeed.session.reading import JOURNAL_NAME, LONGEST_HEADER_BYTES, read_header
from biofeed.session.recording_errors import RecordingError
from biofeed.session.store import session_folders
from devices.simulated import SIMULATED

_STAMP = "%Y%m%dT%H%M%SZ"
"""How the name of a session's folder begins."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierSession:
    """A session that began before this one.

    Attributes
    ----------
    folder
        Where it is.
    began
        When, as a date with a zone.
    header
        How it was set up.
    """

    folder: Path
    began: datetime
    header: Header


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclaimed:
    """A journal that does not say whose it is, and when it began."""

    folder: Path
    began: datetime


def earlier_sessions(
    pseudonym: str, *, simulated: bool, home: Path | None = None
) -> tuple[list[EarlierSession], list[Unclaimed]]:
    """Every session of a person, and every journal that may be theirs.

    Parameters
    ----------
    pseudonym
        Who.
    simulated
        Whether that is a simulated person.
    home
        Where the program keeps everything; None for the usual place.

    Returns
    -------
    Both oldest first.

    Raises
    ------
    UnusablePath
        If the sessions may not be looked at.
    """
    # A header is one line of ASCII: who it does not name so, it does not name.
    claim = f'"pseudonym":{json.dumps(pseudonym)}'.encode("ascii")
    theirs: list[EarlierSession] = []
    unclaimed: list[Unclaimed] = []
    for folder, line in _first_lines(session_folders(home)):
        if b'"pseudonym":' in line and claim not in line:
            continue
        try:
            header = read_header(folder / JOURNAL_NAME, line)
        except RecordingError as unreadable:
            why = type(unreadable).__name__
            _log.warning("session %s does not say whose it is: %s", folder.name, why)
            unclaimed.append(Unclaimed(folder=folder, began=_began(folder)))
            continue
        if header.pseudonym == pseudonym and _is_simulated(header) == simulated:
            theirs.append(
                EarlierSession(
                    folder=folder, began=_began(folder, header), header=header
                )
            )
    return (
        sorted(theirs, key=lambda session: session.began),
        sorted(unclaimed, key=lambda journal: journal.began),
    )


def _first_lines(folders: tuple[Path, ...]) -> Iterator[tuple[Path, bytes]]:
    for folder in folders:
        try:
            with (folder / JOURNAL_NAME).open("rb") as file:
                line = file.readline(LONGEST_HEADER_BYTES)
        except OSError as failure:
            _log.warning("session %s is passed over: %s", folder.name, failure.strerror)
            continue
        yield folder, line


def _is_simulated(header: Header) -> bool:
    return header.device is not None and header.device.address == SIMULATED.address


def _began(folder: Path, header: Header | None = None) -> datetime:
    """By the header, else by the folder's name, else by when it was last written."""
    with suppress(ValueError):
        if header is not None:
            moment = datetime.fromisoformat(header.started.utc)
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    with suppress(ValueError):
        stamp, _, _ = folder.name.partition("-")
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    written_s = (folder / JOURNAL_NAME).stat().st_mtime
    return datetime.fromtimestamp(written_s, UTC)
