"""Keeps what is on screen there long enough to be read, and from flashing.

A trace that wanders about the edge of the resting band would flip its words each
second. New words are taken once they have been asked for without a break for a while;
where something has to be known at once, they are taken at once. What comes from
outside and may storm, as the states of a link do, is shown at once as well, and then
stays for a moment whatever comes.
"""

from typing import Generic, TypeVar

Said = TypeVar("Said")

HOLD_S = 3.0
"""Time a new state must last before it is said, s of the session."""

DWELL_S = 0.5
"""The shortest time anything is shown, s: two changes a second are one flash, and three
would be too many (WCAG 2.2, 2.3.1)."""


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


class Dwelling(Generic[Said]):
    """Shows what is newest, and each of it for at least ``DWELL_S``."""

    def __init__(self, shown: Said) -> None:
        self.shown = shown
        self._since_s = float("-inf")

    def show(self, newest: Said, now_s: float) -> Said:
        """Show it now, or what stands until its moment is over; return what is shown.

        Parameters
        ----------
        newest
            What there is to show.
        now_s
            The display's steady clock, s.
        """
        if newest != self.shown and now_s - self._since_s >= DWELL_S:
            self.shown, self._since_s = newest, now_s
        return self.shown
