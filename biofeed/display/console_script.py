"""The phases of a session as tiles: what was, what is, what comes.

Rules
-----
- The tile of the phase that goes on is always there; where there is no room for all,
  the others around it are, and how many are left out at either end is told.
- Place, frame and time tell past, present and future apart, not the colour alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from biofeed.core.phase import PhaseKind
from biofeed.core.values import PhaseChanged
from biofeed.display import console_words as said
from biofeed.display import durations, reading
from biofeed.display.between_rises import phase_left_s
from biofeed.display.colour import faded
from biofeed.display.console_canvas import Align
from biofeed.display.theme import LIGHT, Measure, Theme, font
from biofeed.display.tile_widths import When, tile_widths
from biofeed.session.snapshot import Snapshot

TYPE_PX = 13
HIGH_PX = 30
LEAST_PX = 88
GAP_PX = 5
PAD_PX, BETWEEN_PX = 9, 6
"""Sizes at 1440 x 900: type, a tile's height and least width, between two, within one
at its sides and before its time, px."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One phase; ``time`` is how long it took, has gone on, or may last."""

    word: str
    time: str
    when: When


def tiles(
    snapshot: Snapshot, names: Mapping[PhaseKind, str] = said.PHASES
) -> tuple[Tile, ...]:
    """Lay out what was as it was lived, and what comes as it is planned.

    Parameters
    ----------
    names
        What a phase of each kind is called.
    """
    lived = _lived(snapshot)
    past = [
        Tile(
            word=names[one.kind],
            time=durations.clock(end_s - one.t_s),
            when=When.PAST,
        )
        for one, end_s in _with_ends(lived)
    ]
    now = [_now(snapshot, lived[-1].t_s, names)] if lived else []
    reached = max((phase.step for phase in lived if phase.step is not None), default=-1)
    coming = [
        Tile(word=names[one.kind], time=_up_to(one.longest_s), when=When.NEXT)
        for one in snapshot.protocol.phases[reached + 1 :]
    ]
    return (*past, *now, *coming)


def in_view(count: int, current: int, fit: int) -> range:
    """Which of ``count`` tiles are shown where ``fit`` of them have room.

    >>> in_view(14, 6, 5)
    range(4, 9)
    >>> in_view(14, 13, 5)
    range(9, 14)
    """
    if fit >= count:
        return range(count)
    first = min(max(0, current - fit // 2), count - fit)
    return range(first, first + fit)


def _lived(snapshot: Snapshot) -> list[PhaseChanged]:
    """Phases in order; one that goes on in another way is the same."""
    lived: list[PhaseChanged] = []
    for phase in (*snapshot.phases_done, snapshot.phase):
        if phase is None:
            continue
        same = lived and (lived[-1].kind, lived[-1].step) == (phase.kind, phase.step)
        if not same:
            lived.append(phase)
    return lived


def _with_ends(lived: Sequence[PhaseChanged]) -> list[tuple[PhaseChanged, float]]:
    return [(before, after.t_s) for before, after in pairwise(lived)]


def _now(snapshot: Snapshot, began_s: float, names: Mapping[PhaseKind, str]) -> Tile:
    time = durations.clock(max(0.0, snapshot.t_s - began_s))
    left_s = phase_left_s(snapshot)
    if snapshot.ended is None and left_s is not None:
        time = f"−{durations.clock(left_s)}"
    word = names[reading.kind_of(snapshot)]
    is_over = snapshot.ended is not None
    return Tile(word=word, time=time, when=When.PAST if is_over else When.NOW)


def _up_to(longest_s: float | None) -> str:
    return said.OPEN_TIME if longest_s is None else durations.clock(longest_s)


class ConsoleScript(QWidget):
    """Draws the tiles in one row."""

    ACCESSIBLE_ROLE = QAccessible.Role.Graphic

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._measure = LIGHT, Measure()
        self._tiles: tuple[Tile, ...] = ()
        self.setAccessibleName(said.SCRIPT)

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._theme, self._measure = theme, measure
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def show_tiles(self, tiles: tuple[Tile, ...]) -> None:
        """Show these from now on."""
        if tiles == self._tiles:
            return
        self._tiles = tiles
        told = (f"{tile.word} {tile.time}, {said.WHENS[tile.when]}" for tile in tiles)
        self.setAccessibleDescription("; ".join(told))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """One row."""
        high = max(self._measure.px(HIGH_PX), self._measure.text_px(TYPE_PX * 1.9))
        return QSize(300, high)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tiles that have room, and how many more there are."""
        if not self._tiles:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown, more = self._in_view()
        before, after = shown.start, len(self._tiles) - shown.stop
        left, gap = float(more if before else 0), self._measure.px(GAP_PX)
        room = self.width() - left - (more if after else 0) - gap * (len(shown) - 1)
        tiles = [self._tiles[index] for index in shown]
        widths = tile_widths(
            [self._needed_px(tile) for tile in tiles],
            [tile.when for tile in tiles],
            least=self._least_px,
            room=room,
        )
        for tile, wide in zip(tiles, widths, strict=True):
            box = QRectF(left, 0.5, wide, self.height() - 1.0)
            self._paint_tile(painter, box, tile)
            left += wide + gap
        self._tell_more(painter, before, after, more)

    @property
    def _least_px(self) -> int:
        return max(self._measure.px(LEAST_PX), self._measure.text_px(LEAST_PX))

    def _in_view(self) -> tuple[range, int]:
        """Which tiles have room, and what each end has to tell of others, px."""
        least, gap, count = self._least_px, self._measure.px(GAP_PX), len(self._tiles)
        whens = [tile.when for tile in self._tiles]
        past = whens.count(When.PAST)
        current = min(past, count - 1) if When.NOW in whens else max(0, past - 1)
        beyond = max(0.0, self._needed_px(self._tiles[current]) - least)
        room = self.width() - beyond + gap
        fit = max(1, int(room / (least + gap)))
        more = 0 if fit >= count else self._measure.text_px(TYPE_PX * 2.4)
        fit = max(1, int((room - 2 * more) / (least + gap)))
        return in_view(count, current, fit), more

    def _font_of(self, tile: Tile) -> QFont:
        is_now = tile.when is When.NOW
        weight = QFont.Weight.DemiBold if is_now else QFont.Weight.Normal
        return font(self._measure.text_px(TYPE_PX), weight)

    def _needed_px(self, tile: Tile) -> float:
        """How wide a tile is with its word whole, px."""
        metrics = QFontMetricsF(self._font_of(tile))
        words = (tile.word, tile.time)
        return sum(map(metrics.horizontalAdvance, words)) + self._measure.px(
            2 * PAD_PX + BETWEEN_PX
        )

    def _paint_tile(self, painter: QPainter, box: QRectF, tile: Tile) -> None:
        theme, px = self._theme, self._measure.px
        ground = {
            When.PAST: QColor(theme.band),
            When.NOW: QColor(theme.band),
            When.NEXT: faded(theme.panel, 1.0),
        }[tile.when]
        is_now = tile.when is When.NOW
        edge = {When.NEXT: faded(theme.edge, 0.6)}.get(tile.when, ground)
        # What is under way is framed: it is found at a glance.
        painter.setPen(
            QPen(QColor(theme.text) if is_now else edge, 1.6 if is_now else 1)
        )
        painter.setBrush(ground)
        painter.drawRoundedRect(box, px(6), px(6))
        inner = box.adjusted(px(PAD_PX), 0, -px(PAD_PX), 0)
        painter.setFont(self._font_of(tile))
        metrics = QFontMetricsF(painter.font())
        time = metrics.horizontalAdvance(tile.time) + px(BETWEEN_PX) - 1
        painter.setPen(QColor(theme.text if is_now else theme.muted))
        painter.drawText(inner, Align.AlignRight | Align.AlignVCenter, tile.time)
        word = inner.adjusted(0, 0, -time, 0)
        text = metrics.elidedText(tile.word, Qt.TextElideMode.ElideRight, word.width())
        painter.setPen(QColor(theme.muted if tile.when is When.NEXT else theme.text))
        painter.drawText(word, Align.AlignLeft | Align.AlignVCenter, text)

    def _tell_more(
        self, painter: QPainter, before: int, after: int, room: float
    ) -> None:
        painter.setFont(font(self._measure.text_px(TYPE_PX)))
        painter.setPen(QColor(self._theme.muted))
        high = float(self.height())
        ends = (
            (before, said.MORE_BEFORE, 0.0, Align.AlignLeft),
            (after, said.MORE_AFTER, self.width() - room, Align.AlignRight),
        )
        for count, words, left, side in ends:
            if count:
                box = QRectF(left, 0, room, high)
                text = words.format(count=count)
                painter.drawText(box, side | Align.AlignVCenter, text)
