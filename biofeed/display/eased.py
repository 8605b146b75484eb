"""A number that goes where it is told to, and neither starts nor stops abruptly.

Theory
------
It moves as a critically damped spring does: with the distance to the goal x and the
stiffness w, x'' = -2 w x' - w^2 x. That is solved exactly over each step, so the way is
the same at any number of pictures a second, and a new goal on the way is no jolt.
"""

from math import exp


class Eased:
    """One number on its way.

    Parameters
    ----------
    value
        Where it is, and stays until it is given another goal.
    time_s
        Time constant 1 / w: within five of them it has gone 96 % of the way, s.
    """

    def __init__(self, value: float, *, time_s: float) -> None:
        self.value = self.goal = value
        self._speed = 0.0
        self._stiffness = 1.0 / time_s

    def ease(self, elapsed_s: float) -> None:
        """Let time pass.

        >>> eased = Eased(0.0, time_s=0.5)
        >>> eased.goal = 1.0
        >>> eased.ease(0.5)
        >>> round(eased.value, 3)
        0.264
        """
        step_s, stiffness = max(elapsed_s, 0.0), self._stiffness
        away = self.value - self.goal
        drive = self._speed + stiffness * away
        left = exp(-stiffness * step_s)
        self.value = self.goal + (away + drive * step_s) * left
        self._speed = (self._speed - stiffness * drive * step_s) * left

    def settle(self) -> None:
        """Be at the goal at once."""
        self.value, self._speed = self.goal, 0.0

    def is_still(self, within: float) -> bool:
        """True when it is as good as there, and hardly moves."""
        speed = self._speed / self._stiffness
        return abs(self.value - self.goal) < within and abs(speed) < within
