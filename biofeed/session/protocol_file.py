"""Makes a training protocol of the text of a TOML file, or says what is wrong with it.

Rules
-----
- What repeats is written out: a protocol is flat, and holds what will be done.
- A round begins with an activation, and lasts until the next one or to the end of its
  part's repetition.
- In a repetition that its part makes blind, ``settled`` does not end the settling: that
  it ended would tell. Its time does.
- The first thing that is wrong is told, with the phase as it stands in the file.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from biofeed.core.phase import ActivationKind, ExitRule, Feedback, PhaseKind
from biofeed.core.protocol import ProtocolPhase, TrainingProtocol
from biofeed.core.protocol_checks import problems_of
from biofeed.session.protocol_refusals import ProtocolRefused, found
from biofeed.session.toml_faults import why_no_toml
from biofeed.session.toml_table import TomlTable
from devices.phrase import phrase

LARGEST_BYTES = 100_000
"""Of a file: the largest that comes with the program is a twentieth of it."""

LONGEST_LINE = 1000
"""In characters; a single key of 100,000 would keep ``tomllib`` busy for 40 s."""

MOST_TIMES = 12
"""How often a part may repeat: twice the touches that a session may hold."""

MOST_PHASES = 100
"""Written out: more than a session of half an hour could hold."""

LONGEST_NAME = 32
LONGEST_TITLE = 40
LONGEST_SUMMARY = 200
LONGEST_INSTRUCTION = 200
LONGEST_DETAIL = 400
MOST_CHOICES = 8
LONGEST_CHOICE = 40
"""What fits the screens that show it, in large type too, characters."""

NAME_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
"""A name is typed on a command line and kept in recordings."""

SESSION_KEYS = (
    "name",
    "title",
    "summary",
    "longest_s",
    "asks_ratings",
    "fades",
    "part",
)
PART_KEYS = ("times", "feedback", "phase")
PHASE_KEYS = (
    "kind",
    "ends",
    "shortest_s",
    "longest_s",
    "feedback",
    "activation",
    "ceiling_z",
    "instruction",
    "detail",
    "choices",
)
"""All that a file may say, in the order in which it is explained."""

FADED_KINDS = (PhaseKind.ACTIVATE, PhaseKind.SETTLE)
"""Kinds whose feedback a part may set for each repetition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A phase and where it stands in the file."""

    phase: ProtocolPhase
    place: str


def read_protocol(content: bytes, file: str) -> TrainingProtocol:
    """Return the protocol that a file holds.

    Parameters
    ----------
    content
        Of the file.
    file
        Its name, for the sentence of a refusal.

    Raises
    ------
    ProtocolRefused
        If it is not TOML, says something that is not known, or asks for what no
        session may do.
    """
    session = TomlTable(_parsed(content, file), file=file, keys=SESSION_KEYS)
    placed = tuple(_written_out(session))
    protocol = TrainingProtocol(
        name=_name(session),
        title=session.text("title", most=LONGEST_TITLE),
        summary=session.text("summary", most=LONGEST_SUMMARY),
        phases=tuple(each.phase for each in placed),
        longest_s=session.number("longest_s"),
        asks_ratings=session.flag("asks_ratings", default=True),
        fades=session.flag("fades", default=False),
    )
    for problem in problems_of(protocol):
        place = "" if problem.step is None else placed[problem.step].place
        raise ProtocolRefused(file, problem.why, phase=place, key=problem.key)
    return protocol


def _parsed(content: bytes, file: str) -> Mapping[str, object]:
    """Parse TOML, whatever the bytes are."""
    if len(content) > LARGEST_BYTES:
        why = phrase("is larger than {kb} kB: no protocol is", kb=LARGEST_BYTES // 1000)
        raise ProtocolRefused(file, why)
    try:
        # Editors of Windows begin a file with a mark that TOML does not know.
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        why = phrase(
            "is no text in UTF-8 (byte {byte}); save it as UTF-8",
            byte=failure.start + 1,
        )
        raise ProtocolRefused(file, why) from failure
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            why = phrase(
                "has more than {most} characters in line {line}; break it",
                most=LONGEST_LINE,
                line=number,
            )
            raise ProtocolRefused(file, why)
    try:
        return tomllib.loads(text)
    except RecursionError as failure:
        why = phrase("is nested too deeply to be read")
        raise ProtocolRefused(file, why) from failure
    except ValueError as failure:
        # TOMLDecodeError is one, and so is a number of thousands of digits.
        raise ProtocolRefused(file, why_no_toml(failure)) from failure


def _name(session: TomlTable) -> str:
    name = session.text("name", most=LONGEST_NAME)
    if not set(name) <= NAME_SIGNS:
        why = phrase(
            "is {found}; give small letters a to z, digits and hyphens",
            found=found(name),
        )
        session.refuse("name", why)
    return name


def _written_out(session: TomlTable) -> Iterator[_Placed]:
    """Yield all phases in the order in which they come."""
    rounds = count(1)
    steps = 0
    for number, entries in enumerate(session.tables("part"), start=1):
        part = TomlTable(
            entries,
            file=session.file,
            place=phrase("part {number}", number=number),
            keys=PART_KEYS,
        )
        for placed in _repeated(part, rounds):
            steps += 1
            if steps > MOST_PHASES:
                why = phrase("leads to more than {most} phases", most=MOST_PHASES)
                part.refuse("times", why)
            yield placed


def _repeated(part: TomlTable, rounds: Iterator[int]) -> Iterator[_Placed]:
    """Yield the phases of a part, as often as it says, with their rounds."""
    times = part.whole("times", default=1, most=MOST_TIMES)
    phases = [
        _phase(part, number, entries)
        for number, entries in enumerate(part.tables("phase"), start=1)
    ]
    for feedback in _levels(part, times):
        current: int | None = None
        for each in phases:
            if each.phase.kind is PhaseKind.ACTIVATE:
                current = next(rounds)
            phase = replace(each.phase, round=current)
            yield replace(each, phase=_at(phase, feedback))


def _levels(part: TomlTable, times: int) -> tuple[Feedback | None, ...]:
    """Return the feedback of each repetition; None leaves it to the phases."""
    if "feedback" not in part:
        return (None,) * times
    levels = part.choices("feedback", Feedback)
    if len(levels) != times:
        why = phrase(
            "names {levels} levels; give one for each of its {times} times",
            levels=len(levels),
            times=times,
        )
        part.refuse("feedback", why)
    return levels


def _at(phase: ProtocolPhase, feedback: Feedback | None) -> ProtocolPhase:
    """Show a phase at the level of its repetition."""
    if feedback is None or phase.kind not in FADED_KINDS:
        return phase
    ends = phase.ends
    if feedback is Feedback.BLIND:
        ends = tuple(rule for rule in ends if rule is not ExitRule.SETTLED)
    return replace(phase, feedback=feedback, ends=ends)


def _phase(part: TomlTable, number: int, entries: Mapping[str, object]) -> _Placed:
    """Read one phase."""
    place = phrase("phase {number} of {part}", number=number, part=part.place)
    table = TomlTable(entries, file=part.file, place=place, keys=PHASE_KEYS)
    kind = table.choice("kind", PhaseKind)
    table.place = place = phrase("{place} ({kind})", place=place, kind=kind.value)
    ends = table.choices("ends", ExitRule)
    if "shortest_s" in table and ExitRule.SETTLED not in ends:
        why = phrase(
            "means something only where 'settled' is among the ends; leave it out"
        )
        table.refuse("shortest_s", why)
    if "feedback" in table and "feedback" in part and kind in FADED_KINDS:
        why = phrase("is set by {part} already; leave one of both out", part=part.place)
        table.refuse("feedback", why)
    phase = ProtocolPhase(
        kind=kind,
        ends=ends,
        shortest_s=table.number("shortest_s", 0.0) or 0.0,
        longest_s=table.number("longest_s"),
        feedback=table.choice("feedback", Feedback, Feedback.FULL),
        activation=_activation(table),
        ceiling_z=table.number("ceiling_z"),
        instruction=table.text("instruction", most=LONGEST_INSTRUCTION, default=""),
        detail=table.text("detail", most=LONGEST_DETAIL, default=""),
        choices=table.texts("choices", most=MOST_CHOICES, longest=LONGEST_CHOICE),
    )
    return _Placed(phase=phase, place=place)


def _activation(table: TomlTable) -> ActivationKind | None:
    if "activation" not in table:
        return None
    return table.choice("activation", ActivationKind)
