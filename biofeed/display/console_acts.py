"""What a clinician can do just now, and why not, where they cannot.

Rules
-----
- It mirrors ``biofeed.core.steering``: what is offered here is obeyed there. A test
  walks a session and asks both.
- Pure: a snapshot in, reasons out; words for them belong to the screen.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum

from biofeed.core.phase import PhaseKind, Stage
from biofeed.core.steering import LEAST_CEILING_Z, NOT_HELD_UP
from biofeed.display import reading
from biofeed.display.between_rises import is_between_rises, least_rest_left_s
from biofeed.session.snapshot import Snapshot

EXTEND_BY_S = 30.0
"""What one press adds to a phase, s."""

CEILING_STEP_Z = 0.5
"""What one press takes off the ceiling, z."""

HELD_UP = frozenset({Stage.WAITING, Stage.PAUSED})
"""Stages in which a phase's time stands still."""


class Act(StrEnum):
    """What a clinician does to a session."""

    START = "start"
    ADVANCE = "advance"
    EXTEND = "extend"
    HOLD = "hold"
    RESUME = "resume"
    FULL = "full"
    SPARSE = "sparse"
    BLIND = "blind"
    CEILING = "ceiling"
    PACER = "pacer"
    MARK = "mark"
    NOTE = "note"
    STOP = "stop"


class WhyNot(StrEnum):
    """Why something cannot be done now."""

    NOT_THERE = "not_there"
    OVER = "over"
    REPLAYED = "replayed"
    BEGUN = "begun"
    ARRIVING = "arriving"
    LEARNING = "learning"
    RISING = "rising"
    CLOSING = "closing"
    ASKING = "asking"
    HELD = "held"
    NOT_HELD = "not_held"
    OPEN_END = "open_end"
    LEAST_REST = "least_rest"
    HEART_COMES_DOWN = "heart_comes_down"
    LOWEST = "lowest"
    NO_RISE = "no_rise"
    NO_PACER_HERE = "no_pacer_here"


OF_A_KIND: Mapping[PhaseKind, WhyNot] = {
    PhaseKind.ARRIVE: WhyNot.ARRIVING,
    PhaseKind.CALIBRATE: WhyNot.LEARNING,
    PhaseKind.ACTIVATE: WhyNot.RISING,
    PhaseKind.CLOSE: WhyNot.CLOSING,
}
"""Why a phase of this kind neither waits nor lasts longer."""

Reasons = Mapping[Act, WhyNot | None]


def available(snapshot: Snapshot | None, *, ceiling_z: float | None) -> Reasons:
    """Return why each act cannot be done now; None where it can.

    Parameters
    ----------
    snapshot
        The newest; None before the first.
    ceiling_z
        The ceiling as it stands, z; None where no activation comes.
    """
    if snapshot is None:
        return dict.fromkeys(Act, WhyNot.NOT_THERE)
    if snapshot.ended is not None:
        return dict.fromkeys(Act, WhyNot.OVER)
    if snapshot.replay is not None:
        # All has been done already; only the replay itself can be stopped.
        return {**dict.fromkeys(Act, WhyNot.REPLAYED), Act.STOP: None}
    told = {act: why_not(snapshot) for act, why_not in _BY_SNAPSHOT.items()}
    return {
        **dict.fromkeys(Act),
        **told,
        Act.CEILING: _why_no_lower(ceiling_z),
    }


def ceiling_of(snapshot: Snapshot | None) -> float | None:
    """The ceiling of the activation that goes on or comes next, z; None without one."""
    if snapshot is None:
        return None
    step = 0 if snapshot.phase is None else snapshot.phase.step or 0
    coming = snapshot.protocol.phases[step:]
    return next((each.ceiling_z for each in coming if each.activation), None)


def _why_no_lower(ceiling_z: float | None) -> WhyNot | None:
    if ceiling_z is None:
        return WhyNot.NO_RISE
    is_lowest = ceiling_z - CEILING_STEP_Z < LEAST_CEILING_Z
    return WhyNot.LOWEST if is_lowest else None


def _why_no_start(snapshot: Snapshot) -> WhyNot | None:
    return None if reading.is_waiting(snapshot) else WhyNot.BEGUN


def _why_no_advance(snapshot: Snapshot) -> WhyNot | None:
    kind = reading.kind_of(snapshot)
    if kind in reading.LEARNING_PHASES:
        return OF_A_KIND[kind]
    if not is_between_rises(snapshot):
        return None
    # It goes on by itself in the very second in which it may.
    is_early = least_rest_left_s(snapshot) > 0.0
    return WhyNot.LEAST_REST if is_early else WhyNot.HEART_COMES_DOWN


def _why_no_extension(snapshot: Snapshot) -> WhyNot | None:
    kind, phase = reading.kind_of(snapshot), snapshot.phase
    if kind in NOT_HELD_UP:
        return OF_A_KIND[kind]
    if snapshot.stage in HELD_UP:
        return WhyNot.HELD
    return None if phase and phase.ends_s is not None else WhyNot.OPEN_END


def _why_no_hold(snapshot: Snapshot) -> WhyNot | None:
    kind = reading.kind_of(snapshot)
    if kind in NOT_HELD_UP:
        return OF_A_KIND[kind]
    if snapshot.stage is Stage.ASKING:
        return WhyNot.ASKING
    return WhyNot.HELD if snapshot.stage in HELD_UP else None


def _why_no_resume(snapshot: Snapshot) -> WhyNot | None:
    return None if snapshot.stage in HELD_UP else WhyNot.NOT_HELD


def _why_no_level(snapshot: Snapshot) -> WhyNot | None:
    return WhyNot.ASKING if snapshot.stage is Stage.ASKING else None


def _why_no_pacer(snapshot: Snapshot) -> WhyNot | None:
    return None if reading.offers_pacer(snapshot) else WhyNot.NO_PACER_HERE


_BY_SNAPSHOT: Mapping[Act, Callable[[Snapshot], WhyNot | None]] = {
    Act.START: _why_no_start,
    Act.ADVANCE: _why_no_advance,
    Act.EXTEND: _why_no_extension,
    Act.HOLD: _why_no_hold,
    Act.RESUME: _why_no_resume,
    Act.FULL: _why_no_level,
    Act.SPARSE: _why_no_level,
    Act.BLIND: _why_no_level,
    Act.PACER: _why_no_pacer,
}
