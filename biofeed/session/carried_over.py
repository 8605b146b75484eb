"""Says what a person's earlier sessions mean for the one that begins now.

Rules
-----
- All of it is read from journals, at the start, in well under a second: the first line
  of each session, and no more than the last few of them as a whole.
- A journal that cannot be read says nothing of help or of settling. If it is of today,
  what can be read of it counts for the dose, whoever's it is.
- What was practised longer ago than is looked back begins with all help again.
"""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from itertools import groupby
from pathlib import Path
from statistics import median

from biofeed.core.fading import Trial, help_level, planned_level
from biofeed.core.phase import ActivationKind, Feedback, PhaseKind
from biofeed.core.protocol import TrainingProtocol
from biofeed.core.rounds import PracticeRound, RoundOutcome, rounds_of
from biofeed.core.safety import DAILY_DOSE_S
from biofeed.core.values import PhaseChanged, SessionExit
from biofeed.session.clock import LocalTime, local_time
from biofeed.session.dose_taken import Practised, day_began, dose_taken_s
from biofeed.session.earlier import EarlierSession, Unclaimed, earlier_sessions
from biofeed.session.glimpse import Glimpse, footer_of, glimpse

LOOKED_BACK = 10
"""Sessions with rounds that are read: some weeks of practice, and some 0.1 s."""

LONGEST_DAY = timedelta(days=1)
"""What began earlier than a day before midnight does not reach into today."""

SETTLE_OWED_FOR = timedelta(days=1)
"""A settling that was broken off is made up for within a day; later it is long over."""

KNOWN_AFTER_S = 300.0
"""Who stopped sooner has not yet seen what a session is, s."""

TRANSFER_PROBE = "transfer-probe"
"""The protocol that is compared with the others, and so is none of them."""

_TRIALS = {
    RoundOutcome.SETTLED: True,
    RoundOutcome.UNRESOLVED: False,
    RoundOutcome.INTERRUPTED: False,
}
"""Outcomes that say something of settling; the others are no trial."""

_log = logging.getLogger(__name__)

Looks = Callable[[Path], Glimpse | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedOver:
    """What a session that begins now takes over.

    Attributes
    ----------
    sessions
        How many there were, whatever became of them.
    is_first
        Whether none of them came to its end, or went on for ``KNOWN_AFTER_S``.
    dose_taken_s
        Activation that the person has had today, s.
    owes_settle
        Whether the last one broke off in an activation or in the settling after it.
    help_levels
        How much help comes next, by the name of a protocol that fades.
    trained_s
        Settling times of rounds with help, oldest first, by how the activation came
        about, s; those of the transfer probe are not among them.
    """

    sessions: int = 0
    is_first: bool = True
    dose_taken_s: float = 0.0
    owes_settle: bool = False
    help_levels: Mapping[str, Feedback] = field(default_factory=dict)
    trained_s: Mapping[ActivationKind, tuple[float, ...]] = field(default_factory=dict)

    @property
    def dose_left_s(self) -> float:
        """Activation that is left of today's, s."""
        return max(0.0, DAILY_DOSE_S - self.dose_taken_s)

    def help_for(self, protocol: TrainingProtocol) -> Feedback:
        """How much help a protocol begins with; all of it the first time."""
        return self.help_levels.get(protocol.name, Feedback.FULL)

    def trained_median_s(self, activation: ActivationKind) -> float | None:
        """Median of ``trained_s``, s; None where there are none."""
        times_s = self.trained_s.get(activation)
        return median(times_s) if times_s else None


def carried_over(
    pseudonym: str,
    *,
    simulated: bool = False,
    home: Path | None = None,
    now: LocalTime | None = None,
) -> CarriedOver:
    """Read what a person's earlier sessions mean for the next.

    Parameters
    ----------
    pseudonym
        Who; may be empty, and is then everybody who gave none.
    simulated
        Whether it is a simulated person: their sessions and real ones are kept apart.
    home
        Where the program keeps everything; None for the usual place.
    now
        What day it is; None reads the calendar.

    Raises
    ------
    UnusablePath
        If the sessions may not be looked at.
    """
    now = local_time() if now is None else now
    theirs, unclaimed = earlier_sessions(pseudonym, simulated=simulated, home=home)
    look = cache(_look)
    practised = [each for each in theirs if each.header.settings.protocol.rounds]
    rounds = [
        (session.header.settings.protocol, _rounds_of(seen))
        for session in practised[-LOOKED_BACK:]
        if (seen := look(session.folder)) is not None
    ]
    return CarriedOver(
        sessions=len(theirs),
        is_first=not any(_is_known_by(session) for session in reversed(theirs)),
        dose_taken_s=_dose_taken_s(theirs, unclaimed, look, since=day_began(now)),
        owes_settle=_owes_settle(theirs, look, now=datetime.fromisoformat(now.utc)),
        help_levels=_help_levels(rounds),
        trained_s=_trained_s(rounds),
    )


def _look(folder: Path) -> Glimpse | None:
    try:
        return glimpse(folder)
    except OSError as failure:
        _log.warning("session %s is passed over: %s", folder.name, failure.strerror)
        return None


def _is_known_by(session: EarlierSession) -> bool:
    """Whether the person knows from it what a session is."""
    try:
        footer = footer_of(session.folder)
    except OSError:
        return False
    if footer is None:
        return False
    return footer.exit is SessionExit.COMPLETED or footer.t_s >= KNOWN_AFTER_S


def _dose_taken_s(
    theirs: Sequence[EarlierSession],
    unclaimed: Sequence[Unclaimed],
    look: Looks,
    *,
    since: datetime,
) -> float:
    told = [
        (each.began, each.folder, each.header.settings.dose_taken_s) for each in theirs
    ]
    anybodys = [(each.began, each.folder, 0.0) for each in unclaimed]
    return dose_taken_s(
        (
            Practised(began=began, seen=seen, told_s=told_s)
            for began, folder, told_s in sorted([*told, *anybodys])
            if began >= since - LONGEST_DAY and (seen := look(folder)) is not None
        ),
        since=since,
    )


def _owes_settle(
    theirs: Sequence[EarlierSession], look: Looks, *, now: datetime
) -> bool:
    for session in reversed(theirs):
        if now - session.began > SETTLE_OWED_FOR + LONGEST_DAY:
            return False
        seen = look(session.folder)
        if seen is None or seen.is_running:
            continue
        if now - session.began - timedelta(seconds=seen.last_s) > SETTLE_OWED_FOR:
            return False
        owes = _left_open(seen)
        if owes is not None:
            return owes
    return False


def _left_open(seen: Glimpse) -> bool | None:
    """Whether a session ended before a settling was over; None where it met none."""
    kinds = [kind for kind, _ in groupby(seen.phases, _kind_on_the_way)]
    kinds = [kind for kind, _ in groupby(kind for kind in kinds if kind is not None)]
    if PhaseKind.ACTIVATE not in kinds and PhaseKind.SETTLE not in kinds:
        return None
    if not seen.broke_off:
        return False
    if kinds[-1] is PhaseKind.SETTLE:
        # One that itself made up for an earlier one has not done so.
        return True if PhaseKind.ACTIVATE in kinds[-2:] else None
    return kinds[-1] is PhaseKind.ACTIVATE


def _kind_on_the_way(phase: PhaseChanged) -> PhaseKind | None:
    """What a phase is for; None for a rest that is learned anew, in between."""
    between = phase.kind is PhaseKind.CALIBRATE and phase.step is None
    return None if between else phase.kind


def _rounds_of(seen: Glimpse) -> tuple[PracticeRound, ...]:
    latest = {each.episode.number: each.episode for each in seen.episodes}
    return rounds_of(
        seen.rounds,
        episodes=tuple(latest.values()),
        irregular_s=seen.irregular_s,
    )


def _help_levels(
    sessions: Sequence[tuple[TrainingProtocol, tuple[PracticeRound, ...]]],
) -> dict[str, Feedback]:
    """Fold the rounds since a protocol was last begun at another level.

    What was planned holds: the level of a session is in its header, so that nothing
    depends on how far is looked back.
    """
    runs: dict[str, tuple[Feedback, list[Trial]]] = {}
    for protocol, rounds in sessions:
        if not protocol.fades:
            continue
        level = planned_level(protocol)
        if protocol.name not in runs or runs[protocol.name][0] is not level:
            runs[protocol.name] = level, []
        runs[protocol.name][1].extend(_trials(rounds))
    return {
        name: help_level(tried, since=level) for name, (level, tried) in runs.items()
    }


def _trials(rounds: Sequence[PracticeRound]) -> Iterator[Trial]:
    for each in rounds:
        settled = _TRIALS.get(each.outcome)
        if settled is not None:
            yield Trial(feedback=each.feedback, settled=settled)


def _trained_s(
    sessions: Sequence[tuple[TrainingProtocol, tuple[PracticeRound, ...]]],
) -> dict[ActivationKind, tuple[float, ...]]:
    times_s: dict[ActivationKind, list[float]] = {}
    for protocol, rounds in sessions:
        if protocol.name == TRANSFER_PROBE:
            continue
        for each in rounds:
            settled = each.outcome is RoundOutcome.SETTLED
            time_s = None if each.episode is None else each.episode.settling_time_s
            if settled and time_s is not None and each.feedback is not Feedback.BLIND:
                times_s.setdefault(each.activation, []).append(time_s)
    return {activation: tuple(found) for activation, found in times_s.items()}
