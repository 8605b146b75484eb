"""A whole training of a simulated person who answers: for pictures and for tests.

The person hears the session as it goes on, and does what it asks, with body and keys;
the events that come of it can be played through again.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from biofeed.core.engine import Engine
from biofeed.core.events import Event
from biofeed.core.guidance import Asked, Prompted
from biofeed.core.phase import Feedback, PhaseKind, Stage
from biofeed.core.settings import EngineSettings
from biofeed.display.sample_session import SampleSession
from biofeed.session.history import History
from biofeed.session.protocols import load_protocol
from biofeed.session.simulated_answers import AnsweringPerson, answering
from biofeed.session.snapshot import Snapshot
from devices.simulated_strap import Artefacts

PERSON = "settles-quickly"
SEED = 5
"""Who it is, and which of all their sessions."""


ROUGH = Artefacts(
    ectopic_per_1000=4.0,
    missed_per_1000=4.0,
    extra_per_1000=3.0,
    dropouts_per_min=0.12,
    dropout_mean_s=4.0,
)
"""A strap that was put on dry: what it says is as rough as what real ones say."""

MOMENTS = {
    "calibrate": (PhaseKind.CALIBRATE, Feedback.FULL, 100.0),
    "activate": (PhaseKind.ACTIVATE, Feedback.FULL, 40.0),
    "settle": (PhaseKind.SETTLE, Feedback.FULL, 52.0),
    "asked-beside": (PhaseKind.SETTLE, Feedback.FULL, 2.0),
    "sparse": (PhaseKind.SETTLE, Feedback.SPARSE, 40.0),
    "blind": (PhaseKind.SETTLE, Feedback.BLIND, 60.0),
    "activate-sparse": (PhaseKind.ACTIVATE, Feedback.SPARSE, 40.0),
    "activate-blind": (PhaseKind.ACTIVATE, Feedback.BLIND, 30.0),
    "close": (PhaseKind.CLOSE, Feedback.FULL, 20.0),
}
"""Scenes by phase, level, and seconds into it."""

PROBED_S = 60.0
"""Into a probe: the breath has begun to show, s."""

REVEALED_S = 6.0
"""After the last round ended: the reveal stands, s."""

LOOKED_AT_S = 20.0
"""After a round ended: its arc is looked at, s."""


class NoWaiting:
    """A clock on which every moment is now: events carry the time."""

    def now_s(self) -> float:
        """Return the beginning of the session, s: nobody here asks for more."""
        return 0.0

    async def sleep_until_s(self, t_s: float) -> None:
        """Do not wait."""


def sample_training(
    name: str = "settling",
    *,
    person: str = PERSON,
    seed: int = SEED,
    artefacts: Artefacts | None = None,
) -> SampleSession:
    """Return a training, from the first notification to its own end.

    Parameters
    ----------
    name
        Of the protocol.
    person
        Which of the simulated people.
    artefacts
        What their strap gets wrong; None for what it is known to.
    """
    settings = EngineSettings(waits_for_start=True, protocol=load_protocol(name))
    somebody = answering(
        person,
        settings.protocol,
        seed=seed,
        ticks=True,
        waits_for_start=True,
        artefacts=artefacts,
    )
    events = asyncio.run(_lived(settings, somebody))
    return SampleSession(events, settings)


def training_scenes(session: SampleSession) -> Iterator[tuple[str, Snapshot]]:
    """Every screen of a training that is worth a picture, by name.

    Parameters
    ----------
    session
        A training of three rounds.
    """
    yield "training-arrive", session.at(3.0)
    for name, (kind, level, into_s) in MOMENTS.items():
        began = session.first(partial(_is_in, kind=kind, level=level))
        yield f"training-{name}", session.at(began.t_s + into_s)
    yield "training-held", session.first(_is_held)
    for asked in Asked:
        yield f"training-{asked}", session.first(partial(_is_asking, asked=asked))
    for number in (1, 2):
        past = session.first(partial(_has_ended, number=number)).rounds[-1]
        yield f"training-arc-{number}", session.at(past.t_s + LOOKED_AT_S)
    (revealed,) = (past for past in session.ended().rounds if past.number == 3)
    yield "training-reveal", session.at(revealed.t_s + REVEALED_S)
    settle = session.first(partial(_is_in, kind=PhaseKind.SETTLE, level=Feedback.FULL))
    paused = Prompted(t_s=settle.t_s, key="paused")
    yield "training-paused", replace(settle, stage=Stage.PAUSED, prompt=paused)


def first_session_scenes() -> Iterator[tuple[str, Snapshot]]:
    """What the first session has and others have not, by name."""
    session = sample_training("first-session", artefacts=ROUGH)
    began = session.first(_is_probed)
    yield "first-probe", session.at(began.t_s + PROBED_S)
    yield "first-arc", session.ended()


def _is_probed(snapshot: Snapshot) -> bool:
    return snapshot.phase is not None and snapshot.phase.kind is PhaseKind.PROBE


def _is_in(snapshot: Snapshot, *, kind: PhaseKind, level: Feedback) -> bool:
    phase = snapshot.phase
    return phase is not None and (kind, level) == (phase.kind, phase.feedback)


def _has_ended(snapshot: Snapshot, *, number: int) -> bool:
    return bool(snapshot.rounds) and snapshot.rounds[-1].number == number


def _is_held(snapshot: Snapshot) -> bool:
    return snapshot.stage is Stage.HELD


def _is_asking(snapshot: Snapshot, *, asked: Asked) -> bool:
    question = snapshot.question
    is_waited_for = snapshot.stage is Stage.ASKING
    return is_waited_for and question is not None and question.asked is asked


async def _lived(settings: EngineSettings, somebody: AnsweringPerson) -> list[Event]:
    """Let the person live through it; what happened, in order."""
    engine, history = Engine(settings), History(protocol=settings.protocol)
    happened: list[Event] = []
    async for event in somebody.events(NoWaiting()):
        happened.append(event)
        history.add(event, engine.receive(event))
        somebody.hear(history.freeze(event.t_s))
    return happened
