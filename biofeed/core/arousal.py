"""The index: activation relative to the person's own rest.

Theory
------
Mean heart rate against the person's own rest carries nearly all that RR intervals
tell of arousal. The vagal part is kept small: it adds little, and slow breathing
moves it by three spreads with no change of arousal, so that a larger weight would let
a person breathe the number down instead of settling.
"""

from math import exp

from calibration.reference import Reference

HEART_RATE_WEIGHT = 0.8
"""Any share from 0.7 to 1 detects alike; 0.8 has the fewest false alarms at rest."""

VAGAL_FLOOR_Z = -1.0
"""Variability above rest earns no more than this, z: the guard against slow breath."""

DISPLAY_CENTRE_Z = 2.0
DISPLAY_WIDTH_Z = 1.2
"""The 0 to 100 scale: rest reads 16, 2 z reads 50, 4 z reads 84."""


def vagal_withdrawal_z(reference: Reference, ln_rmssd: float | None) -> float | None:
    """How far variability lies below rest, floored, z; None where unknown."""
    if reference.ln_rmssd is None or ln_rmssd is None:
        return None
    return max(-reference.ln_rmssd.standardise(ln_rmssd), VAGAL_FLOOR_Z)


def arousal_z(
    reference: Reference, heart_rate_bpm: float, withdrawal_z: float | None
) -> float:
    """Activation against a reference, z.

    Parameters
    ----------
    reference
        The person's rest, as calibrated or as tracked.
    heart_rate_bpm
        HR30, bpm.
    withdrawal_z
        From ``vagal_withdrawal_z``; None leaves heart rate alone to speak.
    """
    heart_rate_z = reference.heart_rate_bpm.standardise(heart_rate_bpm)
    if withdrawal_z is None:
        return heart_rate_z
    return HEART_RATE_WEIGHT * heart_rate_z + (1.0 - HEART_RATE_WEIGHT) * withdrawal_z


def display_scale(arousal: float) -> float:
    """Activation on the scale 0 to 100 of a dial; arithmetic stays on z.

    >>> round(display_scale(0.0)), round(display_scale(2.0)), round(display_scale(4.0))
    (16, 50, 84)
    """
    return 100.0 / (1.0 + exp(-(arousal - DISPLAY_CENTRE_Z) / DISPLAY_WIDTH_Z))
