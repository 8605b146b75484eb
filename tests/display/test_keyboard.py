"""Everything can be reached, seen, read out and done by keyboard alone."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from biofeed.core.events import Action
from biofeed.display import sound_words, training_words, words
from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.console_window import ConsoleWindow
from biofeed.display.picture_dialogs import TWO, Found, OneMemory
from biofeed.display.replay_window import ReplayWindow
from biofeed.display.sample_session import SampleSession
from biofeed.display.screening_dialog import ScreeningDialog
from biofeed.display.setup_dialog import SetupDialog
from biofeed.display.sound_choice import SoundChoice
from biofeed.display.start_choice import SourceKind, StartChoice
from biofeed.display.theme import Look, ThemeChoice
from biofeed.session.snapshot import Snapshot
from biofeed.session.store import HOME_VARIABLE
from devices.sighting import FoundStrap
from tests.display.focusing import reachable, ring_share, stops, told
from tests.display.replaying import open_replay, outlined
from tests.display.room import cut
from tests.display.session_double import ListeningSession

Key = Qt.Key
Role = QAccessible.Role

LEAST_SHARE = 1.25
"""Of a ring 1 px wide: what changes has to be more than a hair line."""

ROLES = {
    Role.PushButton,
    Role.Button,
    Role.CheckBox,
    Role.RadioButton,
    Role.ComboBox,
    Role.EditableText,
    Role.List,
    Role.Table,
    Role.Slider,
    Role.SpinBox,
}
"""What a screen reader knows how to use."""


@dataclass(frozen=True)
class Opening:
    """The means to put a window on screen."""

    qtbot: QtBot
    sample: SampleSession
    training: SampleSession
    time_s: list[float]
    look: Look
    session: ListeningSession
    kept: list[QWidget] = field(default_factory=list)

    def client(self, snapshot: Snapshot, *keys: Key) -> QWidget:
        bridge = Bridge(now_s=lambda: self.time_s[0])
        window = ClientWindow(self.session, bridge, self.look)
        self._put(window)
        for _ in range(3):
            self.time_s[0] += 2.0
            bridge.publish(snapshot)
            window.advance()
            QApplication.processEvents()
        for key in keys:
            QTest.keyClick(window, key)
            QApplication.processEvents()
        return window

    def console(self, snapshot: Snapshot) -> QWidget:
        bridge = Bridge(now_s=lambda: self.time_s[0])
        window = ConsoleWindow(self.session, bridge, self.look)
        self._put(window)
        bridge.publish(snapshot)
        window.advance()
        QApplication.processEvents()
        return window

    def dialog(self, source: SourceKind, *straps: FoundStrap) -> QWidget:
        choice = StartChoice(
            source=source, pseudonym="heron", look=self.look, path=Path(__file__)
        )
        return self._put(SetupDialog(Found(straps), OneMemory(choice)))

    def screening(self) -> ScreeningDialog:
        dialog = ScreeningDialog("heron", self.look)
        self._put(dialog)
        return dialog

    def agreement(self) -> QWidget:
        dialog = self.screening()
        dialog.conditions.some.click()
        return dialog

    def agreed(self) -> QWidget:
        dialog = self.screening()
        dialog.conditions.some.click()
        dialog.agreement.agreed.click()
        return dialog

    def replay(self, snapshot: Snapshot, *keys: Key) -> ReplayWindow:
        outline = outlined(self.training)
        replayed = open_replay(self.qtbot, self.time_s, outline, self.look)
        self._put(replayed.window)
        replayed.show(snapshot)
        for key in keys:
            replayed.press(key)
            replayed.show(snapshot)
        return replayed.window

    def replay_broken_off(self, snapshot: Snapshot) -> QWidget:
        window = self.replay(snapshot)
        window.break_off("The file went away.")
        QApplication.processEvents()
        return window

    def _put(self, window: QWidget) -> QWidget:
        self.qtbot.addWidget(window)
        self.kept.append(window)
        window.show()
        window.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
        if not isinstance(window, QDialog):
            window.setFocus()
        for _ in range(2):
            QApplication.processEvents()
        return window


WINDOWS: dict[str, Callable[[Opening], QWidget]] = {
    "session": lambda at: at.client(at.sample.at(450.0)),
    "before it begins": lambda at: at.client(at.sample.at(8.0)),
    "drawer": lambda at: at.client(at.sample.at(450.0), Key.Key_D),
    "question": lambda at: at.client(
        at.training.first(lambda each: each.question is not None)
    ),
    "stopped": lambda at: at.client(at.sample.at(450.0), Key.Key_Escape),
    "over": lambda at: at.client(at.training.ended()),
    "console": lambda at: at.console(at.training.at(400.0)),
    "console over": lambda at: at.console(at.training.ended()),
    "strap": lambda at: at.dialog(SourceKind.STRAP),
    "straps": lambda at: at.dialog(SourceKind.STRAP, *TWO),
    "simulated": lambda at: at.dialog(SourceKind.SIMULATED),
    "file": lambda at: at.dialog(SourceKind.FILE),
    "screening": lambda at: at.screening(),
    "agreement": lambda at: at.agreement(),
    "agreed": lambda at: at.agreed(),
    "replay": lambda at: at.replay(at.training.at(400.0)),
    "replay as seen then": lambda at: at.replay(at.training.at(1080.0), Key.Key_W),
    "replay over": lambda at: at.replay(at.training.ended()),
    "replay broken off": lambda at: at.replay_broken_off(at.training.at(400.0)),
}
EVERY_WINDOW = pytest.mark.parametrize("window", WINDOWS.values(), ids=WINDOWS)
DRESSES = [ThemeChoice.DARK, ThemeChoice.LIGHT]


@pytest.fixture
def at(
    qtbot: QtBot,
    sample: SampleSession,
    training: SampleSession,
    time_s: list[float],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> Opening:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    theme = getattr(request, "param", ThemeChoice.DARK)
    return Opening(
        qtbot, sample, training, time_s, Look(theme=theme), ListeningSession()
    )


def _led(window: QWidget) -> list[str]:
    """What Tab leads to, by name, in its order."""
    return [told(each)[0] for each in stops(window)]


def _known(widget: QWidget) -> tuple[int, str, str]:
    """A control, so that a failure says which."""
    return id(widget), type(widget).__name__, widget.accessibleName()


@EVERY_WINDOW
def test_tab_leads_to_all_that_can_be_used(
    at: Opening, window: Callable[[Opening], QWidget]
) -> None:
    """And to nothing that cannot; it comes round."""
    shown = window(at)
    usable, reached = {*map(_known, reachable(shown))}, {*map(_known, stops(shown))}
    assert usable == reached


@EVERY_WINDOW
def test_all_of_it_has_a_name_and_a_role(
    at: Opening, window: Callable[[Opening], QWidget]
) -> None:
    """A screen reader can say what it is on, and what that is for."""
    named = [told(each) for each in reachable(window(at))]
    assert [] == [(name, role) for name, role in named if not name.strip()]
    assert {role for _, role in named} <= ROLES


@EVERY_WINDOW
@pytest.mark.parametrize("at", DRESSES, indirect=True)
def test_where_the_keyboard_is_can_be_seen(
    at: Opening, window: Callable[[Opening], QWidget]
) -> None:
    """A ring of 3:1, wider than the edge it takes the place of: on pictures."""
    shown = window(at)
    shares = {told(each)[0]: ring_share(shown, each) for each in stops(shown)}
    assert {} == {name: share for name, share in shares.items() if share < LEAST_SHARE}


def test_tab_goes_through_a_replay_as_the_eye_does(at: Opening) -> None:
    """The time line, then the row below it from left to right."""
    window = at.replay(at.training.at(400.0))
    places = [each.mapTo(window, each.rect().center()) for each in stops(window)]
    line, *row = places
    assert len(row) == 7
    assert all(line.y() < each.y() for each in row)
    assert [each.x() for each in row] == sorted(each.x() for each in row)


@pytest.mark.parametrize("source", list(SourceKind))
def test_tab_goes_through_the_first_dialog_as_one_answers_it(
    at: Opening, source: SourceKind
) -> None:
    """Where from, what it needs, whose it is; then what may stay; Begin comes last."""
    led = _led(at.dialog(source, TWO[0]))
    begin = led.index(words.BEGIN)
    # It has the keyboard first where all can be as last time.
    led = [*led[begin + 1 :], *led[: begin + 1]]
    asked = [words.SOURCES[source], words.PSEUDONYM, sound_words.SOUND, words.THEME]
    if source is SourceKind.FILE:
        # It was recorded in a name, and plays no tones.
        del asked[1:3]
    places = [led.index(name) for name in (*asked, words.BEGIN)]
    assert places == sorted(places)
    assert 0 == places[0]


def test_a_control_without_a_ring_is_found(qtbot: QtBot) -> None:
    """The measure fails where nothing shows where the keyboard is."""
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(200, 100)
    for n, sheet in enumerate(("", "QPushButton:focus {border: 3px solid black}")):
        button = QPushButton("press", holder)
        plain = "QPushButton {background: white; border: 3px solid white; outline: 0}"
        button.setStyleSheet(plain + sheet)
        button.setGeometry(20, 10 + 40 * n, 100, 30)
    holder.show()
    holder.activateWindow()
    QApplication.processEvents()
    buttons = holder.findChildren(QPushButton)
    without, within = (ring_share(holder, each) for each in buttons)
    assert without < LEAST_SHARE <= within


def keys(*pressed: Key | str) -> None:
    """Press keys one after the other, wherever the keyboard is; a text is written."""
    for each in pressed:
        focus = QApplication.focusWidget() or QApplication.activeWindow()
        assert focus is not None
        if isinstance(each, str):
            QTest.keyClicks(focus, each)
        else:
            QTest.keyClick(focus, each)
        QApplication.processEvents()


def tab_to(window: QWidget, name: str) -> None:
    """Press Tab until the keyboard is on what is called so."""
    for _ in stops(window):
        keys(Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is not None and told(focus)[0] == name:
            return
    raise AssertionError(f"Tab does not lead to {name}: {_led(window)}")


def test_a_session_is_chosen_and_begun_by_keys(at: Opening) -> None:
    """A name, a source, a training, a look, and Enter."""
    dialog = at.dialog(SourceKind.STRAP)
    assert isinstance(dialog, SetupDialog)
    tab_to(dialog, words.PSEUDONYM)
    keys(Key.Key_End, "ling")
    tab_to(dialog, words.SOURCES[SourceKind.STRAP])
    keys(Key.Key_Right)
    tab_to(dialog, training_words.TRAINING)
    keys(Key.Key_Home)
    tab_to(dialog, sound_words.SOUND)
    keys(Key.Key_Down)
    tab_to(dialog, words.BEGIN)
    keys(Key.Key_Return)
    assert dialog.choice is not None
    assert ("heronling", SourceKind.SIMULATED, SoundChoice.PACER) == (
        dialog.choice.pseudonym,
        dialog.choice.source,
        dialog.choice.sound,
    )


def test_a_whole_session_goes_by_keys(at: Opening) -> None:
    """Mark, an urge, stay, a word, stop, look at it, and leave."""
    window = at.client(at.training.at(400.0))
    assert isinstance(window, ClientWindow)
    keys(Key.Key_M, Key.Key_U, Key.Key_L)
    QTest.keyClick(window, Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    keys("a word", Key.Key_Return, Key.Key_Escape)
    pages = [window.pages.current]
    keys(Key.Key_Return)
    pages.append(window.pages.current)
    assert [window.pages.grounding, window.pages.summary] == pages
    keys(Key.Key_Escape)
    assert not window.isVisible()
    pacer = {Action.PACER_SHOWN, Action.PACER_HIDDEN}
    assert [
        Action.MARK,
        Action.URGE_CAME,
        Action.HOLD,
        Action.MARK,
        Action.STOP,
    ] == [action for action, _, _ in at.session.submitted if action not in pacer]


@pytest.mark.parametrize("key", [Key.Key_A, Key.Key_Return])
def test_a_session_is_begun_by_a_key(at: Opening, key: Key) -> None:
    """By the person, and by the clinician for them."""
    snapshot = at.training.at(3.0)
    at.console(snapshot) if key is Key.Key_A else at.client(snapshot)
    keys(key)
    assert Action.START in [action for action, _, _ in at.session.submitted]


def test_a_clinician_steers_a_whole_session_by_keys(at: Opening) -> None:
    """Advance, extend, hold, level, pacer, ceiling, note, mark, stop."""
    at.console(at.training.at(400.0))
    keys(Key.Key_A, Key.Key_E, Key.Key_H, Key.Key_S, Key.Key_P, Key.Key_C)
    keys(Key.Key_N, "tears", Key.Key_Return, Key.Key_F1, Key.Key_Escape)
    assert [
        Action.ADVANCE,
        Action.EXTEND,
        Action.HOLD,
        Action.FEEDBACK,
        Action.PACER,
        Action.CEILING,
        Action.NOTE,
        Action.MARK,
        Action.STOP,
    ] == [action for action, _, _ in at.session.submitted]


@pytest.mark.parametrize("size_px", [(1024, 700), (3840, 2160)])
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
def test_no_word_of_the_console_is_cut(
    at: Opening, size_px: tuple[int, int], text_scale: float
) -> None:
    """From a small laptop to 4K, at normal and at double text."""
    at = replace(at, look=Look(text_scale=text_scale))
    window = at.console(at.training.at(400.0))
    window.resize(*size_px)
    for _ in range(2):
        QApplication.processEvents()
    assert (window.width(), window.height()) == size_px
    assert [] == cut(window)
