"""The link at the level of the wire: bumble straps behind bleak's backend seam.

Here the deadlines are the real ones: time travels.
"""

import asyncio
from collections.abc import Awaitable, Callable
from itertools import pairwise

import pytest

from devices.ble import BleStrap, scan
from devices.source import LinkReason, LinkState
from tests.devices.rigs.bumble_air import Air, AirStrap
from tests.devices.rigs.ear import Ear, listening
from tests.devices.rigs.time_travel import travel

CONTACT = bytes([0x16, 60, 0xEB, 0x03])
NO_CONTACT = bytes([0x14, 60, 0xEB, 0x03])
HEART_RATE_ONLY = bytes([0x00, 72])


def in_a_room(scenario: Callable[[Air], Awaitable[None]]) -> None:
    async def whole() -> None:
        air = Air()
        await air.central.power_on()
        await scenario(air)

    travel(whole())


async def live(strap: AirStrap, ear: Ear, *, epoch: int = 0) -> None:
    """Wear the strap until it is listened to."""

    async def wear() -> None:
        while True:
            await strap.notify(CONTACT)
            await asyncio.sleep(1.0)

    worn = asyncio.create_task(wear())
    await ear.link(LinkState.LIVE, epoch=epoch)
    worn.cancel()
    await asyncio.wait({worn})


def test_a_scan_hears_what_is_advertised() -> None:
    """Name and address come off the wire as they were put on it."""

    async def scenario(air: Air) -> None:
        strap = await air.strap(name="Strap 42")
        found = [f async for f in scan(5.0, radio=air.radio())]
        assert [("Strap 42", strap.address)] == [(f.name, f.address) for f in found]

    in_a_room(scenario)


def test_f01_drop_and_return_on_the_wire() -> None:
    """A link that the strap ends comes back in a new epoch, each packet once."""

    async def scenario(air: Air) -> None:
        strap = await air.strap()
        source = BleStrap(strap.address, radio=air.radio())
        async with listening(source) as ear:
            await live(strap, ear)
            await strap.drop()
            await ear.link(LinkState.LOST, LinkReason.DROPPED)
            await live(strap, ear, epoch=1)
            await strap.notify(b"\x00\x55")
            await ear.payload(b"\x00\x55")
            await ear.until(lambda ear: 87 in ear.batteries)
        assert ear.payloads.count(b"\x00\x55") == 1

    in_a_room(scenario)


@pytest.mark.parametrize(
    "payload",
    [CONTACT, NO_CONTACT, HEART_RATE_ONLY, b"\x10", bytes.fromhex("103eb103de")],
    ids=["contact", "f02_no_contact", "f12_no_intervals", "cut_off", "stray_byte"],
)
def test_f16_payloads_cross_the_wire_untouched(payload: bytes) -> None:
    """What the strap sends is what is recorded, sense or not."""

    async def scenario(air: Air) -> None:
        strap = await air.strap()
        source = BleStrap(strap.address, radio=air.radio())
        async with listening(source) as ear:
            await live(strap, ear)
            await strap.notify(payload)
            await ear.payload(payload)

    in_a_room(scenario)


def test_f07_a_strap_whose_battery_dies_is_lost() -> None:
    """No goodbye, no packet: stale, then lost, and the search goes on."""

    async def scenario(air: Air) -> None:
        strap = await air.strap()
        source = BleStrap(strap.address, radio=air.radio())
        async with listening(source) as ear:
            await live(strap, ear)
            strap.die()
            await ear.link(LinkState.LOST, LinkReason.NOT_FOUND)
        last_s = ear.notifications[-1].t_s
        since_s = [(n.link, round(n.t_s - last_s, 1)) for n in ear.links[-3:]]
        # Half a second of waiting, then ten of searching.
        expected = [
            (LinkState.STALE, 3.0),
            (LinkState.LOST, 8.0),
            (LinkState.LOST, 18.5),
        ]
        assert expected == since_s

    in_a_room(scenario)


def test_a_known_strap_in_range_is_heard_within_two_seconds() -> None:
    """From the start of the session to its first heartbeat."""

    async def scenario(air: Air) -> None:
        strap = await air.strap()
        async with listening(BleStrap(strap.address, radio=air.radio())) as ear:
            await live(strap, ear)
            await ear.until(lambda ear: bool(ear.notifications))
        assert ear.notifications[0].t_s - ear.heard[0].t_s <= 2.0

    in_a_room(scenario)


def test_f15_a_drop_every_150_s_for_an_hour() -> None:
    """Some computers drop some straps every 150 s: an hour holds, gap after gap."""

    async def scenario(air: Air) -> None:
        strap = await air.strap()
        source = BleStrap(strap.address, radio=air.radio())
        async with listening(source) as ear:
            for epoch in range(24):
                await live(strap, ear, epoch=epoch)
                for number in range(149):
                    await strap.notify(bytes([0, number]))
                    await asyncio.sleep(1.0)
                await strap.drop()
        gaps_s = [
            now.t_s - before.t_s
            for before, now in pairwise(ear.links)
            if before.link is LinkState.LOST and now.link is LinkState.LIVE
        ]
        assert len(gaps_s) == 23
        assert max(gaps_s) < 2.5
        assert sum(n.payload[0] == 0 for n in ear.notifications) == 24 * 149

    in_a_room(scenario)


def test_f14_of_two_straps_the_chosen_one_is_heard() -> None:
    """Two straps side by side: only the one that was picked is listened to."""

    async def scenario(air: Air) -> None:
        strap = await air.strap()
        other = await air.strap("F0:00:00:00:00:02", name="Other")
        source = BleStrap(other.address, radio=air.radio())
        async with listening(source) as ear:
            await live(other, ear)
            await strap.notify(b"\x00\x01")
            await other.notify(b"\x00\x02")
            await ear.payload(b"\x00\x02")
        assert b"\x00\x01" not in ear.payloads

    in_a_room(scenario)
