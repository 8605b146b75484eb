"""Reads a journal back, whole or cut off: nothing that can be read is given up.

Rules
-----
- A line that was torn or altered is passed over and reported with its number.
- A derived second, or the beginning of a phase, becomes the tick that led to it: so a
  replay reaches the same time as the session did, also where no input followed.
- A file without a sound header is refused: without its settings it cannot be replayed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from biofeed.core.events import Event, Tick
from biofeed.core.values import Output, PhaseChanged, Second
from biofeed.session.clock_story import clock_remarks
from biofeed.session.codec import (
    EVENT_KINDS,
    OUTPUT_KINDS,
    PANEL_KIND,
    Unreadable,
    decode,
)
from biofeed.session.header import SCHEMA, ClocksRead, Footer, Header
from biofeed.session.journal_line import Fault, Problem, records_of, unseal
from biofeed.session.json_values import Json, Misfit, from_json
from biofeed.session.recording_errors import (
    CorruptRecording,
    NoSessionInside,
    UnsupportedSchema,
    UnusablePath,
)
from biofeed.session.snapshot import HrvPanel
from devices.phrase import phrase

JOURNAL_NAME = "events.jsonl"

LONGEST_SESSION_S = 31 * 86_400.0
"""A month, as for any RR file, s. What claims a later time was written by no session,
and a replay of it would evaluate every second until then."""

EARLIEST_BEAT_S = -20.0
"""A strap's first packet holds up to nine intervals of before it was listened to, s."""

LONGEST_HEADER_BYTES = 2**20
"""A first line that goes on and on is no header: nothing after it is read, bytes."""

KINDS: Mapping[str, type[Event | Output | HrvPanel | ClocksRead | Footer]] = {
    **EVENT_KINDS,
    **OUTPUT_KINDS,
    PANEL_KIND: HrvPanel,
    "clocks": ClocksRead,
    "footer": Footer,
}
"""Every record but the header."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """One session as it was recorded.

    Attributes
    ----------
    path
        The journal.
    header, footer
        How the session was set up, how it ended; a footer of None means cut off.
    events
        What happened, in order, with a tick wherever only time passed.
    outputs, panels
        What was derived then, in order.
    clocks
        The three clocks from time to time, beginning with the header's.
    problems
        What could not be read.
    """

    path: Path
    header: Header
    footer: Footer | None
    events: tuple[Event, ...]
    outputs: tuple[Output, ...]
    panels: tuple[HrvPanel, ...]
    clocks: tuple[ClocksRead, ...]
    problems: tuple[Problem, ...]

    @property
    def end_s(self) -> float:
        """Time of the last event, s."""
        return max((event.t_s for event in self.events), default=0.0)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a person should know before trusting it, in sentences."""
        remarks: list[str] = []
        if self.footer is None:
            remarks.append(
                f"The session was cut off: {self.end_s:.0f} s of it were recovered."
            )
        if self.problems:
            lines = ", ".join(str(problem.line) for problem in self.problems[:5])
            more = ", ..." if len(self.problems) > 5 else ""
            remarks.append(
                f"{len(self.problems)} of its records could not be read and were passed"
                f" over (line {lines}{more})."
            )
        return (*remarks, *clock_remarks(self.clocks))


def read_journal(path: Path) -> Journal:
    """Read a session.

    Parameters
    ----------
    path
        A session's folder, or the journal in it.

    Raises
    ------
    NoSessionInside
        If it is a folder, and holds no journal.
    UnusablePath
        If the file is missing or may not be read.
    UnsupportedSchema
        If a newer version wrote it.
    CorruptRecording
        If it does not begin with a journal's header.
    """
    named, path = path, journal_of(path)
    try:
        with path.open("rb") as file:
            header = read_header(path, file.readline(LONGEST_HEADER_BYTES))
            rest = file.read()
    except OSError as failure:
        if named.is_dir() and isinstance(failure, FileNotFoundError):
            raise NoSessionInside(named) from failure
        raise UnusablePath(path, failure) from failure
    reading = _Reading(header)
    for line, record in records_of(rest, first_line=2):
        reading.take(line, record)
    return Journal(
        path=path,
        header=header,
        footer=reading.footer,
        events=tuple(reading.events),
        outputs=tuple(reading.outputs),
        panels=tuple(reading.panels),
        clocks=tuple(reading.clocks),
        problems=tuple(reading.problems),
    )


def journal_of(path: Path) -> Path:
    """Return the journal of a session's folder, or the journal that was named."""
    return path / JOURNAL_NAME if path.is_dir() else path


def read_header(path: Path, first: bytes) -> Header:
    """Read the first line of a journal; raises as ``read_journal`` does."""
    record = unseal(first)
    if record is None or record.get("record") != "header":
        raise CorruptRecording(
            path, line=1, why=phrase("it is no session of biofeed's")
        )
    schema = record.get("schema")
    if not isinstance(schema, int) or schema < 1:
        raise CorruptRecording(path, line=1, why=phrase("its header names no schema"))
    if schema > SCHEMA:
        raise UnsupportedSchema(path, found=schema, known=SCHEMA)
    try:
        return from_json(Header, record)
    except Misfit as misfit:
        why = phrase("its header misfits ({misfit})", misfit=misfit.said)
        raise CorruptRecording(path, line=1, why=why) from misfit


def is_session_time(record: Json) -> bool:
    """Whether a record bears no time, or one that a session can have."""
    t_s = record.get("t_s", 0.0)
    earliest_s = EARLIEST_BEAT_S if record.get("record") == "beat" else 0.0
    return isinstance(t_s, int | float) and earliest_s <= t_s <= LONGEST_SESSION_S


class _Reading:
    """What has been read so far."""

    def __init__(self, header: Header) -> None:
        self.footer: Footer | None = None
        self.events: list[Event] = []
        self.outputs: list[Output] = []
        self.panels: list[HrvPanel] = []
        self.clocks = [ClocksRead(t_s=0.0, clocks=header.clocks)]
        self.problems: list[Problem] = []
        self._next_seq = 1
        self._reached_s = float("-inf")

    def take(self, line: int, record: Json | Problem) -> None:
        """Take what one line held."""
        if isinstance(record, Problem):
            self.problems.append(record)
            self._next_seq += 1
            return
        self._count(line, record)
        found = decode(KINDS, record)
        if not isinstance(found, Unreadable) and not is_session_time(record):
            found = Unreadable(kind=str(record["record"]), why="no session's time")
        if isinstance(found, Unreadable):
            fault = Fault.MISFIT if found.why else Fault.UNKNOWN
            detail = f"{found.kind}: {found.why}" if found.why else found.kind
            self.problems.append(Problem(line=line, fault=fault, detail=detail))
        else:
            self._keep(found)

    def _count(self, line: int, record: Json) -> None:
        seq = record.get("seq")
        if not isinstance(seq, int):
            return
        if seq > self._next_seq:
            detail = f"{seq - self._next_seq} records before it"
            self.problems.append(Problem(line=line, fault=Fault.MISSING, detail=detail))
        self._next_seq = seq + 1

    def _keep(self, found: Event | Output | HrvPanel | ClocksRead | Footer) -> None:
        match found:
            case Footer():
                self.footer = found
            case ClocksRead():
                self.clocks.append(found)
            case HrvPanel():
                self.panels.append(found)
            case Second() | PhaseChanged():
                self.outputs.append(found)
                if found.t_s > self._reached_s:
                    self._happen(Tick(t_s=found.t_s))
            case _ if isinstance(found, Output):
                self.outputs.append(found)
            case _:
                self._happen(found)

    def _happen(self, event: Event) -> None:
        self.events.append(event)
        self._reached_s = max(self._reached_s, event.t_s)
