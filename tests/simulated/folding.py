"""Drives the engine with simulated people, and reads what it made of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from biofeed.core.beat import Beat
from biofeed.core.engine import Engine
from biofeed.core.episode import Episode
from biofeed.core.events import Action, Command, Event, Role
from biofeed.core.evidence import EpisodeRule
from biofeed.core.settings import EngineSettings
from biofeed.core.values import BaselineDecided, EpisodeChanged, Output, Second
from calibration.baseline import Baseline
from devices.simulated_script import Person

Floats = NDArray[np.float64]

REST_S = (60.0, 240.0)
"""The rest of every simulated session: after a minute to settle in, three minutes."""

AFTER_REST_S = 260.0
"""When a script may begin to do something, s."""

SENSITIVE = EpisodeRule(k_on_z=3.0)
"""The threshold at which the simulator's expectations were established."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """What an engine made of one session.

    Attributes
    ----------
    seconds, beats
        As they came out.
    episodes
        Each in its last form, by onset.
    baseline
        The first that was decided on; None where none was.
    """

    seconds: tuple[Second, ...]
    beats: tuple[Beat, ...]
    episodes: tuple[Episode, ...]
    baseline: Baseline | None

    def arousal_z(self, from_s: float, to_s: float) -> Floats:
        """Known activation of ``from_s < t_s <= to_s``, z."""
        return np.array(
            [
                second.arousal_z
                for second in self.seconds
                if from_s < second.t_s <= to_s and second.arousal_z is not None
            ]
        )

    def onsets(self, from_s: float, to_s: float) -> tuple[Episode, ...]:
        """Episodes that began in ``from_s <= onset_s < to_s``."""
        return tuple(e for e in self.episodes if from_s <= e.onset_s < to_s)


def fold(engine: Engine, events: Iterable[Event]) -> Folded:
    """Have an engine receive all events, stop it, and gather what came out."""
    outputs: list[Output] = []
    end_s = 0.0
    for event in events:
        outputs += engine.receive(event)
        end_s = event.t_s
    outputs += engine.receive(Command(t_s=end_s, action=Action.STOP, role=Role.PROGRAM))
    episodes: dict[int, Episode] = {}
    for output in outputs:
        if isinstance(output, EpisodeChanged):
            episodes[output.episode.number] = output.episode
    baselines = [o.baseline for o in outputs if isinstance(o, BaselineDecided)]
    return Folded(
        seconds=tuple(o for o in outputs if isinstance(o, Second)),
        beats=tuple(o for o in outputs if isinstance(o, Beat)),
        episodes=tuple(episodes.values()),
        baseline=baselines[0] if baselines else None,
    )


def fold_after_rest(events: Iterable[Event], rule: EpisodeRule = SENSITIVE) -> Folded:
    """Fold events with the baseline taken from ``REST_S``, whatever it is like.

    A live session goes on looking for a better rest; here every person counts.
    """
    settings = EngineSettings(rest_s=REST_S, accepts_refused=True, episodes=rule)
    return fold(Engine(settings), events)


@cache
def person(number: int) -> Person:
    """Return one of the simulated people; they are the same in every test."""
    return Person.drawn(np.random.default_rng(number))
