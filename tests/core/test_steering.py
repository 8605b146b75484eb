"""What people do in a session: what becomes of it, where, and what is refused."""

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.events import Action, Command, Role
from biofeed.core.guidance import QuestionAsked, Rated, StageChanged
from biofeed.core.permissions import refusal
from biofeed.core.phase import Feedback, PhaseKind, Stage
from biofeed.core.steering import obey
from biofeed.core.values import Output, PhaseChanged
from tests.core.walking import (
    ABSENT,
    AT_REST,
    CLOSE,
    LEARNING,
    PROBE,
    RISEN,
    Walk,
    activated,
    codes,
    hurried,
    kinds,
    of,
    resting,
    rounds,
    script,
    settling,
)

K = PhaseKind


def arriving() -> Walk:
    walk = Walk(script(*rounds()))
    walk.stay(ABSENT, 5)
    return walk


def calibrating() -> Walk:
    walk = arriving()
    walk.until(K.CALIBRATE, LEARNING)
    return walk


def held() -> Walk:
    walk = settling()
    walk.until_stage(Stage.HELD, AT_REST)
    return walk


def asking() -> Walk:
    walk = held()
    walk.until_stage(Stage.ASKING, AT_REST)
    return walk


def waiting() -> Walk:
    """Beside the script, for the heart."""
    walk = hurried()
    walk.stay(RISEN, 5)
    return walk


def probing() -> Walk:
    walk = Walk(script(PROBE, CLOSE))
    walk.until(K.CALIBRATE, LEARNING)
    walk.until(K.PROBE, AT_REST)
    return walk


def closing() -> Walk:
    walk = probing()
    walk.until(K.CLOSE, AT_REST)
    return walk


PLACES = {
    place.__name__: place
    for place in (
        arriving,
        calibrating,
        activated,
        settling,
        held,
        asking,
        resting,
        waiting,
        probing,
        closing,
    )
}
"""Every place in a session that something can be done in."""

CAN = {
    Action.DONE: {"activated", "settling", "held", "probing", "closing"},
    Action.HOLD: {"settling", "held", "resting", "waiting", "probing"},
    Action.ADVANCE: set(PLACES) - {"arriving", "calibrating", "waiting"},
    Action.EXTEND: {"settling", "held", "asking", "resting", "waiting", "probing"},
    Action.FEEDBACK: set(PLACES) - {"asking"},
    Action.CEILING: set(PLACES),
}
"""Where each of them does something; elsewhere nothing changes."""


def steer(walk: Walk, action: Action) -> list[Output]:
    value = {Action.EXTEND: 60.0, Action.CEILING: 5.0}.get(action)
    return walk.do(action, role=Role.CLINICIAN, text="sparse", value=value)


def state_of(walk: Walk) -> tuple[object, ...]:
    course, now = walk.course, walk.course.now
    return (
        now.phase,
        now.step,
        now.stage,
        now.feedback,
        now.clock.ends_s,
        course.activation.ceiling_z,
        course.questions.open,
        course.is_over,
    )


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("action", CAN)
def test_where_something_can_be_done(action: Action, place: str) -> None:
    """In the places of the table; elsewhere it changes nothing, and says so.

    The person's key says nothing: pressing it once too often is no mistake.
    """
    walk = PLACES[place]()
    before = state_of(walk)
    said = steer(walk, action)
    if place in CAN[action]:
        assert [] == codes(said)
        assert before != state_of(walk)
    else:
        assert before == state_of(walk)
        assert ([] if action is Action.DONE else ["not_allowed"]) == codes(said)


@pytest.mark.parametrize("place", PLACES)
def test_what_stands_still_can_go_on_and_nothing_else(place: str) -> None:
    """Resuming what goes on already is no mistake, and changes nothing."""
    walk = PLACES[place]()
    before = state_of(walk)
    assert [] == walk.do(Action.RESUME)
    assert before == state_of(walk)


@pytest.mark.parametrize("action", [Action.RATE, Action.GUESS, Action.SKIP])
def test_an_answer_to_nothing_is_refused(action: Action) -> None:
    """Where nothing is asked there is nothing to answer."""
    walk = resting()
    command = Command(t_s=walk.t_s, action=action, text="settled", value=1.0)
    assert [refusal(command)] == obey(walk.course, command)


def test_an_answer_is_taken_where_it_is_asked() -> None:
    """And a question can be left out."""
    walk = asking()
    assert 1 == len(of(Rated, walk.do(Action.RATE, value=4.0)))
    other = asking()
    assert [] == of(Rated, other.do(Action.SKIP))
    assert other.course.questions.open is None


def test_no_key_ends_what_stands_still() -> None:
    """It has to be resumed first."""
    walk = settling()
    walk.do(Action.HOLD)
    assert [] == walk.do(Action.DONE)
    assert Stage.WAITING is walk.stage()


def test_holding_twice_is_holding_once() -> None:
    """Without a word."""
    walk = settling()
    walk.do(Action.HOLD)
    assert [] == walk.do(Action.HOLD, after_s=0.5)


def test_a_clinician_advances_also_what_stands_still() -> None:
    """It goes on, and ends as its time would."""
    walk = resting()
    walk.do(Action.HOLD)
    walk.stay(AT_REST, 300)
    said = steer(walk, Action.ADVANCE)
    assert [Stage.RUNNING] == [changed.stage for changed in of(StageChanged, said)]
    assert [K.REST, K.ACTIVATE] == kinds(said)


def test_advancing_a_settle_asks_and_then_goes_on() -> None:
    """The first time it asks what would be asked; the second time it leaves."""
    walk = settling()
    assert 1 == len(of(QuestionAsked, steer(walk, Action.ADVANCE)))
    assert Stage.ASKING is walk.stage()
    assert [K.REST] == kinds(steer(walk, Action.ADVANCE))
    assert walk.course.questions.open is None


def test_nobody_advances_past_the_rest_between_activations() -> None:
    """Rest is skipped, and what a heart needs before the next one is not."""
    walk = resting()
    released_s = walk.t_s - 75.0
    steer(walk, Action.ADVANCE)
    assert (K.REST, True) == (walk.kind(), walk.course.now.is_beside)
    walk.until(K.ACTIVATE, AT_REST)
    assert walk.t_s - released_s >= 120.0


@pytest.mark.parametrize("value", [None, 0.0, -60.0, 300.5, nan, inf, -inf])
def test_a_phase_is_lengthened_by_a_sensible_time(value: float | None) -> None:
    """By more than nothing, and by 300 s at most."""
    walk = resting()
    before = state_of(walk)
    said = walk.do(Action.EXTEND, role=Role.CLINICIAN, value=value)
    assert ["not_allowed"] == codes(said)
    assert before == state_of(walk)


@pytest.mark.parametrize("by_s", [0.5, 60.0, 300.0])
def test_a_phase_lasts_longer_by_what_was_asked(by_s: float) -> None:
    """It is told again, in the same place of the script."""
    walk = resting()
    ends_s = walk.course.now.clock.ends_s or 0.0
    said = walk.do(Action.EXTEND, role=Role.CLINICIAN, value=by_s)
    told = PhaseChanged(t_s=walk.t_s, kind=K.REST, ends_s=ends_s + by_s, step=4)
    assert [told] == said


@pytest.mark.parametrize("level", Feedback)
def test_a_clinician_shows_more_or_less(level: Feedback) -> None:
    """Of the phase that goes on; the next one is as the script says."""
    walk = settling()
    said = walk.do(Action.FEEDBACK, role=Role.CLINICIAN, text=level.value)
    assert [level] == [changed.feedback for changed in of(PhaseChanged, said)]
    assert [3] == [changed.step for changed in of(PhaseChanged, said)]
    walk.until(K.REST, AT_REST)
    assert Feedback.FULL is walk.course.now.feedback


@pytest.mark.parametrize("text", ["", "FULL", "none", "full "])
def test_a_level_that_is_none_is_refused(text: str) -> None:
    """As it is written, or not at all."""
    walk = settling()
    said = walk.do(Action.FEEDBACK, role=Role.CLINICIAN, text=text)
    assert ["not_allowed"] == codes(said)


def test_a_settle_that_is_made_blind_does_not_end_as_settled() -> None:
    """Its end would tell, whoever hid the rest."""
    walk = settling()
    walk.do(Action.FEEDBACK, role=Role.CLINICIAN, text="blind")
    walk.stay(AT_REST, 179)
    assert Stage.RUNNING is walk.stage()


def test_a_held_moment_that_is_made_blind_is_held_no_more() -> None:
    """Being held is being settled, and its end would tell as well."""
    walk = held()
    walk.do(Action.FEEDBACK, role=Role.CLINICIAN, text="blind")
    walk.stay(AT_REST, 60)
    assert Stage.RUNNING is walk.stage()


@given(st.lists(st.none() | st.floats(), max_size=12))
def test_a_ceiling_is_only_lowered(asked: list[float | None]) -> None:
    """Whatever is asked for, and never below what can be told from rest."""
    walk = activated()
    for value in asked:
        before_z = walk.course.activation.ceiling_z
        said = walk.do(Action.CEILING, role=Role.CLINICIAN, value=value)
        assert walk.course.activation.ceiling_z <= before_z
        assert walk.course.activation.ceiling_z >= 2.5
        assert (before_z if codes(said) else value) == walk.course.activation.ceiling_z


def test_a_ceiling_that_was_lowered_holds_for_every_activation() -> None:
    """Also for the next one, whatever the script says."""
    walk = activated()
    walk.do(Action.CEILING, role=Role.CLINICIAN, value=5.0)
    walk.stay(RISEN, 3)
    assert K.SETTLE is walk.kind()
    walk.until(K.ACTIVATE, AT_REST)
    walk.stay(RISEN, 3)
    assert K.SETTLE is walk.kind()
    assert ["ceiling_reached"] * 2 == codes(walk.said)


@pytest.mark.parametrize(
    "action", [Action.MARK, Action.NOTE, Action.URGE_CAME, Action.PACER_SHOWN]
)
def test_what_is_only_noted_steers_nothing(action: Action) -> None:
    """It is recorded elsewhere."""
    walk = settling()
    before = state_of(walk)
    assert [] == walk.do(action, text="x", value=6.0)
    assert before == state_of(walk)


@pytest.mark.parametrize(
    ("text", "is_obeyed"), [("on", True), ("off", True), ("", False)]
)
def test_a_pacer_is_asked_for_in_words_that_are_known(
    text: str, *, is_obeyed: bool
) -> None:
    """A wish is kept by being recorded; the course of the session stays as it is."""
    walk = probing()
    command = Command(t_s=walk.t_s, action=Action.PACER, role=Role.CLINICIAN, text=text)
    before = walk.course.now.view
    expected = [] if is_obeyed else [refusal(command)]
    assert expected == obey(walk.course, command)
    assert before == walk.course.now.view


def test_nobody_holds_a_session_open_for_ever() -> None:
    """What stands still ends with the session, once that is late beyond its grace."""
    walk = resting()
    walk.do(Action.HOLD)
    walk.stay(AT_REST, 1500 + 300 + 5 * 60)
    assert walk.course.is_over


def test_a_pause_is_resumed_by_hand_and_by_nothing_else() -> None:
    """Learning the rest anew is no way past it; afterwards it is possible again."""
    walk = settling()
    assert walk.course.can_learn_anew
    walk.pause(RISEN)
    assert Stage.PAUSED is walk.stage()
    assert not walk.course.can_learn_anew
    walk.do(Action.RESUME)
    assert walk.course.can_learn_anew
