"""Snapshots of a session that nobody runs: what a window would be told."""

from dataclasses import dataclass, replace

from biofeed.core.guidance import QuestionAsked
from biofeed.core.phase import Stage
from biofeed.core.protocol import TrainingProtocol
from biofeed.core.values import PhaseChanged, SessionExit
from biofeed.session.history import History
from biofeed.session.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a session says at one time: its phase by its step in the protocol."""

    t_s: float
    step: int
    stage: Stage = Stage.RUNNING
    question: QuestionAsked | None = None
    ended: SessionExit | None = None


def snapshot_of(told: Told, protocol: TrainingProtocol) -> Snapshot:
    """The snapshot in which a session says so."""
    phase = PhaseChanged(
        t_s=told.t_s, kind=protocol.phases[told.step].kind, step=told.step
    )
    return replace(
        History(protocol=protocol).freeze(told.t_s),
        phase=phase,
        stage=told.stage,
        question=told.question,
        ended=told.ended,
    )
