"""More of the session, for the person themselves, and never more than they may see."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from biofeed.core.events import Action
from biofeed.core.phase import Feedback, PhaseKind
from biofeed.display import drawer_words as said
from biofeed.display.bridge import Bridge, Received
from biofeed.display.client_view import client_view
from biofeed.display.client_window import ClientWindow
from biofeed.display.drawer_view import drawer_view, is_offered
from biofeed.display.foot_facts import keys_now
from biofeed.display.just_gone import MEANT_FOR_IT_S
from biofeed.display.loss_watch import Loss
from biofeed.display.sample_session import SampleSession
from biofeed.session.snapshot import Snapshot

Show = Callable[[Snapshot], None]
Submission = tuple[Action, str, float | None]
Key = Qt.Key
D = Key.Key_D


def first_of(training: SampleSession, level: Feedback) -> Snapshot:
    return training.first(
        lambda s: s.phase is not None and s.phase.feedback is level and bool(s.rounds)
    )


def after_a_round(training: SampleSession) -> Snapshot:
    return training.at(training.first(lambda s: bool(s.rounds)).t_s + 40.0)


def write(window: ClientWindow, show: Show, training: SampleSession, text: str) -> None:
    """Open the drawer after a round, and begin a note."""
    show(after_a_round(training))
    QTest.keyClick(window, D)
    window.drawer.note_field.setFocus()
    QTest.keyClicks(window.drawer.note_field, text)


def seen(window: ClientWindow) -> str:
    labels = window.drawer.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_it_opens_and_closes_by_its_key(
    window: ClientWindow, show: Show, training: SampleSession
) -> None:
    """Closed until it is asked for; then rounds, phases, signal and heart rate."""
    show(after_a_round(training))
    assert window.drawer.isHidden()
    QTest.keyClick(window, D)
    show(after_a_round(training))
    told = seen(window)
    assert "Round 1: back at rest after" in told
    assert "rest, now" in told
    assert "signal good" in told
    assert "bpm" in told
    QTest.keyClick(window, D)
    assert window.drawer.isHidden()


def test_it_closes_where_nothing_may_be_shown(
    window: ClientWindow, show: Show, training: SampleSession
) -> None:
    """A blind phase closes it, and no key opens it there."""
    show(after_a_round(training))
    QTest.keyClick(window, D)
    blind = first_of(training, Feedback.BLIND)
    show(blind)
    assert window.drawer.isHidden()
    QTest.keyClick(window, D)
    show(blind)
    assert window.drawer.isHidden()


def test_with_less_on_screen_it_tells_no_figure(training: SampleSession) -> None:
    """In a sparse phase rounds and heart rate stay away, facts of the strap do not."""
    view = client_view(first_of(training, Feedback.SPARSE))
    told = drawer_view(
        Received(snapshot=view, received_s=0.0), 0.0, heart_rate_shown=True
    )
    assert (said.NOT_SHOWN,) == told.rounds
    assert not any("bpm" in fact for fact in told.now)
    assert "signal good" in told.now


def test_it_is_offered_in_the_row_of_keys_where_it_can_be_opened(
    training: SampleSession,
) -> None:
    """The hint is there in a phase with something to see, and gone in a blind one."""
    full = client_view(after_a_round(training))
    blind = client_view(first_of(training, Feedback.BLIND))
    assert said.MORE_KEY in keys_now(full, Loss.NONE)
    assert said.MORE_KEY not in keys_now(blind, Loss.NONE)
    assert not is_offered(None)
    assert not is_offered(training.ended())


def test_a_note_is_the_person_s_own(
    window: ClientWindow,
    show: Show,
    training: SampleSession,
    submitted: list[Submission],
) -> None:
    """What is written is kept with Enter, letters and spaces included."""
    show(after_a_round(training))
    QTest.keyClick(window, D)
    window.drawer.note_field.setFocus()
    QTest.keyClicks(window.drawer.note_field, "warm hands")
    QTest.keyClick(window.drawer.note_field, Qt.Key.Key_Return)
    assert (Action.NOTE, "warm hands", None) in submitted
    assert window.hasFocus()


def test_a_note_outlives_the_phase_that_closes_the_drawer(
    window: ClientWindow, show: Show, training: SampleSession
) -> None:
    """What was being written is there when the drawer can be opened again."""
    write(window, show, training, "it fee")
    show(first_of(training, Feedback.BLIND))
    assert window.drawer.isHidden()
    show(after_a_round(training))
    QTest.keyClick(window, D)
    assert "it fee" == window.drawer.note_field.text()


@pytest.mark.parametrize(
    "key", [Key.Key_L, Key.Key_M, Key.Key_U, Key.Key_Space, Key.Key_Return, Key.Key_Tab]
)
def test_what_was_meant_for_a_note_is_no_act(
    window: ClientWindow,
    show: Show,
    training: SampleSession,
    submitted: list[Submission],
    time_s: list[float],
    bridge: Bridge,
    key: Qt.Key,
) -> None:
    """A blind phase begins under the hand: the rest of the word ends nothing."""
    write(window, show, training, "it fee")
    blind = first_of(training, Feedback.BLIND)
    bridge.publish(blind)
    window.advance()
    before = list(submitted)
    assert window.hasFocus()
    QTest.keyClick(window, key)
    time_s[0] += 1.0
    QTest.keyClick(window.focusWidget(), Key.Key_Return)
    assert before == submitted
    assert window.pages.session is window.pages.current


def test_a_moment_later_keys_are_keys_again(
    window: ClientWindow,
    show: Show,
    training: SampleSession,
    submitted: list[Submission],
    time_s: list[float],
    bridge: Bridge,
) -> None:
    """Nothing is held back for longer than a hand needs; Esc not even for that."""
    write(window, show, training, "it fee")
    bridge.publish(first_of(training, Feedback.BLIND))
    window.advance()
    time_s[0] += MEANT_FOR_IT_S
    QTest.keyClick(window, Key.Key_M)
    assert (Action.MARK, "", None) == submitted[-1]


def test_escape_stops_also_when_the_drawer_has_just_closed(
    window: ClientWindow,
    show: Show,
    training: SampleSession,
    submitted: list[Submission],
    bridge: Bridge,
) -> None:
    """STOP waits for nothing."""
    write(window, show, training, "it fee")
    bridge.publish(first_of(training, Feedback.BLIND))
    window.advance()
    QTest.keyClick(window, Key.Key_Escape)
    assert (Action.STOP, "", None) == submitted[-1]


def test_a_drawer_that_nobody_wrote_in_holds_no_key_back(
    window: ClientWindow,
    show: Show,
    training: SampleSession,
    submitted: list[Submission],
    bridge: Bridge,
) -> None:
    """Only looked at, it closes, and the very next Space stops."""
    show(after_a_round(training))
    QTest.keyClick(window, D)
    bridge.publish(first_of(training, Feedback.BLIND))
    window.advance()
    assert window.drawer.isHidden()
    QTest.keyClick(window, Key.Key_Space)
    assert (Action.STOP, "", None) == submitted[-1]


def test_closed_it_keeps_nothing_of_the_body(
    window: ClientWindow, show: Show, training: SampleSession
) -> None:
    """No label of it says anything that was shown there, and it says it anew."""
    show(after_a_round(training))
    QTest.keyClick(window, D)
    told = seen(window)
    QTest.keyClick(window, D)
    hidden = "\n".join(label.text() for label in window.drawer.findChildren(QLabel))
    assert "bpm" not in hidden
    assert "Round 1" not in hidden
    QTest.keyClick(window, D)
    assert "Round 1: back at rest after" in told
    assert told == seen(window)


def test_escape_stops_and_does_not_close_it(
    window: ClientWindow,
    show: Show,
    training: SampleSession,
    submitted: list[Submission],
) -> None:
    """STOP is STOP, also while something is being written."""
    show(after_a_round(training))
    QTest.keyClick(window, D)
    window.drawer.note_field.setFocus()
    QTest.keyClick(window.drawer.note_field, Qt.Key.Key_Escape)
    assert (Action.STOP, "", None) in submitted
    assert window.pages.grounding is window.pages.current


@pytest.mark.parametrize("size", [(900, 620), (1440, 900), (3840, 2160)])
def test_it_leaves_the_foot_and_stop_in_sight(
    window: ClientWindow, show: Show, training: SampleSession, size: tuple[int, int]
) -> None:
    """It covers a part of the scene, never STOP."""
    window.resize(*size)
    show(after_a_round(training))
    QTest.keyClick(window, D)
    show(replace(after_a_round(training), speed=1.0))
    QApplication.processEvents()
    foot = window.pages.session.foot
    assert window.drawer.geometry().bottom() <= foot.y()
    assert window.drawer.width() <= window.width() * 0.6


@pytest.mark.parametrize("size", [(900, 620), (1440, 900), (3840, 2160)])
@pytest.mark.parametrize("kind", [PhaseKind.ACTIVATE, PhaseKind.SETTLE])
def test_it_stands_beside_what_the_person_looks_at(
    window: ClientWindow,
    show: Show,
    training: SampleSession,
    size: tuple[int, int],
    kind: PhaseKind,
) -> None:
    """Open it covers neither tip nor words nor pacer; closed it gives the room back."""
    page = window.pages.session
    window.resize(*size)
    start = training.first(lambda s: s.phase is not None and s.phase.kind is kind)
    show(training.at(start.t_s + 25.0))
    wide = page.scene.trend.geometry()
    QTest.keyClick(window, D)
    QApplication.processEvents()
    edge = window.drawer.x()
    tip = page.scene.trend.tip_box.translated(page.scene.trend.pos())
    assert tip.right() < edge
    assert page.pacer.isHidden() or page.pacer.geometry().right() < edge
    above_foot = (each for each in page.findChildren(QLabel) if each.isVisible())
    beneath = [
        each.text()
        for each in above_foot
        if not window.drawer.isAncestorOf(each) and not page.foot.isAncestorOf(each)
        if each.mapTo(page, each.rect().topRight()).x() >= edge
    ]
    assert [] == beneath
    QTest.keyClick(window, D)
    assert wide == page.scene.trend.geometry()


def test_what_it_tells_is_not_told_beneath_it(
    window: ClientWindow, show: Show, training: SampleSession
) -> None:
    """The line of the strap's facts is away while it is open: its edge cut it."""

    def told() -> int:
        labels = window.findChildren(QLabel)
        return sum("battery" in each.text() for each in labels if each.isVisible())

    show(after_a_round(training))
    for is_open in (True, False):
        QTest.keyClick(window, D)
        assert window.drawer.isVisible() == is_open
        assert told() == 1
