"""More of the session, for the person themselves, and never more than they may see."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from biofeed.core.events import Action
from biofeed.core.phase import Feedback
from biofeed.display import drawer_words as said
from biofeed.display.bridge import Received
from biofeed.display.client_view import client_view
from biofeed.display.client_window import ClientWindow
from biofeed.display.drawer_view import drawer_view, is_offered
from biofeed.display.foot_facts import keys_now
from biofeed.display.loss_watch import Loss
from biofeed.display.sample_session import SampleSession
from biofeed.session.snapshot import Snapshot

Show = Callable[[Snapshot], None]
Submission = tuple[Action, str, float | None]
D = Qt.Key.Key_D


def first_of(training: SampleSession, level: Feedback) -> Snapshot:
    return training.first(
        lambda s: s.phase is not None and s.phase.feedback is level and bool(s.rounds)
    )


def after_a_round(training: SampleSession) -> Snapshot:
    return training.at(training.first(lambda s: bool(s.rounds)).t_s + 40.0)


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
