"""A drawer at the side of the person's window: more of the session, for who wants it.

Rules
-----
- Closed until it is asked for, by key or by the hint; Esc stops, and never closes.
- It closes by itself where nothing may be shown, and keeps nothing of the body then;
  a note that was being written is still there when it is opened again.
"""

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtGui import QFont, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from biofeed.display import drawer_words as said
from biofeed.display.bridge import Received
from biofeed.display.drawer_view import DrawerView, drawer_view, is_offered
from biofeed.display.plain_label import PlainLabel
from biofeed.display.scrolling_column import ScrollingColumn
from biofeed.display.session_page import SessionPage
from biofeed.display.style_sheet import target_px
from biofeed.display.theme import LIGHT, Measure, Theme

WIDE_PX = 330
MOST_SHARE = 0.55
TITLE_PX = 14
TYPE_PX = 16
PAD_PX = 24
"""Sizes at 1440 x 900, px, and how much of the window it takes at most."""


class Drawer(QFrame):
    """Lies over the right side of a page.

    Parameters
    ----------
    page
        Whose right side it covers while it is open.
    """

    noted = Signal(str)

    cut_short = Signal()
    """It closed by itself while a note was being written."""

    def __init__(self, page: SessionPage) -> None:
        super().__init__(page)
        self._page, self._foot_px = page, 0
        self._theme, self._measure = LIGHT, Measure()
        self._view: DrawerView | None = None
        self.setObjectName("drawer")
        self.setAccessibleName(said.DRAWER)
        self._scroll = ScrollingColumn(self)
        titles = (said.NOW, said.PHASES, said.ROUNDS, said.NOTE)
        self._titles = [PlainLabel(text=title) for title in titles]
        self._now, self._past, self._current, self._next, self._rounds = (
            PlainLabel() for _ in range(5)
        )
        self.note_field = QLineEdit()
        self._closes = PlainLabel(text=said.CLOSE)
        self._build()
        self.hide()

    def _build(self) -> None:
        self.note_field.setPlaceholderText(said.NOTE_PROMPT)
        self.note_field.setAccessibleName(said.NOTE_PROMPT)
        self.note_field.setMaxLength(said.LONGEST_NOTE)
        phases = (self._past, self._current, self._next)
        parts = ((self._now,), phases, (self._rounds,), (self.note_field,))
        for title, group in zip(self._titles, parts, strict=True):
            self._scroll.column.addWidget(title)
            for part in group:
                self._scroll.column.addWidget(part)
        self._scroll.column.addStretch(1)
        self._scroll.column.addWidget(self._closes)
        for label in (self._now, *phases, self._rounds, self._closes):
            label.setWordWrap(True)
            label.setMinimumWidth(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self._page.installEventFilter(self)

    def toggle(self) -> None:
        """Open it, or close it; whether it may be open is seen to as it is shown."""
        if not self.isHidden():
            self._close()
            return
        self._arrange()
        self.show()
        self.raise_()

    def show_received(
        self,
        received: Received | None,
        now_s: float,
        *,
        heart_rate_shown: bool,
        foot_px: int,
    ) -> None:
        """Show what the person's view tells as of now; close where it tells nothing.

        Parameters
        ----------
        foot_px
            Where the page's foot begins, px: it stays in sight.
        """
        if received is None or not is_offered(received.snapshot):
            if not self.isHidden() and self._close():
                self.cut_short.emit()
            return
        if self._foot_px != foot_px:
            self._foot_px = foot_px
            self._arrange()
        if self.isHidden():
            return
        view = drawer_view(received, now_s, heart_rate_shown=heart_rate_shown)
        if view != self._view:
            self._view = view
            self._say(view)

    def take_text(self) -> str:
        """Return what was written, and let the field be empty."""
        text = self.note_field.text().strip()
        self.note_field.clear()
        return text

    def take_note(self) -> None:
        """Keep what was written."""
        if text := self.take_text():
            self.noted.emit(text)

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._theme, self._measure = theme, measure
        self.setStyleSheet(
            f"QFrame#drawer {{ background: {theme.panel};"
            f" border-left: 1px solid {theme.edge}; }}"
        )
        small, type_px = measure.text_px(TITLE_PX), measure.text_px(TYPE_PX)
        for title in (*self._titles, self._closes):
            title.dress(theme.muted, small)
            title.setContentsMargins(0, measure.px(10), 0, 0)
        for label in (self._now, self._next, self._rounds):
            label.dress(theme.text, type_px)
        self._past.dress(theme.muted, type_px)
        self._current.dress(theme.text, type_px, QFont.Weight.DemiBold)
        self.note_field.setFixedHeight(target_px(measure))
        self._scroll.dress(theme, measure)
        pad = measure.px(PAD_PX)
        self._scroll.column.setContentsMargins(pad, pad, pad, pad)
        self._scroll.column.setSpacing(measure.px(8))
        self._arrange()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Tell alone what the page told beneath."""
        super().showEvent(event)
        self._page.leave_room_to(self)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Let the page tell it again."""
        super().hideEvent(event)
        self._page.leave_room_to(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page's size."""
        if watched is self._page and event.type() is QEvent.Type.Resize:
            self._arrange()
        return super().eventFilter(watched, event)

    def _close(self) -> bool:
        """Go, and keep only what was written; return whether the hand was at it.

        It is given to the window first: Qt would hand it to whatever comes next, and
        the next letter would press that.
        """
        focus = self.window().focusWidget()
        if focus in self.findChildren(QWidget):
            self.window().setFocus()
        self.hide()
        self._view = None
        for label in (self._now, self._past, self._current, self._next, self._rounds):
            label.say("")
        return focus is self.note_field

    def _say(self, view: DrawerView) -> None:
        past, rest = view.phases[: view.current], view.phases[view.current :]
        self._now.say("\n".join(view.now))
        self._past.say("\n".join(past))
        self._past.setVisible(bool(past))
        self._current.say("\n".join(rest[:1]))
        self._next.say("\n".join(rest[1:]))
        self._rounds.say("\n".join(view.rounds))
        self._scroll.settle()

    def _arrange(self) -> None:
        page, measure = self._page, self._measure
        wide = min(measure.text_px(WIDE_PX), round(page.width() * MOST_SHARE))
        high = self._foot_px or page.height()
        self.setGeometry(QRect(page.width() - wide, 0, wide, high))
        page.leave_room_to(self)
