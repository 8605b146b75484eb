"""The index: activation relative to the person's own rest.

Theory
------
Mean heart rate against the person's own rest carries nearly all that RR intervals
tell of arousal. The vagal part is kept small: it adds little, and slow breathing
moves it by three spreads with no change of arousal, so that a larger weight would let
a person breathe the number down instead of settling.
"""

from calibration.reference import Reference

HEART_RATE_WEIGHT = 0.8
"""Any share from 0.7 to 1 detects alike; 0.8 has the fewest false alarms at rest."""

VAGAL_FLOOR_Z = -1.0
"""Variability above rest earns no more than this, z: the guard against slow breath."""


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
