"""Which training: one that comes with the program, or a file of one's own."""

from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from biofeed.core.protocol import TrainingProtocol
from biofeed.display import training_words as said
from biofeed.display import words
from biofeed.display.failure_told import failure_told
from biofeed.display.plain_label import PlainLabel
from biofeed.display.protocol_texts import told
from biofeed.display.theme import Measure, Theme
from biofeed.display.typed_path import typed_path
from biofeed.session.protocol_refusals import ProtocolRefused
from biofeed.session.protocols import bundled_protocols, load_protocol, longest_of
from devices.plain_text import one_line

SMALL_PX = 15
LABEL_PX, BESIDE_PX = 64, 12
"""Of a field's name, so that fields under each other line up; and beside it, px."""

BESIDE_UP_TO = 1.3
"""With larger text what a training is has all the width: in line with it is no room."""


LONGEST_REFUSAL = 300
"""Signs of why a file is no training: it may name a path of any length."""


class ProtocolPanel(QWidget):
    """Offers the trainings, and says of the one that is picked what it is.

    Parameters
    ----------
    last
        The name of a ready one, or the path of a file.
    """

    changed = Signal()
    """Another training is picked, or none that can be begun."""

    def __init__(self, last: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ready = bundled_protocols()
        self._protocol: TrainingProtocol | None = None
        self._label = PlainLabel(self, text=said.TRAINING)
        self.names = QComboBox(self)
        titles = [told(each, each.title) for each in self._ready]
        self.names.addItems([*titles, said.OWN_FILE])
        self.names.setAccessibleName(said.TRAINING)
        self._label.setBuddy(self.names)
        self._about = PlainLabel(self)
        self._about.setWordWrap(True)
        self.path_field = QLineEdit(self)
        self.path_field.setPlaceholderText(said.OWN_FILE_PROMPT)
        self.path_field.setAccessibleName(said.OWN_FILE_PROMPT)
        self._browse = QPushButton(words.BROWSE, self)
        self._browse.setAutoDefault(False)
        self._build()
        self._pick(last)
        self.names.currentIndexChanged.connect(self._take)
        self.path_field.textChanged.connect(self._take)
        self._browse.clicked.connect(self._ask_for_file)
        self._take()

    def _build(self) -> None:
        picked = QHBoxLayout()
        picked.setSpacing(BESIDE_PX)
        picked.addWidget(self._label)
        picked.addWidget(self.names, 1)
        file_row = QHBoxLayout()
        file_row.addWidget(self.path_field, 1)
        file_row.addWidget(self._browse)
        self._below = QVBoxLayout()
        self._below.addWidget(self._about)
        self._below.addLayout(file_row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(picked)
        column.addLayout(self._below)

    @property
    def name(self) -> str:
        """The name of the ready one that is picked, or the path of the file."""
        index = self.names.currentIndex()
        if index < len(self._ready):
            return self._ready[index].name
        return str(typed_path(self.path_field.text()) or "")

    @property
    def protocol(self) -> TrainingProtocol | None:
        """The training that is picked; None where it cannot be begun."""
        return self._protocol

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        for label in (self._label, self._about):
            label.dress(theme.muted, measure.text_px(SMALL_PX))
        self._label.setMinimumWidth(measure.text_px(LABEL_PX))
        # In line with the field it is about.
        beside = measure.text_px(LABEL_PX) + BESIDE_PX
        is_narrow = measure.text_scale > BESIDE_UP_TO
        self._below.setContentsMargins(0 if is_narrow else beside, 0, 0, 0)

    def _pick(self, last: str) -> None:
        known = [each.name for each in self._ready]
        if last in known:
            self.names.setCurrentIndex(known.index(last))
        else:
            self.names.setCurrentIndex(len(known))
            self.path_field.setText(last)

    def _take(self) -> None:
        is_own = self.names.currentIndex() == len(self._ready)
        self.path_field.setVisible(is_own)
        self._browse.setVisible(is_own)
        self._protocol = None
        if not self.name:
            self._about.say(said.OWN_FILE_HELP)
        else:
            try:
                self._protocol = load_protocol(self.name)
            except ProtocolRefused as refused:
                self._about.say(one_line(failure_told(refused), LONGEST_REFUSAL))
            else:
                self._about.say(about(self._protocol))
        self.changed.emit()

    def _ask_for_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, said.OWN_FILE_TITLE, self.path_field.text(), said.OWN_FILES
        )
        if chosen:
            self.path_field.setText(chosen)


def about(protocol: TrainingProtocol) -> str:
    """Say what a training is, and how long it is at most."""
    longest_s, rounds = longest_of(protocol), protocol.rounds
    summary = told(protocol, protocol.summary)
    length = said.LENGTH.format(minutes=ceil(longest_s / 60.0))
    if not rounds:
        return f"{summary} {length}."
    count = said.COUNTS[rounds] if rounds < len(said.COUNTS) else str(rounds)
    counted = said.ONE_ROUND if rounds == 1 else said.SOME_ROUNDS.format(count=count)
    return f"{summary} {length}, {counted}."
