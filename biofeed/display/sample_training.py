"""A whole training of a simulated person who answers: for pictures and for tests.

The person hears the session as it goes on, and does what it asks, with body and keys;
the events that come of it can be played through again.
"""

import asyncio

from biofeed.core.engine import Engine
from biofeed.core.events import Event
from biofeed.core.settings import EngineSettings
from biofeed.display.sample_session import SampleSession
from biofeed.session.history import History
from biofeed.session.protocols import load_protocol
from biofeed.session.simulated_answers import answering

PERSON = "settles-quickly"
SEED = 5
"""Who it is, and which of all their sessions."""


class NoWaiting:
    """A clock on which every moment is now: events carry the time."""

    def now_s(self) -> float:
        """Return the beginning of the session, s: nobody here asks for more."""
        return 0.0

    async def sleep_until_s(self, t_s: float) -> None:
        """Do not wait."""


def sample_training(
    name: str = "settling", *, person: str = PERSON, seed: int = SEED
) -> SampleSession:
    """Return a training, from the first notification to its own end.

    Parameters
    ----------
    name
        Of the protocol.
    person
        Which of the simulated people.
    """
    settings = EngineSettings(waits_for_start=True, protocol=load_protocol(name))
    events = asyncio.run(_lived(settings, person, seed))
    return SampleSession(events, settings)


async def _lived(settings: EngineSettings, person: str, seed: int) -> list[Event]:
    """Let the person live through it; what happened, in order."""
    engine, history = Engine(settings), History(protocol=settings.protocol)
    somebody = answering(
        person, settings.protocol, seed=seed, ticks=True, waits_for_start=True
    )
    happened: list[Event] = []
    async for event in somebody.events(NoWaiting()):
        happened.append(event)
        history.add(event, engine.receive(event))
        somebody.hear(history.freeze(event.t_s))
    return happened
