"""A session folded up to some event: engine and history, which belong together."""

from collections.abc import Iterable
from copy import deepcopy

from biofeed.core.engine import Engine
from biofeed.core.events import Event
from biofeed.core.settings import EngineSettings
from biofeed.session.history import History


class Folding:
    """One place in a recording.

    Attributes
    ----------
    history
        What a window needs to draw it.
    done
        How many events are in it.
    """

    def __init__(self, settings: EngineSettings) -> None:
        self._engine = Engine(settings)
        self.history = History(protocol=settings.protocol)
        self.done = 0

    def take(self, events: Iterable[Event]) -> None:
        """Take in what happened next."""
        for event in events:
            self.history.add(event, self._engine.receive(event))
            self.done += 1

    def copy(self) -> "Folding":
        """Return the same place, to go on from while this one stays."""
        return deepcopy(self)
