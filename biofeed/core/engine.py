"""The whole of the physiology as one fold over events.

Rules
-----
- ``receive`` is the only door. Time enters only in events.
- Everything is evaluated on the 1 s grid: before an event is taken in, every grid
  point up to its time is stepped through. So a grid point sees exactly the events
  before it, extra ticks change nothing, and live, replay and batch are one call.
- Time never runs backwards: an event that claims an earlier time than the event or
  the grid point before it happens then. Ticks do not count in this: where they fall
  between two grid points is the clock's affair, and no recording holds them.

>>> from biofeed.core.events import Tick
>>> engine = Engine(EngineSettings())
>>> [type(output).__name__ for output in engine.receive(Tick(t_s=0.5))]
['PhaseChanged']
>>> [type(output).__name__ for output in engine.receive(Tick(t_s=1.0))]
['CalibrationChanged', 'Second', 'Prompted']
"""

from collections.abc import Iterable
from dataclasses import replace
from math import floor
from typing import assert_never

from biofeed.core.calibrating import RestFinder, new_finder, rest_second
from biofeed.core.coach import Coach
from biofeed.core.course import Course
from biofeed.core.episode import Episode
from biofeed.core.episodes import EpisodeTracker
from biofeed.core.events import Action, Command, Event, Role, Tick
from biofeed.core.evidence import expecting_a_rise
from biofeed.core.guidance import RoundEnded
from biofeed.core.heart_rate_watch import Call, HeartRateWatch, notices_of
from biofeed.core.heartbeats import Heartbeats
from biofeed.core.noticing import Noticing
from biofeed.core.permissions import is_allowed, refusal
from biofeed.core.phase import Stage
from biofeed.core.relative import RelativeToRest
from biofeed.core.settings import EngineSettings
from biofeed.core.signals import Signals, read_signals
from biofeed.core.standing import Standing
from biofeed.core.stating import second_at, tags_of
from biofeed.core.steering import obey
from biofeed.core.values import (
    BaselineDecided,
    CalibrationChanged,
    EpisodeChanged,
    Output,
    Quality,
    Second,
    SessionEnded,
    SessionExit,
    State,
)
from calibration.baseline import Baseline, Verdict
from devices.source import BatteryLevel, LinkChanged, Notification, RecordedInterval

ALGORITHM = "4"
"""Version of everything derived; grows when the same beats give another result."""

GRID_S = 1.0


class Engine:
    """One session's heartbeats to activation, baseline and settling."""

    def __init__(self, settings: EngineSettings) -> None:
        self._settings = settings
        self._heartbeats = Heartbeats()
        self._relative = RelativeToRest()
        self._episodes = EpisodeTracker(settings.episodes)
        self._noticing = Noticing()
        limits = settings.limits
        self._watch = None if limits is None else HeartRateWatch(limits)
        self._now_s = float("-inf")
        self._course = Course(settings)
        self._coach = Coach()
        self._next_grid_s: float | None = None
        self._finder: RestFinder | None = None
        self._ended = False

    def receive(self, event: Event) -> tuple[Output, ...]:
        """Take one event.

        Returns
        -------
        Everything that follows from it, oldest first: the grid points it passed, then
        what the event itself brought. Nothing after the session has ended.
        """
        if self._ended:
            return ()
        if event.t_s < self._now_s:
            event = replace(event, t_s=self._now_s)
        t_s = event.t_s
        outputs: list[Output] = []
        if self._next_grid_s is None:
            outputs += self._begin(t_s)
        outputs += self._advance(t_s)
        if not isinstance(event, Tick):
            self._now_s = t_s
        if not self._ended:
            outputs += self._take(event, t_s)
        return tuple(outputs)

    def _begin(self, t_s: float) -> list[Output]:
        self._next_grid_s = floor(t_s) + GRID_S
        settings = self._settings
        if settings.reference is not None:
            self._relative.anchor(
                settings.reference, follows_from_s=settings.reference_from_s
            )
        elif not settings.waits_for_start:
            self._finder = new_finder(settings, begin_s=t_s)
        return self._course.begin(t_s, has_rest=self._has_rest)

    @property
    def _has_rest(self) -> bool:
        return self._relative.is_known and self._finder is None

    def _advance(self, t_s: float) -> list[Output]:
        outputs: list[Output] = []
        assert self._next_grid_s is not None
        while self._next_grid_s <= t_s and not self._ended:
            self._now_s = self._next_grid_s
            outputs += self._step(self._now_s)
            self._next_grid_s += GRID_S
        return outputs

    def _step(self, now_s: float) -> list[Output]:
        """Evaluate one grid point."""
        outputs: list[Output] = list(self._heartbeats.release(now_s))
        signals = read_signals(self._heartbeats, now_s)
        relative = self._relative.step(now_s, signals)
        outputs += self._calibrate(now_s, signals)
        changed = self._episodes.step(
            now_s,
            relative.arousal_z,
            relative.smoothed_z,
            relative.smoothed0_z,
            may_open=signals.quality is Quality.GOOD or signals.heart_rate_only,
            tags=tags_of(signals, relative),
        )
        outputs += _changes(now_s, changed)
        second = second_at(
            now_s, signals, relative, self._episodes, contact=self._heartbeats.contact
        )
        outputs += self._noticing.step(second, signals.doubts)
        outputs.append(second)
        outputs += self._limit(second, signals.sudden_bpm)
        if not self._ended:
            outputs += self._walk(second)
        self._heartbeats.windows.forget_before(now_s)
        return outputs

    def _limit(self, second: Second, heart_rate_bpm: float | None) -> list[Output]:
        if self._watch is None:
            return []
        call = self._watch.judge(second, heart_rate_bpm, self._relative.rest_bpm)
        said: list[Output] = [*notices_of(call, second.t_s)]
        if call is Call.STOP:
            return said + self._finish(SessionExit.STOPPED, second.t_s)
        if call is Call.PAUSE:
            said += self._course.hold_up(Stage.PAUSED, second.t_s)
        return said

    def _calibrate(self, now_s: float, signals: Signals) -> list[Output]:
        beats, accepted = self._heartbeats.take_counts()
        finder = self._finder
        if finder is None:
            return []
        rest = rest_second(now_s, signals, beats=beats, accepted=accepted)
        decided = finder.step(rest, self._heartbeats.first_s)
        learning: list[Output] = [
            CalibrationChanged(t_s=now_s, progress=finder.progress)
        ]
        return learning if decided is None else learning + self._decide(now_s, decided)

    def _decide(self, now_s: float, decided: Baseline) -> list[Output]:
        outputs: list[Output] = [BaselineDecided(t_s=now_s, baseline=decided)]
        refused = decided.verdict is Verdict.REFUSED
        if decided.reference is None or (
            refused and not self._settings.accepts_refused
        ):
            return outputs
        self._relative.anchor(decided.reference, follows_from_s=now_s)
        self._finder = None
        return outputs + _changes(now_s, self._episodes.begin_anew(now_s))

    def _standing(self, second: Second) -> Standing:
        known = second.smoothed_z is not None
        is_low = second.state is State.UNUSUALLY_LOW
        settled = self._episodes.has_stayed_at_rest and not is_low
        about_rest = self._episodes.is_about_rest(second.t_s)
        finder = self._finder
        return Standing(
            t_s=second.t_s,
            smoothed_z=second.smoothed_z,
            has_settled=settled if known else None,
            is_about_rest=about_rest and not is_low if known else None,
            is_activated=self._episodes.current is not None,
            heart_rate_bpm=second.heart_rate_bpm,
            rest_bpm=self._relative.rest_bpm,
            is_learning=finder is not None and finder.progress.usable_s > 0.0,
            has_rest=self._has_rest,
        )

    def _walk(self, second: Second) -> list[Output]:
        """Let the session go its course."""
        rule = self._settings.episodes
        if self._course.expects_rise(second.t_s):
            rule = expecting_a_rise(rule)
        self._episodes.rule = rule
        outputs = self._course.step(self._standing(second))
        if prompted := self._coach.step(second, self._course.now.view):
            outputs.append(prompted)
        return self._ending(outputs, second.t_s)

    def _ending(self, outputs: list[Output], t_s: float) -> list[Output]:
        """Add what an end brings: of a round how it stands, and of the session."""
        current = self._episodes.current
        is_round_over = any(isinstance(output, RoundEnded) for output in outputs)
        if is_round_over and current is not None:
            outputs = [*_changes(t_s, [current.as_it_stands()]), *outputs]
        over = self._course.is_over and not self._ended
        return outputs + self._finish(SessionExit.COMPLETED, t_s) if over else outputs

    def _take(self, event: Event, t_s: float) -> list[Output]:
        match event:
            case Notification():
                return list(self._heartbeats.notification(event))
            case RecordedInterval():
                return list(self._heartbeats.interval(event))
            case LinkChanged():
                return list(self._heartbeats.link(event))
            case BatteryLevel():
                return list(self._noticing.battery(event))
            case Command():
                return self._obey(event, t_s)
            case Tick():
                return []
            case _:
                assert_never(event)

    def _obey(self, command: Command, t_s: float) -> list[Output]:
        if command.action is Action.STOP:
            by_program = command.role is Role.PROGRAM
            ended = SessionExit.COMPLETED if by_program else SessionExit.STOPPED
            return self._finish(ended, t_s)
        if not is_allowed(command):
            return [refusal(command)]
        waiting = self._finder is None and not self._relative.is_known
        if command.action is Action.START and waiting:
            self._finder = new_finder(self._settings, begin_s=t_s)
        if command.action is Action.RECALIBRATE:
            return self._learn_anew(command, t_s)
        return self._ending(obey(self._course, command), t_s)

    def _learn_anew(self, command: Command, t_s: float) -> list[Output]:
        if self._settings.rest_s is not None:
            return []
        if not self._course.can_learn_anew:
            return [refusal(command)]
        self._finder = new_finder(self._settings, begin_s=t_s)
        return self._course.learn_anew(t_s)

    def _finish(self, ended: SessionExit, t_s: float) -> list[Output]:
        outputs: list[Output] = list(self._heartbeats.flush())
        if self._finder is not None and not self._relative.is_known:
            tried = self._finder.give_up()
            if tried is not None:
                outputs.append(BaselineDecided(t_s=t_s, baseline=tried))
        outputs += _changes(t_s, self._episodes.finish(t_s))
        self._ended = True
        return [*outputs, SessionEnded(t_s=t_s, exit=ended)]


def _changes(t_s: float, episodes: Iterable[Episode]) -> list[Output]:
    return [EpisodeChanged(t_s=t_s, episode=episode) for episode in episodes]
