"""A file that records are put at the end of, and that survives its disk's troubles.

Rules
-----
- ``append`` returns once the system has the record: a killed process loses none.
- A record that the disk refuses is held in memory, behind it all that follow, and all
  of them are tried again by ``retry``: order is kept, nothing is torn.
- What a power cut might lose is what ``sync_soon`` has not yet brought to the disk
  itself. It runs on a thread of its own, one call at a time: a slow disk delays nobody.
- A failed sync leaves it open what the disk has. What it covered is written again, in
  place; until a sync succeeds it counts as held in memory.
- One thread calls; the sync touches nothing but the disk.
"""

import errno
import os
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Protocol

MOST_HELD_BYTES = 64 * 2**20
"""Memory for what the disk refuses, bytes: more than ten hours of a session."""

FULL = (errno.ENOSPC, errno.EDQUOT)


class Disk(Protocol):
    """The three calls of the system that can fail."""

    def write(self, descriptor: int, part: memoryview, at_byte: int) -> int:
        """Write what is possible, and tell how many bytes that was."""
        ...

    def truncate(self, descriptor: int, length_bytes: int) -> None:
        """Cut the file to a length."""
        ...

    def sync(self, descriptor: int) -> None:
        """Return when the disk itself has everything."""
        ...


class SystemDisk:
    """The computer's own."""

    def write(self, descriptor: int, part: memoryview, at_byte: int) -> int:
        """Write at a place, as Windows can too."""
        os.lseek(descriptor, at_byte, os.SEEK_SET)
        return os.write(descriptor, part)

    def truncate(self, descriptor: int, length_bytes: int) -> None:
        """Cut the file."""
        os.ftruncate(descriptor, length_bytes)

    def sync(self, descriptor: int) -> None:
        """Wait for the disk."""
        os.fsync(descriptor)


class AppendFile:
    """An open file of records.

    Parameters
    ----------
    descriptor
        Open for writing, empty; closed by ``close``.
    ballast
        A file that is removed when the disk is full, to make room; None where there
        is none.
    disk
        How the system is called.
    most_held_bytes
        Memory for what the disk refuses.

    Attributes
    ----------
    dropped
        Records that found room neither on the disk nor in memory.
    failure
        The latest trouble of the disk; None where it never had any.
    """

    def __init__(
        self,
        descriptor: int,
        *,
        ballast: Path | None,
        disk: Disk,
        most_held_bytes: int = MOST_HELD_BYTES,
    ) -> None:
        self.dropped = 0
        self.failure: OSError | None = None
        self._descriptor = descriptor
        self._ballast = ballast
        self._disk = disk
        self._most_held_bytes = most_held_bytes
        self._end_byte = 0
        self._length_bytes = 0
        self._is_torn = False
        self._held: deque[bytes] = deque()
        self._held_bytes = 0
        self._unsynced: list[bytes] = []
        self._is_doubtful = False
        self._sync_thread = ThreadPoolExecutor(1, thread_name_prefix="journal-sync")
        self._syncing: Future[None] | None = None
        self._syncing_records = 0

    @property
    def is_saved(self) -> bool:
        """Whether the system has every record, as far as is known."""
        return not self._held and not self._is_doubtful and self.dropped == 0

    @property
    def held(self) -> int:
        """Records that are in memory alone."""
        return len(self._held)

    def append(self, record: bytes) -> None:
        """Put a record at the end; never raises ``OSError``."""
        if self._held or not self._write(record):
            self._hold([record])

    def retry(self) -> None:
        """Try to write what is held in memory, oldest first."""
        self._note_sync()
        while self._held and self._write(self._held[0]):
            self._held_bytes -= len(self._held.popleft())

    def sync_soon(self) -> None:
        """Have what was written brought to the disk itself, without waiting for it."""
        self._note_sync()
        if self._syncing is None and self._unsynced:
            self._syncing_records = len(self._unsynced)
            self._syncing = self._sync_thread.submit(self._disk.sync, self._descriptor)

    def sync(self) -> bool:
        """Wait until the disk itself has all; tells whether it has."""
        if self._syncing is not None:
            self._syncing.exception()
        self.retry()
        self.sync_soon()
        if self._syncing is not None:
            self._syncing.exception()
        self._note_sync()
        return not self._held and not self._unsynced

    def close(self) -> None:
        """Give the file and the ballast back; what is held in memory is lost."""
        self._sync_thread.shutdown()
        os.close(self._descriptor)
        self._free_ballast()

    def _write(self, record: bytes) -> bool:
        try:
            if self._is_torn:
                self._cut_torn()
            self._write_whole(record)
        except OSError as failure:
            self.failure = failure
            self._is_torn = True
            with suppress(OSError):
                self._cut_torn()
            made_room = failure.errno in FULL and self._free_ballast()
            return made_room and self._write(record)
        self._unsynced.append(record)
        return True

    def _write_whole(self, record: bytes) -> None:
        at_byte, rest = self._end_byte, memoryview(record)
        while rest:
            written = self._disk.write(self._descriptor, rest, at_byte)
            if written == 0:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            at_byte, rest = at_byte + written, rest[written:]
        self._end_byte = at_byte
        self._length_bytes = max(self._length_bytes, at_byte)

    def _cut_torn(self) -> None:
        self._disk.truncate(self._descriptor, self._length_bytes)
        self._is_torn = False

    def _hold(self, records: Sequence[bytes]) -> None:
        for record in records:
            if self._held_bytes + len(record) > self._most_held_bytes:
                self.dropped += 1
            else:
                self._held.append(record)
                self._held_bytes += len(record)

    def _note_sync(self) -> None:
        if self._syncing is None or not self._syncing.done():
            return
        failure = self._syncing.exception()
        self._syncing = None
        if failure is None:
            self._is_doubtful = False
            del self._unsynced[: self._syncing_records]
            return
        self.failure = failure if isinstance(failure, OSError) else None
        self._is_doubtful = True
        self._end_byte -= sum(map(len, self._unsynced))
        self._held.extendleft(reversed(self._unsynced))
        self._held_bytes += sum(map(len, self._unsynced))
        self._unsynced.clear()

    def _free_ballast(self) -> bool:
        """Remove the ballast; tells whether that made room."""
        ballast, self._ballast = self._ballast, None
        if ballast is None:
            return False
        try:
            ballast.unlink()
        except OSError:
            return False
        return True
