"""The fault matrix of the link, on bleak's real backend over a pretended BlueZ.

Each fault is one that straps, radios and systems were seen to have;
docs/fault-matrix.md lists them all. Deadlines run twenty times as fast as on the air.
"""

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from bleak import BleakClient
from bleak.backends.device import BLEDevice
from bleak.backends.scanner import BaseBleakScanner
from bleak.exc import (
    BleakBluetoothNotAvailableError,
    BleakBluetoothNotAvailableReason,
)
from typing_extensions import override

from devices.ble import BleStrap, scan
from devices.ble_radio import Radio
from devices.errors import BluetoothUnavailable, SeveralStrapsFound
from devices.sighting import choose
from devices.source import DeviceIdentity, LinkReason, LinkState
from tests.devices.conftest import Play
from tests.devices.rigs.ear import QUICK, Ear, listening
from tests.devices.rigs.fake_bluez import FakeBlueZ, FakeStrap
from tests.devices.rigs.message_bus import PrivateBus

RESTING = bytes.fromhex("163ceb03")

ABORTED = ("org.bluez.Error.Failed", "le-connection-abort-by-local")
IN_PROGRESS = ("org.bluez.Error.InProgress", "Operation already in progress")
DENIED = ("org.freedesktop.DBus.Error.AccessDenied", "not allowed")


@asynccontextmanager
async def worn(bluez: FakeBlueZ, strap: FakeStrap) -> AsyncIterator[None]:
    """Send heartbeats, to whoever listens, while the context lasts."""

    async def beat() -> None:
        while True:
            bluez.notify(strap, RESTING)
            await asyncio.sleep(QUICK.stale_s / 10)

    beating = asyncio.create_task(beat())
    yield
    beating.cancel()
    await asyncio.wait({beating})


async def live(bluez: FakeBlueZ, strap: FakeStrap, ear: Ear, *, epoch: int = 0) -> None:
    """Wear the strap until it is listened to."""
    async with worn(bluez, strap):
        await ear.link(LinkState.LIVE, epoch=epoch)


def quick(strap: FakeStrap) -> BleStrap:
    return BleStrap(strap.address, deadlines=QUICK)


def test_f01_a_lost_link_comes_back_and_the_stream_goes_on(play: Play) -> None:
    """Out of range it is lost and searched for; back in range it is live again."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        async with listening(quick(strap)) as ear:
            await live(bluez, strap, ear)
            strap.advertising = False
            bluez.drop(strap)
            await ear.link(LinkState.LOST, LinkReason.DROPPED)
            await ear.link(LinkState.LOST, LinkReason.NOT_FOUND)
            strap.advertising = True
            await live(bluez, strap, ear, epoch=1)
        assert sorted({n.epoch for n in ear.notifications}) == [0, 1]

    play(scenario)


def test_f03_a_silent_zombie_link_is_replaced(play: Play) -> None:
    """Connected for the system, silent in truth: a new client after the silence."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        async with listening(quick(strap)) as ear:
            await live(bluez, strap, ear)
            assert strap.connected
            await ear.link(LinkState.STALE, LinkReason.SILENT)
            await ear.link(LinkState.LOST, LinkReason.SILENT)
            await live(bluez, strap, ear, epoch=1)
        assert strap.connects == 2
        assert "Disconnect" in bluez.calls

    play(scenario)


class RememberingRadio(Radio):
    """A radio that keeps every client it made."""

    def __init__(self) -> None:
        super().__init__()
        self.clients: list[BleakClient] = []

    @override
    def client(
        self, device: BLEDevice, *, dropped: Callable[[], None], connect_s: float
    ) -> BleakClient:
        client = super().client(device, dropped=dropped, connect_s=connect_s)
        self.clients.append(client)
        return client


def test_f05_a_callback_of_an_earlier_connection_is_not_heard(play: Play) -> None:
    """A payload or a drop told by an earlier client changes nothing."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        radio = RememberingRadio()
        source = BleStrap(strap.address, radio=radio, deadlines=QUICK)
        async with listening(source) as ear, worn(bluez, strap):
            await ear.link(LinkState.LIVE)
            earlier = radio.clients[0]._backend
            callbacks = list(vars(earlier)["_notification_callbacks"].values())
            bluez.drop(strap)
            await ear.link(LinkState.LIVE, epoch=1)
            for callback in callbacks:
                callback(bytearray(b"\x00\x99"))
            assert earlier._disconnected_callback is not None
            earlier._disconnected_callback()
            bluez.notify(strap, b"\x00\x50")
            await ear.payload(b"\x00\x50")
        assert len(callbacks) == 1
        assert b"\x00\x99" not in ear.payloads
        later = [news for news in ear.links if news.epoch == 1]
        assert LinkReason.DROPPED not in {news.reason for news in later}

    play(scenario)


def test_f05_each_payload_is_heard_once_after_many_losses(play: Play) -> None:
    """Losses add no callbacks: after five of them a packet is still one packet."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        async with listening(quick(strap)) as ear:
            for epoch in range(6):
                await live(bluez, strap, ear, epoch=epoch)
                bluez.notify(strap, bytes([0, 100 + epoch]))
                await ear.payload(bytes([0, 100 + epoch]))
                bluez.drop(strap)
                await ear.link(LinkState.LOST, epoch=epoch)
        marked = [p[1] for p in ear.payloads if p[1] >= 100]
        assert marked == [100, 101, 102, 103, 104, 105]

    play(scenario)


def test_f06_the_order_of_arrival_is_kept(play: Play) -> None:
    """A burst arrives in the order it was sent, and time never runs back."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        sent = [number.to_bytes(2, "big") for number in range(500)]
        async with listening(quick(strap)) as ear:
            await strap.subscribed.wait()
            for payload in sent:
                bluez.notify(strap, payload)
            await ear.until(lambda ear: len(ear.payloads) >= len(sent))
        assert sent == ear.payloads
        times_s = [event.t_s for event in ear.heard]
        assert sorted(times_s) == times_s

    play(scenario)


def test_f08_bluetooth_switched_off_mid_session(play: Play) -> None:
    """The session lives, says why, and resumes when Bluetooth is on again."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        async with listening(quick(strap)) as ear:
            await live(bluez, strap, ear)
            bluez.power(on=False)
            await ear.link(LinkState.LOST, LinkReason.POWERED_OFF)
            bluez.power(on=True)
            await live(bluez, strap, ear, epoch=1)

    play(scenario)


def test_f08_bluetooth_off_or_refused_at_the_start(play: Play) -> None:
    """It says why there is no link, keeps trying, and connects once it may."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        bluez.refused["GetManagedObjects"] = DENIED
        async with listening(quick(strap)) as ear:
            await ear.link(LinkState.SEARCHING, LinkReason.PERMISSION)
            bluez.power(on=False)
            bluez.refused.clear()
            await ear.link(LinkState.SEARCHING, LinkReason.POWERED_OFF)
            bluez.power(on=True)
            await live(bluez, strap, ear)

    play(scenario)


@pytest.mark.parametrize(
    ("why", "reason"),
    [
        (BleakBluetoothNotAvailableReason.NO_BLUETOOTH, LinkReason.NO_ADAPTER),
        (BleakBluetoothNotAvailableReason.NO_BLE_CENTRAL_ROLE, LinkReason.NO_ADAPTER),
        (BleakBluetoothNotAvailableReason.POWERED_OFF, LinkReason.POWERED_OFF),
        (BleakBluetoothNotAvailableReason.DENIED_BY_USER, LinkReason.PERMISSION),
        (BleakBluetoothNotAvailableReason.DENIED_BY_SYSTEM, LinkReason.PERMISSION),
        (BleakBluetoothNotAvailableReason.DENIED_BY_UNKNOWN, LinkReason.PERMISSION),
        (BleakBluetoothNotAvailableReason.UNKNOWN, LinkReason.NO_ADAPTER),
    ],
)
def test_f08_each_refusal_of_a_platform_has_its_reason(
    why: BleakBluetoothNotAvailableReason, reason: LinkReason
) -> None:
    """Whatever the system says about Bluetooth, a scan fails with our word for it."""

    class RefusingScanner(BaseBleakScanner):
        def __init__(self, *args: object, **kwargs: object) -> None:
            super().__init__(None, None)

        @override
        async def start(self) -> None:
            raise BleakBluetoothNotAvailableError("no", why)

        @override
        async def stop(self) -> None:
            return

    async def look() -> None:
        async for _ in scan(0.01, radio=Radio(scanner=RefusingScanner)):
            pass

    with pytest.raises(BluetoothUnavailable) as caught:
        asyncio.run(look())
    assert reason == caught.value.reason


def test_f09_after_a_sleep_the_connection_is_made_anew(play: Play) -> None:
    """Ten minutes asleep: the old link is not trusted, and a new epoch begins."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        slept_s = [0.0]
        source = BleStrap(strap.address, deadlines=QUICK, asleep_s=lambda: slept_s[0])
        async with listening(source) as ear:
            await live(bluez, strap, ear)
            slept_s[0] += 600.0
            await ear.link(LinkState.LOST, LinkReason.SUSPENDED)
            await live(bluez, strap, ear, epoch=1)
        assert strap.connects == 2

    play(scenario)


@pytest.mark.parametrize("hung", [{"Connect", "Disconnect"}, {"StartDiscovery"}])
def test_f10_a_hung_stack_is_cut_off(play: Play, hung: set[str]) -> None:
    """Calls that never return, their undoing included, end at the deadline."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        bluez.hung = set(hung)
        async with listening(quick(strap)) as ear:
            await ear.link(LinkState.SEARCHING, LinkReason.TIMED_OUT)
            bluez.hung.clear()
            await live(bluez, strap, ear)

    play(scenario)


def test_f10_a_stack_that_hangs_on_every_call_lets_the_stream_close(play: Play) -> None:
    """Closing a live stream takes no longer than the deadline of the goodbye."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        async with listening(quick(strap)) as ear:
            await live(bluez, strap, ear)
            bluez.hung = {"Disconnect", "StopNotify", "StopDiscovery"}
            began_s = asyncio.get_running_loop().time()
        took_s = asyncio.get_running_loop().time() - began_s
        assert took_s < 4 * QUICK.disconnect_s

    play(scenario)


def test_f10_aborted_and_busy_connects_are_tried_again(play: Play) -> None:
    """Three aborts by the local stack and two "in progress" are got over."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        strap.connect_errors.extend([ABORTED] * 3 + [IN_PROGRESS] * 2)
        async with listening(quick(strap)) as ear:
            await live(bluez, strap, ear)
        assert strap.connects == 6

    play(scenario)


def test_f11_a_killed_bluetooth_service_is_noticed_and_used_again(play: Play) -> None:
    """The service vanishes without a signal; its successor is connected through."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        async with listening(quick(strap)) as ear:
            await live(bluez, strap, ear)
            await bluez.stop()
            await ear.link(LinkState.LOST, LinkReason.SILENT)
            await ear.link(LinkState.LOST, LinkReason.NO_ADAPTER)
            await bluez.start()
            await live(bluez, strap, ear, epoch=1)

    play(scenario)


def test_f11_a_killed_message_bus_is_noticed_and_used_again(
    play: Play, private_bus: PrivateBus
) -> None:
    """The bus dies under a live link; with a new one the link comes back."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        async with listening(quick(strap)) as ear:
            await live(bluez, strap, ear)
            private_bus.kill()
            await ear.link(LinkState.LOST)
            await ear.link(LinkState.LOST, LinkReason.NO_ADAPTER)
            await bluez.stop()
            private_bus.start()
            await bluez.start()
            await live(bluez, strap, ear, epoch=1)

    play(scenario)


def test_f14_two_straps_in_range_are_for_a_person_to_choose(play: Play) -> None:
    """Nobody is connected to by guess, and the choice can be made by the ending."""

    async def scenario(bluez: FakeBlueZ) -> None:
        bluez.add(FakeStrap())
        other = bluez.add(FakeStrap(address="A0:9E:1A:00:00:02", rssi_dbm=-40))
        found = [strap async for strap in scan(0.3)]
        with pytest.raises(SeveralStrapsFound) as caught:
            choose(found, wanted=None, searched_s=0.3)
        assert other.address == caught.value.addresses[0]
        chosen = choose(found, wanted="00:02", searched_s=0.3)
        assert other.address == chosen.address

    play(scenario)


def test_f14_another_strap_is_never_taken_for_the_lost_one(play: Play) -> None:
    """With its strap gone and another one in range, the session keeps looking."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        other = bluez.add(FakeStrap(address="A0:9E:1A:00:00:02"))
        async with listening(quick(strap)) as ear:
            await live(bluez, strap, ear)
            strap.advertising = False
            bluez.drop(strap)
            await ear.link(LinkState.LOST, LinkReason.NOT_FOUND)
        assert other.connects == 0

    play(scenario)


def test_f14_a_strap_with_another_serial_number_is_refused(play: Play) -> None:
    """The same address with another serial number is another strap: not listened to."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        identity = DeviceIdentity(
            name=strap.name, address=strap.address, serial="00000001"
        )
        strap.values[0x2A25] = b"00000002"
        async with listening(BleStrap(identity, deadlines=QUICK)) as ear:
            await ear.link(LinkState.SEARCHING, LinkReason.OTHER_DEVICE)
            assert not strap.notifying
            strap.values[0x2A25] = b"00000001"
            await live(bluez, strap, ear)

    play(scenario)


def test_f16_payloads_of_any_length_pass_untouched(play: Play) -> None:
    """Malformed or not, 0 to 512 bytes arrive exactly as sent."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        dice = random.Random(16)  # noqa: S311 (noise, no secret)
        sent = [dice.randbytes(length) for length in (*range(32), 100, 244, 512)]
        async with listening(quick(strap)) as ear:
            await strap.subscribed.wait()
            for payload in sent:
                bluez.notify(strap, payload)
            await ear.until(lambda ear: len(ear.payloads) >= len(sent))
        assert sent == ear.payloads

    play(scenario)


def test_a_strap_without_heart_rate_is_said_to_be_unsupported(play: Play) -> None:
    """A device that turns out to have no 0x2A37 is refused with that reason."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        async with listening(quick(strap)) as ear:
            bluez.without_heart_rate.add(strap.address)
            await ear.link(LinkState.SEARCHING, LinkReason.UNSUPPORTED)

    play(scenario)


def test_a_strap_left_connected_by_a_crash_is_taken_over(play: Play) -> None:
    """A strap that the computer still holds does not advertise, and is used."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        bluez.hold(strap)
        async with listening(quick(strap)) as ear:
            await live(bluez, strap, ear)
        assert strap.connects == 0

    play(scenario)


def test_battery_is_read_again_and_again_and_may_fail(play: Play) -> None:
    """A level is read at the start and each period; no answer ends nothing."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        async with listening(quick(strap)) as ear, worn(bluez, strap):
            await ear.until(lambda ear: 87 in ear.batteries)
            strap.values[0x2A19] = b""
            await strap.next_read()
            del strap.values[0x2A19]
            await strap.next_read()
            strap.values[0x2A19] = bytes([20])
            await ear.until(lambda ear: 20 in ear.batteries)
        assert {0} == {n.epoch for n in ear.notifications}

    play(scenario)
