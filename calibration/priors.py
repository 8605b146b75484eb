"""What is known of people at rest before this one has been seen.

The spreads are medians over 40 people at rest (20 young, 20 old; two hours supine,
PhysioNet fantasia 1.0.0, Iyengar et al. 1996), each the robust standard deviation of
the signal over three minutes.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Prior:
    """A signal's usual resting spread, and the window it is computed over.

    Attributes
    ----------
    spread
        In the signal's unit.
    window_s
        Values closer than this share beats, so they are not independent.
    people
        How many people the spread comes from.
    source
        Where they were measured.
    """

    spread: float
    window_s: float
    people: int = 40
    source: str = "PhysioNet fantasia 1.0.0 (Iyengar et al. 1996)"


HEART_RATE_30 = Prior(spread=1.49, window_s=30.0)
"""Mean heart rate of 30 s, bpm."""

LN_RMSSD_60 = Prior(spread=0.15, window_s=60.0)
"""ln of RMSSD (ms) of 60 s."""

PRIOR_WEIGHT = 5.0
"""Windows the prior is worth: three minutes of rest hold three to six of their own."""
