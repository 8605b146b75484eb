"""Which column of a foreign table holds the RR intervals, by its first row.

Rules
-----
- A header decides. Where there is none, one column is RR intervals, two are times and
  RR intervals if they prove it, and more are a question, not a guess.
- A column ``t_s`` is what this program writes: the time of the beat that ends the
  interval. Any other time has to be understood first.
- A table of heart rates or of daily summaries is known by its header, and refused by
  its own name: no RR interval can be won from either.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from devices.rr_dates import epoch_start, is_date
from devices.rr_recording import RrFormat, Unit
from devices.rr_refusals import Refused, quoted
from devices.rr_table import BLANKS, cells_of, is_number, separator_of
from devices.rr_text import RrText

_RR = re.compile(
    r"(?:raw_?)?(?:rr|r_r|rri|nn|nni|ibi|inter_?beat_interval)"
    r"(?:_?intervals?)?(?:_(?P<unit>ms|msec|milliseconds|s|sec|seconds))?"
)
_TIME = "t_s"

# Other programs' times, those that may count whole seconds only last.
_STAMPS = (
    re.compile(r"(?:phone_)?timestamp(?:_m?s)?"),
    re.compile(r"since_start(?:_m?s)?"),
    re.compile(r"(?:elapsed|elapsed_time|time|t|offset|time_offset)(?:_m?s|_sec)?"),
    re.compile(r"date|datetime|date_time"),
)
_SUMMARY = re.compile(r"rmssd|sdnn|avnn|pnn[25]0|sdann")
_HEART_RATE = re.compile(r"(?:^|_)(?:hr|bpm|heart_?rate|pulse)(?:_|$)")
_HRV = re.compile(r"(?:^|_)hrv(?:_|$)|readiness|recovery_score")

# Has a letter before any digit, and so is no attempt at a number.
_WORD = re.compile(r"\D*?[^\W\d_]")
_NOT_NUMBERS = frozenset({"nan", "inf", "infinity", "none", "null", "na", "n/a"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where to find what in a table.

    Attributes
    ----------
    layout
        Its name.
    header_line
        Line of the header, from 1; 0 where there is none.
    separator, columns
        Between the columns, and how many there are.
    rr_column
        Of the RR intervals, from 0.
    time_column
        Of the times beside them, where those are numbers.
    date_column
        Of the times beside them, where those are dates.
    unit
        Of the intervals, where the header names it.
    start
        The date of time 0, where the header names it.
    """

    layout: RrFormat
    header_line: int
    separator: str
    columns: int
    rr_column: int
    time_column: int | None = None
    date_column: int | None = None
    unit: Unit | None = None
    start: datetime | None = None


POLAR_HRM = Layout(
    layout=RrFormat.POLAR_HRM,
    header_line=0,
    separator=BLANKS,
    columns=1,
    rr_column=0,
    unit=Unit.MS,
)
"""The intervals in a Polar training file, once all else is blanked."""


def recognise(text: RrText) -> Layout:
    """The layout of a table.

    Raises
    ------
    RrFileError
        If it is empty, or holds no column of RR intervals that can be told.
    """
    line, row = text.first_row()
    separator = separator_of(row)
    cells = cells_of(row, separator)
    if any(_is_name(cell) for cell in cells):
        return _by_header(text, line, separator, cells)
    if len(cells) > 2:
        raise text.error(Refused.UNKNOWN_COLUMNS, found=quoted(row))
    has_times = len(cells) == 2
    return Layout(
        layout=RrFormat.STAMPED if has_times else RrFormat.PLAIN,
        header_line=0,
        separator=separator,
        columns=len(cells),
        rr_column=len(cells) - 1,
        time_column=0 if has_times else None,
    )


def _is_name(cell: str) -> bool:
    return (
        _WORD.match(cell) is not None and cell.lower().strip("+-") not in _NOT_NUMBERS
    )


def _by_header(text: RrText, line: int, separator: str, cells: list[str]) -> Layout:
    names = [re.sub(r"[^a-z0-9]+", "_", cell.lower()).strip("_") for cell in cells]
    found = {i: match for i, name in enumerate(names) if (match := _RR.fullmatch(name))}
    if not found:
        raise text.error(_why_no_rr(names), found=quoted(separator.join(cells)))
    rr_column, match = next(iter(found.items()))
    layout = Layout(
        layout=RrFormat.COLUMN,
        header_line=line,
        separator=separator,
        columns=len(cells),
        rr_column=rr_column,
        unit=_unit(match["unit"]),
    )
    if _TIME in names:
        time_column = names.index(_TIME)
        return replace(layout, layout=RrFormat.TIMED, time_column=time_column)
    _, row = text.below(line).first_row()
    return _with_stamps(layout, cells, names, cells_of(row, separator))


def _with_stamps(
    layout: Layout, header: list[str], names: list[str], first: list[str]
) -> Layout:
    """Add the best column of times, if there is one that can be read."""
    stamped = replace(layout, layout=RrFormat.STAMPED)
    for column, cell in enumerate(header):
        if is_number(cell, layout.separator):
            # Empatica's IBI.csv heads the column of times with the time of its start.
            start = epoch_start(float(cell.replace(",", ".")))
            return replace(stamped, time_column=column, start=start)
    for stamp in _STAMPS:
        for column, (name, cell) in enumerate(zip(names, first, strict=False)):
            if stamp.fullmatch(name) and is_number(cell, layout.separator):
                return replace(stamped, time_column=column)
            if stamp.fullmatch(name) and is_date(cell):
                return replace(stamped, date_column=column)
    return layout


def _unit(word: str | None) -> Unit | None:
    if word is None:
        return None
    return Unit.MS if word.startswith("m") else Unit.S


def _why_no_rr(names: list[str]) -> Refused:
    if any(_SUMMARY.search(name) for name in names):
        return Refused.SUMMARY
    if any(_HEART_RATE.search(name) for name in names):
        return Refused.HEART_RATES
    if any(_HRV.search(name) for name in names):
        return Refused.SUMMARY
    return Refused.UNKNOWN_COLUMNS
