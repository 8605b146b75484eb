"""A trace of any length as a line no wider than its room: by columns of pixels.

Theory
------
A session of hours has more seconds than a screen has pixels. Each column of pixels
shows the highest and the lowest of its seconds, so no rise is lost.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from biofeed.display.colour import mixed
from biofeed.display.theme import Theme

Floats = NDArray[np.float64]
Place = Callable[[float], float]


def paint_line(
    painter: QPainter,
    columns_z: list[tuple[float, float, float]],
    *,
    column_s: float,
    x: Place,
    y: Place,
    width_px: float,
    theme: Theme,
) -> None:
    """Draw a line; what has one colour is handed to Qt in one piece.

    Parameters
    ----------
    columns_z
        As ``columns`` returns them.
    column_s
        Seconds one column stands for; where more than one is missing, none is drawn.
    x, y
        Where a time (s) and a height (z) are, px.
    width_px
        Of the line.
    """
    colour, lines = "", list[QLineF]()
    before: tuple[float, QPointF] | None = None
    for t_s, low, top in columns_z:
        if (here := _colour(theme, top)) != colour:
            _paint_piece(painter, colour, lines, width_px)
            colour, lines = here, []
        at = QPointF(x(t_s), y(top))
        if before is not None and t_s - before[0] < 2.0 * column_s:
            lines.append(QLineF(before[1], at))
        if top > low:
            lines.append(QLineF(at, QPointF(at.x(), y(low))))
        before = (t_s, at)
    _paint_piece(painter, colour, lines, width_px)


def columns(
    t_s: Floats, z: Floats, column_s: float
) -> list[tuple[float, float, float]]:
    """Lowest and highest of each column of pixels; columns with nothing known are left.

    Parameters
    ----------
    t_s, z
        shape (n,), n > 0; NaN where unknown.
    column_s
        Seconds one column stands for.

    Returns
    -------
    Start of the column (s), lowest and highest (z), oldest first.
    """
    finite = np.isfinite(z)
    if not finite.any():
        return []
    index = ((t_s[finite] - t_s[0]) // column_s).astype(int)
    starts = np.flatnonzero(np.diff(index, prepend=-1))
    lows = np.minimum.reduceat(z[finite], starts)
    highs = np.maximum.reduceat(z[finite], starts)
    return list(
        zip(t_s[finite][starts].tolist(), lows.tolist(), highs.tolist(), strict=True)
    )


def _paint_piece(
    painter: QPainter, colour: str, lines: list[QLineF], width_px: float
) -> None:
    if lines:
        painter.setPen(QPen(QColor(colour), width_px))
        painter.drawLines(lines)


def _colour(theme: Theme, z: float) -> str:
    height = min(1.0, max(0.0, (z - 1.0) / 5.0))
    return mixed(theme.rest, theme.height, height) if height else theme.rest
