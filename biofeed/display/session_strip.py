"""The whole session as one slim line, with the minutes in view marked."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from biofeed.display import words
from biofeed.display.colour import faded
from biofeed.display.column_line import columns, paint_line
from biofeed.display.theme import LIGHT, Measure, Theme

Floats = NDArray[np.float64]

SHORTEST_S = 900.0
"""The strip is at least a quarter of an hour long, s."""

LOW_Z = -2.5
LEAST_HIGH_Z = 5.0
ROOM = 1.1
"""Least range of heights, z, and the air above the highest point."""


class SessionStrip(QWidget):
    """Overview of the trace."""

    ACCESSIBLE_ROLE = QAccessible.Role.Chart

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
        column_s = max(1.0, length_s / self.width())
        paint_line(
            painter,
            columns(self._t_s, self._z, column_s),
            column_s=column_s,
            x=x,
            y=y,
            width_px=self._measure.px(1.6),
            theme=self._theme,
        )
