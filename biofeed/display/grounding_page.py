"""Where STOP leads: a neutral screen that asks for nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from biofeed.display import words
from biofeed.display.backdrop import Backdrop
from biofeed.display.plain_label import PlainLabel
from biofeed.display.theme import Measure, Theme

HEAD_PX = 44
LINE_PX = 21


class GroundingPage(Backdrop):
    """A few words, and a way on whenever it is wanted."""

    went_on = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._measure = Measure()
        self._head = PlainLabel(self, text=words.STOPPED.head)
        self._lines = [
            PlainLabel(self, text=line)
            for line in (words.STOPPED.detail, *words.GROUNDING)
        ]
        self.go_on = QPushButton(words.GO_ON, self)
        self.go_on.clicked.connect(self.went_on)
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        for label in (self._head, *self._lines):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.addWidget(label)
        self._column.addStretch(2)
        self._column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)

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
        margin = measure.px(90)
        self._column.setContentsMargins(margin, margin, margin, measure.px(40))
        self._column.setSpacing(measure.px(18))

    def _dress_parts(self) -> None:
        theme, measure = self._theme, self._measure
        self._head.dress(theme.text, measure.text_px(HEAD_PX))
        for line in self._lines:
            line.dress(theme.muted, measure.text_px(LINE_PX))
