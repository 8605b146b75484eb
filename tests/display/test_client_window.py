"""The person's window: states, keys, STOP, and what it must never do."""

import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from biofeed.core.episode import Outcome
from biofeed.core.events import Action
from biofeed.core.values import SessionExit, State, Unknown
from biofeed.display import words
from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.drawer_words import NOT_KEPT
from biofeed.display.just_gone import MEANT_FOR_IT_S
from biofeed.display.sample_session import SampleSession
from biofeed.display.style_sheet import LEAST_TARGET_PX
from biofeed.display.theme import Look, Motion, ThemeChoice
from biofeed.session.snapshot import SessionControl, Snapshot
from tests.display.session_double import ListeningSession

Show = Callable[[Snapshot], None]
Submitted = list[tuple[Action, str, float | None]]


ENDS_OR_GOES_ON = [Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Return]


def _texts(widget: QWidget) -> str:
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def _actions(submitted: Submitted) -> list[Action]:
    pacing = {Action.PACER_SHOWN, Action.PACER_HIDDEN}
    return [action for action, _, _ in submitted if action not in pacing]


def _brightness(widget: QWidget) -> np.ndarray:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    # The image owns its memory, and ends with this function.
    rows = np.frombuffer(image.constBits(), np.uint8).copy()
    return rows.reshape(image.height(), image.bytesPerLine())[:, : image.width()]


@pytest.mark.parametrize(
    ("state", "z"),
    [
        (State.SETTLED, 0.2),
        (State.ABOVE_REST, 1.6),
        (State.ACTIVATED, 5.0),
        (State.COMING_BACK, 3.0),
        (State.UNUSUALLY_LOW, -3.4),
    ],
)
def test_each_state_is_said_at_the_tip(
    window: ClientWindow, show: Show, sample: SampleSession, state: State, z: float
) -> None:
    """The word at the end of the line is the state."""
    snapshot = sample.at(400.0)
    assert snapshot.second is not None
    second = replace(snapshot.second, state=state, smoothed_z=z, beat_age_s=0.2)
    show(replace(snapshot, second=second))
    assert window.pages.session.trend.tip_words == words.STATES[state]


@pytest.mark.parametrize("why", Unknown)
def test_each_unknown_is_said_with_its_reason(
    window: ClientWindow, show: Show, sample: SampleSession, why: Unknown
) -> None:
    """Not knowing is shown as not knowing, and why."""
    snapshot = sample.at(400.0)
    assert snapshot.second is not None
    second = replace(
        snapshot.second, state=State.UNKNOWN, why_unknown=why, smoothed_z=None
    )
    show(replace(snapshot, second=second))
    assert words.UNKNOWNS[why].head in _texts(window)


def test_old_snapshots_are_told_and_greyed(
    window: ClientWindow, show: Show, sample: SampleSession, time_s: list[float]
) -> None:
    """When nothing new comes the screen says so, and the mark of now opens."""
    show(sample.at(400.2))
    assert f"{words.CURRENT}\u00a0" in _texts(window)
    time_s[0] += 5.0
    window.advance()
    assert words.STALE_SCREEN.head in _texts(window)
    assert f"{words.OLD}\u00a0" in _texts(window)


def test_enter_begins_only_while_the_session_waits(
    window: ClientWindow,
    show: Show,
    sample: SampleSession,
    submitted: Submitted,
    qtbot: QtBot,
) -> None:
    """Enter starts a session once; later it does nothing."""
    show(sample.at(8.0))
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert _actions(submitted) == [Action.START]
    show(sample.at(400.0))
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert _actions(submitted) == [Action.START]


def test_m_marks(
    window: ClientWindow,
    show: Show,
    sample: SampleSession,
    submitted: Submitted,
    qtbot: QtBot,
) -> None:
    """M marks the moment at once, without a word."""
    show(sample.at(400.0))
    QTest.keyClick(window, Qt.Key.Key_M)
    assert (Action.MARK, "", None) in submitted
    assert words.MARKED in _texts(window)


def test_u_notes_an_urge_and_its_passing(
    window: ClientWindow,
    show: Show,
    sample: SampleSession,
    submitted: Submitted,
    qtbot: QtBot,
) -> None:
    """U notes that an urge came, U again that it passed; each is answered in words."""
    show(sample.at(400.0))
    QTest.keyClick(window, Qt.Key.Key_U)
    assert _actions(submitted)[-1:] == [Action.URGE_CAME]
    assert words.URGE_CAME in _texts(window)
    QTest.keyClick(window, Qt.Key.Key_U)
    assert _actions(submitted)[-2:] == [Action.URGE_CAME, Action.URGE_PASSED]
    assert words.URGE_PASSED in _texts(window)


def test_shift_m_marks_with_a_word(
    window: ClientWindow,
    show: Show,
    sample: SampleSession,
    submitted: Submitted,
    qtbot: QtBot,
) -> None:
    """Shift+M asks for a word; letters and blanks are written, Enter marks."""
    show(sample.at(400.0))
    QTest.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(window.pages.session.foot.label_field, "the message")
    QTest.keyClick(window.pages.session.foot.label_field, Qt.Key.Key_Return)
    assert (Action.MARK, "the message", None) in submitted
    assert Action.STOP not in _actions(submitted)


def test_h_hides_the_heart_rate_and_brings_it_back(
    window: ClientWindow, show: Show, sample: SampleSession, qtbot: QtBot
) -> None:
    """The number goes with one key, and comes back with it."""
    show(sample.at(400.0))
    assert "bpm" in _texts(window)
    QTest.keyClick(window, Qt.Key.Key_H)
    assert "bpm" not in _texts(window)
    QTest.keyClick(window, Qt.Key.Key_H)
    assert "bpm" in _texts(window)


def test_p_hides_the_pacer_and_tells_the_session(
    window: ClientWindow,
    show: Show,
    sample: SampleSession,
    submitted: Submitted,
    qtbot: QtBot,
) -> None:
    """The session knows when a pacer is on screen, and at what pace."""
    show(sample.at(400.0))
    QTest.keyClick(window, Qt.Key.Key_P)
    QTest.keyClick(window, Qt.Key.Key_P)
    assert submitted == [
        (Action.PACER_SHOWN, "", 6.0),
        (Action.PACER_HIDDEN, "", 6.0),
        (Action.PACER_SHOWN, "", 6.0),
    ]


def test_arrows_change_the_pace(
    window: ClientWindow,
    show: Show,
    sample: SampleSession,
    submitted: Submitted,
    qtbot: QtBot,
) -> None:
    """Down is slower by half a breath a minute, and the session is told."""
    show(sample.at(400.0))
    QTest.keyClick(window, Qt.Key.Key_Down)
    assert submitted[-1] == (Action.PACER_SHOWN, "", 5.5)


def test_pacer_stays_away_while_the_rest_is_learned(
    window: ClientWindow,
    show: Show,
    sample: SampleSession,
    submitted: Submitted,
    qtbot: QtBot,
) -> None:
    """No pacer in calibration, and P says when it comes."""
    show(sample.at(170.0))
    QTest.keyClick(window, Qt.Key.Key_P)
    assert words.NO_PACER in _texts(window)
    QTest.keyClick(window, Qt.Key.Key_P)
    assert words.PACER_LATER in _texts(window)
    assert submitted == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_stop_keys_stop_at_once_and_once(
    window: ClientWindow,
    show: Show,
    sample: SampleSession,
    submitted: Submitted,
    qtbot: QtBot,
    key: Qt.Key,
) -> None:
    """Esc or Space: the neutral screen within 200 ms, one STOP, no question."""
    show(sample.at(450.0))
    before_s = time.process_time()  # other programs on the machine do not count
    QTest.keyClick(window, key)
    took_s = time.process_time() - before_s
    assert window.pages.grounding.isVisible()
    assert took_s < 0.2
    QTest.keyClick(window, key)
    assert _actions(submitted) == [Action.STOP]
    assert words.STOPPED.head in _texts(window)


def test_the_screen_changes_before_the_session_is_told(
    bridge: Bridge, sample: SampleSession, qtbot: QtBot
) -> None:
    """A session that is stuck does not keep the neutral screen away."""
    seen: list[bool] = []

    def look(action: Action) -> None:
        if action is Action.STOP:
            seen.append(words.STOPPED.head in _texts(window))

    window = ClientWindow(ListeningSession(look), bridge, Look(theme=ThemeChoice.DARK))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    bridge.publish(sample.at(450.0))
    window.advance()
    QApplication.processEvents()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert seen == [True]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_stop_keys_work_with_a_button_in_focus(
    window: ClientWindow,
    show: Show,
    sample: SampleSession,
    submitted: Submitted,
    qtbot: QtBot,
    key: Qt.Key,
) -> None:
    """Space stops, it does not press what happens to have the focus."""
    show(sample.at(450.0))
    mark = next(
        button
        for button in window.pages.session.findChildren(QPushButton)
        if "mark" in button.text()
    )
    mark.setFocus()
    QTest.keyClick(mark, key)
    assert _actions(submitted) == [Action.STOP]


def test_escape_stops_while_a_word_is_written(
    window: ClientWindow,
    show: Show,
    sample: SampleSession,
    submitted: Submitted,
    qtbot: QtBot,
) -> None:
    """Also in the middle of a word Esc stops."""
    show(sample.at(450.0))
    QTest.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(window.pages.session.foot.label_field, Qt.Key.Key_Escape)
    assert _actions(submitted) == [Action.STOP]


@pytest.mark.parametrize("ends", [ClientWindow.stop, ClientWindow.close])
def test_what_was_being_written_is_kept_with_the_stop(
    window: ClientWindow,
    show: Show,
    sample: SampleSession,
    submitted: Submitted,
    ends: Callable[[ClientWindow], object],
) -> None:
    """A word and a note, half written, are in the recording before it ends."""
    show(sample.at(450.0))
    window.drawer.toggle()
    QTest.keyClicks(window.drawer.note_field, "warm hands")
    window.pages.session.foot.ask_for_word()
    QTest.keyClicks(window.pages.session.foot.label_field, "it eas")
    ends(window)
    assert submitted[-3:] == [
        (Action.NOTE, "it eas", None),
        (Action.NOTE, "warm hands", None),
        (Action.STOP, "", None),
    ]
    told = " ".join(_texts(window))
    assert NOT_KEPT.format(text="") not in told
    assert "warm hands" not in told


def test_a_note_that_cannot_be_kept_holds_no_stop_up(
    window: ClientWindow,
    show: Show,
    sample: SampleSession,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The stop is told to the session whatever becomes of the note."""
    told: list[Action] = []

    def submit(action: Action, text: str = "", value: float | None = None) -> None:
        told.append(action)
        if action is Action.NOTE:
            message = "the disk is full"
            raise OSError(message)

    show(sample.at(450.0))
    monkeypatch.setattr(window._control, "submit", submit)
    window.drawer.toggle()
    QTest.keyClicks(window.drawer.note_field, "warm hands")
    with pytest.raises(OSError, match="the disk is full"):
        window.stop()
    assert told == [Action.NOTE, Action.STOP]
    assert words.STOPPED.head in _texts(window)


@pytest.mark.parametrize(
    "held",
    [
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.AltModifier,
        Qt.KeyboardModifier.MetaModifier,
        Qt.KeyboardModifier.KeypadModifier,
    ],
)
def test_escape_stops_whatever_else_is_held(
    window: ClientWindow,
    show: Show,
    sample: SampleSession,
    submitted: Submitted,
    held: Qt.KeyboardModifier,
) -> None:
    """With Shift, Ctrl, Alt or Meta still down, STOP is STOP."""
    show(sample.at(450.0))
    QTest.keyClick(window, Qt.Key.Key_Escape, held)
    assert _actions(submitted) == [Action.STOP]


@pytest.mark.parametrize("key", [Qt.Key.Key_M, Qt.Key.Key_U, Qt.Key.Key_Return])
def test_a_key_of_another_program_does_nothing(
    window: ClientWindow,
    show: Show,
    sample: SampleSession,
    submitted: Submitted,
    key: Qt.Key,
) -> None:
    """With Ctrl, Alt or Meta a key is a habit from elsewhere, and no act."""
    show(sample.at(450.0))
    held = Qt.KeyboardModifier
    for modifier in (held.ControlModifier, held.AltModifier, held.MetaModifier):
        QTest.keyClick(window, key, modifier)
    assert _actions(submitted) == []


def test_stop_works_with_another_window_in_front(
    window: ClientWindow,
    show: Show,
    sample: SampleSession,
    submitted: Submitted,
    qtbot: QtBot,
) -> None:
    """A dialog of the program in front takes nothing from STOP."""
    show(sample.at(450.0))
    dialog = QWidget(window, Qt.WindowType.Tool)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    dialog.setFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Space)
    assert _actions(submitted) == [Action.STOP]


def test_stop_button_is_large_and_always_there(
    window: ClientWindow, show: Show, sample: SampleSession, submitted: Submitted
) -> None:
    """At the smallest window too, STOP can be hit."""
    window.resize(1024, 700)
    show(sample.at(450.0))
    stop = next(
        button
        for button in window.pages.session.findChildren(QPushButton)
        if button.text() == words.STOP
    )
    assert stop.isVisible()
    assert stop.height() >= LEAST_TARGET_PX
    assert stop.width() >= LEAST_TARGET_PX
    corner = stop.mapTo(window, stop.rect().bottomRight())
    assert window.rect().contains(corner)
    stop.click()
    assert _actions(submitted) == [Action.STOP]


def test_after_stop_enter_leads_to_the_arc_and_out(
    window: ClientWindow,
    show: Show,
    sample: SampleSession,
    bridge: Bridge,
    qtbot: QtBot,
) -> None:
    """Grounding stays until Enter; then the arc; then the window closes."""
    show(sample.at(1000.0))
    QTest.keyClick(window, Qt.Key.Key_Escape)
    show(sample.ended())
    assert window.pages.grounding.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert window.pages.summary.isVisible()
    assert words.ARCS[Outcome.SETTLED] in _texts(window)
    with qtbot.waitSignal(window.finished, timeout=2000):
        QTest.keyClick(window, Qt.Key.Key_Return)


def test_a_session_that_completes_shows_the_arc(
    window: ClientWindow, show: Show, sample: SampleSession
) -> None:
    """At its own end a session goes straight to its picture."""
    show(replace(sample.ended(), ended=SessionExit.COMPLETED))
    assert window.pages.summary.isVisible()


@pytest.mark.parametrize("key", ENDS_OR_GOES_ON)
def test_a_key_meant_for_the_session_does_not_close_its_picture(
    window: ClientWindow,
    show: Show,
    training: SampleSession,
    bridge: Bridge,
    time_s: list[float],
    key: Qt.Key,
) -> None:
    """It ends under the hand: the next blank, and a late STOP, take nothing away."""
    show(training.at(420.0))
    QTest.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(window.focusWidget(), "it")
    bridge.publish(replace(training.ended(), ended=SessionExit.COMPLETED))
    window.advance()
    QTest.keyClick(window.focusWidget(), key)
    assert window.pages.summary.isVisible()
    time_s[0] += MEANT_FOR_IT_S
    QTest.keyClick(window.focusWidget(), key)
    assert not window.isVisible()


def test_a_word_that_came_too_late_is_said_not_to_be_kept(
    window: ClientWindow, show: Show, training: SampleSession, bridge: Bridge
) -> None:
    """Nothing that a person wrote goes without a word."""
    show(training.at(420.0))
    QTest.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(window.focusWidget(), "warm <b>hands</b>")
    bridge.publish(replace(training.ended(), ended=SessionExit.COMPLETED))
    window.advance()
    assert NOT_KEPT.format(text="warm <b>hands</b>") in _texts(window)


def test_where_nothing_was_being_written_nothing_is_said(
    window: ClientWindow, show: Show, training: SampleSession
) -> None:
    """The end of a session says nothing of notes."""
    show(replace(training.ended(), ended=SessionExit.COMPLETED))
    assert NOT_KEPT.format(text="") not in _texts(window)


@pytest.mark.parametrize("key", ENDS_OR_GOES_ON)
def test_a_key_meant_for_the_session_does_not_close_what_broke_off(
    window: ClientWindow, show: Show, training: SampleSession, key: Qt.Key
) -> None:
    """Nor where nobody ended it."""
    show(training.at(420.0))
    window.break_off("")
    QTest.keyClick(window.focusWidget(), key)
    assert window.pages.summary.isVisible()


def test_enter_is_for_the_word_where_somebody_else_stops(
    window: ClientWindow, show: Show, training: SampleSession, time_s: list[float]
) -> None:
    """The neutral screen is not left by the end of a word; a moment later by Enter."""
    show(training.at(420.0))
    window.show_stopped()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window.pages.grounding.isVisible()
    time_s[0] += MEANT_FOR_IT_S
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window.pages.summary.isVisible()


def test_who_stops_may_go_on_at_once(
    window: ClientWindow, show: Show, training: SampleSession
) -> None:
    """What a person does themselves holds none of their keys back."""
    show(training.at(420.0))
    QTest.keyClick(window, Qt.Key.Key_Escape)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window.pages.summary.isVisible()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert not window.isVisible()


def test_closing_a_running_session_stops_it(
    window: ClientWindow, show: Show, sample: SampleSession, submitted: Submitted
) -> None:
    """A window that is closed leaves no session running behind it."""
    show(sample.at(450.0))
    window.close()
    assert _actions(submitted) == [Action.STOP]


def test_no_jump_of_the_axis_in_a_rise(
    window: ClientWindow, show: Show, sample: SampleSession, time_s: list[float]
) -> None:
    """Second by second through a rise, the axis is where it was or a little on."""
    show(sample.at(355.0))
    before = window.pages.session.trend.range_z[1]
    for t_s in range(356, 450):
        show(sample.at(float(t_s)))
        after = window.pages.session.trend.range_z[1]
        assert abs(after - before) < 1.5
        before = after


def test_nothing_flashes_in_a_storm_of_changes(
    window: ClientWindow,
    show: Show,
    sample: SampleSession,
    bridge: Bridge,
    time_s: list[float],
) -> None:
    """With snapshots ten times a second no part of the screen flickers.

    Flash: brightness changes by 10 % and back where the darker is below 80 %, over a
    tenth of the screen (WCAG 2.2, 2.3.1, made stricter).
    """
    window.resize(1024, 700)
    show(sample.at(400.0))
    frames = []
    for step in range(20):
        time_s[0] += 0.1
        bridge.publish(sample.at(400.0 + step % 2))
        window.advance()
        frames.append(_brightness(window).astype(float) / 255.0)
    changes = np.diff(np.array(frames), axis=0)
    there_and_back = (np.abs(changes[:-1]) > 0.1) & (changes[:-1] * changes[1:] < 0)
    assert there_and_back.mean(axis=(1, 2)).max() < 0.005


def test_everything_is_reached_by_tab(
    window: ClientWindow, show: Show, sample: SampleSession, qtbot: QtBot
) -> None:
    """Tab goes through every button, and the one in focus has a ring."""
    show(sample.at(450.0))
    buttons = [
        button
        for button in window.pages.session.findChildren(QPushButton)
        if button.isVisible()
    ]
    reached = set()
    for _ in range(3 * len(buttons)):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.add(window.focusWidget())
    assert set(buttons) <= reached
    assert ":focus" in window.styleSheet()


def test_everything_pressed_has_a_name(
    window: ClientWindow, show: Show, sample: SampleSession
) -> None:
    """A screen reader has a name for each button and each drawn widget."""
    show(sample.at(450.0))
    page = window.pages.session
    for button in page.findChildren(QPushButton):
        assert button.accessibleName()
    assert page.pacer.accessibleName()
    assert page.pacer.accessibleDescription() in {words.BREATHE_IN, words.BREATHE_OUT}
    assert page.trend.accessibleName()


def test_every_label_is_plain_text(window: ClientWindow) -> None:
    """No label of the window reads markup."""
    for label in window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.every_language
@pytest.mark.parametrize("size_px", [(1024, 700), (1440, 900), (3840, 2160)])
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_no_words_are_cut_at_any_size(
    control: SessionControl,
    bridge: Bridge,
    sample: SampleSession,
    qtbot: QtBot,
    size_px: tuple[int, int],
    text_scale: float,
) -> None:
    """From a small laptop to 4K, at normal and double text, every word fits."""
    look = Look(theme=ThemeChoice.LIGHT, text_scale=text_scale)
    window = ClientWindow(control, bridge, look)
    qtbot.addWidget(window)
    window.resize(*size_px)
    window.show()
    bridge.publish(sample.at(450.0))
    window.advance()
    assert window.size() == QSize(*size_px)
    page = window.pages.session
    labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
    for label in labels:
        if label.text() and label.wordWrap():
            assert label.heightForWidth(label.width()) <= label.height()
        if label.text() and label.parent() is page:
            assert page.rect().contains(label.geometry()), label.text()
    shown = [button for button in page.findChildren(QPushButton) if button.isVisible()]
    assert page.foot.stop_button in shown
    for button in shown:
        assert button.width() >= button.sizeHint().width(), button.text()
        row = button.parentWidget()
        assert row is not None
        assert row.rect().contains(button.geometry()), button.text()


def test_reduced_motion_moves_nothing(
    control: SessionControl, bridge: Bridge, sample: SampleSession, qtbot: QtBot
) -> None:
    """With less motion the pacer fades in place: its outline stays where it is."""
    look = Look(theme=ThemeChoice.DARK, motion=Motion.REDUCED)
    window = ClientWindow(control, bridge, look)
    qtbot.addWidget(window)
    window.show()
    bridge.publish(sample.at(450.0))
    window.advance()
    pacer = window.pages.session.pacer
    outlines = []
    for _ in range(3):
        for _ in range(8):
            pacer.breath.advance(0.2)
        pacer.advance()
        rows = _brightness(pacer)[: pacer.height() // 2]
        edges = np.abs(np.diff(rows.astype(int), axis=1)) > 8
        outlines.append((int(edges.any(0).argmax()), int(edges.any(1).argmax())))
    assert np.ptp(np.array(outlines), axis=0).max() <= 1  # antialiased edges


def test_hostile_name_reaches_no_label_as_markup(
    window: ClientWindow, show: Show, sample: SampleSession
) -> None:
    """A strap's name never becomes part of the screen's layout."""
    snapshot = sample.at(450.0)
    assert snapshot.link is not None
    assert snapshot.link.device is not None
    name = "<img src='/etc/hostname'>\u202e" + "A" * 10_000
    device = replace(snapshot.link.device, name=name)
    show(replace(snapshot, link=replace(snapshot.link, device=device)))
    assert "AAAA" not in _texts(window)


def test_a_dialog_is_not_needed_to_stop(window: ClientWindow) -> None:
    """The window never asks: it has no dialog to open."""
    assert window.findChildren(QDialog) == []


def test_the_bands_name_keeps_off_the_words_at_the_tip(
    window: ClientWindow, show: Show, sample: SampleSession
) -> None:
    """Without the pacer the tip reaches to the right end of the band."""
    QTest.keyClick(window, Qt.Key.Key_P)
    page = window.pages.session
    for t_s in range(300, 360, 6):
        show(sample.at(float(t_s)))
        (rest,) = (
            label
            for label in page.findChildren(QLabel)
            if label.text() == words.YOUR_REST
        )
        tip = page.trend.tip_box.translated(page.trend.pos())
        assert not (rest.isVisible() and rest.geometry().intersects(tip))
