"""Text from outside made fit for one line of a screen or a terminal.

Rules
-----
- Shown is what can be read: no control, no format character, no sign that nobody has
  given a meaning, no end of a line. So nothing turns a direction round, moves a cursor,
  or hides.
- No letter carries more marks than a script needs: piled up, they cover other lines.
- Cut where it is shown, never where it is kept.
"""

import unicodedata
from collections.abc import Iterator

LONGEST = 160
"""Signs of a line."""

MOST_STACKED = 3
"""Marks on one letter: Hebrew with vowels needs as many."""

_STACKED = frozenset({"Mn", "Me"})


def one_line(text: str, longest: int = LONGEST) -> str:
    r"""Strip what steers a layout from a text, and cut it to length.

    >>> one_line("a\nb\u202ec <b>d</b>")
    'a bc <b>d</b>'
    >>> one_line("abcdef", 4)
    'abc…'
    """
    # Far more than is shown, and no more: a text of megabytes costs no time.
    clean = "".join(printable(text[: 4 * longest])).strip()
    return clean if len(clean) <= longest else f"{clean[: longest - 1]}…"


def printable(text: str) -> Iterator[str]:
    r"""Yield what may be shown of a text, in order; a blank for what ends a line.

    >>> "".join(printable("rest\x1b[2J\u202e"))
    'rest[2J'
    """
    # A mark without a letter of its own would sit on whatever stands before the text.
    stacked = MOST_STACKED
    for sign in text:
        kind = unicodedata.category(sign)
        stacked = stacked + 1 if kind in _STACKED else 0
        if sign.isspace():
            yield " "
        elif kind[0] != "C" and stacked <= MOST_STACKED:
            yield sign
