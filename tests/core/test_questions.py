"""Questions: one at a time, answered only by what fits, and never waited for long."""

from collections.abc import Sequence
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.asking import Asking
from biofeed.core.events import Action, Command
from biofeed.core.guidance import (
    Asked,
    Guessed,
    Guidance,
    QuestionAsked,
    QuestionClosed,
    Rated,
    RatingPoint,
)
from biofeed.core.phase import ActivationKind
from biofeed.core.questions import Questions, guess_question, rating_question
from biofeed.core.round_watch import RoundWatch

RATING = rating_question(10.0, RatingPoint.AFTER_SETTLE, waits_s=30.0, number=2)
GUESS = guess_question(10.0, waits_s=30.0, number=2)


def rate(value: float | None, *, t_s: float = 12.0) -> Command:
    return Command(t_s=t_s, action=Action.RATE, value=value)


def guess(text: str, value: float | None, *, t_s: float = 12.0) -> Command:
    return Command(t_s=t_s, action=Action.GUESS, text=text, value=value)


SKIP = Command(t_s=12.0, action=Action.SKIP)


def test_nothing_is_asked_at_first() -> None:
    """And nothing can be answered, left out or overdue."""
    questions = Questions()
    assert questions.open is None
    assert [] == questions.step(1e6)
    assert [] == questions.close(1.0)
    for command in (rate(3.0), guess("settled", 1.0), SKIP):
        assert questions.obey(command) is None


@pytest.mark.parametrize("value", range(11))
def test_every_rating_of_the_scale_is_taken(value: int) -> None:
    """From 0 to 10, with the point and the round it was asked about."""
    questions = Questions()
    questions.ask(RATING)
    rated = Rated(t_s=12.0, point=RatingPoint.AFTER_SETTLE, value=value, round=2)
    assert [rated, QuestionClosed(t_s=12.0)] == questions.obey(rate(float(value)))
    assert questions.open is None


@pytest.mark.parametrize("value", [None, -1.0, 10.5, 11.0, 3.5, nan, inf, -inf, 1e300])
def test_what_is_on_no_scale_is_no_rating(value: float | None) -> None:
    """It changes nothing, and the question stays."""
    questions = Questions()
    questions.ask(RATING)
    assert questions.obey(rate(value)) is None
    assert RATING == questions.open


@pytest.mark.parametrize("text", ["settled", "not_settled"])
@pytest.mark.parametrize("sureness", [1, 2, 3])
def test_every_guess_is_taken(text: str, sureness: int) -> None:
    """Either way, and however sure."""
    questions = Questions()
    questions.ask(GUESS)
    settled = text == "settled"
    guessed = Guessed(t_s=12.0, round=2, settled=settled, sureness=sureness)
    assert [guessed, QuestionClosed(t_s=12.0)] == questions.obey(
        guess(text, float(sureness))
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", 1.0),
        ("Settled", 1.0),
        ("settled", None),
        ("settled", 0.0),
        ("settled", 1.5),
        ("settled", 4.0),
        ("settled", nan),
        ("not_settled", inf),
    ],
)
def test_what_is_no_guess_changes_nothing(text: str, value: float | None) -> None:
    """A word or a sureness that is not asked for leaves the question open."""
    questions = Questions()
    questions.ask(GUESS)
    assert questions.obey(guess(text, value)) is None
    assert GUESS == questions.open


def test_an_answer_to_another_question_is_none() -> None:
    """A rating answers no guess, and a guess no rating."""
    questions = Questions()
    questions.ask(GUESS)
    assert questions.obey(rate(3.0)) is None
    questions.ask(RATING)
    assert questions.obey(guess("settled", 1.0)) is None
    assert RATING == questions.open


def test_a_question_waits_as_long_as_it_says() -> None:
    """It is closed at its time, not before, and once."""
    questions = Questions()
    questions.ask(RATING)
    assert [] == questions.step(39.0)
    assert [QuestionClosed(t_s=40.0)] == questions.step(40.0)
    assert [] == questions.step(41.0)


@pytest.mark.parametrize(
    "goes", ["answered", "left out", "overdue"], ids=lambda how: how
)
def test_the_next_question_waits_its_full_time(goes: str) -> None:
    """Whatever became of the one before it, and whenever."""
    questions = Questions()
    questions.ask(GUESS, RATING)
    t_s = 12.0
    if goes == "answered":
        said = questions.obey(guess("settled", 3.0))
    elif goes == "left out":
        said = questions.obey(SKIP)
    else:
        t_s = 40.0
        said = questions.step(t_s)
    asked = rating_question(t_s, RatingPoint.AFTER_SETTLE, waits_s=30.0, number=2)
    assert said is not None
    assert [QuestionClosed(t_s=t_s), asked] == said[-2:]
    assert asked == questions.open


def test_a_new_question_takes_the_place_of_all_others() -> None:
    """The old one is said to be closed, and what waited for it is not asked."""
    questions = Questions()
    questions.ask(GUESS, RATING)
    new = rating_question(20.0, RatingPoint.END, waits_s=30.0)
    assert [QuestionClosed(t_s=20.0), new] == questions.ask(new)
    assert [QuestionClosed(t_s=50.0)] == questions.step(50.0)
    assert questions.open is None


def test_asking_no_more_forgets_what_waits() -> None:
    """Closed is closed, also for the question that would have come next."""
    questions = Questions()
    questions.ask(GUESS, RATING)
    assert [QuestionClosed(t_s=15.0)] == questions.close(15.0)
    assert [] == questions.step(1e6)


acts = st.lists(
    st.sampled_from(["ask", "ask both", "close", "skip", "rate", "guess", "wait"]),
    max_size=30,
)


@given(acts)
def test_what_is_asked_is_closed_before_the_next(acts: Sequence[str]) -> None:
    """Whatever is done: open and closed take turns, as ``open`` says."""
    questions = Questions()
    said: list[Guidance] = []
    for number, act in enumerate(acts):
        said += _do(questions, act, 40.0 * number)
    turns = [o for o in said if isinstance(o, QuestionAsked | QuestionClosed)]
    for index, output in enumerate(turns):
        assert isinstance(output, (QuestionAsked, QuestionClosed)[index % 2])
    assert (len(turns) % 2 == 1) is (questions.open is not None)


def _do(questions: Questions, act: str, t_s: float) -> list[Guidance]:
    guessing = guess_question(t_s, waits_s=30.0, number=1)
    rating = rating_question(t_s, RatingPoint.AFTER_SETTLE, waits_s=30.0, number=1)
    answers = {
        "skip": Command(t_s=t_s, action=Action.SKIP),
        "rate": rate(4.0, t_s=t_s),
        "guess": guess("settled", 2.0, t_s=t_s),
    }
    match act:
        case "ask":
            return questions.ask(rating)
        case "ask both":
            return questions.ask(guessing, rating)
        case "close":
            return questions.close(t_s)
        case "wait":
            return questions.step(t_s)
        case _:
            return questions.obey(answers[act]) or []


@pytest.mark.parametrize("kind", ActivationKind)
@pytest.mark.parametrize("is_blind", [False, True])
@pytest.mark.parametrize("rates", [False, True])
def test_what_is_asked_after_a_settle(
    kind: ActivationKind, *, is_blind: bool, rates: bool
) -> None:
    """A guess before a reveal alone, before the rating; 30 s each, 10 in a swing."""
    asking = Asking(rates=rates)
    said = [*asking.after_settle(100.0, round_of(kind), is_blind=is_blind)]
    while asking.questions.open is not None:
        said += asking.questions.step(asking.questions.open.until_s)
    asked = [each for each in said if isinstance(each, QuestionAsked)]
    expected = [Asked.GUESS] * is_blind + [Asked.RATING] * rates
    waits_s = 10.0 if kind is ActivationKind.TOUCH else 30.0
    assert expected == [question.asked for question in asked]
    assert all(waits_s == question.until_s - question.t_s for question in asked)
    assert all(question.round == 3 for question in asked)


def round_of(kind: ActivationKind) -> RoundWatch:
    """The third round, which goes on."""
    going = RoundWatch()
    going.begin(3, kind, 0.0)
    return going


def asked_by(said: list[Guidance]) -> QuestionAsked:
    """The one question that was put."""
    (question,) = [each for each in said if isinstance(each, QuestionAsked)]
    return question


def test_what_is_asked_elsewhere() -> None:
    """At both ends for 30 s, and while a settle goes on for less."""
    asking = Asking(rates=True)
    start, end = asked_by(asking.at_start(0.0)), asked_by(asking.at_end(0.0))
    assert (RatingPoint.START, 30.0, None) == (start.point, start.until_s, start.round)
    assert (RatingPoint.END, 30.0, None) == (end.point, end.until_s, end.round)
    beside = {
        kind: asked_by(asking.after_activation(0.0, round_of(kind))).until_s
        for kind in ActivationKind
    }
    assert {
        ActivationKind.BODY: 20.0,
        ActivationKind.MOMENT: 20.0,
        ActivationKind.TOUCH: 10.0,
    } == beside
