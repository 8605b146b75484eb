"""The clinician's window: what it does, in whose role, and what it never shows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import cast

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from typing_extensions import override

from biofeed.app import _open_console
from biofeed.core.events import Action, Role
from biofeed.core.phase import Feedback, PhaseKind, Stage
from biofeed.display import console_words as said
from biofeed.display import words
from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.console_acts import Act
from biofeed.display.console_button import ConsoleButton
from biofeed.display.console_facts import standing, told_by_tiles
from biofeed.display.console_pace import AFTER_CLIENT_S, LEAST_BETWEEN_S, LOOK_AGAIN_MS
from biofeed.display.console_window import ConsoleWindow
from biofeed.display.fact_line import NO_BREAK, FactLine
from biofeed.display.failure_tile import FailureTile
from biofeed.display.just_gone import MEANT_FOR_IT_S
from biofeed.display.sample_session import SampleSession
from biofeed.display.theme import Look, ThemeChoice
from biofeed.session.history import History
from biofeed.session.io_thread import IoThread
from biofeed.session.runner import Runner
from biofeed.session.snapshot import Mark, Snapshot
from devices.source import DeviceIdentity, LinkChanged, LinkState
from tests.display.session_double import ListeningSession

Key, Modifier = Qt.Key, Qt.KeyboardModifier
Heard = tuple[Action, str, float | None, Role]

HELD = (
    Modifier.ShiftModifier,
    Modifier.ControlModifier,
    Modifier.AltModifier,
    Modifier.MetaModifier,
)

HOSTILE = "<img src=x><b>bold</b>\x1b[2J\u202e" + "x" * 10_000


class EndlessSession(ListeningSession):
    """Is never over, and told to one window."""

    @override
    def subscribe(self, publish: Callable[[Snapshot], None]) -> None:
        """Tell it what the test does."""
        self.publish = publish

    def when_over(self, told: Callable[[BaseException | None], None]) -> None:
        """Tell nothing."""


@dataclass(frozen=True)
class Pair:
    """Both windows of one session."""

    client: ClientWindow
    console: ConsoleWindow
    session: ListeningSession
    bridges: tuple[Bridge, Bridge]

    def show(self, snapshot: Snapshot) -> None:
        for bridge in self.bridges:
            bridge.publish(snapshot)
        self.client.advance()
        self.console.advance()
        QApplication.processEvents()

    @property
    def steered(self) -> list[Heard]:
        """What was done, without what a window tells of its pacer."""
        pacer = {Action.PACER_SHOWN, Action.PACER_HIDDEN}
        heard = zip(self.session.submitted, self.session.roles, strict=True)
        return [(*said, role) for said, role in heard if said[0] not in pacer]


@pytest.fixture
def pair(time_s: list[float], qtbot: QtBot) -> Iterator[Pair]:
    session, look = ListeningSession(), Look(theme=ThemeChoice.DARK)
    ours, theirs = (Bridge(now_s=lambda: time_s[0]) for _ in range(2))
    client = ClientWindow(session, theirs, look)
    console = ConsoleWindow(session, ours, look, client=client)
    console.stopped.connect(client.show_stopped)
    for window in (client, console):
        qtbot.addWidget(window)
        window.show()
    console.activateWindow()
    console.setFocus()
    yield Pair(client, console, session, (ours, theirs))
    console.close()
    client.close()


def clinician(action: Action, text: str = "", value: float | None = None) -> Heard:
    return (action, text, value, Role.CLINICIAN)


def resting(training: SampleSession) -> Snapshot:
    """The rest after the first round."""
    return training.at(training.first(lambda s: bool(s.rounds)).t_s + 5.0)


@pytest.mark.parametrize(
    ("key", "heard"),
    [
        (Key.Key_A, clinician(Action.ADVANCE)),
        (Key.Key_H, clinician(Action.HOLD)),
        (Key.Key_E, clinician(Action.EXTEND, value=30.0)),
        (Key.Key_S, clinician(Action.FEEDBACK, "sparse")),
        (Key.Key_B, clinician(Action.FEEDBACK, "blind")),
        (Key.Key_C, clinician(Action.CEILING, value=7.5)),
        (Key.Key_M, clinician(Action.MARK)),
        (Key.Key_F1, clinician(Action.MARK, "touched")),
        (Key.Key_F8, clinician(Action.MARK, "noise")),
    ],
)
def test_each_key_is_one_act_of_the_clinician(
    pair: Pair, training: SampleSession, key: Qt.Key, heard: Heard
) -> None:
    """What is pressed is submitted once, in the clinician's role."""
    pair.show(resting(training))
    QTest.keyClick(pair.console, key)
    assert [heard] == pair.steered


@pytest.mark.parametrize(
    "modifier", [Modifier.ControlModifier, Modifier.AltModifier, Modifier.MetaModifier]
)
@pytest.mark.parametrize(
    "key",
    [Key.Key_A, Key.Key_B, Key.Key_C, Key.Key_M, Key.Key_N, Key.Key_F4, Key.Key_Space],
)
def test_a_key_of_another_program_does_nothing(
    pair: Pair, training: SampleSession, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    """Select all, copy, bold, close the window: none of them steers the session."""
    pair.show(resting(training))
    QTest.keyClick(pair.console, key, modifier)
    assert [] == pair.steered
    assert pair.console.hasFocus()


@pytest.mark.parametrize("modifier", HELD)
def test_escape_stops_whatever_else_is_held(
    pair: Pair, training: SampleSession, modifier: Qt.KeyboardModifier
) -> None:
    """With Shift, Ctrl, Alt or Meta still down, STOP is STOP."""
    pair.show(resting(training))
    QTest.keyClick(pair.console, Key.Key_Escape, modifier)
    assert [clinician(Action.STOP)] == pair.steered


def test_keys_of_the_number_pad_are_keys(pair: Pair, training: SampleSession) -> None:
    """A function key and a letter act though the pad's own modifier is set."""
    pair.show(resting(training))
    QTest.keyClick(pair.console, Key.Key_F1, Modifier.KeypadModifier)
    assert [clinician(Action.MARK, "touched")] == pair.steered


def test_before_the_first_phase_it_draws_what_there_is(pair: Pair) -> None:
    """A replay put at its beginning has no phase yet: charts are bare, and not old."""
    nothing = History().freeze(0.0)
    pair.show(nothing)
    assert not pair.console.findChildren(FailureTile)[0].isVisible()


def test_charts_that_cannot_be_drawn_say_so(
    pair: Pair, training: SampleSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing old stands there as if it were of now; and they come back."""

    def fails(*_: object) -> None:
        raise RuntimeError

    tile = pair.console.findChildren(FailureTile)[0]
    with monkeypatch.context() as broken:
        broken.setattr(pair.console.charts, "show_snapshot", fails)
        pair.show(resting(training))
        assert tile.isVisible()
    pair.show(resting(training))
    assert not tile.isVisible()


def test_a_session_that_breaks_off_is_told_here_too(
    pair: Pair, training: SampleSession
) -> None:
    """The head says so, and nothing can be done to it any more."""
    pair.show(resting(training))
    pair.bridges[0].broke_off.emit("")
    QApplication.processEvents()
    labels = pair.console.head.findChildren(QLabel)
    heads = [each.text().replace(NO_BREAK, " ") for each in labels]
    assert any(words.BROKE_OFF.head in head for head in heads)
    QTest.keyClick(pair.console, Key.Key_A)
    assert [] == pair.steered


def test_what_is_chosen_keeps_its_width(pair: Pair, training: SampleSession) -> None:
    """A word in bold is neither cut nor does it push its neighbours about."""
    pair.show(resting(training))
    chosen = [
        each
        for each in pair.console.findChildren(ConsoleButton)
        if each.isCheckable() and each.isVisible()
    ]
    assert len(chosen) >= 6
    for button in chosen:
        widths = []
        for is_chosen in (False, True):
            button.setChecked(is_chosen)
            button.ensurePolished()
            QApplication.processEvents()
            bold = QFontMetrics(button.font())
            widths.append(button.sizeHint().width())
            assert button.width() >= bold.horizontalAdvance(button.text()) + 20
        assert widths[0] == widths[1], button.text()


def test_a_pacer_is_asked_for_once_and_the_person_may_change_it(
    pair: Pair, training: SampleSession
) -> None:
    """P turns the client's pacer off and on again; their own key counts after it."""
    rest = resting(training)
    pair.show(replace(rest, is_paced=True))
    QTest.keyClick(pair.console, Key.Key_P)
    assert [clinician(Action.PACER, "off")] == pair.steered
    asked = Mark(t_s=rest.t_s, text="off", role=Role.CLINICIAN)
    pair.show(replace(rest, pacer_wish=asked))
    assert not pair.client._wish.is_wanted
    pair.client._wish.toggle()
    pair.show(replace(rest, pacer_wish=asked))
    assert pair.client._wish.is_wanted


def test_hold_becomes_resume(pair: Pair, qtbot: QtBot, training: SampleSession) -> None:
    """The same key lets go what it held."""
    waiting = replace(resting(training), stage=Stage.WAITING)
    pair.show(waiting)
    QTest.keyClick(pair.console, Key.Key_H)
    assert [clinician(Action.RESUME)] == pair.steered


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Space])
def test_stop_is_on_the_client_s_screen_before_the_session_knows(
    pair: Pair, training: SampleSession, key: Qt.Key
) -> None:
    """Esc and Space stop, once, as the clinician; the client's screen is neutral."""
    pair.show(resting(training))
    QTest.keyClick(pair.console, key)
    assert [clinician(Action.STOP)] == pair.steered
    assert pair.client.pages.grounding is pair.client.pages.current


def test_a_space_in_a_note_is_a_space_and_escape_still_stops(
    pair: Pair, training: SampleSession
) -> None:
    """What is being written is not a command; Esc is, wherever the keyboard is."""
    pair.show(resting(training))
    QTest.keyClick(pair.console, Key.Key_N)
    field = pair.console.deck.note_field
    assert field.hasFocus()
    QTest.keyClicks(field, "a sigh")
    assert ("a sigh", []) == (field.text(), pair.steered)
    QTest.keyClick(field, Key.Key_Escape)
    assert clinician(Action.STOP) == pair.steered[-1]


@pytest.mark.parametrize("by_button", [False, True])
def test_a_note_being_written_is_kept_with_the_stop(
    pair: Pair, training: SampleSession, *, by_button: bool
) -> None:
    """Esc, or the button, stops at once; what was written is a note of before it."""
    pair.show(resting(training))
    QTest.keyClick(pair.console, Key.Key_N)
    field = pair.console.deck.note_field
    QTest.keyClicks(field, " jaw lets go ")
    if by_button:
        pair.console.deck.stop_button.click()
    else:
        QTest.keyClick(field, Key.Key_Escape)
    note = clinician(Action.NOTE, "jaw lets go")
    assert [note, clinician(Action.STOP)] == pair.steered
    assert pair.client.pages.grounding is pair.client.pages.current
    pair.show(training.ended())
    assert not field.text()
    assert not field.isEnabled()  # nobody writes any more
    assert pair.console.deck.why.text() != said.NOTE_NOT_KEPT


@pytest.mark.parametrize("ends", [ClientWindow.stop, ClientWindow.close])
def test_a_note_being_written_is_kept_where_the_client_s_window_stops(
    pair: Pair, training: SampleSession, ends: Callable[[ClientWindow], object]
) -> None:
    """By the person's own STOP, or as the window is closed: by a signal, too."""
    pair.show(resting(training))
    session = EndlessSession()
    console = _open_console(cast("IoThread[Runner]", session), Look(), pair.client)
    session.publish(resting(training))
    console.advance()
    console.deck.note_field.setText("jaw lets go")
    ends(pair.client)
    assert session.submitted == [(Action.NOTE, "jaw lets go", None)]
    assert Action.STOP in {action for action, *_ in pair.steered}
    console.close()


def test_what_the_person_is_writing_is_kept_where_the_clinician_stops(
    pair: Pair, training: SampleSession
) -> None:
    """Their note goes into the recording before the clinician's, and the stop."""
    pair.show(resting(training))
    pair.client.drawer.note_field.setText("warm hands")
    pair.console.deck.note_field.setText("jaw lets go")
    pair.console.stop()
    assert pair.steered == [
        (Action.NOTE, "warm hands", None, Role.CLIENT),
        clinician(Action.NOTE, "jaw lets go"),
        clinician(Action.STOP),
    ]


def test_a_second_escape_keeps_no_second_note(
    pair: Pair, training: SampleSession
) -> None:
    """Whoever presses Esc again, since nothing seems to happen, stops alone."""
    pair.show(resting(training))
    pair.console.deck.note_field.setText("jaw")
    for _ in range(2):
        QTest.keyClick(pair.console, Key.Key_Escape)
    stop = clinician(Action.STOP)
    assert [clinician(Action.NOTE, "jaw"), stop, stop] == pair.steered


def test_a_note_that_fails_holds_no_stop_up(
    pair: Pair, training: SampleSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    """STOP comes first and last: whatever becomes of the note, the session stops."""

    def fails(_: str) -> None:
        raise RuntimeError

    pair.show(resting(training))
    pair.console.deck.note_field.setText("jaw")
    monkeypatch.setattr(pair.console._steering, "note", fails)
    with pytest.raises(RuntimeError):
        pair.console.stop()
    assert [clinician(Action.STOP)] == pair.steered
    assert pair.client.pages.grounding is pair.client.pages.current


def test_a_note_is_kept_and_the_keys_work_again(
    pair: Pair, training: SampleSession
) -> None:
    """Enter keeps the note and gives the keyboard back to the window."""
    pair.show(resting(training))
    QTest.keyClick(pair.console, Key.Key_N)
    QTest.keyClicks(pair.console.deck.note_field, "jaw lets go")
    QTest.keyClick(pair.console.deck.note_field, Key.Key_Return)
    assert [clinician(Action.NOTE, "jaw lets go")] == pair.steered
    assert pair.console.hasFocus()


def test_a_note_at_the_end_stays_and_is_said_not_to_be_kept(
    pair: Pair, training: SampleSession, time_s: list[float]
) -> None:
    """The session ends under the hand: the note goes on, and nothing closes or asks."""
    pair.show(resting(training))
    QTest.keyClick(pair.console, Key.Key_N)
    field = pair.console.deck.note_field
    QTest.keyClicks(field, "jaw lets")
    pair.show(training.ended())
    assert field.hasFocus()
    QTest.keyClicks(field, " go")
    assert said.NOTE_NOT_KEPT == pair.console.deck.why.text()
    QTest.keyClick(field, Key.Key_Return)
    time_s[0] += MEANT_FOR_IT_S
    QTest.keyClick(pair.console.focusWidget(), Key.Key_Space)
    assert ("jaw lets go", []) == (field.text(), pair.steered)
    assert said.NOTE_NOT_KEPT == pair.console.deck.why.text()
    assert pair.console.isVisible()


def test_a_field_in_use_is_in_use_though_nothing_is_written_yet(
    pair: Pair, training: SampleSession
) -> None:
    """The end leaves the keyboard where it is; left empty, the field closes."""
    pair.show(resting(training))
    QTest.keyClick(pair.console, Key.Key_N)
    pair.show(training.ended())
    assert pair.console.deck.note_field.hasFocus()
    QTest.keyClick(pair.console.deck.note_field, Key.Key_Return)
    pair.show(training.ended())
    assert not pair.console.deck.note_field.isEnabled()


def test_a_stop_that_comes_late_does_not_close_the_window(
    pair: Pair, training: SampleSession, time_s: list[float]
) -> None:
    """Esc in the moment of the end was meant as STOP; later it closes; Space never."""
    pair.show(resting(training))
    pair.show(training.ended())
    QTest.keyClick(pair.console, Key.Key_Escape)
    assert pair.console.isVisible()
    time_s[0] += MEANT_FOR_IT_S
    pair.show(training.ended())
    QTest.keyClick(pair.console, Key.Key_Space)
    assert pair.console.isVisible()
    QTest.keyClick(pair.console, Key.Key_Escape)
    assert not pair.console.isVisible()


def test_space_on_a_button_stops_and_enter_presses_it(
    pair: Pair, training: SampleSession
) -> None:
    """A button takes Enter; Space is STOP wherever nothing is written."""
    pair.show(resting(training))
    button = pair.console.deck.buttons[Act.HOLD]
    QTest.keyClick(button, Key.Key_Return)
    QTest.keyClick(button, Key.Key_Space)
    assert [clinician(Action.HOLD), clinician(Action.STOP)] == pair.steered


def test_what_cannot_be_done_says_why_and_does_nothing(
    pair: Pair, training: SampleSession
) -> None:
    """While the rest is learned, ADVANCE is grey, with the reason in sight."""
    pair.show(training.at(200.0))
    button = pair.console.deck.buttons[Act.ADVANCE]
    QTest.keyClick(pair.console, Key.Key_A)
    assert [] == pair.steered
    assert not button.isEnabled()
    reason = "the rest is being learned"
    assert reason in button.toolTip()
    assert reason in button.accessibleDescription()
    assert f"Advance, Hold, +30 s: {reason}" in pair.console.deck.why.text()


def test_stop_is_large_and_there_before_anything_is(pair: Pair) -> None:
    """At least 44 px either way, in the smallest window."""
    pair.console.resize(900, 620)
    QApplication.processEvents()
    size = pair.console.deck.stop_button.size()
    assert min(size.width(), size.height()) >= 44


def test_hostile_texts_are_plain_and_break_nothing(
    pair: Pair, sample: SampleSession
) -> None:
    """Markup, control signs, overrides and 10 kB in a name, a mark and a note."""
    identity = DeviceIdentity(name=HOSTILE, address="C4:7E:12:A1:4F:2A")
    marks = (Mark(t_s=630.0, text=HOSTILE, role=Role.CLINICIAN),)
    link = LinkChanged(t_s=1.0, link=LinkState.LIVE, device=identity)
    whole = replace(sample.at(640.0), marks=marks, notes=marks, link=link)
    pair.show(whole)
    labels = [label for label in pair.console.findChildren(QLabel) if label.text()]
    assert {Qt.TextFormat.PlainText} == {label.textFormat() for label in labels}
    shown = "\n".join(label.text() for label in labels)
    assert "<b>bold</b>" in shown
    assert not {"\x1b", "\u202e"}.intersection(shown)
    assert len(shown) < 2000
    assert not pair.console.grab().isNull()


def _settles_blind(snapshot: Snapshot) -> bool:
    phase = snapshot.phase
    wanted = (PhaseKind.SETTLE, Feedback.BLIND)
    return phase is not None and wanted == (phase.kind, phase.feedback)


def test_the_small_picture_is_the_client_s_own(
    pair: Pair, training: SampleSession
) -> None:
    """In a blind phase it shows the client's stillness: the state moves no pixel."""
    blind = training.first(_settles_blind)
    for _ in range(3):
        pair.show(blind)
    before = pair.console.column.mirror.grab().toImage()
    assert blind.phase is not None
    phase = replace(blind.phase, feedback=Feedback.FULL)
    pair.show(replace(blind, trace_z=blind.trace_z + 9.0))
    assert before == pair.console.column.mirror.grab().toImage()
    pair.show(replace(blind, phase=phase))
    assert before != pair.console.column.mirror.grab().toImage()


def test_charts_are_drawn_soon_and_not_too_often(
    pair: Pair,
    sample: SampleSession,
    time_s: list[float],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A beat is there once the client had its time, and no speed makes it costly."""
    drawn = []
    charts = pair.console.charts
    pair.show(sample.at(99.0))
    monkeypatch.setattr(charts, "show_snapshot", lambda *told: drawn.append(told))
    time_s[0] += LEAST_BETWEEN_S
    pair.bridges[0].publish(sample.at(100.0))
    pair.console.look_again()
    assert not drawn
    time_s[0] += 1.1 * AFTER_CLIENT_S
    pair.console.look_again()
    assert len(drawn) == 1
    for look in range(250):
        time_s[0] += LOOK_AGAIN_MS / 1000.0
        pair.bridges[0].publish(sample.at(101.0 + look))
        pair.console.look_again()
    assert len(drawn) <= 10.0 / LEAST_BETWEEN_S + 2


def test_the_client_s_window_going_is_no_fault(
    pair: Pair, sample: SampleSession
) -> None:
    """The small picture says that there is none."""
    pair.client.close()
    pair.show(sample.at(640.0))
    assert pair.console.isVisible()


def test_closing_the_console_stops_nothing(pair: Pair, sample: SampleSession) -> None:
    """The session is the client's."""
    pair.show(sample.at(640.0))
    pair.console.close()
    assert [] == pair.steered


def things_of(console: ConsoleWindow) -> tuple[int, ...]:
    """Widgets of the program, a console's timers and objects, who listens to it."""
    arrived = "2broke_off(QString)"  # as Qt writes a signal
    return (
        len(QApplication.allWidgets()),
        len(console.findChildren(QTimer)),
        len(console.findChildren(QObject)),
        console._bridge.receivers(arrived),
    )


def test_a_console_is_closed_and_shown_again_ten_times(
    pair: Pair, training: SampleSession
) -> None:
    """It is of now each time, steers each time, and nothing is left over."""
    pair.show(resting(training))
    before = things_of(pair.console)
    for time in range(10):
        pair.console.close()
        assert not pair.console._clock.isActive()
        later = training.at(resting(training).t_s + time + 1.0)
        pair.bridges[0].publish(later)
        pair.console.show()
        assert pair.console._clock.isActive()
        assert pair.console._snapshot is later
        pair.console.act(Act.MARK)
    QApplication.processEvents()
    assert things_of(pair.console) == before
    assert [clinician(Action.MARK)] * 10 == pair.steered


def test_a_client_s_window_alone_opens_no_console(
    pair: Pair, training: SampleSession
) -> None:
    """The key is bound with a console alone: no session without gets a way to one."""
    pair.show(resting(training))
    pair.console.close()
    QTest.keyClick(pair.client, Key.Key_K)
    assert not pair.console.isVisible()
    assert [] == pair.steered


def test_who_closes_it_is_told_how_to_open_it_again(
    pair: Pair, training: SampleSession, qtbot: QtBot
) -> None:
    """In the client's window, until it is open; and the key that is told does it."""
    pair.show(resting(training))
    session = cast("IoThread[Runner]", EndlessSession())
    console = _open_console(session, Look(), pair.client)
    qtbot.addWidget(console)
    console.close()
    told = [each.text() for each in pair.client.findChildren(QLabel)]
    assert said.CLOSED in told
    pair.client.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(pair.client, Key.Key_K)
    assert console.isVisible()
    pair.client.advance()
    told = [each.text() for each in pair.client.findChildren(QLabel)]
    assert said.CLOSED not in told
    console.close()


def test_a_note_that_was_begun_is_still_there(
    pair: Pair, training: SampleSession
) -> None:
    """Closing and showing the window again loses no word."""
    pair.show(resting(training))
    pair.console.deck.note_field.setText("jaw lets")
    pair.console.close()
    pair.console.show()
    assert pair.console.deck.note_field.text() == "jaw lets"


@pytest.mark.every_language
@pytest.mark.parametrize("text_scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("phase", [PhaseKind.CALIBRATE, PhaseKind.SETTLE])
def test_the_head_is_one_line_with_large_type_too(
    pair: Pair, training: SampleSession, phase: PhaseKind, text_scale: float
) -> None:
    """What the tiles tell as well is left out there, and nothing else."""
    shown = training.first(lambda s: s.phase is not None and s.phase.kind is phase)
    look = Look(text_scale=text_scale)
    console = ConsoleWindow(ListeningSession(), pair.bridges[0], look)
    console.resize(1440, 900)
    console.show()
    pair.bridges[0].publish(shown)
    console.advance()
    QApplication.processEvents()
    lines = [each.text() for each in console.head.findChildren(FactLine)]
    assert not any("\n" in line for line in lines)
    told = lines[0].replace(NO_BREAK, " ").split(words.BETWEEN)
    left_out = set(standing(shown)) - set(told)
    assert left_out <= set(told_by_tiles(shown))
    if text_scale == 1.0:
        assert not left_out
    console.close()


@pytest.mark.every_language
def test_the_head_takes_two_lines_at_twice_the_text(
    pair: Pair, training: SampleSession
) -> None:
    """In the small window each side gets what it needs, and its share of the rest."""
    shown = training.first(_settles_blind)
    console = ConsoleWindow(ListeningSession(), pair.bridges[0], Look(text_scale=2.0))
    console.resize(1024, 700)
    console.show()
    pair.bridges[0].publish(shown)
    console.advance()
    QApplication.processEvents()
    for line in console.head.findChildren(FactLine):
        assert line.text().count("\n") <= 1
    console.close()


def test_what_was_left_out_does_not_come_and_go(
    pair: Pair, training: SampleSession
) -> None:
    """An age that is a figure longer, and shorter again, moves nothing in the head."""
    shown = resting(training)
    pair.show(shown)
    standing_line, signal_line = pair.console.head.findChildren(FactLine)
    widths = []
    for width in range(1440, 900, -4):
        pair.console.head.resize(width, pair.console.head.height())
        pair.console.head.show_received(pair.console._received, 1000.0)
        if standing_line.facts != standing(shown):
            break
    for wider in (0, 8, 16, 8, 0):
        pair.console.head.resize(width + wider, pair.console.head.height())
        pair.console.head.show_received(pair.console._received, 1000.0)
        widths.append(standing_line.facts)
    assert len(set(widths)) == 1
    assert signal_line.text()


@pytest.mark.every_language
@pytest.mark.parametrize("size", [(900, 620), (1024, 700), (3840, 2160)])
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_steering_is_within_the_window_at_every_size(
    pair: Pair, training: SampleSession, size: tuple[int, int], text_scale: float
) -> None:
    """However large the type, every button and STOP can be reached."""
    session, look = ListeningSession(), Look(text_scale=text_scale)
    console = ConsoleWindow(session, pair.bridges[0], look)
    console.resize(*size)
    console.show()
    pair.bridges[0].publish(resting(training))
    console.advance()
    QApplication.processEvents()
    deck = console.deck
    for button in (*deck.buttons.values(), *deck.marks, deck.stop_button):
        corner = button.mapTo(console, button.rect().bottomRight())
        assert console.rect().contains(corner)
    console.close()
