"""``biofeed protocols``: what a session may be made of, and one of them in full."""

import json
from collections.abc import Iterator
from math import ceil
from textwrap import indent

import click

from biofeed.commands.durations import minutes
from biofeed.core.phase import ExitRule, Feedback, PhaseKind
from biofeed.core.protocol import ProtocolPhase, TrainingProtocol
from biofeed.session.json_values import Json, object_of
from biofeed.session.protocols import bundled_protocols, load_protocol, longest_of

_ENDS = {
    ExitRule.KEY: "your key",
    ExitRule.SETTLED: "settled for 20 s",
    ExitRule.BASELINE: "your rest is learned",
    ExitRule.STOP: "you end the session",
}

_SHOWN = {
    Feedback.FULL: "everything shown",
    Feedback.SPARSE: "one calm shape shown",
    Feedback.BLIND: "nothing shown",
}

_NOTHING_TO_SHOW = {PhaseKind.ARRIVE, PhaseKind.CALIBRATE, PhaseKind.CLOSE}
"""Kinds of phase without a practice in them."""


@click.command(epilog="Example: biofeed protocols settling")
@click.argument("name", metavar="[NAME|FILE]", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def command(*, name: str | None, as_json: bool) -> None:
    """List the training protocols, or explain one phase by phase.

    FILE is one of your own, in TOML: it is checked as it would be for a session. The
    manual's page on protocols says how it is written.
    """
    if name is not None:
        protocol = load_protocol(name)
        lines = [json.dumps(_in_full(protocol))] if as_json else _explained(protocol)
    elif as_json:
        lines = [json.dumps([_in_short(known) for known in bundled_protocols()])]
    else:
        lines = [line for known in bundled_protocols() for line in _listed(known)]
    for line in lines:
        click.echo(line)


def _listed(protocol: TrainingProtocol) -> Iterator[str]:
    yield f"{protocol.name:18}{protocol.title:18}{_size(protocol)}"
    yield f"    {protocol.summary}"


def _explained(protocol: TrainingProtocol) -> Iterator[str]:
    """Tell a protocol a line at a time, its phases in order."""
    yield f"{protocol.title} ({protocol.name}): {_size(protocol)}"
    yield protocol.summary
    if protocol.longest_s is not None:
        yield f"After {minutes(protocol.longest_s)} no activation begins."
    if protocol.asks_ratings:
        yield "You may say how activated you feel, from 0 to 10."
    if protocol.fades:
        yield "The more often you settle, the less is shown in the next sessions."
    for number, phase in enumerate(protocol.phases, start=1):
        yield f"{number:3}  {phase.kind.value:10}{_course_of(phase)}"
        for text in (phase.instruction, phase.detail):
            if text:
                yield indent(text, 5 * " ")
        if phase.choices:
            yield indent(f"To choose from: {', '.join(phase.choices)}.", 5 * " ")


def _size(protocol: TrainingProtocol) -> str:
    """Say how long it is, and how much its rounds show."""
    longest_s = longest_of(protocol)
    length = f"up to {ceil(longest_s / 60)} min"
    if not protocol.rounds:
        return f"{length}, no rounds"
    count = "1 round" if protocol.rounds == 1 else f"{protocol.rounds} rounds"
    return f"{length}, {count}: {', '.join(_feedback(protocol))}"


def _course_of(phase: ProtocolPhase) -> str:
    """Say what ends a phase, and what is shown in it."""
    ends = [_ENDS[rule] for rule in phase.ends if rule in _ENDS]
    if phase.ceiling_z is not None:
        ends.append(f"activation above {phase.ceiling_z:g} z")
    if phase.longest_s is not None:
        ends.append(minutes(phase.longest_s))
    parts = [f"until {' or '.join(ends)}"]
    if phase.shortest_s:
        parts.append(f"not settled before {minutes(phase.shortest_s)}")
    if phase.activation is not None:
        parts.append(f"by {phase.activation.value}")
    if phase.kind not in _NOTHING_TO_SHOW:
        parts.append(_SHOWN[phase.feedback])
    if phase.round is not None:
        parts.append(f"round {phase.round}")
    return "; ".join(parts)


def _feedback(protocol: TrainingProtocol) -> list[str]:
    """Return what each round's settling shows."""
    return [
        phase.feedback.value
        for phase in protocol.phases
        if phase.kind is PhaseKind.SETTLE and phase.round is not None
    ]


def _in_short(protocol: TrainingProtocol) -> Json:
    return {
        "name": protocol.name,
        "title": protocol.title,
        "summary": protocol.summary,
        "longest_s": protocol.longest_s,
        "planned_s": longest_of(protocol),
        "rounds": protocol.rounds,
        "feedback": _feedback(protocol),
    }


def _in_full(protocol: TrainingProtocol) -> Json:
    return _in_short(protocol) | object_of(protocol)
