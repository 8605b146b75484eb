"""The foot of the clinician's window: everything that can be done, and why not.

Rules
-----
- What cannot be done keeps its place; the line above says why, once for each reason.
- STOP is the largest, at the right, always there, never asked about.
- One place for what begins and for what goes on, and one to hold and to resume.
- A note that is being written stays, also past the end, which keeps none: it says so.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from biofeed.core.phase import Feedback
from biofeed.display import console_words as said
from biofeed.display.console_acts import CEILING_STEP_Z, Act, Reasons, WhyNot
from biofeed.display.console_button import ConsoleButton
from biofeed.display.console_canvas import SMALL_PX
from biofeed.display.figures import figure
from biofeed.display.flow_layout import FlowLayout
from biofeed.display.plain_label import PlainLabel
from biofeed.display.style_sheet import LEAST_TARGET_PX
from biofeed.display.theme import Measure, Theme

LEVELS = {
    Act.FULL: Feedback.FULL,
    Act.SPARSE: Feedback.SPARSE,
    Act.BLIND: Feedback.BLIND,
}

KEYS = {
    Act.ADVANCE: "A",
    Act.HOLD: "H",
    Act.EXTEND: "E",
    Act.FULL: "F",
    Act.SPARSE: "S",
    Act.BLIND: "B",
    Act.CEILING: "C",
    Act.PACER: "P",
    Act.MARK: "M",
}
"""The button's key; START and RESUME share those of ADVANCE and HOLD."""

PAIRS = {Act.ADVANCE: Act.START, Act.HOLD: Act.RESUME}
"""Two acts of one place: the second is shown while it can be done."""

QUIET = frozenset({Act.START, Act.RESUME, Act.NOTE, Act.STOP, Act.MARK})
"""Acts of which no reason is told: another stands in their place, or all say it."""

WIDEST_NOTE_PX = 640
"""Longer lines are hard to write in while one watches somebody, px at 1440 x 900."""


class ConsoleDeck(QWidget):
    """Buttons for every act, ready marks, a field for notes, and STOP.

    Attributes
    ----------
    why
        Says what cannot be done, and why not; placed by the window.
    """

    acted = Signal(object)
    """An ``Act`` was asked for."""

    marked = Signal(str)
    noted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeps_notes = False
        self._shown: dict[Act, Act] = {act: act for act in KEYS}
        self.buttons = {
            act: ConsoleButton(said.ACTS[act], KEYS[act], self) for act in KEYS
        }
        self.marks = [
            ConsoleButton(word, f"F{number}", self)
            for number, word in enumerate(said.MARKS, start=1)
        ]
        self.note_field = QLineEdit(self)
        self.stop_button = QPushButton(said.ACTS[Act.STOP], self)
        self.why = PlainLabel(self)
        self._level = PlainLabel(self, text=said.FEEDBACK)
        self._build()

    def _build(self) -> None:
        self.note_field.setPlaceholderText(said.NOTE_PROMPT)
        self.note_field.setAccessibleName(said.NOTE_PROMPT)
        self.note_field.setMaxLength(said.LONGEST_NOTE)
        self.note_field.returnPressed.connect(self._finish_note)
        self.stop_button.setObjectName("stop")
        self.stop_button.setAccessibleName(said.ACTS[Act.STOP])
        self.stop_button.clicked.connect(lambda: self.acted.emit(Act.STOP))
        for act, button in self.buttons.items():
            button.clicked.connect(self._presser(act))
        for button, word in zip(self.marks, said.MARKS, strict=True):
            button.clicked.connect(lambda _=False, word=word: self.marked.emit(word))
        for act in (*LEVELS, Act.PACER):
            self.buttons[act].setCheckable(True)
        self.why.setWordWrap(True)
        self._steer, self._words = FlowLayout(), FlowLayout()
        for act in (Act.ADVANCE, Act.HOLD, Act.EXTEND):
            self._steer.addWidget(self.buttons[act])
        self._steer.addWidget(self._level)
        for act in (*LEVELS, Act.CEILING, Act.PACER):
            self._steer.addWidget(self.buttons[act])
        for button in (self.buttons[Act.MARK], *self.marks):
            self._words.addWidget(button)
        self._words.addWidget(self.note_field)
        self._rows = QVBoxLayout()
        for row in (self._steer, self._words):
            self._rows.addLayout(row)
        self._whole = QHBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addLayout(self._rows, 1)
        self._whole.addWidget(self.stop_button)

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        for button in (*self.buttons.values(), *self.marks):
            button.dress(theme, measure)
        small = measure.text_px(SMALL_PX)
        self.why.dress(theme.muted, small)
        self._level.dress(theme.muted, small)
        self._level.setMargin(measure.px(4))
        self._level.setFixedHeight(button_px(measure))
        self.note_field.setFixedHeight(button_px(measure))
        self.note_field.setMinimumWidth(measure.text_px(230))
        self.note_field.setMaximumWidth(measure.text_px(WIDEST_NOTE_PX))
        high = max(LEAST_TARGET_PX, 2 * button_px(measure) + measure.px(6))
        self.stop_button.setFixedSize(measure.text_px(110), high)
        for row in (self._steer, self._words, self._rows):
            row.setSpacing(measure.px(6))
        self._whole.setSpacing(measure.px(14))

    def show_acts(
        self,
        reasons: Reasons,
        level: Feedback | None,
        ceiling_z: float | None,
        *,
        is_paced: bool,
    ) -> None:
        """Show what can be done now, and what stands.

        Parameters
        ----------
        level, is_paced
            How much the client is shown, and whether a pacer.
        ceiling_z
            The ceiling as it stands, z.
        """
        self.buttons[Act.PACER].setChecked(is_paced)
        for act, button in self.buttons.items():
            other = PAIRS.get(act)
            takes_over = other is not None and reasons[other] is None
            shown = other if takes_over and other is not None else act
            self._shown[act] = shown
            why = reasons[shown]
            word = said.ACTS[shown]
            if act is Act.CEILING and ceiling_z is not None:
                word = said.CEILING_AT.format(
                    z=figure(ceiling_z), lower=figure(ceiling_z - CEILING_STEP_Z)
                )
            button.say(word, "" if why is None else said.WHY_NOT[why])
            if act in LEVELS:
                button.setChecked(LEVELS[act] is level)
        for button, word in zip(self.marks, said.MARKS, strict=True):
            why = reasons[Act.MARK]
            button.say(word, "" if why is None else said.WHY_NOT[why])
        self._show_note(reasons[Act.NOTE])
        self.stop_button.setEnabled(reasons[Act.STOP] is None)
        told = {act: reasons[shown] for act, shown in self._shown.items()}
        self.why.say(said.NOTE_NOT_KEPT if self._is_too_late else reasons_told(told))

    def press(self, act: Act) -> None:
        """Do what the button of an act does; nothing where it cannot be done."""
        button = self.buttons[act]
        if button.isEnabled():
            button.click()

    def take_note(self) -> str:
        """Return what is written, and begin anew; empty where notes are not kept."""
        if not self._keeps_notes:
            return ""
        text = self.note_field.text().strip()
        self.note_field.clear()
        return text

    def _presser(self, act: Act) -> Callable[[], None]:
        return lambda: self.acted.emit(self._shown[act])

    def _show_note(self, why: WhyNot | None) -> None:
        """Take notes while they are kept; nothing is torn from a hand that writes."""
        self._keeps_notes = why is None
        is_writing = self.window().focusWidget() is self.note_field
        is_in_use = is_writing or bool(self.note_field.text())
        self.note_field.setEnabled(self._keeps_notes or is_in_use)

    @property
    def _is_too_late(self) -> bool:
        return not self._keeps_notes and bool(self.note_field.text())

    def _finish_note(self) -> None:
        if self._is_too_late:
            self.why.say(said.NOTE_NOT_KEPT)
            self.window().setFocus()
            return
        text = self.take_note()
        self.note_field.clearFocus()
        if text:
            self.noted.emit(text)


def reasons_told(reasons: Reasons) -> str:
    """Say why acts cannot be done, each reason once with all that it keeps back."""
    by_reason: dict[str, list[str]] = {}
    for act, why in reasons.items():
        if why is not None and act not in QUIET:
            by_reason.setdefault(said.WHY_NOT[why], []).append(said.ACTS[act])
    if len(by_reason) == 1 and all(reasons.values()):
        return next(iter(by_reason))
    lines = (
        said.REASON.format(acts=", ".join(acts), reason=reason)
        for reason, acts in by_reason.items()
    )
    return said.BETWEEN.join(lines)


def button_px(measure: Measure) -> int:
    """Height of a button here, px: at least 32, above the 24 of WCAG 2.2, 2.5.8."""
    return max(32, measure.px(36), measure.text_px(26))
