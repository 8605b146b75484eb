"""What comes out of the engine: frozen values, each with its unit in its name.

Rules
-----
- Unknown is a value: ``arousal_z is None`` exactly when ``why_unknown`` says why.
- Nothing here is formatted for a person; words on screen belong to the display.
"""

from dataclasses import dataclass
from enum import StrEnum

from biofeed.core.beat import Beat
from biofeed.core.episode import Episode
from biofeed.core.guidance import Guidance
from biofeed.core.phase import Feedback, PhaseKind
from calibration.baseline import Baseline, CalibrationProgress


class State(StrEnum):
    """Where the person is, relative to their own rest."""

    CALIBRATING = "calibrating"
    SETTLED = "settled"
    ABOVE_REST = "above_rest"
    ACTIVATED = "activated"
    COMING_BACK = "coming_back"
    UNUSUALLY_LOW = "unusually_low"
    UNKNOWN = "unknown"


class Unknown(StrEnum):
    """Why there is no activation to show."""

    NO_BEATS_YET = "no_beats_yet"
    NO_SIGNAL = "no_signal"
    NO_CONTACT = "no_contact"
    POOR_SIGNAL = "poor_signal"
    NOT_ENOUGH_BEATS = "not_enough_beats"
    NO_BASELINE_YET = "no_baseline_yet"


class Quality(StrEnum):
    """Share of intervals over the last 60 s that the artefact gate accepted."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"
    NONE = "none"


class SessionExit(StrEnum):
    """Why a session ended."""

    COMPLETED = "completed"
    STOPPED = "stopped"
    FAILED = "failed"
    CUT_OFF = "cut_off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Second:
    """The person at one point of the 1 s grid.

    Attributes
    ----------
    t_s
        The grid point, s.
    state, why_unknown
        Where they are; why it is not known.
    heart_rate_bpm
        Mean over the last 30 s, counted so that artefacts cost no time, bpm.
    ln_rmssd
        ln of RMSSD over the last 60 s, ln(ms).
    arousal_z, arousal0_z
        Activation against the tracked rest, and against the rest as calibrated, z.
    smoothed_z
        Median of ``arousal_z`` over the last 5 s: what episodes are decided on, z.
    quality, accepted_share
        Of the last 60 s; the share is 0 to 1.
    beat_age_s
        Since the newest heartbeat arrived, s; None before the first.
    slow_breathing, irregular_rhythm, movement_like, heart_rate_only
        Circumstances under which numbers read differently.
    contact
        Electrode contact as the strap reports it; None where it does not.
    """

    t_s: float
    state: State
    why_unknown: Unknown | None
    heart_rate_bpm: float | None
    ln_rmssd: float | None
    arousal_z: float | None
    arousal0_z: float | None
    smoothed_z: float | None
    quality: Quality
    accepted_share: float | None
    beat_age_s: float | None
    slow_breathing: bool
    irregular_rhythm: bool
    movement_like: bool
    heart_rate_only: bool
    contact: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationChanged:
    """How far learning the resting baseline has come, once a second."""

    t_s: float
    progress: CalibrationProgress


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineDecided:
    """The resting baseline was accepted or refused, and why."""

    t_s: float
    baseline: Baseline


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeChanged:
    """An activation was confirmed, turned, settled, reopened or closed."""

    t_s: float
    episode: Episode


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseChanged:
    """A phase of the session began, or goes on in another way.

    Attributes
    ----------
    t_s
        When, s.
    kind, feedback
        What it is for, and how much the person is shown.
    ends_s
        Its latest end on the session's clock, s; None where it is open.
    step
        Which phase of the protocol it is, from 0; None for one that is in none: a
        rest that is learned anew, a closing before its time.
    """

    t_s: float
    kind: PhaseKind
    feedback: Feedback = Feedback.FULL
    ends_s: float | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something worth saying once: a stable code, and facts to fill its sentence."""

    t_s: float
    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEnded:
    """The session is over; nothing follows."""

    t_s: float
    exit: SessionExit


Output = (
    Beat
    | Second
    | CalibrationChanged
    | BaselineDecided
    | EpisodeChanged
    | PhaseChanged
    | Notice
    | SessionEnded
    | Guidance
)
