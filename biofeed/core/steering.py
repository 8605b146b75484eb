"""Turns what people do into what becomes of the course of a session.

Rules
-----
- What may not be done, or not now, is said and changes nothing.
- A person's key that ends nothing now is no mistake, and passes without a word.
"""

from collections.abc import Callable, Mapping
from math import isfinite

from biofeed.core.course import LEARNING, Course
from biofeed.core.events import Action, Command
from biofeed.core.permissions import refusal
from biofeed.core.phase import ExitRule, Feedback, PhaseKind, Stage
from biofeed.core.values import Output

LEAST_CEILING_Z = 2.5
"""A lower ceiling would end an activation before it can be told from rest, z."""

LONGEST_EXTENSION_S = 300.0
"""By which a phase is lengthened at once, s."""

PACER_ON, PACER_OFF = "on", "off"
PACER_WISHES = frozenset({PACER_ON, PACER_OFF})
"""What is asked of the pacer, as a command's text."""

NOT_HELD_UP = frozenset(
    {PhaseKind.ARRIVE, PhaseKind.CALIBRATE, PhaseKind.ACTIVATE, PhaseKind.CLOSE}
)
"""Phases that cannot be asked to stay: a longer activation is a larger dose."""


def obey(course: Course, command: Command) -> list[Output]:
    """Do what a person asked of the course of the session.

    Parameters
    ----------
    course
        Which is changed.
    command
        By somebody who may do this; see ``permissions``.

    Returns
    -------
    What follows from it; a refusal where it cannot be done now.
    """
    do = _ACTS.get(command.action)
    return [] if do is None else do(course, command)


def _start(course: Course, command: Command) -> list[Output]:
    arrives = course.now.phase.kind is PhaseKind.ARRIVE
    return course.start(command.t_s) if arrives else []


def _answer(course: Course, command: Command) -> list[Output]:
    answered = course.questions.obey(command)
    return [refusal(command)] if answered is None else [*answered]


def _done(course: Course, command: Command) -> list[Output]:
    now = course.now
    ends = ExitRule.KEY in now.phase.ends and now.phase.kind not in LEARNING
    if not ends or now.clock.is_held_up or now.stage is Stage.ASKING:
        return []
    return course.end_phase(command.t_s)


def _hold(course: Course, command: Command) -> list[Output]:
    now = course.now
    if now.phase.kind in NOT_HELD_UP or now.stage is Stage.ASKING:
        return [refusal(command)]
    if now.clock.is_held_up:
        return []
    return course.hold_up(Stage.WAITING, command.t_s)


def _resume(course: Course, command: Command) -> list[Output]:
    held_up = course.now.clock.is_held_up
    return course.now.go_on(command.t_s) if held_up else []


def _advance(course: Course, command: Command) -> list[Output]:
    now = course.now
    if now.phase.kind in LEARNING:
        return [refusal(command)]
    went_on = now.go_on(command.t_s) if now.clock.is_held_up else []
    moved = course.end_phase(command.t_s)
    stays = not moved and not course.is_over
    return [*went_on, *([refusal(command)] if stays else moved)]


def _extend(course: Course, command: Command) -> list[Output]:
    by_s = command.value
    fits = by_s is not None and 0.0 < by_s <= LONGEST_EXTENSION_S
    lasts = course.now.clock.ends_s is not None
    if by_s is None or not fits or not lasts or course.now.phase.kind in NOT_HELD_UP:
        return [refusal(command)]
    return course.now.extend(by_s, command.t_s)


def _feedback(course: Course, command: Command) -> list[Output]:
    levels = {level.value: level for level in Feedback}
    level = levels.get(command.text)
    if level is None or course.now.stage is Stage.ASKING:
        return [refusal(command)]
    return course.show(level, command.t_s)


def _ceiling(course: Course, command: Command) -> list[Output]:
    asked_z = command.value
    if asked_z is None or not isfinite(asked_z):
        return [refusal(command)]
    if not LEAST_CEILING_Z <= asked_z <= course.activation.ceiling_z:
        return [refusal(command)]
    course.activation.ceiling_z = asked_z
    return []


def _pacer(course: Course, command: Command) -> list[Output]:
    """Let a pacer be asked for; showing it is the affair of the person's window."""
    del course
    return [] if command.text in PACER_WISHES else [refusal(command)]


_ACTS: Mapping[Action, Callable[[Course, Command], list[Output]]] = {
    Action.START: _start,
    Action.RATE: _answer,
    Action.GUESS: _answer,
    Action.SKIP: _answer,
    Action.DONE: _done,
    Action.HOLD: _hold,
    Action.RESUME: _resume,
    Action.ADVANCE: _advance,
    Action.EXTEND: _extend,
    Action.FEEDBACK: _feedback,
    Action.CEILING: _ceiling,
    Action.PACER: _pacer,
}
