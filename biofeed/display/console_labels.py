"""Finds places for the words of moments in a chart, so that none covers another. Pure.

A word stands right of its moment; where something is in the way it moves to the left,
and then up or down. It keeps clear of words, of the upright lines of marks, and of the
curve where that can be had. A word without a place is left out; its moment is drawn.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from biofeed.display.label_places import Box
from biofeed.session.snapshot import Floats

LIFTS = (0.0, -1.0, 1.0, -2.0, 2.0, -3.0, 3.0)
"""How far a word is moved, in its heights, upwards below nought."""

TO_THE_LEFT, OVER_THE_CURVE, THROUGH_A_LINE = 0.1, 1.2, 2.5
"""What it rather avoids, in heights that it would be moved for that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A word that seeks its place.

    Attributes
    ----------
    x, y
        Its moment, px.
    width, height
        Of the word with its ground, px.
    """

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What is there already.

    Attributes
    ----------
    room
        The words stay within it.
    taken
        Words that have their place.
    lines_x
        Where upright lines are, px.
    curve_x, curve_y
        shape (n,), the curve's points, px; NaN is a gap in it.
    """

    room: Box
    taken: tuple[Box, ...]
    lines_x: tuple[float, ...]
    curve_x: Floats
    curve_y: Floats

    def is_clear_of_words(self, box: Box, placed: Sequence[Box]) -> bool:
        """Whether it is in the room, and no word is in the way."""
        room = self.room
        is_within = room.left <= box.left and box.right <= room.right
        is_within = is_within and room.top <= box.top and box.bottom <= room.bottom
        return is_within and not any(box.covers(one) for one in (*self.taken, *placed))

    def cost(self, box: Box) -> float:
        """What is in the way of a word, in heights that it would rather be moved."""
        through = any(box.left <= x <= box.right for x in self.lines_x)
        x, y = self.curve_x, self.curve_y
        across = (x >= box.left) & (x <= box.right)
        hides = bool((across & (y >= box.top) & (y <= box.bottom)).any())
        return through * THROUGH_A_LINE + hides * OVER_THE_CURVE


def label_boxes(
    labels: Sequence[Label], ground: Ground, *, distance: float
) -> list[Box | None]:
    """Place one box beside each moment; None where there is no room for it.

    Parameters
    ----------
    labels
        The most important first.
    distance
        Between a moment and its word, px.
    """
    found: list[Box | None] = []
    placed: list[Box] = []
    for label in labels:
        free = [
            (far + ground.cost(box), box)
            for far, box in _candidates(label, ground.room, distance)
            if ground.is_clear_of_words(box, placed)
        ]
        best = min(free, key=lambda each: each[0], default=None)
        found.append(None if best is None else best[1])
        placed += [] if best is None else [best[1]]
    return found


def _candidates(
    label: Label, room: Box, distance: float
) -> Iterator[tuple[float, Box]]:
    """Boxes for one word, each with how far it is from right of its moment."""
    lowest = room.bottom - label.height
    middle = min(max(label.y - label.height / 2, room.top), lowest)
    lefts = (label.x + distance, label.x - distance - label.width)
    for lift in LIFTS:
        for side, left in enumerate(lefts):
            top = middle + lift * label.height
            box = Box(left=left, top=top, width=label.width, height=label.height)
            yield abs(lift) + side * TO_THE_LEFT, box
