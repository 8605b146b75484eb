"""Where the heartbeats come from: a strap, a simulated person, or a recording."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from biofeed.display import words
from biofeed.display.flow_layout import FlowLayout
from biofeed.display.plain_label import PlainLabel
from biofeed.display.start_choice import SourceKind, StartChoice, StrapSearch
from biofeed.display.strap_list import StrapList
from biofeed.display.style_sheet import target_px
from biofeed.display.theme import Measure, Theme
from biofeed.display.typed_path import is_there, typed_path

SMALL_PX = 15
GAP_PX = 16
TWO_STRAPS_PX = 104

KINDS = tuple(SourceKind)


class SourcePanel(QWidget):
    """Three sources, and what each needs to know.

    Attributes
    ----------
    kinds
        The buttons that pick one; they stand where the dialog puts them.
    """

    changed = Signal()
    """What is picked changed."""

    def __init__(
        self, search: StrapSearch, last: StartChoice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kinds = QWidget(parent)
        self._buttons = QButtonGroup(self)
        # Tab goes as things were made: from what is picked to what that needs.
        self._add_kinds()
        self.straps = StrapList(search, last.strap, self)
        self.path_field = QLineEdit(str(last.path) if last.path else "", self)
        self._help = [PlainLabel(self, text=text) for text in words.SOURCE_HELP]
        self._lack = PlainLabel(self)
        self._panels = QStackedWidget(self)
        self._panels.addWidget(self.straps)
        self._panels.addWidget(_column(self._help[0]))
        self._panels.addWidget(_column(self._help[1], self._path_row(), self._lack))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_PX)
        column.addWidget(self._panels, 1)
        self.straps.picked.connect(self.changed)
        self.path_field.textChanged.connect(self._take_path)
        self._buttons.idToggled.connect(self._show_kind)
        self.pick(last.source)
        self._take_path()

    def _add_kinds(self) -> None:
        row = FlowLayout(self.kinds)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_PX)
        for index, kind in enumerate(KINDS):
            button = QPushButton(self.kinds)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(words.SOURCES[kind])
            self._buttons.addButton(button, index)
            row.addWidget(button)

    def _path_row(self) -> QHBoxLayout:
        self.path_field.setPlaceholderText(words.PATH_PROMPT)
        self.path_field.setAccessibleName(words.PATH_PROMPT)
        browse = QPushButton(words.BROWSE, self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.path_field, 1)
        row.addWidget(browse)
        return row

    @property
    def source(self) -> SourceKind:
        """The source that is picked."""
        return KINDS[self._buttons.checkedId()]

    @property
    def path(self) -> Path | None:
        """The recording that is named, None where none is."""
        return typed_path(self.path_field.text())

    @property
    def is_complete(self) -> bool:
        """True where a session could begin with this."""
        match self.source:
            case SourceKind.STRAP:
                return self.straps.strap is not None
            case SourceKind.FILE:
                return is_there(self.path)
            case SourceKind.SIMULATED:
                return True

    def pick(self, kind: SourceKind) -> None:
        """Pick a source."""
        self._buttons.button(KINDS.index(kind)).setChecked(True)
        self._show_kind()

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self.straps.dress(theme, measure)
        # Two straps and what to do about them.
        self.straps.setMinimumHeight(
            measure.text_px(TWO_STRAPS_PX) + target_px(measure)
        )
        for label in (*self._help, self._lack):
            label.setWordWrap(True)
            label.dress(theme.muted, measure.text_px(SMALL_PX))

    def _show_kind(self) -> None:
        for index, kind in enumerate(KINDS):
            button = self._buttons.button(index)
            dot = words.CURRENT if button.isChecked() else words.OLD
            button.setText(f"{dot}  {words.SOURCES[kind]}")
            # Tab leads to the one that is picked, and arrows from there to the others.
            focus = Qt.FocusPolicy
            policy = focus.StrongFocus if button.isChecked() else focus.ClickFocus
            button.setFocusPolicy(policy)
        self._panels.setCurrentIndex(self._buttons.checkedId())
        if self.source is SourceKind.STRAP:
            self.straps.search()
        else:
            self.straps.stop()
        self.changed.emit()

    def _take_path(self) -> None:
        is_missing = self.path is not None and not is_there(self.path)
        self._lack.say(words.NO_SUCH_FILE if is_missing else "")
        self.changed.emit()

    def _browse(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, words.BROWSE_TITLE, self.path_field.text()
        )
        if chosen:
            self.path_field.setText(chosen)


def _column(*parts: PlainLabel | QHBoxLayout) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP_PX // 2)
    for part in parts:
        if isinstance(part, QHBoxLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)
    column.addStretch(1)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    return holder
