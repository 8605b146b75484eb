"""Watches an activation for what ends it before its time: its ceiling, or no signal."""

from biofeed.core.departures import CANNOT_FOLLOW, CEILING_REACHED
from biofeed.core.safety import CEILING_FOR_S, UNREADABLE_FOR_S


class ActivationWatch:
    """Counts the seconds of one activation; a new one begins with ``begin``.

    Attributes
    ----------
    ceiling_z
        What no activation exceeds, whatever the protocol says, z.
    """

    def __init__(self) -> None:
        self.ceiling_z = float("inf")
        self._above_s = self._unread_s = 0

    def begin(self) -> None:
        """Count anew."""
        self._above_s = self._unread_s = 0

    def step(self, height_z: float | None, ceiling_z: float | None) -> str | None:
        """Take one second; return the code of what ends the activation, if anything.

        Parameters
        ----------
        height_z
            How high it is, z; None where it is not known.
        ceiling_z
            The protocol's ceiling, z; None where it has none.
        """
        highest_z = min(ceiling_z or self.ceiling_z, self.ceiling_z)
        self._unread_s = self._unread_s + 1 if height_z is None else 0
        if height_z is not None:
            self._above_s = self._above_s + 1 if height_z >= highest_z else 0
        if self._above_s >= CEILING_FOR_S:
            return CEILING_REACHED
        return CANNOT_FOLLOW if self._unread_s > UNREADABLE_FOR_S else None
