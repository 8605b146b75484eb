"""The course of a session: how it begins, goes on, stands still and ends."""

from dataclasses import replace

import pytest

from biofeed.core.course import GRACE_S
from biofeed.core.events import Action
from biofeed.core.guidance import (
    QuestionAsked,
    QuestionClosed,
    RatingPoint,
    RoundEnded,
    StageChanged,
)
from biofeed.core.phase import ActivationKind, ExitRule, Feedback, PhaseKind, Stage
from biofeed.core.protocol import OPEN, ProtocolPhase
from biofeed.core.values import Output, PhaseChanged
from tests.core.walking import (
    ABSENT,
    AT_REST,
    CLOSE,
    LEARNING,
    LOST,
    PROBE,
    REST,
    RISEN,
    Walk,
    activate,
    activated,
    codes,
    hurried,
    kinds,
    of,
    resting,
    rounds,
    script,
    settle,
    settling,
)

K = PhaseKind


def test_arriving_ends_when_a_rest_is_gathered() -> None:
    """Not before there are seconds of one, however long that takes."""
    walk = Walk(script(*rounds()))
    walk.stay(ABSENT, 3600)
    assert K.ARRIVE is walk.kind()
    walk.second(LEARNING)
    assert K.CALIBRATE is walk.kind()


@pytest.mark.parametrize("waits", [False, True])
def test_the_first_rating_is_asked_when_the_person_is_there(*, waits: bool) -> None:
    """At once in a recording, and at the start in a session that waits for it."""
    walk = Walk(script(*rounds()), waits=waits)
    asked = [question.point for question in of(QuestionAsked, walk.said)]
    assert ([] if waits else [RatingPoint.START]) == asked
    if waits:
        walk.stay(ABSENT, 100)
        said = of(QuestionAsked, walk.do(Action.START))
        assert [(RatingPoint.START, 130.0)] == [(q.point, q.until_s) for q in said]


def test_a_start_twice_asks_once() -> None:
    """A key pressed again by chance asks nobody what they are just being asked."""
    walk = Walk(script(*rounds()), waits=True)
    assert 1 == len(of(QuestionAsked, walk.do(Action.START)))
    assert [] == walk.do(Action.START)


def test_a_start_later_asks_nothing() -> None:
    """Who has begun cannot begin again."""
    walk = activated()
    assert [] == walk.do(Action.START)


def test_a_learned_rest_begins_the_script() -> None:
    """With its first phase, at the second the rest is there."""
    walk = Walk(script(*rounds()))
    walk.until(K.CALIBRATE, LEARNING)
    walk.stay(LEARNING, 200)
    said = of(PhaseChanged, walk.second(AT_REST))
    assert [PhaseChanged(t_s=202.0, kind=K.ACTIVATE, ends_s=262.0, step=2)] == said


def test_a_rest_that_is_not_learned_closes_the_session() -> None:
    """After the longest time, with the reason; no activation without a rest."""
    walk = Walk(script(*rounds()))
    walk.until(K.CALIBRATE, LEARNING)
    said = walk.stay(LEARNING, 479)
    assert [] == codes(said)
    said = walk.second(LEARNING)
    assert ["rest_not_learned"] == codes(said)
    assert [K.CLOSE] == kinds(said)
    walk.stay(ABSENT, 60)
    assert walk.course.is_over


def test_learning_a_rest_ends_with_the_longest_session() -> None:
    """Also where the protocol sets no time for it."""
    calibrate = ProtocolPhase(kind=K.CALIBRATE, ends=(ExitRule.BASELINE,))
    protocol = script(*rounds(), longest_s=900.0)
    phases = (protocol.phases[0], calibrate, *protocol.phases[2:])
    walk = Walk(replace(protocol, phases=phases))
    walk.until(K.CALIBRATE, LEARNING)
    said = walk.stay(LEARNING, 900)
    assert [K.CLOSE] == kinds(said)
    assert ["rest_not_learned"] == codes(said)


@pytest.mark.parametrize("first", [REST, PROBE, settle(None)], ids=lambda p: p.kind)
def test_a_rest_that_is_known_begins_after_learning_it(first: ProtocolPhase) -> None:
    """Nothing is arrived at or learned; the script goes on from there."""
    walk = Walk(script(first, CLOSE), has_rest=True)
    assert [first.kind] == kinds(walk.said)
    assert first is walk.course.now.phase
    walk.stay(AT_REST, 400)
    assert [first.kind, K.CLOSE] == kinds(walk.said)


def test_a_rest_that_is_known_lets_no_activation_begin_at_once() -> None:
    """The heart is looked at first, and then the activation begins."""
    walk = Walk(script(*rounds()), has_rest=True)
    assert [K.REST] == kinds(walk.said)
    walk.stay(RISEN, 5)
    assert K.REST is walk.kind()
    walk.stay(AT_REST, 1)
    assert K.ACTIVATE is walk.kind()


@pytest.mark.parametrize("phase", [REST, PROBE], ids=lambda phase: phase.kind)
def test_a_phase_that_is_no_round_ends_by_time(phase: ProtocolPhase) -> None:
    """Whatever the body does."""
    walk = Walk(script(phase, CLOSE))
    walk.until(K.CALIBRATE, LEARNING)
    walk.until(phase.kind, AT_REST)
    walk.stay(RISEN, int(phase.longest_s or 0.0) - 1)
    assert phase.kind is walk.kind()
    walk.second(LOST)
    assert K.CLOSE is walk.kind()


def test_closing_asks_and_ends_the_session() -> None:
    """The last rating, 60 s at most, and it is over; by the key at once."""
    walk = Walk(script(REST, CLOSE))
    walk.until(K.CALIBRATE, LEARNING)
    said = walk.until(K.CLOSE, AT_REST)
    assert [RatingPoint.END] == [q.point for q in of(QuestionAsked, said)]
    walk.stay(AT_REST, 59)
    assert not walk.course.is_over
    walk.second(AT_REST)
    assert walk.course.is_over


def test_the_key_ends_the_closing() -> None:
    """And what is still asked is closed."""
    walk = Walk(script(REST, CLOSE))
    walk.until(K.CALIBRATE, LEARNING)
    walk.until(K.CLOSE, AT_REST)
    walk.stay(AT_REST, 5)
    assert [QuestionClosed(t_s=walk.t_s)] == walk.do(Action.DONE)
    assert walk.course.is_over


def test_no_activation_begins_after_the_longest_time() -> None:
    """The rest that would lead to it leads to the end, as soon as it is late."""
    walk = activated(Walk(script(*rounds(3), longest_s=250.0)))
    walk.until(K.CLOSE, AT_REST)
    assert [K.ACTIVATE, K.SETTLE, K.REST, K.CLOSE] == kinds(walk.said)[2:]
    assert 251.0 == walk.t_s


def test_a_session_shorter_than_its_learning_activates_nothing() -> None:
    """The rest is there, and the time is not."""
    walk = Walk(script(*rounds(3), longest_s=180.0))
    walk.until(K.CALIBRATE, LEARNING)
    walk.stay(LEARNING, 179)
    walk.until(K.CLOSE, AT_REST)
    assert [K.ARRIVE, K.CALIBRATE, K.CLOSE] == kinds(walk.said)


@pytest.mark.parametrize("longest_s", [20.0, 61.0, 100.0, 270.0])
def test_what_is_under_way_settles_after_the_longest_time(longest_s: float) -> None:
    """An activation that has begun ends as it would, and so does its settle."""
    walk = activated(Walk(script(*rounds(3), longest_s=longest_s)))
    begun_s = walk.t_s
    walk.until(K.CLOSE, RISEN)
    assert [K.ACTIVATE, K.SETTLE, K.CLOSE] == kinds(walk.said)[2:]
    assert begun_s + 60.0 + 180.0 + 30.0 == walk.t_s


def test_the_longest_time_begins_with_the_person() -> None:
    """Arriving does not count: a strap may be put on slowly."""
    walk = Walk(script(*rounds(), longest_s=300.0))
    walk.stay(ABSENT, 2000)
    activated(walk)
    assert K.ACTIVATE is walk.kind()


def test_open_practice_ends_at_its_longest_time() -> None:
    """At rest at once."""
    walk = Walk(replace(OPEN, longest_s=600.0))
    walk.until(K.CALIBRATE, LEARNING)
    begun_s = walk.t_s
    walk.until(K.CLOSE, AT_REST)
    assert 600.0 == walk.t_s - begun_s
    walk.stay(AT_REST, 60)
    assert walk.course.is_over


@pytest.mark.parametrize("stays_s", [10, 250, 1000])
def test_open_practice_waits_for_an_activation(stays_s: int) -> None:
    """Until it is over, and 300 s at most."""
    walk = Walk(replace(OPEN, longest_s=600.0))
    walk.until(K.CALIBRATE, LEARNING)
    begun_s = walk.t_s
    walk.stay(AT_REST, 590)
    walk.stay(RISEN, 10 + min(stays_s, int(GRACE_S)) - 1)
    assert K.SETTLE is walk.kind()
    walk.until(K.CLOSE, AT_REST if stays_s < GRACE_S else RISEN)
    assert 600.0 + min(stays_s, GRACE_S) == walk.t_s - begun_s


def test_open_practice_lasts_as_long_as_one_likes() -> None:
    """Four hours at rest, and nothing was said or asked."""
    walk = Walk(OPEN)
    walk.until(K.CALIBRATE, LEARNING)
    walk.until(K.SETTLE, AT_REST)
    assert [] == walk.stay(AT_REST, 4 * 3600)


def test_a_round_is_told_of_before_a_session_closes_over_it() -> None:
    """A protocol whose last settle ends with the session tells of its round, too."""
    lasts = ProtocolPhase(kind=K.SETTLE, ends=(ExitRule.STOP,), round=1)
    walk = activated(Walk(script(activate(), lasts, longest_s=600.0)))
    walk.until(K.CLOSE, AT_REST)
    assert 1 == len(of(RoundEnded, walk.said))


def relearn(walk: Walk) -> list[Output]:
    """Ask for a new rest, gather it, and go on to the first second with it."""
    said = walk.do(Action.RECALIBRATE)
    said += walk.stay(replace(LEARNING, smoothed_z=0.0, rest_bpm=60.0), 60)
    return said + walk.second(AT_REST)


@pytest.mark.parametrize("phase", [REST, PROBE], ids=lambda phase: phase.kind)
def test_a_rest_learned_anew_returns_to_what_it_interrupts(
    phase: ProtocolPhase,
) -> None:
    """Beside the script, and then the same phase from its beginning."""
    walk = Walk(script(phase, CLOSE))
    walk.until(K.CALIBRATE, LEARNING)
    walk.until(phase.kind, AT_REST)
    told = of(PhaseChanged, relearn(walk))
    assert [(K.CALIBRATE, None), (phase.kind, 2)] == [(c.kind, c.step) for c in told]


def test_a_rest_learned_anew_during_an_activation_returns_to_its_settle() -> None:
    """The round ends there, and the settle is had all the same."""
    walk = activated()
    walk.stay(RISEN, 20)
    said = relearn(walk)
    assert [K.SETTLE, K.CALIBRATE, K.SETTLE] == kinds(said)
    (ended,) = of(RoundEnded, said)
    assert ended.at_rest is None
    said = walk.until(K.REST, AT_REST)
    assert [] == of(RoundEnded, said)
    assert [] == of(QuestionAsked, said)


@pytest.mark.parametrize("feedback", Feedback)
def test_a_rest_learned_anew_during_a_settle_ends_its_round(
    feedback: Feedback,
) -> None:
    """Nothing that was measured against the old rest is told of as settled."""
    walk = settling(feedback)
    walk.stay(AT_REST, 10)
    said = relearn(walk)
    assert [K.CALIBRATE, K.SETTLE] == kinds(said)
    (ended,) = of(RoundEnded, said)
    assert ended.at_rest is None
    assert walk.course.questions.open is None


def test_a_rest_learned_anew_while_arriving_is_the_rest() -> None:
    """It is learned in its own phase, with its own longest time; the session counts."""
    walk = Walk(script(*rounds(3), longest_s=400.0))
    walk.stay(ABSENT, 10)
    walk.do(Action.RECALIBRATE)
    walk.until(K.CALIBRATE, LEARNING)
    assert [K.ARRIVE, K.CALIBRATE] == kinds(walk.said)
    assert walk.course.now.clock.ends_s is not None
    begun_s = walk.t_s
    walk.until(K.CLOSE, AT_REST)
    assert walk.t_s - begun_s <= 400.0 + 60.0 + 180.0 + 30.0


@pytest.mark.parametrize("taken_s", [0.0, 600.0])
def test_a_rest_learned_anew_while_arriving_lets_nothing_through(
    taken_s: float,
) -> None:
    """The heart and the dose are looked at before the first activation."""
    walk = Walk(script(*rounds()), taken_s=taken_s)
    walk.do(Action.RECALIBRATE)
    walk.stay(LEARNING, 60)
    walk.stay(RISEN, 3)
    assert K.ACTIVATE not in kinds(walk.said)


def test_a_rest_learned_anew_while_learning_goes_on_learning() -> None:
    """In the same phase, whose time does not begin anew."""
    walk = Walk(script(*rounds()))
    walk.until(K.CALIBRATE, LEARNING)
    walk.stay(LEARNING, 100)
    assert [] == walk.do(Action.RECALIBRATE)
    walk.stay(LEARNING, 380)
    assert K.CLOSE is walk.kind()


def test_a_rest_learned_anew_while_waiting_for_the_heart_goes_on_waiting() -> None:
    """No settle is had twice: what it waits for is the next activation."""
    walk = hurried()
    walk.stay(RISEN, 10)
    told = kinds(relearn(walk))
    assert told in ([K.CALIBRATE, K.REST], [K.CALIBRATE, K.ACTIVATE])
    walk.until(K.SETTLE, AT_REST)
    assert 2 == kinds(walk.said).count(K.ACTIVATE)


@pytest.mark.parametrize("ends", ["as planned", "early"])
def test_a_session_that_closes_learns_no_rest(ends: str) -> None:
    """It closes: nothing of the script begins again."""
    walk = Walk(script(*rounds(1)), taken_s=0.0 if ends == "as planned" else 600.0)
    walk.until(K.CALIBRATE, LEARNING)
    walk.until(K.CLOSE, AT_REST)
    assert [] == walk.do(Action.RECALIBRATE)
    walk.stay(AT_REST, 60)
    assert walk.course.is_over


def test_a_rest_that_is_never_learned_anew_ends_with_the_session() -> None:
    """A strap that is lost in it holds nobody."""
    walk = settling()
    walk.do(Action.RECALIBRATE)
    said = walk.stay(replace(LOST, has_rest=False), 1500)
    assert [K.CLOSE] == kinds(said)
    assert walk.course.is_over


@pytest.mark.parametrize("walk", [settling(), resting()], ids=["settle", "rest"])
def test_what_stands_still_does_not_end(walk: Walk) -> None:
    """Held by the person, for as long as they like; then what was left is left."""
    left_s = (walk.course.now.clock.ends_s or 0.0) - walk.t_s
    said = walk.do(Action.HOLD)
    assert [Stage.WAITING] == [changed.stage for changed in of(StageChanged, said)]
    kind = walk.kind()
    walk.stay(AT_REST, 1000)
    assert (kind, Stage.WAITING) == (walk.kind(), walk.stage())
    (changed,) = of(PhaseChanged, walk.do(Action.RESUME))
    assert walk.t_s + left_s == changed.ends_s


def test_a_heart_rate_beyond_its_limit_pauses_also_what_is_asked() -> None:
    """The next activation cannot begin before somebody has resumed by hand."""
    touch = rounds(2, kind=ActivationKind.TOUCH)
    phases = [replace(p, longest_s=20.0) if p.activation else p for p in touch]
    walk = activated(Walk(script(*(p for p in phases if p.kind is not K.REST))))
    walk.until(K.SETTLE, RISEN)
    walk.until_stage(Stage.ASKING, AT_REST)
    walk.said += walk.course.hold_up(Stage.PAUSED, walk.t_s)
    assert Stage.PAUSED is walk.stage()
    walk.stay(RISEN, 300)
    assert (K.SETTLE, Stage.PAUSED) == (walk.kind(), walk.stage())
    walk.do(Action.RESUME)
    walk.until(K.ACTIVATE, AT_REST)
    assert 1 == len(of(RoundEnded, walk.said))


@pytest.mark.parametrize("kind", [K.ARRIVE, K.CALIBRATE, K.CLOSE])
def test_a_heart_rate_beyond_its_limit_holds_up_no_end(kind: PhaseKind) -> None:
    """Where nothing is practised there is nothing to pause."""
    walk = Walk(script(REST, CLOSE))
    if kind is not K.ARRIVE:
        walk.until(K.CALIBRATE, LEARNING)
    if kind is K.CLOSE:
        walk.until(K.CLOSE, AT_REST)
    assert [] == walk.course.hold_up(Stage.PAUSED, walk.t_s)
    assert Stage.RUNNING is walk.stage()


def test_a_rise_is_expected_where_it_was_asked_for() -> None:
    """In an activation, in 30 s of its settle, and nowhere else."""
    walk = Walk(script(*rounds(1)))
    expected: dict[PhaseKind, int] = {}
    walk.until(K.CALIBRATE, LEARNING)
    while not walk.course.is_over:
        walk.second(AT_REST if walk.kind() is not K.ACTIVATE else RISEN)
        seen = walk.course.expects_rise(walk.t_s)
        expected[walk.kind()] = expected.get(walk.kind(), 0) + seen
    assert {K.ACTIVATE: 60, K.SETTLE: 30, K.REST: 0, K.CLOSE: 0} == expected
