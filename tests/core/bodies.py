"""Makes seconds of a body whose activation is known."""

from biofeed.core.values import Quality, Second, State, Unknown


def second(
    t_s: float, *, smoothed_z: float | None = 0.0, state: State = State.SETTLED
) -> Second:
    """One second; unknown where there is no activation."""
    return Second(
        t_s=t_s,
        state=state,
        why_unknown=Unknown.POOR_SIGNAL if smoothed_z is None else None,
        heart_rate_bpm=None if smoothed_z is None else 62.0,
        ln_rmssd=None,
        arousal_z=smoothed_z,
        arousal0_z=smoothed_z,
        smoothed_z=smoothed_z,
        quality=Quality.GOOD,
        accepted_share=1.0,
        beat_age_s=0.5,
        slow_breathing=False,
        irregular_rhythm=False,
        movement_like=False,
        heart_rate_only=False,
        contact=None,
    )
