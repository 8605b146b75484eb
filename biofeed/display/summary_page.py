"""The screen after a session: the arc, and what can be said about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from biofeed.display import words
from biofeed.display.arc import Summary
from biofeed.display.arc_picture import ArcPicture
from biofeed.display.backdrop import Backdrop
from biofeed.display.plain_label import PlainLabel
from biofeed.display.session_layout import MARGIN_PX
from biofeed.display.theme import Measure, Motion, Theme

HEAD_PX = 38
DETAIL_PX = 19
SMALL_PX = 15


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
        self._head, self._detail, self._facts = (PlainLabel(self) for _ in range(3))
        for label in (self._head, self._detail, self._facts):
            label.setWordWrap(True)
        self._picture = ArcPicture(now_s, motion=motion, parent=self)
        self._rest = PlainLabel(self, text=words.YOUR_REST)
        # Keeps the line off the words beside it.
        self._beside = QWidget(self)
        self.close_button = QPushButton(words.CLOSE_WINDOW, self)
        self.close_button.clicked.connect(self.closed)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._head)
        self._column.addWidget(self._detail)
        row = QHBoxLayout()
        row.addWidget(self._picture, 1)
        row.addWidget(self._beside)
        self._column.addLayout(row, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._facts, 1)
        foot.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignBottom)
        self._column.addLayout(foot)
        self._rest.hide()
        self._has_arc = False

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
        margin = measure.px(MARGIN_PX)
        self._column.setContentsMargins(margin, measure.px(84), margin, measure.px(40))
        self._column.setSpacing(measure.px(12))

    def advance(self) -> None:
        """Let the picture go on to now."""
        self._picture.advance()

    def show_summary(self, summary: Summary) -> None:
        """Show what a session was."""
        self._head.say(summary.sentence.head)
        self._detail.say(summary.sentence.detail)
        self._facts.say("  ".join(summary.facts))
        self._has_arc = summary.arc is not None
        self._rest.setVisible(self._has_arc)
        if summary.arc is not None:
            self._picture.show_arc(summary.arc, summary.ghosts)
        self._place_band()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the band with the picture."""
        super().resizeEvent(event)
        self._column.activate()
        self._place_band()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Place the band once the picture has its size."""
        super().showEvent(event)
        self._column.activate()
        self._place_band()

    def _dress_parts(self) -> None:
        theme, measure = self._theme, self._measure
        self._head.dress(theme.text, measure.text_px(HEAD_PX))
        self._detail.dress(theme.muted, measure.text_px(DETAIL_PX))
        self._facts.dress(theme.muted, measure.text_px(SMALL_PX))
        medium = QFont.Weight.Medium
        self._rest.dress(theme.band_text, measure.text_px(SMALL_PX), medium)
        self._picture.dress(theme, measure)
        self._rest.adjustSize()
        self._beside.setFixedWidth(self._rest.width() + measure.px(12))

    def _place_band(self) -> None:
        if not self._has_arc:
            self.clear_band()
            return
        top, middle, bottom = (
            self._picture.y() + self._picture.place(0.0, z).y()
            for z in (1.0, 0.0, -1.0)
        )
        self.set_band(top, middle, bottom)
        self._rest.move(
            self.width() - self._measure.px(MARGIN_PX) - self._rest.width(),
            round(middle) - self._rest.height() - self._measure.px(4),
        )
