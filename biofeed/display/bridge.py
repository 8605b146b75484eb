"""Carries the newest snapshot from the io thread to the window.

Rules
-----
- The newest wins: a window that is slow paints fewer snapshots, never older ones, and
  nothing queues up.
- Each snapshot is stamped as it arrives here, so that its age is known when nothing
  follows it.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from biofeed.session.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Received:
    """A snapshot, and when it arrived on the display's own steady clock, s.

    Compared by identity: a snapshot holds arrays.
    """

    snapshot: Snapshot
    received_s: float


class Bridge(QObject):
    """One queued signal between the two threads.

    Parameters
    ----------
    now_s
        A steady clock, s; only differences are used.
    """

    arrived = Signal()
    """Something is waiting to be taken. Connect it with a queued connection."""

    broke_off = Signal(str)
    """The session is over though nobody ended it; why, as a sentence, may be empty."""

    kept = Signal()
    """The session is over, and its recording complete."""

    def __init__(
        self,
        now_s: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.now_s = now_s
        self._lock = threading.Lock()
        self._waiting: Received | None = None

    @property
    def waiting_for_s(self) -> float | None:
        """How long the newest has waited to be taken, s; None where nothing does."""
        with self._lock:
            waiting = self._waiting
        return None if waiting is None else self.now_s() - waiting.received_s

    def publish(self, snapshot: Snapshot) -> None:
        """Hand over a snapshot; safe from any thread, never waits for the window."""
        received = Received(snapshot=snapshot, received_s=self.now_s())
        with self._lock:
            is_first = self._waiting is None
            self._waiting = received
        if is_first:
            self.arrived.emit()

    def take(self) -> Received | None:
        """Return the newest snapshot not yet taken; call from the window's thread."""
        with self._lock:
            newest, self._waiting = self._waiting, None
        return newest
