"""Wall-clock times in a foreign file: beside its intervals, or in its name.

Rules
-----
- Only dates in the order of ISO 8601 are read: '03/04' is two days in two countries.
- A time without a zone stays without one.
"""

import re
from datetime import UTC, datetime

import numpy as np

from devices.rr_recording import Floats
from devices.rr_refusals import Refused, quoted
from devices.rr_table import cells_of
from devices.rr_text import RrText

EARLIEST_EPOCH_S, LATEST_EPOCH_S = 1e8, 1e11
"""A time between these counts from 1970: recorders of heartbeats are younger than 1973,
and no recording lasts three years, s."""

_IN_NAME = re.compile(r"(\d{4}-\d\d-\d\d)[ _T](\d\d)[-.:](\d\d)[-.:](\d\d)", re.ASCII)


def is_date(cell: str) -> bool:
    """Whether a cell holds a date with a time in the order of ISO 8601."""
    return _date(cell) is not None


def read_dates(rows: RrText, *, separator: str, column: int) -> tuple[Floats, datetime]:
    """Read a column of dates.

    Returns
    -------
    Times since the first one, shape (rows,), s; and the first one.

    Raises
    ------
    RrFileError
        If a cell holds none, or has a zone where the first has none.
    """
    dates: list[datetime] = []
    for line, row in enumerate(rows.text.split("\n"), start=1):
        if not row:
            continue
        cell = cells_of(row, separator)[column]
        date = _date(cell)
        if date is None or not _comparable(date, dates):
            raise rows.error(Refused.NOT_A_DATE, line=line, found=quoted(cell))
        dates.append(date)
    since_s = [(date - dates[0]).total_seconds() for date in dates]
    return np.array(since_s), dates[0]


def epoch_start(begin_s: float) -> datetime | None:
    """The date that seconds since 1970 mean, or None where they cannot mean one."""
    if EARLIEST_EPOCH_S < begin_s < LATEST_EPOCH_S:
        return datetime.fromtimestamp(begin_s, UTC)
    return None


def start_in_name(name: str) -> datetime | None:
    """The local time that recorders put into the names of their files.

    >>> start_in_name("2025-03-15 07-30-00.txt")
    datetime.datetime(2025, 3, 15, 7, 30)
    """
    found = _IN_NAME.search(name)
    return _date(f"{found[1]}T{found[2]}:{found[3]}:{found[4]}") if found else None


def _comparable(date: datetime, others: list[datetime]) -> bool:
    return not others or (date.tzinfo is None) == (others[0].tzinfo is None)


def _date(cell: str) -> datetime | None:
    # A day alone places no beat, and '20250315' is more likely a count.
    if ":" not in cell:
        return None
    try:
        return datetime.fromisoformat(cell)
    except ValueError:
        return None
