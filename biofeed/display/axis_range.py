"""Keeps the height axis calm: it widens in time, narrows late, and never jumps.

Rules
-----
- What is known always fits, with room above it, so the trace does not touch the edge.
- The range narrows only after it has been too wide for a while: a trace that goes up
  and down between two heights moves the axis once.
- Every change is eased; what is drawn moves a little each frame.
"""

from math import exp

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LEAST_HIGH_Z = 6.0
"""The axis reaches at least this far up, so small swings look small, z."""

LEAST_LOW_Z = -3.0
"""And this far down: three resting spreads, z."""

ROOM = 0.18
"""Air above the highest point, as a share of its height."""

TOO_WIDE = 0.72
"""Less of the axis in use than this counts as too wide."""

NARROW_AFTER_S = 20.0
"""How long it must have been too wide, s."""

EASE_S = 0.7
"""Time constant of the movement, s."""

STILL_Z = 0.01
"""Nearer than this to its goal the axis stands still, z."""


class AxisRange:
    """The range of the height axis as it follows the trace."""

    def __init__(self) -> None:
        self.low_z = LEAST_LOW_Z
        self.high_z = LEAST_HIGH_Z
        self._goal_low_z = LEAST_LOW_Z
        self._goal_high_z = LEAST_HIGH_Z
        self._too_wide_since_s: float | None = None

    @property
    def is_still(self) -> bool:
        """True when there is nothing to ease."""
        return (
            abs(self._goal_low_z - self.low_z) < STILL_Z
            and abs(self._goal_high_z - self.high_z) < STILL_Z
        )

    def look(self, visible_z: Floats, now_s: float) -> None:
        """Take note of what must fit.

        Parameters
        ----------
        visible_z
            shape (n,), the trace in view; NaN where unknown.
        now_s
            A steady clock, s.
        """
        known = visible_z[np.isfinite(visible_z)]
        highest = float(known.max()) if known.size else 0.0
        lowest = float(known.min()) if known.size else 0.0
        high = max(LEAST_HIGH_Z, highest * (1.0 + ROOM))
        low = min(LEAST_LOW_Z, lowest - 1.0)
        self._goal_low_z = min(self._goal_low_z, low)
        if high > self._goal_high_z:
            # A little more than asked for, or a steady rise would move it each second.
            self._goal_high_z = high * (1.0 + ROOM)
        self._narrow(high, low, now_s)

    def ease(self, elapsed_s: float) -> None:
        """Move towards the goal for a while."""
        share = 1.0 - exp(-max(elapsed_s, 0.0) / EASE_S)
        self.low_z += (self._goal_low_z - self.low_z) * share
        self.high_z += (self._goal_high_z - self.high_z) * share

    def settle(self) -> None:
        """Be at the goal at once: for the first picture, which nothing precedes."""
        self.low_z, self.high_z = self._goal_low_z, self._goal_high_z

    def _narrow(self, high: float, low: float, now_s: float) -> None:
        used = (high - low) / (self._goal_high_z - self._goal_low_z)
        if used >= TOO_WIDE:
            self._too_wide_since_s = None
        elif self._too_wide_since_s is None:
            self._too_wide_since_s = now_s
        elif now_s - self._too_wide_since_s >= NARROW_AFTER_S:
            self._goal_high_z, self._goal_low_z = high, low
            self._too_wide_since_s = None
