"""Decides whether a rest may stand as a person's baseline, and says why not.

Rules
-----
- Every refusal has a reason of its own; a refused rest is still described.
- Thresholds are those of the acceptance rule (science: D1).
"""

from dataclasses import dataclass
from enum import StrEnum

from calibration.reference import Reference


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
