"""The shape that breathes looks the same at every moment, however it is painted."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from biofeed.display.orb import GLOWS, Orb, orb_radius
from biofeed.display.theme import DARK, LIGHT, Theme

SIDE_PX = 220
GROUND = "#336699"


def _picture(orb: Orb, fullness: float) -> np.ndarray:
    """Shape (n, n, 3): red, green and blue of a shape in the middle, 0 to 255."""
    image = QImage(SIDE_PX, SIDE_PX, QImage.Format.Format_RGB32)
    image.fill(GROUND)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    orb.paint(painter, QPointF(SIDE_PX / 2, SIDE_PX / 2), fullness)
    painter.end()
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(SIDE_PX, SIDE_PX, 4)
    return flat[:, :, :3].astype(int)


def _orb(theme: Theme) -> Orb:
    orb = Orb()
    orb.fit(theme, 98.0, 1.0)
    return orb


@pytest.mark.parametrize("theme", [DARK, LIGHT])
@pytest.mark.parametrize("fullness", [0.0, 0.3, 0.517, 1.0])
def test_it_is_as_large_as_it_is_full(
    qapp: object, theme: Theme, fullness: float
) -> None:
    """Nothing beyond its radius is painted, and nothing of the ground shows within."""
    picture = _picture(_orb(theme), fullness)
    ground = picture[0, 0]
    across = np.abs(np.arange(SIDE_PX) + 0.5 - SIDE_PX / 2)
    far = np.hypot(across[:, None], across[None, :])
    radius = orb_radius(98.0, fullness)
    assert (picture[far > radius + 1.0] == ground).all()
    assert (np.abs(picture[far < radius - 1.0] - ground).max(axis=1) > 20).all()


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_from_one_size_of_glow_to_the_next_nothing_is_seen(
    qapp: object, theme: Theme
) -> None:
    """Growing by a tenth of a glow's size, no pixel within changes by over 3 of 255."""
    orb = _orb(theme)
    inner = orb_radius(98.0, 0.0) - 2.0
    across = np.abs(np.arange(SIDE_PX) + 0.5 - SIDE_PX / 2)
    within = np.hypot(across[:, None], across[None, :]) < inner
    fullnesses = np.linspace(0.0, 1.0, 10 * GLOWS + 1)
    pictures = [_picture(orb, float(fullness))[within] for fullness in fullnesses]
    changes = [np.abs(after - before).max() for before, after in pairwise(pictures)]
    assert 0 < max(changes) <= 3


def test_glows_are_those_of_its_theme_and_size(qapp: object) -> None:
    """Dressed anew it keeps nothing of what it was before."""
    orb = _orb(DARK)
    _picture(orb, 0.5)
    orb.fit(LIGHT, 90.0, 1.0)
    fresh = Orb()
    fresh.fit(LIGHT, 90.0, 1.0)
    assert (_picture(orb, 0.5) == _picture(fresh, 0.5)).all()


def test_it_fades_as_its_painter_does(qapp: object) -> None:
    """A shape whose place is not known is seen through, its glow with it."""
    image = QImage(SIDE_PX, SIDE_PX, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    painter.setOpacity(0.25)
    _orb(DARK).paint(painter, QPointF(SIDE_PX / 2, SIDE_PX / 2), 1.0)
    painter.end()
    faded = image.pixelColor(SIDE_PX // 2, SIDE_PX // 2)
    full = _picture(_orb(DARK), 1.0)[SIDE_PX // 2, SIDE_PX // 2]
    assert faded.green() < 0.5 * full[1]
