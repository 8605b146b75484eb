"""Reads what the coach says, by key, from the texts of the language on screen.

Rules
-----
- A key that the coach can say and the file does not hold is a fault of the program:
  the tests go through all of them, in both directions.
- Variants take turns: any number counts, and the last is followed by the first.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from biofeed.display.language_words import SPOKEN
from biofeed.display.words import Sentence


class TextError(LookupError):
    """The texts of a language do not hold a key.

    Attributes
    ----------
    key, language
        What was asked for, and in which language.
    """

    def __init__(self, key: str, language: str) -> None:
        self.key = key
        self.language = language
        super().__init__(
            f"texts/coach.{language}.toml has no text for {key!r}: add it there"
        )


def text_of(key: str, variant: int = 0, *, language: str = SPOKEN) -> Sentence:
    """Return what is said for a key.

    Raises
    ------
    TextError
        The file of that language does not hold the key.
    """
    sentences = _sentences(key, language)
    return sentences[variant % len(sentences)]


def variants_of(key: str, *, language: str = SPOKEN) -> int:
    """Return how many ways there are to say it; at least one.

    Raises
    ------
    TextError
        The file of that language does not hold the key.
    """
    return len(_sentences(key, language))


@cache
def texts(language: str = SPOKEN) -> Mapping[str, tuple[Sentence, ...]]:
    """Return all that the coach can say in a language, by key, read once."""
    file = files("biofeed") / "texts" / f"coach.{language}.toml"
    return MappingProxyType(
        dict(_by_key(tomllib.loads(file.read_text(encoding="utf-8"))))
    )


def _sentences(key: str, language: str) -> tuple[Sentence, ...]:
    try:
        return texts(language)[key]
    except KeyError:
        raise TextError(key, language) from None


def _by_key(
    table: Mapping[str, object], within: str = ""
) -> list[tuple[str, tuple[Sentence, ...]]]:
    """Name each list of variants by the tables that it stands in, joined by dots."""
    found: list[tuple[str, tuple[Sentence, ...]]] = []
    for name, value in table.items():
        if isinstance(value, dict):
            found += _by_key(value, f"{within}{name}.")
        elif isinstance(value, list):
            found.append((f"{within}{name}", tuple(Sentence(**each) for each in value)))
    return found
