"""The screen after a session: the arc, and what can be said about it.

Rules
-----
- Of a training one round is in the picture and in words; the table beneath holds all of
  them, and Up and Down show another.
- Where large type leaves too little room all of it scrolls, and the way out stays.
"""

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from biofeed.display import words
from biofeed.display.arc import MOST_GHOSTS, NOTHING_SEEN, Arc, Summary
from biofeed.display.arc_picture import ArcPicture
from biofeed.display.backdrop import Backdrop
from biofeed.display.plain_label import PlainLabel
from biofeed.display.round_table import STEPS, RoundTable, is_step
from biofeed.display.scrolling_column import ScrollingColumn
from biofeed.display.session_layout import MARGIN_PX
from biofeed.display.theme import Measure, Motion, Theme

HEAD_PX = 38
DETAIL_PX = 19
SMALL_PX = 15
TOP_PX = 84
TOP_WITH_ROUNDS_PX = 56
FOOT_PX = 40
MOST_LINES_BESIDE = 2
"""Of facts beside the way out: with more, the way out stands in their middle."""

LEAST_PICTURE_PX = 230
"""Lower, and the names of the moments stand on each other, px at 1440 x 900."""


BEFORE_A_UNIT = re.compile(r"(?<=\d) (?=(s|min|%)\b|%)")


class SummaryPage(Backdrop):
    """Shows a summary."""

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        now_s: Callable[[], float],
        *,
        motion: Motion,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._measure = Measure()
        self._summary = NOTHING_SEEN
        self._has_arc = False
        self._scroll = ScrollingColumn(self)
        holder = self._scroll.holder
        self._head, self._detail, self._notes = (PlainLabel(holder) for _ in range(3))
        self._picture = ArcPicture(now_s, motion=motion, parent=holder)
        # Keeps the line off the words beside it.
        self._beside = QWidget(holder)
        self.rounds = RoundTable(holder)
        # Beside the way out, or above it where they are long.
        self._facts, self._more = PlainLabel(self), PlainLabel(holder)
        self._rest = PlainLabel(self, text=words.YOUR_REST)
        self.close_button = QPushButton(words.CLOSE_WINDOW, self)
        self._build()

    def _build(self) -> None:
        for label in (self._head, self._detail, self._notes, self._facts, self._more):
            label.setWordWrap(True)
        kept = self._picture.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._picture.setSizePolicy(kept)
        row = QHBoxLayout()
        row.addWidget(self._picture, 1)
        row.addWidget(self._beside)
        for label in (self._head, self._detail, self._notes):
            self._scroll.column.addWidget(label)
        self._scroll.column.addLayout(row, 1)
        self._scroll.column.addWidget(self.rounds)
        self._scroll.column.addWidget(self._more)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._facts, 1)
        self._foot.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignBottom)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._scroll, 1)
        self._column.addLayout(self._foot)
        self._rest.hide()
        self.rounds.hide()
        self.rounds.picked.connect(self._show_round)
        self._scroll.verticalScrollBar().valueChanged.connect(self._place_band)
        self.close_button.clicked.connect(self.closed)
        self.close_button.installEventFilter(self)

    @override
    def dress(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        super().dress(theme)
        self._dress_parts()

    def fit(self, measure: Measure) -> None:
        """Take the sizes of a window."""
        self._measure = measure
        self._dress_parts()
        margin, spacing = measure.px(MARGIN_PX), measure.px(12)
        top = TOP_WITH_ROUNDS_PX if self._summary.rounds else TOP_PX
        # The scroll bar has its place in the margin.
        self._column.setContentsMargins(0, measure.px(top), 0, measure.px(FOOT_PX))
        self._column.setSpacing(spacing)
        self._scroll.column.setContentsMargins(margin, 0, margin, 0)
        self._scroll.column.setSpacing(spacing)
        self._foot.setContentsMargins(margin, 0, margin, 0)
        self._picture.setMinimumHeight(measure.text_px(LEAST_PICTURE_PX))
        self._place_facts()

    def advance(self) -> None:
        """Let the picture go on to now."""
        self._picture.advance()

    def show_summary(self, summary: Summary) -> None:
        """Show what a session was; the round that is picked stays."""
        is_new = summary.rounds != self._summary.rounds
        self._summary = summary
        self.rounds.setVisible(bool(summary.rounds))
        self.fit(self._measure)
        if is_new and summary.rounds:
            self.rounds.show_rounds(summary.rounds, first=summary.first_round)
        if summary.rounds:
            self._show_round(self.rounds.currentRow())
            return
        self._head.say(summary.sentence.head)
        self._detail.say(_unbroken(summary.sentence.detail))
        self._notes.hide()
        self._show_arc(summary.arc, summary.ghosts)

    def _show_round(self, index: int) -> None:
        told = self._summary.rounds[index]
        self._head.say(told.sentence.head)
        self._detail.say(_unbroken(told.sentence.detail))
        self._notes.say(_unbroken("  ".join(told.notes)))
        self._notes.setVisible(bool(told.notes))
        arcs = self._summary.round_arcs
        others = (arc for place, arc in enumerate(arcs) if place != index)
        risen = [arc for arc in others if arc is not None and arc.number > 0]
        self._show_arc(arcs[index], tuple(risen[-MOST_GHOSTS:]))

    def _place_facts(self) -> None:
        """Put the facts beside the way out, unless they need more lines than two."""
        facts = "  ".join(self._summary.facts)
        beside_px = self.close_button.sizeHint().width() + self._foot.spacing()
        room_px = self.width() - 2 * self._measure.px(MARGIN_PX) - beside_px
        self._facts.say(_unbroken(facts))
        lines = self._facts.heightForWidth(room_px) / self._facts.fontMetrics().height()
        is_long = round(lines) > MOST_LINES_BESIDE
        self._facts.say("" if is_long else _unbroken(facts))
        self._more.say(_unbroken(facts) if is_long else "")
        self._more.setVisible(is_long)

    def _show_arc(self, arc: Arc | None, ghosts: tuple[Arc, ...]) -> None:
        self._has_arc = arc is not None
        self._picture.setVisible(self._has_arc)
        if arc is not None:
            self._picture.show_arc(arc, ghosts)
        self._settle_band()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Up and Down show another round also while the way out has the focus."""
        if not self._summary.rounds:
            return super().eventFilter(watched, event)
        if is_step(event):
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self.rounds.step(step)
                return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down move what does not fit."""
        if not self._scroll.take_key(Qt.Key(event.key())):
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the band with the picture."""
        super().resizeEvent(event)
        self._place_facts()
        self._settle_band()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Place the band once the picture has its size."""
        super().showEvent(event)
        self._settle_band()

    def _dress_parts(self) -> None:
        theme, measure = self._theme, self._measure
        self._head.dress(theme.text, measure.text_px(HEAD_PX))
        self._detail.dress(theme.muted, measure.text_px(DETAIL_PX))
        self._notes.dress(theme.text, measure.text_px(DETAIL_PX))
        for label in (self._facts, self._more):
            label.dress(theme.muted, measure.text_px(SMALL_PX))
        medium = QFont.Weight.Medium
        self._rest.dress(theme.band_text, measure.text_px(SMALL_PX), medium)
        self._picture.dress(theme, measure)
        self.rounds.dress(theme, measure)
        self._scroll.dress(theme, measure)
        self._rest.adjustSize()
        self._beside.setFixedWidth(self._rest.width() + measure.px(12))

    def _settle_band(self) -> None:
        self._column.activate()
        self._scroll.settle()
        self._place_band()

    def _place_band(self) -> None:
        origin = self._picture.mapTo(self, QPoint(0, 0)).y()
        top, middle, bottom = (
            origin + self._picture.place(0.0, z).y() for z in (1.0, 0.0, -1.0)
        )
        in_view = self._scroll.y() <= top and bottom <= self._scroll.geometry().bottom()
        is_shown = self._has_arc and in_view
        self._rest.setVisible(is_shown)
        if not is_shown:
            self.clear_band()
            return
        self.set_band(top, middle, bottom)
        self._rest.move(
            self.width() - self._measure.px(MARGIN_PX) - self._rest.width(),
            round(middle) - self._rest.height() - self._measure.px(4),
        )


def _unbroken(text: str) -> str:
    """Keep each number and its unit on one line."""
    return BEFORE_A_UNIT.sub("\u00a0", text)
