"""Columns of numbers in a text: what separates them, and reading them strictly.

Rules
-----
- A number is written in ASCII digits with at most one sign, point and exponent. Python
  and NumPy read more ('nan', '1_000', digits of other scripts), and none of that was
  written by a recorder of heartbeats.
- A comma may stand for the point only where it does not separate columns.
- Every row has the same number of columns. A row with one more is no row with a remark:
  it is '0,742,742,2', two numbers with a decimal comma.
"""

import io
import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from devices.phrase import phrase
from devices.rr_refusals import Refused, quoted
from devices.rr_text import RrText

Floats = NDArray[np.float64]

BLANKS = " "
"""Stands for any run of blanks and tabs between two columns."""

_SEPARATORS = (";", "\t", ",")

_WITH_POINT = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?"
_WITH_COMMA = _WITH_POINT.replace(r"\.", "[.,]")


def separator_of(row: str) -> str:
    """What separates the columns of this row, the rarest sign first."""
    return next((sign for sign in _SEPARATORS if sign in row.strip()), BLANKS)


def cells_of(row: str, separator: str) -> list[str]:
    """The cells of a row, without the blanks around them."""
    return re.split(_between(separator), row.strip(_blanks(separator)))


def is_number(cell: str, separator: str) -> bool:
    """Whether a recorder of heartbeats could have written this as a number."""
    return re.fullmatch(_number(separator), cell) is not None


def read_columns(
    text: RrText, *, separator: str, columns: int, wanted: Sequence[int]
) -> Floats:
    """Read the wanted columns, which hold a number in every row.

    Parameters
    ----------
    text
        Of rows alone, its header blanked.
    separator
        As ``separator_of`` says.
    columns
        How many there are in every row.
    wanted
        Their indices from 0, in the order of the result.

    Returns
    -------
    shape (rows, wanted), all finite

    Raises
    ------
    RrFileError
        If there is no row, or one has another number of columns, or something else
        than a number in a wanted one.
    """
    _check_rows(text, separator, columns, wanted)
    rows = text.text if separator == "," else text.text.replace(",", ".")
    table = np.loadtxt(
        io.BytesIO(rows.encode()),
        delimiter=None if separator == BLANKS else separator,
        usecols=tuple(wanted),
        comments=None,
        ndmin=2,
        encoding="utf-8",
    )
    endless = np.flatnonzero(~np.isfinite(table).all(axis=1))
    if endless.size:
        line = text.line_of_row(int(endless[0]))
        raise text.error(Refused.NOT_A_NUMBER, line=line, found="'infinity'")
    return table


def _number(separator: str) -> str:
    return _WITH_POINT if separator == "," else _WITH_COMMA


def _between(separator: str) -> str:
    blanks = _blanks(separator)
    if separator == BLANKS:
        return f"[{blanks}]++"
    return f"[{blanks}]*+{separator}[{blanks}]*+"


def _blanks(separator: str) -> str:
    """What may stand around a cell; a tab that separates is none of it."""
    return " " if separator == "\t" else " \t"


def _check_rows(
    text: RrText, separator: str, columns: int, wanted: Sequence[int]
) -> None:
    text.first_row()
    # One search in compiled code: a loop over two million lines takes seconds.
    row = _row(separator, columns, wanted)
    wrong = re.search(rf"^(?!{row}$).+$", text.text, re.MULTILINE)
    if wrong is None:
        return
    line = text.text.count("\n", 0, wrong.start()) + 1
    cells = cells_of(wrong[0], separator)
    for column in wanted:
        if column < len(cells) and not is_number(cells[column], separator):
            found = quoted(cells[column])
            raise text.error(Refused.NOT_A_NUMBER, line=line, found=found)
    found = phrase("{found} instead of {columns}", found=len(cells), columns=columns)
    raise text.error(Refused.COLUMN_COUNT, line=line, found=found)


def _row(separator: str, columns: int, wanted: Sequence[int]) -> str:
    between, number = _between(separator), _number(separator)
    # All runs are possessive: a line of a million blanks would be searched a million
    # times, once for each split of it between this cell and the next separator.
    other = r"[^ \t\n]++" if separator == BLANKS else rf"[^{separator}\n]*+"
    needed = max(wanted) + 1
    cells = (number if column in wanted else other for column in range(needed))
    # Columns behind the last wanted one may be empty, and then are cut off.
    rest = f"(?:{between}{other}){{0,{columns - needed}}}"
    return f"[{_blanks(separator)}]*+{between.join(cells)}{rest}"
