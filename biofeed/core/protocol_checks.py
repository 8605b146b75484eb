"""Finds what a training protocol asks for that no session may do, or can end.

Rules
-----
- All problems are told, so that who wrote a protocol can mend them in one go.
- A protocol is a plan: while it runs, the course counts what was really done.
- A phase ends by itself, or by a key that the person has: nobody is left in one.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import isfinite

from biofeed.core.activation_checks import activation_problems
from biofeed.core.phase import ExitRule, Feedback, PhaseKind
from biofeed.core.protocol import TRANSITIONS, ProtocolPhase, TrainingProtocol
from biofeed.core.protocol_problem import Problem, one_of
from biofeed.core.safety import LONGEST_SESSION_S
from devices.phrase import Phrase, phrase

ONLY_IN = {
    ExitRule.BASELINE: PhaseKind.CALIBRATE,
    ExitRule.SETTLED: PhaseKind.SETTLE,
}
"""Ends that mean something in one kind of phase alone."""

WHY_BY_TIME = {
    PhaseKind.SETTLE: phrase("nobody settles on demand, and a strap may be lost"),
    PhaseKind.REST: phrase("who rests with closed eyes presses no key"),
    PhaseKind.PROBE: phrase("who looks around may forget the key"),
    PhaseKind.CLOSE: phrase("the recording ends with it"),
}
"""Phases that end by themselves, and the reason."""

NO_END_THAT_TELLS = phrase(
    "holds 'settled' in a blind phase, whose end would tell; give 'time'"
)
NO_TIME_GIVEN = phrase("is missing, and 'time' is among its ends; give s above 0")
ALLOWED_S = phrase("give s above 0 and at most {most:g}", most=LONGEST_SESSION_S)


def problems_of(protocol: TrainingProtocol) -> tuple[Problem, ...]:
    """Return all that is wrong with a protocol; nothing where it may be practised."""
    phases = protocol.phases
    return (
        *_of_length(protocol),
        *_of_order(phases),
        *_of_going_on(phases),
        *_of_each(phases),
        *activation_problems(phases),
        *_of_rounds(phases),
    )


def _of_length(protocol: TrainingProtocol) -> Iterator[Problem]:
    longest_s = protocol.longest_s
    if longest_s is None:
        if any(phase.kind is PhaseKind.ACTIVATE for phase in protocol.phases):
            why = phrase(
                "is missing, and there are activations; {allowed}", allowed=ALLOWED_S
            )
            yield Problem(step=None, key="longest_s", why=why)
    elif not 0.0 < longest_s <= LONGEST_SESSION_S:
        yield Problem(step=None, key="longest_s", why=_not_allowed(longest_s))


def _of_order(phases: Sequence[ProtocolPhase]) -> Iterator[Problem]:
    """Yield where a phase does not follow from the one before it."""
    begins = (PhaseKind.ARRIVE, PhaseKind.CALIBRATE)
    if tuple(phase.kind for phase in phases[:2]) != begins:
        why = phrase("of the first two phases has to be 'arrive', then 'calibrate'")
        yield Problem(step=None, key="kind", why=why)
    for step, (before, after) in enumerate(pairwise(phases), start=1):
        allowed = TRANSITIONS[before.kind]
        if after.kind not in allowed:
            follows = one_of(sorted(allowed)) if allowed else phrase("nothing")
            why = phrase(
                "is '{after}', and what follows '{before}' is {follows}",
                after=after.kind.value,
                before=before.kind.value,
                follows=follows,
            )
            yield Problem(step=step, key="kind", why=why)
    last = phases[-1] if phases else None
    if last and last.kind is not PhaseKind.CLOSE and last.ends != (ExitRule.STOP,):
        why = phrase("of the last phase has to be 'close', or its only end 'stop'")
        yield Problem(step=len(phases) - 1, key="kind", why=why)


def _of_going_on(phases: Sequence[ProtocolPhase]) -> Iterator[Problem]:
    """Yield where what follows a phase might never begin."""
    for step, phase in enumerate(phases[:-1]):
        if ExitRule.STOP in phase.ends:
            why = phrase("holds 'stop' before the last phase, so the next never begins")
            yield Problem(step=step, key="ends", why=why)


def _of_each(phases: Sequence[ProtocolPhase]) -> Iterator[Problem]:
    """Yield what is wrong with a phase by itself."""
    for step, phase in enumerate(phases):
        for key, why in (*_ends_by_its_kind(phase), *_ends_by_time(phase)):
            yield Problem(step=step, key=key, why=why)


def _ends_by_its_kind(phase: ProtocolPhase) -> Iterator[tuple[str, Phrase]]:
    if not phase.ends:
        rules = one_of(ExitRule)
        why = phrase("is empty; a phase has to end, by {rules}", rules=rules)
        yield "ends", why
    for rule, kind in ONLY_IN.items():
        if rule in phase.ends and phase.kind is not kind:
            why = phrase(
                "holds '{rule}', which ends only '{kind}'",
                rule=rule.value,
                kind=kind.value,
            )
            yield "ends", why
    lasts = {ExitRule.TIME, ExitRule.STOP}.isdisjoint(phase.ends)
    if phase.kind in WHY_BY_TIME and phase.ends and lasts:
        why = WHY_BY_TIME[phase.kind]
        yield "ends", phrase("has to hold 'time': {why}", why=why)
    if phase.kind is PhaseKind.CALIBRATE and ExitRule.KEY in phase.ends:
        yield "ends", phrase("holds 'key', and no key makes a rest known")
    if phase.kind is PhaseKind.CALIBRATE and ExitRule.BASELINE not in phase.ends:
        why = phrase("has to hold 'baseline': all that follows is seen against it")
        yield "ends", why
    if ExitRule.SETTLED in phase.ends and phase.feedback is Feedback.BLIND:
        yield "ends", NO_END_THAT_TELLS


def _ends_by_time(phase: ProtocolPhase) -> Iterator[tuple[str, Phrase]]:
    longest_s, shortest_s = phase.longest_s, phase.shortest_s
    if longest_s is None and ExitRule.TIME in phase.ends:
        yield "longest_s", NO_TIME_GIVEN
    if longest_s is not None and ExitRule.TIME not in phase.ends:
        yield "ends", phrase("has to hold 'time' where longest_s is given")
    if longest_s is not None and not 0.0 < longest_s <= LONGEST_SESSION_S:
        yield "longest_s", _not_allowed(longest_s)
    if not (isfinite(shortest_s) and shortest_s >= 0.0):
        yield "shortest_s", phrase("is {found:g}; give s from 0", found=shortest_s)
    elif longest_s is not None and shortest_s > longest_s:
        why = phrase(
            "is {found:g}, and longest_s only {longest_s:g}",
            found=shortest_s,
            longest_s=longest_s,
        )
        yield "shortest_s", why


def _not_allowed(longest_s: float) -> Phrase:
    return phrase("is {found:g}; {allowed}", found=longest_s, allowed=ALLOWED_S)


def _of_rounds(phases: Sequence[ProtocolPhase]) -> Iterator[Problem]:
    """Yield where rounds are not counted from 1, one for each activation."""
    number = 0
    for step, phase in enumerate(phases):
        number += phase.kind is PhaseKind.ACTIVATE
        goes_on = {number, None} if number else {None}
        is_counted = phase.kind in {PhaseKind.ACTIVATE, PhaseKind.SETTLE} and number
        if phase.round not in ({number} if is_counted else goes_on):
            why = phrase(
                "is {found}, and has to be {number}",
                found=phase.round,
                number=number or None,
            )
            yield Problem(step=step, key="round", why=why)
