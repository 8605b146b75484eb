"""Find heart rate straps, and keep one connected for as long as a session wants it.

Rules
-----
- A strap is found by the Heart Rate Service it offers, never by its name.
- ``devices.reconnect`` decides; this module carries out and tells.
- Nothing a strap says is dropped or doubled on the way: one unbounded queue, filled in
  the callback, emptied by the iterator.
- No fault of strap or radio ends the stream. A defect of this program does.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable

from devices.ble_connection import Connection
from devices.ble_radio import Radio, Sighting, this_radio
from devices.deadlines import DEADLINES, Deadlines
from devices.link import Happened, Incident, Link, announced, announcement
from devices.reconnect import after, due_s
from devices.sighting import NO_NAME, FoundStrap, harmless, is_news
from devices.sleep_watch import SHORTEST_SLEEP_S, asleep_s
from devices.source import (
    BatteryLevel,
    Clock,
    DeviceIdentity,
    LinkReason,
    Notification,
    SourceEvent,
)

# A strap advertises every second or faster; this finds a weak one too.
SCAN_S = 10.0


async def scan(
    timeout_s: float = SCAN_S,
    *,
    radio: Radio | None = None,
    deadlines: Deadlines = DEADLINES,
) -> AsyncGenerator[FoundStrap]:
    """Yield straps as they are found, and again when more is known of one.

    The radio is taken until the iterator is exhausted or closed: leave it early only
    through ``contextlib.aclosing``.

    Parameters
    ----------
    timeout_s
        How long to look, s.
    radio
        Which; this computer's own by default.

    Raises
    ------
    BluetoothUnavailable
        At once, where there is none, it is off, or it may not be used.
    LinkFailed
        Where scanning failed.
    """
    radio = radio or this_radio()
    known: dict[str, FoundStrap] = {}
    async with (
        radio.lock,
        radio.sightings(deadlines) as seen,
    ):
        for device in await radio.held(deadlines):
            known[device.address] = FoundStrap(
                name=harmless(device.name) or NO_NAME,
                address=device.address,
                rssi_dbm=None,
                held=True,
            )
            yield known[device.address]
        ends_s = asyncio.get_running_loop().time() + timeout_s
        while sighting := await _next(seen, ends_s=ends_s):
            strap = _strap(sighting)
            if is_news(strap, known.get(strap.address)):
                known[strap.address] = strap
                yield strap


async def _next(seen: asyncio.Queue[Sighting], *, ends_s: float) -> Sighting | None:
    try:
        async with asyncio.timeout_at(ends_s):
            return await seen.get()
    except TimeoutError:
        return None


def _strap(sighting: Sighting) -> FoundStrap:
    device, advertised = sighting
    return FoundStrap(
        name=harmless(advertised.local_name or device.name) or NO_NAME,
        address=device.address,
        rssi_dbm=advertised.rssi,
    )


class BleStrap:
    """A strap on the air, kept connected: a ``Source``.

    Parameters
    ----------
    strap
        The one that the person picked, or its address.
    radio
        Which; this computer's own by default.
    deadlines
        How long each thing may take.
    asleep_s
        Seconds the computer has been asleep since some fixed moment.
    """

    def __init__(
        self,
        strap: DeviceIdentity | str,
        *,
        radio: Radio | None = None,
        deadlines: Deadlines = DEADLINES,
        asleep_s: Callable[[], float] = asleep_s,
    ) -> None:
        if isinstance(strap, str):
            strap = DeviceIdentity(name=NO_NAME, address=strap)
        self._strap = strap
        self._radio = radio
        self._deadlines = deadlines
        self._asleep_s = asleep_s

    async def events(self, clock: Clock) -> AsyncGenerator[SourceEvent]:
        """Yield what the strap says, and how its link stands, until closed.

        Closing disconnects and waits for that, but no longer than its deadline.
        """
        watch = _Watch(
            self._strap,
            radio=self._radio or this_radio(),
            clock=clock,
            deadlines=self._deadlines,
            asleep_s=self._asleep_s,
        )
        running = asyncio.create_task(watch.run())
        running.add_done_callback(lambda _: watch.said.put_nowait(None))
        try:
            while (event := await watch.said.get()) is not None:
                yield event
            await running
        finally:
            running.cancel()
            await asyncio.wait({running})


class _Watch:
    """One stream of events: the link, who is connected, and what was said."""

    def __init__(
        self,
        strap: DeviceIdentity,
        *,
        radio: Radio,
        clock: Clock,
        deadlines: Deadlines,
        asleep_s: Callable[[], float],
    ) -> None:
        self.said: asyncio.Queue[SourceEvent | None] = asyncio.Queue()
        self._radio = radio
        self._clock = clock
        self._deadlines = deadlines
        self._asleep_s = asleep_s
        self._link = Link(device=strap, retry_s=clock.now_s())
        self._strap = strap
        self._connection: Connection | None = None

    async def run(self) -> None:
        self.said.put_nowait(announced(self._link, t_s=self._clock.now_s()))
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._tick())
            tasks.create_task(self._keep_connected())

    async def _tick(self) -> None:
        """Let deadlines pass, and notice that the computer has been asleep."""
        slept_s = self._asleep_s()
        while True:
            now_s = self._clock.now_s()
            next_s = min(
                now_s + self._deadlines.tick_s, due_s(self._link, self._deadlines)
            )
            await self._clock.sleep_until_s(next_s)
            slept_before_s, slept_s = slept_s, self._asleep_s()
            if slept_s - slept_before_s > SHORTEST_SLEEP_S:
                self.happened(Happened.WOKE)
            self.happened(Happened.TIME)

    async def _keep_connected(self) -> None:
        while True:
            # In small steps: waking up from a sleep shortens the wait.
            while (now_s := self._clock.now_s()) < self._link.retry_s:
                await self._clock.sleep_until_s(
                    min(self._link.retry_s, now_s + self._deadlines.tick_s)
                )
            self._connection = Connection(
                self._link.device or self._strap,
                radio=self._radio,
                listener=self,
                clock=self._clock,
                deadlines=self._deadlines,
            )
            await self._connection.run()

    def happened(
        self,
        happened: Happened,
        *,
        reason: LinkReason | None = None,
        device: DeviceIdentity | None = None,
    ) -> None:
        t_s = self._clock.now_s()
        incident = Incident(t_s=t_s, happened=happened, reason=reason, device=device)
        before = self._link
        self._link = after(before, incident, self._deadlines)
        if news := announcement(before, self._link, t_s=t_s):
            self.said.put_nowait(news)
        if before.engaged and not self._link.engaged and self._connection:
            self._connection.over.set()

    def heard(self, payload: bytes) -> None:
        self.happened(Happened.NOTIFIED)
        self.said.put_nowait(
            Notification(
                t_s=self._clock.now_s(), payload=payload, epoch=self._link.epoch
            )
        )

    def battery(self, level_pct: int) -> None:
        self.said.put_nowait(BatteryLevel(t_s=self._clock.now_s(), level_pct=level_pct))
