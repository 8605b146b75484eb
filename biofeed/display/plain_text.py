"""Text from outside made fit for one line of the screen."""

import unicodedata

LONGEST = 160
"""Signs of a line; what is longer is cut where it is shown, never where it is kept."""


def one_line(text: str, longest: int = LONGEST) -> str:
    r"""Strip what steers a layout from a text, and cut it to length.

    >>> one_line("a\nb\u202ec <b>d</b>")
    'a bc <b>d</b>'
    >>> one_line("abcdef", 4)
    'abc…'
    """
    # Far more than is shown, and no more: a text of megabytes costs no time.
    spaced = (" " if sign in "\n\t" else sign for sign in text[: 4 * longest])
    clean = "".join(c for c in spaced if unicodedata.category(c)[0] != "C").strip()
    return clean if len(clean) <= longest else f"{clean[: longest - 1]}…"
