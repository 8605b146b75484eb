"""Which column of a foreign table holds the RR intervals, by its first row.

Rules
-----
- A header decides; where there is none, one column is RR intervals, and more is a
  question, not a guess.
- A table of heart rates or of daily summaries is known by its header, and refused by
  its own name: no RR interval can be won from either.
"""

import re
from dataclasses import dataclass

from devices.rr_recording import RrFormat, Unit
from devices.rr_refusals import Refused, quoted
from devices.rr_table import cells_of, separator_of
from devices.rr_text import RrText

_RR = re.compile(
    r"(?:raw_?)?(?:rr|r_r|rri|nn|nni|ibi|inter_?beat_interval)"
    r"(?:_?intervals?)?(?:_(?P<unit>ms|msec|milliseconds|s|sec|seconds))?"
)
_TIME = "t_s"
_SUMMARY = re.compile(r"rmssd|sdnn|avnn|pnn[25]0|sdann")
_HEART_RATE = re.compile(r"(?:^|_)(?:hr|bpm|heart_?rate|pulse)(?:_|$)")
_HRV = re.compile(r"(?:^|_)hrv(?:_|$)|readiness|recovery_score")

# Begins like a word, and so is no attempt at a number.
_WORD = re.compile(r"[^\W\d_]")
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
        Of the times in s of the beats that end them, or None.
    unit
        Of the intervals, where the header names it.
    """

    layout: RrFormat
    header_line: int
    separator: str
    columns: int
    rr_column: int
    time_column: int | None = None
    unit: Unit | None = None


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
        return _by_header(text, line, row, separator, cells)
    if len(cells) == 1:
        return Layout(
            layout=RrFormat.PLAIN,
            header_line=0,
            separator=separator,
            columns=1,
            rr_column=0,
        )
    raise text.error(Refused.UNKNOWN_COLUMNS, found=quoted(row))


def _is_name(cell: str) -> bool:
    return _WORD.match(cell) is not None and cell.lower() not in _NOT_NUMBERS


def _by_header(
    text: RrText, line: int, row: str, separator: str, cells: list[str]
) -> Layout:
    names = [re.sub(r"[^a-z0-9]+", "_", cell.lower()).strip("_") for cell in cells]
    found = {i: match for i, name in enumerate(names) if (match := _RR.fullmatch(name))}
    if not found:
        raise text.error(_why_no_rr(names), found=quoted(row))
    rr_column, match = next(iter(found.items()))
    time_column = names.index(_TIME) if _TIME in names else None
    return Layout(
        layout=RrFormat.COLUMN if time_column is None else RrFormat.TIMED,
        header_line=line,
        separator=separator,
        columns=len(cells),
        rr_column=rr_column,
        time_column=time_column,
        unit=_unit(match["unit"]),
    )


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
