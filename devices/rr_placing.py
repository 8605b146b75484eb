"""The columns of a table of RR intervals, and the beats put in time by them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np

from devices.polar_hrm import intervals_of, is_polar_hrm, start_of
from devices.rr_checks import check_order
from devices.rr_dates import epoch_start, read_dates, start_in_name
from devices.rr_layouts import POLAR_HRM, Layout, recognise
from devices.rr_recording import Floats, Knowledge, RrFormat
from devices.rr_refusals import Refused, RrFileError, quoted
from devices.rr_table import read_columns
from devices.rr_text import RrText
from devices.rr_times import beat_times_s, exact_times_s, rebuilt_times_s


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """When a recording began, and how that is known."""

    date: datetime | None
    known: Knowledge


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """What was read, and how it was understood.

    Attributes
    ----------
    rows
        The text without its header, for errors.
    layout
        Which column is what.
    rr : shape (n,), ms or s
        The intervals as they stand in the file.
    stamps : shape (n,)
        The times beside them, in a unit yet to be found, or None.
    start
        The date of the stamp 0.
    """

    rows: RrText
    layout: Layout
    rr: Floats
    stamps: Floats | None
    start: Start


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Placed:
    """When the beats that end the intervals happened.

    Attributes
    ----------
    t_s : shape (n,), s
        From the start of the recording.
    known
        How well.
    start
        The date of time 0.
    """

    t_s: Floats
    known: Knowledge
    start: Start


def read_table(text: RrText) -> Table:
    """Read the columns that matter.

    Raises
    ------
    RrFileError
        If there are none, or a row of them does not hold what belongs there.
    """
    if is_polar_hrm(text):
        layout, rows = POLAR_HRM, intervals_of(text)
        start = _start(start_of(text), Knowledge.KNOWN)
    else:
        layout = recognise(text)
        rows = text.below(layout.header_line)
        start = _start(start_in_name(text.path.name), Knowledge.ASSUMED)
    if layout.start is not None:
        start = _start(layout.start, Knowledge.KNOWN)
    wanted = [i for i in (layout.rr_column, layout.time_column) if i is not None]
    numbers = read_columns(
        rows, separator=layout.separator, columns=layout.columns, wanted=wanted
    )
    stamps = None if layout.time_column is None else numbers[:, 1]
    if layout.header_line == 0 and stamps is not None and (np.diff(stamps) < 0).any():
        raise _unnamed(rows)
    if layout.date_column is not None:
        stamps, date = read_dates(
            rows, separator=layout.separator, column=layout.date_column
        )
        start = _start(date, Knowledge.KNOWN)
    return Table(rows=rows, layout=layout, rr=numbers[:, 0], stamps=stamps, start=start)


def placed(table: Table, rr_ms: Floats) -> Placed:
    """Find out when each beat happened.

    Parameters
    ----------
    table
        Its stamps may be beat times or arrivals, in s or ms, from the start or 1970.
    rr_ms : shape (n,), ms
        Its intervals.

    Raises
    ------
    RrFileError
        If the stamps run backwards, or have nothing to do with the intervals.
    """
    if table.stamps is None:
        t_s = beat_times_s(rr_ms)
        return Placed(t_s=t_s, known=Knowledge.ASSUMED, start=table.start)
    if table.layout.layout is RrFormat.TIMED:
        return Placed(t_s=table.stamps, known=Knowledge.KNOWN, start=table.start)
    known, t_s = _understood(table, table.stamps, rr_ms)
    begin_s = float(t_s[0] - rr_ms[0] / 1000)
    date = epoch_start(begin_s)
    if table.layout.date_column is not None and table.start.date is not None:
        date = table.start.date + timedelta(seconds=begin_s)
    if date is None:
        return Placed(t_s=t_s, known=known, start=table.start)
    start = _start(date, Knowledge.KNOWN)
    return Placed(t_s=t_s - begin_s, known=known, start=start)


def _start(date: datetime | None, known: Knowledge) -> Start:
    return Start(date=date, known=Knowledge.UNKNOWN if date is None else known)


def _unnamed(rows: RrText) -> RrFileError:
    _, row = rows.first_row()
    return rows.error(Refused.UNKNOWN_COLUMNS, found=quoted(row))


def _understood(
    table: Table, stamps: Floats, rr_ms: Floats
) -> tuple[Knowledge, Floats]:
    is_named = table.layout.header_line > 0
    if is_named:
        check_order(table.rows, stamps, "")
    exact_s = exact_times_s(stamps, rr_ms)
    if exact_s is not None:
        return Knowledge.KNOWN, exact_s
    if not is_named:
        raise _unnamed(table.rows)
    rebuilt_s = rebuilt_times_s(stamps, rr_ms)
    if rebuilt_s is None:
        raise table.rows.error(Refused.TIMES_DISAGREE)
    return Knowledge.ASSUMED, rebuilt_s
