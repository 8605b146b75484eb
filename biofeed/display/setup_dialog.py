"""The first thing seen: where the heartbeats come from, and whose they are."""

from dataclasses import replace

from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from biofeed.core.protocol import OPEN
from biofeed.display import words
from biofeed.display.backdrop import Backdrop
from biofeed.display.look_panel import LookPanel
from biofeed.display.plain_label import PlainLabel
from biofeed.display.protocol_panel import BESIDE_PX, LABEL_PX, ProtocolPanel
from biofeed.display.room_panel import RoomPanel
from biofeed.display.screening_dialog import ScreeningDialog
from biofeed.display.scrolling_column import ScrollingColumn
from biofeed.display.setup_places import SetupPlaces
from biofeed.display.source_panel import SourcePanel
from biofeed.display.start_choice import (
    SourceKind,
    StartChoice,
    StartMemory,
    StrapSearch,
)
from biofeed.display.style_sheet import sheet
from biofeed.display.theme import Measure, resolve
from biofeed.display.translated import translated
from biofeed.session.screening import (
    ScreeningResult,
    may_activate,
    needs_screening,
    screened,
)
from devices.plain_text import one_line
from devices.sighting import LONGEST_NAME, harmless

HEAD_PX = 32
DETAIL_PX = 18
SMALL_PX = 15
SIZE_PX = (1000, 690)

LONGEST_REMARK = 300
"""Signs of a remark: it may quote a path of any length."""

FIRST_TRAINING = "first-session"
"""What somebody is offered who has not chosen yet: it asks for nothing by emotion."""


class SetupDialog(QDialog):
    """Asks for a source, a training, a name, and how it is to look and to sound.

    Parameters
    ----------
    search
        Looks for straps.
    memory
        Knows the last choice, and is told the new one.
    remarks
        What the person should know first (a session that was recovered), a sentence
        each.

    Attributes
    ----------
    choice
        What was chosen; None until the person begins.
    """

    def __init__(
        self,
        search: StrapSearch,
        memory: StartMemory,
        parent: QWidget | None = None,
        *,
        remarks: tuple[str, ...] = (),
    ) -> None:
        super().__init__(parent)
        last = memory.last() or StartChoice(protocol=FIRST_TRAINING)
        self._memory = memory
        self.choice: StartChoice | None = None
        self._ground = Backdrop(resolve(last.look.theme), self)
        self._scroll = ScrollingColumn(self)
        holder = self._scroll.holder
        self._head = PlainLabel(holder, text=words.SETUP.head)
        self._detail = PlainLabel(
            holder, text="\n".join((*map(_remark, remarks), words.SETUP.detail))
        )
        self.sources = SourcePanel(search, last, holder)
        self.training = ProtocolPanel(last.protocol, holder)
        self._name = QWidget(holder)
        self._name_label = PlainLabel(self._name, text=words.PSEUDONYM)
        self.name_field = QLineEdit(last.pseudonym, self._name)
        self.room = RoomPanel(console=last.console, sound=last.sound, parent=holder)
        self.looks = LookPanel(last.look, last.language, holder)
        self.begin_button = QPushButton(words.BEGIN, self)
        self._places = SetupPlaces(self, self._scroll)
        self._build()
        self._dress()
        self._offer()
        if self.begin_button.isEnabled():
            # As last time is one key away.
            self.begin_button.setFocus()

    def _build(self) -> None:
        self.setWindowTitle(words.PROGRAM)
        self.resize(*SIZE_PX)
        self._head.setWordWrap(True)
        self._detail.setWordWrap(True)
        self.name_field.setMaxLength(LONGEST_NAME)
        self.name_field.setPlaceholderText(words.PSEUDONYM_PROMPT)
        self.name_field.setAccessibleName(words.PSEUDONYM)
        self._name_label.setBuddy(self.name_field)
        self.begin_button.setObjectName("primary")
        self.begin_button.setDefault(True)
        name_row = QHBoxLayout(self._name)
        name_row.setContentsMargins(0, 0, 0, 0)
        name_row.setSpacing(BESIDE_PX)
        name_row.addWidget(self._name_label)
        name_row.addWidget(self.name_field, 1)
        self._places.place(
            above=[self._head, self._detail, self.sources.kinds],
            needed=[self.sources, self.training, self._name],
            kept=[self.room, self.looks],
            begin=self.begin_button,
        )
        self._ground.lower()
        self.sources.changed.connect(self._offer)
        self.training.changed.connect(self._offer)
        self.looks.changed.connect(self._dress)
        self.looks.language_changed.connect(self._keep_language)
        self.begin_button.clicked.connect(self._begin)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)

    def _offer(self) -> None:
        """A recording brings its training and its name, and makes no tone."""
        is_file = self.sources.source is SourceKind.FILE
        self.training.setVisible(not is_file)
        self._name.setVisible(not is_file)
        self.room.offer_tones(is_offered=not is_file)
        has_training = is_file or self.training.protocol is not None
        self.begin_button.setEnabled(self.sources.is_complete and has_training)

    def _begin(self) -> None:
        source = self.sources.source
        is_strap, is_file = source is SourceKind.STRAP, source is SourceKind.FILE
        self.choice = StartChoice(
            source=source,
            strap=self.sources.straps.strap if is_strap else None,
            path=self.sources.path if is_file else None,
            pseudonym=harmless(self.name_field.text()),
            look=self.looks.look,
            protocol=self.training.name or OPEN.name,
            console=self.room.console,
            sound=self.room.sound,
            language=self.looks.language,
        )
        if self._is_asked_first(self.choice):
            self._ask_first()
        else:
            self._go_on()

    def _is_asked_first(self, choice: StartChoice) -> bool:
        """Whether a body is to be asked to rise that nobody was asked about."""
        training = self.training.protocol
        return (
            choice.source is SourceKind.STRAP
            and training is not None
            and needs_screening(training)
            and not may_activate(screened(choice.pseudonym))
        )

    def _ask_first(self) -> None:
        assert self.choice is not None  # just made
        asking = ScreeningDialog(self.choice.pseudonym, self.choice.look, self)
        asking.accepted.connect(lambda: self._take_answer(asking.kept))
        asking.rejected.connect(self._take_back)
        # Nothing waits for the answer: the dialog beneath can still be closed.
        asking.open()

    def _take_answer(self, kept: ScreeningResult | None) -> None:
        assert self.choice is not None  # the question was about it
        if kept is ScreeningResult.NOT_YET:
            self.choice = replace(self.choice, protocol=OPEN.name)
        self._go_on()

    def _take_back(self) -> None:
        self.choice = None
        self.begin_button.setFocus()

    def _go_on(self) -> None:
        assert self.choice is not None  # there is one by now
        self._memory.remember(self.choice)
        self.accept()

    def _keep_language(self) -> None:
        """Keep it also for who goes no further in a language they do not read."""
        self._memory.keep_language(self.looks.language)
        self._scroll.show_whole(self.looks)

    @override
    def done(self, result: int) -> None:
        """Stop looking for straps whichever way the dialog ends."""
        if result != QDialog.DialogCode.Accepted:
            self.choice = None
        self.sources.straps.stop()
        super().done(result)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the ground fill the dialog, and each part have room for its words."""
        super().resizeEvent(event)
        self._ground.setGeometry(self.rect())
        self._places.fit_width()

    def _dress(self) -> None:
        look = self.looks.look
        theme, measure = resolve(look.theme), Measure(text_scale=look.text_scale)
        self.setStyleSheet(sheet(theme, measure))
        self._ground.dress(theme)
        self._head.dress(theme.text, measure.text_px(HEAD_PX))
        self._detail.dress(theme.muted, measure.text_px(DETAIL_PX))
        self._name_label.dress(theme.muted, measure.text_px(SMALL_PX))
        self._name_label.setMinimumWidth(measure.text_px(LABEL_PX))
        self.sources.dress(theme, measure)
        self.training.dress(theme, measure)
        self._places.fit(measure)
        self._scroll.dress(theme, measure)
        self.room.dress(theme, measure)
        self.looks.dress(theme, measure)


def _remark(sentence: str) -> str:
    said = one_line(translated(sentence), LONGEST_REMARK)
    # On a terminal it goes on after the program's name; here it stands by itself.
    return said[:1].upper() + said[1:]
