"""States one grid second: where a person is, why it is unknown, and what clouds it."""

from biofeed.core.activation import Activation
from biofeed.core.episodes import EpisodeTracker
from biofeed.core.evidence import UNUSUALLY_LOW_Z
from biofeed.core.relative import Relative
from biofeed.core.signals import Signals
from biofeed.core.values import Quality, Second, State, Unknown


def why_unknown(signals: Signals, relative: Relative) -> Unknown | None:
    """Why there is no activation; None exactly when there is one."""
    if relative.arousal_z is not None:
        return None
    return signals.why_unknown or Unknown.NO_BASELINE_YET


def state_of(
    smoothed_z: float | None,
    unknown: Unknown | None,
    activation: Activation | None,
    *,
    k_off_z: float,
) -> State:
    """The state, from the smoothed activation and the activation that goes on."""
    if smoothed_z is None:
        calibrating = unknown is Unknown.NO_BASELINE_YET
        return State.CALIBRATING if calibrating else State.UNKNOWN
    if activation is not None:
        return State.COMING_BACK if activation.is_coming_back else State.ACTIVATED
    if smoothed_z < UNUSUALLY_LOW_Z:
        return State.UNUSUALLY_LOW
    return State.SETTLED if smoothed_z < k_off_z else State.ABOVE_REST


def second_at(
    now_s: float,
    signals: Signals,
    relative: Relative,
    episodes: EpisodeTracker,
    *,
    contact: bool | None,
) -> Second:
    """State a grid second whole."""
    unknown = why_unknown(signals, relative)
    k_off_z = episodes.rule.k_off_z
    return Second(
        t_s=now_s,
        state=state_of(relative.smoothed_z, unknown, episodes.current, k_off_z=k_off_z),
        why_unknown=unknown,
        heart_rate_bpm=signals.heart_rate_bpm,
        ln_rmssd=signals.ln_rmssd,
        arousal_z=relative.arousal_z,
        arousal0_z=relative.arousal0_z,
        smoothed_z=relative.smoothed_z,
        quality=signals.quality,
        accepted_share=signals.accepted_share,
        beat_age_s=signals.beat_age_s,
        slow_breathing=signals.slow_breathing,
        irregular_rhythm=signals.irregular_rhythm,
        movement_like=relative.movement_like,
        heart_rate_only=signals.heart_rate_only,
        contact=contact,
    )


def tags_of(signals: Signals, relative: Relative) -> frozenset[str]:
    """Circumstances of this second that an activation should be read with."""
    tags = {
        "movement_like": relative.movement_like,
        "slow_breathing": signals.slow_breathing,
        "fair_signal": signals.quality is Quality.FAIR,
        "irregular_rhythm": signals.irregular_rhythm,
        "heart_rate_only": signals.heart_rate_only,
    }
    return frozenset(tag for tag, holds in tags.items() if holds)
