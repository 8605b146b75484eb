"""Batch: a rest is found, and the whole recording is read against it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest

from biofeed.core.events import Action, Command, Event, Role
from biofeed.core.settings import EngineSettings
from biofeed.core.values import Second, SessionExit
from biofeed.session.analysis import Analysis, analyse, find_rest
from calibration.baseline import Baseline, Verdict
from devices.simulated_people import SCENARIOS
from devices.source import RecordedInterval

USUAL = EngineSettings()

ACTIVATED = SCENARIOS["demonstration"].simulate(seed=3).recorded_intervals
"""Rest to 260 s, activated for 100 s, then back, to 639 s."""


def activated() -> Iterable[Event]:
    return ACTIVATED


def resting(lasts_s: float) -> Callable[[], Iterator[Event]]:
    """A quiet heart of 72 bpm, as a file has it."""

    def events() -> Iterator[Event]:
        t_s, beat = 0.0, 0
        while t_s < lasts_s:
            rr_ms = 833.0 + (beat * 7) % 60 - 30
            t_s, beat = t_s + rr_ms / 1000.0, beat + 1
            yield RecordedInterval(t_s=t_s, rr_ms=rr_ms)

    return events


@pytest.fixture(scope="module")
def rest() -> Baseline:
    """The rest of the activated person."""
    found = find_rest(activated, USUAL)
    assert found is not None
    return found


class TestRest:
    def test_the_first_acceptable_one_is_found(self, rest: Baseline) -> None:
        """Three minutes after the first, which dry electrodes spoil."""
        assert rest.verdict is Verdict.ACCEPTED
        assert rest.usable_s == 180.0
        assert 60.0 <= rest.start_s < rest.end_s < 260.0

    def test_nothing_after_it_is_read(self) -> None:
        """A day's recording costs no more than its beginning."""
        read: list[float] = []

        def counted() -> Iterator[Event]:
            for event in ACTIVATED:
                read.append(event.t_s)
                yield event

        found = find_rest(counted, USUAL)
        assert found is not None
        assert read[-1] < found.end_s + 5.0

    def test_named_seconds_are_taken_whole(self) -> None:
        """No time is dropped for settling in, and no other seconds are looked at."""
        found = find_rest(resting(200.0), replace(USUAL, rest_s=(10.0, 190.0)))
        assert found is not None
        assert (10.0, 190.0) == (found.start_s, found.end_s)

    def test_named_seconds_that_are_no_rest_are_refused(self) -> None:
        """The judgement is of these very seconds, though better ones would follow."""
        found = find_rest(activated, replace(USUAL, rest_s=(360.0, 460.0)))
        assert found is not None
        assert found.verdict is Verdict.REFUSED
        assert (360.0, 460.0) == (found.start_s, found.end_s)

    def test_too_little_is_refused_and_nothing_is_none(self) -> None:
        """What there is of a rest is judged; where there is nothing, so is said."""
        short = find_rest(resting(100.0), USUAL)
        assert short is not None
        assert short.verdict is Verdict.REFUSED
        assert find_rest(resting(30.0), USUAL) is None
        assert find_rest(list, USUAL) is None

    def test_a_session_that_waited_for_its_start_is_searched_all_the_same(self) -> None:
        """A recording cannot be told to start."""
        waited = replace(USUAL, waits_for_start=True)
        assert find_rest(activated, USUAL) == find_rest(activated, waited)


def read(events: Callable[[], Iterable[Event]], rest: Baseline) -> Analysis:
    return analyse(events, USUAL, rest, is_own_rest=True)


class TestReading:
    def test_the_activation_and_its_return_are_found(self, rest: Baseline) -> None:
        """One, caused at 260 s, let go at 360 s, and back at rest."""
        analysis = read(activated, rest)
        (episode,) = analysis.tally.episodes
        assert 260.0 < episode.onset_s < 300.0
        assert episode.settled_s is not None
        assert 360.0 < episode.settled_s < 540.0
        assert len(ACTIVATED) == analysis.tally.beats
        assert analysis.tally.exit is SessionExit.COMPLETED

    def test_an_activation_before_the_rest_is_seen(self) -> None:
        """The whole is read against the rest, from the first second on."""
        later = find_rest(activated, replace(USUAL, rest_s=(500.0, 638.0)))
        assert later is not None
        (episode, *_) = read(activated, later).tally.episodes
        assert episode.confirmed_s < later.start_s

    def test_its_own_rest_gives_its_beats(self, rest: Baseline) -> None:
        """They are those between its two ends, and no other."""
        beats = read(activated, rest).rest_beats
        assert all(rest.start_s < beat.t_s <= rest.end_s for beat in beats)
        expected = sum(rest.start_s < event.t_s <= rest.end_s for event in ACTIVATED)
        assert expected == len(beats)

    def test_another_recordings_rest_gives_none(self, rest: Baseline) -> None:
        """Its seconds mean nothing here."""
        analysis = analyse(resting(300.0), USUAL, rest, is_own_rest=False)
        assert () == analysis.rest_beats
        assert rest is analysis.baseline

    def test_each_second_is_handed_out_once_in_order(self, rest: Baseline) -> None:
        """The timeline has a row for each grid point of the recording."""
        seconds: list[Second] = []
        analyse(activated, USUAL, rest, is_own_rest=True, each_second=seconds.append)
        first_s = seconds[0].t_s
        expected = [first_s + number for number in range(len(seconds))]
        assert expected == [second.t_s for second in seconds]
        assert int(ACTIVATED[-1].t_s) == seconds[-1].t_s

    def test_nothing_is_read_after_a_stop(self, rest: Baseline) -> None:
        """A session ends where it was stopped, whatever stands behind that."""
        stop = Command(t_s=300.0, action=Action.STOP, role=Role.CLIENT)
        until = [event for event in ACTIVATED if event.t_s <= 300.0]
        stopped = read(lambda: [*until, stop, *ACTIVATED[len(until) :]], rest)
        assert stopped.tally.exit is SessionExit.STOPPED
        assert len(until) == stopped.tally.beats

    def test_an_empty_recording_is_read_to_nothing(self, rest: Baseline) -> None:
        """No beat, no duration, no coverage, and no division by any of them."""
        tally = analyse(list, USUAL, rest, is_own_rest=False).tally
        assert (0, 0.0, 0.0) == (tally.beats, tally.duration_s, tally.coverage)
        assert tally.episodes == ()

    def test_reading_twice_gives_the_same(self, rest: Baseline) -> None:
        """Nothing is carried over from one reading to the next."""
        first, second = read(activated, rest), read(activated, rest)
        assert first.tally == second.tally
        assert first.rest_beats == second.rest_beats
