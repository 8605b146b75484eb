"""Finds places for the names of points on a curve, so that none covers another.

Each name would like to stand right above its point. Where a name already placed or the
curve itself is in the way, it moves to a side, up, or below, whichever is nearer. Its
stem, the line between it and its point, crosses no other name where that can be had.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LIFTS = 14
"""How many heights are tried, half a name apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle, px, ``top`` counted downwards."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge, px."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Lower edge, px."""
        return self.top + self.height

    def covers(self, other: "Box") -> bool:
        """True where the two overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, x: float, y: float) -> bool:
        """True where a point lies inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def places(
    points: Sequence[tuple[float, float]],
    sizes: Sequence[tuple[float, float]],
    curve: Sequence[tuple[float, float]],
    *,
    room: Box,
    distance: float,
) -> list[Box]:
    """Place one box near each point.

    Parameters
    ----------
    points
        Where the points are, px, the most important first.
    sizes
        Width and height of each box, px.
    curve
        Points of the curve, px, dense enough that none of its strokes jumps a box.
    room
        The boxes stay within it from left to right.
    distance
        Between a point and the box above it, px.
    """
    placed: list[Box] = []
    stems: list[Box] = []
    for point, size in zip(points, sizes, strict=True):
        candidates = list(_candidates(point, size, room, distance))
        free = [box for box in candidates if _is_free(box, placed, curve)]
        clear = (
            box
            for box in free
            if not any(box.covers(stem) for stem in stems)
            and not any(stem_of(box, point).covers(other) for other in placed)
        )
        box = next(clear, (free or candidates)[0])
        placed.append(box)
        stems.append(stem_of(box, point))
    return placed


def stem_of(box: Box, point: tuple[float, float]) -> Box:
    """The upright line between a point and the height of its name, as a thin box."""
    x, y = point
    top, bottom = (y, box.top) if box.top > y else (box.bottom, y)
    return Box(left=x - 0.5, top=top, width=1.0, height=max(0.0, bottom - top))


def _candidates(
    point: tuple[float, float], size: tuple[float, float], room: Box, distance: float
) -> Iterable[Box]:
    """Boxes for one point, the nearest to the place right above it first."""
    (x, y), (width, height) = point, size
    aside = width / 2 + distance / 2
    above, below = y - distance - height, y + distance
    tops = [above - lift * height / 2 for lift in range(LIFTS)]
    tries = [
        (abs(step) * 0.7 * aside + abs(top - above), step * aside, top)
        for step in (0, -1, 1)
        for top in (*tops, below)
    ]
    for _, across, top in sorted(tries):
        left = min(max(x - width / 2 + across, room.left), room.right - width)
        if top == above or room.top <= top <= room.bottom - height:
            yield Box(left=left, top=top, width=width, height=height)


def _is_free(
    box: Box, placed: Iterable[Box], curve: Iterable[tuple[float, float]]
) -> bool:
    if any(box.covers(other) for other in placed):
        return False
    return not any(box.holds(x, y) for x, y in curve)
