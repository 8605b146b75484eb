"""Paints a recording's time line: trace, phases, rounds, marks and gaps.

Rules
-----
- No colour alone: a rise stands higher than a settle, all else is thin, and each has
  its word where there is room; a gap is hatched, a mark has a flag.
- The playhead's knob hides no letter: it reaches up to the words' foot. A jump to a
  round ends under that round's own word, and a drag under the pointer's.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from biofeed.core.phase import PhaseKind
from biofeed.display import replay_words, words
from biofeed.display.colour import faded
from biofeed.display.column_line import Place, columns, paint_line
from biofeed.display.style_sheet import ring_px
from biofeed.display.theme import Measure, Theme, font
from biofeed.display.timeline_scale import TimeScale, clock, is_in_gap, phase_at
from biofeed.session.outline import Moment, Outline, PhaseSpan, Span
from devices.plain_text import one_line

SMALL_PX = 13
ROW_PX = 18
TRACE_PX = 44
BAR_PX = 9
THIN_PX = 3
AIR_PX = 5
KNOB_PX = 6
KNOB_UP_PX = 3
"""Sizes at 1440 x 900: type, a row of it, the trace, a bar, a thin one, air, the
playhead's knob (half of it, and how far over the trace its middle is), px."""

LOW_Z = -2.0
LEAST_HIGH_Z = 5.0
"""Least range of heights, z."""

TALL = {PhaseKind.ACTIVATE: 1.0, PhaseKind.SETTLE: 0.66, PhaseKind.PROBE: 0.66}
"""Share of a bar's height by what goes on; the rest is thin."""

MOST_WORDED_SCALE = 1.4
"""With larger type than this there is no row for the phases' words: the strip above
and the pointer tell them."""

NEAR_MARK_PX = 6.0
"""So near to a mark its word is shown, px."""

Align = Qt.AlignmentFlag


def height_px(measure: Measure) -> int:
    """How high the whole line is, px."""
    rows = 3 if _has_words(measure) else 2
    return rows * measure.text_px(ROW_PX) + measure.px(TRACE_PX + BAR_PX + 2 * AIR_PX)


def _has_words(measure: Measure) -> bool:
    return measure.text_scale <= MOST_WORDED_SCALE


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePaint:
    """One picture of an outline.

    Attributes
    ----------
    scale
        Where times are.
    """

    painter: QPainter
    scale: TimeScale
    theme: Theme
    measure: Measure

    def still(self, outline: Outline) -> None:
        """Paint what is in the recording; it changes while that is gone through."""
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = self._heights(outline)
        self._ground(outline, y)
        for gap in outline.gaps:
            self._gap(gap)
        self._trace(outline, y)
        self._phases(outline.phases)
        self._rounds(outline)
        for mark in outline.marks:
            self._flag(mark)
        self._times(outline.end_s)

    def ring(self) -> None:
        """Paint what shows that the keyboard is on the line."""
        wide = ring_px(self.measure)
        box = self._trace_box.adjusted(-wide / 2, -wide / 2, wide / 2, wide / 2)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(QColor(self.theme.focus), wide))
        self.painter.drawRoundedRect(box, wide, wide)

    def playhead(self, t_s: float) -> None:
        """Paint where the replay is."""
        x, px = self.scale.x(t_s), self.measure.px
        top = self._trace_box.top() - px(KNOB_UP_PX)
        pen = QPen(QColor(self.theme.text), max(2.0, px(2)))
        self.painter.setPen(pen)
        self.painter.drawLine(QLineF(x, top, x, self._bars_top + px(BAR_PX)))
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(self.theme.text))
        self.painter.drawEllipse(QPointF(x, top), px(KNOB_PX), px(KNOB_PX))

    def pointed_at(self, outline: Outline, t_s: float) -> None:
        """Say what is where the pointer is, above the line."""
        x = self.scale.x(t_s)
        self.painter.setPen(QPen(faded(self.theme.text, 0.5), 1.0))
        box = self._trace_box
        self.painter.drawLine(QLineF(x, box.top(), x, box.bottom()))
        near_s = self.scale.t_s(x + NEAR_MARK_PX) - t_s
        text = words.BETWEEN.join(said_at(outline, t_s, near_s=near_s))
        wide = self._width(text)
        least, most = self.scale.left_px, self.scale.x(self.scale.end_s) - wide
        left = max(least, min(x - wide / 2, most))
        row = QRectF(left, 0.0, wide, self.measure.text_px(ROW_PX))
        self.painter.fillRect(row.adjusted(-4, 0, 4, 0), QColor(self.theme.ground))
        self._say(row, text, self.theme.text, at=Align.AlignTop)

    @property
    def _trace_box(self) -> QRectF:
        top = self.measure.text_px(ROW_PX) + self.measure.px(AIR_PX)
        wide = self.scale.width_px
        return QRectF(self.scale.left_px, top, wide, self.measure.px(TRACE_PX))

    @property
    def _bars_top(self) -> float:
        return self._trace_box.bottom() + self.measure.px(AIR_PX)

    def _ground(self, outline: Outline, y: Place) -> None:
        box = self._trace_box
        self.painter.fillRect(box, faded(self.theme.panel, 0.6))
        top, foot = y(1.0), y(-1.0)
        band = QRectF(box.left(), top, box.width(), foot - top)
        self.painter.fillRect(band, faded(self.theme.band, 0.8))
        if outline.known_s < outline.end_s:
            left = self.scale.x(outline.known_s)
            ahead = QRectF(left, box.top(), box.right() - left, box.height())
            self._say(ahead, replay_words.STILL_READING, self.theme.muted, centred=True)

    def _heights(self, outline: Outline) -> Place:
        """Where heights are, px; what is below the room is drawn at its foot."""
        known = outline.trace_z[np.isfinite(outline.trace_z)]
        high = max(LEAST_HIGH_Z, float(known.max()) if known.size else 0.0)
        box = self._trace_box

        def y(z: float) -> float:
            return box.top() + box.height() * min(1.0, (high - z) / (high - LOW_Z))

        return y

    def _trace(self, outline: Outline, y: Place) -> None:
        if not outline.trace_t_s.size:
            return
        column_s = max(1.0, self.scale.seconds_a_px)
        paint_line(
            self.painter,
            columns(outline.trace_t_s, outline.trace_z, column_s),
            column_s=column_s,
            x=self.scale.x,
            y=y,
            width_px=max(1.2, self.measure.px(1.6)),
            theme=self.theme,
        )

    def _gap(self, gap: Span) -> None:
        box, left = self._trace_box, self.scale.x(gap.start_s)
        wide = max(self.measure.px(3), self.scale.x(gap.end_s) - left)
        hatch = QBrush(QColor(self.theme.edge), Qt.BrushStyle.BDiagPattern)
        self.painter.fillRect(QRectF(left, box.top(), wide, box.height()), hatch)

    def _phases(self, phases: Iterable[PhaseSpan]) -> None:
        high = self.measure.px(BAR_PX)
        foot = self._bars_top + high
        self.painter.setPen(Qt.PenStyle.NoPen)
        for phase in phases:
            left, right = self.scale.x(phase.start_s), self.scale.x(phase.end_s)
            wide = max(1.0, right - left - self.measure.px(2))
            tall = max(float(self.measure.px(THIN_PX)), high * TALL.get(phase.kind, 0))
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(QColor(self._colour(phase.kind)))
            self.painter.drawRect(QRectF(left, foot - tall, wide, tall))
            row = QRectF(left, foot, wide, self.measure.text_px(ROW_PX))
            word = words.PHASES[phase.kind]
            if _has_words(self.measure) and self._width(word) <= wide:
                self._say(row, word, self.theme.muted)

    def _colour(self, kind: PhaseKind) -> str:
        if kind is PhaseKind.ACTIVATE:
            return self.theme.height
        return self.theme.rest if kind in TALL else self.theme.past

    def _rounds(self, outline: Outline) -> None:
        """Number the rounds of a protocol over where each begins."""
        box = self._trace_box
        for number, one in enumerate(outline.rounds, start=1):
            left = self.scale.x(one.start_s)
            self.painter.setPen(QPen(faded(self.theme.edge, 0.9), 1.0))
            self.painter.drawLine(QLineF(left, box.top(), left, box.bottom()))
            word = replay_words.ROUND.format(number=number)
            wide = self.scale.x(one.end_s) - left
            if self._width(word) > wide:
                word = str(number)
            row = QRectF(left, 0.0, wide, self.measure.text_px(ROW_PX))
            self._say(row, word, self.theme.muted, at=Align.AlignTop)

    def _flag(self, mark: Moment) -> None:
        x, box, side = self.scale.x(mark.t_s), self._trace_box, self.measure.px(8)
        self.painter.setPen(QPen(QColor(self.theme.tip), 1.0))
        self.painter.drawLine(QLineF(x, box.top(), x, box.bottom()))
        corners = [(0.0, 0.0), (side, side / 2), (0.0, side)]
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(self.theme.tip))
        flag = [QPointF(x + right, box.top() + down) for right, down in corners]
        self.painter.drawPolygon(QPolygonF(flag))

    def _times(self, end_s: float) -> None:
        top = self._bars_top + self.measure.px(BAR_PX)
        top += self.measure.text_px(ROW_PX) if _has_words(self.measure) else 0
        apart = self._width(clock(end_s)) * 2.0
        edge = self.scale.x(end_s)
        for t_s in self.scale.ticks_s(apart):
            word = clock(t_s)
            left = self.scale.x(t_s)
            row = QRectF(left, top, self._width(word), self.measure.text_px(ROW_PX))
            if row.right() <= edge:
                self._say(row, word, self.theme.muted)

    def _width(self, text: str) -> float:
        face = font(self.measure.text_px(SMALL_PX))
        return QFontMetricsF(face).horizontalAdvance(text) + 2.0

    def _say(
        self,
        box: QRectF,
        text: str,
        colour: str,
        *,
        centred: bool = False,
        at: Align = Align.AlignVCenter,
    ) -> None:
        self.painter.setFont(font(self.measure.text_px(SMALL_PX)))
        self.painter.setPen(QColor(colour))
        sideways = Align.AlignHCenter if centred else Align.AlignLeft
        metrics = QFontMetricsF(self.painter.font())
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        self.painter.drawText(box, sideways | at, elided)


def said_at(outline: Outline, t_s: float, *, near_s: float = 0.0) -> tuple[str, ...]:
    """What is at a moment of a recording, in words, its time first."""
    said = [clock(t_s)]
    if (phase := phase_at(outline, t_s)) is not None:
        said.append(words.PHASES[phase.kind])
        if phase.round is not None:
            said.append(replay_words.ROUND.format(number=phase.round))
    if is_in_gap(outline.gaps, t_s):
        said.append(replay_words.GAP)
    near = [each for each in outline.marks if abs(each.t_s - t_s) <= near_s]
    said += [one_line(each.text) or replay_words.MARK for each in near]
    return tuple(said)
