"""Sessions of a simulated person, frozen at any second: for pictures and measuring.

The whole way from the strap's bytes to the snapshot is the real one: nothing on these
pictures is drawn by hand.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from biofeed.core.engine import Engine
from biofeed.core.events import Action, Command, Event, Tick
from biofeed.core.settings import EngineSettings
from biofeed.core.values import SessionEnded
from biofeed.session.history import History
from biofeed.session.snapshot import RecordingState, Snapshot
from devices.simulated import simulate
from devices.simulated_people import EVERYDAY_ARTEFACTS
from devices.simulated_script import ArousalEvent, Person, Script
from devices.simulated_strap import Artefacts

ENDS_S = 1080.0
"""Length of a sample session, s."""

BEGINS_S = 12.0
"""When the person presses Enter, s."""

TWO_RISES = (
    ArousalEvent(on_s=360.0, off_s=430.0, level=0.34, decay_s=55.0),
    ArousalEvent(on_s=720.0, off_s=775.0, level=0.26, decay_s=28.0),
)
"""Two activations, the second one lower and gone sooner."""


def sample_events(
    *,
    arousal: tuple[ArousalEvent, ...] = TWO_RISES,
    artefacts: Artefacts = EVERYDAY_ARTEFACTS,
    seed: int = 11,
) -> list[Event]:
    """All events of a session in which a simulated person presses Enter, then sits."""
    script = Script(duration_s=ENDS_S, arousal=arousal)
    strap = simulate(Person(age_years=34.0), script, artefacts, seed=seed).events
    events: list[Event] = [
        *strap,
        *(Tick(t_s=float(t_s)) for t_s in range(int(ENDS_S))),
        Command(t_s=BEGINS_S, action=Action.START),
        Command(t_s=ENDS_S, action=Action.STOP),
    ]
    return sorted(events, key=lambda event: event.t_s)


class SampleSession:
    """A session that has been played through.

    Parameters
    ----------
    events
        All of its events, in order of time.
    settings
        What its engine is told.
    """

    def __init__(
        self, events: Iterable[Event], settings: EngineSettings | None = None
    ) -> None:
        self._settings = settings or EngineSettings(waits_for_start=True)
        engine = Engine(self._settings)
        self._said = [(event, engine.receive(event)) for event in events]

    def first(self, holds: Callable[[Snapshot], bool]) -> Snapshot:
        """The session at the first event after which something holds of it.

        Raises
        ------
        ValueError
            Where it never does.
        """
        history = self._history()
        for event, outputs in self._said:
            history.add(event, outputs)
            snapshot = history.freeze(event.t_s)
            if holds(snapshot):
                return snapshot
        raise ValueError("nothing like that happens in this session")

    def _history(self) -> History:
        history = History(protocol=self._settings.protocol)
        history.recording = RecordingState.SAVED
        return history

    def at(self, t_s: float) -> Snapshot:
        """The session as it stood at ``t_s``, its end not yet told."""
        history = self._history()
        for event, outputs in self._said:
            if event.t_s <= t_s:
                history.add(event, outputs)
        return replace(history.freeze(t_s), ended=None)

    def ended(self) -> Snapshot:
        """The session after its last event.

        Raises
        ------
        ValueError
            Where nobody stopped it.
        """
        for _, outputs in self._said:
            for output in outputs:
                if isinstance(output, SessionEnded):
                    return replace(self.at(output.t_s), ended=output.exit)
        raise ValueError("this session was not stopped: add a STOP to its events")
