"""Who may do what in a session.

STOP stands for everyone, always, and is asked about by nobody.
"""

from collections.abc import Mapping

from biofeed.core.events import Action, Command, Role
from biofeed.core.values import Notice

NOT_ALLOWED = "not_allowed"
"""Code of what is said where something may not be done; its detail is the action."""

OF_THE_CLIENT = frozenset(
    {
        Action.START,
        Action.MARK,
        Action.NOTE,
        Action.STOP,
        Action.PACER_SHOWN,
        Action.PACER_HIDDEN,
        Action.RECALIBRATE,
        Action.URGE_CAME,
        Action.URGE_PASSED,
        Action.DONE,
        Action.RATE,
        Action.GUESS,
        Action.SKIP,
        Action.HOLD,
        Action.RESUME,
    }
)

STEERING = frozenset(
    {
        Action.ADVANCE,
        Action.EXTEND,
        Action.FEEDBACK,
        Action.CEILING,
        Action.PACER,
    }
)
"""What only a clinician does."""

ALLOWED: Mapping[Role, frozenset[Action]] = {
    Role.CLIENT: OF_THE_CLIENT,
    # Nobody feels, or guesses, for somebody else.
    Role.CLINICIAN: (OF_THE_CLIENT | STEERING) - {Action.RATE, Action.GUESS},
    Role.PROGRAM: frozenset({Action.STOP}),
}


def is_allowed(command: Command) -> bool:
    """Whether somebody in this role may do this.

    >>> is_allowed(Command(t_s=0.0, action=Action.ADVANCE))
    False
    """
    return command.action in ALLOWED[command.role]


def refusal(command: Command) -> Notice:
    """What is said of an action that may not be done, or not now."""
    return Notice(t_s=command.t_s, code=NOT_ALLOWED, detail=command.action.value)
