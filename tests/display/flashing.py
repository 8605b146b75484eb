"""Counts flashes on grabbed pictures of a window, as WCAG 2.2 (2.3.1) defines them.

A flash is a pair of opposing changes of relative luminance, each of a tenth of the most
or more, where the darker picture is below 0.80. More than three within a second are too
many where they take a quarter of any 341 x 256 px of a 1024 x 768 screen together.

Counted is in tiles, and not in their phase: tiles that flash turn and turn about count
as if they did so together, so what passes here passes there.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from biofeed.display.theme import ThemeChoice
from devices.source import LinkReason, LinkState

FRAMES_PER_S = 60

SIZE_PX = (1024, 768)
"""The screen that the definition of a flash is given for."""

STORM = (
    (LinkState.LOST, LinkReason.DROPPED),
    (LinkState.SEARCHING, None),
    (LinkState.CONNECTING, None),
    (LinkState.LIVE, None),
)
"""What a strap that comes and goes says of itself, over and over."""

THEMES = pytest.mark.parametrize("theme", [ThemeChoice.DARK, ThemeChoice.LIGHT])

LEAST_CHANGE = 0.10
DARK_BELOW = 0.80
MOST_IN_A_SECOND = 3
"""Of what a flash is, and how many there may be."""

FIELD_PX = (341, 256)
FIELD_SHARE = 0.25
"""Ten degrees of sight, and how much of it has to flash together."""

TILE_PX = 8
"""Light is averaged over so many px both ways: the stem of a large letter."""

LINEAR = np.array(
    [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (step / 255 for step in range(256))
    ],
    dtype=np.float32,
)

BLUE_GREEN_RED = np.array([0.0722, 0.7152, 0.2126], dtype=np.float32)
"""What each colour adds to luminance, in the order in which Qt keeps them."""

Light = NDArray[np.float32]
Tiles = NDArray[np.float32]


def light_of(image: QImage) -> Light:
    """Relative luminance of a picture, pixel by pixel: shape (high, wide)."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    # A copy: the picture's own memory goes with it.
    pixels = np.array(plain.constBits()).reshape(plain.height(), plain.width(), 4)
    light: Light = LINEAR[pixels[:, :, :3]] @ BLUE_GREEN_RED
    return light


def tiles_of(image: QImage) -> Tiles:
    """Relative luminance of a picture, averaged over tiles: shape (rows, columns)."""
    wide, high = image.width() // TILE_PX, image.height() // TILE_PX
    light = light_of(image)[: high * TILE_PX, : wide * TILE_PX]
    tiles: Tiles = light.reshape(high, TILE_PX, wide, TILE_PX).mean(axis=(1, 3))
    return tiles


def grab(window: QWidget) -> Tiles:
    """What a window shows now, as tiles."""
    return tiles_of(window.grab().toImage())


@dataclass(frozen=True)
class Flashing:
    """The most flashes within any second.

    Attributes
    ----------
    most
        In each tile, shape (rows, columns).
    """

    most: NDArray[np.int_]

    @property
    def anywhere(self) -> int:
        """The most in any tile, however small."""
        return int(self.most.max())

    @property
    def share_of_field(self) -> float:
        """How much of a field flashes too often, at the worst place; 0 to 1."""
        too_often = (self.most > MOST_IN_A_SECOND).astype(int)
        high = min(FIELD_PX[1] // TILE_PX, too_often.shape[0])
        wide = min(FIELD_PX[0] // TILE_PX, too_often.shape[1])
        sums = np.pad(too_often, ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
        within = (
            sums[high:, wide:]
            - sums[:-high, wide:]
            - sums[high:, :-wide]
            + sums[:-high, :-wide]
        )
        return float(within.max() * TILE_PX**2 / (FIELD_PX[0] * FIELD_PX[1]))

    @property
    def is_general_flash(self) -> bool:
        """Whether WCAG would call it one."""
        return self.share_of_field >= FIELD_SHARE


def flashing(frames: Iterable[Tiles]) -> Flashing:
    """Count the flashes in pictures that follow each other at ``FRAMES_PER_S``."""
    changes = np.stack(list(_changes(frames)))
    counted = np.cumsum(changes, axis=0, dtype=int)
    before = np.zeros_like(counted)
    before[FRAMES_PER_S:] = counted[:-FRAMES_PER_S]
    # Two opposing changes are one flash; one alone is none.
    return Flashing(most=(counted - before).max(axis=0) // 2)


def _changes(frames: Iterable[Tiles]) -> Iterable[NDArray[np.bool_]]:
    """Where a change against the one before it is complete, picture by picture.

    From the lowest and the highest since the last turn, so that a change counts however
    many pictures it takes.
    """
    low = high = going = None
    for light in frames:
        if low is None or high is None or going is None:
            low, high = light.copy(), light.copy()
            going = np.zeros(light.shape, dtype=np.int8)
        np.minimum(low, light, out=low)
        np.maximum(high, light, out=high)
        up = (light - low >= LEAST_CHANGE) & (low < DARK_BELOW) & (going <= 0)
        down = (high - light >= LEAST_CHANGE) & (light < DARK_BELOW) & (going >= 0)
        going[up], going[down] = 1, -1
        # From a turn on, only what lies beyond it counts.
        turned = up | down
        low[turned] = high[turned] = light[turned]
        yield turned
