"""What a session holds a body to: heart rate, paced breath, activation, length.

Rules
-----
- Limits can be lowered, never raised: whatever is asked for goes through ``stricter``.
- They are for a person who sits. They are no medical judgement, and none is made here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from biofeed.core.phase import ActivationKind

SLOWEST_PER_MIN = 4.0
"""Slowest paced breath, 1/min: slower wants breaths so deep that untrained people
over-breathe (PetCO2 below 30 mmHg in a third of them, PLoS ONE 0218550)."""

FASTEST_PER_MIN = 8.0
"""Fastest paced breath, 1/min: beyond it air is moved faster than a body at rest asks
for, and the breath no longer swings the heart rate much (Lehrer 2020)."""

DRIFT_PER_S = 0.5 / 30.0
"""Fastest change of a running pace, 1/min each second: nobody is pulled along."""

LEAST_IN_S = 3.0
"""Shortest paced in-breath, s: a shorter one is drawn, not let in."""

PAUSE_ABOVE_REST_BPM = 40.0
"""Above one's own rest, bpm: well beyond what sitting and feeling bring about."""

PAUSE_ABOVE_BPM = 120.0
"""Pause whatever the rest is, bpm: for a person who sits this is exertion's range."""

PAUSE_AFTER_S = 15
"""How long before a pause, s: longer than a startle, a cough or standing up."""

STOP_ABOVE_BPM = 150.0
"""Stop above this, bpm: no exercise here asks a heart to work as in a run."""

STOP_BELOW_BPM = 40.0
"""Stop below this, bpm: slower than nearly all who are awake, and near fainting."""

STOP_AFTER_S = 5
"""How long before a stop, s: short, and still more than one misread beat."""

STOP_SHARE_OF_MAXIMUM = 0.75
"""Of the heart rate that is a person's highest: where vigorous effort begins."""

MAXIMUM_AT_BIRTH_BPM = 208.0
MAXIMUM_LOST_PER_YEAR_BPM = 0.7
"""Highest heart rate by age, bpm and bpm a year (Tanaka, Monahan & Seals 2001)."""

DAILY_DOSE_S = 600.0
"""Activation in one day over all sessions, s: small doses, and time between them."""

HEART_RATE_BACK_WITHIN = 0.10
"""Before the next activation the heart rate is back to this share of the rest."""

USUAL_SESSION_S = 1200.0
LONGEST_SESSION_S = 1800.0
FIRST_SESSION_S = 600.0
"""Length of a session, s: as a rule, at most, and the first time (untrained people who
follow a pacer for long over-breathe: PLoS ONE 0218550)."""

CEILING_FOR_S = 3
"""How long an activation is above its ceiling before it is let go, s: the index is a
median of 5 s, so this is no single beat."""

UNREADABLE_FOR_S = 10
"""An activation that cannot be followed any more is let go after this long, s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivationLimit:
    """What an activation of one kind may be at most.

    Attributes
    ----------
    longest_s
        How long one of them is, s.
    most
        How many there are in a session.
    rest_s
        From the end of one to the beginning of the next, at least, s.
    """

    longest_s: float
    most: int
    rest_s: float


ACTIVATIONS: Mapping[ActivationKind, ActivationLimit] = {
    ActivationKind.BODY: ActivationLimit(longest_s=120.0, most=3, rest_s=120.0),
    ActivationKind.MOMENT: ActivationLimit(longest_s=60.0, most=3, rest_s=120.0),
    # Six swings of 20 s are less than three moments of 60 s. What follows each is
    # shorter, and before the next the heart rate is back all the same.
    ActivationKind.TOUCH: ActivationLimit(longest_s=20.0, most=6, rest_s=30.0),
}
"""By how it comes about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeartRateLimits:
    """Where a live session pauses, and where it ends.

    Attributes
    ----------
    pause_above_rest_bpm, pause_above_bpm
        Pause above this much over the rest, or above this, whichever is less, bpm.
    pause_after_s
        Consecutive trusted seconds of it before a pause, s.
    stop_above_bpm, stop_below_bpm
        The session ends above or below these, bpm.
    stop_after_s
        Consecutive trusted seconds of it before the end, s.
    """

    pause_above_rest_bpm: float = PAUSE_ABOVE_REST_BPM
    pause_above_bpm: float = PAUSE_ABOVE_BPM
    pause_after_s: int = PAUSE_AFTER_S
    stop_above_bpm: float = STOP_ABOVE_BPM
    stop_below_bpm: float = STOP_BELOW_BPM
    stop_after_s: int = STOP_AFTER_S


def limits_for(age_years: float | None) -> HeartRateLimits:
    """Return the limits for an age, years; the usual ones where it is not known.

    >>> limits_for(None).stop_above_bpm
    150.0
    >>> limits_for(60.0).stop_above_bpm
    124.5
    """
    if age_years is None:
        return HeartRateLimits()
    maximum_bpm = MAXIMUM_AT_BIRTH_BPM - MAXIMUM_LOST_PER_YEAR_BPM * age_years
    ceiling_bpm = min(STOP_ABOVE_BPM, STOP_SHARE_OF_MAXIMUM * maximum_bpm)
    return HeartRateLimits(stop_above_bpm=ceiling_bpm)


def stricter(limits: HeartRateLimits, asked: HeartRateLimits) -> HeartRateLimits:
    """Return the more careful of both, field by field."""
    return HeartRateLimits(
        pause_above_rest_bpm=min(
            limits.pause_above_rest_bpm, asked.pause_above_rest_bpm
        ),
        pause_above_bpm=min(limits.pause_above_bpm, asked.pause_above_bpm),
        pause_after_s=min(limits.pause_after_s, asked.pause_after_s),
        stop_above_bpm=min(limits.stop_above_bpm, asked.stop_above_bpm),
        stop_below_bpm=max(limits.stop_below_bpm, asked.stop_below_bpm),
        stop_after_s=min(limits.stop_after_s, asked.stop_after_s),
    )
