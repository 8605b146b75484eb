"""Notices beats that trickle away: the sum of the intervals against the clock.

Theory
------
The arrival of a beat less its place on the beat clock is a delay with a floor. A lost
packet of several beats lifts it at once, and the timeline sees a gap; single beats,
lost one by one, lift it a little each time. Over a minute the floor of a strap that
loses nothing stays where it is: crystals differ by 3 ms a minute.
"""

from collections import deque

CHECKED_OVER_S = 60.0
"""Longest span over which the two clocks are compared, s."""

FLOOR_OVER_S = 10.0
"""A floor needs this long to show, s: packets come late by up to 4 s, not all."""

FLOOR_SEEN_S = 8.0
"""The packets of a floor lie this far apart, s: those of one burst are all late."""

LOST_S = 2.0
"""The sum of the intervals that is behind the clock by more has lost beats, s."""


class BeatClockCheck:
    """Remembers how late beats were."""

    def __init__(self) -> None:
        self._late_s: deque[tuple[float, float]] = deque()

    def clear(self) -> None:
        """Begin anew: a new stretch, or a gap that was found."""
        self._late_s.clear()

    def lost_s(self, t_s: float, late_s: float) -> float:
        """Take one packet's lateness; return the time that beats are missing for.

        Returns
        -------
        s, 0 where the clocks agree; after a loss the comparison begins anew.
        """
        kept = self._late_s
        kept.append((t_s, late_s))
        while t_s - kept[0][0] > CHECKED_OVER_S + FLOOR_OVER_S:
            kept.popleft()
        if t_s - kept[0][0] < 2.0 * FLOOR_OVER_S:
            return 0.0
        then_s = self._first_floor_s()
        if late_s - then_s <= LOST_S:
            return 0.0
        lately = [(t, late) for t, late in kept if t > t_s - FLOOR_OVER_S]
        if t_s - lately[0][0] < FLOOR_SEEN_S:
            return 0.0
        floor_s = min(late for _, late in lately)
        lost_s = floor_s - then_s
        if lost_s <= LOST_S:
            return 0.0
        self.clear()
        return lost_s

    def _first_floor_s(self) -> float:
        until_s = self._late_s[0][0] + FLOOR_OVER_S
        floor_s = float("inf")
        for t_s, late_s in self._late_s:
            if t_s > until_s:
                break
            floor_s = min(floor_s, late_s)
        return floor_s
