"""What one session's engine is told before the first event; recorded with it."""

from dataclasses import dataclass, field

from biofeed.core.evidence import EpisodeRule
from biofeed.core.protocol import OPEN, TrainingProtocol
from biofeed.core.safety import HeartRateLimits
from calibration.reference import Reference

SETTLING_IN_S = 60.0
"""Dry electrodes give artefacts for the first minute on the skin, s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineSettings:
    """Everything that decides what the engine makes of its events.

    Attributes
    ----------
    episodes
        Thresholds of the activation state machine.
    waits_for_start
        True in a session where the person says when to begin; False for a recording.
    settling_in_s
        Time a strap must have been on before a rest is searched, s.
    rest_s
        Take the baseline from these seconds; None searches for the first acceptable.
    reference, reference_from_s
        A rest that is known already, and the second from which it may drift.
    accepts_refused
        Use a baseline that was refused, and say so.
    history_bpm
        The person's usual resting heart rate, where it is known.
    limits
        Where the heart rate pauses or ends it; None for a recording that is only read.
    protocol
        What the session is made of.
    dose_taken_s
        Activation that the person has had today already, s.
    """

    episodes: EpisodeRule = field(default_factory=EpisodeRule)
    waits_for_start: bool = False
    settling_in_s: float = SETTLING_IN_S
    rest_s: tuple[float, float] | None = None
    reference: Reference | None = None
    reference_from_s: float = 0.0
    accepts_refused: bool = False
    history_bpm: float | None = None
    limits: HeartRateLimits | None = None
    protocol: TrainingProtocol = OPEN
    dose_taken_s: float = 0.0
