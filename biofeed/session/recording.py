"""Writes a session's journal: the header, every input, what followed, the footer.

Rules
-----
- An input is handed over before it is folded: when ``write_input`` returns the system
  has it, and a killed process loses at most the record it was writing.
- A disk that fails in mid-session stops nobody: see ``state`` and ``AppendFile``.
- A tick is not written, since it means nothing; the seconds it led to are.
- One thread calls. Once closed, it takes nothing more.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from biofeed.core.events import Event, Tick
from biofeed.core.values import Output, PhaseChanged, SessionExit
from biofeed.session.append_file import AppendFile, Disk, SystemDisk
from biofeed.session.clock import clock_triple
from biofeed.session.codec import encode_event, encode_output, encode_panel
from biofeed.session.disk_room import RoomRule, lay_ballast, room_warning
from biofeed.session.exclusive_lock import try_lock
from biofeed.session.folders import make_private, sync_folder
from biofeed.session.header import SCHEMA, ClocksRead, Footer, Header
from biofeed.session.journal_line import seal
from biofeed.session.json_values import Json, object_of
from biofeed.session.reading import JOURNAL_NAME
from biofeed.session.recording_errors import (
    RecordingInUse,
    StillInMemory,
    TooLittleRoom,
    UnusablePath,
)
from biofeed.session.snapshot import HrvPanel, RecordingState

SYNC_EVERY_S = 1.0
"""What a power cut may cost, s; a sync takes 0.2 ms on a good disk."""

CLOCKS_EVERY_S = 60.0
"""Often enough to place a sleep of the computer or a jump of its date, s."""

USUAL_ROOM = RoomRule()


class JournalWriter:
    """The journal of one running session.

    Attributes
    ----------
    path
        The journal.
    warning
        What the person should know of its disk; empty where nothing.
    """

    def __init__(self, path: Path, file: AppendFile, *, header: Header) -> None:
        self.path = path
        self.warning = ""
        self._file = file
        self._algorithm = header.algorithm
        self._panel_algorithm = f"neurokit2 {header.versions.get('neurokit2') or ''}"
        self._seq = 0
        self._inputs = 0
        self._derived = 0
        self._t_s = 0.0
        self._synced_s = float("-inf")
        self._clocks_s = CLOCKS_EVERY_S
        self._is_ending = False
        self._is_closed = False
        self._write({"record": "header", "schema": SCHEMA, **object_of(header)})

    @classmethod
    def create(
        cls,
        folder: Path,
        header: Header,
        *,
        room: RoomRule = USUAL_ROOM,
        disk: Disk | None = None,
    ) -> "JournalWriter":
        """Begin the journal of a session in a folder of its own.

        Parameters
        ----------
        folder
            Made if it does not exist; holds no journal.
        header
            How the session is set up.
        room
            How much room it asks for.
        disk
            How the system is called; None is as usual.

        Raises
        ------
        RecordingError
            If it cannot be written there, or there is too little room.
        """
        path = folder / JOURNAL_NAME
        try:
            make_private(folder)
            warning = room_warning(folder, room)
            file = _create(path, room, SystemDisk() if disk is None else disk)
            writer = cls(path, file, header=header)
            _bring_to_disk(path, file)
        except OSError as failure:
            _remove_if_empty(folder)
            raise UnusablePath(path, failure) from failure
        except TooLittleRoom:
            _remove_if_empty(folder)
            raise
        writer.warning = warning
        return writer

    @property
    def state(self) -> RecordingState:
        """Whether the session is safe on disk."""
        if self._file.is_saved:
            return RecordingState.SAVED
        return RecordingState.HELD_IN_MEMORY

    def write_input(self, event: Event) -> None:
        """Record an input; to be called before it is folded."""
        if isinstance(event, Tick):
            return
        self._inputs += 1
        self._t_s = max(self._t_s, event.t_s)
        self._write(encode_event(event))

    def write_outputs(self, outputs: Iterable[Output]) -> None:
        """Record what followed from the input before."""
        begins_phase = False
        for output in outputs:
            self._write_derived(encode_output(output), self._algorithm)
            self._t_s = max(self._t_s, output.t_s)
            begins_phase = begins_phase or isinstance(output, PhaseChanged)
        if begins_phase:
            self._file.sync_soon()

    def write_panel(self, panel: HrvPanel) -> None:
        """Record NeuroKit2's numbers of one window."""
        self._write_derived(encode_panel(panel), self._panel_algorithm)

    def sync_if_due(self, t_s: float) -> None:
        """Once a second: bring the journal to the disk, and retry what it refused.

        Parameters
        ----------
        t_s
            Now, on the session's clock, s; to be called at least once a second.
        """
        if self._is_closed or t_s - self._synced_s < SYNC_EVERY_S:
            return
        self._synced_s = t_s
        self._file.retry()
        if t_s >= self._clocks_s:
            self._clocks_s = t_s + CLOCKS_EVERY_S
            read = ClocksRead(t_s=t_s, clocks=clock_triple())
            self._write({"record": "clocks", **object_of(read)})
        self._file.sync_soon()

    def close(self, exit_: SessionExit) -> None:
        """Write the footer, and return when the disk has everything.

        Parameters
        ----------
        exit_
            Why the session ended.

        Raises
        ------
        StillInMemory
            If the disk refuses it still. The journal stays open: it can be closed again
            once there is room.
        """
        if self._is_closed:
            return
        if not self._is_ending:
            self._is_ending = True
            self._write({"record": "footer", **object_of(self._footer(exit_))})
        if not self._file.sync():
            raise StillInMemory(self.path, self._file.held)
        self._is_closed = True
        self._file.close()

    def _footer(self, exit_: SessionExit) -> Footer:
        return Footer(
            exit=exit_,
            t_s=self._t_s,
            inputs=self._inputs,
            derived=self._derived,
            dropped=self._file.dropped,
        )

    def _write_derived(self, entries: Json, algorithm: str) -> None:
        self._derived += 1
        self._write({"derived": True, "algorithm": algorithm, **entries})

    def _write(self, entries: Json) -> None:
        if self._is_closed:
            return
        self._file.append(seal({"seq": self._seq, **entries}))
        self._seq += 1


def _create(path: Path, room: RoomRule, disk: Disk) -> AppendFile:
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o600)
    if not try_lock(descriptor):
        os.close(descriptor)
        raise RecordingInUse(path)
    return AppendFile(descriptor, ballast=lay_ballast(path.parent, room), disk=disk)


def _bring_to_disk(path: Path, file: AppendFile) -> None:
    """Have the header and the entries of the folders on the disk itself, or nothing."""
    if not file.sync():
        file.close()
        path.unlink(missing_ok=True)
        raise file.failure or OSError("the disk does not answer")
    sync_folder(path.parent)
    sync_folder(path.parent.parent)


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()
