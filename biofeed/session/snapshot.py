"""The session at one moment, frozen, as the display receives it.

A snapshot is complete in itself: the newest replaces all before it, and a window that
missed ten of them shows nothing wrong.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from biofeed.core.beat import Beat
from biofeed.core.episode import Episode
from biofeed.core.events import Action, Role
from biofeed.core.guidance import Guessed, Prompted, QuestionAsked, Rated, RoundEnded
from biofeed.core.phase import Stage
from biofeed.core.protocol import OPEN, ProtocolPhase, TrainingProtocol
from biofeed.core.rounds import PracticeRound
from biofeed.core.urges import Urge
from biofeed.core.values import Notice, PhaseChanged, Second, SessionExit
from biofeed.session.outline import Outline
from calibration.baseline import Baseline, CalibrationProgress
from devices.source import LinkChanged

Floats = NDArray[np.float64]


class RecordingState(StrEnum):
    """Whether the session is safe on disk."""

    OFF = "off"
    SAVED = "saved"
    HELD_IN_MEMORY = "held_in_memory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A moment that somebody marked, or wrote a note at."""

    t_s: float
    text: str
    role: Role = Role.CLIENT


@dataclass(frozen=True, slots=True, kw_only=True)
class HrvPanel:
    """NeuroKit2's numbers for one window.

    Attributes
    ----------
    window_s
        Length of the window asked for: 60, 120 or 300 s.
    end_s
        Its end on the session's clock.
    beats, artefacts
        Intervals in the window, and how many the audit would change.
    indices
        NeuroKit2's names to values (``HRV_RMSSD`` in ms ...); None where the window
        does not allow the index.
    """

    window_s: int
    end_s: float
    beats: int
    artefacts: int
    indices: dict[str, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaying:
    """How a recording is being played back.

    Attributes
    ----------
    speed
        Session seconds a wall second, while it plays.
    is_playing
        False while it stands: paused, or at its end.
    outline
        What is in the whole of it, as far as that is known.
    """

    speed: float
    is_playing: bool
    outline: Outline


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Everything a window needs to draw itself.

    Attributes
    ----------
    t_s
        The session's clock when this was taken, s.
    speed
        Session seconds a wall second (1 for a live strap, 0 for a replay that stands).
    second
        The newest grid point; None before the first.
    link, battery_pct
        The strap; None where nothing is known.
    phase, phases_done
        What the session is doing, and what it has done.
    calibration, baseline
        Progress while the rest is learned; the verdict once there is one.
    trace_t_s, trace_z
        shape (n,), the whole session's smoothed activation on the 1 s grid; NaN where
        unknown. Read-only.
    trace0_z, trace_bpm
        shape (n,), activation against the rest as calibrated, and heart rate, of the
        same seconds; empty where nobody keeps them.
    beats
        Labelled beats of the last minutes, oldest first.
    episodes, marks, notices
        So far, oldest first.
    panels
        NeuroKit2's newest, one for each window.
    recording
        Whether the session is safe on disk.
    ended
        Why the session ended; None while it goes on.
    urges
        What the person said of urges, oldest first.
    protocol
        What the session is made of.
    stage, prompt, question
        What the phase is doing, what the coach said last, what is being asked.
    ratings, guesses, rounds
        What the person answered, and the rounds that are over, oldest first.
    practised
        What each of those rounds came to.
    notes
        Notes that were written, oldest first.
    pacer_wish, is_paced, pace_per_min
        What a clinician asked of the pacer last; whether the person sees one, and how
        many breaths a minute it leads, or led last; None before there was one.
    replay
        How it is being played back; None where it happens now.
    """

    t_s: float
    speed: float
    second: Second | None
    link: LinkChanged | None
    battery_pct: int | None
    phase: PhaseChanged | None
    phases_done: tuple[PhaseChanged, ...]
    calibration: CalibrationProgress | None
    baseline: Baseline | None
    trace_t_s: Floats
    trace_z: Floats
    beats: tuple[Beat, ...]
    episodes: tuple[Episode, ...]
    marks: tuple[Mark, ...]
    notices: tuple[Notice, ...]
    panels: tuple[HrvPanel, ...]
    recording: RecordingState
    ended: SessionExit | None
    urges: tuple[Urge, ...] = ()
    protocol: TrainingProtocol = OPEN
    stage: Stage = Stage.RUNNING
    prompt: Prompted | None = None
    question: QuestionAsked | None = None
    ratings: tuple[Rated, ...] = ()
    guesses: tuple[Guessed, ...] = ()
    rounds: tuple[RoundEnded, ...] = ()
    practised: tuple[PracticeRound, ...] = ()
    trace0_z: Floats = field(default_factory=lambda: np.empty(0))
    trace_bpm: Floats = field(default_factory=lambda: np.empty(0))
    notes: tuple[Mark, ...] = ()
    pacer_wish: Mark | None = None
    is_paced: bool = False
    pace_per_min: float | None = None
    replay: Replaying | None = None

    @property
    def is_replay(self) -> bool:
        """Whether all of it was done before: nobody can be asked, and nothing done."""
        return self.replay is not None

    @property
    def scripted(self) -> ProtocolPhase | None:
        """The protocol's phase that goes on; None before, after and beside it."""
        step = None if self.phase is None else self.phase.step
        return None if step is None else self.protocol.phases[step]


class SessionControl(Protocol):
    """The two calls a window makes; both are safe from any thread."""

    def subscribe(self, publish: Callable[[Snapshot], None]) -> None:
        """Have every new snapshot handed to ``publish``, on the io thread."""
        ...

    def submit(
        self,
        action: Action,
        text: str = "",
        value: float | None = None,
        *,
        role: Role = Role.CLIENT,
    ) -> None:
        """Hand the session an action; it is stamped on arrival."""
        ...
