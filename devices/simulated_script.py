"""Who is simulated, and what happens to them: arousal, breathing and drift."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from devices.simulated_dynamics import Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A heart and its two nerves.

    The defaults are the average adult of the model; ``drawn`` gives another one.

    Attributes
    ----------
    age_years
        Sets the intrinsic rate.
    vagal_rest, sympathetic_rest
        The two drives at rest, without unit.
    rsa
        Share of the vagal drive that breathing moves.
    breathing_hz
        Breaths a second when left alone.
    sympathetic_gain
        Sympathetic drive that full arousal adds; 0.5 for a load like jogging.
    vagal_withdrawal
        Share of the vagal drive that full arousal takes away; 0.55 for such a load.
    """

    age_years: float = 41.0
    vagal_rest: float = 0.60
    sympathetic_rest: float = 0.15
    rsa: float = 0.20
    breathing_hz: float = 0.24
    sympathetic_gain: float = 0.15
    vagal_withdrawal: float = 0.36

    @classmethod
    def drawn(cls, rng: np.random.Generator) -> Self:
        """Draw an adult: the spreads are those of healthy people of 22 to 60 years."""
        return cls(
            age_years=float(rng.uniform(22.0, 60.0)),
            vagal_rest=float(np.clip(rng.normal(0.60, 0.08), 0.3, 0.9)),
            sympathetic_rest=float(np.clip(rng.normal(0.15, 0.04), 0.02, 0.4)),
            rsa=float(np.clip(rng.normal(0.20, 0.06), 0.03, 0.4)),
            breathing_hz=float(np.clip(rng.normal(0.24, 0.03), 0.15, 0.35)),
        )

    @property
    def intrinsic_rate_bpm(self) -> float:
        """Rate of a heart left to itself, bpm (Jose & Collison 1970)."""
        return 118.1 - 0.57 * self.age_years


@dataclass(frozen=True, slots=True, kw_only=True)
class ArousalEvent:
    """One activation and its way back.

    Attributes
    ----------
    on_s, off_s
        When it begins, and when it lets go, s.
    level
        What it rises towards: 0 is rest, 1 is full arousal.
    rise_s, decay_s
        Time constants of the way up and down, s.
    residual
        Share of its height that never comes back.
    """

    on_s: float
    off_s: float
    level: float
    rise_s: float = 8.0
    decay_s: float = 30.0
    residual: float = 0.0

    def arousal_at(self, t_s: Floats) -> Floats:
        """Arousal that this event alone makes; same shape as ``t_s``."""
        up = self.level * (
            1.0 - np.exp(-np.maximum(t_s - self.on_s, 0.0) / self.rise_s)
        )
        top = self.level * (1.0 - np.exp(-(self.off_s - self.on_s) / self.rise_s))
        gone = np.exp(-np.maximum(t_s - self.off_s, 0.0) / self.decay_s)
        down = top * (self.residual + (1.0 - self.residual) * gone)
        return np.where(t_s < self.off_s, up, down)


@dataclass(frozen=True, slots=True, kw_only=True)
class PacedBreathing:
    """A stretch in which a pacer leads the breath.

    ``tidal`` is the depth of a breath, 1 being the usual one: who slows down breathes
    deeper.
    """

    start_s: float
    end_s: float
    breaths_per_min: float = 6.0
    tidal: float = 1.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """What happens to a person.

    Attributes
    ----------
    duration_s
        How long it lasts, s.
    arousal
        The activations; where two overlap the higher one counts.
    breathing
        Where a pacer leads; elsewhere breathing is free.
    heart_rate_drift_bpm
        What the resting rate gains until the end, bpm; people who sit down lose some.
    """

    duration_s: float
    arousal: tuple[ArousalEvent, ...] = ()
    breathing: tuple[PacedBreathing, ...] = ()
    heart_rate_drift_bpm: float = 0.0

    def arousal_at(self, t_s: Floats) -> Floats:
        """The truth: arousal at each time, of the same shape as ``t_s``."""
        height = np.zeros_like(t_s)
        for event in self.arousal:
            height = np.maximum(height, event.arousal_at(t_s))
        return height
