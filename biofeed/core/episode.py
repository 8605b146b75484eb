"""One activation and its way back, as a value."""

from dataclasses import dataclass, field
from enum import StrEnum


class Outcome(StrEnum):
    """How an activation ended.

    ``lost`` with the signal, or with the rest that it was measured against: it is
    counted, and says nothing of a return.
    """

    SETTLED = "settled"
    INTERRUPTED = "interrupted"
    UNRESOLVED = "unresolved"
    LOST = "lost"


class HalfLifeMethod(StrEnum):
    """How the half-life was found."""

    EXPONENTIAL = "exponential"
    ABOUT = "about"


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One activation and its way back.

    ``outcome`` is None while it goes on. Times are on the session's clock.

    Attributes
    ----------
    number
        Counts from 1 within the session.
    onset_s, confirmed_s, peak_s, release_s, settled_s
        When it rose, was certain, was highest, turned, and was back at rest.
    ended_s, outcome
        The last second that belongs to it, and how it ended there.
    peak_z
        Highest smoothed activation, z.
    settling_time_s
        From the turn to being back.
    half_life_s, half_life_method
        Time to half of the peak, from a gated exponential fit, or read off the curve
        ("about").
    recovered_pct
        Share of the peak that had come back 30, 60, 120 and 300 s after the turn;
        above 100 where it went below rest; None where that moment was not seen.
    load_z_s
        Area above the resting band, z·s.
    residual_z
        Where it stood at the end of one that did not settle: median of the last
        30 s, z.
    tags
        ``movement_like``, ``fair_signal``, ``slow_breathing``, ``irregular_rhythm``,
        ``heart_rate_only``: met on the way. ``reopened``: it rose again within 30 s of
        settling. ``gap``: more than 15 s of it were not seen.
    """

    number: int
    onset_s: float
    confirmed_s: float
    peak_s: float
    peak_z: float
    release_s: float | None = None
    settled_s: float | None = None
    ended_s: float | None = None
    outcome: Outcome | None = None
    settling_time_s: float | None = None
    half_life_s: float | None = None
    half_life_method: HalfLifeMethod | None = None
    recovered_pct: dict[int, float | None] = field(default_factory=dict)
    load_z_s: float = 0.0
    residual_z: float | None = None
    tags: tuple[str, ...] = ()
