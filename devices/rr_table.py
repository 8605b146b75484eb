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
    parts = row.split() if separator == BLANKS else row.split(separator)
    return [part.strip() for part in parts]


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


def _check_rows(
    text: RrText, separator: str, columns: int, wanted: Sequence[int]
) -> None:
    text.first_row()
    blanks = separator == BLANKS
    between = r"[ \t]+" if blanks else rf"[ \t]*{separator}[ \t]*"
    other = r"[^ \t\n]+" if blanks else rf"[^{separator}\n]*"
    number = _number(separator)
    row = between.join(number if i in wanted else other for i in range(columns))
    # One search in compiled code: a loop over two million lines takes seconds.
    wrong = re.compile(rf"^(?![ \t]*{row}$).+$", re.MULTILINE)
    found = wrong.search(text.text)
    if found is None:
        return
    line = text.text.count("\n", 0, found.start()) + 1
    cells = cells_of(found[0], separator)
    bad = [cells[i] for i in wanted if i < len(cells)]
    bad = [cell for cell in bad if not is_number(cell, separator)]
    if bad:
        raise text.error(Refused.NOT_A_NUMBER, line=line, found=quoted(bad[0]))
    count = f"{len(cells)} columns where {columns} belong"
    raise text.error(Refused.COLUMN_COUNT, line=line, found=count)
