"""Finds places for the names of points on a curve, so that none covers another.

Each name stands above its point. Where it would cover a name already placed, it is
lifted above that one; at the edge of the picture it is moved inward.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle, px, ``top`` counted downwards."""

    left: float
    top: float
    width: float
    height: float

    def covers(self, other: "Box") -> bool:
        """True where the two overlap."""
        return (
            self.left < other.left + other.width
            and other.left < self.left + self.width
            and self.top < other.top + other.height
            and other.top < self.top + self.height
        )


def places(
    points: Sequence[tuple[float, float]],
    sizes: Sequence[tuple[float, float]],
    *,
    room: Box,
    distance: float,
) -> list[Box]:
    """Place one box above each point.

    Parameters
    ----------
    points
        Where the points are, px, in order of placing; the first ones lie lowest.
    sizes
        Width and height of each box, px.
    room
        The boxes stay within it from left to right, and below its top where they can.
    distance
        Between a point and its box, and between two boxes, px.
    """
    placed: list[Box] = []
    for (x, y), (width, height) in zip(points, sizes, strict=True):
        left = min(max(x - width / 2, room.left), room.left + room.width - width)
        box = Box(left=left, top=y - distance - height, width=width, height=height)
        placed.append(_lifted(box, placed, distance))
    return placed


def _lifted(box: Box, placed: Sequence[Box], distance: float) -> Box:
    for other in sorted(placed, key=lambda one: -one.top):
        if box.covers(other):
            top = other.top - box.height - distance / 2
            box = Box(left=box.left, top=top, width=box.width, height=box.height)
    return box
