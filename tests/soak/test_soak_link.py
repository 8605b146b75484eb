"""Hours on the link: nothing lost, nothing doubled, nothing piled up."""

import asyncio
import gc
import threading
from contextlib import aclosing
from dataclasses import dataclass, field

import psutil
import pytest

from devices.ble import BleStrap
from devices.deadlines import DEADLINES
from devices.source import LinkChanged, LinkState, Notification
from tests.devices.rigs.bumble_air import Air, AirStrap
from tests.devices.rigs.ear import LoopClock
from tests.devices.rigs.time_travel import travel

SESSION_S = 8 * 3600.0
DROPS = 100
WARM_UP_S = 600.0

# The bar of the product: an 8 h session adds at most this much.
MEMORY_MB = 10.0


@dataclass
class Wearer:
    """Somebody who wears a strap for hours, and whose link breaks now and again."""

    strap: AirStrap
    sent: int = 0
    drops: int = 0

    async def beat(self) -> None:
        """Send a numbered packet each second that somebody listens."""
        while True:
            if self.strap.subscribed:
                number = self.sent.to_bytes(4, "little")
                self.sent += 1
                await self.strap.notify(bytes([0x10, 60]) + number)
            await asyncio.sleep(1.0)

    async def move_about(self) -> None:
        """Lose the link every few minutes."""
        while self.drops < DROPS:
            await asyncio.sleep(SESSION_S / (DROPS + 1))
            await self.strap.drop()
            self.drops += 1


@dataclass
class Listened:
    """What a listener remembers: numbers only, so that memory is the link's own."""

    heard: int = 0
    wrong: int = 0
    epoch: int = 0
    lost_s: float = 0.0
    longest_gap_s: float = 0.0
    left: list[int] = field(default_factory=list)

    def take(self, event: object) -> None:
        match event:
            case Notification(payload=payload, epoch=epoch):
                self.wrong += int.from_bytes(payload[2:], "little") != self.heard
                self.heard += 1
                self.epoch = epoch
            case LinkChanged(link=LinkState.LOST, t_s=t_s):
                self.lost_s = t_s
            case LinkChanged(link=LinkState.LIVE, t_s=t_s, epoch=epoch) if (
                epoch > self.epoch
            ):
                self.longest_gap_s = max(self.longest_gap_s, t_s - self.lost_s)


def resources() -> tuple[int, int, int]:
    """Count what could be left behind: tasks, threads, open files."""
    return (
        len(asyncio.all_tasks()),
        threading.active_count(),
        psutil.Process().num_fds(),
    )


def resident_mb() -> float:
    gc.collect()
    return float(psutil.Process().memory_info().rss) / 2**20


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_eight_hours_with_a_hundred_drops() -> None:
    """Each packet is heard once and in order, and resources end as they began."""

    async def session() -> None:
        air = Air()
        await air.central.power_on()
        wearer = Wearer(await air.strap())
        before = resources()
        listened = Listened()
        around = [
            asyncio.create_task(wearer.beat()),
            asyncio.create_task(wearer.move_about()),
        ]
        warm_mb = 0.0
        source = BleStrap(wearer.strap.address, radio=air.radio())
        async with aclosing(source.events(LoopClock())) as events:
            async for event in events:
                listened.take(event)
                if event.t_s > WARM_UP_S and not warm_mb:
                    warm_mb = resident_mb()
                if event.t_s > SESSION_S:
                    break
        for task in around:
            task.cancel()
        await asyncio.wait(around)
        assert (wearer.drops, listened.epoch) == (DROPS, DROPS)
        assert wearer.sent - listened.heard in {0, 1}
        assert listened.wrong == 0
        assert listened.longest_gap_s < 15.0
        assert resident_mb() - warm_mb < MEMORY_MB
        assert before == resources()

    assert DEADLINES.dead_s == 8.0
    travel(session())
