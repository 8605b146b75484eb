"""Takes help away as settling is learned, and gives it back where it is missed.

Rules
-----
- Help shrinks by one level when the last three rounds at the present level settled, and
  grows by one when two of the last three did not. Each change begins the count anew.
- A level takes away and never adds: a schedule that shows less already stays as it is,
  and full help restores it.
- A settling of which nothing is shown never ends because it settled: that would tell.

Theory
------
What is shown at every trial is leaned on, and missed when it is gone; shown less often
it leaves more behind (the guidance hypothesis: Salmoni, Schmidt & Walter 1984; Winstein
& Schmidt 1990).
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

from biofeed.core.phase import LEVELS, ExitRule, Feedback, PhaseKind, less_help
from biofeed.core.protocol import ProtocolPhase, TrainingProtocol

LOOKED_BACK = 3
"""Rounds at one level that decide on it: fewer are chance, more make a person wait."""

MISSED_TO_GROW = 2
"""Of these, the rounds without settling that bring help back."""

BLIND_SETTLE_S = 180.0
"""How long a settling lasts that nothing else would end, s: most who settle have done
so, and who has not is not kept waiting."""

OWED_SETTLE_S = 120.0
"""A moment to come back, s: as long as what follows an activation at the least."""

OWED_SETTLE = ProtocolPhase(
    kind=PhaseKind.SETTLE,
    ends=(ExitRule.KEY, ExitRule.TIME),
    longest_s=OWED_SETTLE_S,
    feedback=Feedback.FULL,
    instruction="First, a moment to come back.",
    detail=(
        "The last session broke off in the middle. Feel where your body rests on"
        " something, and let the out-breath take its time."
    ),
)
"""What a session begins with after one that broke off before its settling was over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One round that says something of settling.

    A round whose signal was lost or could not be read, or in which no activation was
    seen, says nothing and is no trial.

    Attributes
    ----------
    feedback
        The most that was shown during its settling.
    settled
        Whether the body was back by its end.
    """

    feedback: Feedback
    settled: bool


def help_level(trials: Sequence[Trial], *, since: Feedback = Feedback.FULL) -> Feedback:
    """Return how much help comes next.

    Parameters
    ----------
    trials
        Oldest first; those at another level than the present one decide nothing.
    since
        The level before the first of them.

    >>> settled = Trial(feedback=Feedback.FULL, settled=True)
    >>> help_level([settled, settled, settled]).value
    'sparse'
    """
    level = since
    recent: deque[bool] = deque(maxlen=LOOKED_BACK)
    for trial in trials:
        if trial.feedback is not level:
            continue
        recent.append(trial.settled)
        moved = _moved(level, recent)
        if moved is not level:
            level = moved
            recent.clear()
    return level


def planned_level(protocol: TrainingProtocol) -> Feedback:
    """Return the most help that its rounds give: the level it was faded to.

    Full help where it has no rounds.
    """
    shown = (phase.feedback for phase in protocol.phases if _is_faded(phase))
    return min(shown, key=LEVELS.index, default=Feedback.FULL)


def faded(protocol: TrainingProtocol, level: Feedback) -> TrainingProtocol:
    """Return a protocol that gives no more help than a level, where it fades at all."""
    if not protocol.fades:
        return protocol
    phases = tuple(
        _at_most(phase, level) if _is_faded(phase) else phase
        for phase in protocol.phases
    )
    return replace(protocol, phases=phases)


def with_owed_settle(protocol: TrainingProtocol) -> TrainingProtocol:
    """Return a protocol that settles first, once a rest is known.

    One that does so anyway, or learns no rest, stays as it is.
    """
    kinds = [phase.kind for phase in protocol.phases]
    if PhaseKind.CALIBRATE not in kinds:
        return protocol
    place = kinds.index(PhaseKind.CALIBRATE) + 1
    if kinds[place : place + 1] == [PhaseKind.SETTLE]:
        return protocol
    before, after = protocol.phases[:place], protocol.phases[place:]
    return replace(protocol, phases=(*before, OWED_SETTLE, *after))


def within(protocol: TrainingProtocol, longest_s: float) -> TrainingProtocol:
    """Return a protocol that is at most this long, s; a shorter one stays as it is."""
    if protocol.longest_s is not None and protocol.longest_s <= longest_s:
        return protocol
    return replace(protocol, longest_s=longest_s)


def _moved(level: Feedback, recent: deque[bool]) -> Feedback:
    """One level on, back, or where it is."""
    place = LEVELS.index(level)
    if recent.count(False) >= MISSED_TO_GROW:
        return LEVELS[max(place - 1, 0)]
    if len(recent) == LOOKED_BACK and all(recent):
        return LEVELS[min(place + 1, len(LEVELS) - 1)]
    return level


def _is_faded(phase: ProtocolPhase) -> bool:
    return phase.round is not None and phase.kind in (
        PhaseKind.ACTIVATE,
        PhaseKind.SETTLE,
    )


def _at_most(phase: ProtocolPhase, level: Feedback) -> ProtocolPhase:
    feedback = less_help(phase.feedback, level)
    if feedback is phase.feedback:
        return phase
    if phase.kind is PhaseKind.ACTIVATE or feedback is not Feedback.BLIND:
        return replace(phase, feedback=feedback)
    ends = tuple(rule for rule in phase.ends if rule is not ExitRule.SETTLED)
    return replace(
        phase,
        feedback=feedback,
        ends=ends if ExitRule.TIME in ends else (*ends, ExitRule.TIME),
        longest_s=BLIND_SETTLE_S if phase.longest_s is None else phase.longest_s,
    )
