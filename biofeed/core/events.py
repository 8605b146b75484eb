"""What goes into the engine: nothing else is an input.

Rules
-----
- Every event carries its own time; a tick carries nothing but time, and an extra one
  changes no output.
- A command is what a person did. It is recorded, replayed and reported like a beat.
"""

from dataclasses import dataclass
from enum import StrEnum

from devices.source import BatteryLevel, LinkChanged, Notification, RecordedInterval


class Action(StrEnum):
    """What a person can do in a session."""

    START = "start"
    MARK = "mark"
    NOTE = "note"
    STOP = "stop"
    PACER_SHOWN = "pacer_shown"
    PACER_HIDDEN = "pacer_hidden"
    RECALIBRATE = "recalibrate"
    URGE_CAME = "urge_came"
    URGE_PASSED = "urge_passed"
    DONE = "done"
    RATE = "rate"
    GUESS = "guess"
    SKIP = "skip"
    HOLD = "hold"
    RESUME = "resume"
    ADVANCE = "advance"
    EXTEND = "extend"
    FEEDBACK = "feedback"
    CEILING = "ceiling"
    PACER = "pacer"


class Role(StrEnum):
    """Who did it."""

    CLIENT = "client"
    CLINICIAN = "clinician"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Somebody did something.

    Attributes
    ----------
    t_s
        When, on the session's clock, s.
    action, role
        What, and who.
    text
        The label of a mark or the words of a note, as typed; what is guessed
        (``settled`` or ``not_settled``); the feedback level asked for; whether a pacer
        is asked for (``on`` or ``off``).
    value
        The number that belongs to the action, in the action's unit (the pacer's
        breaths a minute, a rating, how sure a guess is, s to extend by, the ceiling
        in z), or None.
    """

    t_s: float
    action: Action
    role: Role = Role.CLIENT
    text: str = ""
    value: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """Time passed, and nothing else happened."""

    t_s: float


Event = Notification | RecordedInterval | LinkChanged | BatteryLevel | Command | Tick
