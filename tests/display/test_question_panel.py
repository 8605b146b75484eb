"""Questions: asked in the place of the keys, answered by key or by pointer, once."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from biofeed.core.events import Action
from biofeed.core.guidance import Asked, QuestionAsked, RatingPoint
from biofeed.core.phase import Stage
from biofeed.display import guidance_words
from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.question_panel import QuestionPanel
from biofeed.display.question_steps import GUESS as GUESS_STEP
from biofeed.display.question_steps import SURENESS
from biofeed.display.sample_session import SampleSession
from biofeed.display.style_sheet import LEAST_TARGET_PX
from biofeed.display.theme import Look, ThemeChoice
from biofeed.session.snapshot import SessionControl, Snapshot

Show = Callable[[Snapshot], None]
Submitted = list[tuple[Action, str, float | None]]

Key = Qt.Key

RATING = QuestionAsked(
    t_s=366.0,
    until_s=386.0,
    asked=Asked.RATING,
    point=RatingPoint.AFTER_ACTIVATION,
    round=1,
)
GUESS = QuestionAsked(t_s=366.0, until_s=396.0, asked=Asked.GUESS, round=1)


@pytest.fixture
def ask(
    window: ClientWindow, show: Show, training: SampleSession
) -> Callable[[QuestionAsked], None]:
    """Ask something in the middle of a settling."""
    return lambda question: show(replace(training.at(400.0), question=question))


def _answers(submitted: Submitted) -> Submitted:
    acts = {Action.RATE, Action.GUESS, Action.SKIP, Action.DONE}
    return [each for each in submitted if each[0] in acts]


def _press(window: ClientWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(window, key)


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ((Key.Key_0,), 0.0),
        ((Key.Key_4,), 4.0),
        ((Key.Key_1,), 1.0),
        ((Key.Key_1, Key.Key_0), 10.0),
        ((Key.Key_7, Key.Key_3), 3.0),
        ((Key.Key_1, Key.Key_0, Key.Key_5), 5.0),
        ((Key.Key_4, Key.Key_Right), 5.0),
        ((Key.Key_0, Key.Key_Left), 0.0),
        ((Key.Key_Right,), 5.0),
    ],
)
def test_a_figure_is_taken_up_and_enter_confirms_it(
    window: ClientWindow,
    ask: Callable[[QuestionAsked], None],
    submitted: Submitted,
    keys: tuple[Qt.Key, ...],
    value: float,
) -> None:
    """Digits and arrows only move the ring; one and then nought is ten."""
    ask(RATING)
    _press(window, *keys)
    assert [] == _answers(submitted)
    _press(window, Key.Key_Return)
    assert [(Action.RATE, "", value)] == _answers(submitted)


def test_a_click_answers_at_once(
    window: ClientWindow, ask: Callable[[QuestionAsked], None], submitted: Submitted
) -> None:
    """By pointer there is nothing to confirm."""
    ask(RATING)
    panel = window.pages.session.foot.question
    (six,) = (b for b in panel.findChildren(QPushButton) if b.text() == "6")
    QTest.mouseClick(six, Qt.MouseButton.LeftButton)
    assert [(Action.RATE, "", 6.0)] == _answers(submitted)
    assert panel.isHidden()


def test_an_answer_is_given_once(
    window: ClientWindow, ask: Callable[[QuestionAsked], None], submitted: Submitted
) -> None:
    """While the session has not heard it yet, the question does not come back."""
    ask(RATING)
    _press(window, Key.Key_4, Key.Key_Return)
    ask(RATING)
    assert window.pages.session.foot.question.isHidden()
    _press(window, Key.Key_5)
    assert 1 == len(_answers(submitted))
    ask(replace(RATING, t_s=500.0, point=RatingPoint.AFTER_SETTLE))
    assert window.pages.session.foot.question.isVisible()


@pytest.mark.parametrize("key", [Key.Key_S, Key.Key_Backspace])
@pytest.mark.parametrize("question", [RATING, GUESS], ids=["rating", "guess"])
def test_every_question_may_be_left_open(
    window: ClientWindow,
    ask: Callable[[QuestionAsked], None],
    submitted: Submitted,
    key: Qt.Key,
    question: QuestionAsked,
) -> None:
    """One key leaves it unanswered."""
    ask(question)
    _press(window, key)
    assert [(Action.SKIP, "", None)] == _answers(submitted)
    assert window.pages.session.foot.question.isHidden()


@pytest.mark.parametrize(
    ("first", "text"), [(Key.Key_Y, "settled"), (Key.Key_N, "not_settled")]
)
@pytest.mark.parametrize(
    ("second", "sureness"), [(Key.Key_1, 1.0), (Key.Key_2, 2.0), (Key.Key_3, 3.0)]
)
def test_a_guess_is_what_and_how_sure(
    window: ClientWindow,
    ask: Callable[[QuestionAsked], None],
    submitted: Submitted,
    first: Qt.Key,
    text: str,
    second: Qt.Key,
    sureness: float,
) -> None:
    """Two keys, and both go to the session together."""
    ask(GUESS)
    _press(window, first)
    assert [] == _answers(submitted)
    _press(window, second)
    assert [(Action.GUESS, text, sureness)] == _answers(submitted)


def test_keys_of_another_question_do_nothing(
    window: ClientWindow, ask: Callable[[QuestionAsked], None], submitted: Submitted
) -> None:
    """A digit is no guess, a letter no rating, and neither is anything unasked."""
    ask(GUESS)
    _press(window, Key.Key_1, Key.Key_0)
    ask(RATING)
    _press(window, Key.Key_Y, Key.Key_N)
    assert [] == _answers(submitted)


def test_without_a_question_no_key_answers_one(
    window: ClientWindow, show: Show, training: SampleSession, submitted: Submitted
) -> None:
    """Digits, Y, N, S and arrows mean nothing then."""
    show(training.at(400.0))
    _press(window, Key.Key_4, Key.Key_Y, Key.Key_S, Key.Key_Backspace, Key.Key_Left)
    assert [] == _answers(submitted)


def test_enter_ends_nothing_while_a_question_is_open(
    window: ClientWindow, ask: Callable[[QuestionAsked], None], submitted: Submitted
) -> None:
    """Enter belongs to the answer: a settling is not ended by it unawares."""
    ask(RATING)
    _press(window, Key.Key_Return)
    assert [] == _answers(submitted)


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Space])
def test_stop_is_there_with_a_figure_taken_up(
    window: ClientWindow,
    ask: Callable[[QuestionAsked], None],
    submitted: Submitted,
    key: Qt.Key,
) -> None:
    """A question takes nothing from STOP: Space does not press the figure."""
    ask(RATING)
    assert window.pages.session.foot.stop_button.isVisible()
    _press(window, Key.Key_4, key)
    assert [] == _answers(submitted)
    assert (Action.STOP, "", None) in submitted
    assert window.pages.grounding.isVisible()


def test_a_word_being_written_is_let_finish(
    window: ClientWindow, ask: Callable[[QuestionAsked], None], show: Show
) -> None:
    """Digits go into the word; the question comes when it is written."""
    ask(replace(RATING, t_s=1.0))
    _press(window, Key.Key_S)
    QTest.keyClick(window, Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    ask(RATING)
    foot = window.pages.session.foot
    assert foot.question.isHidden()
    QTest.keyClicks(foot.label_field, "no 4")
    assert "no 4" == foot.label_field.text()
    QTest.keyClick(foot.label_field, Key.Key_Return)
    assert foot.question.isVisible()


def test_the_scene_does_not_move_for_a_question(
    window: ClientWindow, show: Show, training: SampleSession
) -> None:
    """It stands in the place of the keys: trace, words and pacer stay."""
    snapshot = replace(training.at(400.0), question=None)
    page = window.pages.session
    show(snapshot)
    before = (page.trend.geometry(), page.pacer.geometry(), page.foot.geometry())
    show(replace(snapshot, question=RATING))
    assert page.foot.question.isVisible()
    after = (page.trend.geometry(), page.pacer.geometry(), page.foot.geometry())
    assert before == after


def test_a_pause_is_not_asked_into(
    window: ClientWindow, show: Show, training: SampleSession
) -> None:
    """While a session is paused, how it goes on is what has to be seen."""
    show(replace(training.at(400.0), question=RATING, stage=Stage.PAUSED))
    assert window.pages.session.foot.question.isHidden()


def test_every_answer_has_a_name(
    window: ClientWindow, ask: Callable[[QuestionAsked], None]
) -> None:
    """A screen reader says what each figure means, and the question itself."""
    ask(RATING)
    panel = window.pages.session.foot.question
    assert guidance_words.RATING == panel.accessibleName()
    names = {b.text(): b.accessibleName() for b in panel.findChildren(QPushButton)}
    assert "0 of 10, not at all" == names["0"]
    assert "4 of 10" == names["4"]
    assert all(names.values())


def test_the_keyboard_comes_back_to_the_window(
    window: ClientWindow, ask: Callable[[QuestionAsked], None], submitted: Submitted
) -> None:
    """After an answer no other button has the focus by chance."""
    ask(RATING)
    _press(window, Key.Key_4, Key.Key_Return)
    assert not isinstance(window.focusWidget(), QPushButton)


@pytest.mark.every_language
@pytest.mark.parametrize("size_px", [(1024, 700), (1440, 900), (3840, 2160)])
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("question", [RATING, GUESS], ids=["rating", "guess"])
def test_answers_are_large_and_whole_at_any_size(
    control: SessionControl,
    bridge: Bridge,
    training: SampleSession,
    qtbot: QtBot,
    size_px: tuple[int, int],
    text_scale: float,
    question: QuestionAsked,
) -> None:
    """From a small laptop with double text to 4K, each can be hit, and none is cut."""
    look = Look(theme=ThemeChoice.DARK, text_scale=text_scale)
    window = ClientWindow(control, bridge, look)
    qtbot.addWidget(window)
    window.resize(*size_px)
    window.show()
    bridge.publish(replace(training.at(400.0), question=question))
    window.advance()
    panel = window.pages.session.foot.question
    buttons = [b for b in panel.findChildren(QPushButton) if b.isVisible()]
    assert len(buttons) >= 3
    for button in buttons:
        assert button.height() >= LEAST_TARGET_PX
        assert button.width() >= LEAST_TARGET_PX
        assert panel.rect().contains(button.geometry()), button.text()
        words_px = button.fontMetrics().horizontalAdvance(button.text())
        assert words_px < button.width(), button.text()


def test_no_old_answer_is_seen_under_a_new_one(
    window: ClientWindow, ask: Callable[[QuestionAsked], None]
) -> None:
    """Also a picture taken before the old ones are freed has the new ones alone."""
    ask(GUESS)
    panel = window.findChild(QuestionPanel)
    assert panel is not None
    panel.press("Y")
    seen = {each.text() for each in panel.findChildren(QPushButton) if each.isVisible()}
    assert panel.step is SURENESS
    assert set() == seen & {choice.label for choice in GUESS_STEP.choices}
