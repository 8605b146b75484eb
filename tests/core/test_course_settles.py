"""Settles: what is held, asked and told of them, with help and without."""

import pytest

from biofeed.core.course import HELD_S
from biofeed.core.events import Action, Role
from biofeed.core.guidance import (
    Asked,
    Guessed,
    QuestionAsked,
    QuestionClosed,
    Rated,
    RatingPoint,
    RoundEnded,
    StageChanged,
)
from biofeed.core.phase import ActivationKind, Feedback, PhaseKind, Stage
from biofeed.core.standing import Standing
from tests.core.walking import (
    AT_REST,
    CLOSE,
    LEARNING,
    LOST,
    NEAR_REST,
    RISEN,
    Walk,
    activated,
    kinds,
    of,
    rounds,
    script,
    settle,
    settling,
)

K = PhaseKind


def test_a_settle_lasts_its_shortest_time() -> None:
    """However soon somebody is at rest."""
    walk = settling()
    walk.stay(AT_REST, 19)
    assert Stage.RUNNING is walk.stage()
    walk.stay(AT_REST, 1)
    assert Stage.HELD is walk.stage()


@pytest.mark.parametrize("feedback", [Feedback.FULL, Feedback.SPARSE])
def test_a_settle_is_held_then_asked_about(feedback: Feedback) -> None:
    """Settled, 25 s to feel it, a rating for 30 s, the end of the round, rest."""
    walk = settling(feedback)
    walk.stay(NEAR_REST, 50)
    held = walk.second(AT_REST)
    begun_s = walk.t_s
    assert [StageChanged(t_s=begun_s, stage=Stage.HELD)] == held
    said = walk.until(K.REST, AT_REST)
    asking = StageChanged(t_s=begun_s + HELD_S, stage=Stage.ASKING)
    assert [asking, StageChanged(t_s=begun_s + 55.0, stage=Stage.RUNNING)] == of(
        StageChanged, said
    )
    assert [
        QuestionAsked(
            t_s=begun_s + HELD_S,
            until_s=begun_s + HELD_S + 30.0,
            asked=Asked.RATING,
            point=RatingPoint.AFTER_SETTLE,
            round=1,
        )
    ] == of(QuestionAsked, said)
    ended = of(RoundEnded, said)
    assert [begun_s + 55.0] == [each.t_s for each in ended]


def test_an_answer_ends_the_asking() -> None:
    """With the next second the session goes on."""
    walk = settling()
    walk.until_stage(Stage.ASKING, AT_REST)
    answered = walk.do(Action.RATE, value=2.0)
    assert [2] == [rated.value for rated in of(Rated, answered)]
    assert [K.REST] == kinds(walk.second(AT_REST))


def test_a_rise_breaks_what_is_held() -> None:
    """Back to settling; the 25 s begin anew when it is over."""
    walk = settling()
    walk.until_stage(Stage.HELD, AT_REST)
    walk.stay(AT_REST, 24)
    walk.second(RISEN)
    assert Stage.RUNNING is walk.stage()
    walk.stay(RISEN, 10)
    walk.second(AT_REST)
    walk.stay(AT_REST, 24)
    assert Stage.HELD is walk.stage()
    walk.second(AT_REST)
    assert Stage.ASKING is walk.stage()


def test_what_is_held_is_held_beyond_the_longest_time() -> None:
    """Who settles in the last second has their 25 s all the same."""
    walk = settling()
    walk.stay(NEAR_REST, 178)
    walk.second(AT_REST)
    walk.stay(AT_REST, 24)
    assert Stage.HELD is walk.stage()
    walk.second(AT_REST)
    assert Stage.ASKING is walk.stage()


@pytest.mark.parametrize("body", [NEAR_REST, RISEN, LOST], ids=["near", "up", "lost"])
def test_a_settle_that_does_not_settle_ends_by_time(body: Standing) -> None:
    """Nothing is held, the same is asked, and the round says what was there."""
    walk = settling()
    walk.stay(body, 179)
    assert Stage.RUNNING is walk.stage()
    walk.second(body)
    assert Stage.ASKING is walk.stage()
    (ended,) = of(RoundEnded, walk.until(K.REST, body))
    assert (None if body is LOST else False) is ended.at_rest


def test_the_key_ends_a_settle_by_asking() -> None:
    """While settling and while it is held; nothing more while it is asked about."""
    walk = settling()
    walk.stay(RISEN, 5)
    walk.do(Action.DONE, after_s=0.5)
    assert Stage.ASKING is walk.stage()
    assert [] == walk.do(Action.DONE, after_s=0.6)
    held = settling()
    held.until_stage(Stage.HELD, AT_REST)
    held.do(Action.DONE)
    assert Stage.ASKING is held.stage()


def test_the_rating_of_the_activation_is_not_in_the_way() -> None:
    """It is asked as the settling begins, for 20 s, and the settling goes on."""
    walk = settling()
    asked = of(QuestionAsked, walk.said)[-1]
    assert RatingPoint.AFTER_ACTIVATION is asked.point
    assert walk.t_s + 20.0 == asked.until_s
    said = walk.stay(AT_REST, 20)
    assert [walk.t_s] == [closed.t_s for closed in of(QuestionClosed, said)]
    assert Stage.HELD is walk.stage()


def test_a_protocol_without_ratings_asks_nothing() -> None:
    """From the settle to the rest, to the end, without a question."""
    walk = activated(Walk(script(*rounds(1), asks_ratings=False)))
    walk.until(K.SETTLE, RISEN)
    walk.stay(AT_REST, 46)
    assert K.REST is walk.kind()
    walk.stay(AT_REST, 500)
    assert walk.course.is_over
    assert [] == of(QuestionAsked, walk.said)
    assert 1 == len(of(RoundEnded, walk.said))


def test_a_settle_outside_of_a_round_asks_nothing() -> None:
    """Nothing was activated, so there is nothing to tell of."""
    walk = Walk(script(settle(None), CLOSE))
    walk.until(K.CALIBRATE, LEARNING)
    walk.until(K.SETTLE, AT_REST)
    asked = len(of(QuestionAsked, walk.said))
    walk.until(K.CLOSE, AT_REST)
    assert asked + 1 == len(of(QuestionAsked, walk.said))
    assert RatingPoint.END is of(QuestionAsked, walk.said)[-1].point
    assert [] == of(RoundEnded, walk.said)


def test_a_blind_settle_never_ends_as_settled() -> None:
    """At rest from the first second, it goes on to its time: the end would tell."""
    walk = settling(Feedback.BLIND)
    said = walk.stay(AT_REST, 179)
    assert [] == of(StageChanged, said)
    walk.second(AT_REST)
    assert Stage.ASKING is walk.stage()


def test_a_guess_comes_before_the_rating_and_the_reveal() -> None:
    """Guess, rating, and only then the end of the round, which tells."""
    walk = settling(Feedback.BLIND)
    walk.until_stage(Stage.ASKING, AT_REST)
    assert [Asked.GUESS] == [q.asked for q in of(QuestionAsked, walk.said)][-1:]
    guessed = walk.do(Action.GUESS, text="settled", value=3.0)
    assert [True] == [guess.settled for guess in of(Guessed, guessed)]
    assert [Asked.RATING] == [q.asked for q in of(QuestionAsked, guessed)]
    assert [] == of(RoundEnded, walk.second(AT_REST))
    walk.do(Action.RATE, value=1.0)
    (ended,) = of(RoundEnded, walk.second(AT_REST))
    assert Feedback.BLIND is ended.feedback
    assert ended.at_rest is True


def test_a_guess_is_asked_where_nothing_is_rated() -> None:
    """A blind settle is guessed about in any protocol."""
    blind = rounds(1, feedback=(Feedback.BLIND,))
    walk = activated(Walk(script(*blind, asks_ratings=False)))
    walk.until(K.SETTLE, RISEN)
    walk.until_stage(Stage.ASKING, AT_REST)
    assert [Asked.GUESS] == [q.asked for q in of(QuestionAsked, walk.said)]
    walk.until(K.REST, AT_REST)
    assert 1 == len(of(RoundEnded, walk.said))


def test_unanswered_questions_run_out() -> None:
    """A guess and a rating of 30 s each, and the session goes on."""
    walk = settling(Feedback.BLIND)
    walk.until_stage(Stage.ASKING, AT_REST)
    asked_s = walk.t_s
    walk.until(K.REST, AT_REST)
    assert 60.0 == walk.t_s - asked_s


def test_a_round_says_when_it_was_activated_released_and_ended() -> None:
    """Each at its second, and the end of the round after what was asked."""
    walk = activated()
    activated_s = walk.t_s
    walk.stay(RISEN, 30)
    walk.do(Action.DONE)
    released_s = walk.t_s
    walk.stay(RISEN, 40)
    walk.until_stage(Stage.ASKING, AT_REST)
    ended_s = walk.t_s
    (ended,) = of(RoundEnded, walk.until(K.REST, AT_REST))
    assert (activated_s, released_s, ended_s) == (
        ended.activated_s,
        ended.released_s,
        ended.ended_s,
    )
    assert (1, ActivationKind.MOMENT, ended_s + 30.0) == (
        ended.number,
        ended.activation,
        ended.t_s,
    )


def test_a_round_says_where_the_body_was_when_its_settling_ended() -> None:
    """What happens while something is asked changes nothing of it."""
    walk = settling()
    walk.until_stage(Stage.ASKING, AT_REST)
    (ended,) = of(RoundEnded, walk.until(K.REST, RISEN))
    assert ended.at_rest is True
    other = settling()
    other.until_stage(Stage.ASKING, RISEN)
    (ended,) = of(RoundEnded, other.until(K.REST, AT_REST))
    assert ended.at_rest is False


def test_learning_a_rest_anew_while_asking_changes_no_round() -> None:
    """When its settling ended, and how, stays as it was."""
    walk = settling()
    walk.until_stage(Stage.ASKING, AT_REST)
    ended_s = walk.t_s
    walk.stay(RISEN, 5)
    (ended,) = of(RoundEnded, walk.do(Action.RECALIBRATE))
    assert (ended_s, True) == (ended.ended_s, ended.at_rest)


def test_a_round_says_how_much_of_it_was_known() -> None:
    """From the activation to the end of the settling, and not while it is asked."""
    walk = activated()
    walk.stay(RISEN, 60)
    walk.stay(LOST, 120)
    walk.stay(RISEN, 60)
    assert Stage.ASKING is walk.stage()
    (ended,) = of(RoundEnded, walk.until(K.REST, LOST))
    assert pytest.approx(0.5, abs=0.01) == ended.known_share


@pytest.mark.parametrize(
    ("of_script", "shown", "most"),
    [
        (Feedback.SPARSE, [], Feedback.SPARSE),
        (Feedback.SPARSE, [Feedback.FULL, Feedback.SPARSE], Feedback.FULL),
        (Feedback.FULL, [Feedback.BLIND], Feedback.FULL),
        (Feedback.BLIND, [Feedback.SPARSE, Feedback.BLIND], Feedback.SPARSE),
        (Feedback.BLIND, [], Feedback.BLIND),
    ],
)
def test_the_most_help_of_a_round_counts(
    of_script: Feedback, shown: list[Feedback], most: Feedback
) -> None:
    """Whatever was taken away again."""
    walk = settling(of_script)
    for level in shown:
        walk.second(RISEN)
        walk.do(Action.FEEDBACK, role=Role.CLINICIAN, text=level.value)
    (ended,) = of(RoundEnded, walk.until(K.REST, RISEN))
    assert most is ended.feedback


def test_help_of_one_round_is_not_that_of_the_next() -> None:
    """What was shown more of once is as the script says again."""
    shown = (Feedback.SPARSE, Feedback.SPARSE)
    walk = activated(Walk(script(*rounds(2, feedback=shown))))
    walk.until(K.SETTLE, RISEN)
    walk.do(Action.FEEDBACK, role=Role.CLINICIAN, text="full")
    walk.until(K.REST, RISEN)
    walk.until(K.SETTLE, AT_REST)
    walk.until(K.REST, AT_REST)
    levels = [ended.feedback for ended in of(RoundEnded, walk.said)]
    assert [Feedback.FULL, Feedback.SPARSE] == levels
