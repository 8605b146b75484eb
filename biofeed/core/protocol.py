"""A training protocol as a value: its phases in order, and how each of them ends.

Rules
-----
- A protocol is a flat list: rounds that repeat are written out when it is loaded, so
  that a recording holds what was done, and nothing has to be looked up again.
- An activation is followed by a settle, whatever ends it.
- What a protocol may ask of a body is checked by ``biofeed.core.protocol_checks``.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from biofeed.core.phase import ActivationKind, ExitRule, Feedback, PhaseKind

TRANSITIONS: Mapping[PhaseKind, frozenset[PhaseKind]] = {
    PhaseKind.ARRIVE: frozenset({PhaseKind.CALIBRATE}),
    PhaseKind.CALIBRATE: frozenset(
        {PhaseKind.ACTIVATE, PhaseKind.SETTLE, PhaseKind.REST, PhaseKind.PROBE}
    ),
    PhaseKind.ACTIVATE: frozenset({PhaseKind.SETTLE}),
    PhaseKind.SETTLE: frozenset(
        {PhaseKind.ACTIVATE, PhaseKind.REST, PhaseKind.PROBE, PhaseKind.CLOSE}
    ),
    PhaseKind.REST: frozenset({PhaseKind.ACTIVATE, PhaseKind.PROBE, PhaseKind.CLOSE}),
    PhaseKind.PROBE: frozenset(
        {PhaseKind.ACTIVATE, PhaseKind.PROBE, PhaseKind.REST, PhaseKind.CLOSE}
    ),
    PhaseKind.CLOSE: frozenset(),
}
"""Which phase may follow which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtocolPhase:
    """One phase.

    Attributes
    ----------
    kind
        What it is for.
    ends
        What ends it, whichever comes first.
    shortest_s, longest_s
        Until the first it does not end as settled; at the second it ends by time, s.
    feedback
        How much the person is shown.
    activation, ceiling_z
        How an activation comes about, and the height that ends it early, z.
    instruction, detail
        What the person is asked to do: a head for a glance, and more for who wants it.
    choices
        Situations that the person may pick a moment from.
    round
        Number of the round that it belongs to, from 1; None outside of rounds.
    """

    kind: PhaseKind
    ends: tuple[ExitRule, ...]
    shortest_s: float = 0.0
    longest_s: float | None = None
    feedback: Feedback = Feedback.FULL
    activation: ActivationKind | None = None
    ceiling_z: float | None = None
    instruction: str = ""
    detail: str = ""
    choices: tuple[str, ...] = ()
    round: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingProtocol:
    """A whole session, decided on before it begins.

    Attributes
    ----------
    name
        What it is called by, on the command line and in files.
    title, summary
        What a person reads when they choose it.
    phases
        In order.
    longest_s
        After this no activation begins: what is under way ends, then the session, s;
        None for as long as there are heartbeats.
    asks_ratings
        Whether the person is asked how activated they feel.
    fades
        Whether help shrinks and grows with how the last sessions went.
    """

    name: str
    title: str
    summary: str
    phases: tuple[ProtocolPhase, ...]
    longest_s: float | None = None
    asks_ratings: bool = True
    fades: bool = False

    @property
    def rounds(self) -> int:
        """How many rounds of activation and settling it holds."""
        return max((phase.round or 0 for phase in self.phases), default=0)


CLOSING = ProtocolPhase(
    kind=PhaseKind.CLOSE, ends=(ExitRule.KEY, ExitRule.TIME), longest_s=60.0
)
"""How a session ends that has no closing of its own."""

OPEN = TrainingProtocol(
    name="open",
    title="Open practice",
    summary="Learn your rest, then follow your body, without a script.",
    phases=(
        ProtocolPhase(kind=PhaseKind.ARRIVE, ends=(ExitRule.KEY,)),
        ProtocolPhase(kind=PhaseKind.CALIBRATE, ends=(ExitRule.BASELINE,)),
        ProtocolPhase(kind=PhaseKind.SETTLE, ends=(ExitRule.STOP,)),
    ),
    asks_ratings=False,
)
"""A session without a script; recordings of other programs are read as one."""
