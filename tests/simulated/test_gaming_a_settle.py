"""Nobody settles by breathing slowly while aroused, or by holding their breath."""

from dataclasses import dataclass
from functools import cache
from math import pi, sin
from random import Random

import numpy as np
import pytest

from biofeed.core.engine import Engine
from biofeed.core.evidence import UNUSUALLY_LOW_Z
from biofeed.core.guidance import RoundEnded, StageChanged
from biofeed.core.phase import Feedback, PhaseKind, Stage
from biofeed.core.settings import EngineSettings
from biofeed.core.values import Output, PhaseChanged, Second, SessionEnded
from devices.simulated_living import LivingPerson
from devices.simulated_script import Person
from devices.simulated_strap import NO_ARTEFACTS
from devices.simulated_temperament import Rise
from devices.source import RecordedInterval
from tests.core.walking import CLOSE, activate, of, script, settle

pytestmark = pytest.mark.slow

SEEDS = range(11)
AT_MOST_S = 900.0
FEW = 8
"""Of the people, those whose rest is learned in time are at least so many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What became of somebody's only round.

    Attributes
    ----------
    held_s
        When they were said to have settled, s; empty where they were not.
    ended
        The round.
    seconds
        Those of its settle.
    """

    held_s: tuple[float, ...]
    ended: RoundEnded
    seconds: tuple[Second, ...]


def engine_for(feedback: Feedback) -> Engine:
    """One activation of a minute, and four minutes to settle in."""
    one = (activate(ceiling_z=15.0), settle(feedback=feedback, longest_s=240.0))
    return Engine(EngineSettings(protocol=script(*one, CLOSE)))


def round_of(outputs: list[Output]) -> Round | None:
    """The round of a session; None where it came to none."""
    ended = of(RoundEnded, outputs)
    if not ended:
        return None
    stages = of(StageChanged, outputs)
    return Round(
        held_s=tuple(each.t_s for each in stages if each.stage is Stage.HELD),
        ended=ended[0],
        seconds=tuple(
            second
            for second in of(Second, outputs)
            if ended[0].released_s < second.t_s <= ended[0].ended_s
        ),
    )


def breathing(
    seed: int, level: float, feedback: Feedback, *, lets_go: bool
) -> Round | None:
    """Somebody who breathes six times a minute as soon as they are to settle."""
    person = Person.drawn(np.random.default_rng(seed))
    living = LivingPerson(person, NO_ARTEFACTS, duration_s=AT_MOST_S, seed=seed)
    engine = engine_for(feedback)
    outputs: list[Output] = []
    while (event := living.say()) is not None:
        brought = engine.receive(event)
        outputs += brought
        for changed in of(PhaseChanged, brought):
            at_s = changed.t_s + 1.0
            if changed.kind is PhaseKind.ACTIVATE:
                living.activate(Rise(level=level), at_s=at_s)
            elif changed.kind is PhaseKind.SETTLE:
                living.breathe(6.0, at_s=at_s)
                if lets_go:
                    living.let_go(at_s=at_s)
        if of(SessionEnded, brought):
            break
    return round_of(outputs)


@cache
def rounds_of(level: float, feedback: Feedback, *, lets_go: bool) -> list[Round]:
    """The rounds of all people who came to one."""
    every = [breathing(seed, level, feedback, lets_go=lets_go) for seed in SEEDS]
    return [each for each in every if each is not None]


@pytest.mark.parametrize(
    ("feedback", "level"),
    [(Feedback.FULL, 0.3), (Feedback.FULL, 0.6), (Feedback.SPARSE, 0.4)],
)
def test_breathing_slowly_while_aroused_is_never_settling(
    feedback: Feedback, level: float
) -> None:
    """Nobody is held as settled, and no round ends at rest, while arousal stays."""
    lived = rounds_of(level, feedback, lets_go=False)
    assert len(lived) >= FEW
    assert [()] * len(lived) == [each.held_s for each in lived]
    assert not any(each.ended.at_rest for each in lived)


def test_breathing_slowly_hides_nothing_where_nothing_is_shown() -> None:
    """What is told after a blind settle is that the body was still up."""
    lived = rounds_of(0.4, Feedback.BLIND, lets_go=False)
    assert len(lived) >= FEW
    assert not any(each.ended.at_rest for each in lived)


def test_breathing_slowly_while_letting_go_is_settling() -> None:
    """The same breath does not keep anybody from it whose arousal does go."""
    lived = rounds_of(0.6, Feedback.FULL, lets_go=True)
    assert len(lived) >= FEW
    assert all(each.held_s and each.ended.at_rest for each in lived)


# --- a heart that drops


def heart(seed: int, dropped_s: tuple[float, float], dropped_bpm: float) -> Round:
    """Somebody whose heart rises with the activation, and drops in the settle.

    ``dropped_s`` is from when to when after the release; afterwards it is at rest.
    """
    chance = Random(seed)  # noqa: S311
    engine = engine_for(Feedback.FULL)
    outputs: list[Output] = []
    t_s, released_s = 0.0, float("inf")
    kind = PhaseKind.ARRIVE
    while t_s < AT_MOST_S and not of(SessionEnded, outputs[-1:]):
        since_s = t_s - released_s
        drops = dropped_s[0] <= since_s < dropped_s[1]
        rises = kind is PhaseKind.ACTIVATE or 0.0 <= since_s < dropped_s[0]
        bpm = dropped_bpm if drops else 82.0 if rises else 62.0
        swing_ms = 25.0 * sin(2.0 * pi * t_s / 4.2) + chance.gauss(0.0, 8.0)
        rr_ms = 60_000.0 / bpm + swing_ms
        t_s += rr_ms / 1000.0
        brought = engine.receive(RecordedInterval(t_s=t_s, rr_ms=rr_ms))
        outputs += brought
        for changed in of(PhaseChanged, brought):
            if kind is PhaseKind.ACTIVATE and changed.kind is PhaseKind.SETTLE:
                released_s = changed.t_s
            kind = changed.kind
    lived = round_of(outputs)
    assert lived is not None
    return lived


def is_low(second: Second) -> bool:
    return second.smoothed_z is not None and second.smoothed_z < UNUSUALLY_LOW_Z


@pytest.mark.parametrize("begins_s", [0.0, 20.0, 60.0])
@pytest.mark.parametrize("bpm", [44.0, 52.0])
def test_a_heart_that_drops_is_not_settled(bpm: float, begins_s: float) -> None:
    """Forty seconds far below rest, as with a held breath: nothing is held in them.

    It is held later, when the heart was at rest for long enough.
    """
    for seed in range(3):
        lived = heart(seed, (begins_s, begins_s + 40.0), bpm)
        low = [second for second in lived.seconds if is_low(second)]
        assert len(low) > 20
        held_s = set(lived.held_s)
        assert not held_s & {second.t_s for second in low}
        (first_s, *_) = sorted(held_s)
        assert first_s > low[-1].t_s
        rest = [s for s in lived.seconds if s.t_s <= first_s and not is_low(s)]
        assert sum((second.smoothed_z or 9.0) < 3.0 for second in rest) >= 20


def test_a_heart_that_stays_low_never_settles() -> None:
    """Three minutes far below rest end by time, and not at rest."""
    for seed in range(3):
        lived = heart(seed, (0.0, 1000.0), 46.0)
        assert () == lived.held_s
        assert lived.ended.at_rest is False
