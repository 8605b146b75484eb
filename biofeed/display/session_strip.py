"""The whole session as one slim line, with the minutes in view marked.

Theory
------
A session of hours has more seconds than the strip has pixels. Each column of pixels
shows the highest and the lowest of its seconds, so no rise is lost.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from biofeed.display import words
from biofeed.display.colour import faded, mixed
from biofeed.display.theme import LIGHT, Measure, Theme

Floats = NDArray[np.float64]
Place = Callable[[float], float]

SHORTEST_S = 900.0
"""The strip is at least a quarter of an hour long, s."""

LOW_Z = -2.5
LEAST_HIGH_Z = 5.0
ROOM = 1.1
"""Least range of heights, z, and the air above the highest point."""


class SessionStrip(QWidget):
    """Overview of the trace."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._measure = Measure()
        self._t_s: Floats = np.empty(0)
        self._z: Floats = np.empty(0)
        self._shown_s = 0.0
        self.setAccessibleName(words.WHOLE_SESSION)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._theme, self._measure = theme, measure
        self.update()

    def show_session(self, t_s: Floats, z: Floats, *, shown_s: float) -> None:
        """Show a trace from its beginning; its last ``shown_s`` are marked as in view.

        Parameters
        ----------
        t_s, z
            shape (n,), the whole session on the 1 s grid; NaN where unknown.
        shown_s
            Length of the part that is in view elsewhere, s.
        """
        self._t_s, self._z, self._shown_s = t_s, z, shown_s
        self.update()

    def clear(self) -> None:
        """Forget the trace: nothing of it may be seen in a quiet phase."""
        self._t_s = self._z = np.empty(0)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw band, view and line."""
        if not self._t_s.size:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        known = self._z[np.isfinite(self._z)]
        highest = float(known.max()) if known.size else 0.0
        high = max(LEAST_HIGH_Z, highest * ROOM)
        start_s = float(self._t_s[0])
        length_s = max(SHORTEST_S, float(self._t_s[-1]) - start_s)

        def x(t_s: float) -> float:
            return (t_s - start_s) / length_s * self.width()

        def y(z: float) -> float:
            return (high - z) / (high - LOW_Z) * self.height()

        band = QRectF(0, y(1.0), self.width(), y(-1.0) - y(1.0))
        painter.fillRect(band, faded(self._theme.band, 0.8))
        end_s = float(self._t_s[-1])
        left = x(max(start_s, end_s - self._shown_s))
        view = QRectF(left, 0, x(end_s) - left, self.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(self._theme.muted, 0.10))
        painter.drawRoundedRect(view, self._measure.px(4), self._measure.px(4))
        self._paint_line(painter, max(1.0, length_s / self.width()), x, y)

    def _paint_line(
        self, painter: QPainter, column_s: float, x: Place, y: Place
    ) -> None:
        """Draw the line; what has one colour is handed to Qt in one piece."""
        colour, lines = "", list[QLineF]()
        before: tuple[float, float] | None = None
        for t_s, low, top in columns(self._t_s, self._z, column_s):
            if (here := self._colour(top)) != colour:
                self._paint_piece(painter, colour, lines)
                colour, lines = here, []
            at = QPointF(x(t_s), y(top))
            if before is not None and t_s - before[0] < 2.0 * column_s:
                lines.append(QLineF(QPointF(x(before[0]), y(before[1])), at))
            if top > low:
                lines.append(QLineF(at, QPointF(x(t_s), y(low))))
            before = (t_s, top)
        self._paint_piece(painter, colour, lines)

    def _paint_piece(self, painter: QPainter, colour: str, lines: list[QLineF]) -> None:
        if lines:
            painter.setPen(QPen(QColor(colour), self._measure.px(1.6)))
            painter.drawLines(lines)

    def _colour(self, z: float) -> str:
        height = min(1.0, max(0.0, (z - 1.0) / 5.0))
        if not height:
            return self._theme.rest
        return mixed(self._theme.rest, self._theme.height, height)


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
