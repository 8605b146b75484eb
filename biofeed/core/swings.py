"""Counts swings between activation and settling: how often, how long, how high.

Theory
------
A swing is up when the smoothed activation has stayed above a high mark for 8 s, and
complete when it has then stayed below a low mark for as long; what lies between the
marks belongs to neither, so that a wavering body is not counted many times. The idea
of swinging between a little activation and ease is Payne, Levine & Crane-Godreau's
(2015).
"""

from array import array
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

UP_Z = 2.0
DOWN_Z = 0.75
"""Marks that a swing crosses on its way up, and on its way down, z."""

HELD_S = 8
"""Seconds a mark must stay crossed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Swing:
    """One completed swing.

    Attributes
    ----------
    up_s, down_s
        The first seconds above the high mark, and below the low one, s.
    height_z
        How high it went, z.
    began_z, ended_z
        Median of the valley before it, and of the one after it so far, z.
    """

    up_s: float
    down_s: float
    height_z: float
    began_z: float
    ended_z: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pendulation:
    """What the swings of a session come to.

    Attributes
    ----------
    completed
        How many there were.
    period_s
        Median time from one rise to the next; None under two.
    height_z
        Median height; None without any.
    ended_lower_share
        Share of them that ended lower than they began, 0 to 1; None without any.
    """

    completed: int
    period_s: float | None
    height_z: float | None
    ended_lower_share: float | None


class SwingCounter:
    """Takes the smoothed activation of each second, and keeps completed swings."""

    def __init__(self) -> None:
        self._turns: list[tuple[float, float, float]] = []
        # Packed: a session at rest is one long valley.
        self._valleys = [array("d")]
        self._run: list[float] = []
        self._run_from_s = 0.0
        self._up_s: float | None = None
        self._height_z = float("-inf")

    def step(self, t_s: float, smoothed_z: float | None) -> None:
        """Take one second; an unknown one (None) freezes everything."""
        if smoothed_z is None:
            return
        is_up = self._up_s is not None
        crossed = smoothed_z < DOWN_Z if is_up else smoothed_z > UP_Z
        if is_up:
            self._height_z = max(self._height_z, smoothed_z)
        elif not crossed:
            self._valleys[-1].append(smoothed_z)
        if not crossed:
            self._run.clear()
            return
        if not self._run:
            self._run_from_s = t_s
        self._run.append(smoothed_z)
        if len(self._run) >= HELD_S:
            self._turn()

    @property
    def swings(self) -> tuple[Swing, ...]:
        """The completed ones, oldest first."""
        lows_z = [median(valley) if valley else None for valley in self._valleys]
        return tuple(
            Swing(
                up_s=up_s,
                down_s=down_s,
                height_z=height_z,
                # A recording may begin up: then there is no valley to compare with.
                began_z=ended_z if began_z is None else began_z,
                ended_z=ended_z,
            )
            for (up_s, down_s, height_z), (began_z, ended_z) in zip(
                self._turns, pairwise(lows_z), strict=False
            )
            if ended_z is not None
        )

    def _turn(self) -> None:
        if self._up_s is None:
            self._up_s, self._height_z = self._run_from_s, max(self._run)
        else:
            self._turns.append((self._up_s, self._run_from_s, self._height_z))
            self._valleys.append(array("d", self._run))
            self._up_s = None
        self._run.clear()


def pendulation(swings: tuple[Swing, ...]) -> Pendulation:
    """Sum up completed swings."""
    rises_s = [swing.up_s for swing in swings]
    periods_s = [later - one for one, later in pairwise(rises_s)]
    lower = sum(swing.ended_z < swing.began_z for swing in swings)
    return Pendulation(
        completed=len(swings),
        period_s=median(periods_s) if periods_s else None,
        height_z=median(swing.height_z for swing in swings) if swings else None,
        ended_lower_share=lower / len(swings) if swings else None,
    )
