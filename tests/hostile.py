"""Texts that were written to break a screen, and how a harmless one is known."""

import unicodedata

TEXTS = {
    "markup": "<img src='file:///etc/passwd'><b>bold</b><script>x</script> &amp; &Co",
    "control": "a\x1b[2J\x1b]0;owned\x07\x00\x08\x7fb",
    "lines": "one\ntwo\r\nthree\u2028four\u2029five\x85six\x0bseven",
    "turned": "abc\u202egnp.exe\u2066\u2067x\u2069\u200f",
    "unseen": "a\u200b\u200c\u200d\u2060\ufeff\u00adb",
    "piled": "e" + "\u0301\u0336\u0489\u20dd" * 60 + "nd",
    "begins piled": "\u0301\u0489\u20dd" * 20 + "after",
    "long": "x" * 10_000,
    "long words": "so many words " * 700,
    "emoji": "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f525" * 30,
    "wide": "\ufdfd\U0001242b" * 30,
    "right to left": "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd 12:34",
    "format": "{0} {time} {__class__} %s %(x)d $HOME",
    "private": "\ue000\U000f0000\ufffe",
}
"""By what each of them tries."""

MOST_STACKED = 3
LONGEST_SHOWN = 600
"""Marks on one letter, and signs of any one text: a whole instruction, with its
detail, is shorter."""


def faults(text: str, *, breaks: bool = True) -> list[str]:
    """What a text would do to a screen or a terminal.

    Parameters
    ----------
    breaks
        Whether it may hold the end of a line.
    """
    found = []
    allowed = "\n" if breaks else ""
    for sign in text:
        kind = unicodedata.category(sign)
        if (kind[0] == "C" and sign not in allowed) or kind in {"Zl", "Zp"}:
            found.append(f"U+{ord(sign):04X}")
    stacked = most = 0
    for sign in text:
        stacked = stacked + 1 if unicodedata.category(sign) in {"Mn", "Me"} else 0
        most = max(most, stacked)
    if most > MOST_STACKED:
        found.append(f"{most} marks on one letter")
    if len(text) > LONGEST_SHOWN and not breaks:
        found.append(f"{len(text)} signs")
    return found
