"""Faults put into a simulated strap's events: repacking, duplicates, stalls."""

from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from devices.heart_rate import HeartRateMeasurement, parse
from devices.simulated import SimulatedSession, simulate
from devices.simulated_faults import (
    MOST_HELD_BACK,
    dropped,
    duplicated,
    repacked,
    stalled,
)
from devices.simulated_script import Person, Script
from devices.simulated_strap import Dropout
from devices.source import Notification, SourceEvent


@pytest.fixture(scope="module")
def session() -> SimulatedSession:
    return simulate(Person(), Script(duration_s=120.0), seed=11)


def _packets(events: Iterable[SourceEvent]) -> list[tuple[int, ...]]:
    parsed = [parse(e.payload) for e in events if isinstance(e, Notification)]
    return [one.rr_ticks for one in parsed if isinstance(one, HeartRateMeasurement)]


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 1000))
def test_repacking_changes_the_packets_and_not_the_beats(
    session: SimulatedSession, seed: int
) -> None:
    """Intervals stay whole and in order; the last may stay behind at the end."""
    before = _packets(session.events)
    after = _packets(repacked(session.events, np.random.default_rng(seed)))
    original = [tick for packet in before for tick in packet]
    carried = [tick for packet in after for tick in packet]
    assert original[: len(carried)] == carried
    assert len(original) - len(carried) <= MOST_HELD_BACK
    assert {0, 1, 2} <= {len(packet) for packet in after} <= {0, 1, 2, 3}


def test_duplicate_repeats_one_packet_soon_after(session: SimulatedSession) -> None:
    """One notification more, with the payload of the one before it."""
    events = duplicated(session.events, at_s=60.0)
    first = next(i for i, event in enumerate(events) if event.t_s >= 60.0)
    one, again = events[first : first + 2]
    assert isinstance(one, Notification)
    assert isinstance(again, Notification)
    assert len(session.events) + 1 == len(events)
    assert one.payload == again.payload
    assert pytest.approx(0.1) == again.t_s - one.t_s


def test_duplicate_after_the_end_changes_nothing(session: SimulatedSession) -> None:
    """There is no packet to repeat."""
    assert session.events == duplicated(session.events, at_s=1e6)


def test_stall_delivers_late_and_loses_nothing(session: SimulatedSession) -> None:
    """Ten seconds of packets arrive at one moment, in order."""
    waiting = [event for event in session.events if 60.0 <= event.t_s < 70.0]
    events = stalled(session.events, start_s=60.0, length_s=10.0)
    burst = [event for event in events if event.t_s == 70.0]
    assert _packets(session.events) == _packets(events)
    assert len(burst) == len(waiting) > 8
    assert sorted(event.t_s for event in events) == [event.t_s for event in events]


def test_dropping_loses_the_packets_of_the_dropouts_only(
    session: SimulatedSession,
) -> None:
    """What lies in a dropout is gone, what lies outside is as it was."""
    gaps = (Dropout(start_s=20.0, length_s=5.0), Dropout(start_s=60.0, length_s=2.0))
    left = dropped(session.events, gaps)
    lost = [event for event in session.events if event not in left]
    assert len(lost) == pytest.approx(7, abs=1)
    assert all(20.0 <= e.t_s < 25.0 or 60.0 <= e.t_s < 62.0 for e in lost)
