"""A training of three rounds as it stood at its end, for the last screen."""

from dataclasses import replace

import numpy as np

from biofeed.core.guidance import Guessed, Rated, RatingPoint, RoundEnded
from biofeed.core.heights import Heights
from biofeed.core.phase import ActivationKind, ExitRule, Feedback, PhaseKind
from biofeed.core.protocol import OPEN, ProtocolPhase, TrainingProtocol
from biofeed.core.rounds import PracticeRound, rounds_of
from biofeed.core.urges import Urge
from biofeed.display.sample_session import SampleSession, sample_events
from biofeed.session.snapshot import Snapshot
from devices.simulated_script import ArousalEvent

RISES = (
    ArousalEvent(on_s=360.0, off_s=420.0, level=0.36, decay_s=45.0),
    ArousalEvent(on_s=620.0, off_s=680.0, level=0.28, decay_s=30.0),
    ArousalEvent(on_s=850.0, off_s=910.0, level=0.24, decay_s=25.0),
)
LEVELS = (Feedback.FULL, Feedback.SPARSE, Feedback.BLIND)
FELT = ((4, 2), (4, 1), (4, 5))
"""After each activation, and after each settle."""


def _phases() -> tuple[ProtocolPhase, ...]:
    rounds = (
        ProtocolPhase(
            kind=kind,
            ends=(ExitRule.TIME,),
            longest_s=60.0,
            feedback=level,
            activation=ActivationKind.MOMENT if kind is PhaseKind.ACTIVATE else None,
            round=number,
        )
        for number, level in enumerate(LEVELS, start=1)
        for kind in (PhaseKind.ACTIVATE, PhaseKind.SETTLE)
    )
    return (*OPEN.phases[:2], *rounds)


THREE_ROUNDS = TrainingProtocol(
    name="three",
    title="Three rounds",
    summary="Three rounds, with less on screen each time.",
    phases=_phases(),
)


def round_ended(number: int, *, begun_s: float, ended_s: float) -> RoundEnded:
    """A round that was read throughout."""
    return RoundEnded(
        t_s=ended_s,
        number=number,
        activation=ActivationKind.MOMENT,
        feedback=LEVELS[number - 1],
        activated_s=begun_s,
        released_s=begun_s + 60.0,
        ended_s=ended_s,
        at_rest=True,
        known_share=1.0,
    )


def ended_training() -> Snapshot:
    """Three rounds; in the last one the body was back, and it still felt like 5."""
    ended = SampleSession(sample_events(arousal=RISES)).ended()
    rated = (
        Rated(t_s=0.0, point=point, value=value, round=number)
        for number, felt in enumerate(FELT, start=1)
        for point, value in zip(
            (RatingPoint.AFTER_ACTIVATION, RatingPoint.AFTER_SETTLE), felt, strict=True
        )
    )
    told = replace(
        ended,
        protocol=THREE_ROUNDS,
        rounds=(
            round_ended(1, begun_s=355.0, ended_s=590.0),
            round_ended(2, begun_s=615.0, ended_s=840.0),
            round_ended(3, begun_s=845.0, ended_s=1070.0),
        ),
        ratings=(
            Rated(t_s=20.0, point=RatingPoint.START, value=4),
            *rated,
            Rated(t_s=1075.0, point=RatingPoint.END, value=2),
        ),
        guesses=(Guessed(t_s=1060.0, round=3, settled=True, sureness=2),),
        urges=(Urge(came_s=640.0, passed_s=740.0),),
    )
    return replace(told, practised=summed_up(told))


def summed_up(snapshot: Snapshot) -> tuple[PracticeRound, ...]:
    """What the rounds of a made-up snapshot come to, as a session would have summed."""
    heights = Heights()
    for t_s, z in zip(snapshot.trace_t_s, snapshot.trace_z, strict=True):
        heights.step(float(t_s), float(z) if np.isfinite(z) else None)
    ended = snapshot.rounds
    left_z = {each.number: heights.left_z(each) for each in ended}
    peaks = {each.number: heights.peak(each) for each in ended}
    return rounds_of(
        ended,
        episodes=[*snapshot.episodes],
        ratings=snapshot.ratings,
        guesses=snapshot.guesses,
        urges=snapshot.urges,
        left_z={number: left for number, left in left_z.items() if left is not None},
        peaks={number: peak for number, peak in peaks.items() if peak is not None},
    )
