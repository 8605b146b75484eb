"""The engine as a fold: what holds for any session whatever."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from biofeed.core.activation import TURN_SHARE
from biofeed.core.beat import Beat
from biofeed.core.engine import Engine
from biofeed.core.episode import Episode, Outcome
from biofeed.core.events import Event, Tick
from biofeed.core.settings import EngineSettings
from biofeed.core.values import (
    CalibrationChanged,
    EpisodeChanged,
    Output,
    Second,
    SessionEnded,
)
from devices.heart_rate import HeartRateMeasurement, parse
from devices.source import Notification, RecordedInterval
from tests.property.claims import (
    extra_ticks_change_nothing,
    fold,
    same_events_give_the_same_outputs,
    shift_of_events_shifts_outputs_only,
    unknown_has_a_reason,
)
from tests.property.streams import FILES, KNOWN_REST, SESSIONS, SETTINGS

few = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@few
@given(SETTINGS, SESSIONS, st.lists(st.floats(0.0, 1.0), max_size=20))
def test_extra_ticks_change_nothing(
    how: EngineSettings, events: list[Event], shares: list[float]
) -> None:
    """Evaluation happens on the grid: a tick more is no output more, less or other."""
    extra_ticks_change_nothing(Engine, how, events, shares)


@few
@given(SETTINGS, SESSIONS)
def test_replay_is_the_live_run(how: EngineSettings, events: list[Event]) -> None:
    """The same events give the same outputs, to the last bit."""
    same_events_give_the_same_outputs(Engine, how, events)


@few
@given(SETTINGS, SESSIONS, st.integers(1, 100_000))
def test_shift_of_time_shifts_outputs_only(
    how: EngineSettings, events: list[Event], by_s: int
) -> None:
    """A session on a clock that has run for a day is the same session."""
    shift_of_events_shifts_outputs_only(Engine, how, events, by_s)


@few
@given(SETTINGS, SESSIONS)
def test_every_second_is_a_number_or_a_reason(
    how: EngineSettings, events: list[Event]
) -> None:
    """Each grid point once, in order, known or with why not."""
    seconds = [o for o in fold(Engine(how), events) if isinstance(o, Second)]
    for second in seconds:
        unknown_has_a_reason(second)
    for before, after in pairwise(seconds):
        assert before.t_s + 1.0 == after.t_s


@few
@given(SESSIONS)
def test_every_interval_is_told_once_and_unaltered(events: list[Event]) -> None:
    """By the stop, each interval has come out as a beat: none lost, none rounded."""
    sent: list[float] = []
    before: Notification | None = None
    for event in events:
        if not isinstance(event, Notification):
            continue
        measurement = parse(event.payload)
        assert isinstance(measurement, HeartRateMeasurement)
        same = before is not None and before.payload == event.payload
        if not (same and before and event.t_s - before.t_s < 0.3):
            sent += measurement.rr_ms
            before = event
    beats = [o for o in fold(Engine(KNOWN_REST), events) if isinstance(o, Beat)]
    assert sent == [beat.rr_ms for beat in beats]
    for earlier, later in pairwise(beats):
        assert earlier.t_s <= later.t_s


@few
@given(SETTINGS, FILES)
def test_any_file_is_told_whole(
    how: EngineSettings, events: list[RecordedInterval]
) -> None:
    """Also one whose times run back: they are taken as now."""
    outputs = fold(Engine(how), events)
    beats = [output for output in outputs if isinstance(output, Beat)]
    assert [event.rr_ms for event in events] == [beat.rr_ms for beat in beats]
    for output in outputs:
        if isinstance(output, Second):
            unknown_has_a_reason(output)
    for before, after in pairwise(outputs):
        if not (isinstance(before, Beat) or isinstance(after, Beat)):
            assert before.t_s <= after.t_s


@few
@given(SESSIONS)
def test_episodes_end_once_and_in_one_way(events: list[Event]) -> None:
    """At the stop every activation has an outcome, and its moments are in order.

    Each has turned, but for one that was last seen at its height.
    """
    outputs = fold(Engine(KNOWN_REST), events)
    last = {
        o.episode.number: o.episode for o in outputs if isinstance(o, EpisodeChanged)
    }
    for episode in last.values():
        assert isinstance(episode.outcome, Outcome)
        if _last_seen_z(episode, outputs) >= TURN_SHARE * episode.peak_z:
            assert episode.release_s is None
            assert episode.onset_s <= episode.peak_s
            continue
        assert episode.release_s is not None
        assert episode.onset_s <= episode.peak_s <= episode.release_s
    assert [*range(1, len(last) + 1)] == sorted(last)


def _last_seen_z(episode: Episode, outputs: list[Output]) -> float:
    """Smoothed activation of the last known second of an episode."""
    assert episode.ended_s is not None
    seen = [
        each.smoothed_z
        for each in outputs
        if isinstance(each, Second)
        and each.smoothed_z is not None
        and episode.onset_s <= each.t_s <= episode.ended_s
    ]
    return seen[-1]


@few
@given(SESSIONS)
def test_nothing_follows_the_end(events: list[Event]) -> None:
    """Whatever arrives after the stop is answered with nothing."""
    engine = Engine(EngineSettings())
    outputs = fold(engine, events)
    assert isinstance(outputs[-1], SessionEnded)
    assert 1 == sum(isinstance(output, SessionEnded) for output in outputs)
    assert [] == [output for event in events for output in engine.receive(event)]
    assert () == engine.receive(Tick(t_s=1e6))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(0.0, 5.0), st.binary(max_size=24), st.integers(0, 3)),
        max_size=40,
    )
)
def test_any_bytes_from_the_air_raise_nothing(
    packets: list[tuple[float, bytes, int]],
) -> None:
    """A payload is a number or a reason, never an error."""
    t_s, events = 0.3, list[Event]()
    for wait_s, payload, epoch in packets:
        t_s += wait_s
        events.append(Notification(t_s=t_s, payload=payload, epoch=epoch))
    for output in fold(Engine(KNOWN_REST), events):
        if isinstance(output, Second):
            unknown_has_a_reason(output)


@few
@given(SESSIONS)
def test_progress_of_calibration_never_exceeds_its_need(events: list[Event]) -> None:
    """Usable seconds up to those needed, and waiting that never is negative."""
    for output in fold(Engine(EngineSettings()), events):
        if isinstance(output, CalibrationChanged):
            progress = output.progress
            assert 0.0 <= progress.usable_s <= progress.needed_s
            assert progress.settling_in_s >= 0.0
