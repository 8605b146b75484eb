"""Whether a key may still be meant for what has just gone from the screen."""

from collections.abc import Callable

MEANT_FOR_IT_S = 1.5
"""How long after something went a key may still have been meant for it, s: a choice is
made within a second, and the hand is on its way."""


class JustGone:
    """Remembers when something went by itself that keys were for.

    Parameters
    ----------
    now_s
        The display's steady clock, s.
    """

    def __init__(self, now_s: Callable[[], float]) -> None:
        self._now_s = now_s
        self._went_s = float("-inf")

    def note(self) -> None:
        """It goes now."""
        self._went_s = self._now_s()

    @property
    def is_recent(self) -> bool:
        """Whether it went so lately that a key may be for it."""
        return self._now_s() - self._went_s < MEANT_FOR_IT_S
