"""A question to the person, in the place of the keys: answered by key or by pointer.

Rules
-----
- It never stands in the way: the scene stays where it is, and so do STOP and all keys.
- An answer is given once; a question may be left open, and says so.
- What a key has taken up has the keyboard's focus: it is seen, and read out.
"""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from biofeed.core.guidance import QuestionAsked
from biofeed.display import guidance_words
from biofeed.display.question_steps import (
    RATING,
    SETTLED_KEYS,
    SURENESS,
    Choice,
    Step,
    first_step,
)
from biofeed.display.style_sheet import LEAST_TARGET_PX
from biofeed.display.theme import Measure

ANSWER = "answer"
"""Name by which the style sheet knows an answer."""

SCALE = "scale"
"""Name by which it knows a figure of a scale: with no room at its sides."""

GAP_PX = 8
INDENT_PX = 12
SCALE_PX = 54
"""Sizes at 1440 x 900: between two answers, before the first, so that it stands below
the question, and the width of a figure, px."""

SKIP_KEY = "S"


class QuestionPanel(QWidget):
    """One row of answers, and a way to leave the question open."""

    ACCESSIBLE_ROLE = QAccessible.Role.Grouping

    rated = Signal(int)
    guessed = Signal(bool, int)
    skipped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure = Measure()
        self._asked: QuestionAsked | None = None
        self._over: QuestionAsked | None = None
        self._step: Step | None = None
        self._settled = True
        self._typed = ""
        self._buttons: dict[str, QPushButton] = {}
        self._skip = QPushButton(f"{SKIP_KEY}  {guidance_words.SKIP}", self)
        self._skip.setFlat(True)
        self._skip.setAccessibleName(
            guidance_words.ANSWER_NAME.format(meaning=guidance_words.SKIP, key=SKIP_KEY)
        )
        self._skip.clicked.connect(self.skip)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._skip)
        self._row.addStretch(1)
        self.hide()

    @property
    def step(self) -> Step | None:
        """What is asked now."""
        return self._step

    def dress(self, measure: Measure) -> None:
        """Take the sizes of a window."""
        self._measure = measure
        self._row.setSpacing(measure.px(GAP_PX))
        self._row.setContentsMargins(measure.px(INDENT_PX), 0, 0, 0)
        self._fit()

    def ask(self, question: QuestionAsked | None) -> None:
        """Ask a question, or none; one that was answered is not asked again."""
        wanted = None if question == self._over else question
        if wanted == self._asked:
            return
        self._asked = wanted
        if wanted is None:
            self._leave()
        else:
            self._put(first_step(wanted))

    def press(self, key: str) -> None:
        """Take a key: a figure of a scale is taken up, another answer is given."""
        if self._step is None:
            return
        if self._step.is_scale and key.isdigit():
            both = self._typed + key
            self._typed = both if both in self._buttons else key
            self._buttons[self._typed].setFocus()
        elif key in self._buttons:
            self._buttons[key].click()

    def step_along(self, places: int) -> None:
        """Take up the answer so many places to the right."""
        keys = list(self._buttons)
        if not keys:
            return
        held = [self.window().focusWidget() is self._buttons[key] for key in keys]
        start = held.index(True) + places if any(held) else (len(keys) - 1) // 2
        self._typed = ""
        self._buttons[keys[min(max(start, 0), len(keys) - 1)]].setFocus()

    def skip(self) -> None:
        """Leave the question open."""
        if self._step is not None:
            self._end()
            self.skipped.emit()

    def _take(self, choice: Choice) -> None:
        if self._step is RATING:
            self._end()
            self.rated.emit(int(choice.key))
        elif self._step is SURENESS:
            self._end()
            self.guessed.emit(self._settled, int(choice.key))
        else:
            self._settled = SETTLED_KEYS[choice.key]
            self._put(SURENESS)

    def _end(self) -> None:
        self._over, self._asked = self._asked, None
        self._leave()

    def _leave(self) -> None:
        self._step = None
        self._show_choices(())
        self.hide()

    def _put(self, step: Step) -> None:
        self._step = step
        self._show_choices(step.choices)
        self.setAccessibleName(step.asks)
        news = QAccessibleAnnouncementEvent(self, f"{step.asks} {step.explains}")
        QAccessible.updateAccessibility(news)

    def _show_choices(self, choices: tuple[Choice, ...]) -> None:
        window = self.window()
        if window.focusWidget() in (*self._buttons.values(), self._skip):
            # The keyboard goes back to the window, not on to whatever comes next.
            window.setFocus()
        for button in self._buttons.values():
            self._row.removeWidget(button)
            # Freed only later: no picture until then has old answers under the new.
            button.hide()
            button.deleteLater()
        self._typed = ""
        self._buttons = {choice.key: self._button(choice) for choice in choices}
        for index, button in enumerate(self._buttons.values()):
            self._row.insertWidget(index, button)
        before: QWidget | None = None
        for button in (*self._buttons.values(), self._skip):
            if before is not None:
                QWidget.setTabOrder(before, button)
            before = button
        self._fit()

    def _button(self, choice: Choice) -> QPushButton:
        button = QPushButton(choice.label, self)
        is_scale = self._step is not None and self._step.is_scale
        button.setObjectName(SCALE if is_scale else ANSWER)
        button.setAccessibleName(choice.name)
        button.clicked.connect(lambda: self._take(choice))
        return button

    @override
    def minimumSizeHint(self) -> QSize:
        """A scale takes the room there is; words take theirs."""
        hint = super().minimumSizeHint()
        is_scale = self._step is not None and self._step.is_scale
        return QSize(0, hint.height()) if is_scale else hint

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A scale's figures share the room there is, none wider than it is useful."""
        figures = [
            button for button in self._buttons.values() if button.objectName() == SCALE
        ]
        if not figures:
            return
        gap = self._row.spacing()
        room = self._row.contentsRect().width() - gap * len(figures)
        room -= self._skip.sizeHint().width()
        widest = max(self._measure.px(SCALE_PX), self._measure.text_px(SCALE_PX * 0.8))
        each = max(LEAST_TARGET_PX, min(widest, room // len(figures)))
        for button in figures:
            button.setFixedWidth(each)
