"""The two pages of the questions before a first activation.

Rules
-----
- Nobody can say that none applies before the last of them has been in view.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from biofeed.display import training_words as said
from biofeed.display import words
from biofeed.display.flow_layout import FlowLayout
from biofeed.display.plain_label import PlainLabel
from biofeed.display.scrolling_column import ScrollingColumn
from biofeed.display.theme import Measure, Theme

HEAD_PX = 32
DETAIL_PX = 18
LINE_PX = 18
SMALL_PX = 15
MARGIN_PX = 56
EDGE_PX = 40
GAP_PX = 14


class ScreeningPage(QWidget):
    """A head, what goes with it, and buttons that stay in view."""

    left = Signal()
    """The person goes back."""

    def __init__(self, sentence: words.Sentence, parent: QWidget) -> None:
        super().__init__(parent)
        self._scroll = ScrollingColumn(self)
        self._head = self._line(sentence.head)
        self._detail = self._line(sentence.detail)
        self._trouble = self._line("")
        self._trouble.hide()
        self._back = _button(said.BACK, self)
        self._back.clicked.connect(self.left)
        self._foot = FlowLayout()
        self._foot.setSpacing(GAP_PX)
        self._foot.addWidget(self._back)
        self._scroll.column.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 0)
        self._scroll.column.setSpacing(GAP_PX)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 0)
        foot.addLayout(self._foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, EDGE_PX, 0, EDGE_PX)
        column.setSpacing(GAP_PX)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._scroll.dress(theme, measure)
        self._head.dress(theme.text, measure.text_px(HEAD_PX))
        self._detail.dress(theme.muted, measure.text_px(DETAIL_PX))
        self._trouble.dress(theme.text, measure.text_px(DETAIL_PX))

    def take_key(self, key: Qt.Key) -> bool:
        """Scroll, where the key is one that does; say whether it was."""
        return self._scroll.take_key(key)

    def tell(self, trouble: str) -> None:
        """Say what came in the way."""
        self._trouble.say(trouble)
        self._trouble.show()

    def _line(self, text: str) -> PlainLabel:
        label = PlainLabel(self._scroll.holder, text=text)
        label.setWordWrap(True)
        self._scroll.column.addWidget(label)
        return label


class ConditionsPage(ScreeningPage):
    """Names the conditions."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(said.SCREENING, parent)
        self._lines = [
            self._line(said.CONDITION.format(condition=each))
            for each in said.CONDITIONS
        ]
        self._scroll.column.addStretch(1)
        self._kept = self._line(said.SCREENING_KEPT)
        self.some = _button(said.ONE_OR_MORE, self)
        self.none = _button(said.NONE_OF_THESE, self)
        self._foot.addWidget(self.some)
        self._foot.addWidget(self.none)
        self._all_seen = False
        bar = self._scroll.verticalScrollBar()
        bar.valueChanged.connect(self._look)
        bar.rangeChanged.connect(self._look)

    @override
    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        super().dress(theme, measure)
        for line in self._lines:
            line.dress(theme.text, measure.text_px(LINE_PX))
        self._kept.dress(theme.muted, measure.text_px(SMALL_PX))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """See how much of it is in view, once everything has its place."""
        super().showEvent(event)
        QTimer.singleShot(0, self._look)

    def _look(self) -> None:
        bar = self._scroll.verticalScrollBar()
        if self.isVisible() and bar.value() >= bar.maximum():
            self._all_seen = True
        self.none.setEnabled(self._all_seen)


class AgreementPage(ScreeningPage):
    """Asks to speak with a clinician first; lets one who has go on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(said.SPEAK_FIRST, parent)
        self._label = self._line(said.REASON)
        self._field = QLineEdit(self._scroll.holder)
        self._field.setAccessibleName(said.REASON)
        self._field.setPlaceholderText(said.REASON_PROMPT)
        self._field.setMaxLength(said.LONGEST_REASON)
        self._label.setBuddy(self._field)
        self._scroll.column.addWidget(self._field)
        self._scroll.column.addStretch(1)
        self.open_practice = _button(said.OPEN_PRACTICE, self)
        self.agreed = _button(said.CLINICIAN_AGREED, self)
        self.go_on = _button(words.GO_ON, self)
        for button in (self.open_practice, self.agreed, self.go_on):
            self._foot.addWidget(button)
        self.agreed.clicked.connect(self._ask_for_reason)
        self._field.textChanged.connect(self._offer)
        self._field.returnPressed.connect(self.go_on.click)
        for part in (self._label, self._field, self.go_on):
            part.hide()
        self._offer()

    @property
    def reason(self) -> str:
        """What was agreed, as typed."""
        return " ".join(self._field.text().split())

    @override
    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        super().dress(theme, measure)
        self._label.dress(theme.muted, measure.text_px(SMALL_PX))

    def _ask_for_reason(self) -> None:
        self.agreed.hide()
        for part in (self._label, self._field, self.go_on):
            part.show()
        # It has its place only when the layout has been gone through.
        QTimer.singleShot(0, lambda: self._scroll.ensureWidgetVisible(self._field))
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self) -> None:
        self.go_on.setEnabled(bool(self.reason))


def _button(text: str, parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    # Enter gives the answer the keyboard is on, and no other.
    button.setAutoDefault(False)
    return button
