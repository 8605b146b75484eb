"""Files of RR intervals from elsewhere: sniffed, read, or refused with a reason.

Rules
-----
- Nothing is guessed in silence: what was assumed about a file stands in the recording.
- An interval that is a positive number is kept as it stands, however implausible: the
  artefact gate judges it, where the raw data stay visible. What cannot be an interval
  at all (text, zero, a time that runs backwards) refuses the file and names the line,
  since a file with one such line is not what it was taken for.
"""

import hashlib
import stat
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from devices.rr_layouts import Layout, recognise
from devices.rr_recording import Floats, Knowledge, RrRecording, Unit
from devices.rr_refusals import Refused, RrFileError
from devices.rr_table import read_columns
from devices.rr_text import RrText, decode
from devices.rr_units import (
    are_heart_rates,
    beat_times_s,
    fits_unit,
    guess_unit,
    oddities,
)

Bools = NDArray[np.bool_]

LARGEST_BYTES = 100_000_000
"""Two million beats with times, three weeks of them, take a third of this, bytes."""

LONGEST_S = 31 * 86_400.0
"""A month, s. A later time is no time since the start but a date, or in other units;
the seconds up to it would all be evaluated."""


def read_rr_file(path: Path) -> RrRecording:
    """Read a file of RR intervals in any layout that is known.

    Parameters
    ----------
    path
        Of a text file; at most ``LARGEST_BYTES``.

    Raises
    ------
    RrFileError
        If it cannot be read, or is no file of RR intervals.
    """
    try:
        content = _content(path)
    except OSError as error:
        raise _not_readable(path, error) from error
    return parse_rr(content, path)


def parse_rr(content: bytes, path: Path) -> RrRecording:
    """Read the content of a file of RR intervals; touches no disk.

    Parameters
    ----------
    content
        The whole file.
    path
        Its name, for the recording and for errors.

    Raises
    ------
    RrFileError
        If it is no file of RR intervals.
    """
    text = decode(content, path)
    layout = recognise(text)
    rows = text.below(layout.header_line)
    times = [] if layout.time_column is None else [layout.time_column]
    table = read_columns(
        rows,
        separator=layout.separator,
        columns=layout.columns,
        wanted=[layout.rr_column, *times],
    )
    rr = table[:, 0]
    unit = _unit(rows, layout, rr)
    _refuse_row(rows, Refused.NOT_POSITIVE, rr <= 0, rr, unit.value)
    rr_ms = rr * 1000 if unit is Unit.S else rr.copy()
    t_s = table[:, 1].copy() if times else beat_times_s(rr_ms)
    _check_times(rows, t_s, rr_ms)
    for column in (t_s, rr_ms):
        column.setflags(write=False)
    return RrRecording(
        name=path.name,
        sha256=hashlib.sha256(content).hexdigest(),
        layout=layout.layout,
        t_s=t_s,
        rr_ms=rr_ms,
        unit=unit,
        unit_is=Knowledge.ASSUMED if layout.unit is None else Knowledge.KNOWN,
        warnings=oddities(t_s, rr_ms),
    )


def _content(path: Path) -> bytes:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise RrFileError(path, Refused.FOLDER)
    if not stat.S_ISREG(status.st_mode):
        raise RrFileError(path, Refused.NOT_ORDINARY)
    if status.st_size > LARGEST_BYTES:
        found = f"{LARGEST_BYTES // 1_000_000} MB"
        raise RrFileError(path, Refused.TOO_LARGE, found=found)
    return path.read_bytes()


def _not_readable(path: Path, error: OSError) -> RrFileError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return RrFileError(path, Refused.NOT_FOUND)
    if isinstance(error, PermissionError):
        return RrFileError(path, Refused.PERMISSION)
    found = error.strerror or "no reason was given"
    return RrFileError(path, Refused.UNREADABLE, found=found)


def _unit(rows: RrText, layout: Layout, rr: Floats) -> Unit:
    guess = guess_unit(rr)
    stated = layout.unit
    around = f"around {np.median(rr):.4g}"
    if stated is not None and not fits_unit(rr, stated):
        found = f"it says '{stated}', with numbers {around}"
        raise rows.error(Refused.UNIT_CONTRADICTED, found=found)
    if stated is not None and layout.time_column is not None:
        return stated
    if isinstance(guess, Refused):
        raise rows.error(guess, found=around)
    return guess if stated is None else stated


def _check_times(rows: RrText, t_s: Floats, rr_ms: Floats) -> None:
    _refuse_row(rows, Refused.TIME_BEFORE_START, t_s < 0, t_s, "s")
    backwards = np.diff(t_s, prepend=t_s[0]) < 0
    _refuse_row(rows, Refused.TIME_BACKWARDS, backwards, t_s, "s")
    endless = np.maximum(t_s, rr_ms / 1000) > LONGEST_S
    if endless.any():
        line = rows.line_of_row(int(np.argmax(endless)))
        found = f"{LONGEST_S / 86_400:.0f} days"
        raise rows.error(Refused.TOO_LONG, line=line, found=found)
    if are_heart_rates(t_s, rr_ms):
        found = f"around {np.median(rr_ms):.0f}"
        raise rows.error(Refused.HEART_RATES, found=found)


def _refuse_row(
    rows: RrText, reason: Refused, is_wrong: Bools, values: Floats, unit: str
) -> None:
    if is_wrong.any():
        row = int(np.argmax(is_wrong))
        found = f"{values[row]:g} {unit}"
        raise rows.error(reason, line=rows.line_of_row(row), found=found)
