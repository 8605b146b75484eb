"""Keeps words on screen long enough to be read.

A trace that wanders about the edge of the resting band would flip its words each
second. New words are taken once they have been asked for without a break for a while;
where something has to be known at once, they are taken at once.
"""

from typing import Generic, TypeVar

Said = TypeVar("Said")

HOLD_S = 3.0
"""Time a new state must last before it is said, s of the session."""


class Steady(Generic[Said]):
    """Remembers what is said, and what would be said instead."""

    def __init__(self, said: Said) -> None:
        self.said = said
        self._asked = said
        self._asked_s = 0.0

    def ask(self, wanted: Said, now_s: float) -> Said:
        """Ask for words at a moment of the session; return what is said now."""
        if wanted == self.said:
            self._asked = wanted
        elif wanted != self._asked:
            self._asked, self._asked_s = wanted, now_s
        elif now_s - self._asked_s >= HOLD_S:
            self.said = wanted
        return self.said

    def insist(self, wanted: Said) -> Said:
        """Say it at once."""
        self.said = self._asked = wanted
        return wanted
