"""Faults of the link, as far as the person sees them: strap, link and core together.

The heart here is made to be checked by hand: each interval differs from the one before
by exactly one tick of 1/1024 s, so RMSSD is 1000/1024 ms whenever it is known. One
difference taken across a gap, and it is another number.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from math import log

import pytest

from biofeed.core.beat import Beat, BeatLabel
from biofeed.core.engine import Engine
from biofeed.core.events import Tick
from biofeed.core.settings import EngineSettings
from biofeed.core.values import Notice, Output, Quality, Second, Unknown
from devices.ble import BleStrap
from devices.source import BatteryLevel, Notification, SourceEvent
from tests.devices.rigs.bumble_air import Air, AirStrap
from tests.devices.rigs.ear import Ear, listening
from tests.devices.rigs.time_travel import travel

LN_RMSSD = log(1000 / 1024)

CONTACT = 0x16
NO_CONTACT = 0x14


def ramp() -> Iterator[int]:
    """Yield intervals that rise and fall by one tick a beat, in ticks."""
    while True:
        yield from range(800, 1000)
        yield from range(1000, 800, -1)


@dataclass
class Heart:
    """Beats, packed into one packet a second as straps do."""

    intervals: Iterator[int] = field(default_factory=ramp)
    now_s: float = 0.0
    beat_s: float = 0.0
    flags: int = CONTACT

    def second(self) -> bytes:
        """Return the packet of the next second."""
        self.now_s += 1.0
        ticks = []
        while self.beat_s + 1.0 < self.now_s:
            ticks.append(next(self.intervals))
            self.beat_s += ticks[-1] / 1024
        return packet(self.flags, *ticks)


def packet(flags: int, *ticks: int, heart_rate_bpm: int = 70) -> bytes:
    """Write a Heart Rate Measurement."""
    intervals = b"".join(tick.to_bytes(2, "little") for tick in ticks)
    return bytes([flags, heart_rate_bpm]) + intervals


async def beat(strap: AirStrap, heart: Heart, *, seconds: int) -> None:
    """Wear the strap for a while."""
    for _ in range(seconds):
        await strap.notify(heart.second())
        await asyncio.sleep(1.0)


def folded(events: list[SourceEvent]) -> list[Output]:
    """Return what the core makes of it."""
    engine = Engine(EngineSettings())
    outputs: list[Output] = []
    for event in (*events, Tick(t_s=events[-1].t_s + 5.0)):
        outputs += engine.receive(event)
    return outputs


def seconds(outputs: list[Output]) -> list[Second]:
    return [output for output in outputs if isinstance(output, Second)]


def no_difference_spans_a_gap(outputs: list[Output]) -> None:
    known = [s.ln_rmssd for s in seconds(outputs) if s.ln_rmssd is not None]
    assert known == pytest.approx([LN_RMSSD] * len(known), abs=1e-9)
    assert known
    beats = [output for output in outputs if isinstance(output, Beat)]
    assert all(before.t_s <= now.t_s for before, now in pairwise(beats))


def heard(scenario: Callable[[AirStrap, Ear], Awaitable[None]]) -> list[SourceEvent]:
    """Play a scenario on the wire, and return all that the source said."""
    ears: list[Ear] = []

    async def whole() -> None:
        air = Air()
        await air.central.power_on()
        strap = await air.strap()
        source = BleStrap(strap.address, radio=air.radio())
        async with listening(source) as ear:
            ears.append(ear)
            while not strap.subscribed:  # noqa: ASYNC110 (time travels)
                await asyncio.sleep(0.1)
            await scenario(strap, ear)

    travel(whole())
    return ears[0].heard


def test_f01_no_difference_spans_a_lost_link() -> None:
    """After half a minute out of range RMSSD is what it was, and was never another."""

    async def scenario(strap: AirStrap, ear: Ear) -> None:
        heart = Heart()
        await beat(strap, heart, seconds=100)
        await strap.drop()
        for _ in range(30):
            heart.second()
        await asyncio.sleep(30.0)
        await beat(strap, heart, seconds=100)

    events = heard(scenario)
    outputs = folded(events)
    no_difference_spans_a_gap(outputs)
    assert {0, 1} == {e.epoch for e in events if isinstance(e, Notification)}


def test_f02_a_strap_without_contact_is_not_believed() -> None:
    """Contact denied for 3 s and beats that make no sense: unknown, and why."""

    async def scenario(strap: AirStrap, ear: Ear) -> None:
        await beat(strap, Heart(), seconds=90)
        noise = iter([400, 1900, 310, 1500, 2000, 350] * 20)
        await beat(strap, Heart(intervals=noise, flags=NO_CONTACT), seconds=40)

    last = seconds(folded(heard(scenario)))[-8]
    assert last.contact is False
    assert (last.arousal_z, last.heart_rate_bpm) == (None, None)
    assert last.why_unknown is Unknown.NO_CONTACT


@pytest.mark.parametrize("odd_ticks", [(0,), (65535,), (0, 65535, 0)])
def test_f04_impossible_intervals_change_no_number(odd_ticks: tuple[int, ...]) -> None:
    """An interval of 0 or 64 s is kept and labelled, and RMSSD does not notice."""

    async def scenario(strap: AirStrap, ear: Ear) -> None:
        heart = Heart()
        for _ in range(5):
            await beat(strap, heart, seconds=30)
            await strap.notify(heart.second() + packet(0, *odd_ticks)[2:])
            await asyncio.sleep(1.0)

    outputs = folded(heard(scenario))
    no_difference_spans_a_gap(outputs)
    labels = [o.label for o in outputs if isinstance(o, Beat)]
    assert BeatLabel.NORMAL in labels
    assert any(label is not BeatLabel.NORMAL for label in labels)


def test_f04_intervals_that_a_full_sensor_threw_away_leave_a_gap() -> None:
    """Ten seconds of beats missing between two packets: no difference spans them."""

    async def scenario(strap: AirStrap, ear: Ear) -> None:
        heart = Heart()
        for _ in range(3):
            await beat(strap, heart, seconds=60)
            for _ in range(10):
                heart.second()
                await strap.notify(packet(CONTACT & ~0x10))
                await asyncio.sleep(1.0)
        await beat(strap, heart, seconds=60)

    outputs = folded(heard(scenario))
    no_difference_spans_a_gap(outputs)
    breaks = [o for o in outputs if isinstance(o, Beat) and o.breaks]
    assert len(breaks) == 4


def test_f07_a_low_battery_is_said_once() -> None:
    """At 20 % or less the person is told, once, before the strap dies."""
    events = [BatteryLevel(t_s=300.0 * n, level_pct=40 - 10 * n) for n in range(1, 4)]
    notices = [o for o in folded(list(events)) if isinstance(o, Notice)]
    assert [(n.code, n.detail) for n in notices] == [("battery_low", "20")]


def test_f12_a_sensor_without_intervals_gives_no_variability() -> None:
    """Heart rate and nothing else: said within 15 s, once, and no HRV is made of it."""

    async def scenario(strap: AirStrap, ear: Ear) -> None:
        for second in range(120):
            await strap.notify(packet(0x00, heart_rate_bpm=70 + second % 3))
            await asyncio.sleep(1.0)

    events = heard(scenario)
    outputs = folded(events)
    first_s = next(e.t_s for e in events if isinstance(e, Notification))
    notices = [o for o in outputs if isinstance(o, Notice)]
    assert [notice.code for notice in notices] == ["heart_rate_only"]
    assert first_s + 14.0 <= notices[0].t_s <= first_s + 15.0
    assert {None} == {s.ln_rmssd for s in seconds(outputs)}
    assert not any(isinstance(o, Beat) for o in outputs)


def test_f13_invented_heart_rates_make_no_good_signal() -> None:
    """A sensor off the body that leaps by 60 bpm earns no good quality, no beats."""

    async def scenario(strap: AirStrap, ear: Ear) -> None:
        for second in range(200):
            leaping = 70 if second % 40 < 20 else 130
            await strap.notify(packet(0x00, heart_rate_bpm=leaping))
            await asyncio.sleep(1.0)

    outputs = folded(heard(scenario))
    assert Quality.GOOD not in {s.quality for s in seconds(outputs)}
    assert not any(isinstance(o, Beat) for o in outputs)
    codes = [o.code for o in outputs if isinstance(o, Notice)]
    assert "heart_rate_jump" in codes
    jumped_s = max(o.t_s for o in outputs if isinstance(o, Notice))
    after = [s for s in seconds(outputs) if jumped_s <= s.t_s < jumped_s + 20.0]
    assert {None} == {s.heart_rate_bpm for s in after}


def test_f15_an_hour_of_drops_leaves_the_numbers_right() -> None:
    """A drop every 150 s for an hour: coverage over 90 %, and no wrong RMSSD."""

    async def scenario(strap: AirStrap, ear: Ear) -> None:
        heart = Heart()
        for _ in range(24):
            await beat(strap, heart, seconds=148)
            await strap.drop()
            for _ in range(2):
                heart.second()
            await asyncio.sleep(2.0)

    outputs = folded(heard(scenario))
    no_difference_spans_a_gap(outputs)
    known = [s.ln_rmssd is not None for s in seconds(outputs)]
    assert sum(known) / len(known) > 0.9
