"""Sessions of a simulated person, frozen at any second: for pictures and measuring.

The whole way from the strap's bytes to the snapshot is the real one: nothing on these
pictures is drawn by hand.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

import numpy as np

from biofeed.core.beat import Beat
from biofeed.core.engine import Engine
from biofeed.core.episode import Episode
from biofeed.core.events import Action, Command, Event, Tick
from biofeed.core.settings import EngineSettings
from biofeed.core.values import (
    BaselineDecided,
    CalibrationChanged,
    EpisodeChanged,
    Notice,
    Output,
    PhaseChanged,
    Second,
    SessionEnded,
)
from biofeed.session.snapshot import RecordingState, Snapshot
from devices.simulated import simulate
from devices.simulated_people import EVERYDAY_ARTEFACTS
from devices.simulated_script import ArousalEvent, Person, Script
from devices.simulated_strap import Artefacts
from devices.source import BatteryLevel, LinkChanged

Said = TypeVar("Said")

ENDS_S = 1080.0
"""Length of a sample session, s."""

BEGINS_S = 12.0
"""When the person presses Enter, s."""

TWO_RISES = (
    ArousalEvent(on_s=360.0, off_s=430.0, level=0.34, decay_s=55.0),
    ArousalEvent(on_s=720.0, off_s=775.0, level=0.26, decay_s=28.0),
)
"""Two activations, the second one lower and gone sooner."""

BEATS_KEPT_S = 300.0
"""Beats a snapshot carries, s."""


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
        self._events = list(events)
        engine = Engine(settings or EngineSettings(waits_for_start=True))
        self._outputs: list[Output] = []
        for event in self._events:
            self._outputs += engine.receive(event)

    def at(self, t_s: float) -> Snapshot:
        """The session as it stood at ``t_s``."""
        outputs = [output for output in self._outputs if output.t_s <= t_s]
        events = [event for event in self._events if event.t_s <= t_s]
        seconds = _all(Second, outputs)
        phases = _all(PhaseChanged, outputs)
        calibrations = _all(CalibrationChanged, outputs)
        decisions = _all(BaselineDecided, outputs)
        links, batteries = _all(LinkChanged, events), _all(BatteryLevel, events)
        beats = _all(Beat, outputs)
        return Snapshot(
            t_s=t_s,
            speed=1.0,
            second=seconds[-1] if seconds else None,
            link=links[-1] if links else None,
            battery_pct=batteries[-1].level_pct if batteries else None,
            phase=phases[-1] if phases else None,
            phases_done=tuple(phases[:-1]),
            calibration=calibrations[-1].progress if calibrations else None,
            baseline=decisions[-1].baseline if decisions else None,
            trace_t_s=np.array([each.t_s for each in seconds]),
            trace_z=np.array([each.smoothed_z for each in seconds], dtype=float),
            beats=tuple(each for each in beats if each.t_s > t_s - BEATS_KEPT_S),
            episodes=_episodes(outputs),
            marks=(),
            notices=tuple(_all(Notice, outputs)),
            panels=(),
            recording=RecordingState.SAVED,
            ended=None,
        )

    def ended(self) -> Snapshot:
        """The session after its last event.

        Raises
        ------
        ValueError
            Where nobody stopped it.
        """
        ends = _all(SessionEnded, self._outputs)
        if not ends:
            raise ValueError("this session was not stopped: add a STOP to its events")
        return replace(self.at(ends[-1].t_s), ended=ends[-1].exit)


def _all(kind: type[Said], said: Iterable[object]) -> list[Said]:
    return [each for each in said if isinstance(each, kind)]


def _episodes(outputs: Iterable[Output]) -> tuple[Episode, ...]:
    newest = {
        changed.episode.number: changed.episode
        for changed in _all(EpisodeChanged, outputs)
    }
    return tuple(newest[number] for number in sorted(newest))
