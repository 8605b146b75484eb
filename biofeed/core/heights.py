"""Keeps the activation of the last hour, to tell of a round how high it was."""

from collections import deque
from operator import itemgetter
from statistics import median

from biofeed.core.guidance import RoundEnded
from biofeed.core.round_episode import Peak

KEPT = 3600
"""Seconds that are kept: an hour holds the longest round."""

LEFT_OVER_S = 30.0
"""What is left at the end of a round is the median of these seconds, s."""


class Heights:
    """The smoothed activation of known seconds."""

    def __init__(self) -> None:
        self._known: deque[Peak] = deque(maxlen=KEPT)

    def step(self, t_s: float, smoothed_z: float | None) -> None:
        """Take one second; an unknown one (None) is left out."""
        if smoothed_z is not None:
            self._known.append((t_s, smoothed_z))

    def peak(self, ended: RoundEnded) -> Peak | None:
        """When a round was highest, and how high; None where nothing is known."""
        within = self._within(ended.activated_s, ended.ended_s)
        return max(within, key=itemgetter(1), default=None)

    def left_z(self, ended: RoundEnded) -> float | None:
        """How high it stood as a round ended, z; None where that is not known."""
        within = self._within(ended.ended_s - LEFT_OVER_S + 1.0, ended.ended_s)
        return median(height_z for _, height_z in within) if within else None

    def _within(self, start_s: float, end_s: float) -> list[Peak]:
        return [known for known in self._known if start_s <= known[0] <= end_s]
