"""Faults planted on purpose, each of which a claim of the test suite catches."""

from dataclasses import replace
from time import perf_counter_ns

import pytest
from typing_extensions import override

from biofeed.core.artefacts import ArtefactGate
from biofeed.core.beat import Beat
from biofeed.core.engine import Engine
from biofeed.core.events import Event
from biofeed.core.timeline import Interval
from biofeed.core.values import Output
from devices.heart_rate import HeartRateMeasurement, Malformed, build, parse
from tests.core.making import intervals_of
from tests.property.claims import (
    Make,
    extra_ticks_change_nothing,
    same_events_give_the_same_outputs,
    shift_of_events_shifts_outputs_only,
)
from tests.property.streams import KNOWN_REST, SCENES, strung

SESSION: list[Event] = strung([(scene, 30) for scene in SCENES], seed=7)
"""One session with every scene in it."""

TICKS_AT = [0.1, 0.2, 0.35, 0.5, 0.52, 0.54, 0.8, 0.81]


class EvaluatesAtEvents(Engine):
    """Planted: a grid point is evaluated when an event comes by, at its time."""

    @override
    def _advance(self, t_s: float) -> list[Output]:
        due = self._next_grid_s is not None and self._next_grid_s <= t_s
        if due:
            self._next_grid_s = t_s + 1.0
        return self._step(t_s) if due else []


class ReadsTheWallClock(Engine):
    """Planted: the age of the newest beat is measured by the computer's clock."""

    @override
    def _step(self, now_s: float) -> list[Output]:
        arrived_s = self._heartbeats.arrived_s
        if arrived_s is not None:
            self._heartbeats.arrived_s = arrived_s - perf_counter_ns() * 1e-9 % 1.0
        return super()._step(now_s)


class CountsFromTheStart(Engine):
    """Planted: a signal that has been on for two minutes is read otherwise."""

    @override
    def _step(self, now_s: float) -> list[Output]:
        if now_s < 120.0:
            self._heartbeats.windows.forget_before(now_s + 270.0)
        return super()._step(now_s)


class BridgesGaps(ArtefactGate):
    """Planted: the break before an interval is overlooked."""

    @override
    def label(self, interval: Interval) -> list[Beat]:
        return super().label(replace(interval, breaks=False))


def misread_contact(payload: bytes) -> HeartRateMeasurement | Malformed:
    """Planted: the bit that says whether contact is told is taken for contact."""
    measurement = parse(payload)
    if isinstance(measurement, HeartRateMeasurement):
        return replace(measurement, contact=bool(payload[0] & 0x04))
    return measurement


def cut_intervals(payload: bytes) -> HeartRateMeasurement | Malformed:
    """Planted: intervals are cut to whole milliseconds as they are read."""
    measurement = parse(payload)
    if isinstance(measurement, HeartRateMeasurement):
        ticks = tuple(round(int(ms) * 1024 / 1000) for ms in measurement.rr_ms)
        return replace(measurement, rr_ticks=ticks)
    return measurement


def hold_engine(make: Make) -> None:
    """Hold an engine to the claims of ``tests/property``."""
    extra_ticks_change_nothing(make, KNOWN_REST, SESSION, TICKS_AT)
    same_events_give_the_same_outputs(make, KNOWN_REST, SESSION)
    shift_of_events_shifts_outputs_only(make, KNOWN_REST, SESSION, 1000)


def hold_gate(gate: ArtefactGate) -> None:
    """Hold a gate to taking no difference across a hole of ten seconds."""
    intervals = [
        *intervals_of([800.0, 810.0] * 6),
        *intervals_of([800.0, 810.0] * 6, start_s=20.0),
    ]
    beats = [beat for interval in intervals for beat in gate.label(interval)]
    first_after = [*beats, *gate.flush()][12]
    assert not first_after.follows


def read_back(
    read: object, *, contact: bool | None, rr_ticks: tuple[int, ...] = ()
) -> None:
    """Hold a decoder to reading what was written."""
    assert callable(read)
    measurement = read(build(heart_rate_bpm=60, contact=contact, rr_ticks=rr_ticks))
    assert (contact, rr_ticks) == (measurement.contact, measurement.rr_ticks)


def test_engine_holds_all_claims() -> None:
    """The claims catch the faults below, and not the engine as it is."""
    hold_engine(Engine)


def test_evaluation_at_event_time_is_caught() -> None:
    """Extra ticks then move the grid."""
    with pytest.raises(AssertionError):
        extra_ticks_change_nothing(EvaluatesAtEvents, KNOWN_REST, SESSION, TICKS_AT)


def test_wall_clock_in_the_core_is_caught() -> None:
    """A replay is then another session."""
    with pytest.raises(AssertionError):
        same_events_give_the_same_outputs(ReadsTheWallClock, KNOWN_REST, SESSION)


def test_meaning_of_absolute_time_is_caught() -> None:
    """The same session on a later clock is then another one."""
    with pytest.raises(AssertionError):
        shift_of_events_shifts_outputs_only(
            CountsFromTheStart, KNOWN_REST, SESSION, 1000
        )


def test_difference_across_a_gap_is_caught() -> None:
    """The beat after a hole follows nothing."""
    hold_gate(ArtefactGate())
    with pytest.raises(AssertionError):
        hold_gate(BridgesGaps())


@pytest.mark.parametrize("contact", [False, None])
def test_misread_contact_bit_is_caught(*, contact: bool | None) -> None:
    """A strap that denies contact, or says nothing of it, has not confirmed it."""
    read_back(parse, contact=contact)
    with pytest.raises(AssertionError):
        read_back(misread_contact, contact=contact)


def test_cut_intervals_are_caught() -> None:
    """Ticks come back as they were sent."""
    read_back(parse, contact=True, rr_ticks=(819, 820, 821))
    with pytest.raises(AssertionError):
        read_back(cut_intervals, contact=True, rr_ticks=(819, 820, 821))
