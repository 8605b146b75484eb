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

from devices.rr_checks import check_intervals, check_times, checked_unit
from devices.rr_placing import placed, read_table
from devices.rr_recording import Knowledge, RrRecording, Unit
from devices.rr_refusals import Refused, RrFileError
from devices.rr_text import decode
from devices.rr_units import oddities
from devices.system_reasons import reason_of

LARGEST_BYTES = 100_000_000
"""Two million beats with times, three weeks of them, take a third of this, bytes."""


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
    table = read_table(decode(content, path))
    unit = checked_unit(table.rows, table.layout, table.rr)
    check_intervals(table.rows, table.rr, unit)
    rr_ms = table.rr * 1000 if unit is Unit.S else table.rr.copy()
    times = placed(table, rr_ms)
    check_times(table.rows, times.t_s, rr_ms)
    for column in (times.t_s, rr_ms):
        column.setflags(write=False)
    return RrRecording(
        name=path.name,
        sha256=hashlib.sha256(content).hexdigest(),
        layout=table.layout.layout,
        t_s=times.t_s,
        rr_ms=rr_ms,
        times_are=times.known,
        unit=unit,
        unit_is=Knowledge.ASSUMED if table.layout.unit is None else Knowledge.KNOWN,
        start=times.start.date,
        start_is=times.start.known,
        warnings=oddities(times.t_s, rr_ms),
    )


def _not_readable(path: Path, error: OSError) -> RrFileError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return RrFileError(path, Refused.NOT_FOUND)
    if isinstance(error, PermissionError):
        return RrFileError(path, Refused.PERMISSION)
    return RrFileError(path, Refused.UNREADABLE, found=reason_of(error))


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
