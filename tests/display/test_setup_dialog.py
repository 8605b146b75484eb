"""The first dialog: a source, a name, a look."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollBar,
)
from pytestqt.qtbot import QtBot

from biofeed.display import language_words, training_words, words
from biofeed.display.language import Language
from biofeed.display.screening_dialog import ScreeningDialog
from biofeed.display.setup_dialog import FIRST_TRAINING, SetupDialog
from biofeed.display.start_choice import SourceKind, StartChoice
from biofeed.display.strap_list import strap_line
from biofeed.display.theme import Look, Motion, ThemeChoice
from biofeed.session.protocols import bundled_protocols
from biofeed.session.screening import ScreeningResult, record_screening
from biofeed.session.store import HOME_VARIABLE
from devices.errors import HELD_ELSEWHERE, explain, remedy
from devices.sighting import FoundStrap
from devices.source import DeviceIdentity, LinkReason

H10 = FoundStrap(name="Polar H10 A1B24F2A", address="C4:7E:12:A1:4F:2A", rssi_dbm=-54)
DUAL = FoundStrap(name="HRM-Dual", address="D1:22:90:0B:77:31", rssi_dbm=-79)


class ScriptedSearch:
    """Finds what it is told to, when it is told to."""

    def __init__(self) -> None:
        self.found: Callable[[FoundStrap], None] | None = None
        self.ended: Callable[[LinkReason | None], None] | None = None
        self.started = 0
        self.stopped = 0

    def start(
        self,
        found: Callable[[FoundStrap], None],
        ended: Callable[[LinkReason | None], None],
    ) -> None:
        self.found, self.ended = found, ended
        self.started += 1

    def stop(self) -> None:
        self.stopped += 1

    def tell(self, *straps: FoundStrap, reason: LinkReason | None = None) -> None:
        """Find these, then end."""
        assert self.found is not None
        assert self.ended is not None
        for strap in straps:
            self.found(strap)
        self.ended(reason)
        QApplication.processEvents()


class Memory:
    """Remembers in memory."""

    def __init__(self, choice: StartChoice | None = None) -> None:
        self.choice = choice

    def last(self) -> StartChoice | None:
        return self.choice

    def remember(self, choice: StartChoice) -> None:
        self.choice = choice

    def keep_language(self, language: Language) -> None:
        self.choice = replace(self.choice or StartChoice(), language=language)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A place of its own, in which the person was asked what has to be asked."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    for pseudonym in ("", "heron"):
        record_screening(ScreeningResult.CLEAR, pseudonym)


@pytest.fixture
def search() -> ScriptedSearch:
    return ScriptedSearch()


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def dialog(
    search: ScriptedSearch, memory: Memory, qtbot: QtBot
) -> Iterator[SetupDialog]:
    dialog = SetupDialog(search, memory)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    dialog.close()


def _texts(dialog: SetupDialog) -> str:
    labels = dialog.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def _lines(dialog: SetupDialog) -> list[str]:
    (straps,) = dialog.findChildren(QListWidget)
    return [straps.item(row).text() for row in range(straps.count())]


def test_straps_appear_as_they_are_found(
    dialog: SetupDialog, search: ScriptedSearch
) -> None:
    """Each strap is a line with its name, the end of its address, and its signal."""
    search.tell(H10, DUAL)
    assert _lines(dialog) == [
        "Polar H10 A1B24F2A  ·  4F2A  ·  strong signal",
        "HRM-Dual  ·  7731  ·  fair signal",
    ]


def test_a_second_sighting_renews_the_line(
    dialog: SetupDialog, search: ScriptedSearch
) -> None:
    """A strap that comes nearer is one line, with the new signal."""
    nearer = FoundStrap(name=DUAL.name, address=DUAL.address, rssi_dbm=-40)
    search.tell(DUAL, nearer)
    assert _lines(dialog) == ["HRM-Dual  ·  7731  ·  strong signal"]


def test_of_several_none_is_picked_by_coming_by(
    dialog: SetupDialog, search: ScriptedSearch
) -> None:
    """Tab on to the list picks nobody's strap; an arrow there picks the first."""
    search.tell(H10, DUAL)
    (straps,) = dialog.findChildren(QListWidget)
    straps.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert straps.hasFocus()
    assert dialog.sources.straps.strap is None
    assert not dialog.begin_button.isEnabled()
    QTest.keyClick(straps, Qt.Key.Key_Down)
    assert H10.identity == dialog.sources.straps.strap
    assert dialog.begin_button.isEnabled()


def test_looking_again_keeps_the_keyboard(
    dialog: SetupDialog, search: ScriptedSearch
) -> None:
    """Enter held down looks once, and never comes to press what begins."""
    search.tell(H10, reason=LinkReason.POWERED_OFF)
    straps = dialog.sources.straps
    straps._resting.stop()
    again = straps._again
    dialog.activateWindow()
    again.setFocus()
    before = search.started
    for _ in range(5):
        QTest.keyClick(QApplication.focusWidget() or again, Qt.Key.Key_Return)
        search.tell(reason=LinkReason.POWERED_OFF)
    assert before + 1 == search.started
    assert again.hasFocus()
    assert dialog.choice is None


def test_heart_rate_and_battery_follow(
    dialog: SetupDialog, search: ScriptedSearch
) -> None:
    """What a strap says when it is asked stands in its line as soon as it is there."""
    search.tell(H10, replace(H10, heart_rate_bpm=71, battery_pct=64))
    line = "Polar H10 A1B24F2A  ·  4F2A  ·  strong signal"
    assert _lines(dialog) == [f"{line}  ·  71 bpm when asked  ·  battery 64 %"]


def test_of_two_straps_a_person_picks(
    dialog: SetupDialog, search: ScriptedSearch
) -> None:
    """One alone is picked by itself; with a second, nobody is taken by guess."""
    search.tell(H10)
    assert dialog.begin_button.isEnabled()
    search.tell(DUAL)
    assert not dialog.begin_button.isEnabled()
    assert words.PICK_YOURS in _texts(dialog)


def test_a_pick_by_hand_stays(dialog: SetupDialog, search: ScriptedSearch) -> None:
    """A strap that a person clicked is theirs, whatever turns up later."""
    search.tell(H10)
    (straps,) = dialog.findChildren(QListWidget)
    place = straps.visualItemRect(straps.item(0)).center()
    QTest.mouseClick(
        straps.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0), place
    )
    search.tell(DUAL)
    dialog.begin_button.click()
    assert dialog.choice is not None
    assert dialog.choice.strap == H10.identity


def test_the_known_strap_stands_first(search: ScriptedSearch, qtbot: QtBot) -> None:
    """The strap of last time is the top line, even where it was found last."""
    last = StartChoice(strap=DUAL.identity)
    dialog = SetupDialog(search, Memory(last))
    qtbot.addWidget(dialog)
    dialog.show()
    search.tell(H10, DUAL)
    assert [line[:8] for line in _lines(dialog)] == ["HRM-Dual", "Polar H1"]


def test_a_held_strap_says_what_to_do(
    dialog: SetupDialog, search: ScriptedSearch
) -> None:
    """Another program has it: shown as such, not picked, with the way out."""
    search.tell(replace(H10, rssi_dbm=None, held=True))
    assert words.STRAP_HELD in _lines(dialog)[0]
    assert HELD_ELSEWHERE in _texts(dialog)
    assert not dialog.begin_button.isEnabled()


def test_sightings_may_come_from_another_thread(
    dialog: SetupDialog, search: ScriptedSearch
) -> None:
    """The search calls from the io thread; the list changes in the window's."""
    assert search.found is not None
    io = threading.Thread(target=search.found, args=(H10,))
    io.start()
    io.join(timeout=5.0)
    QApplication.processEvents()
    assert len(_lines(dialog)) == 1


def test_no_strap_found_says_what_helps(
    dialog: SetupDialog, search: ScriptedSearch
) -> None:
    """Wet the electrodes, wear it, close the other app; and nothing can begin."""
    search.tell()
    helps = words.NO_STRAP_FOUND.format(help=remedy(LinkReason.NOT_FOUND))
    assert helps in _texts(dialog)
    assert not dialog.begin_button.isEnabled()


@pytest.mark.parametrize("reason", [LinkReason.NO_ADAPTER, LinkReason.PERMISSION])
def test_a_search_that_cannot_be_done_says_why(
    dialog: SetupDialog, search: ScriptedSearch, reason: LinkReason
) -> None:
    """Bluetooth missing or forbidden is told in its own words."""
    search.tell(reason=reason)
    assert explain(reason) in _texts(dialog)


def test_begin_with_a_strap(
    dialog: SetupDialog, search: ScriptedSearch, memory: Memory
) -> None:
    """The picked strap is the choice, and is remembered."""
    search.tell(H10)
    dialog.name_field.setText("heron")
    dialog.begin_button.click()
    assert dialog.choice is not None
    assert dialog.choice.source is SourceKind.STRAP
    assert dialog.choice.strap == H10.identity
    assert dialog.choice.pseudonym == "heron"
    assert memory.choice == dialog.choice
    assert search.stopped >= 1


def test_enter_begins(dialog: SetupDialog, search: ScriptedSearch) -> None:
    """With a strap in the list Enter is enough."""
    search.tell(H10)
    QTest.keyClick(dialog.name_field, Qt.Key.Key_Return)
    assert dialog.choice is not None


def test_escape_chooses_nothing(
    dialog: SetupDialog, search: ScriptedSearch, memory: Memory
) -> None:
    """Leaving the dialog is no choice, and ends the search."""
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.choice is None
    assert memory.choice is None
    assert search.stopped >= 1


def test_a_file_must_be_there(dialog: SetupDialog, tmp_path: Path) -> None:
    """A recording can begin once its path names something that exists."""
    dialog.sources.pick(SourceKind.FILE)
    dialog.sources.path_field.setText(str(tmp_path / "none.csv"))
    assert not dialog.begin_button.isEnabled()
    recording = tmp_path / "some.csv"
    recording.write_text("800\n")
    dialog.sources.path_field.setText(str(recording))
    assert dialog.begin_button.isEnabled()
    dialog.begin_button.click()
    assert dialog.choice is not None
    assert dialog.choice.path == recording
    assert dialog.choice.strap is None


def test_a_recording_is_asked_nothing_that_it_knows(dialog: SetupDialog) -> None:
    """Neither a name nor tones; nothing that stays moves, and the choices are kept."""
    stays = (dialog.sources.kinds, dialog.room, dialog.looks, dialog.begin_button)
    dialog.name_field.setText("heron")
    dialog.sources.pick(SourceKind.SIMULATED)
    QApplication.processEvents()
    before = [each.geometry() for each in stays]
    tones = dialog.room.sound
    dialog.sources.pick(SourceKind.FILE)
    QApplication.processEvents()
    assert [each.geometry() for each in stays] == before
    assert not dialog.name_field.isVisible()
    assert not dialog.room.sounds.isEnabled()
    assert dialog.room.screens.isEnabled()
    dialog.sources.pick(SourceKind.SIMULATED)
    assert dialog.name_field.isVisible()
    assert dialog.room.sounds.isEnabled()
    assert (dialog.name_field.text(), dialog.room.sound) == ("heron", tones)


def test_a_simulated_person_needs_nothing(dialog: SetupDialog) -> None:
    """Without any strap the whole program can be tried."""
    dialog.sources.pick(SourceKind.SIMULATED)
    dialog.begin_button.click()
    assert dialog.choice is not None
    assert dialog.choice.source is SourceKind.SIMULATED


def test_last_choice_is_where_it_was(search: ScriptedSearch, qtbot: QtBot) -> None:
    """Strap, name and look of last time are picked by themselves."""
    last = StartChoice(
        strap=DeviceIdentity(name=DUAL.name, address=DUAL.address),
        pseudonym="heron",
        look=Look(theme=ThemeChoice.LIGHT, text_scale=1.5, motion=Motion.REDUCED),
    )
    dialog = SetupDialog(search, Memory(last))
    qtbot.addWidget(dialog)
    dialog.show()
    search.tell(H10, DUAL)
    dialog.begin_button.click()
    assert dialog.choice is not None
    assert dialog.choice.strap == DUAL.identity
    assert dialog.choice.pseudonym == "heron"
    assert dialog.choice.look == last.look


def test_hostile_name_is_one_plain_line() -> None:
    """Markup stays text; control, direction and length are taken away."""
    name = "<img src='/x'>\u202e\x1b[2J\n" + "z" * 10_000
    line = strap_line(FoundStrap(name=name, address="\u202eAA:BB", rssi_dbm=None))
    assert line.isprintable()
    assert len(line) < 80


def test_name_of_a_person_is_stripped_too(dialog: SetupDialog) -> None:
    """A pseudonym holds no control characters and at most 32 signs."""
    dialog.sources.pick(SourceKind.SIMULATED)
    dialog.name_field.setText("he\u202eron" + "x" * 100)
    dialog.begin_button.click()
    assert dialog.choice is not None
    assert dialog.choice.pseudonym.startswith("heron")
    assert len(dialog.choice.pseudonym) <= 32


def test_a_path_that_leads_nowhere_is_said(dialog: SetupDialog, tmp_path: Path) -> None:
    """Nobody wonders why it cannot begin; a path that is there takes the words away."""
    dialog.sources.pick(SourceKind.FILE)
    dialog.sources.path_field.setText(str(tmp_path / "nowhere.csv"))
    assert words.NO_SUCH_FILE in _texts(dialog)
    dialog.sources.path_field.setText(str(tmp_path))
    assert words.NO_SUCH_FILE not in _texts(dialog)


def test_no_list_stands_empty(dialog: SetupDialog, search: ScriptedSearch) -> None:
    """A list shows up with the first strap; its empty frame would look like a field."""
    (straps,) = dialog.findChildren(QListWidget)
    assert not straps.isVisible()
    search.tell(H10)
    assert straps.isVisible()


def test_who_never_chose_is_offered_the_first_session(dialog: SetupDialog) -> None:
    """It asks for nothing by emotion, and shows what the picture does."""
    dialog.sources.pick(SourceKind.SIMULATED)
    dialog.begin_button.click()
    assert dialog.choice is not None
    assert FIRST_TRAINING == dialog.choice.protocol


def test_the_training_of_last_time_is_picked(
    search: ScriptedSearch, qtbot: QtBot
) -> None:
    """It is chosen again without a key."""
    last = StartChoice(source=SourceKind.SIMULATED, protocol="settling")
    dialog = SetupDialog(search, Memory(last))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.begin_button.click()
    assert dialog.choice is not None
    assert dialog.choice.protocol == "settling"


def test_a_recording_does_not_ask_for_a_training(dialog: SetupDialog) -> None:
    """It brings its own; a strap and a simulated person are asked."""
    for kind in SourceKind:
        dialog.sources.pick(kind)
        assert dialog.training.isVisible() is (kind is not SourceKind.FILE)


def test_a_training_that_is_refused_cannot_begin(
    dialog: SetupDialog, tmp_path: Path
) -> None:
    """The way on opens when there is one that may be practised."""
    dialog.sources.pick(SourceKind.SIMULATED)
    dialog.training.names.setCurrentText(training_words.OWN_FILE)
    dialog.training.path_field.setText(str(tmp_path / "none.toml"))
    assert not dialog.begin_button.isEnabled()
    dialog.training.names.setCurrentIndex(0)
    assert dialog.begin_button.isEnabled()


@pytest.mark.every_language
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("kind", SourceKind)
def test_the_way_on_stays_on_a_small_screen(
    search: ScriptedSearch, qtbot: QtBot, kind: SourceKind, text_scale: float
) -> None:
    """At 1024 x 700 and double text nothing is wider than the dialog; Begin stays."""
    look = Look(theme=ThemeChoice.DARK, text_scale=text_scale)
    dialog = SetupDialog(search, Memory(StartChoice(source=kind, look=look)))
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    assert dialog.width() <= 1024
    assert dialog.height() <= 700
    assert dialog.rect().contains(dialog.begin_button.geometry())
    for each in dialog.findChildren(QPushButton):
        if each.isVisible():
            assert each.width() >= each.sizeHint().width()
            assert each.mapTo(dialog, each.rect().topRight()).x() <= dialog.width()


def _asking(dialog: SetupDialog) -> ScreeningDialog:
    (asking,) = dialog.findChildren(ScreeningDialog)
    assert asking.isVisible()
    return asking


def test_somebody_new_is_asked_before_a_body_is_to_rise(
    dialog: SetupDialog, search: ScriptedSearch, memory: Memory
) -> None:
    """Nothing begins before the answer; with it, what was chosen does."""
    search.tell(H10)
    dialog.name_field.setText("otter")
    dialog.begin_button.click()
    asking = _asking(dialog)
    assert memory.choice is None
    QApplication.processEvents()
    asking.conditions.none.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.choice is not None
    assert FIRST_TRAINING == dialog.choice.protocol


def test_one_to_whom_something_applies_has_open_practice(
    dialog: SetupDialog, search: ScriptedSearch
) -> None:
    """The session begins, and asks the body for nothing."""
    search.tell(H10)
    dialog.name_field.setText("otter")
    dialog.begin_button.click()
    asking = _asking(dialog)
    asking.conditions.some.click()
    asking.agreement.open_practice.click()
    assert dialog.choice is not None
    assert dialog.choice.protocol == "open"


def test_the_way_back_leads_to_what_was_chosen(
    dialog: SetupDialog, search: ScriptedSearch
) -> None:
    """Without an answer the dialog is as it was, and no choice is made."""
    search.tell(H10)
    dialog.name_field.setText("otter")
    dialog.begin_button.click()
    _asking(dialog).reject()
    assert dialog.choice is None
    assert dialog.isVisible()
    assert dialog.begin_button.isEnabled()


def test_a_simulated_person_and_open_practice_are_not_asked(
    dialog: SetupDialog, search: ScriptedSearch
) -> None:
    """Nobody's body is asked to rise there."""
    dialog.name_field.setText("otter")
    search.tell(H10)
    dialog.training.names.setCurrentText("Open practice")
    dialog.begin_button.click()
    assert dialog.choice is not None
    assert dialog.findChildren(ScreeningDialog) == []


def test_a_recording_leaves_the_training_of_last_time(
    search: ScriptedSearch, qtbot: QtBot, tmp_path: Path
) -> None:
    """Whoever looked at a recording finds their training again."""
    recording = tmp_path / "some.csv"
    recording.write_text("800\n")
    last = StartChoice(source=SourceKind.FILE, path=recording, protocol="settling")
    dialog = SetupDialog(search, Memory(last))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.begin_button.click()
    assert dialog.choice is not None
    assert dialog.choice.protocol == "settling"


def _language_field(dialog: SetupDialog) -> QComboBox:
    (field,) = [
        each
        for each in dialog.looks.findChildren(QComboBox)
        if each.accessibleName() == language_words.LANGUAGE
    ]
    return field


def test_a_language_is_kept_at_once_and_says_when_it_counts(
    dialog: SetupDialog, memory: Memory
) -> None:
    """Also by who closes the dialog; and in the language that was chosen."""
    english = Language(language_words.SPOKEN)
    (other,) = set(Language) - {Language.SYSTEM, english}
    field = _language_field(dialog)
    told = language_words.FROM_NEXT_START[other]
    assert told not in _texts(dialog)
    field.setCurrentIndex(list(Language).index(other))
    assert told in _texts(dialog)
    assert memory.choice is not None
    assert other is memory.choice.language
    field.setCurrentIndex(list(Language).index(english))
    assert told not in _texts(dialog)
    assert english is memory.choice.language


def test_a_language_goes_with_the_choice(search: ScriptedSearch, qtbot: QtBot) -> None:
    """What was kept is picked, and stays with what is begun."""
    last = StartChoice(source=SourceKind.SIMULATED, language=Language.GERMAN)
    memory = Memory(last)
    dialog = SetupDialog(search, memory)
    qtbot.addWidget(dialog)
    dialog.begin_button.click()
    assert dialog.choice is not None
    assert Language.GERMAN is dialog.choice.language


@pytest.mark.every_language
def test_the_language_is_found_without_scrolling(
    dialog: SetupDialog, search: ScriptedSearch
) -> None:
    """Whoever does not read the language on screen finds theirs at a glance."""
    search.tell(H10, DUAL)
    dialog.show()
    QApplication.processEvents()
    field = _language_field(dialog)
    seen = field.mapTo(dialog, field.rect().center())
    assert dialog.rect().contains(seen)
    assert seen.y() < dialog.begin_button.y()
    assert field.width() >= field.sizeHint().width()


@pytest.mark.parametrize("source", SourceKind)
@pytest.mark.parametrize("protocol", [each.name for each in bundled_protocols()])
@pytest.mark.every_language
def test_all_of_it_is_seen_at_once(
    source: SourceKind, protocol: str, search: ScriptedSearch, qtbot: QtBot
) -> None:
    """At its own size, which small screens have, nothing scrolls; with a remark too."""
    last = StartChoice(source=source, protocol=protocol)
    remark = "A session of yesterday was cut off, and kept as far as it went: 12 min."
    dialog = SetupDialog(search, Memory(last), remarks=(remark,))
    qtbot.addWidget(dialog)
    dialog.show()
    if source is SourceKind.STRAP:
        search.tell(H10, DUAL)
    QApplication.processEvents()
    bars = [bar for bar in dialog.findChildren(QScrollBar) if bar.isVisible()]
    assert not bars
    assert dialog.width() <= 1024
    assert dialog.height() <= 700
    dialog.close()


def test_from_the_first_start_two_clicks_lead_to_a_session(
    search: ScriptedSearch,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With one strap in reach: one begins, the other answers what has to be asked."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "new"))
    dialog = SetupDialog(search, Memory())
    qtbot.addWidget(dialog)
    dialog.show()
    search.tell(H10)
    QTest.mouseClick(dialog.begin_button, Qt.MouseButton.LeftButton)
    (asking,) = dialog.findChildren(ScreeningDialog)
    QApplication.processEvents()
    QTest.mouseClick(asking.conditions.none, Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.choice is not None
    assert dialog.choice.protocol == FIRST_TRAINING


@pytest.mark.parametrize(("width_px", "is_beside"), [(1000, True), (640, False)])
def test_in_a_narrow_window_no_sentence_is_squeezed(
    dialog: SetupDialog,
    width_px: int,
    is_beside: bool,  # noqa: FBT001 (a case of the table)
) -> None:
    """What a session needs has the whole width where two columns have too little."""
    dialog.resize(width_px, 600)
    dialog.show()
    QApplication.processEvents()
    needed = dialog.sources.mapTo(dialog, dialog.sources.rect().bottomRight())
    kept = dialog.room.mapTo(dialog, dialog.room.rect().topLeft())
    assert (needed.x() < kept.x()) == is_beside
    assert (needed.y() < kept.y()) != is_beside
    assert dialog.sources.width() >= 400
