r"""One line of a journal: an object of JSON that ends in its own checksum.

Rules
-----
- A line is ASCII, and its last key is ``crc32``: eight hexadecimal digits over every
  byte before the comma that precedes it. This form never changes, in no schema.
- Reading is total: a line that was torn or altered is None.

>>> seal({"seq": 1, "record": "tick", "t_s": 2.0})
b'{"seq":1,"record":"tick","t_s":2.0,"crc32":"9d2183a6"}\n'
>>> unseal(_)
{'seq': 1, 'record': 'tick', 't_s': 2.0}
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from zlib import crc32

from biofeed.session.json_values import Json

_TAIL = b',"crc32":"'
_TAIL_LENGTH = len(_TAIL) + 8 + len(b'"}')

_ENCODER = json.JSONEncoder(separators=(",", ":"), allow_nan=False)


class Fault(StrEnum):
    """What is wrong with one line of a journal.

    ``torn`` is the end of a file that was cut off; ``missing`` a hole before the line.
    """

    TORN = "torn"
    ALTERED = "altered"
    UNKNOWN = "unknown"
    MISFIT = "misfit"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A line that was passed over, or a hole before it.

    Attributes
    ----------
    line
        Counted from 1 as an editor does.
    fault, detail
        What is wrong with it.
    """

    line: int
    fault: Fault
    detail: str = ""


def seal(entries: Json) -> bytes:
    """Put a record, of at least one key, on a line of its own."""
    body = _ENCODER.encode(entries).encode("ascii")[:-1]
    return b'%b%b%08x"}\n' % (body, _TAIL, crc32(body))


def unseal(line: bytes) -> Json | None:
    """Take a record off its line, with or without the line's end."""
    line = line.rstrip(b"\r\n")
    body, tail = line[:-_TAIL_LENGTH], line[-_TAIL_LENGTH:]
    if tail != b'%b%08x"}' % (_TAIL, crc32(body)):
        return None
    try:
        entries = json.loads(body + b"}", parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    return entries if isinstance(entries, dict) else None


def _refuse(constant: str) -> object:
    """JSON knows no NaN, though Python's reader does."""
    raise ValueError(constant)


def records_of(
    lines: bytes, *, first_line: int
) -> Iterator[tuple[int, Json | Problem]]:
    """Take the records off many lines, each with the number of its line.

    Parameters
    ----------
    lines
        A journal, or a part of one that begins with a whole line.
    first_line
        Number of the first of them.
    """
    each = lines.split(b"\n")
    last = first_line + len(each) - 1
    for number, line in enumerate(each, first_line):
        if not line.strip():
            continue
        record = unseal(line)
        if record is not None:
            yield number, record
        else:
            fault = Fault.TORN if number == last else Fault.ALTERED
            yield number, Problem(line=number, fault=fault)
