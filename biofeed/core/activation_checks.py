"""Holds the activations of a protocol to what a body is asked for at most.

Rules
-----
- Each has three ways to end that need no help: its time, its ceiling, the person's key.
- What a protocol may ask for is less than, or as much as, ``biofeed.core.safety`` says.
- Between two of them there is rest, if only as much as their phases allow: in the
  session the next one waits until the rest was had.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf

from biofeed.core.phase import ActivationKind, ExitRule, PhaseKind
from biofeed.core.protocol import ProtocolPhase
from biofeed.core.protocol_problem import Problem, one_of
from biofeed.core.safety import ACTIVATIONS, DAILY_DOSE_S
from devices.phrase import phrase

EXPECTED_RISE_Z = 2.5
"""Where a rise counts in an activation, z: a ceiling below it would end what has not
begun."""

HIGHEST_CEILING_Z = 15.0
"""A ceiling above it would stop nothing, z: of people who stood or were tilted from
lying, the middle one peaks at 9 to 15, and who stands up from a chair at less."""


def activation_problems(phases: Sequence[ProtocolPhase]) -> Iterator[Problem]:
    """Yield what is wrong with the activations of a protocol."""
    for step, phase in enumerate(phases):
        if phase.kind is PhaseKind.ACTIVATE:
            yield from _of_one(step, phase)
        else:
            yield from _of_another_kind(step, phase)
    yield from _of_count(phases)
    yield from _of_rest_between(phases)
    yield from _of_dose(phases)


def _of_one(step: int, phase: ProtocolPhase) -> Iterator[Problem]:
    if phase.activation is None:
        why = phrase("is missing; give {allowed}", allowed=one_of(ActivationKind))
        yield Problem(step=step, key="activation", why=why)
    else:
        longest_s = ACTIVATIONS[phase.activation].longest_s
        if phase.longest_s is not None and phase.longest_s > longest_s:
            why = phrase(
                "is {found:g}, and an activation by {kind} lasts at most {most:g} s",
                found=phase.longest_s,
                kind=phase.activation.value,
                most=longest_s,
            )
            yield Problem(step=step, key="longest_s", why=why)
    if not {ExitRule.TIME, ExitRule.KEY} <= set(phase.ends):
        why = phrase("has to hold 'time' and 'key': an activation can always be let go")
        yield Problem(step=step, key="ends", why=why)
    if not EXPECTED_RISE_Z < (phase.ceiling_z or 0.0) <= HIGHEST_CEILING_Z:
        found = phrase("is missing")
        if phase.ceiling_z is not None:
            found = phrase("is {found:g}", found=phase.ceiling_z)
        why = phrase(
            "{found}; give the height in z at which it is let go, above {above:g} and"
            " at most {most:g}",
            found=found,
            above=EXPECTED_RISE_Z,
            most=HIGHEST_CEILING_Z,
        )
        yield Problem(step=step, key="ceiling_z", why=why)


def _of_another_kind(step: int, phase: ProtocolPhase) -> Iterator[Problem]:
    """Yield what belongs to an activation and stands in another phase."""
    given = {
        "activation": phase.activation is not None,
        "ceiling_z": phase.ceiling_z is not None,
        "choices": bool(phase.choices),
    }
    for key, is_given in given.items():
        if is_given:
            why = phrase("belongs to a phase of the kind 'activate'; leave it out here")
            yield Problem(step=step, key=key, why=why)


def _of_count(phases: Sequence[ProtocolPhase]) -> Iterator[Problem]:
    counted: Counter[ActivationKind] = Counter()
    for step, phase in enumerate(phases):
        if phase.activation is None:
            continue
        counted[phase.activation] += 1
        most = ACTIVATIONS[phase.activation].most
        if counted[phase.activation] == most + 1:
            why = phrase(
                "is '{kind}' for more than {most} activations, the most in a session",
                kind=phase.activation.value,
                most=most,
            )
            yield Problem(step=step, key="activation", why=why)


def _of_rest_between(phases: Sequence[ProtocolPhase]) -> Iterator[Problem]:
    steps = [n for n, phase in enumerate(phases) if phase.kind is PhaseKind.ACTIVATE]
    for ended, begun in pairwise(steps):
        kind = phases[begun].activation
        between = phases[ended + 1 : begun]
        planned_s = sum(inf if p.longest_s is None else p.longest_s for p in between)
        rest_s = 0.0 if kind is None else ACTIVATIONS[kind].rest_s
        if planned_s < rest_s:
            why = phrase(
                "begins at most {planned_s:g} s after the activation before it; the"
                " longest_s of the phases between come to {rest_s:g} s or more",
                planned_s=planned_s,
                rest_s=rest_s,
            )
            yield Problem(step=begun, key="kind", why=why)


def _of_dose(phases: Sequence[ProtocolPhase]) -> Iterator[Problem]:
    """Yield where all activations together exceed the dose of a day."""
    asked_s = sum(
        phase.longest_s or 0.0 for phase in phases if phase.kind is PhaseKind.ACTIVATE
    )
    if asked_s > DAILY_DOSE_S:
        why = phrase(
            "of all activations comes to {asked_s:g} s, and a day holds at most"
            " {dose_s:g} s",
            asked_s=asked_s,
            dose_s=DAILY_DOSE_S,
        )
        yield Problem(step=None, key="longest_s", why=why)
