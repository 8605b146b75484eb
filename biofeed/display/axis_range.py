"""Keeps the height axis calm: it widens in time, narrows late, and never jumps.

Rules
-----
- What is known always fits, with room above it, so the trace does not touch the edge.
- The range narrows only after it has been too wide for a while: a trace that goes up
  and down between two heights moves the axis once.
- Every change is eased; what is drawn moves a little each frame.
"""

import numpy as np
from numpy.typing import NDArray

from biofeed.display.eased import Eased

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

EASE_S = 0.45
"""Time constant of the movement: two seconds from one range to the next, s."""

STILL_Z = 0.01
"""Nearer than this to its goal the axis stands still, z."""


class AxisRange:
    """The range of the height axis as it follows the trace."""

    def __init__(self) -> None:
        self._low = Eased(LEAST_LOW_Z, time_s=EASE_S)
        self._high = Eased(LEAST_HIGH_Z, time_s=EASE_S)
        self._too_wide_since_s: float | None = None

    @property
    def low_z(self) -> float:
        """The lower end as it is now, z."""
        return self._low.value

    @property
    def high_z(self) -> float:
        """The upper end as it is now, z."""
        return self._high.value

    @property
    def is_still(self) -> bool:
        """True when there is nothing to ease."""
        return self._low.is_still(STILL_Z) and self._high.is_still(STILL_Z)

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
        self._low.goal = min(self._low.goal, low)
        if high > self._high.goal:
            # A little more than asked for, or a steady rise would move it each second.
            self._high.goal = high * (1.0 + ROOM)
        self._narrow(high, low, now_s)

    def ease(self, elapsed_s: float) -> None:
        """Move towards the goal for a while."""
        self._low.ease(elapsed_s)
        self._high.ease(elapsed_s)

    def settle(self) -> None:
        """Be at the goal at once: for the first picture, which nothing precedes."""
        self._low.settle()
        self._high.settle()

    def _narrow(self, high: float, low: float, now_s: float) -> None:
        used = (high - low) / (self._high.goal - self._low.goal)
        if used >= TOO_WIDE:
            self._too_wide_since_s = None
        elif self._too_wide_since_s is None:
            self._too_wide_since_s = now_s
        elif now_s - self._too_wide_since_s >= NARROW_AFTER_S:
            self._high.goal, self._low.goal = high, low
            self._too_wide_since_s = None
