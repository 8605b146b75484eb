"""The simulated strap as a source: one seed one session, played on a clock."""

import asyncio
from itertools import pairwise

import pytest

from devices.simulated import SIMULATED, SimulatedStrap, simulate
from devices.simulated_people import DEMONSTRATION, SCENARIOS, Scenario
from devices.simulated_script import Person, Script
from devices.simulated_strap import Artefacts, Dropout
from devices.source import (
    BatteryLevel,
    LinkChanged,
    LinkState,
    RecordedInterval,
    SourceEvent,
)

DIRTY = Artefacts(
    ectopic_per_1000=6.0,
    missed_per_1000=6.0,
    extra_per_1000=6.0,
    dropouts_per_min=0.5,
    dropouts=(Dropout(start_s=60.0, length_s=8.0),),
)
SHORT = Script(duration_s=120.0)


class ObedientClock:
    """Jumps to wherever one wants to sleep until, and notes where it was asked."""

    def __init__(self) -> None:
        self.asked_s: list[float] = []

    def now_s(self) -> float:
        return max(self.asked_s, default=0.0)

    async def sleep_until_s(self, t_s: float) -> None:
        self.asked_s.append(t_s)


def test_one_seed_says_the_same_bytes_at_the_same_times() -> None:
    """A session is determined by person, script, artefacts and seed."""
    one, again = (simulate(Person(), SHORT, DIRTY, seed=3) for _ in range(2))
    other = simulate(Person(), SHORT, DIRTY, seed=4)
    assert one.events == again.events
    assert one.events != other.events


def test_artefacts_leave_the_body_alone() -> None:
    """The dirty session and its clean twin share every true beat."""
    dirty = simulate(Person(), SHORT, DIRTY, seed=3)
    clean = simulate(Person(), SHORT, seed=3)
    assert dirty.body.beat_t_s.tolist() == clean.body.beat_t_s.tolist()
    assert dirty.clean_intervals == clean.clean_intervals


def test_clean_strap_records_the_clean_twin() -> None:
    """Without artefacts what arrives is the truth, but for the last second."""
    clean = simulate(Person(), SHORT, seed=3)
    arrived = clean.recorded_intervals
    assert clean.clean_intervals[: len(arrived)] == arrived
    assert clean.clean_intervals[-1].t_s - arrived[-1].t_s < 2.0


def test_intervals_are_whole_ticks() -> None:
    """Every RR is a multiple of 1/1024 s."""
    session = simulate(Person(), SHORT, DIRTY, seed=3)
    ticks = [interval.rr_ms * 1.024 for interval in session.recorded_intervals]
    assert [round(tick) for tick in ticks] == pytest.approx(ticks, abs=1e-9)


def test_recorded_intervals_skip_what_was_lost() -> None:
    """A dropout leaves a jump of time that no interval fills."""
    session = simulate(Person(), SHORT, DIRTY, seed=3)
    recorded = session.recorded_intervals
    jumps = [
        later.t_s - earlier.t_s - later.rr_ms / 1000.0
        for earlier, later in pairwise(recorded)
    ]
    assert max(jumps) > 6.0
    assert all(isinstance(interval, RecordedInterval) for interval in recorded)


def test_strap_connects_and_tells_its_battery_first() -> None:
    """It opens like a real one: live with its identity, then the battery."""
    link, battery, *_ = simulate(Person(), SHORT, seed=3).events
    assert LinkChanged(t_s=0.0, link=LinkState.LIVE, device=SIMULATED) == link
    assert isinstance(battery, BatteryLevel)


def test_strap_says_each_event_at_its_time() -> None:
    """Played on a clock, every event is waited for, and comes unchanged."""
    session = simulate(Person(), SHORT, seed=3)
    clock = ObedientClock()

    async def played() -> list[SourceEvent]:
        return [event async for event in SimulatedStrap(session.events).events(clock)]

    assert list(session.events) == asyncio.run(played())
    assert [event.t_s for event in session.events] == clock.asked_s


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)
def test_every_scenario_rests_before_anything_happens(scenario: Scenario) -> None:
    """Four minutes of rest come first, and events lie inside the script."""
    session = scenario.simulate(seed=1)
    body = session.body
    assert body.arousal[body.t_s < 240.0].max() == 0.0
    assert all(paced.start_s >= 240.0 for paced in scenario.script.breathing)
    assert all(
        event.off_s < scenario.script.duration_s for event in scenario.script.arousal
    )
    assert scenario.script.duration_s == pytest.approx(body.t_s[-1], abs=0.1)


def test_demonstration_lasts_ten_to_eleven_minutes() -> None:
    """One activation, gone two minutes before the end."""
    session = DEMONSTRATION.simulate(seed=1)
    body = session.body
    assert 600.0 <= DEMONSTRATION.script.duration_s <= 660.0
    assert body.arousal.max() > 0.5
    assert body.arousal[body.t_s > 520.0].max() < 0.01
