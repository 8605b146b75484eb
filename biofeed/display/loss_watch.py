"""When to ask about a strap that stays away, and what the person answered.

Rules
-----
- The strap is looked for as long as the session goes on, whatever is answered.
- An answer counts for this loss; the next one asks anew.
- Pure: no Qt, no clock.
"""

from enum import StrEnum

ASK_AFTER_S = 60.0
"""A loss that lasts this long is for the person to act on, s; and so is each further
such time that they chose to wait."""


class Loss(StrEnum):
    """How a loss of the strap stands with the person."""

    NONE = "none"
    ASKED = "asked"
    WITHOUT = "without"


class LossWatch:
    """Follows one session's losses."""

    def __init__(self) -> None:
        self._lost_for_s = 0.0
        self._ask_after_s = ASK_AFTER_S
        self._goes_on = False

    def step(self, lost_for_s: float | None) -> Loss:
        """Tell how it stands now.

        Parameters
        ----------
        lost_for_s
            Since the last heartbeat before the loss, s; None while there is no loss.
        """
        if lost_for_s is None:
            self._ask_after_s, self._goes_on = ASK_AFTER_S, False
            return Loss.NONE
        self._lost_for_s = lost_for_s
        if self._goes_on:
            return Loss.WITHOUT
        return Loss.ASKED if lost_for_s >= self._ask_after_s else Loss.NONE

    def wait(self) -> None:
        """Ask again if it lasts as long once more."""
        self._ask_after_s = self._lost_for_s + ASK_AFTER_S

    def go_on(self) -> None:
        """Ask no more while this loss lasts."""
        self._goes_on = True
