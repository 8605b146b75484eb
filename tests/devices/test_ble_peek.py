"""Peeks: heart rate and battery of the straps in range, one short visit each."""

import asyncio
from collections import deque
from contextlib import aclosing

import pytest

from devices.ble_peek import peek, scan_and_peek
from devices.errors import BluetoothUnavailable
from devices.sighting import FoundStrap
from tests.devices.conftest import Play
from tests.devices.rigs.bumble_air import Air, AirStrap
from tests.devices.rigs.ear import QUICK
from tests.devices.rigs.fake_bluez import FakeBlueZ, FakeStrap, straps_in_a_row
from tests.devices.rigs.time_travel import travel


async def worn(bluez: FakeBlueZ, *straps: FakeStrap, bpm: int = 62) -> None:
    """Send a packet to whoever listens, again and again."""
    while True:
        for number, strap in enumerate(straps):
            bluez.notify(strap, bytes([0, bpm + number]))
        await asyncio.sleep(0.02)


async def found(timeout_s: float) -> list[FoundStrap]:
    async with aclosing(scan_and_peek(timeout_s, deadlines=QUICK)) as straps:
        return [strap async for strap in straps]


def test_each_strap_tells_its_heart_rate_and_battery_in_turn(play: Play) -> None:
    """Two straps: both are asked, never at once, and both are let go."""

    async def scenario(bluez: FakeBlueZ) -> None:
        straps = [bluez.add(strap) for strap in straps_in_a_row(2)]
        wearing = asyncio.create_task(worn(bluez, *straps))
        newest = {strap.address: strap for strap in await found(1.5)}
        wearing.cancel()
        assert [62, 63] == [newest[s.address].heart_rate_bpm for s in straps]
        assert [87, 87] == [newest[s.address].battery_pct for s in straps]
        assert [1, 1] == [strap.connects for strap in straps]
        assert not any(strap.connected for strap in straps)
        visits = [call for call in bluez.calls if call in {"Connect", "Disconnect"}]
        assert ["Connect", "Disconnect"] * 2 == visits

    play(scenario)


def test_a_strap_is_told_before_it_is_asked(play: Play) -> None:
    """The name is on the list at once; what the strap says follows."""

    async def scenario(bluez: FakeBlueZ) -> None:
        wearing = asyncio.create_task(worn(bluez, bluez.add(FakeStrap())))
        straps = await found(0.6)
        wearing.cancel()
        assert [None, 62] == [strap.heart_rate_bpm for strap in straps]

    play(scenario)


def test_no_peek_while_scanning(play: Play) -> None:
    """Between the start of a scan and its end nothing is connected to."""

    async def scenario(bluez: FakeBlueZ) -> None:
        wearing = asyncio.create_task(worn(bluez, bluez.add(FakeStrap())))
        await found(0.6)
        wearing.cancel()
        scanning = False
        for call in bluez.calls:
            if call in {"StartDiscovery", "StopDiscovery"}:
                scanning = call == "StartDiscovery"
            assert not (scanning and call == "Connect")

    play(scenario)


def test_a_held_strap_is_left_to_whoever_holds_it(play: Play) -> None:
    """It is on the list as held, and its link is not touched."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        bluez.hold(strap)
        assert [True] == [s.held for s in await found(0.3)]
        assert strap.connected
        assert "Connect" not in bluez.calls
        assert "Disconnect" not in bluez.calls

    play(scenario)


@pytest.mark.parametrize("fault", ["refuses", "silent", "hangs", "says 0"])
def test_a_strap_that_tells_nothing_stays_on_the_list(play: Play, fault: str) -> None:
    """A peek that comes to nothing costs its own deadline, and no strap."""

    async def scenario(bluez: FakeBlueZ) -> None:
        refusal = ("org.bluez.Error.Failed", "le-connection-abort-by-local")
        strap = bluez.add(FakeStrap())
        if fault == "refuses":
            strap.connect_errors = deque([refusal] * 20)
        if fault == "hangs":
            bluez.hung = {"Connect"}
        wearing = asyncio.create_task(
            worn(bluez, *([strap] if fault == "says 0" else []), bpm=0)
        )
        straps = await found(0.8)
        wearing.cancel()
        assert {(strap.address, None)} == {
            (s.address, s.heart_rate_bpm) for s in straps
        }
        assert "Connect" in bluez.calls

    play(scenario)


def test_a_peek_is_bounded_by_its_deadlines(play: Play) -> None:
    """Against a service that answers nothing it ends, and frees the radio."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        bluez.hung = {"Connect", "Disconnect", "StopDiscovery"}
        seen = FoundStrap(name=strap.name, address=strap.address, rssi_dbm=-60)
        began_s = asyncio.get_running_loop().time()
        assert seen == await peek(seen, deadlines=QUICK)
        took_s = asyncio.get_running_loop().time() - began_s
        assert took_s < QUICK.peek_s + 5 * QUICK.disconnect_s + 1.0

    play(scenario)


def test_bluetooth_off_is_said_at_once(play: Play) -> None:
    """As for a scan without peeks."""

    async def scenario(bluez: FakeBlueZ) -> None:
        bluez.power(on=False)
        with pytest.raises(BluetoothUnavailable, match="switched off"):
            await found(1.0)

    play(scenario)


def test_real_bytes_are_read_within_five_seconds() -> None:
    """On the wire, with the real deadlines: found, connected, read, let go."""

    async def scenario() -> None:
        air = Air()
        await air.central.power_on()
        strap = await air.strap(battery_pct=64)
        wearing = asyncio.create_task(_notify(strap))
        loop = asyncio.get_running_loop()
        async with aclosing(scan_and_peek(20.0, radio=air.radio())) as straps:
            began_s = loop.time()
            async for seen in straps:
                if seen.heart_rate_bpm is not None:
                    break
            took_s = loop.time() - began_s
        wearing.cancel()
        assert (71, 64) == (seen.heart_rate_bpm, seen.battery_pct)
        assert took_s < 5.0
        assert not strap.device.connections

    travel(scenario())


async def _notify(strap: AirStrap) -> None:
    while True:
        await strap.notify(bytes.fromhex("16476803"))
        await asyncio.sleep(1.0)
