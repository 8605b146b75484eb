"""Says whether an activation may begin, and how long it may be: the dose.

Rules
-----
- What was taken is counted as it is taken, a second at a time: an activation that is
  broken off has cost what it lasted.
- The day's dose and the session's count are never exceeded, whatever a protocol asks.
"""

from enum import StrEnum

from biofeed.core.phase import ActivationKind
from biofeed.core.safety import (
    ACTIVATIONS,
    DAILY_DOSE_S,
    HEART_RATE_BACK_WITHIN,
)

LEAST_WORTH_S = 15.0
"""A shorter rest of the day's dose is left: no heart rises in less, s."""


class Readiness(StrEnum):
    """Whether the next activation may begin."""

    NOW = "now"
    LATER = "later"
    NO_MORE = "no_more"


def rest_left_s(kind: ActivationKind, ended_s: float, t_s: float) -> float:
    """How long after one that ended the next may not begin, whatever the heart does, s.

    >>> rest_left_s(ActivationKind.MOMENT, ended_s=300.0, t_s=375.0)
    45.0
    """
    return max(0.0, ACTIVATIONS[kind].rest_s - (t_s - ended_s))


class Dosing:
    """The activations of one session.

    Parameters
    ----------
    taken_s
        Activation that the person has had today already, s.
    """

    def __init__(self, taken_s: float = 0.0) -> None:
        self._taken_s = taken_s
        self._count: dict[ActivationKind, int] = {}
        self._begun_s: float | None = None
        self._ended_s = float("-inf")

    def readiness(
        self,
        kind: ActivationKind,
        t_s: float,
        *,
        heart_rate_bpm: float | None,
        rest_bpm: float | None,
    ) -> Readiness:
        """Whether an activation of this kind may begin at ``t_s``."""
        limit = ACTIVATIONS[kind]
        left_s = DAILY_DOSE_S - self._taken_s
        if self._count.get(kind, 0) >= limit.most or left_s < LEAST_WORTH_S:
            return Readiness.NO_MORE
        if rest_left_s(kind, self._ended_s, t_s):
            return Readiness.LATER
        is_back = _is_back(heart_rate_bpm, rest_bpm)
        return Readiness.NOW if is_back else Readiness.LATER

    def begin(self, kind: ActivationKind, t_s: float, *, asked_s: float) -> float:
        """Begin an activation; return how long it may be at most, s."""
        self._count[kind] = self._count.get(kind, 0) + 1
        self._begun_s = t_s
        left_s = DAILY_DOSE_S - self._taken_s
        return max(0.0, min(asked_s, ACTIVATIONS[kind].longest_s, left_s))

    def end(self, t_s: float) -> None:
        """Count what the activation that goes on has cost."""
        if self._begun_s is not None:
            self._taken_s += t_s - self._begun_s
            self._begun_s, self._ended_s = None, t_s


def _is_back(heart_rate_bpm: float | None, rest_bpm: float | None) -> bool:
    """Whether the heart rate is known, and near enough to the rest."""
    if heart_rate_bpm is None or rest_bpm is None:
        return False
    return heart_rate_bpm <= rest_bpm * (1.0 + HEART_RATE_BACK_WITHIN)
