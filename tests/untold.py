"""What a sentence still says in English when all its phrases are translated."""

import re
from string import Formatter

from devices.phrase import Phrase

ENGLISH = frozenset(
    {
        *("a", "an", "and", "at", "be", "by", "could", "for", "found", "from", "give"),
        *("has", "have", "in", "is", "it", "its", "may", "missing", "more", "no"),
        *("not", "nothing", "of", "on", "only", "or", "than", "that", "the", "there"),
        *("this", "to", "where", "with"),
    }
)
"""Words without which hardly anything is said; no key, name or unit is one of them."""

QUOTED = re.compile(r"'.*'|\".*\"", re.DOTALL)


def left_in_english(text: str) -> list[str]:
    """Return the words that no translator is asked for: those of the fields.

    Parameters
    ----------
    text
        A sentence; where it is no phrase, all of it is left but what it quotes.
    """
    if not isinstance(text, Phrase):
        words: list[str] = re.findall(r"[a-z-]+", QUOTED.sub("", text).lower())
        return [word for word in words if word in ENGLISH]
    return [word for each in _told(text) for word in left_in_english(each)]


def _told(text: Phrase) -> list[str]:
    """Return the fields of a phrase that tell something; a quoted one is a name."""
    parts = Formatter().parse(text.template)
    asked = [(before, name) for before, name, _, _ in parts if name]
    waiting = [name for _, name in asked if name not in text.fields]
    assert [] == waiting, f"a field waits to be filled: {text}"
    fields = [text.fields[name] for before, name in asked if not before.endswith("'")]
    return [each for each in fields if isinstance(each, str)]
