"""The text of a foreign file, whatever its encoding and line ends.

Rules
-----
- A line keeps its number: what is not wanted is blanked, never taken out, so that an
  error names the line that an editor shows.
- A file that is no table of text is refused here, by what it looks like.
"""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from devices.phrase import phrase
from devices.rr_refusals import Refused, RrFileError

# How files begin that are often picked by mistake.
_SIGNATURES = (
    (b"PK\x03\x04", phrase("a zip archive or a spreadsheet")),
    (b"\x1f\x8b", phrase("a gzip archive")),
    (b"%PDF", phrase("a PDF document")),
    (b"SQLite format 3\x00", phrase("a database")),
    (b"\x89HDF", phrase("an HDF5 file")),
    (b"XDF:", phrase("an XDF recording")),
)

_FIT = b".FIT"
_FIT_AT = slice(8, 12)

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")

# Tab, line ends and form feed do occur in texts.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")

_LINE = re.compile(r".+")

# The sections of an INI file begin so, arrays of JSON do not.
_SECTION = re.compile(r"\[[A-Za-z]+\]$", re.MULTILINE)

_DOS_END = "\x1a"

_COMMENT = re.compile(r"^[ \t]*#.*$", re.MULTILINE)

# Last columns that a row leaves empty ("HR [bpm];", "812,,").
_EMPTY_CELLS = re.compile(r"(?<![ \t;,])[ \t;,]++$", re.MULTILINE)
_EMPTY_CELL_ENDS = (" \n", "\t\n", ";\n", ",\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class RrText:
    """A text and the file it came from.

    Attributes
    ----------
    path
        For errors.
    text
        Its lines end with a line feed alone; comments, quotes and empty last columns
        are gone.
    """

    path: Path
    text: str

    def error(
        self, reason: Refused, *, line: int | None = None, found: str = ""
    ) -> RrFileError:
        """The refusal of this file, to be raised."""
        return RrFileError(self.path, reason, line=line, found=found)

    def first_row(self) -> tuple[int, str]:
        """Number and text of the first line that says anything.

        Raises
        ------
        RrFileError
            If no line does.
        """
        found = _LINE.search(self.text)
        if found is None:
            raise self.error(Refused.NO_INTERVALS)
        return self.text.count("\n", 0, found.start()) + 1, found[0]

    def below(self, line: int) -> "RrText":
        """The same text with its lines blanked up to and including ``line``."""
        rest = self.text.split("\n", line)[line:]
        return replace(self, text="\n" * line + "".join(rest))

    def line_of_row(self, row: int) -> int:
        """Line number of the row with this index among those that say anything."""
        lines = enumerate(self.text.split("\n"), start=1)
        return [number for number, line in lines if line][row]


def decode(content: bytes, path: Path) -> RrText:
    """Turn the bytes of a file into text.

    UTF-8 and UTF-16 are told by their marks; what is neither is read as Latin-1, since
    only names of columns and comments can go beyond ASCII.

    Parameters
    ----------
    content
        The whole file.
    path
        For errors.

    Raises
    ------
    RrFileError
        If the file is empty, binary, or text of another kind than a table.
    """
    if not content:
        raise RrFileError(path, Refused.EMPTY)
    kind = _signature(content)
    text = "" if kind else _decoded(content).rstrip(_DOS_END)
    if kind or _CONTROL.search(text):
        found = kind or phrase("data of a program")
        raise RrFileError(path, Refused.BINARY, found=found)
    text = _tidy(text.replace("\r\n", "\n").replace("\r", "\n").replace('"', ""))
    start = text.lstrip()
    if start.startswith(("{", "[")) and not _SECTION.match(start):
        raise RrFileError(path, Refused.JSON)
    if start.startswith("<"):
        raise RrFileError(path, Refused.XML)
    return RrText(path=path, text=text)


def _signature(content: bytes) -> str:
    if content[_FIT_AT] == _FIT:
        return phrase("a FIT activity file")
    return next((kind for mark, kind in _SIGNATURES if content.startswith(mark)), "")


def _tidy(text: str) -> str:
    # Most long files need neither, and looking for a sign is cheaper than replacing.
    if "#" in text:
        text = _COMMENT.sub("", text)
    ended = text if text.endswith("\n") else f"{text}\n"
    if any(end in ended for end in _EMPTY_CELL_ENDS):
        ended = _EMPTY_CELLS.sub("", ended)
    return ended


def _decoded(content: bytes) -> str:
    encoding = "utf-16" if content.startswith(_UTF16_MARKS) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return content.decode("latin-1")
