"""What the coach says and when: by table, and what it never does."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.body_reading import BodyState
from biofeed.core.coach import (
    INSTRUCTION,
    OFFER_AT_S,
    RENEW_S,
    SETTLE_STAY_S,
    STAY_S,
    UNKNOWN,
    Coach,
    CourseView,
    key_of,
)
from biofeed.core.guidance import Prompted
from biofeed.core.phase import Feedback, PhaseKind, Stage
from biofeed.core.values import State
from tests.core.bodies import second

SETTLE = CourseView(
    kind=PhaseKind.SETTLE,
    feedback=Feedback.FULL,
    stage=Stage.RUNNING,
    began_s=0.0,
    has_instruction=False,
    ends_by_key=True,
)
SPARSE = replace(SETTLE, feedback=Feedback.SPARSE)
BLIND = replace(SETTLE, feedback=Feedback.BLIND)
HELD = replace(SETTLE, stage=Stage.HELD)
OTHER_KINDS = tuple(kind for kind in PhaseKind if kind is not PhaseKind.SETTLE)

LATE_S = 300.0
"""Into a phase, s: its instruction has been read, and no end is being offered."""


def said(
    view: CourseView, body: BodyState, into_s: float = LATE_S, still_s: int = 0
) -> str:
    return key_of(view, body, into_s=into_s, still_s=still_s)


@pytest.mark.parametrize("body", BodyState)
def test_a_settle_with_everything_shown_speaks_of_the_body(body: BodyState) -> None:
    """Each thing that a body does has words of its own."""
    assert f"settle.{body.value}" == said(SETTLE, body)


@pytest.mark.parametrize("body", BodyState)
@pytest.mark.parametrize(
    ("view", "key"),
    [
        pytest.param(SPARSE, "sparse.settle", id="one calm shape"),
        pytest.param(BLIND, "blind.settle", id="nothing"),
        pytest.param(HELD, "settle.held", id="held"),
        pytest.param(
            replace(SPARSE, stage=Stage.HELD), "sparse.held", id="held, shape"
        ),
        pytest.param(
            replace(BLIND, stage=Stage.HELD), "blind.settle", id="held, blind"
        ),
        pytest.param(
            replace(BLIND, has_instruction=True), INSTRUCTION, id="told, blind"
        ),
    ],
)
def test_a_settle_that_shows_less_says_the_same_to_all(
    view: CourseView, key: str, body: BodyState
) -> None:
    """Less on screen, or a moment to feel it: words that no body changes."""
    assert key == said(view, body)


@pytest.mark.parametrize("kind", OTHER_KINDS)
def test_other_phases_say_one_thing(kind: PhaseKind) -> None:
    """Outside of a settle the phase speaks, the protocol's own words first."""
    for feedback, body in product(Feedback, BodyState):
        view = replace(SETTLE, kind=kind, feedback=feedback)
        assert kind.value == said(view, body)
        assert INSTRUCTION == said(replace(view, has_instruction=True), body)


@pytest.mark.parametrize("stage", [Stage.ASKING, Stage.WAITING, Stage.PAUSED])
def test_stages_come_before_phases(stage: Stage) -> None:
    """A question, a wait and a pause are what they are in any phase."""
    for kind, feedback, body in product(PhaseKind, Feedback, BodyState):
        view = replace(SETTLE, stage=stage, kind=kind, feedback=feedback)
        assert stage.value == said(view, body)


@pytest.mark.parametrize("view", [SETTLE, SPARSE], ids=lambda view: view.feedback.value)
def test_a_settle_begins_with_its_own_words(view: CourseView) -> None:
    """The protocol's words stay as long as any sentence, and then the coach goes on."""
    told = replace(view, has_instruction=True)
    body = BodyState.RISING
    assert INSTRUCTION == said(told, body, into_s=SETTLE_STAY_S - 1.0)
    assert said(view, body) == said(told, body, into_s=SETTLE_STAY_S)


@pytest.mark.parametrize("body", [BodyState.STUCK, BodyState.PARTLY_BACK])
@pytest.mark.parametrize(
    ("view", "key"),
    [
        pytest.param(SETTLE, "settle.offer_end", id="by its key"),
        pytest.param(
            replace(SETTLE, ends_by_key=False), "settle.offer_stop", id="by no key"
        ),
    ],
)
def test_a_body_that_stays_up_is_offered_an_end(
    body: BodyState, view: CourseView, key: str
) -> None:
    """A while after it was said that it stays; with the key that ends the phase."""
    assert f"settle.{body.value}" == said(view, body, still_s=OFFER_AT_S - 1)
    assert key == said(view, body, still_s=OFFER_AT_S)


def test_with_a_shape_the_end_is_offered_by_time() -> None:
    """Once, for a while, where a key ends the phase; to whatever body."""
    at = [0.0, OFFER_AT_S - 1.0, OFFER_AT_S, OFFER_AT_S + RENEW_S]
    expected = ["sparse.settle", "sparse.settle", "sparse.offer_end", "sparse.settle"]
    assert expected == [said(SPARSE, BodyState.EASING, into_s=into_s) for into_s in at]
    by_time = replace(SPARSE, ends_by_key=False)
    assert "sparse.settle" == said(by_time, BodyState.EASING, into_s=float(OFFER_AT_S))


def hear(
    view: CourseView, bodies: Sequence[tuple[State, float | None]]
) -> list[Prompted]:
    """All that is said in one phase, a body a second from 1 s on."""
    coach = Coach()
    spoken = [
        coach.step(second(float(t_s), smoothed_z=z, state=state), view)
        for t_s, (state, z) in enumerate(bodies, start=1)
    ]
    return [prompted for prompted in spoken if prompted is not None]


REST = (State.SETTLED, 0.0)
UP = (State.ACTIVATED, 5.0)
UNREADABLE = (State.UNKNOWN, None)


def test_a_phase_is_spoken_to_at_once() -> None:
    """What a new phase asks for does not wait for the last sentence."""
    coach = Coach()
    coach.step(second(1.0), SETTLE)
    prompted = coach.step(
        second(2.0), replace(SETTLE, kind=PhaseKind.REST, began_s=1.5)
    )
    assert Prompted(t_s=2.0, key="rest") == prompted


def test_the_next_phase_of_a_kind_is_spoken_to_in_other_words() -> None:
    """Each blind round says its one sentence, and not the same one."""
    coach = Coach()
    coach.step(second(1.0), BLIND)
    prompted = coach.step(second(2.0), replace(BLIND, began_s=1.5))
    assert Prompted(t_s=2.0, key="blind.settle", variant=1) == prompted


def test_words_stay_while_the_body_moves_on() -> None:
    """A body that goes up is told of it after the last sentence had its time."""
    prompted = hear(SETTLE, [REST] * 3 + [UP] * 20)
    assert ["settle.at_rest", "settle.rising"] == [p.key for p in prompted]
    assert [1.0, 1.0 + SETTLE_STAY_S] == [p.t_s for p in prompted]


def test_what_cannot_be_read_is_said_at_once() -> None:
    """No sentence speaks on of a body that is not seen any more."""
    prompted = hear(SETTLE, [REST] * 3 + [UNREADABLE])
    assert ["settle.at_rest", UNKNOWN] == [p.key for p in prompted]


def test_what_lasts_is_said_in_other_words() -> None:
    """With one calm shape the words take turns."""
    prompted = hear(SPARSE, [REST] * (int(RENEW_S) * 2 + 1))
    assert [0, 1, 2] == [p.variant for p in prompted]


def test_a_rest_is_left_alone() -> None:
    """A body at its rest hears its sentence once, however long it stays."""
    assert ["settle.at_rest"] == [p.key for p in hear(SETTLE, [REST] * 600)]


def test_a_rise_out_of_the_held_moment_is_told() -> None:
    """When the stage goes back to running, the coach is back with the body."""
    coach = Coach()
    coach.step(second(20.0), HELD)
    up = second(21.0, smoothed_z=5.0, state=State.ACTIVATED)
    assert Prompted(t_s=21.0, key="settle.rising") == coach.step(up, SETTLE)


@dataclass(frozen=True)
class Body:
    """One thing that a body can be seen to do, for some seconds."""

    state: State
    smoothed_z: float | None
    for_s: int


any_body = st.builds(
    Body,
    state=st.sampled_from(State),
    smoothed_z=st.none() | st.floats(min_value=-6.0, max_value=12.0),
    for_s=st.integers(min_value=1, max_value=120),
)
any_bodies = st.lists(any_body, min_size=1, max_size=8).map(
    lambda bodies: [
        (body.state, body.smoothed_z) for body in bodies for _ in range(body.for_s)
    ]
)
any_view = st.builds(
    CourseView,
    kind=st.sampled_from(PhaseKind),
    feedback=st.sampled_from(Feedback),
    stage=st.sampled_from(Stage),
    began_s=st.just(0.0),
    has_instruction=st.booleans(),
    ends_by_key=st.booleans(),
)


@given(any_view, any_bodies)
def test_no_sentence_is_cut_short(
    view: CourseView, bodies: list[tuple[State, float | None]]
) -> None:
    """Within a phase only a body that cannot be read ends one before its time."""
    stay_s = SETTLE_STAY_S if view.kind is PhaseKind.SETTLE else STAY_S
    for before, after in pairwise(hear(view, bodies)):
        assert after.key == UNKNOWN or after.t_s - before.t_s >= stay_s


@given(
    any_view.filter(lambda view: view.feedback is not Feedback.FULL),
    any_bodies,
    any_bodies,
)
def test_with_less_shown_the_coach_gives_no_body_away(
    view: CourseView,
    one: list[tuple[State, float | None]],
    other: list[tuple[State, float | None]],
) -> None:
    """Two bodies, and the same words at the same times."""
    seconds = min(len(one), len(other))
    assert hear(view, one[:seconds]) == hear(view, other[:seconds])


@given(any_bodies)
def test_a_blind_phase_is_one_sentence(
    bodies: list[tuple[State, float | None]],
) -> None:
    """Nothing changes on a quiet screen, whatever the body does."""
    assert [Prompted(t_s=1.0, key="blind.settle")] == hear(BLIND, bodies)


@given(any_view, any_bodies)
def test_words_take_turns(
    view: CourseView, bodies: list[tuple[State, float | None]]
) -> None:
    """A key is numbered by how often it was said."""
    times: dict[str, int] = {}
    for prompted in hear(view, bodies):
        assert times.get(prompted.key, 0) == prompted.variant
        times[prompted.key] = prompted.variant + 1
