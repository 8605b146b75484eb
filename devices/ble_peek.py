"""Ask the straps in range for heart rate and battery, so that a person knows theirs.

Rules
-----
- One strap at a time, and never while scanning: each peek holds the radio's lock.
- A peek is short, takes one packet, and lets go: whoever the strap belongs to finds it
  free again.
- A strap that this computer already holds is left alone. Its link belongs to another
  program, and letting go of it would end that program's.
- A peek that fails takes nothing from the list: the strap stays as it was found.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Iterable
from contextlib import aclosing
from dataclasses import replace

from devices.ble import SCAN_S, scan
from devices.ble_connection import Connection
from devices.ble_radio import Radio, this_radio
from devices.deadlines import DEADLINES, Deadlines
from devices.heart_rate import HeartRateMeasurement, parse
from devices.link import Happened
from devices.sighting import FoundStrap, is_news
from devices.source import DeviceIdentity, LinkReason


async def scan_and_peek(
    timeout_s: float = SCAN_S,
    *,
    radio: Radio | None = None,
    deadlines: Deadlines = DEADLINES,
) -> AsyncGenerator[FoundStrap]:
    """Yield straps as they are found, and again with what they say.

    Scans and peeks take turns. A strap that said nothing is asked again in its turn.
    Leave it early only through ``contextlib.aclosing``.

    Parameters
    ----------
    timeout_s
        How long to look, s; a peek under way is not cut short by it.
    radio
        Which; this computer's own by default.
    deadlines
        How long each thing may take.

    Raises
    ------
    BluetoothUnavailable
        At once, where there is none, it is off, or it may not be used.
    LinkFailed
        Where scanning failed.
    """
    radio = radio or this_radio()
    now_s = asyncio.get_running_loop().time
    ends_s = now_s() + timeout_s
    known: dict[str, FoundStrap] = {}
    peeks: Counter[str] = Counter()
    while (left_s := ends_s - now_s()) > 0.0:
        look_s = min(left_s, deadlines.look_s)
        async with aclosing(scan(look_s, radio=radio, deadlines=deadlines)) as seen:
            async for sighting in seen:
                before = known.get(sighting.address)
                strap = _with_what_it_said(sighting, before)
                changed_hands = before is not None and before.held != strap.held
                if changed_hands or is_news(strap, before):
                    known[strap.address] = strap
                    yield strap
        for strap in _to_be_asked(known.values(), peeks):
            if now_s() >= ends_s:
                return
            peeks[strap.address] += 1
            known[strap.address] = await peek(strap, radio=radio, deadlines=deadlines)
            yield known[strap.address]


async def peek(
    strap: FoundStrap,
    *,
    radio: Radio | None = None,
    deadlines: Deadlines = DEADLINES,
) -> FoundStrap:
    """Connect for a moment; return the strap with its heart rate and battery.

    What it does not say, or not in time, stays as it was.
    """
    ear = _Ear()
    ear.connection = Connection(
        strap.identity,
        radio=radio or this_radio(),
        listener=ear,
        clock=_LoopClock(),
        deadlines=deadlines,
    )
    visit = asyncio.create_task(ear.connection.run())
    try:
        async with asyncio.timeout(deadlines.peek_s):
            await ear.has_beat.wait()
            async with asyncio.timeout(deadlines.battery_late_s):
                await ear.has_battery.wait()
    except TimeoutError:
        pass
    finally:
        ear.connection.over.set()
        await visit
    return replace(
        strap,
        heart_rate_bpm=ear.heart_rate_bpm or strap.heart_rate_bpm,
        battery_pct=strap.battery_pct if ear.battery_pct is None else ear.battery_pct,
    )


def _with_what_it_said(sighting: FoundStrap, known: FoundStrap | None) -> FoundStrap:
    if known is None:
        return sighting
    return replace(
        sighting,
        heart_rate_bpm=known.heart_rate_bpm,
        battery_pct=known.battery_pct,
    )


def _to_be_asked(straps: Iterable[FoundStrap], peeks: Counter[str]) -> list[FoundStrap]:
    """Return all that were never asked, else the one silent one asked least often."""
    silent = [s for s in straps if not s.held and s.heart_rate_bpm is None]
    silent.sort(key=lambda strap: peeks[strap.address])
    never = [strap for strap in silent if not peeks[strap.address]]
    return never or silent[:1]


class _LoopClock:
    """The time of the event loop."""

    def now_s(self) -> float:
        return asyncio.get_running_loop().time()

    async def sleep_until_s(self, t_s: float) -> None:
        await asyncio.sleep(max(0.0, t_s - self.now_s()))


class _Ear:
    """Hears one visit to a strap: a ``Listener``."""

    def __init__(self) -> None:
        self.connection: Connection | None = None
        self.heart_rate_bpm: int | None = None
        self.battery_pct: int | None = None
        self.has_beat = asyncio.Event()
        self.has_battery = asyncio.Event()

    def happened(
        self,
        happened: Happened,
        *,
        reason: LinkReason | None = None,
        device: DeviceIdentity | None = None,
    ) -> None:
        del reason, device
        if happened in {Happened.FAILED, Happened.DROPPED}:
            # Nothing more will come: the visit is over.
            self.has_beat.set()
            self.has_battery.set()

    def heard(self, payload: bytes) -> None:
        measured = parse(payload)
        # A strap that has just been put on says 0 until it has found the beat.
        if isinstance(measured, HeartRateMeasurement) and measured.heart_rate_bpm:
            self.heart_rate_bpm = measured.heart_rate_bpm
            self.has_beat.set()

    def battery(self, level_pct: int) -> None:
        self.battery_pct = level_pct
        self.has_battery.set()
