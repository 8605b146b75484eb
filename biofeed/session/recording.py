"""Writes a session's journal: the header, every input, what followed, the footer.

Rules
-----
- An input is handed over before it is folded: when ``write_input`` returns the system
  has it, and a killed process loses at most the record it was writing.
- A disk that fails or hangs in mid-session stops nobody: see ``state`` and
  ``AppendFile``. In such a time records wait in memory, and a kill loses those.
- A tick is not written, since it means nothing; the seconds it led to are.
- One thread calls. Once closed, it takes nothing more.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from biofeed.core.events import Event, Tick
from biofeed.core.values import Output, PhaseChanged, SessionExit
from biofeed.session.append_file import AppendFile
from biofeed.session.clock import clock_triple
from biofeed.session.codec import encode_event, encode_output, encode_panel
from biofeed.session.disk_room import RoomRule, lay_ballast, room_warning
from biofeed.session.file_end import Disk, SystemDisk
from biofeed.session.folders import make_private
from biofeed.session.header import ClocksRead, Footer, Header
from biofeed.session.journal_line import seal
from biofeed.session.json_values import Json, object_of
from biofeed.session.new_journal import begin_journal, open_locked
from biofeed.session.reading import JOURNAL_NAME
from biofeed.session.recording_errors import StillInMemory, TooLittleRoom, UnusablePath
from biofeed.session.snapshot import HrvPanel, RecordingState
from devices.source import LinkChanged

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
        self._seq = 1
        self._inputs = 0
        self._derived = 0
        self._t_s = 0.0
        self._synced_s = float("-inf")
        self._clocks_s = CLOCKS_EVERY_S
        self._is_ending = False
        self._is_closed = False

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
        disk = SystemDisk() if disk is None else disk
        try:
            make_private(folder)
            warning = room_warning(folder, room)
            length_bytes = begin_journal(path, header, disk)
            descriptor = open_locked(path)
        except OSError as failure:
            _remove_if_empty(folder)
            raise UnusablePath(path, failure) from failure
        except TooLittleRoom:
            _remove_if_empty(folder)
            raise
        file = AppendFile(
            descriptor,
            length_bytes=length_bytes,
            ballast=lay_ballast(folder, room),
            disk=disk,
        )
        writer = cls(path, file, header=header)
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
        if isinstance(event, LinkChanged):
            # A sleep of the computer or a jump of its date shows beside what it broke.
            self._note_clocks(event.t_s)
        self._write(encode_event(event))

    def write_outputs(self, outputs: Iterable[Output]) -> None:
        """Record what followed from the input before."""
        outputs = tuple(outputs)
        self._write_derived(map(encode_output, outputs), self._algorithm)
        self._t_s = max([self._t_s, *(output.t_s for output in outputs)])
        if any(isinstance(output, PhaseChanged) for output in outputs):
            self._file.sync_soon()

    def write_panel(self, panel: HrvPanel) -> None:
        """Record NeuroKit2's numbers of one window."""
        self._write_derived([encode_panel(panel)], self._panel_algorithm)

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
            self._note_clocks(t_s)
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

    def _note_clocks(self, t_s: float) -> None:
        self._clocks_s = t_s + CLOCKS_EVERY_S
        read = ClocksRead(t_s=t_s, clocks=clock_triple())
        self._write({"record": "clocks", **object_of(read)})

    def _footer(self, exit_: SessionExit) -> Footer:
        return Footer(
            exit=exit_,
            t_s=self._t_s,
            inputs=self._inputs,
            derived=self._derived,
            dropped=self._file.dropped,
        )

    def _write_derived(self, records: Iterable[Json], algorithm: str) -> None:
        marks: Json = {"derived": True, "algorithm": algorithm}
        marked = [{**marks, **entries} for entries in records]
        self._derived += len(marked)
        self._write(*marked)

    def _write(self, *records: Json) -> None:
        """Write records with one call, since each call waits for the disk's thread."""
        if self._is_closed:
            return
        numbered = enumerate(records, self._seq)
        self._file.append(*(seal({"seq": seq, **entries}) for seq, entries in numbered))
        self._seq += len(records)


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()
