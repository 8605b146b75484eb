"""Sums up what an engine made of a session: one tally for live, replay and batch."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from biofeed.core.beat import Beat, BeatLabel
from biofeed.core.episode import Episode
from biofeed.core.events import Action, Command, Event
from biofeed.core.guidance import (
    Guessed,
    Prompted,
    QuestionAsked,
    QuestionClosed,
    Rated,
    RoundEnded,
    StageChanged,
)
from biofeed.core.heights import Heights
from biofeed.core.irregular import IrregularWatch
from biofeed.core.phase import Stage
from biofeed.core.round_episode import Peak
from biofeed.core.swings import Swing, SwingCounter
from biofeed.core.urges import Urge, with_command
from biofeed.core.values import (
    BaselineDecided,
    EpisodeChanged,
    Notice,
    Output,
    PhaseChanged,
    Second,
    SessionEnded,
    SessionExit,
)
from calibration.baseline import Baseline
from devices.source import BatteryLevel, LinkChanged


@dataclass(slots=True, kw_only=True)
class Tally:
    """What has been seen so far; grows with ``event`` and ``outputs``.

    Attributes
    ----------
    start_s, end_s
        From the start of the first interval to the end of the last, s.
    beats, artefacts, gaps
        Intervals; those that are no normal beats; breaks between stretches.
    beating_s
        Time filled by intervals that stand for beats, s.
    baseline
        The latest that was decided on.
    episodes, phases, notices
        In order; each episode in its latest form.
    commands, urges
        What people did, and what they said of urges.
    stage, prompt, question
        What the phase is doing, what the coach said last, what is being asked.
    ratings, guesses, rounds
        What the person answered, and the rounds of the protocol that are over.
    left_z, peaks
        How high the activation stood as a round ended, and when it was how high within
        it, by the round's number; z, s.
    paced_s
        Spans in which the breathing pacer was shown, s; the last may be open.
    pace_per_min
        Breaths a minute it was shown with last; None before.
    irregular_s
        First and last seconds in which the signal was irregular, s.
    battery_pct, link
        The strap's latest word.
    exit
        Why the session ended; None while it goes on.
    """

    start_s: float | None = None
    end_s: float = 0.0
    beats: int = 0
    artefacts: int = 0
    gaps: int = 0
    beating_s: float = 0.0
    baseline: Baseline | None = None
    phases: list[PhaseChanged] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    commands: list[Command] = field(default_factory=list)
    urges: tuple[Urge, ...] = ()
    stage: Stage = Stage.RUNNING
    prompt: Prompted | None = None
    question: QuestionAsked | None = None
    ratings: list[Rated] = field(default_factory=list)
    guesses: list[Guessed] = field(default_factory=list)
    rounds: list[RoundEnded] = field(default_factory=list)
    left_z: dict[int, float] = field(default_factory=dict)
    peaks: dict[int, Peak] = field(default_factory=dict)
    paced_s: list[tuple[float, float]] = field(default_factory=list)
    pace_per_min: float | None = None
    irregular_s: list[tuple[float, float]] = field(default_factory=list)
    battery_pct: int | None = None
    link: LinkChanged | None = None
    second: Second | None = None
    exit: SessionExit | None = None
    _episodes: dict[int, Episode] = field(default_factory=dict)
    # A counter is no value; what it has counted follows from the seconds.
    _swings: SwingCounter = field(default_factory=SwingCounter, compare=False)
    _irregular: IrregularWatch = field(default_factory=IrregularWatch, compare=False)
    _heights: Heights = field(default_factory=Heights, compare=False)

    @property
    def episodes(self) -> tuple[Episode, ...]:
        """Activations in their latest form, by onset."""
        return tuple(self._episodes.values())

    @property
    def swings(self) -> tuple[Swing, ...]:
        """Completed swings between activation and settling, oldest first."""
        return self._swings.swings

    @property
    def duration_s(self) -> float:
        """From the start of the first interval to the end of the last, s."""
        return 0.0 if self.start_s is None else self.end_s - self.start_s

    @property
    def coverage(self) -> float:
        """Share of the duration that counted intervals fill, 0 to 1."""
        duration_s = self.duration_s
        return min(1.0, self.beating_s / duration_s) if duration_s > 0.0 else 0.0

    @property
    def artefact_pct(self) -> float:
        """Share of intervals that are no normal beats, %."""
        return 100.0 * self.artefacts / self.beats if self.beats else 0.0

    def event(self, event: Event) -> None:
        """Take note of an input."""
        match event:
            case Command():
                self.commands.append(event)
                self.urges = with_command(self.urges, event)
                self._note_pacer(event)
            case BatteryLevel():
                self.battery_pct = event.level_pct
            case LinkChanged():
                self.link = event
            case _:
                pass

    def outputs(self, outputs: Iterable[Output]) -> None:
        """Take note of what followed from it."""
        for output in outputs:
            match output:
                case Beat():
                    self._note_beat(output)
                case Second():
                    self._note_second(output)
                case EpisodeChanged():
                    self._episodes[output.episode.number] = output.episode
                case BaselineDecided():
                    self.baseline = output.baseline
                case PhaseChanged():
                    self._note_phase(output)
                case Notice():
                    self.notices.append(output)
                case SessionEnded():
                    self.exit = output.exit
                case _:
                    self._note_guidance(output)

    def _note_guidance(self, output: Output) -> None:
        match output:
            case StageChanged():
                self.stage = output.stage
            case Prompted():
                self.prompt = output
            case QuestionAsked():
                self.question = output
            case QuestionClosed():
                self.question = None
            case Rated():
                self.ratings.append(output)
            case Guessed():
                self.guesses.append(output)
            case RoundEnded():
                self._note_round(output)
            case _:
                pass

    def _note_round(self, ended: RoundEnded) -> None:
        self.rounds.append(ended)
        peak, left_z = self._heights.peak(ended), self._heights.left_z(ended)
        if peak is not None:
            self.peaks[ended.number] = peak
        if left_z is not None:
            self.left_z[ended.number] = left_z

    def _note_second(self, second: Second) -> None:
        self.second = second
        self._swings.step(second.t_s, second.smoothed_z)
        self._heights.step(second.t_s, second.smoothed_z)
        # Where intervals are not believed at all, the heart rate alone is followed.
        if self._irregular.step(second.t_s) and not second.heart_rate_only:
            self._note_irregular(second.t_s)

    def _note_irregular(self, t_s: float) -> None:
        """Lengthen the span that goes on, or begin one."""
        if self.irregular_s and t_s - self.irregular_s[-1][1] <= 1.0:
            begun_s, _ = self.irregular_s.pop()
            self.irregular_s.append((begun_s, t_s))
        else:
            self.irregular_s.append((t_s, t_s))

    def _note_phase(self, phase: PhaseChanged) -> None:
        """Keep a phase; one that only lasts longer than it was said to is the same."""
        latest = self.phases[-1] if self.phases else None
        if (
            latest is not None
            and replace(phase, t_s=latest.t_s, ends_s=latest.ends_s) == latest
            and phase.step is not None
        ):
            phase = replace(latest, ends_s=phase.ends_s)
            self.phases.pop()
        self.phases.append(phase)

    def was_paced(self, start_s: float, end_s: float) -> bool:
        """Whether the pacer was shown at any time between two moments."""
        return any(shown < end_s and hidden > start_s for shown, hidden in self.paced_s)

    @property
    def is_paced(self) -> bool:
        """Whether the breathing pacer is shown now."""
        return bool(self.paced_s) and self.paced_s[-1][1] == float("inf")

    def _note_beat(self, beat: Beat) -> None:
        if self.start_s is None:
            self.start_s = beat.t_s - beat.rr_ms / 1000.0
        elif beat.breaks:
            self.gaps += 1
        self.end_s = beat.t_s
        self.beats += 1
        self.artefacts += beat.label is not BeatLabel.NORMAL
        self._irregular.take(beat)
        if beat.beats:
            self.beating_s += beat.rr_ms / 1000.0

    def _note_pacer(self, command: Command) -> None:
        if command.action is Action.PACER_SHOWN:
            self.pace_per_min = command.value
        if command.action is Action.PACER_SHOWN and not self.is_paced:
            self.paced_s.append((command.t_s, float("inf")))
        elif command.action is Action.PACER_HIDDEN and self.is_paced:
            self.paced_s[-1] = (self.paced_s[-1][0], command.t_s)
