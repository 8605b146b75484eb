"""Decides whether a rest may stand as a person's baseline, and says why not.

Rules
-----
- Every refusal has a reason of its own; a refused rest is still described.
- One rule for a live session, a replay and a file.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from calibration.priors import HEART_RATE_30, LN_RMSSD_60
from calibration.reference import Reference
from calibration.robust import Floats, robust_spread, theil_sen_slope
from calibration.shrinkage import shrunk_scale

LEAST_USABLE_S = 120
"""Two minutes: four independent windows of heart rate, s."""

GOOD_ACCEPTED = 0.95
"""Share of intervals that must pass the artefact gate without remark."""

LEAST_ACCEPTED = 0.90
"""Below this the rest is refused."""

LONGEST_GAP_S = 5.0
"""A longer hole leaves it open what happened in it, s."""

MOST_DRIFT_BPM = 3.0
"""Change of heart rate over the rest, by a robust line, bpm."""

MOST_SPREAD_BPM = 4.0
"""Robust spread of HR30 beyond which a person was not resting, bpm."""

MOST_SLOW_BREATHING = 0.25
"""Share of the rest under slow breathing: less is a sigh or two."""

FAR_FROM_HISTORY_BPM = 15.0
"""Twice the day-to-day spread of resting heart rate (6.6 bpm within people), bpm."""


class Verdict(StrEnum):
    """What became of a rest."""

    ACCEPTED = "accepted"
    ACCEPTED_WITH_WARNING = "accepted_with_warning"
    REFUSED = "refused"


class Reason(StrEnum):
    """Why a rest was refused, or accepted only with a warning."""

    TOO_SHORT = "too_short"
    TOO_MANY_ARTEFACTS = "too_many_artefacts"
    SOME_ARTEFACTS = "some_artefacts"
    GAP = "gap"
    HEART_RATE_DRIFTS = "heart_rate_drifts"
    HEART_RATE_UNSTEADY = "heart_rate_unsteady"
    SLOW_BREATHING = "slow_breathing"
    IRREGULAR_RHYTHM = "irregular_rhythm"
    FAR_FROM_HISTORY = "far_from_history"
    NO_VARIABILITY = "no_variability"


WARNINGS = frozenset(
    {
        Reason.SOME_ARTEFACTS,
        Reason.IRREGULAR_RHYTHM,
        Reason.FAR_FROM_HISTORY,
        Reason.NO_VARIABILITY,
    }
)
"""Reasons that leave a rest usable: the person is told, and the session goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RestSecond:
    """One second of a rest, as the core sees it.

    Attributes
    ----------
    t_s
        Grid point, s.
    heart_rate_bpm, ln_rmssd
        HR30 and lnRMSSD60; None where unknown.
    beats, accepted
        Intervals that arrived in this second, and those the gate accepted.
    beat_age_s
        Since the newest beat, s.
    slow_breathing, irregular_rhythm
        The circumstances under which variability is not read.
    """

    t_s: float
    heart_rate_bpm: float | None
    ln_rmssd: float | None
    beats: int
    accepted: int
    beat_age_s: float
    slow_breathing: bool
    irregular_rhythm: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """A rest, judged.

    Attributes
    ----------
    start_s, end_s
        The seconds it was taken from, on the session's clock.
    usable_s
        How many of its seconds gave a heart rate.
    reference
        The numbers; None where there were too few to make any.
    verdict, reasons
        What became of it, and why.
    """

    start_s: float
    end_s: float
    usable_s: float
    reference: Reference | None
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationProgress:
    """How far the search for a rest has come.

    Attributes
    ----------
    usable_s, needed_s
        Seconds gathered, and seconds needed before a decision.
    settling_in_s
        Seconds still to wait before gathering begins; 0 once it has.
    disturbance
        What stands in the way right now, if anything.
    """

    usable_s: float
    needed_s: float
    settling_in_s: float = 0.0
    disturbance: Reason | None = None


def judge(rest: Sequence[RestSecond], *, history_bpm: float | None = None) -> Baseline:
    """Judge the seconds of one rest.

    Parameters
    ----------
    rest
        Seconds of the 1 s grid, oldest first, at least one.
    history_bpm
        The person's usual resting heart rate, where it is known, bpm.

    Returns
    -------
    The rest with its reference (None with fewer than two values of heart rate) and
    every reason against it.
    """
    heart_rate = _known([second.heart_rate_bpm for second in rest])
    reasons = list(_reasons(rest, heart_rate, history_bpm))
    reference = _reference(rest, heart_rate)
    if reference is not None and reference.ln_rmssd is None:
        reasons.append(Reason.NO_VARIABILITY)
    return Baseline(
        start_s=rest[0].t_s - 1.0,
        end_s=rest[-1].t_s,
        usable_s=float(heart_rate.size),
        reference=reference,
        verdict=_verdict(reasons),
        reasons=tuple(reasons),
    )


def _reasons(
    rest: Sequence[RestSecond], heart_rate: Floats, history_bpm: float | None
) -> list[Reason]:
    reasons: list[Reason] = []
    if heart_rate.size < LEAST_USABLE_S:
        reasons.append(Reason.TOO_SHORT)
    beats = sum(second.beats for second in rest)
    accepted = sum(second.accepted for second in rest)
    if accepted < LEAST_ACCEPTED * beats:
        reasons.append(Reason.TOO_MANY_ARTEFACTS)
    elif accepted < GOOD_ACCEPTED * beats:
        reasons.append(Reason.SOME_ARTEFACTS)
    if max(second.beat_age_s for second in rest) > LONGEST_GAP_S:
        reasons.append(Reason.GAP)
    if heart_rate.size >= 2:
        reasons += _unrest(heart_rate, history_bpm)
    slow = sum(second.slow_breathing for second in rest)
    if slow > MOST_SLOW_BREATHING * len(rest):
        reasons.append(Reason.SLOW_BREATHING)
    if any(second.irregular_rhythm for second in rest):
        reasons.append(Reason.IRREGULAR_RHYTHM)
    return reasons


def _unrest(heart_rate: Floats, history_bpm: float | None) -> list[Reason]:
    reasons: list[Reason] = []
    if abs(theil_sen_slope(heart_rate)) * heart_rate.size >= MOST_DRIFT_BPM:
        reasons.append(Reason.HEART_RATE_DRIFTS)
    centre = float(np.median(heart_rate))
    if robust_spread(heart_rate) >= MOST_SPREAD_BPM:
        reasons.append(Reason.HEART_RATE_UNSTEADY)
    if history_bpm is not None and abs(centre - history_bpm) > FAR_FROM_HISTORY_BPM:
        reasons.append(Reason.FAR_FROM_HISTORY)
    return reasons


def _reference(rest: Sequence[RestSecond], heart_rate: Floats) -> Reference | None:
    if heart_rate.size < 2:
        return None
    ln_rmssd = _known([second.ln_rmssd for second in rest])
    readable = ln_rmssd.size >= LEAST_USABLE_S / 2
    return Reference(
        heart_rate_bpm=shrunk_scale(heart_rate, HEART_RATE_30),
        ln_rmssd=shrunk_scale(ln_rmssd, LN_RMSSD_60) if readable else None,
    )


def _verdict(reasons: Sequence[Reason]) -> Verdict:
    if any(reason not in WARNINGS for reason in reasons):
        return Verdict.REFUSED
    return Verdict.ACCEPTED_WITH_WARNING if reasons else Verdict.ACCEPTED


def _known(values: Sequence[float | None]) -> Floats:
    return np.array([value for value in values if value is not None], dtype=float)
