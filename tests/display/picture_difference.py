"""Tells whether two pictures show the same, as an eye that looks closely would.

Rules
-----
- Where a picture has an edge, that edge may lie up to half a pixel of the screen beside
  where it lay; an even ground may be a few levels lighter or darker.
- However little a pixel is off, the ink around it stays what it was: a thin letter in
  another colour is found by that.

Both pictures are reduced by two, at least: a thin line that lies half a pixel of the
screen beside gives up to half of itself to the next pixel here.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from biofeed.display.picture_store import Levels

Floats = NDArray[np.float64]

NOISE = 8.0
"""Levels that mean nothing: rounding to fours, and what another rasteriser does."""

EDGE = 0.55
"""Of what the pixels around one span: a half, and what the curve of an edge adds."""

FAR_OFF = 12.0
"""Levels besides, from which a pixel counts as another one."""

MOST_FAR_OFF = 6
"""Pixels that may be so: fewer than any letter has."""

AROUND_PX = 16
MOST_INK = 3.0
"""How far around a pixel ink is added up, and the levels by which its mean may change:
1.5 come from storing a picture in few colours, 2.9 from a large shape half a pixel
beside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How two pictures differ.

    Attributes
    ----------
    far_off
        Pixels that are another.
    ink
        The most that the mean around a pixel changed, levels.
    where
        shape (rows, columns), True where an eye would look.
    """

    far_off: int
    ink: float
    where: NDArray[np.bool_]

    def __bool__(self) -> bool:
        return self.far_off > MOST_FAR_OFF or self.ink > MOST_INK


def difference(before: Levels, after: Levels) -> Difference:
    """Compare two pictures of one size."""
    old, new = before.astype(float), after.astype(float)
    off = np.abs(new - old) - NOISE - EDGE * np.minimum(_span(old), _span(new))
    far_off = off.max(axis=2) > FAR_OFF
    ink = np.abs(_ink(new - old)).max(axis=2)
    return Difference(
        far_off=int(far_off.sum()),
        ink=float(ink.max()),
        where=far_off | (ink > MOST_INK),
    )


def marked(after: Levels, found: Difference) -> Levels:
    """Return a picture that is pale wherever nothing changed."""
    pale = (after // 4 + 96).astype(np.uint8)
    return np.where(found.where[:, :, None], after, pale)


def _span(levels: Floats) -> Floats:
    """What a pixel and the eight around it span."""
    rows, columns, _ = levels.shape
    wide = np.pad(levels, ((1, 1), (1, 1), (0, 0)), mode="edge")
    around = [
        wide[down : down + rows, right : right + columns]
        for down in range(3)
        for right in range(3)
    ]
    span: Floats = np.max(around, axis=0) - np.min(around, axis=0)
    return span


def _ink(levels: Floats) -> Floats:
    """Means around each pixel, what is nearer counting more.

    A mean of means has no edge, over which half a pixel could put a whole line.
    """
    for _ in range(2):
        for axis in (0, 1):
            levels = _means(levels, axis)
    return levels


def _means(levels: Floats, axis: int) -> Floats:
    """Means of ``AROUND_PX`` in a row; beyond the edge it goes on as there."""
    before, after = AROUND_PX // 2, AROUND_PX - AROUND_PX // 2 - 1
    beyond = [(0, 0)] * levels.ndim
    beyond[axis] = (before + 1, after)
    sums = np.pad(levels, beyond, mode="edge").cumsum(axis=axis)
    count = levels.shape[axis]
    upper = sums.take(range(AROUND_PX, AROUND_PX + count), axis=axis)
    means: Floats = (upper - sums.take(range(count), axis=axis)) / AROUND_PX
    return means
