"""Reads what a body is doing: rising, at its height, turning, easing, at rest.

Rules
-----
- Read from the smoothed activation and the tracker's state alone: a breath that slows
  is no easing unless the activation falls with it.
- A value below the rest's own band is a drop, whatever the tracker is following.
- An unknown second is unknown. After a gap of more than 15 s the way is read anew, and
  nothing is said of a direction that was not seen.

Theory
------
The way is followed from turn to turn: it goes up until it has fallen by 1 z from its
highest point, or by more where it is high, and down until it has risen as much from its
lowest. Unlike a slope, this needs no window, lags a steep turn by seconds, and does not
call a ripple a direction.
"""

from enum import StrEnum

from biofeed.core.evidence import GAP_S, UNUSUALLY_LOW_Z
from biofeed.core.values import Second, State


class BodyState(StrEnum):
    """What the body is doing.

    ``settled`` came back to its rest a moment ago; ``at_rest`` has been there, and
    ``above_rest`` nearby, without an activation. ``stuck`` was let go and did not move
    for long; ``partly_back`` neither, after part of the way.
    """

    RISING = "rising"
    HEIGHT = "height"
    TURNING = "turning"
    EASING = "easing"
    SETTLED = "settled"
    AT_REST = "at_rest"
    ABOVE_REST = "above_rest"
    STUCK = "stuck"
    PARTLY_BACK = "partly_back"
    UNUSUALLY_LOW = "unusually_low"
    UNKNOWN = "unknown"


TURN_Z = 1.0
"""A move against the direction by so much is a turn, z: in 12 s a body at rest moves
by 0.2 to 0.9 (standard deviation; PhysioNet fantasia and prcp, 9 people)."""

TURN_SHARE = 0.25
"""Of the height it turned at, where that is more: a body held up moves more than one at
rest. With 12 simulated people whose arousal is held a share of 0.25 sees 0.17 turns in
5 min and 0.15 sees 0.68; a real turn is seen 5 s later (31 s after letting go)."""

STEP_Z = 0.5
"""A move along the direction by so much is one that counts, z."""

MOVING_S = 15
"""How long a step or a turn is news, s: half of the window of the heart rate."""

NO_STEP_S = 90
"""Without a step for so long, it is not moving, s: three times the window of the heart
rate, and longer than most halves of a return take."""

NEAR_REST_Z = 1.5
"""Lower than this, half a z above where settling begins, it is all but back, z."""

PLAINLY_UP_Z = 3.5
"""From here on a body is up, also where no activation is confirmed yet: after a hole
in the data that takes half a minute, z."""

JUST_BACK_S = 90
"""How long a return is worth saying, s."""


class BodyReading:
    """Follows one body, a grid second at a time.

    Attributes
    ----------
    still_s
        Known seconds since it last moved along its way, or was let go, s.
    """

    def __init__(self) -> None:
        self.still_s = 0
        self._way = _Way(0.0)
        self._missed_s = GAP_S + 1
        self._has_risen = False
        self._back_s = float("-inf")

    def let_go(self) -> None:
        """An activation was let go now: its return is waited for from here."""
        self.still_s = 0

    def read(self, second: Second) -> BodyState:
        """Take a grid second, and say what the body is doing."""
        smoothed_z = second.smoothed_z
        if smoothed_z is None:
            self._miss(second.state)
            return BodyState.UNKNOWN
        self._follow(smoothed_z)
        if second.state in {State.ACTIVATED, State.COMING_BACK}:
            self._rise()
        elif second.state is State.SETTLED and self._has_risen:
            self._has_risen, self._back_s = False, second.t_s
        if smoothed_z < UNUSUALLY_LOW_Z:
            return BodyState.UNUSUALLY_LOW
        if self._has_risen or smoothed_z >= PLAINLY_UP_Z:
            return self._on_its_way(smoothed_z)
        if second.state is State.ABOVE_REST:
            return BodyState.ABOVE_REST
        just_back = second.t_s - self._back_s <= JUST_BACK_S
        return BodyState.SETTLED if just_back else BodyState.AT_REST

    def _miss(self, state: State) -> None:
        self._missed_s += 1
        if state is State.CALIBRATING:  # what was above another rest is above no rest
            self._has_risen, self._back_s = False, float("-inf")

    def _follow(self, smoothed_z: float) -> None:
        if self._missed_s > GAP_S:
            self._way, self.still_s = _Way(smoothed_z), 0
        elif self._way.follow(smoothed_z):
            self.still_s = 0
        else:
            self.still_s += 1
        self._missed_s = 0

    def _rise(self) -> None:
        if not self._has_risen:
            self.still_s = 0
        self._has_risen = True

    def _on_its_way(self, smoothed_z: float) -> BodyState:
        if smoothed_z < NEAR_REST_Z:
            return BodyState.EASING
        is_still = self.still_s >= NO_STEP_S
        if not self._way.goes_up:
            turns = self._way.turned_ago_s <= MOVING_S
            going = BodyState.TURNING if turns else BodyState.EASING
            return BodyState.PARTLY_BACK if is_still else going
        steps = self._way.stepped_ago_s <= MOVING_S and self._way.is_at_farthest
        going = BodyState.RISING if steps else BodyState.HEIGHT
        return BodyState.STUCK if is_still else going


class _Way:
    """A way up and down, from turn to turn.

    Attributes
    ----------
    goes_up
        Its direction.
    stepped_ago_s, turned_ago_s
        Known seconds since it last went a step along it, and since it last turned, s.
    is_at_farthest
        Whether it is less than a step from the farthest point of its direction.
    """

    def __init__(self, at_z: float) -> None:
        self.goes_up = True
        self.stepped_ago_s = self.turned_ago_s = MOVING_S + 1
        self.is_at_farthest = True
        self._farthest_z = self._stepped_z = at_z

    def follow(self, at_z: float) -> bool:
        """Take the next known second; tells whether it was a step, or a turn."""
        self.stepped_ago_s += 1
        self.turned_ago_s += 1
        sign = 1.0 if self.goes_up else -1.0
        ahead_z = sign * (at_z - self._farthest_z)
        if -ahead_z >= max(TURN_Z, TURN_SHARE * abs(self._farthest_z)):
            self.goes_up = not self.goes_up
            self._farthest_z = self._stepped_z = at_z
            self.stepped_ago_s = self.turned_ago_s = 0
            self.is_at_farthest = True
            return True
        if ahead_z > 0.0:
            self._farthest_z = at_z
        self.is_at_farthest = -ahead_z < STEP_Z
        if sign * (at_z - self._stepped_z) < STEP_Z:
            return False
        self._stepped_z = at_z
        self.stepped_ago_s = 0
        return True
