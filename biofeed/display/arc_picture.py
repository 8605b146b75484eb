"""Draws an arc: the rise, the turn, the way back, with earlier ones faint behind.

The line draws itself from left to right once, as it happened; with reduced motion it is
there at once.
"""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, QTimer
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from biofeed.display import words
from biofeed.display.arc import Arc
from biofeed.display.arc_names import FACT_PX, NAME_PX, STEM_PX, ArcNames
from biofeed.display.chart import Chart
from biofeed.display.theme import LIGHT, Measure, Motion, Theme

LINE_PX = 4.0

REVEAL_S = 2.8
"""Time in which the line draws itself, s."""

FRAME_MS = 33
ROOM_ABOVE = 0.32
"""Room for names above the highest point, as a share of its height."""

LOW_Z = -2.2
LEAST_HIGH_Z = 5.0


class ArcPicture(QWidget):
    """One arc with its moments named."""

    ACCESSIBLE_ROLE = QAccessible.Role.Chart

    def __init__(
        self,
        now_s: Callable[[], float],
        *,
        motion: Motion,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._measure = Measure()
        self._now_s = now_s
        self._motion = motion
        self._began_s = now_s()
        self._frames = QTimer(self)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self.advance)
        self._chart = Chart(self)
        self._names = ArcNames(self, self)
        self._arc: Arc | None = None
        self._ghosts: tuple[Arc, ...] = ()
        self.setAccessibleName(words.TRACE)

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._theme, self._measure = theme, measure
        self._chart.dress(theme, LINE_PX * measure.scale)
        self._draw()

    def show_arc(self, arc: Arc, ghosts: tuple[Arc, ...]) -> None:
        """Show an arc, and others behind it; the same one again goes on as it was."""
        shown = self._arc
        is_new = shown is None or (shown.number, shown.name) != (arc.number, arc.name)
        self._arc, self._ghosts = arc, ghosts
        if is_new:
            self._began_s = self._now_s()
            self._frames.start()
        said = (f"{moment.name}: {moment.fact}" for moment in arc.moments)
        self.setAccessibleDescription("; ".join(said))
        self._draw()

    def clear(self) -> None:
        """Keep nothing of the arc, in pixels or in words."""
        self._arc, self._ghosts = None, ()
        self._frames.stop()
        self.setAccessibleDescription("")
        self._chart.draw(np.empty(0), np.empty(0))
        self._chart.draw_ghosts([])
        self._names.show_moments((), (), self._theme, self._measure)

    def advance(self) -> None:
        """Draw the line as far as it has come by now."""
        if self._shown_share() >= 1.0:
            self._frames.stop()
        self._draw_line()

    def place(self, t_s: float, z: float) -> QPointF:
        """Where a point of the arc is within this widget, px."""
        return self._chart.place(t_s, z)

    def curve(self) -> list[tuple[float, float]]:
        """The line's points within this widget, px, with three between each two."""
        return [] if self._arc is None else self._points(self._arc, between=4)

    def ghost_lines(self) -> list[list[tuple[float, float]]]:
        """The points of each fainter line within this widget, px."""
        return [self._points(ghost, between=1) for ghost in self._ghosts]

    def _points(self, arc: Arc, *, between: int) -> list[tuple[float, float]]:
        t_s = np.linspace(arc.t_s[0], arc.t_s[-1], between * arc.t_s.size)
        z = np.interp(t_s, arc.t_s, arc.z)
        points = (self.place(t, height) for t, height in zip(t_s, z, strict=True))
        return [(point.x(), point.y()) for point in points if point.y() == point.y()]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let chart and names fill the widget."""
        super().resizeEvent(event)
        self._chart.setGeometry(self.rect())
        self._names.setGeometry(self.rect())
        self._draw()

    def _draw(self) -> None:
        arc = self._arc
        if arc is None or not arc.t_s.size:
            return
        highest = max((float(z) for z in arc.z if np.isfinite(z)), default=LEAST_HIGH_Z)
        high = self._high_z(max(LEAST_HIGH_Z, highest))
        self._chart.set_span(float(arc.t_s[0]), float(arc.t_s[-1]), LOW_Z, high)
        self._chart.draw_ghosts([(ghost.t_s, ghost.z) for ghost in self._ghosts])
        names = tuple(ghost.name for ghost in self._ghosts)
        self._names.show_moments(arc.moments, names, self._theme, self._measure)
        self._draw_line()

    def _high_z(self, highest_z: float) -> float:
        """The upper end of the picture: names of any size have room above the line."""
        named_px = self._measure.text_px(1.6 * (NAME_PX + FACT_PX))
        share = min(0.5, (named_px + self._measure.px(STEM_PX)) / max(1, self.height()))
        beside_names = (highest_z - LOW_Z * share) / (1.0 - share)
        return max(beside_names, highest_z * (1.0 + ROOM_ABOVE))

    def _draw_line(self) -> None:
        if self._arc is None or not self._arc.t_s.size:
            return
        shown = max(1, round(self._arc.t_s.size * self._shown_share()))
        self._chart.draw(self._arc.t_s[:shown], self._arc.z[:shown])
        self._names.show_until(float(self._arc.t_s[shown - 1]))

    def _shown_share(self) -> float:
        """How much of the line is drawn by now, 0 to 1: quick first, then slower."""
        if self._motion is Motion.REDUCED:
            return 1.0
        share = min(1.0, max(0.0, (self._now_s() - self._began_s) / REVEAL_S))
        return 1.0 - (1.0 - share) ** 2
