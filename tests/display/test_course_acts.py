"""What Enter and L do in each stage of a training, and which keys are named for it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from biofeed.core.events import Action
from biofeed.core.guidance import Asked, QuestionAsked, RatingPoint
from biofeed.core.phase import ExitRule, PhaseKind, Stage
from biofeed.display import reading, words
from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.drawer_words import MORE_KEY
from biofeed.display.foot_facts import keys_now
from biofeed.display.loss_watch import Loss
from biofeed.display.sample_session import SampleSession
from biofeed.session.snapshot import Snapshot

Show = Callable[[Snapshot], None]
Submitted = list[tuple[Action, str, float | None]]

ARRIVING_S, ACTIVATING_S, SETTLING_S, RESTING_S = 3.0, 330.0, 420.0, 530.0


def _acts(submitted: Submitted) -> list[Action]:
    pacing = {Action.PACER_SHOWN, Action.PACER_HIDDEN}
    return [action for action, _, _ in submitted if action not in pacing]


def _quiet(snapshot: Snapshot, stage: Stage = Stage.RUNNING) -> Snapshot:
    return replace(snapshot, question=None, stage=stage)


def test_enter_puts_a_picture_away_before_it_goes_on(
    window: ClientWindow, show: Show, training: SampleSession, submitted: Submitted
) -> None:
    """In the rest after a round its arc is looked at: what is next waits for it."""
    show(_quiet(training.at(RESTING_S)))
    assert window.pages.session.scene.arc.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert [] == _acts(submitted)
    assert not window.pages.session.scene.arc.isVisible()
    assert window.pages.session.trend.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert [Action.DONE] == _acts(submitted)


@pytest.mark.parametrize(
    ("t_s", "stage", "expected"),
    [
        (ARRIVING_S, Stage.RUNNING, [Action.START]),
        (ACTIVATING_S, Stage.RUNNING, [Action.DONE]),
        (SETTLING_S, Stage.RUNNING, [Action.DONE]),
        (SETTLING_S, Stage.HELD, [Action.DONE]),
        (SETTLING_S, Stage.ASKING, []),
        (SETTLING_S, Stage.WAITING, [Action.RESUME]),
        (SETTLING_S, Stage.PAUSED, [Action.RESUME]),
        (200.0, Stage.RUNNING, []),
    ],
)
def test_enter_does_what_is_waited_for(
    window: ClientWindow,
    show: Show,
    training: SampleSession,
    submitted: Submitted,
    t_s: float,
    stage: Stage,
    expected: list[Action],
) -> None:
    """Begin, resume or end the phase; while the rest is learned, nothing."""
    show(_quiet(training.at(t_s), stage))
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert expected == _acts(submitted)


def test_enter_ends_no_phase_that_has_no_key(
    window: ClientWindow, show: Show, training: SampleSession, submitted: Submitted
) -> None:
    """Where the protocol does not let a key end it, Enter does not try."""
    snapshot = _quiet(training.at(SETTLING_S))
    phases = tuple(
        replace(phase, ends=(ExitRule.TIME,)) for phase in snapshot.protocol.phases
    )
    show(replace(snapshot, protocol=replace(snapshot.protocol, phases=phases)))
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert [] == _acts(submitted)


@pytest.mark.parametrize(
    ("t_s", "stage", "expected"),
    [
        (SETTLING_S, Stage.RUNNING, [Action.HOLD]),
        (SETTLING_S, Stage.HELD, [Action.HOLD]),
        (RESTING_S, Stage.RUNNING, [Action.HOLD]),
        (ACTIVATING_S, Stage.RUNNING, []),
        (SETTLING_S, Stage.PAUSED, []),
        (SETTLING_S, Stage.ASKING, []),
        (200.0, Stage.RUNNING, []),
    ],
)
def test_l_stays_where_one_may_stay(
    window: ClientWindow,
    show: Show,
    training: SampleSession,
    submitted: Submitted,
    t_s: float,
    stage: Stage,
    expected: list[Action],
) -> None:
    """An activation is never made longer, and a pause is no place to stay."""
    show(_quiet(training.at(t_s), stage))
    QTest.keyClick(window, Qt.Key.Key_L)
    assert expected == _acts(submitted)


def test_the_key_that_ends_an_activation_says_enough(training: SampleSession) -> None:
    """It is the person's own word; elsewhere Enter goes on."""
    activating = dict(keys_now(_quiet(training.at(ACTIVATING_S)), Loss.NONE))
    settling = dict(keys_now(_quiet(training.at(SETTLING_S)), Loss.NONE))
    assert "enough" == activating["Enter"]
    assert "go on" == settling["Enter"]


@pytest.mark.parametrize("stage", [Stage.PAUSED, Stage.WAITING])
def test_what_waits_names_the_key_that_goes_on(
    training: SampleSession, stage: Stage
) -> None:
    """Nobody is left in a pause without the way out of it; STOP is named as well."""
    keys = dict(keys_now(_quiet(training.at(SETTLING_S), stage), Loss.NONE))
    assert "go on" == keys["Enter"]
    assert "stop" == keys["Esc"]


@pytest.mark.parametrize("t_s", [ACTIVATING_S, SETTLING_S])
def test_an_urge_can_be_noted_in_both_halves_of_a_round(
    training: SampleSession, t_s: float
) -> None:
    """Its key is named there."""
    assert "U" in dict(keys_now(_quiet(training.at(t_s)), Loss.NONE))


def test_open_practice_keeps_its_keys(sample: SampleSession) -> None:
    """Without a script the row is what it was, and the drawer."""
    assert (*words.KEYS_LEARNED, MORE_KEY) == keys_now(sample.at(400.0), Loss.NONE)


@pytest.mark.parametrize(
    ("t_s", "stage", "offered"),
    [
        (ACTIVATING_S, Stage.RUNNING, False),
        (SETTLING_S, Stage.RUNNING, True),
        (SETTLING_S, Stage.WAITING, True),
        (SETTLING_S, Stage.HELD, False),
        (SETTLING_S, Stage.ASKING, False),
        (SETTLING_S, Stage.PAUSED, False),
        (RESTING_S, Stage.RUNNING, True),
    ],
)
def test_a_pacer_is_offered_where_it_helps(
    training: SampleSession, t_s: float, stage: Stage, *, offered: bool
) -> None:
    """Not in a rise, not in the held moment, not in a question or a pause."""
    assert offered == reading.offers_pacer(_quiet(training.at(t_s), stage))


def test_the_trace_stays_where_it_is_in_the_held_moment(
    window: ClientWindow, show: Show, training: SampleSession
) -> None:
    """The pacer goes, its room stays free; in the next phase it comes back."""
    page = window.pages.session
    snapshot = _quiet(training.at(SETTLING_S))
    show(snapshot)
    before = page.trend.geometry()
    assert page.pacer.isVisible()
    show(_quiet(snapshot, Stage.HELD))
    assert page.pacer.isHidden()
    assert before == page.trend.geometry()


def test_the_phases_used_here_are_what_they_are_called(
    training: SampleSession,
) -> None:
    """The moments above lie in the phases that their names say."""
    kinds = [
        reading.kind_of(training.at(t_s))
        for t_s in (ARRIVING_S, ACTIVATING_S, SETTLING_S, RESTING_S)
    ]
    assert [
        PhaseKind.ARRIVE,
        PhaseKind.ACTIVATE,
        PhaseKind.SETTLE,
        PhaseKind.REST,
    ] == kinds


def _hint(window: ClientWindow, key: str) -> QPushButton:
    buttons = window.findChildren(QPushButton)
    return next(b for b in buttons if b.isVisible() and b.text().startswith(f"{key} "))


def _rating(t_s: float) -> QuestionAsked:
    point = RatingPoint.AFTER_ACTIVATION
    return QuestionAsked(
        t_s=t_s, until_s=t_s + 20.0, asked=Asked.RATING, point=point, round=1
    )


def test_a_hint_that_was_clicked_leaves_enter_what_it_is(
    window: ClientWindow, show: Show, training: SampleSession, submitted: Submitted
) -> None:
    """After U by pointer, Enter ends the activation and is no second U."""
    show(_quiet(training.at(ACTIVATING_S)))
    QTest.mouseClick(_hint(window, "U"), Qt.MouseButton.LeftButton)
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert [Action.URGE_CAME, Action.DONE] == _acts(submitted)


@pytest.mark.parametrize("by_keyboard", [False, True])
def test_no_hint_hands_the_keyboard_to_an_answer(
    window: ClientWindow, show: Show, training: SampleSession, *, by_keyboard: bool
) -> None:
    """A question that takes the place of the keys has nothing taken up."""
    show(_quiet(training.at(ACTIVATING_S)))
    hint = _hint(window, "Enter")
    if by_keyboard:
        hint.setFocus(Qt.FocusReason.TabFocusReason)
    else:
        QTest.mouseClick(hint, Qt.MouseButton.LeftButton)
    show(replace(training.at(SETTLING_S), question=_rating(SETTLING_S)))
    assert window.focusWidget() is window


def test_a_question_that_is_skipped_hands_the_keyboard_back(
    window: ClientWindow, show: Show, training: SampleSession
) -> None:
    """Or Enter would press whatever stands next to it."""
    show(replace(training.at(SETTLING_S), question=_rating(SETTLING_S)))
    QTest.mouseClick(_hint(window, "S"), Qt.MouseButton.LeftButton)
    assert window.focusWidget() is window


def test_enter_pressed_twice_ends_one_phase(
    window: ClientWindow, show: Show, training: SampleSession, submitted: Submitted
) -> None:
    """The second press comes before the screen has followed: it ends nothing more."""
    show(_quiet(training.at(ACTIVATING_S)))
    QTest.keyClick(window, Qt.Key.Key_Return)
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert [Action.DONE] == _acts(submitted)
    show(_quiet(training.at(SETTLING_S)))
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert [Action.DONE, Action.DONE] == _acts(submitted)


def test_enter_for_a_question_that_just_went_ends_no_phase(
    window: ClientWindow,
    show: Show,
    bridge: Bridge,
    time_s: list[float],
    training: SampleSession,
    submitted: Submitted,
) -> None:
    """Whoever answers a moment too late loses the answer, and not their settling."""
    settling = training.at(SETTLING_S)
    show(replace(settling, question=_rating(SETTLING_S)))
    QTest.keyClick(window, Qt.Key.Key_4)
    bridge.publish(_quiet(settling))
    window.advance()
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert [] == _acts(submitted)
    time_s[0] += 2.0
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert [Action.DONE] == _acts(submitted)
