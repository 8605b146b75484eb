"""Finds places for the names of fainter lines; one without a free place has no name."""

from collections.abc import Sequence

from biofeed.display.label_places import Box

Points = Sequence[tuple[float, float]]

STEPS = 24
"""How many points of a line are tried, from its end to its beginning."""


def ghost_places(
    lines: Sequence[Points],
    sizes: Sequence[tuple[float, float]],
    *,
    taken: Sequence[Box],
    curve: Points,
    room: Box,
    distance: float,
) -> list[Box | None]:
    """Place one box above each line, as near to its end as it is free.

    Parameters
    ----------
    lines
        Points of each fainter line, px, from its beginning to its end.
    sizes
        Width and height of each box, px.
    taken
        Boxes of other names.
    curve
        Points of the line in front, px.
    room
        The boxes stay within it.
    distance
        Between a line and the box above it, px.
    """
    held = list(taken)
    everywhere = [*curve, *(point for line in lines for point in line)]
    placed: list[Box | None] = []
    for line, size in zip(lines, sizes, strict=True):
        tries = (_above(point, size, distance) for point in _from_the_end(line))
        free = (
            box
            for box in tries
            if _is_within(box, room)
            and not any(box.covers(other) for other in held)
            and not any(box.holds(x, y) for x, y in everywhere)
        )
        found = next(free, None)
        placed.append(found)
        if found is not None:
            held.append(found)
    return placed


def _from_the_end(line: Points) -> Points:
    step = max(1, len(line) // STEPS)
    return line[::-1][::step]


def _above(
    point: tuple[float, float], size: tuple[float, float], distance: float
) -> Box:
    (x, y), (width, height) = point, size
    return Box(
        left=x - width / 2, top=y - distance - height, width=width, height=height
    )


def _is_within(box: Box, room: Box) -> bool:
    return (
        room.left <= box.left
        and box.right <= room.right
        and room.top <= box.top
        and box.bottom <= room.bottom
    )
