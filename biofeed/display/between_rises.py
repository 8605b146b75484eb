"""What a wait between two activations waits for, and how long. Pure.

The session steps aside into a rest of its own where the next activation may not begin
yet: until the least time between two is over, and from then on until the heart is down.
"""

from itertools import pairwise

from biofeed.core.dosing import rest_left_s
from biofeed.core.phase import PhaseKind
from biofeed.session.snapshot import Snapshot


def is_between_rises(snapshot: Snapshot) -> bool:
    """Whether the session waits, beside its script, for the next activation."""
    phase = snapshot.phase
    return phase is not None and phase.step is None and phase.kind is PhaseKind.REST


def least_rest_left_s(snapshot: Snapshot) -> float:
    """How long the next activation waits whatever the heart does, s; 0 where not."""
    phases = (*snapshot.phases_done, *([snapshot.phase] if snapshot.phase else []))
    rise = PhaseKind.ACTIVATE
    ended_s = [
        after.t_s
        for one, after in pairwise(phases)
        if one.kind is rise and after.kind is not rise
    ]
    step = max((each.step for each in phases if each.step is not None), default=0)
    coming = (each.activation for each in snapshot.protocol.phases[step:])
    kind = next(filter(None, coming), None)
    if kind is None or not ended_s:
        return 0.0
    return rest_left_s(kind, ended_s[-1], snapshot.t_s)


def phase_left_s(snapshot: Snapshot) -> float | None:
    """How long the phase still lasts, s: at most, and at least in such a wait.

    None where nobody knows, and while it is held up.
    """
    phase = snapshot.phase
    if phase is None or phase.ends_s is None:
        return None
    if is_between_rises(snapshot) and (least_s := least_rest_left_s(snapshot)):
        return least_s
    return max(0.0, phase.ends_s - snapshot.t_s)
