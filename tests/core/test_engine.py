"""The engine by example: the grid, the commands, the rest, the end."""

from collections.abc import Iterable, Sequence
from math import isfinite
from random import Random
from typing import TypeVar

import pytest

from biofeed.core.beat import Beat
from biofeed.core.engine import Engine
from biofeed.core.episode import Outcome
from biofeed.core.events import Action, Command, Event, Role, Tick
from biofeed.core.phase import PhaseKind
from biofeed.core.settings import EngineSettings
from biofeed.core.values import (
    BaselineDecided,
    CalibrationChanged,
    EpisodeChanged,
    Notice,
    Output,
    PhaseChanged,
    Second,
    SessionEnded,
    SessionExit,
    State,
    Unknown,
)
from calibration.baseline import Reason, Verdict
from calibration.reference import Reference, Scale
from devices.source import BatteryLevel, LinkChanged, LinkState, RecordedInterval
from tests.core.making import notification, recorded_of

REFERENCE = Reference(
    heart_rate_bpm=Scale(centre=60.0, spread=1.5),
    ln_rmssd=Scale(centre=3.0, spread=0.2),
)

STOP = Command(t_s=0.0, action=Action.STOP, role=Role.PROGRAM)

Kind = TypeVar("Kind", bound=Output)


def fold(engine: Engine, events: Iterable[Event]) -> list[Output]:
    return [output for event in events for output in engine.receive(event)]


def of(kind: type[Kind], outputs: Iterable[Output]) -> list[Kind]:
    return [output for output in outputs if isinstance(output, kind)]


def resting(seconds: float, *, bpm: float = 60.0, first_s: float = 0.0) -> list[Event]:
    """Beats of a person who sits still; the same in every run."""
    chance = Random(int(bpm))  # noqa: S311
    mean_ms = 60_000.0 / bpm
    count = round(seconds * bpm / 60.0)
    rr_ms = [mean_ms + chance.gauss(0.0, 15.0) for _ in range(count)]
    return list(recorded_of(rr_ms, start_s=first_s))


def stop(events: Sequence[Event], *, role: Role = Role.PROGRAM) -> Command:
    return Command(t_s=events[-1].t_s, action=Action.STOP, role=role)


class TestGrid:
    def test_grid_points_are_whole_seconds_behind_the_first_event(self) -> None:
        """From 7.3 s to 10 s: 8, 9 and 10."""
        outputs = fold(Engine(EngineSettings()), [Tick(t_s=7.3), Tick(t_s=10.0)])
        assert [8.0, 9.0, 10.0] == [second.t_s for second in of(Second, outputs)]

    def test_grid_point_sees_exactly_the_events_before_it(self) -> None:
        """A beat that arrives at 2.0 s is not known at 2.0 s."""
        engine = Engine(EngineSettings())
        at_two = engine.receive(Tick(t_s=0.5)) + engine.receive(
            RecordedInterval(t_s=2.0, rr_ms=800.0)
        )
        at_three = engine.receive(Tick(t_s=3.0))
        ages = [second.beat_age_s for second in of(Second, [*at_two, *at_three])]
        assert [None, None, 1.0] == ages

    def test_time_never_runs_backwards(self) -> None:
        """An event that claims an earlier time happens at the newest grid point."""
        engine = Engine(EngineSettings())
        fold(engine, [Tick(t_s=0.5), Tick(t_s=10.2)])
        engine.receive(notification(4.0, 819))
        (second,) = of(Second, engine.receive(Tick(t_s=11.0)))
        assert 1.0 == second.beat_age_s
        (notice,) = engine.receive(BatteryLevel(t_s=3.0, level_pct=5))
        assert 11.0 == notice.t_s

    @pytest.mark.parametrize("arrival_s", [4.9, 5.03])
    def test_tick_that_overtakes_a_packet_moves_no_beat(self, arrival_s: float) -> None:
        """Live the tick comes 50 ms late, in a replay at its grid point: one result."""
        packets = [notification(4.4, 1024), notification(arrival_s, 1000)]
        first, second = packets
        later: list[Event] = [notification(6.1, 990), Tick(t_s=9.0)]
        live, replayed = (
            fold(Engine(EngineSettings()), [first, tick, second, *later])
            for tick in (Tick(t_s=5.05), Tick(t_s=5.0))
        )
        assert live == replayed

    def test_silence_is_a_second_like_any_other(self) -> None:
        """Without a single beat each second says so."""
        seconds = of(
            Second, fold(Engine(EngineSettings()), [Tick(t_s=0.5), Tick(t_s=60.0)])
        )
        assert 60 == len(seconds)
        assert {(State.UNKNOWN, Unknown.NO_BEATS_YET)} == {
            (second.state, second.why_unknown) for second in seconds
        }


class TestRest:
    def test_rest_is_found_and_activation_begins(self) -> None:
        """A minute of settling in, three of rest: then every second has a number."""
        outputs = fold(Engine(EngineSettings()), resting(300.0))
        (decided,) = of(BaselineDecided, outputs)
        assert Verdict.ACCEPTED is decided.baseline.verdict
        assert decided.baseline.end_s - decided.baseline.start_s == 180.0
        after = [s for s in of(Second, outputs) if s.t_s > decided.t_s]
        before = [s for s in of(Second, outputs) if s.t_s <= decided.t_s]
        assert None not in {second.arousal_z for second in after}
        assert {None} == {second.arousal_z for second in before}
        kinds = [PhaseKind.ARRIVE, PhaseKind.CALIBRATE, PhaseKind.SETTLE]
        assert kinds == [phase.kind for phase in of(PhaseChanged, outputs)]

    def test_person_is_calibrating_until_then(self) -> None:
        """The heart is seen, and there is nothing to compare it with."""
        seconds = of(Second, fold(Engine(EngineSettings()), resting(100.0)))
        assert (State.CALIBRATING, Unknown.NO_BASELINE_YET) == (
            seconds[-1].state,
            seconds[-1].why_unknown,
        )

    def test_progress_is_told_every_second_until_then(self) -> None:
        """And no longer."""
        outputs = fold(Engine(EngineSettings()), resting(300.0))
        (decided,) = of(BaselineDecided, outputs)
        told = of(CalibrationChanged, outputs)
        assert [float(n) for n in range(1, len(told) + 1)] == [p.t_s for p in told]
        assert decided.t_s == told[-1].t_s

    def test_named_rest_is_taken_from_its_seconds(self) -> None:
        """Without settling in; decided at its end."""
        engine = Engine(EngineSettings(rest_s=(0.0, 150.0)))
        (decided,) = of(BaselineDecided, fold(engine, resting(200.0)))
        assert (150.0, 0.0, 150.0) == (
            decided.t_s,
            decided.baseline.start_s,
            decided.baseline.end_s,
        )

    @pytest.mark.parametrize("accepts", [False, True])
    def test_refused_rest_is_used_only_when_asked_to(self, *, accepts: bool) -> None:
        """A rest that drifts by 20 bpm: told with its reason; used, or not."""
        rising = [
            event
            for n in range(20)
            for event in resting(10.0, bpm=60.0 + n, first_s=10.0 * n)
        ]
        engine = Engine(EngineSettings(rest_s=(0.0, 150.0), accepts_refused=accepts))
        outputs = fold(engine, rising)
        (decided,) = of(BaselineDecided, outputs)
        assert Verdict.REFUSED is decided.baseline.verdict
        assert Reason.HEART_RATE_DRIFTS in decided.baseline.reasons
        assert accepts == (of(Second, outputs)[-1].arousal_z is not None)

    def test_known_rest_needs_no_calibration(self) -> None:
        """A reference from another recording: activation from the first heart rate."""
        outputs = fold(Engine(EngineSettings(reference=REFERENCE)), resting(60.0))
        assert [PhaseKind.SETTLE] == [p.kind for p in of(PhaseChanged, outputs)]
        assert [] == of(CalibrationChanged, outputs)
        assert None is not of(Second, outputs)[-1].arousal_z

    def test_recording_that_ends_too_soon_is_judged_at_its_end(self) -> None:
        """It says what was missing."""
        events = resting(150.0)
        outputs = fold(Engine(EngineSettings()), [*events, stop(events)])
        (decided,) = of(BaselineDecided, outputs)
        assert (Verdict.REFUSED, (Reason.TOO_SHORT,)) == (
            decided.baseline.verdict,
            decided.baseline.reasons,
        )


class TestCommands:
    def test_session_that_waits_calibrates_from_the_start_on(self) -> None:
        """Until START the heart is seen and nothing is gathered."""
        engine = Engine(EngineSettings(waits_for_start=True))
        events = resting(420.0)
        waiting = [event for event in events if event.t_s < 100.0]
        assert [] == of(CalibrationChanged, fold(engine, waiting))
        engine.receive(Command(t_s=100.0, action=Action.START))
        outputs = fold(engine, events[len(waiting) :])
        (decided,) = of(BaselineDecided, outputs)
        assert (100.0, 280.0) == (decided.baseline.start_s, decided.baseline.end_s)

    def test_second_start_changes_nothing(self) -> None:
        """A person who presses twice does not start over."""
        engine = Engine(EngineSettings(waits_for_start=True))
        fold(engine, resting(70.0))
        engine.receive(Command(t_s=70.5, action=Action.START))
        fold(engine, resting(100.0, first_s=70.5))
        assert () == engine.receive(Command(t_s=170.9, action=Action.START))
        outputs = fold(engine, resting(120.0, first_s=171.0))
        assert 71.0 - 1.0 <= of(BaselineDecided, outputs)[0].baseline.start_s <= 71.0

    def test_recalibration_keeps_the_old_rest_until_there_is_a_new_one(self) -> None:
        """Activation goes on meanwhile; then it is against the new rest."""
        engine = Engine(EngineSettings(reference=REFERENCE))
        fold(engine, resting(100.0, bpm=72.0))
        asked = engine.receive(Command(t_s=100.5, action=Action.RECALIBRATE))
        assert [PhaseKind.CALIBRATE] == [p.kind for p in of(PhaseChanged, asked)]
        outputs = fold(engine, resting(250.0, bpm=72.0, first_s=100.5))
        (decided,) = of(BaselineDecided, outputs)
        assert decided.baseline.reference is not None
        centre = decided.baseline.reference.heart_rate_bpm.centre
        assert pytest.approx(72.0, abs=0.5) == centre
        known = {s.arousal_z is None for s in of(Second, outputs)}
        assert {False} == known
        after = [s.arousal_z for s in of(Second, outputs) if s.t_s > decided.t_s + 5.0]
        assert all(z is not None and abs(z) < 1.5 for z in after)
        phases = [phase.kind for phase in of(PhaseChanged, [*asked, *outputs])]
        assert [PhaseKind.CALIBRATE, PhaseKind.SETTLE] == phases

    def test_recalibration_settles_nobody(self) -> None:
        """An activation is not over because rest means another heart rate now."""
        engine = Engine(EngineSettings(reference=REFERENCE))
        fold(engine, resting(100.0))
        fold(engine, resting(60.0, bpm=72.0, first_s=100.0))
        engine.receive(Command(t_s=160.5, action=Action.RECALIBRATE))
        outputs = fold(engine, resting(250.0, bpm=72.0, first_s=160.5))
        (decided,) = of(BaselineDecided, outputs)
        (changed,) = of(EpisodeChanged, outputs)
        assert (decided.t_s, Outcome.LOST) == (changed.t_s, changed.episode.outcome)

    def test_rest_is_calibrated_also_where_the_strap_needs_no_settling_in(self) -> None:
        """The phase begins with the first second that is gathered."""
        engine = Engine(EngineSettings(settling_in_s=0.0))
        kinds = [phase.kind for phase in of(PhaseChanged, fold(engine, resting(20.0)))]
        assert [PhaseKind.ARRIVE, PhaseKind.CALIBRATE] == kinds

    def test_named_rest_stands_whatever_was_asked_for_in_the_session(self) -> None:
        """An analysis that names its seconds is not recalibrated by the recording."""
        engine = Engine(EngineSettings(rest_s=(0.0, 150.0)))
        fold(engine, resting(160.0))
        assert () == engine.receive(Command(t_s=160.2, action=Action.RECALIBRATE))
        outputs = fold(engine, resting(20.0, first_s=160.2))
        assert [] == of(CalibrationChanged, outputs)
        assert None is not of(Second, outputs)[-1].arousal_z

    @pytest.mark.parametrize(
        ("role", "exit_"),
        [
            (Role.PROGRAM, SessionExit.COMPLETED),
            (Role.CLIENT, SessionExit.STOPPED),
            (Role.CLINICIAN, SessionExit.STOPPED),
        ],
    )
    def test_stop_says_who_ended_the_session(
        self, role: Role, exit_: SessionExit
    ) -> None:
        """A recording that is over is completed; a person's stop is a stop."""
        engine = Engine(EngineSettings())
        events = resting(10.0)
        outputs = fold(engine, [*events, stop(events, role=role)])
        assert SessionEnded(t_s=events[-1].t_s, exit=exit_) == outputs[-1]
        assert () == engine.receive(Tick(t_s=100.0))

    @pytest.mark.parametrize(
        "action",
        [Action.MARK, Action.NOTE, Action.PACER_SHOWN, Action.PACER_HIDDEN],
    )
    def test_words_of_a_person_move_no_number(self, action: Action) -> None:
        """Marks and notes belong to the record."""
        engine = Engine(EngineSettings(reference=REFERENCE))
        fold(engine, resting(40.0))
        assert () == engine.receive(Command(t_s=40.4, action=action, text="a thought"))


class TestActivation:
    def test_rise_and_return_is_one_settled_activation(self) -> None:
        """Ten beats a minute up for two minutes, and down again."""
        engine = Engine(EngineSettings(reference=REFERENCE))
        events = [
            *resting(120.0),
            *resting(120.0, bpm=72.0, first_s=120.0),
            *resting(300.0, first_s=240.0),
        ]
        outputs = fold(engine, [*events, stop(events)])
        episodes = {e.episode.number: e.episode for e in of(EpisodeChanged, outputs)}
        (episode,) = episodes.values()
        assert Outcome.SETTLED is episode.outcome
        assert pytest.approx(125.0, abs=12.0) == episode.onset_s
        assert pytest.approx(245.0, abs=12.0) == episode.release_s
        states = [second.state for second in of(Second, outputs)]
        assert {State.ACTIVATED, State.COMING_BACK, State.SETTLED} <= set(states)

    def test_activation_that_goes_on_is_unresolved_at_the_stop(self) -> None:
        """Told before the session's end."""
        engine = Engine(EngineSettings(reference=REFERENCE))
        events = [*resting(120.0), *resting(120.0, bpm=72.0, first_s=120.0)]
        *_, changed, ended = fold(engine, [*events, stop(events)])
        assert isinstance(changed, EpisodeChanged)
        assert Outcome.UNRESOLVED is changed.episode.outcome
        assert isinstance(ended, SessionEnded)


class TestStrap:
    def test_lost_link_is_no_signal_within_five_seconds(self) -> None:
        """Nothing is shown that is older than that."""
        engine = Engine(EngineSettings(reference=REFERENCE))
        fold(engine, [notification(0.5 + t, 1020 + t % 5) for t in range(60)])
        lost = LinkChanged(t_s=60.2, link=LinkState.LOST)
        outputs = fold(engine, [lost, Tick(t_s=70.0)])
        known = [s.t_s for s in of(Second, outputs) if s.arousal_z is not None]
        assert [60.0, 61.0, 62.0, 63.0, 64.0] == known
        assert Unknown.NO_SIGNAL is of(Second, outputs)[-1].why_unknown

    def test_strap_without_intervals_is_noticed_and_read(self) -> None:
        """A heart rate is less, and not nothing."""
        engine = Engine(EngineSettings(reference=REFERENCE))
        outputs = fold(engine, [notification(0.5 + t, bpm=66) for t in range(60)])
        last = of(Second, outputs)[-1]
        assert (True, 66.0, None) == (
            last.heart_rate_only,
            last.heart_rate_bpm,
            last.ln_rmssd,
        )
        assert pytest.approx(4.0, abs=0.01) == last.arousal_z
        assert "heart_rate_only" in {notice.code for notice in of(Notice, outputs)}


class TestDegenerate:
    def test_session_of_nothing_has_an_end(self) -> None:
        """A stop, and no beat ever."""
        outputs = Engine(EngineSettings()).receive(STOP)
        assert [PhaseChanged, SessionEnded] == [type(output) for output in outputs]

    @pytest.mark.parametrize(
        "rr_ms",
        [
            [800.0],
            [800.0, 810.0],
            [800.0] * 200,
            [0.0] * 50,
            [40.0] * 50,
            [9000.0] * 50,
        ],
        ids=["one", "two", "equal", "nothing", "too short", "too long"],
    )
    def test_beats_that_no_heart_makes_are_numbers_or_unknown(
        self, rr_ms: list[float]
    ) -> None:
        """No error, no infinity, and every interval comes out."""
        events: list[Event] = list(recorded_of(rr_ms))
        events.append(Tick(t_s=events[-1].t_s + 3.0))
        engine = Engine(EngineSettings(reference=REFERENCE))
        outputs = fold(engine, [*events, stop(events)])
        assert rr_ms == [beat.rr_ms for beat in of(Beat, outputs)]
        for second in of(Second, outputs):
            for number in (second.heart_rate_bpm, second.ln_rmssd, second.arousal_z):
                assert number is None or isfinite(number)

    def test_equal_intervals_have_no_variability_to_speak_of(self) -> None:
        """Heart rate alone speaks: 75 bpm are ten spreads."""
        engine = Engine(EngineSettings(reference=REFERENCE))
        last = of(Second, fold(engine, recorded_of([800.0] * 200)))[-1]
        assert None is last.ln_rmssd
        assert pytest.approx(10.0, abs=0.01) == last.arousal_z


def test_two_hours_are_folded_whole() -> None:
    """7200 seconds, each once, at rest throughout, with memory that stands still."""
    engine = Engine(EngineSettings())
    outputs = fold(engine, resting(7200.0))
    seconds = of(Second, outputs)
    assert len(seconds) >= 7190
    known = [second for second in seconds if second.arousal_z is not None]
    assert len(known) > 6900
    assert all(abs(second.arousal_z or 0.0) < 4.0 for second in known)
