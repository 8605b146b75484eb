"""Who may do what: every role with every action."""

import pytest

from biofeed.core.engine import Engine
from biofeed.core.events import Action, Command, Role
from biofeed.core.permissions import ALLOWED, NOT_ALLOWED, is_allowed, refusal
from biofeed.core.settings import EngineSettings
from biofeed.core.values import Notice, SessionEnded

C, T, P = Role.CLIENT, Role.CLINICIAN, Role.PROGRAM

MAY: dict[Action, set[Role]] = {
    Action.START: {C, T},
    Action.MARK: {C, T},
    Action.NOTE: {C, T},
    Action.STOP: {C, T, P},
    Action.PACER_SHOWN: {C, T},
    Action.PACER_HIDDEN: {C, T},
    Action.RECALIBRATE: {C, T},
    Action.URGE_CAME: {C, T},
    Action.URGE_PASSED: {C, T},
    Action.DONE: {C, T},
    Action.RATE: {C},
    Action.GUESS: {C},
    Action.SKIP: {C, T},
    Action.HOLD: {C, T},
    Action.RESUME: {C, T},
    Action.ADVANCE: {T},
    Action.EXTEND: {T},
    Action.FEEDBACK: {T},
    Action.CEILING: {T},
    Action.PACER: {T},
}
"""Written out, so that a new action has to be decided on."""


def test_every_action_and_every_role_is_decided_on() -> None:
    """No action and no role is without a line."""
    assert set(Action) == set(MAY)
    assert set(Role) == set(ALLOWED)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", Action)
def test_who_may_do_what(action: Action, role: Role) -> None:
    """A client answers for themselves, a clinician steers, the program only ends."""
    command = Command(t_s=1.0, action=action, role=role)
    assert (role in MAY[action]) is is_allowed(command)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", Action)
def test_the_engine_refuses_what_may_not_be_done(action: Action, role: Role) -> None:
    """It says so, once, and nothing else comes of it."""
    engine = Engine(EngineSettings())
    engine.receive(Command(t_s=0.5, action=Action.NOTE))
    command = Command(t_s=0.6, action=action, role=role, text="full", value=3.0)
    outputs = engine.receive(command)
    if role in MAY[action]:
        assert action is not Action.STOP or isinstance(outputs[-1], SessionEnded)
    else:
        assert (refusal(command),) == outputs


def test_a_refusal_names_the_action() -> None:
    """With a stable code, so that a screen can say it in words."""
    command = Command(t_s=3.0, action=Action.ADVANCE)
    assert Notice(t_s=3.0, code=NOT_ALLOWED, detail="advance") == refusal(command)
