"""Why a file is not read as RR intervals, in words a person can act on.

Rules
-----
- One error, ``RrFileError``, with fields for a program and one sentence or two for a
  person: what is wrong, with what and where, what to do next.
- Every ``Refused`` has words of both kinds; a test holds it to that.
- Text from a file is quoted cut short and with its control characters escaped: it may
  have been written to play tricks on a terminal.
"""

from enum import StrEnum
from pathlib import Path

from devices.errors import DeviceError
from devices.phrase import phrase

QUOTED_CHARACTERS = 32
"""As much of a foreign text as fits beside the words of one line."""


class Refused(StrEnum):
    """Why a file is not read as RR intervals."""

    NOT_FOUND = "not_found"
    FOLDER = "folder"
    NOT_ORDINARY = "not_ordinary"
    PERMISSION = "permission"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    BINARY = "binary"
    JSON = "json"
    XML = "xml"
    NO_INTERVALS = "no_intervals"
    UNKNOWN_COLUMNS = "unknown_columns"
    SUMMARY = "summary"
    HEART_RATES = "heart_rates"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_DATE = "not_a_date"
    COLUMN_COUNT = "column_count"
    NOT_POSITIVE = "not_positive"
    TIME_BACKWARDS = "time_backwards"
    TIME_BEFORE_START = "time_before_start"
    TOO_LONG = "too_long"
    UNIT_UNCLEAR = "unit_unclear"
    UNIT_CONTRADICTED = "unit_contradicted"
    TIMES_DISAGREE = "times_disagree"


# What is wrong with it, after "File 'x'" or "File 'x', line 17,".
_HAPPENED = {
    Refused.NOT_FOUND: phrase("does not exist."),
    Refused.FOLDER: phrase("is a folder, and not a file of RR intervals."),
    Refused.NOT_ORDINARY: phrase("is a device or a pipe, and not an ordinary file."),
    Refused.PERMISSION: phrase("may not be read by you."),
    Refused.UNREADABLE: phrase("could not be read: {found}."),
    Refused.TOO_LARGE: phrase("is larger than {found}: no recording of heartbeats is."),
    Refused.EMPTY: phrase("is empty."),
    Refused.BINARY: phrase("is no text: it looks like {found}."),
    Refused.JSON: phrase("looks like JSON, and not like a table of RR intervals."),
    Refused.XML: phrase(
        "looks like XML or HTML, and not like a table of RR intervals."
    ),
    Refused.NO_INTERVALS: phrase("holds no RR interval."),
    Refused.UNKNOWN_COLUMNS: phrase(
        "names no column of RR intervals: it says {found}."
    ),
    Refused.SUMMARY: phrase(
        "holds a summary of each measurement ({found}), not its RR intervals."
    ),
    Refused.HEART_RATES: phrase(
        "looks like heart rates in bpm ({found}), not RR intervals; the one cannot be"
        " turned into the other."
    ),
    Refused.NOT_A_NUMBER: phrase("says {found} where a number belongs."),
    Refused.NOT_A_DATE: phrase("says {found} where a date and time belong."),
    Refused.COLUMN_COUNT: phrase(
        "has another number of columns than expected: {found}."
    ),
    Refused.NOT_POSITIVE: phrase(
        "says that an RR interval took {found}, which cannot be."
    ),
    Refused.TIME_BACKWARDS: phrase(
        "lies before the beat above it: its time is {found}."
    ),
    Refused.TIME_BEFORE_START: phrase(
        "lies before the start of the recording, at {found}."
    ),
    Refused.TOO_LONG: phrase(
        "reaches beyond the longest recording that is read, {found}."
    ),
    Refused.UNIT_UNCLEAR: phrase(
        "holds numbers {found}, which are RR intervals neither in ms nor in s."
    ),
    Refused.UNIT_CONTRADICTED: phrase("contradicts its own header: {found}."),
    Refused.TIMES_DISAGREE: phrase("has times that do not fit its RR intervals."),
}

_EXPORT_RR = phrase(
    "Export the RR (beat-to-beat) intervals from the app, and name that file."
)
_MEND_LINE = phrase("Correct or remove that line, or export the file anew.")
_NAME_COLUMNS = phrase(
    "Give it the header 't_s,rr_ms' (time of the beat in s, interval in ms), or one RR"
    " interval a line."
)

_REMEDY = {
    Refused.NOT_FOUND: phrase("Check the name and the folder."),
    Refused.FOLDER: phrase("Name the file in it."),
    Refused.NOT_ORDINARY: phrase("Save the intervals to a file, and name that."),
    Refused.PERMISSION: phrase(
        "Change its permissions, or copy it to a folder of yours."
    ),
    Refused.UNREADABLE: phrase("Copy it to this computer's own disk, and try again."),
    Refused.TOO_LARGE: phrase("Check that it is the right file, or split it."),
    Refused.EMPTY: _EXPORT_RR,
    Refused.BINARY: phrase("Export it as text (CSV or TXT), and name that file."),
    Refused.JSON: _EXPORT_RR,
    Refused.XML: _EXPORT_RR,
    Refused.NO_INTERVALS: _EXPORT_RR,
    Refused.UNKNOWN_COLUMNS: _NAME_COLUMNS,
    Refused.SUMMARY: _EXPORT_RR,
    Refused.HEART_RATES: _EXPORT_RR,
    Refused.NOT_A_NUMBER: _MEND_LINE,
    Refused.NOT_A_DATE: _MEND_LINE,
    Refused.COLUMN_COUNT: _MEND_LINE,
    Refused.NOT_POSITIVE: _MEND_LINE,
    Refused.TIME_BACKWARDS: phrase(
        "Sort the lines by time, or split the file where a new recording begins."
    ),
    Refused.TIME_BEFORE_START: phrase(
        "Count the times from the start of the recording."
    ),
    Refused.TOO_LONG: phrase(
        "Count times in s from the start of the recording, intervals in ms, and split"
        " what is longer."
    ),
    Refused.UNIT_UNCLEAR: phrase(
        "Give it a header that names the unit: 'rr_ms' or 'rr_s'."
    ),
    Refused.UNIT_CONTRADICTED: phrase("Correct the unit in the header, and try again."),
    Refused.TIMES_DISAGREE: _NAME_COLUMNS,
}


class RrFileError(DeviceError):
    """A file is not read as RR intervals; ``str`` says why and what to do.

    Attributes
    ----------
    path
        The file, as it was named.
    reason
        For a program.
    line
        Where in the file, counted from 1 as an editor does; None where it is all of it.
    """

    def __init__(
        self, path: Path, reason: Refused, *, line: int | None = None, found: str = ""
    ) -> None:
        file = phrase("File '{path}'", path=path)
        if line is not None:
            file = phrase("{file}, line {line},", file=file, line=line)
        happened = _HAPPENED[reason].filled(found=found)
        remedy = _REMEDY[reason]
        super().__init__(
            phrase(
                "{file} {happened} {remedy}",
                file=file,
                happened=happened,
                remedy=remedy,
            )
        )
        self.path = path
        self.reason = reason
        self.line = line


def quoted(text: str) -> str:
    """Foreign text between quotes, shortened and safe to print; or "nothing"."""
    short = text.strip()
    if len(short) > QUOTED_CHARACTERS:
        short = short[: QUOTED_CHARACTERS - 1] + "…"
    return repr(short) if short else phrase("nothing")
