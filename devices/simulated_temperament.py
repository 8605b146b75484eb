"""How a simulated person answers what is asked of them, in body and in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from devices.simulated_script import ArousalEvent


class LetsGo(StrEnum):
    """When an activation that is over is let go.

    ``when_asked`` as the settling begins; ``after_settling`` only when it is over, so
    that all of the settling is spent aroused.
    """

    WHEN_ASKED = "when_asked"
    AFTER_SETTLING = "after_settling"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rise:
    """An activation and its way back, wherever in a session it happens.

    Attributes
    ----------
    level
        What it rises towards: 0 is rest, 1 is full arousal.
    rise_s, decay_s
        Time constants of the way up and down, s.
    residual
        Share of its height that never comes back.
    """

    level: float
    rise_s: float = 8.0
    decay_s: float = 20.0
    residual: float = 0.0

    def at(self, on_s: float, off_s: float) -> ArousalEvent:
        """Let it happen between two moments, s."""
        return ArousalEvent(
            on_s=on_s,
            off_s=off_s,
            level=self.level,
            rise_s=self.rise_s,
            decay_s=self.decay_s,
            residual=self.residual,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Temperament:
    """How somebody answers.

    Attributes
    ----------
    standing, moment, touch
        The body's answer to standing up, to a moment of one's own, and to a few
        breaths with it.
    lets_go
        When an activation that is over is let go.
    settling_breaths_per_min, looking_breaths_per_min
        How they breathe while they settle, and while they try out what the breath
        does; None where the breath is left alone.
    felt_at_rest, felt_at_full
        What they feel at rest and at full arousal, on the scale from 0 to 10.
    """

    standing: Rise
    moment: Rise
    touch: Rise
    lets_go: LetsGo = LetsGo.WHEN_ASKED
    settling_breaths_per_min: float | None = None
    looking_breaths_per_min: float | None = 7.0
    felt_at_rest: float = 1.0
    felt_at_full: float = 7.0

    def felt(self, arousal: float) -> float:
        """What an arousal feels like, from 0 to 10."""
        felt = self.felt_at_rest + (self.felt_at_full - self.felt_at_rest) * arousal
        return min(10.0, max(0.0, felt))


TEMPERAMENTS: Mapping[str, Temperament] = {
    "demonstration": Temperament(
        standing=Rise(level=0.35, rise_s=5.0, decay_s=15.0),
        moment=Rise(level=0.35, decay_s=18.0),
        touch=Rise(level=0.38, rise_s=4.0, decay_s=8.0),
    ),
    "settles-quickly": Temperament(
        standing=Rise(level=0.30, rise_s=5.0, decay_s=6.0),
        moment=Rise(level=0.35, decay_s=7.0),
        touch=Rise(level=0.36, rise_s=4.0, decay_s=4.0),
    ),
    "does-not-come-back": Temperament(
        standing=Rise(level=0.45, rise_s=5.0, decay_s=30.0, residual=0.6),
        moment=Rise(level=0.50, decay_s=30.0, residual=0.6),
        touch=Rise(level=0.45, rise_s=4.0, decay_s=30.0, residual=0.6),
        felt_at_rest=0.0,
        felt_at_full=5.0,
    ),
    "breathes-slowly-while-aroused": Temperament(
        standing=Rise(level=0.40, rise_s=5.0),
        moment=Rise(level=0.40),
        touch=Rise(level=0.40, rise_s=4.0),
        lets_go=LetsGo.AFTER_SETTLING,
        settling_breaths_per_min=6.0,
        felt_at_full=5.0,
    ),
    "breathes-slowly-at-rest": Temperament(
        standing=Rise(level=0.35, rise_s=5.0, decay_s=12.0),
        moment=Rise(level=0.35, decay_s=15.0),
        touch=Rise(level=0.38, rise_s=4.0, decay_s=8.0),
        settling_breaths_per_min=6.0,
    ),
    "hardly-answers": Temperament(
        standing=Rise(level=0.6, rise_s=5.0),
        moment=Rise(level=0.6),
        touch=Rise(level=0.6, rise_s=4.0),
    ),
}
"""Of the ready-made people, by the same names.

The levels are such that a minute of a moment, chosen as 2 to 4 of 10, peaks at about 4
to 7 z, and twenty seconds of a touch at about 3 to 5 z.
"""
