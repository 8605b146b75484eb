"""One connection to a strap: search, connect, subscribe, listen, let go.

Rules
-----
- A connection is used once. Whatever reaches it after it is over (a late callback, a
  doubled one of an earlier client) is dropped: the callbacks are closures over it.
- The radio is held from the search until the subscription stands.
- It is let go on every way out, with a deadline.
"""

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any, Protocol

from bleak import BleakClient

from devices.ble_radio import (
    BATTERY_LEVEL,
    FIRMWARE_REVISION,
    HEART_RATE_MEASUREMENT,
    SERIAL_NUMBER,
    Radio,
    cut_off,
    quietly,
)
from devices.ble_trouble import translated
from devices.deadlines import Deadlines
from devices.errors import BluetoothUnavailable, DeviceError, LinkFailed
from devices.link import Happened
from devices.sighting import NO_NAME, harmless
from devices.source import Clock, DeviceIdentity, LinkReason


class Listener(Protocol):
    """Who is told what a connection meets with, at once, in the event loop."""

    def happened(
        self,
        happened: Happened,
        *,
        reason: LinkReason | None = None,
        device: DeviceIdentity | None = None,
    ) -> None:
        """Take note of an incident."""
        ...

    def heard(self, payload: bytes) -> None:
        """Take one Heart Rate Measurement as it came."""
        ...

    def battery(self, level_pct: int) -> None:
        """Take a battery level, percent."""
        ...


class Connection:
    """One attempt, and the connection that comes of it.

    Parameters
    ----------
    strap
        Which; where its serial number is known, another one is refused.
    radio, listener, clock, deadlines
        What it works with, whom it tells, and how long it may take.

    Attributes
    ----------
    over
        Set when the link has given it up; ends ``run``.
    """

    def __init__(
        self,
        strap: DeviceIdentity,
        *,
        radio: Radio,
        listener: Listener,
        clock: Clock,
        deadlines: Deadlines,
    ) -> None:
        self.over = asyncio.Event()
        self._strap = strap
        self._radio = radio
        self._listener = listener
        self._clock = clock
        self._deadlines = deadlines
        self._client: BleakClient | None = None

    async def run(self) -> None:
        """Attempt once, and stay until the link is given up."""
        try:
            async with self._radio.lock:
                self._tell(Happened.TRYING)
                await self._while_wanted(self._open())
            if not self.over.is_set():
                await self._while_wanted(self._ask())
            await self.over.wait()
        finally:
            self.over.set()
            if self._client is not None:
                await quietly(
                    self._client.disconnect(), give_up_s=self._deadlines.disconnect_s
                )

    async def _while_wanted(self, work: Coroutine[Any, Any, None]) -> None:
        """Do it, unless the link is given up first; then leave it, even if it hangs."""
        task = asyncio.create_task(work)
        over = asyncio.create_task(self.over.wait())
        try:
            await asyncio.wait({task, over}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            over.cancel()
            await cut_off(task, give_up_s=self._deadlines.disconnect_s)
        if task.done() and not task.cancelled():
            task.result()

    async def _open(self) -> None:
        try:
            client = await self._connect()
            await self._refuse_another()
            with translated(self._strap.name):
                await client.start_notify(
                    HEART_RATE_MEASUREMENT, lambda _, payload: self._hear(payload)
                )
            self._tell(Happened.SUBSCRIBED)
        except (BluetoothUnavailable, LinkFailed) as error:
            self._tell(Happened.FAILED, reason=error.reason)

    async def _connect(self) -> BleakClient:
        device, name = await self._radio.find(self._strap.address, self._deadlines)
        if self._strap.name == NO_NAME:
            self._strap = replace(self._strap, name=harmless(name) or NO_NAME)
        self._tell(Happened.FOUND, device=self._strap)
        self._client = self._radio.client(
            device,
            dropped=lambda: self._tell(Happened.DROPPED),
            connect_s=self._deadlines.attempt_s,
        )
        with translated(self._strap.name):
            await self._client.connect()
        return self._client

    async def _refuse_another(self) -> None:
        if self._strap.serial is None:
            return
        serial = await self._read_text(SERIAL_NUMBER)
        if serial and serial != self._strap.serial:
            raise LinkFailed(LinkReason.OTHER_DEVICE, strap=self._strap.name)

    async def _ask(self) -> None:
        """Ask who it is, then for its battery now and again; it need not answer."""
        identified = replace(
            self._strap,
            serial=await self._read_text(SERIAL_NUMBER) or self._strap.serial,
            firmware=await self._read_text(FIRMWARE_REVISION) or self._strap.firmware,
        )
        if identified != self._strap:
            self._tell(Happened.IDENTIFIED, device=identified)
        while self._offers(BATTERY_LEVEL):
            level = await self._read(BATTERY_LEVEL)
            if level and level[0] <= 100 and not self.over.is_set():
                self._listener.battery(level[0])
            await self._clock.sleep_until_s(
                self._clock.now_s() + self._deadlines.battery_s
            )

    async def _read_text(self, characteristic: str) -> str | None:
        value = await self._read(characteristic)
        return None if value is None else harmless(value.decode("utf-8", "replace"))

    async def _read(self, characteristic: str) -> bytes | None:
        """Return a value, or None where the strap does not offer or answer it."""
        if self._client is None or not self._offers(characteristic):
            return None
        try:
            with translated(self._strap.name):
                async with asyncio.timeout(self._deadlines.read_s):
                    return bytes(await self._client.read_gatt_char(characteristic))
        except DeviceError:
            return None

    def _offers(self, characteristic: str) -> bool:
        try:
            with translated(self._strap.name):
                return (
                    self._client is not None
                    and self._client.services.get_characteristic(characteristic)
                    is not None
                )
        except DeviceError:
            return False

    def _hear(self, payload: bytearray) -> None:
        if not self.over.is_set():
            self._listener.heard(bytes(payload))

    def _tell(
        self,
        happened: Happened,
        *,
        reason: LinkReason | None = None,
        device: DeviceIdentity | None = None,
    ) -> None:
        if not self.over.is_set():
            self._listener.happened(happened, reason=reason, device=device)
