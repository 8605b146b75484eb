"""Holds the person's rest, lets it drift, and states activation against it.

Rules
-----
- Live use reads the tracked rest; the rest as calibrated is kept beside it for ever.
- While breathing is slow the resting variability stands still: what breathing does to
  it says nothing of rest. The index itself is guarded by the floor of its vagal part.
"""

from collections import deque
from dataclasses import dataclass
from statistics import median

from biofeed.core.arousal import arousal_z, vagal_withdrawal_z
from biofeed.core.signals import Signals
from calibration.drift import CALM_BELOW_Z, follow
from calibration.reference import Reference

SMOOTH_OVER_S = 5
"""Seconds in the causal median that decisions are made on, s."""

MOVEMENT_Z = 12.0
"""Heart rate this far above rest is movement, or looks like it, z."""

MOVEMENT_JUMP_BPM = 15.0
MOVEMENT_WITHIN_S = 10.0
"""A rise of heart rate by so much in so short a time looks like movement, bpm and s."""

MOVEMENT_STAYS_S = 60
"""After a movement the reference stands still this long, s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """Activation at one grid point, z; all None before there is a rest.

    The two smoothed values are medians over the last 5 s.
    """

    arousal_z: float | None
    arousal0_z: float | None
    smoothed_z: float | None
    smoothed0_z: float | None
    movement_like: bool


class RelativeToRest:
    """Activation against one person's rest of this session."""

    def __init__(self) -> None:
        self._anchor: Reference | None = None
        self._tracked: Reference | None = None
        self._follows_from_s = 0.0
        self._recent: deque[float] = deque(maxlen=SMOOTH_OVER_S)
        self._recent0: deque[float] = deque(maxlen=SMOOTH_OVER_S)
        self._sudden: deque[tuple[float, float]] = deque()
        self._still_after_s = float("-inf")

    @property
    def is_known(self) -> bool:
        """Whether there is a rest to be relative to."""
        return self._anchor is not None

    @property
    def rest_bpm(self) -> float | None:
        """Heart rate of the rest as calibrated, bpm; None before there is one."""
        return None if self._anchor is None else self._anchor.heart_rate_bpm.centre

    def anchor(self, reference: Reference, *, follows_from_s: float) -> None:
        """Take a rest as the zero; it may drift from ``follows_from_s`` on."""
        self._anchor = self._tracked = reference
        self._follows_from_s = follows_from_s
        self._recent.clear()
        self._recent0.clear()

    def step(self, t_s: float, signals: Signals) -> Relative:
        """State activation at a grid point, and let the rest follow a calm body."""
        vagal = _readable(signals)
        moves = self._note_movement(t_s, signals)
        heart_rate = signals.heart_rate_bpm
        if self._anchor is None or self._tracked is None or heart_rate is None:
            self._recent.clear()
            self._recent0.clear()
            return Relative(
                arousal_z=None,
                arousal0_z=None,
                smoothed_z=None,
                smoothed0_z=None,
                movement_like=moves,
            )
        arousal = _against(self._tracked, heart_rate, vagal)
        arousal0 = _against(self._anchor, heart_rate, vagal)
        self._recent.append(arousal)
        self._recent0.append(arousal0)
        if self._may_follow(t_s, arousal):
            self._tracked = follow(
                self._tracked,
                self._anchor,
                heart_rate_bpm=heart_rate,
                ln_rmssd=None if signals.slow_breathing else vagal,
                dt_s=1.0,
            )
        return Relative(
            arousal_z=arousal,
            arousal0_z=arousal0,
            smoothed_z=median(self._recent),
            smoothed0_z=median(self._recent0),
            movement_like=moves,
        )

    def _may_follow(self, t_s: float, arousal: float) -> bool:
        settled_in = t_s > self._follows_from_s
        return settled_in and t_s >= self._still_after_s and arousal < CALM_BELOW_Z

    def _note_movement(self, t_s: float, signals: Signals) -> bool:
        sudden = signals.sudden_bpm
        if sudden is not None:
            self._sudden.append((t_s, sudden))
            while self._sudden[0][0] <= t_s - MOVEMENT_WITHIN_S:
                self._sudden.popleft()
            lowest = min(bpm for _, bpm in self._sudden)
            jumped = sudden - lowest > MOVEMENT_JUMP_BPM
            if jumped or self._rate_z(signals) > MOVEMENT_Z:
                self._still_after_s = t_s + MOVEMENT_STAYS_S
        return t_s < self._still_after_s

    def _rate_z(self, signals: Signals) -> float:
        if self._tracked is None or signals.heart_rate_bpm is None:
            return 0.0
        return self._tracked.heart_rate_bpm.standardise(signals.heart_rate_bpm)


def _readable(signals: Signals) -> float | None:
    """Variability, where the rhythm and the strap let it be read."""
    if signals.irregular_rhythm or signals.heart_rate_only:
        return None
    return signals.ln_rmssd


def _against(
    reference: Reference, heart_rate_bpm: float, ln_rmssd: float | None
) -> float:
    return arousal_z(reference, heart_rate_bpm, vagal_withdrawal_z(reference, ln_rmssd))
