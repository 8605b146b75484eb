"""Keeps pictures small: half as wide, in 256 colours, packed as tightly as PNG can.

Half is enough to see a letter changed, and a picture of 1440 x 900 is then 15 kB.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, qRgb

Levels = NDArray[np.uint8]
"""shape (rows, columns, 3), red, green and blue, 0 to 255."""

WIDEST_PX = 800
"""Of a stored picture; it is reduced by whole numbers until it is narrower."""

COLOURS, EXACT = 256, 160
"""Of a stored picture, and how many of them are its commonest, as they are: grounds,
bands and panels. The others serve the edges of letters and lines."""

PACKED = 0
"""Qt's quality for the smallest PNG, which loses nothing."""


def levels_of(picture: QImage) -> Levels:
    """Return a picture's levels."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    rows, columns, wide = plain.height(), plain.width(), plain.bytesPerLine()
    flat = np.frombuffer(plain.constBits(), dtype=np.uint8).reshape(rows, wide)
    return flat[:, : columns * 3].reshape(rows, columns, 3).copy()


def image_of(levels: Levels) -> QImage:
    """Return levels as a picture."""
    rows, columns, _ = levels.shape
    plain = np.ascontiguousarray(levels)
    # A copy, since Qt would look into an array that may be gone.
    return QImage(
        plain.tobytes(), columns, rows, columns * 3, QImage.Format.Format_RGB888
    ).copy()


def reduced(levels: Levels) -> Levels:
    """Return the means of squares: at least of two by two, until it is narrow enough.

    What is left over at the right and at the bottom is cut off.
    """
    rows, columns, _ = levels.shape
    by = max(2, -(-columns // WIDEST_PX))
    rows, columns = rows // by, columns // by
    squares = levels[: rows * by, : columns * by].reshape(rows, by, columns, by, 3)
    means: Levels = np.rint(squares.mean(axis=(1, 3))).astype(np.uint8)
    return means


def in_few_colours(levels: Levels) -> QImage:
    """Return a picture in at most ``COLOURS``, each pixel in the nearest of them."""
    rows, columns, _ = levels.shape
    all_, which, counts = np.unique(
        levels.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True
    )
    chosen = _chosen(all_.astype(float), counts)
    far = np.linalg.norm(all_[:, None] - all_[chosen].astype(float)[None], axis=2)
    places = far.argmin(axis=1)[which.ravel()].astype(np.uint8)
    few = QImage(
        places.tobytes(), columns, rows, columns, QImage.Format.Format_Indexed8
    ).copy()
    few.setColorTable([qRgb(*(int(level) for level in all_[one])) for one in chosen])
    return few


def _chosen(colours: NDArray[np.float64], counts: NDArray[np.intp]) -> list[int]:
    """Choose the commonest, and then, again and again, the one worst served so far."""
    chosen = [int(one) for one in np.argsort(-counts, kind="stable")[:EXACT]]
    far = np.linalg.norm(colours[:, None] - colours[chosen][None], axis=2).min(axis=1)
    while len(chosen) < COLOURS and far.max() > 0.0:
        worst = int(far.argmax())
        chosen.append(worst)
        far = np.minimum(far, np.linalg.norm(colours - colours[worst], axis=1))
    return chosen


def save(picture: QImage, path: Path) -> None:
    """Write a picture.

    Raises
    ------
    OSError
        Where it cannot be written.
    """
    if not picture.save(str(path), quality=PACKED):
        raise OSError(f"The picture could not be written: {path}")


def load(path: Path) -> Levels:
    """Read a picture.

    Raises
    ------
    OSError
        Where there is none that can be read.
    """
    picture = QImage(str(path))
    if picture.isNull():
        raise OSError(f"There is no picture that can be read: {path}")
    return levels_of(picture)
