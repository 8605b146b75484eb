"""What comes out of the engine: frozen values, each with its unit in its name.

Rules
-----
- Unknown is a value: ``arousal_z is None`` exactly when ``why_unknown`` says why.
- Nothing here is formatted for a person; words on screen belong to the display.
"""

from dataclasses import dataclass, field
from enum import StrEnum

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


class BeatLabel(StrEnum):
    """What the artefact gate made of one RR interval."""

    NORMAL = "normal"
    ECTOPIC = "ectopic"
    PAUSE = "pause"
    MISSED = "missed"
    EXTRA = "extra"
    IMPLAUSIBLE = "implausible"
    OVERLAP = "overlap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """One RR interval with its place in time and its label.

    Attributes
    ----------
    t_s
        Time of the beat that ends the interval, on the session's clock, s.
    rr_ms
        The interval exactly as measured, ms.
    label
        What the gate made of it.
    beats
        How many true beats the interval stands for when time is counted (1 for a
        normal one, 2 where one was missed, 0.5 for a half of an extra beat, 0 where
        it fits no story).
    follows
        True where a successive difference to the interval before may be taken: both
        normal, and nothing between them.
    breaks
        True where the stretch of contiguous beats begins here.
    """

    t_s: float
    rr_ms: float
    label: BeatLabel
    beats: float
    follows: bool
    breaks: bool


class Outcome(StrEnum):
    """How an activation ended."""

    SETTLED = "settled"
    INTERRUPTED = "interrupted"
    UNRESOLVED = "unresolved"
    LOST = "lost"


class HalfLifeMethod(StrEnum):
    """How the half-life was found."""

    EXPONENTIAL = "exponential"
    ABOUT = "about"


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One activation and its way back (science: D3 and D4).

    ``outcome`` is None while it goes on. Times are on the session's clock.

    Attributes
    ----------
    number
        Counts from 1 within the session.
    onset_s, confirmed_s, peak_s, release_s, settled_s
        When it rose, was certain, was highest, turned, and was back at rest.
    peak_z
        Highest smoothed activation, z.
    settling_time_s
        From the turn to being back.
    half_life_s, half_life_method
        Time to half of the peak, from a gated exponential fit, or read off the curve
        ("about").
    recovered_pct
        Share of the peak that had come back 30, 60, 120 and 300 s after the turn;
        above 100 where it went below rest; None where that moment was not seen.
    load_z_s
        Area above the resting band, z·s.
    residual_z
        Where it stood at the end of one that did not settle: median of the last
        30 s, z.
    tags
        ``movement_like``, ``fair_signal``, ``slow_breathing``, ``reopened``, ``gap``.
    """

    number: int
    onset_s: float
    confirmed_s: float
    peak_s: float
    peak_z: float
    release_s: float | None = None
    settled_s: float | None = None
    ended_s: float | None = None
    outcome: Outcome | None = None
    settling_time_s: float | None = None
    half_life_s: float | None = None
    half_life_method: HalfLifeMethod | None = None
    recovered_pct: dict[int, float | None] = field(default_factory=dict)
    load_z_s: float = 0.0
    residual_z: float | None = None
    tags: tuple[str, ...] = ()


class PhaseKind(StrEnum):
    """What a stretch of a session is for."""

    ARRIVE = "arrive"
    CALIBRATE = "calibrate"
    ACTIVATE = "activate"
    SETTLE = "settle"
    REST = "rest"
    PROBE = "probe"
    CLOSE = "close"


class Feedback(StrEnum):
    """How much the person is shown."""

    FULL = "full"
    SPARSE = "sparse"
    BLIND = "blind"


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
    """A phase of the session began.

    ``ends_s`` is the latest end on the session's clock; None where it is open.
    """

    t_s: float
    kind: PhaseKind
    feedback: Feedback = Feedback.FULL
    ends_s: float | None = None


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
)
