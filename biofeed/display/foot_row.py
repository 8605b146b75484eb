"""The foot of the session's screen: what can be done, short remarks, and STOP.

A word for a mark is asked for in the place of the keys, and so is any question: the
scene does not move.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from biofeed.core.guidance import QuestionAsked
from biofeed.display import words
from biofeed.display.just_gone import JustGone
from biofeed.display.key_row import KeyRow
from biofeed.display.plain_label import PlainLabel
from biofeed.display.question_panel import QuestionPanel
from biofeed.display.style_sheet import target_px
from biofeed.display.theme import LIGHT, Measure, Theme

SMALL_PX = 15
ASKED_PX = 17
"""Height of type of a remark and of a question, at 1440 x 900, px."""

REMARK_S = 5.0
"""How long a short remark stays, s."""

ALL_ROOM = 100
"""Share of the row's free room; the empty end has a share of one."""

NOTICE_S = 15.0
"""How long something stays that nobody was looking for, s."""


class FootRow(QWidget):
    """Keys at the left, STOP at the right, a line for remarks above them."""

    stop_pressed = Signal()
    key_pressed = Signal(str)

    def __init__(
        self, now_s: Callable[[], float], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now_s = now_s
        self._theme, self._measure = LIGHT, Measure()
        self._remarked, self._remarked_until_s = "", now_s()
        self._said_above = ""
        self._only_tells = False
        self._let_go = JustGone(now_s)
        self._remark = PlainLabel(self)
        self._keys = KeyRow(self)
        self.label_field = QLineEdit(self)
        self.label_field.setPlaceholderText(words.MARK_PROMPT)
        self.label_field.setAccessibleName(words.MARK_PROMPT)
        self.label_field.setMaxLength(words.LONGEST_MARK)
        self.label_field.hide()
        self.question = QuestionPanel(self)
        self.stop_button = QPushButton(words.STOP, self)
        self.stop_button.setAccessibleName(words.STOP)
        self.stop_button.clicked.connect(self.stop_pressed)
        self._keys.chosen.connect(self.key_pressed)
        self._row = QHBoxLayout()
        self._row.addWidget(self._keys)
        self._row.addWidget(self.label_field)
        # As long as there is a question it takes all the room that STOP leaves.
        self._row.addWidget(self.question, ALL_ROOM)
        self._row.addStretch(1)
        self._row.addWidget(self.stop_button)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._remark)
        self._column.addLayout(self._row)

    def dress(self, theme: Theme, measure: Measure, *, margin_px: int) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._theme, self._measure = theme, measure
        self._dress_remark()
        # The line keeps its place when it is empty, or the scene would jump.
        self._remark.setFixedHeight(measure.text_px(24))
        self.label_field.setFixedWidth(measure.text_px(440))
        self.stop_button.ensurePolished()
        # However large the type, STOP keeps all of its room.
        room = max(measure.px(132), self.stop_button.sizeHint().width())
        self.stop_button.setMinimumWidth(room)
        row = (self._keys, self.label_field, self.question, self.stop_button)
        for each in row:
            each.setFixedHeight(target_px(measure))
        self._keys.dress(measure)
        self.question.dress(measure)
        # Keys have room around their words for the ring of focus: words line up.
        ring = measure.px(12)
        self._remark.setIndent(ring)
        self._column.setSpacing(measure.px(8))
        foot = measure.px(12 if self._only_tells else 40)
        self._column.setContentsMargins(margin_px - ring, 0, margin_px, foot)

    def only_tell(self) -> None:
        """Offer nothing to do, where what is shown was done before."""
        self._only_tells = True
        self.stop_button.hide()
        self._keys.hide()

    def show_keys(self, keys: tuple[tuple[str, str], ...]) -> None:
        """Show these keys, each with what it does."""
        if self._only_tells:
            return
        self._keys.show_keys(keys)

    def remark(self, text: str, *, lasts_s: float = REMARK_S) -> None:
        """Say something short for a while."""
        self._remarked, self._remarked_until_s = text, self._now_s() + lasts_s
        self._remark.say(text)

    def retell(self, before: str, now: str) -> None:
        """Where ``before`` is being said, say ``now`` in its place; may be empty."""
        if self._remarked == before != now:
            self._remarked = now

    def show_standing(self, text: str) -> None:
        """Say ``text`` where nothing else has just been said or asked; may be empty."""
        if self._now_s() > self._remarked_until_s:
            self._remarked = ""
        self._remark.say(self._remarked or self._asked() or text)
        self._dress_remark()

    def ask(self, question: QuestionAsked | None, *, said_above: str = "") -> None:
        """Ask a question in the place of the keys, or none; a word is let finish.

        What stands above the scene already is not said again.
        """
        self._said_above = said_above
        was_asking = self.question.step is not None
        self.question.ask(question)
        if was_asking and self.question.step is None:
            self._let_go.note()
        self._share()

    @property
    def has_just_let_go(self) -> bool:
        """Whether a question went by itself so lately that a key may be for it."""
        return self._let_go.is_recent

    def ask_for_word(self) -> None:
        """Ask for a word to mark this moment with."""
        self.label_field.show()
        self._share()
        self.label_field.setFocus()

    def take_word(self) -> str:
        """Return what was written, and ask no longer."""
        text = self.label_field.text().strip()
        self.label_field.clear()
        self.label_field.hide()
        self._share()
        return text

    def _dress_remark(self) -> None:
        """A question is for the eye to find; a remark is not."""
        theme, measure = self._theme, self._measure
        if self._remarked or self.question.isHidden():
            self._remark.dress(theme.muted, measure.text_px(SMALL_PX))
        else:
            medium = QFont.Weight.Medium
            self._remark.dress(theme.text, measure.text_px(ASKED_PX), medium)

    def _share(self) -> None:
        """One thing at a time in the place of the keys."""
        is_writing = not self.label_field.isHidden()
        is_asking = self.question.step is not None
        if is_asking or is_writing:
            self._keys.let_focus_go()
        self.question.setVisible(is_asking and not is_writing)
        has_room = not is_asking and not is_writing
        self._keys.setVisible(has_room and not self._only_tells)

    def _asked(self) -> str:
        """The question, with what its ends mean where there is room for that."""
        step = self.question.step
        if step is None or self.question.isHidden():
            return ""
        if step.asks == self._said_above:
            return step.explains
        whole = f"{step.asks}  {step.explains}".strip()
        fits = self._remark.fontMetrics().horizontalAdvance(whole) < self.width() * 0.8
        return whole if fits else step.asks
