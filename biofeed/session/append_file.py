"""A file that records are put at the end of, and that survives its disk's troubles.

Rules
-----
- ``append`` returns once the system has the records: a killed process loses none.
- A disk that does not answer is waited for once, for a moment. Then it, one that
  refuses, and all that follows is held in memory: order is kept, nothing is torn.
- What a power cut might lose is what ``sync_soon`` has not yet brought to the disk
  itself. That runs beside the writing, one call at a time.
- A failed sync leaves it open what the disk has. What it covered is written again, in
  place; until a sync succeeds it counts as held in memory.

Theory
------
On Linux a write to a sound file returns in 10 µs even while a sync of it runs, so the
caller waits for it. But where a disk hangs, the write hangs too as soon as the file
system needs it: 1 s on a file system over a frozen one, for as long as it lasts on a
frozen one. So writing has a thread of its own, and the caller a patience.
"""

import os
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any

from biofeed.session.clock import WallClock
from biofeed.session.file_end import Disk, FileEnd

PATIENCE_S = 0.1
"""What a healthy disk takes on a busy computer, tenfold; spent once in each hang, s."""

LAST_PATIENCE_S = 5.0
"""At a session's end nobody waits for beats any more, s."""

HANG_S = 3.0
"""A call that is out for longer is told as a hang, as a silent strap is, s."""

MOST_HELD_BYTES = 64 * 2**20
"""Memory for what the disk refuses, bytes: more than ten hours of a session."""


class AppendFile:
    """An open file of records; one thread calls.

    Parameters
    ----------
    descriptor
        Open for writing; closed by ``close``.
    length_bytes
        What it holds already, on the disk itself.
    ballast
        A file that is removed when the disk is full, to make room; None where there
        is none.
    disk
        How the system is called.
    most_held_bytes
        Memory for what the disk refuses.
    patience_s
        How long ``append`` waits for a disk that does not answer.
    now_s
        Tells real time, from any start; None is as usual.

    Attributes
    ----------
    dropped
        Records that found room neither on the disk nor in memory.
    """

    def __init__(
        self,
        descriptor: int,
        *,
        ballast: Path | None,
        disk: Disk,
        length_bytes: int = 0,
        most_held_bytes: int = MOST_HELD_BYTES,
        patience_s: float = PATIENCE_S,
        now_s: Callable[[], float] | None = None,
    ) -> None:
        self.dropped = 0
        self._descriptor = descriptor
        self._end = FileEnd(
            descriptor, length_bytes=length_bytes, ballast=ballast, disk=disk
        )
        self._disk = disk
        self._most_held_bytes = most_held_bytes
        self._patience_s = patience_s
        self._now_s = WallClock().now_s if now_s is None else now_s
        self._held: deque[bytes] = deque()
        self._held_bytes = 0
        self._unsynced: list[bytes] = []
        self._is_doubtful = False
        self._write_thread = ThreadPoolExecutor(1, thread_name_prefix="journal-write")
        self._writing: Future[int] | None = None
        self._writing_since_s = 0.0
        self._sync_thread = ThreadPoolExecutor(1, thread_name_prefix="journal-sync")
        self._syncing: Future[None] | None = None
        self._syncing_records = 0
        self._syncing_since_s = 0.0
        self._sync_failure: OSError | None = None

    @property
    def failure(self) -> OSError | None:
        """The latest trouble of the disk; None where it never had any."""
        return self._end.failure or self._sync_failure

    @property
    def is_saved(self) -> bool:
        """Whether the system has every record, as far as is known."""
        if self._is_doubtful or self.dropped:
            return False
        if self._writing is None and self._held:
            return False
        return not (
            self._is_hanging(self._writing, self._writing_since_s)
            or self._is_hanging(self._syncing, self._syncing_since_s)
        )

    @property
    def held(self) -> int:
        """Records that are in memory alone."""
        return len(self._held)

    def append(self, *records: bytes) -> None:
        """Put records at the end, in their order; never raises ``OSError``."""
        was_idle = not self._held
        for record in records:
            self._hold(record)
        if was_idle or (self._writing is not None and self._writing.done()):
            self._drain()

    def retry(self) -> None:
        """Try to write what is held in memory, oldest first; once a second."""
        self._note_write()
        self._note_sync()
        self._drain()

    def sync_soon(self) -> None:
        """Have what was written brought to the disk itself, without waiting for it."""
        self._note_sync()
        if self._syncing is None and self._unsynced:
            self._syncing_records = len(self._unsynced)
            self._syncing_since_s = self._now_s()
            self._syncing = self._sync_thread.submit(self._disk.sync, self._descriptor)

    def sync(self, patience_s: float = LAST_PATIENCE_S) -> bool:
        """Wait until the disk itself has all; tells whether it has."""
        for call in (self._writing, self._syncing):
            _wait_for(call, patience_s)
        self.retry()
        _wait_for(self._writing, patience_s)
        self._note_write()
        self.sync_soon()
        _wait_for(self._syncing, patience_s)
        self._note_sync()
        return not self._held and not self._unsynced

    def close(self) -> None:
        """Give the file and the ballast back; what is held in memory is lost."""
        self._write_thread.shutdown()
        self._sync_thread.shutdown()
        os.close(self._descriptor)
        self._end.free_ballast()

    def _is_hanging(self, call: Future[Any] | None, since_s: float) -> bool:
        is_out = call is not None and not call.done()
        return is_out and self._now_s() - since_s > HANG_S

    def _hold(self, record: bytes) -> None:
        if self._held_bytes + len(record) > self._most_held_bytes:
            self.dropped += 1
        else:
            self._held.append(record)
            self._held_bytes += len(record)

    def _drain(self) -> None:
        """Hand the writing thread what is held, and wait for it a moment."""
        self._note_write()
        if self._writing is None and self._held:
            self._writing_since_s = self._now_s()
            self._writing = self._write_thread.submit(
                self._end.write, tuple(self._held)
            )
            _wait_for(self._writing, self._patience_s)
            self._note_write()

    def _note_write(self) -> None:
        if self._writing is None or not self._writing.done():
            return
        written, self._writing = self._writing.result(), None
        for _ in range(written):
            record = self._held.popleft()
            self._held_bytes -= len(record)
            self._unsynced.append(record)

    def _note_sync(self) -> None:
        if self._syncing is None or not self._syncing.done():
            return
        failure = self._syncing.exception()
        if failure is None:
            self._is_doubtful = False
            del self._unsynced[: self._syncing_records]
        elif self._writing is None:
            self._sync_failure = failure if isinstance(failure, OSError) else None
            self._write_again()
        else:
            return
        self._syncing = None

    def _write_again(self) -> None:
        self._is_doubtful = True
        again_bytes = sum(map(len, self._unsynced))
        self._end.step_back(again_bytes)
        self._held.extendleft(reversed(self._unsynced))
        self._held_bytes += again_bytes
        self._unsynced.clear()


def _wait_for(call: Future[Any] | None, patience_s: float) -> None:
    if call is not None:
        wait((call,), timeout=patience_s)
