"""A disk that fails when a test wants it to; what it does write, it really writes."""

import errno
import os
import threading
from pathlib import Path

from biofeed.session.file_end import SystemDisk


class MoodyDisk:
    """The system's own disk, with a mood.

    Attributes
    ----------
    room_bytes
        What may still be written before it is full.
    full_while
        A file that takes all the room there is, as long as it exists.
    refuses_to_cut, refuses_to_sync
        Whether that fails, as with an I/O error.
    answers, takes
        Cleared, a sync or a write hangs until it is set.
    syncs, most_at_once
        How often it was synced, and how many syncs ever ran at the same time.
    """

    def __init__(self) -> None:
        self.room_bytes = 2**40
        self.full_while: Path | None = None
        self.refuses_to_cut = False
        self.refuses_to_sync = False
        self.answers = threading.Event()
        self.answers.set()
        self.takes = threading.Event()
        self.takes.set()
        self.syncs = 0
        self.most_at_once = 0
        self._at_once = 0
        self._system = SystemDisk()

    def write(self, descriptor: int, part: memoryview, at_byte: int) -> int:
        self.takes.wait()
        is_crowded = self.full_while is not None and self.full_while.exists()
        if self.room_bytes == 0 or is_crowded:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written = self._system.write(descriptor, part[: self.room_bytes], at_byte)
        self.room_bytes -= written
        return written

    def truncate(self, descriptor: int, length_bytes: int) -> None:
        if self.refuses_to_cut:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        self._system.truncate(descriptor, length_bytes)

    def sync(self, descriptor: int) -> None:
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        self.syncs += 1
        try:
            self.answers.wait()
            if self.refuses_to_sync:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            self._system.sync(descriptor)
        finally:
            self._at_once -= 1


def new_file(path: Path) -> int:
    """Open an empty file for writing."""
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
