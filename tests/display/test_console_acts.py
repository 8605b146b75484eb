"""What the clinician is offered is what the session obeys."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace

import pytest

from biofeed.core.engine import Engine
from biofeed.core.events import Action, Command, Role
from biofeed.core.permissions import NOT_ALLOWED
from biofeed.core.phase import Feedback
from biofeed.core.settings import EngineSettings
from biofeed.core.values import Notice, Output, SessionExit
from biofeed.display.console_acts import EXTEND_BY_S, Act, WhyNot, available
from biofeed.display.console_ceiling import Ceiling
from biofeed.display.console_words import WHY_NOT
from biofeed.display.sample_session import SampleSession
from biofeed.session.history import History
from biofeed.session.outline import Outline
from biofeed.session.protocols import load_protocol
from biofeed.session.snapshot import Replaying, Snapshot

COMMANDS = {
    Act.ADVANCE: (Action.ADVANCE, "", None),
    Act.EXTEND: (Action.EXTEND, "", EXTEND_BY_S),
    Act.HOLD: (Action.HOLD, "", None),
    Act.FULL: (Action.FEEDBACK, "full", None),
    Act.SPARSE: (Action.FEEDBACK, "sparse", None),
    Act.BLIND: (Action.FEEDBACK, "blind", None),
    Act.CEILING: (Action.CEILING, "", 7.5),
    Act.PACER: (Action.PACER, "on", None),
    Act.MARK: (Action.MARK, "sigh", None),
    Act.NOTE: (Action.NOTE, "a note", None),
}

NO_MISTAKE = {
    WhyNot.HELD,
    WhyNot.LEAST_REST,
    WhyNot.HEART_COMES_DOWN,
    WhyNot.NO_PACER_HERE,
}
"""Not offered, since nothing would come of it, though the session has no word on it."""

EVERY_S = 13.0
"""Between two moments at which all acts are tried, s."""


def moments(training: SampleSession) -> Iterator[tuple[Engine, Snapshot]]:
    """Walk a whole training, held up for a while in one of its rests."""
    protocol = load_protocol("settling")
    engine = Engine(EngineSettings(waits_for_start=True, protocol=protocol))
    history = History(protocol=protocol)
    tried_s = -EVERY_S
    for event, _ in training._said:
        history.add(event, engine.receive(event))
        if event.t_s - tried_s >= EVERY_S:
            tried_s = event.t_s
            yield engine, history.freeze(event.t_s)
    held = Command(t_s=tried_s, action=Action.HOLD, role=Role.CLINICIAN)
    history.add(held, engine.receive(held))
    yield engine, history.freeze(tried_s)


def outcome(engine: Engine, t_s: float, act: Act) -> tuple[Output, ...]:
    action, text, value = COMMANDS[act]
    command = Command(
        t_s=t_s, action=action, role=Role.CLINICIAN, text=text, value=value
    )
    return deepcopy(engine).receive(command)


def is_refused(outputs: tuple[Output, ...]) -> bool:
    return any(isinstance(o, Notice) and o.code == NOT_ALLOWED for o in outputs)


def test_what_is_offered_is_obeyed_and_what_is_not_is_refused(
    training: SampleSession,
) -> None:
    """At every moment of a training, each act is offered exactly where it is obeyed."""
    tried = 0
    for engine, snapshot in moments(training):
        if snapshot.ended is not None:
            break
        ceiling = Ceiling()
        ceiling.look(snapshot)
        reasons = available(snapshot, ceiling_z=8.0)
        for act in COMMANDS:
            why = reasons[act]
            if why in NO_MISTAKE:
                continue
            refused = is_refused(outcome(engine, snapshot.t_s, act))
            assert (why is not None) is refused, (snapshot.t_s, act, why)
            tried += 1
    assert tried > 400


def test_a_phase_that_is_held_can_be_resumed_and_not_extended(
    training: SampleSession,
) -> None:
    """HOLD gives way to RESUME, and a time that stands still is not lengthened."""
    protocol = load_protocol("settling")
    engine = Engine(EngineSettings(waits_for_start=True, protocol=protocol))
    history = History(protocol=protocol)
    t_s = training.first(lambda s: bool(s.rounds)).t_s + 5.0
    for event, _ in training._said:
        if event.t_s <= t_s:
            history.add(event, engine.receive(event))
    hold = Command(t_s=t_s, action=Action.HOLD, role=Role.CLINICIAN)
    history.add(hold, engine.receive(hold))

    reasons = available(history.freeze(t_s), ceiling_z=8.0)

    assert reasons[Act.RESUME] is None
    assert (WhyNot.HELD, WhyNot.HELD) == (reasons[Act.HOLD], reasons[Act.EXTEND])
    assert is_refused(outcome(engine, t_s, Act.EXTEND))
    assert not is_refused(outcome(engine, t_s, Act.ADVANCE))


def test_nothing_can_be_done_before_and_after(training: SampleSession) -> None:
    """Without a snapshot, and once the session is over, every act has a reason."""
    over = replace(training.at(30.0), ended=SessionExit.STOPPED)
    before = available(None, ceiling_z=None)
    after = available(over, ceiling_z=8.0)
    assert {WhyNot.NOT_THERE} == set(before.values())
    assert {WhyNot.OVER} == set(after.values())
    assert set(Act) == set(before) == set(after)


def test_in_a_replay_only_stop_is_left(training: SampleSession) -> None:
    """What was done has been done: every other act says that this is a recording."""
    replaying = Replaying(speed=1.0, is_playing=True, outline=Outline(end_s=900.0))
    replayed = replace(training.at(500.0), replay=replaying)
    reasons = dict(available(replayed, ceiling_z=8.0))
    assert reasons.pop(Act.STOP) is None
    assert {WhyNot.REPLAYED} == set(reasons.values())


def test_start_is_offered_while_the_session_waits(training: SampleSession) -> None:
    """START stands in the place of ADVANCE until it was given.

    Nothing is learned before; nor is it said to be.
    """
    waiting = available(training.at(0.5), ceiling_z=None)
    begun = available(training.at(200.0), ceiling_z=None)
    assert (None, WhyNot.ARRIVING) == (waiting[Act.START], waiting[Act.ADVANCE])
    assert WhyNot.ARRIVING is waiting[Act.HOLD]
    assert WhyNot.LEARNING is begun[Act.ADVANCE] is begun[Act.HOLD]
    assert WhyNot.BEGUN is begun[Act.START]


def test_a_ceiling_only_falls_and_ends_where_the_session_ends_it(
    training: SampleSession,
) -> None:
    """Each press takes half a z off, down to what the session allows and no further."""
    ceiling = Ceiling()
    ceiling.look(training.at(30.0))
    heights = [ceiling.z]
    while (lower := ceiling.lower()) is not None:
        heights.append(lower)
    ceiling.look(training.at(31.0))
    assert (8.0, 7.5, 2.5) == (heights[0], heights[1], heights[-1])
    assert 2.5 == ceiling.z
    reasons = available(training.at(31.0), ceiling_z=ceiling.z)
    assert WhyNot.LOWEST is reasons[Act.CEILING]


@pytest.mark.parametrize("why", list(WhyNot))
def test_every_reason_has_words(why: WhyNot) -> None:
    """Whatever cannot be done is told why."""
    assert WHY_NOT[why]


def test_levels_are_the_session_s_own() -> None:
    """The three levels are named as the session reads them."""
    assert [level.value for level in Feedback] == [
        COMMANDS[act][1] for act in (Act.FULL, Act.SPARSE, Act.BLIND)
    ]
