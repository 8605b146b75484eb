"""The end of a file of records, and putting more there: all or nothing of each.

Rules
-----
- A record that could not be written whole leaves nothing of itself behind.
- One thread at a time: nothing here knows of another.
"""

import errno
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

FULL = (errno.ENOSPC, errno.EDQUOT)


class Disk(Protocol):
    """The three calls of the system that can fail, or not come back."""

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


class FileEnd:
    """Where the next record goes.

    Parameters
    ----------
    descriptor
        Open for writing.
    length_bytes
        What it holds already.
    ballast
        A file that is removed when the disk is full, to make room; None where there
        is none.
    disk
        How the system is called.

    Attributes
    ----------
    failure
        The latest trouble of the disk; None where it never had any.
    """

    def __init__(
        self, descriptor: int, *, length_bytes: int, ballast: Path | None, disk: Disk
    ) -> None:
        self.failure: OSError | None = None
        self._descriptor = descriptor
        self._ballast = ballast
        self._disk = disk
        self._end_byte = length_bytes
        self._length_bytes = length_bytes
        self._is_torn = False

    def write(self, records: Sequence[bytes]) -> int:
        """Write records in their order; tells how many the system took.

        Never raises ``OSError``: what stopped it is in ``failure``.
        """
        for written, record in enumerate(records):
            if not self._write(record):
                return written
        return len(records)

    def step_back(self, by_bytes: int) -> None:
        """Have the latest records written again, in place."""
        self._end_byte -= by_bytes

    def free_ballast(self) -> bool:
        """Remove the ballast; tells whether that made room."""
        ballast, self._ballast = self._ballast, None
        if ballast is None:
            return False
        try:
            ballast.unlink()
        except OSError:
            return False
        return True

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
            made_room = failure.errno in FULL and self.free_ballast()
            return made_room and self._write(record)
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
