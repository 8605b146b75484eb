"""What a stretch of a session is for, and how much the person is shown in it."""

from enum import StrEnum


class PhaseKind(StrEnum):
    """What a stretch of a session is for."""

    ARRIVE = "arrive"
    CALIBRATE = "calibrate"
    ACTIVATE = "activate"
    SETTLE = "settle"
    REST = "rest"
    PROBE = "probe"
    CLOSE = "close"


class Feedback(StrEnum):
    """How much the person is shown: everything, one calm shape, or nothing."""

    FULL = "full"
    SPARSE = "sparse"
    BLIND = "blind"


LEVELS = (Feedback.FULL, Feedback.SPARSE, Feedback.BLIND)
"""From the most help to none."""


def less_help(one: Feedback, other: Feedback) -> Feedback:
    """Return the level of two that helps less.

    >>> less_help(Feedback.FULL, Feedback.SPARSE).value
    'sparse'
    """
    return max(one, other, key=LEVELS.index)


class ActivationKind(StrEnum):
    """How an activation comes about: what it may cost differs.

    ``body`` is standing up; ``moment`` a moment that the person chose; ``touch`` that
    moment, touched for a few breaths.
    """

    BODY = "body"
    MOMENT = "moment"
    TOUCH = "touch"


class ExitRule(StrEnum):
    """What ends a phase.

    ``key`` is the person's own; ``settled`` 20 s at rest; ``baseline`` a rest that was
    learned; ``time`` its longest time; ``stop`` only the end of the session.
    """

    KEY = "key"
    SETTLED = "settled"
    BASELINE = "baseline"
    TIME = "time"
    STOP = "stop"


class Stage(StrEnum):
    """What a phase is doing.

    ``held`` is the moment after settling, left to be felt; ``asking`` waits for a word
    of the person before the next phase; ``waiting`` was asked to stay as it is;
    ``paused`` has to be resumed by hand.
    """

    RUNNING = "running"
    HELD = "held"
    ASKING = "asking"
    WAITING = "waiting"
    PAUSED = "paused"
