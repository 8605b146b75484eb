"""One thing that is wrong with a training protocol, in words for who wrote it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from devices.phrase import Phrase, phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong, and what would be allowed.

    Attributes
    ----------
    step
        Index of the phase in the protocol; None where it is about all of it.
    key
        The field that has to change.
    why
        Goes on where a sentence has named the key; no full stop.
    """

    step: int | None
    key: str
    why: Phrase


def one_of(choices: Iterable[StrEnum]) -> str:
    """Name the values that a choice may have, in their order.

    >>> from biofeed.core.phase import Feedback
    >>> one_of(Feedback)
    "'full', 'sparse' or 'blind'"
    """
    *others, last = [f"'{choice.value}'" for choice in choices]
    if not others:
        return last
    return phrase("{others} or {last}", others=", ".join(others), last=last)
