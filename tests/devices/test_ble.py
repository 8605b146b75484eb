"""A strap on the air, through bleak's real BlueZ backend."""

import asyncio
from contextlib import AsyncExitStack, aclosing

import pytest

from devices.ble import BleStrap, scan
from devices.ble_radio import radio_trouble
from devices.errors import BluetoothUnavailable, LinkFailed
from devices.sighting import FoundStrap
from devices.source import DeviceIdentity, LinkReason, LinkState
from tests.devices.conftest import Play
from tests.devices.rigs.ear import QUICK, listening
from tests.devices.rigs.fake_bluez import FakeBlueZ, FakeStrap, straps_in_a_row

PAYLOAD = bytes.fromhex("163ceb031404")


async def found(timeout_s: float = 0.3) -> dict[str, FoundStrap]:
    async with aclosing(scan(timeout_s)) as straps:
        return {strap.address: strap async for strap in straps}


class TestScan:
    def test_yields_straps_by_their_service_only(self, play: Play) -> None:
        """A strap is found by the service it offers, not by its name."""

        async def scenario(bluez: FakeBlueZ) -> None:
            bluez.add(FakeStrap(name="", rssi_dbm=-71))
            bluez.add(
                FakeStrap(
                    address="A0:9E:1A:00:00:02", name="Polar H10 X", services=(0x180F,)
                )
            )
            expected = {
                "A0:9E:1A:00:00:01": FoundStrap(
                    name="unnamed strap", address="A0:9E:1A:00:00:01", rssi_dbm=-71
                )
            }
            assert expected == await found()

        play(scenario)

    def test_yields_the_first_before_the_search_is_over(self, play: Play) -> None:
        """A person sees a strap as soon as it is heard."""

        async def scenario(bluez: FakeBlueZ) -> None:
            strap = bluez.add(FakeStrap())
            async with aclosing(scan(3600.0)) as straps:
                first = await anext(straps)
            assert strap.address == first.address
            assert "StopDiscovery" in bluez.calls

        play(scenario)

    def test_shows_a_strap_that_the_computer_already_holds(self, play: Play) -> None:
        """A strap in another app's hands does not advertise, and is shown as held."""

        async def scenario(bluez: FakeBlueZ) -> None:
            strap = bluez.add(FakeStrap())
            bluez.hold(strap)
            assert [s.held for s in (await found()).values()] == [True]

        play(scenario)

    def test_bluetooth_off_is_an_error_at_once(self, play: Play) -> None:
        """With the radio off a scan fails with the reason and a sentence."""

        async def scenario(bluez: FakeBlueZ) -> None:
            bluez.power(on=False)
            with pytest.raises(BluetoothUnavailable, match="switched off") as caught:
                await found()
            assert caught.value.reason is LinkReason.POWERED_OFF

        play(scenario)

    def test_a_radio_that_never_answers_is_an_error_too(self, play: Play) -> None:
        """A scan does not hang with the service that hangs."""

        async def scenario(bluez: FakeBlueZ) -> None:
            bluez.hung = {"StartDiscovery", "StopDiscovery"}
            with pytest.raises(LinkFailed) as caught:
                async for _ in scan(deadlines=QUICK):
                    pass
            assert caught.value.reason is LinkReason.TIMED_OUT

        play(scenario)


class TestBleStrap:
    def test_from_search_to_heartbeats(self, play: Play) -> None:
        """It searches, connects, and hands on each payload with its epoch."""

        async def scenario(bluez: FakeBlueZ) -> None:
            strap = bluez.add(FakeStrap())
            async with listening(BleStrap(strap.address, deadlines=QUICK)) as ear:
                await strap.subscribed.wait()
                bluez.notify(strap, PAYLOAD)
                await ear.until(lambda ear: ear.payloads == [PAYLOAD])
                await ear.until(lambda ear: ear.batteries == [87])
            identity = DeviceIdentity(
                name=strap.name,
                address=strap.address,
                serial="00000001",
                firmware="5.0.0",
            )
            assert list(dict.fromkeys(ear.states)) == [
                LinkState.SEARCHING,
                LinkState.CONNECTING,
                LinkState.LIVE,
            ]
            assert identity == ear.links[-1].device
            assert {0} == {n.epoch for n in ear.notifications}
            assert not strap.connected

        play(scenario)

    def test_comes_back_after_the_link_broke_off(self, play: Play) -> None:
        """After a drop it is lost, then live again in a new epoch."""

        async def scenario(bluez: FakeBlueZ) -> None:
            strap = bluez.add(FakeStrap())
            async with listening(BleStrap(strap.address, deadlines=QUICK)) as ear:
                for number in range(3):
                    await strap.subscribed.wait()
                    bluez.notify(strap, bytes([0, 60 + number]))
                    await ear.link(LinkState.LIVE, epoch=number)
                    bluez.drop(strap)
                    await ear.link(LinkState.LOST, LinkReason.DROPPED, epoch=number)
            assert [n.epoch for n in ear.notifications] == [0, 1, 2]
            assert ear.payloads == [b"\x00\x3c", b"\x00\x3d", b"\x00\x3e"]

        play(scenario)


def test_fifty_straps_at_once_lose_nothing(play: Play) -> None:
    """Fifty straps through one radio: each payload once, in order, at its own ear."""

    async def scenario(bluez: FakeBlueZ) -> None:
        straps = [bluez.add(strap) for strap in straps_in_a_row(50)]
        async with AsyncExitStack() as stack:
            ears = [
                await stack.enter_async_context(listening(BleStrap(strap.address)))
                for strap in straps
            ]
            for strap in straps:
                await strap.subscribed.wait()
            for number in range(40):
                for index, strap in enumerate(straps):
                    bluez.notify(strap, bytes([0, index, number]))
                await asyncio.sleep(0)
            for ear in ears:
                await ear.until(lambda ear: len(ear.payloads) >= 40)
        for index, ear in enumerate(ears):
            assert [bytes([0, index, number]) for number in range(40)] == ear.payloads
        assert not any(strap.connected for strap in straps)

    play(scenario)


class TestRadioTrouble:
    def test_a_radio_that_works_has_none(self, play: Play) -> None:
        """A radio that can scan is well."""

        async def scenario(bluez: FakeBlueZ) -> None:
            assert await radio_trouble() is None

        play(scenario)

    def test_a_radio_that_is_off_says_so(self, play: Play) -> None:
        """Switched off is told from missing."""

        async def scenario(bluez: FakeBlueZ) -> None:
            bluez.power(on=False)
            assert await radio_trouble() is LinkReason.POWERED_OFF

        play(scenario)

    def test_a_radio_that_hangs_or_is_gone_says_so(self, play: Play) -> None:
        """A service that never answers, or answers no more, has its reason."""

        async def scenario(bluez: FakeBlueZ) -> None:
            bluez.hung = {"StartDiscovery"}
            assert await radio_trouble(deadlines=QUICK) is LinkReason.TIMED_OUT
            await bluez.stop()
            assert await radio_trouble() is LinkReason.NO_ADAPTER

        play(scenario)
