"""Lets the resting reference follow a calm body's slow drift, and nothing else.

Theory
------
Resting heart rate falls by 1.6 to 2.2 spreads within half an hour of sitting still,
in one person of ten by more than four, and RMSSD rises. Against a fixed reference the
first activation after that is missed. So the centre follows while the person is calm:
fast towards calmer and fast back to the rest that was calibrated, slowly beyond it and
never by more than one spread, which keeps that rest as the anchor and leaves no way to
eat an activation. The fast way back matters after a deep undershoot: without it the
reference stays low, and the person's ordinary rest reads as activated (1.9 false
episodes an hour at rest instead of 1.5, PhysioNet fantasia).
"""

from calibration.reference import Reference, Scale

CALM_BELOW_Z = 2.0
"""Only a person this near their rest lets the reference move, z."""

TOWARDS_CALM_S = 300.0
"""Time constant when the value is calmer than the centre, s."""

BACK_TO_ANCHOR_S = 300.0
"""Time constant when it is less calm and the centre has come down, s."""

BEYOND_ANCHOR_S = 900.0
"""Time constant when it is less calm than the rest as calibrated, s."""

FURTHEST_STEP = 3.0
"""Spreads that one value may pull with, so that an outlier pulls like a neighbour."""

MOST_TOWARDS_CALM = 6.0
"""How far the centre may follow a calming body, in spreads."""

MOST_TOWARDS_AROUSED = 1.0
"""How far it may follow the other way, in spreads."""


def follow(
    tracked: Reference,
    anchor: Reference,
    *,
    heart_rate_bpm: float,
    ln_rmssd: float | None,
    dt_s: float,
) -> Reference:
    """Move the tracked reference by one step towards what a calm body does.

    Parameters
    ----------
    tracked, anchor
        The reference as it has moved, and as it was calibrated.
    heart_rate_bpm, ln_rmssd
        The values of this step; the caller makes sure that the person is calm.
    dt_s
        Length of the step, s.
    """
    heart_rate = _moved(
        tracked.heart_rate_bpm, anchor.heart_rate_bpm, heart_rate_bpm, dt_s, calmer=-1.0
    )
    vagal = tracked.ln_rmssd
    if vagal is not None and anchor.ln_rmssd is not None and ln_rmssd is not None:
        vagal = _moved(vagal, anchor.ln_rmssd, ln_rmssd, dt_s, calmer=1.0)
    return Reference(heart_rate_bpm=heart_rate, ln_rmssd=vagal)


def _moved(
    scale: Scale, anchor: Scale, value: float, dt_s: float, *, calmer: float
) -> Scale:
    """Move one centre; ``calmer`` is the sign in which its signal calms."""
    spread = scale.spread
    moved = calmer * (scale.centre - anchor.centre)
    pull = calmer * (value - scale.centre)
    pull = max(-FURTHEST_STEP * spread, min(FURTHEST_STEP * spread, pull))
    if pull > 0.0:
        tau_s = TOWARDS_CALM_S
    else:
        tau_s = BACK_TO_ANCHOR_S if moved > 0.0 else BEYOND_ANCHOR_S
    moved += pull * dt_s / tau_s
    moved = max(-MOST_TOWARDS_AROUSED * spread, min(MOST_TOWARDS_CALM * spread, moved))
    return Scale(centre=anchor.centre + calmer * moved, spread=spread)
