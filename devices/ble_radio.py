"""The Bluetooth radio of this computer, through bleak: look, connect, let go.

Rules
-----
- Only modules named ``devices.ble*`` import bleak, and only this one calls it to scan
  or to connect.
- One scan or attempt at a time: whoever does either holds ``Radio.lock`` (parallel
  ones make BlueZ answer ``InProgress``, and break each other on other systems).
- A ``BLEDevice`` is used at once and never kept: BlueZ forgets it when scanning ends.
- Whatever bleak raises becomes a ``DeviceError`` with a reason.
- No call into bleak is waited for without a deadline, its cleaning up included.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any
from weakref import WeakKeyDictionary

from bleak import BleakAdapter, BleakClient, BleakScanner
from bleak.backends.adapter import BaseBleakAdapter
from bleak.backends.client import BaseBleakClient
from bleak.backends.device import BLEDevice
from bleak.backends.scanner import AdvertisementData, BaseBleakScanner
from bleak.uuids import normalize_uuid_16

from devices.ble_trouble import translated
from devices.deadlines import DEADLINES, Deadlines
from devices.errors import BluetoothUnavailable, LinkFailed
from devices.source import LinkReason

HEART_RATE_SERVICE = normalize_uuid_16(0x180D)
HEART_RATE_MEASUREMENT = normalize_uuid_16(0x2A37)
BATTERY_LEVEL = normalize_uuid_16(0x2A19)
SERIAL_NUMBER = normalize_uuid_16(0x2A25)
FIRMWARE_REVISION = normalize_uuid_16(0x2A26)

Sighting = tuple[BLEDevice, AdvertisementData]

# Somebody waits for the verdict, and a radio that works answers within a second.
TRIAL = replace(DEADLINES, attempt_s=5.0)

_log = logging.getLogger(__name__)


class Radio:
    """The one Bluetooth radio of this computer, and whose turn it is.

    Parameters
    ----------
    scanner, client, adapter
        bleak backends to use in place of the platform's own.

    Attributes
    ----------
    lock
        Held by whoever scans or connects.
    """

    def __init__(
        self,
        *,
        scanner: type[BaseBleakScanner] | None = None,
        client: type[BaseBleakClient] | None = None,
        adapter: type[BaseBleakAdapter] | None = None,
    ) -> None:
        self.lock = asyncio.Lock()
        self._scanner = scanner
        self._client = client
        self._adapter = adapter

    @asynccontextmanager
    async def sightings(
        self, deadlines: Deadlines
    ) -> AsyncIterator[asyncio.Queue[Sighting]]:
        """Scan for heart rate straps while the context lasts.

        Raises
        ------
        BluetoothUnavailable, LinkFailed
        """
        seen: asyncio.Queue[Sighting] = asyncio.Queue()
        # Registered at construction: the first advertisement may come before the
        # start has returned.
        scanner = BleakScanner(
            lambda device, advertised: seen.put_nowait((device, advertised)),
            [HEART_RATE_SERVICE],
            backend=self._scanner,
        )
        try:
            with translated("the radio"):
                async with asyncio.timeout(deadlines.attempt_s):
                    await scanner.start()
            yield seen
        finally:
            await quietly(scanner.stop(), give_up_s=deadlines.disconnect_s)

    async def held(self, deadlines: Deadlines) -> list[BLEDevice]:
        """Return the heart rate straps that this computer is connected to already.

        They do not advertise, so no scan finds them: left over from a crash, or in use
        by another app. Empty where the platform cannot tell.
        """
        try:
            with translated("the radio"):
                async with asyncio.timeout(deadlines.read_s):
                    adapter = await BleakAdapter.get(backend=self._adapter)
                    return await adapter.get_connected_devices([HEART_RATE_SERVICE])
        except (BluetoothUnavailable, LinkFailed):
            return []

    async def find(
        self, address: str, deadlines: Deadlines
    ) -> tuple[BLEDevice, str | None]:
        """Return a fresh device and its advertised name, by its address.

        Raises
        ------
        BluetoothUnavailable
        LinkFailed
            With ``not_found`` where it is neither heard in time nor held.
        """
        async with self.sightings(deadlines) as seen:
            try:
                async with asyncio.timeout(deadlines.search_s):
                    while True:
                        device, advertised = await seen.get()
                        if same_address(device.address, address):
                            return device, advertised.local_name or device.name
            except TimeoutError:
                pass
        for device in await self.held(deadlines):
            if same_address(device.address, address):
                return device, device.name
        raise LinkFailed(LinkReason.NOT_FOUND, strap=address)

    def client(
        self, device: BLEDevice, *, dropped: Callable[[], None], connect_s: float
    ) -> BleakClient:
        """Return a fresh client for one connection to a fresh device.

        A client is not used twice: on macOS it remembers its subscriptions, on Windows
        its session.
        """
        return BleakClient(
            device,
            disconnected_callback=lambda _: dropped(),
            timeout=connect_s,
            # Windows answers from a cache that a strap's new session does not match.
            winrt={"use_cached_services": False},
            backend=self._client,
        )


_radios: WeakKeyDictionary[asyncio.AbstractEventLoop, Radio] = WeakKeyDictionary()


def this_radio() -> Radio:
    """Return the radio that everything in the running event loop shares."""
    return _radios.setdefault(asyncio.get_running_loop(), Radio())


def same_address(one: str, other: str) -> bool:
    """Tell whether two addresses are one; systems differ in case."""
    return one.casefold() == other.casefold()


async def quietly(farewell: Coroutine[Any, Any, None], *, give_up_s: float) -> None:
    """Wait for a stop or a disconnect, but no longer than that, and whatever it raises.

    On the way out nobody can act on an error, and a dead service never answers.
    """
    task = asyncio.create_task(farewell)
    try:
        await asyncio.wait({task}, timeout=give_up_s)
    finally:
        await cut_off(task, give_up_s=give_up_s)


async def cut_off(task: asyncio.Task[None], *, give_up_s: float) -> None:
    """End a task that may hang in its own cleaning up.

    Cancelling bleak's ``connect`` makes it send a disconnect and wait for the answer
    with no deadline of its own; a second cancellation ends that too.
    """
    for _ in range(2):
        if not task.done():
            task.cancel()
            await asyncio.wait({task}, timeout=give_up_s)
    if task.done() and not task.cancelled() and (error := task.exception()):
        _log.debug("on the way out: %r", error)


async def radio_trouble(
    radio: Radio | None = None, *, deadlines: Deadlines = TRIAL
) -> LinkReason | None:
    """Try the radio for a moment; return what is wrong with it, or None.

    Parameters
    ----------
    radio
        Which; this computer's own by default.
    deadlines
        How long it may take to start and to stop.
    """
    radio = radio or this_radio()
    try:
        async with radio.lock, radio.sightings(deadlines):
            return None
    except (BluetoothUnavailable, LinkFailed) as error:
        return error.reason
