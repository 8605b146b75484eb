"""A foreign recording of RR intervals, and what is known about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from devices.source import RecordedInterval

Floats = NDArray[np.float64]


class RrFormat(StrEnum):
    """The layouts that are read.

    ``timed`` has the time of each beat under the name ``t_s``, ``stamped`` has some
    other time beside each interval, ``column`` a header but no times, ``plain`` one
    interval a line, ``polar_hrm`` the same within a Polar training file.
    """

    TIMED = "timed"
    STAMPED = "stamped"
    COLUMN = "column"
    PLAIN = "plain"
    POLAR_HRM = "polar_hrm"


class Unit(StrEnum):
    """Unit of the intervals in the file."""

    MS = "ms"
    S = "s"


class Knowledge(StrEnum):
    """How something about a file is known."""

    KNOWN = "known"
    ASSUMED = "assumed"
    UNKNOWN = "unknown"


class Oddity(StrEnum):
    """What is remarkable about a file that is read all the same."""

    BEATS_MISSING = "beats_missing"
    INTERVALS_OVERLAP = "intervals_overlap"


@dataclass(frozen=True, slots=True, kw_only=True)
class RrWarning:
    """Something a person should know before trusting the file."""

    oddity: Oddity
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RrRecording:
    """The intervals of one file, none added, dropped or corrected.

    Attributes
    ----------
    name
        Of the file, without its folder.
    sha256
        Of the file's bytes, in hex: the raw data stay with the file.
    layout
        Which layout it was recognised as.
    t_s : shape (n,), s
        Time of the beat that ends each interval, from the start of the recording;
        never decreasing. Where beats are missing it grows by more than ``rr_ms``.
    rr_ms : shape (n,), ms
        As stated in the file, all positive, however implausible.
    times_are
        ``known`` where the file gives the times of beats, ``assumed`` where they were
        made by adding up the intervals, and a gap in the middle would not show.
    unit, unit_is
        Of the intervals in the file; ``assumed`` where their size decided.
    start, start_is
        Wall-clock time of ``t_s`` 0, without a zone where the file names none;
        ``assumed`` where the name of the file says it.
    warnings
        What is odd about it.
    """

    name: str
    sha256: str
    layout: RrFormat
    t_s: Floats
    rr_ms: Floats
    times_are: Knowledge
    unit: Unit
    unit_is: Knowledge
    start: datetime | None = None
    start_is: Knowledge = Knowledge.UNKNOWN
    warnings: tuple[RrWarning, ...] = ()

    def __len__(self) -> int:
        return self.t_s.size

    @property
    def duration_s(self) -> float:
        """From the beginning of the first interval to the end of the last one, s."""
        return span_s(self.t_s, self.rr_ms)

    def events(self) -> Iterator[RecordedInterval]:
        """The intervals as a source says them, oldest first, made one by one."""
        for t_s, rr_ms in zip(self.t_s.tolist(), self.rr_ms.tolist(), strict=True):
            yield RecordedInterval(t_s=t_s, rr_ms=rr_ms)


def span_s(t_s: Floats, rr_ms: Floats) -> float:
    """Time from the beginning of the first interval to the end of the last one, s.

    >>> span_s(np.array([1.0, 2.0]), np.array([500.0, 800.0]))
    1.5
    """
    return float(t_s[-1] - t_s[0] + rr_ms[0] / 1000)
