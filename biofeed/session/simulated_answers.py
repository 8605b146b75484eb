"""A simulated person who answers a protocol: with the body, with words and keys.

Rules
-----
- They know of the session what a window knows: its snapshots, heard as they are made.
- One seed, one session: the same snapshots at the same times bring the same answers.
- Nothing is answered sooner than a second after it was asked for, and nobody sleeps
  past a whole second: so nothing that is answered comes too late to be said.
"""

from collections.abc import AsyncGenerator
from dataclasses import replace

import numpy as np

from biofeed.core.events import Command, Event, Tick
from biofeed.core.phase import ActivationKind, PhaseKind
from biofeed.core.protocol import ProtocolPhase, TrainingProtocol
from biofeed.core.safety import LONGEST_SESSION_S
from biofeed.core.values import PhaseChanged
from biofeed.session.simulated_replies import Replies
from biofeed.session.snapshot import Snapshot
from devices.simulated_living import LivingPerson
from devices.simulated_people import SCENARIOS
from devices.simulated_strap import Artefacts
from devices.simulated_temperament import TEMPERAMENTS, LetsGo, Rise, Temperament
from devices.source import Clock, SourceEvent

STAYS_ON_S = 600.0
"""How much longer than the protocol the strap is worn, s: what is under way when its
time is over goes on to its end."""

REACTS_S = (1.0, 2.5)
"""From what is asked to the body's answer, s."""

VARIES = (0.9, 1.1)
"""No activation is quite like another: share of its level."""

_ANSWERS_STREAM = 2
"""Sets the answers' chances apart from those of body and strap under one seed."""


class AnsweringPerson:
    """Somebody on a strap who does what a session asks of them.

    Parameters
    ----------
    living
        Their body, and the strap on it.
    temperament
        How they answer.
    replies
        What they say and press.
    rng
        Decides how fast and how strongly their body answers.
    ticks
        True where the clock is virtual or scaled, and events alone carry the time.
    """

    def __init__(
        self,
        *,
        living: LivingPerson,
        temperament: Temperament,
        replies: Replies,
        rng: np.random.Generator,
        ticks: bool,
    ) -> None:
        self._living = living
        self._temperament = temperament
        self._replies = replies
        self._rng = rng
        self._ticks = ticks
        self._phase: PhaseChanged | None = None
        self._is_over = False

    async def events(self, clock: Clock) -> AsyncGenerator[Event, None]:
        """Yield what strap and person say, each at its time, until the strap is off."""
        second_s = 1.0
        while not self._is_over and (event := self._next()) is not None:
            if second_s <= event.t_s:
                await clock.sleep_until_s(second_s)
                if self._ticks:
                    yield Tick(t_s=second_s)
                second_s += 1.0
                continue
            await clock.sleep_until_s(event.t_s)
            # While they waited somebody else may have answered.
            if event == self._next():
                self._take(event)
                yield event

    def hear(self, snapshot: Snapshot) -> None:
        """Hear what the session asks; to be called with each snapshot as it is made."""
        self._is_over = snapshot.ended is not None
        phase, before = snapshot.phase, self._phase
        if phase is not None and not _is_same(phase, before):
            self._phase = phase
            self._answer_phase(phase.kind, snapshot)
            self._replies.hear_phase(
                snapshot, phase.kind, None if before is None else before.kind
            )
        self._replies.hear(snapshot)

    def _next(self) -> Command | SourceEvent | None:
        """Return what is said next: by the person where both fall together."""
        event, command = self._living.next_event, self._replies.next_command
        if event is None or command is None:
            return event
        return command if command.t_s <= event.t_s else event

    def _take(self, event: Command | SourceEvent) -> None:
        if isinstance(event, Command):
            self._replies.said(event)
        else:
            self._living.say()

    def _answer_phase(self, kind: PhaseKind, snapshot: Snapshot) -> None:
        at_s = snapshot.t_s + float(self._rng.uniform(*REACTS_S))
        temperament = self._temperament
        rise = _asked_rise(snapshot.scripted, temperament)
        holds_on = (
            kind is PhaseKind.SETTLE and temperament.lets_go is LetsGo.AFTER_SETTLING
        )
        if rise is not None:
            level = rise.level * float(self._rng.uniform(*VARIES))
            self._living.activate(replace(rise, level=level), at_s=at_s)
        elif not holds_on:
            self._living.let_go(at_s=at_s)
        self._living.breathe(_breaths_per_min(kind, temperament), at_s=at_s)


def answering(
    scenario: str,
    protocol: TrainingProtocol,
    *,
    seed: int,
    ticks: bool,
    waits_for_start: bool,
    artefacts: Artefacts | None = None,
) -> AnsweringPerson:
    """Let one of the ready-made people answer a protocol.

    Parameters
    ----------
    scenario
        Name of the person, one of ``SCENARIOS``.
    protocol
        What they are going to be asked.
    seed
        Of every noise and every chance.
    ticks
        True where events alone carry the time.
    waits_for_start
        True where the session begins at their key.
    artefacts
        What their strap gets wrong; None for what it is known to.
    """
    body, temperament = SCENARIOS[scenario], TEMPERAMENTS[scenario]
    protocol_s = protocol.longest_s or LONGEST_SESSION_S
    living = LivingPerson(
        body.person,
        body.artefacts if artefacts is None else artefacts,
        duration_s=protocol_s + STAYS_ON_S,
        seed=seed,
    )
    answers = np.random.SeedSequence([seed, _ANSWERS_STREAM])
    body_rng, words_rng = (np.random.default_rng(part) for part in answers.spawn(2))
    replies = Replies(
        temperament, living.arousal_at, words_rng, waits_for_start=waits_for_start
    )
    return AnsweringPerson(
        living=living,
        temperament=temperament,
        replies=replies,
        rng=body_rng,
        ticks=ticks,
    )


def _is_same(phase: PhaseChanged, before: PhaseChanged | None) -> bool:
    """Whether a phase goes on: with another end or another feedback it does."""
    return (
        before is not None and phase.kind is before.kind and phase.step == before.step
    )


def _asked_rise(
    scripted: ProtocolPhase | None, temperament: Temperament
) -> Rise | None:
    """Return the activation that a phase asks for; None where it asks for none."""
    match None if scripted is None else scripted.activation:
        case ActivationKind.BODY:
            return temperament.standing
        case ActivationKind.MOMENT:
            return temperament.moment
        case ActivationKind.TOUCH:
            return temperament.touch
        case None:
            return None


def _breaths_per_min(kind: PhaseKind, temperament: Temperament) -> float | None:
    match kind:
        case PhaseKind.SETTLE:
            return temperament.settling_breaths_per_min
        case PhaseKind.PROBE:
            return temperament.looking_breaths_per_min
        case _:
            return None
