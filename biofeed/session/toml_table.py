"""Reads one table of a TOML file key by key, and refuses what does not belong.

Rules
-----
- Strict: a key nobody knows is a slip of the pen, and never passed over.
- What is read is finite and bounded, and its text can be shown on any screen.
"""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from math import isfinite
from typing import NoReturn, TypeVar

from biofeed.core.protocol_problem import one_of
from biofeed.session.protocol_refusals import ProtocolRefused, found, shown
from devices.phrase import Phrase, phrase

Choice = TypeVar("Choice", bound=StrEnum)

MOST_ENTRIES = 100
"""Of any list: more phases than a session could hold."""


class TomlTable:
    """One table, and where in which file it stands.

    Parameters
    ----------
    entries
        What ``tomllib`` made of it.
    file
        As it was named.
    place
        Where in it, as ``"phase 2 of part 1"``; empty for the whole file.
    keys
        Those that may be there.

    Raises
    ------
    ProtocolRefused
        Here for a key that may not be there; by every method for a value that does
        not fit.
    """

    def __init__(
        self,
        entries: Mapping[str, object],
        *,
        file: str,
        place: str = "",
        keys: Collection[str],
    ) -> None:
        self._entries = entries
        self.file = file
        self.place = place
        for key in entries:
            if key not in keys:
                why = phrase("is not known; give {keys}", keys=", ".join(keys))
                self.refuse(shown(key), why)

    def __contains__(self, key: str) -> bool:
        """Tell whether a key is given."""
        return key in self._entries

    def refuse(self, key: str, why: Phrase) -> NoReturn:
        """Raise the refusal of a key, in a sentence that goes on with ``why``."""
        raise ProtocolRefused(self.file, why, phase=self.place, key=key)

    def text(self, key: str, *, most: int, default: str | None = None) -> str:
        """Read a text of at most ``most`` characters, its white space made even."""
        allowed = phrase("a text of 1 to {most} characters", most=most)
        value = self._value(key, default, allowed)
        if not isinstance(value, str) or (key in self and not value.strip()):
            self._misfit(key, allowed)
        return self._fitting_text(key, value, most)

    def texts(self, key: str, *, most: int, longest: int) -> tuple[str, ...]:
        """Read up to ``most`` texts; none where the key is not given."""
        values = self._value(key, [], "")
        allowed = phrase(
            "a list of up to {most} texts of 1 to {longest} characters",
            most=most,
            longest=longest,
        )
        if not isinstance(values, list) or len(values) > most:
            self._misfit(key, allowed)
        texts = [value for value in values if isinstance(value, str) and value.strip()]
        if len(texts) < len(values):
            self._misfit(key, allowed)
        return tuple(self._fitting_text(key, text, longest) for text in texts)

    def flag(self, key: str, *, default: bool) -> bool:
        """Read true or false."""
        value = self._value(key, default, "")
        if not isinstance(value, bool):
            self._misfit(key, phrase("true or false"))
        return value

    def number(self, key: str, default: float | None = None) -> float | None:
        """Read a number that is finite; ``default`` where the key is not given."""
        value = self._entries.get(key, default)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._misfit(key, phrase("a number"))
        try:
            number = float(value)
        except OverflowError:
            self.refuse(key, phrase("is larger than any number that fits"))
        if not isfinite(number):
            self._misfit(key, phrase("a finite number"))
        return number

    def whole(self, key: str, *, default: int, most: int) -> int:
        """Read a whole number from 1."""
        allowed = phrase("a whole number from 1 to {most}", most=most)
        value = self._value(key, default, "")
        if isinstance(value, bool) or not isinstance(value, int):
            self._misfit(key, allowed)
        if not 1 <= value <= most:
            self._misfit(key, allowed)
        return value

    def choice(
        self, key: str, kind: type[Choice], default: Choice | None = None
    ) -> Choice:
        """Read one value of an enum."""
        return self._member(key, kind, self._value(key, default, one_of(kind)))

    def choices(self, key: str, kind: type[Choice]) -> tuple[Choice, ...]:
        """Read a list of different values of an enum; it has to be given."""
        allowed = phrase("a list of {members}", members=one_of(kind))
        values = self._value(key, None, allowed)
        if not isinstance(values, list) or len(values) > MOST_ENTRIES:
            self._misfit(key, allowed)
        return tuple(self._member(key, kind, value) for value in values)

    def tables(self, key: str) -> Sequence[Mapping[str, object]]:
        """Read a list of tables; at least one has to be given."""
        heading = f"[[{key}]]"
        least = phrase("at least one {heading}", heading=heading)
        values = self._value(key, None, least)
        allowed = phrase(
            "1 to {most} times {heading}", most=MOST_ENTRIES, heading=heading
        )
        if not isinstance(values, list) or not 0 < len(values) <= MOST_ENTRIES:
            self._misfit(key, allowed)
        tables = [value for value in values if isinstance(value, dict)]
        if len(tables) < len(values):
            self._misfit(key, allowed)
        return tables

    def _value(self, key: str, default: object, allowed: str) -> object:
        if key not in self and default is None:
            self.refuse(key, phrase("is missing; give {allowed}", allowed=allowed))
        return self._entries.get(key, default)

    def _misfit(self, key: str, allowed: str) -> NoReturn:
        given = found(self._entries.get(key))
        self.refuse(
            key, phrase("is {found}; give {allowed}", found=given, allowed=allowed)
        )

    def _member(self, key: str, kind: type[Choice], value: object) -> Choice:
        for member in kind:
            if value == member.value:
                return member
        why = phrase(
            "says {found}; give {allowed}", found=found(value), allowed=one_of(kind)
        )
        return self.refuse(key, why)

    def _fitting_text(self, key: str, value: str, most: int) -> str:
        text = " ".join(value.split())
        if len(text) > most:
            why = phrase(
                "has {found} characters; give at most {most}",
                found=len(text),
                most=most,
            )
            self.refuse(key, why)
        if any(unicodedata.category(sign)[0] == "C" for sign in text):
            self.refuse(key, phrase("holds a control character; give plain text"))
        return text
