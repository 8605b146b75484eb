"""The course of any session: what holds for any protocol, body and people."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from biofeed.core.course import GRACE_S, HELD_S
from biofeed.core.events import Action, Command
from biofeed.core.guidance import Asked
from biofeed.core.phase import PhaseKind
from biofeed.core.protocol import TrainingProtocol
from biofeed.core.standing import Standing
from biofeed.core.steering import LONGEST_EXTENSION_S
from tests.core.walking import ABSENT, AT_REST, LEARNING, LOST, NEAR_REST, RISEN, Walk
from tests.property.training_claims import every_claim, lived
from tests.property.trainings import COMMANDS, DOSES_S, PROTOCOLS

many = settings(max_examples=150, deadline=None)

FRANTIC = replace(RISEN, smoothed_z=16.0, heart_rate_bpm=130.0)
DROPPED = replace(AT_REST, smoothed_z=-5.0, has_settled=False, heart_rate_bpm=48.0)

BODIES = st.sampled_from(
    [ABSENT, LEARNING, AT_REST, AT_REST, NEAR_REST, RISEN, FRANTIC, DROPPED, LOST]
)
PAUSE = "pause"
ANSWER = "answer"
"""The heart rate is beyond its limit; what is asked is answered."""

FOLLOWS = {
    PhaseKind.ARRIVE: LEARNING,
    PhaseKind.ACTIVATE: RISEN,
}
"""Of somebody who does what is asked of them; at rest in every other phase."""

ACTS = st.lists(
    st.one_of(
        st.integers(1, 300),
        st.integers(1, 300),
        st.tuples(BODIES, st.integers(1, 200)),
        st.tuples(BODIES, st.integers(1, 20)),
        COMMANDS,
        st.sampled_from([PAUSE, ANSWER, ANSWER]),
    ),
    min_size=8,
    max_size=40,
)
Act = tuple[Standing, int] | int | Command | str
"""A body for so long, doing what is asked for so long, or something that is done."""


def act(walk: Walk, what: Act) -> None:
    """Have a body be somewhere for a while, or somebody do something."""
    if walk.course.is_over:
        return
    match what:
        case Command():
            # Time never runs backwards: what was told last was told before.
            told_s = walk.said[-1].t_s - walk.t_s
            walk.do(
                what.action,
                role=what.role,
                text=what.text,
                value=what.value,
                after_s=max(what.t_s, told_s),
            )
        case "pause":
            walk.pause(FRANTIC)
        case str():
            asked = walk.course.questions.open
            guesses = asked is not None and asked.asked is Asked.GUESS
            does = Action.GUESS if guesses else Action.RATE
            walk.do(does, text="settled", value=2.0, after_s=0.95)
        case int():
            for _ in range(what):
                walk.stay(FOLLOWS.get(walk.kind(), AT_REST), 1)
        case (body, seconds):
            walk.stay(body, seconds)


def walked(
    protocol: TrainingProtocol, taken_s: float, acts: Sequence[Act], *, has_rest: bool
) -> Walk:
    walk = Walk(protocol, taken_s=taken_s, has_rest=has_rest)
    for what in acts:
        act(walk, what)
    return walk


@many
@given(protocol=PROTOCOLS, taken_s=DOSES_S, acts=ACTS, has_rest=st.booleans())
def test_every_session_keeps_to_what_it_claims(
    protocol: TrainingProtocol, taken_s: float, acts: list[Act], *, has_rest: bool
) -> None:
    """Order of phases, doses, lengths, questions, rounds, and blindness."""
    walk = walked(protocol, taken_s, acts, has_rest=has_rest)
    every_claim(walk.said, protocol, taken_s=taken_s)
    told_s = [output.t_s for output in walk.said]
    assert sorted(told_s) == told_s


def bound_s(protocol: TrainingProtocol, acts: Sequence[Act]) -> float:
    """How long a session lasts at most after everybody let it be, s."""
    longest_s = [phase.longest_s or 0.0 for phase in protocol.phases]
    extended = [a for a in acts if isinstance(a, Command)]
    extensions = sum(each.action is Action.EXTEND for each in extended)
    asked_s = 60.0
    return (
        (protocol.longest_s or 0.0)
        + 2 * max(longest_s)
        + extensions * LONGEST_EXTENSION_S
        + GRACE_S
        + HELD_S
        + asked_s
        + max(longest_s[-1], 60.0)
    )


@many
@given(
    PROTOCOLS,
    DOSES_S,
    ACTS,
    st.sampled_from([LEARNING, AT_REST, NEAR_REST, RISEN, LOST]),
)
def test_every_session_ends_by_itself(
    protocol: TrainingProtocol, taken_s: float, acts: list[Act], body: Standing
) -> None:
    """Whatever was done in it, once nobody does anything; only what stands still waits.

    Arriving waits as well: for the strap to be put on.
    """
    walk = walked(protocol, taken_s, acts, has_rest=False)
    if walk.course.now.clock.is_held_up:
        walk.do(Action.RESUME)
    walk.stay(LEARNING, 1)
    walk.stay(body, int(bound_s(protocol, acts)))
    assert walk.course.is_over
    assert PhaseKind.CLOSE is lived(walk.said)[-1].kind
    every_claim(walk.said, protocol, taken_s=taken_s)


@many
@given(PROTOCOLS, st.sampled_from([AT_REST, NEAR_REST, RISEN, LOST, FRANTIC]))
def test_an_activation_is_settled_before_a_session_ends(
    protocol: TrainingProtocol, body: Standing
) -> None:
    """Each has its settle and its round, whatever the body does in between."""
    walk = Walk(protocol)
    walk.stay(LEARNING, 5)
    walk.stay(AT_REST, 200)
    walk.stay(body, 400)
    walk.stay(AT_REST, int(bound_s(protocol, [])))
    assert walk.course.is_over
    every_claim(walk.said, protocol, taken_s=0.0)


@many
@given(PROTOCOLS, DOSES_S, ACTS)
def test_the_same_acts_are_the_same_session(
    protocol: TrainingProtocol, taken_s: float, acts: list[Act]
) -> None:
    """Nothing but what is told to it decides."""
    one = walked(protocol, taken_s, acts, has_rest=False)
    other = walked(protocol, taken_s, acts, has_rest=False)
    assert one.said == other.said
