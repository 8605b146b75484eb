"""The session's activation on the 1 s grid, kept whole for the measures of a return."""

from array import array
from dataclasses import dataclass
from math import isnan, nan

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of the trace.

    Attributes
    ----------
    t_s
        shape (n,), grid points, s.
    arousal_z, smoothed_z
        shape (n,), activation and its 5 s median, z; NaN where unknown.
    """

    t_s: Floats
    arousal_z: Floats
    smoothed_z: Floats


class Trace:
    """Grows by one second at a time; 16 bytes a second."""

    def __init__(self) -> None:
        self._first_s: float | None = None
        self._arousal = array("d")
        self._smoothed = array("d")

    def append(
        self, t_s: float, arousal_z: float | None, smoothed_z: float | None
    ) -> None:
        """Add the next grid point."""
        if self._first_s is None:
            self._first_s = t_s
        self._arousal.append(nan if arousal_z is None else arousal_z)
        self._smoothed.append(nan if smoothed_z is None else smoothed_z)

    def between(self, start_s: float, end_s: float) -> Stretch:
        """Grid points in ``[start_s, end_s]``, as copies."""
        first_s = self._first_s or 0.0
        low = max(0, round(start_s - first_s))
        high = max(low, min(len(self._arousal), round(end_s - first_s) + 1))
        return Stretch(
            t_s=first_s + np.arange(low, high, dtype=float),
            arousal_z=np.array(self._arousal[low:high]),
            smoothed_z=np.array(self._smoothed[low:high]),
        )

    def last_at_or_below(
        self, level_z: float, *, before_s: float, within_s: float
    ) -> float | None:
        """Latest grid point before ``before_s`` with the smoothed trace that low.

        Looks back ``within_s`` seconds at most; None where there is none.
        """
        first_s = self._first_s or 0.0
        newest = min(round(before_s - first_s), len(self._smoothed)) - 1
        oldest = max(0, round(before_s - within_s - first_s))
        for index in range(newest, oldest - 1, -1):
            if self._smoothed[index] <= level_z:
                return first_s + index
        return None

    def earliest_known(self, *, before_s: float, within_s: float) -> float:
        """Start of the known run up to ``before_s``, ``within_s`` back at most."""
        first_s = self._first_s or 0.0
        index = round(before_s - first_s)
        oldest = max(0, round(before_s - within_s - first_s))
        while index > oldest and not isnan(self._smoothed[index - 1]):
            index -= 1
        return first_s + index
