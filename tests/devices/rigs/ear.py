"""Something that listens to a source, and can be waited for."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Protocol

from devices.deadlines import Deadlines
from devices.source import (
    BatteryLevel,
    Clock,
    LinkChanged,
    LinkReason,
    LinkState,
    Notification,
    SourceEvent,
)

# Twenty times as fast as on the air, so that a fault is over within a second.
QUICK = Deadlines(
    stale_s=0.15,
    dead_s=0.4,
    search_s=0.5,
    attempt_s=1.0,
    read_s=0.25,
    disconnect_s=0.25,
    back_off_s=(0.025, 0.05, 0.1, 0.25, 0.5),
    prompt_s=3.0,
    battery_s=0.2,
    tick_s=0.0125,
    look_s=0.1,
    peek_s=0.5,
    battery_late_s=0.1,
)

# A test that waits longer for something has failed.
PATIENCE_S = 60.0


class LoopClock:
    """A session's clock that runs with the event loop."""

    def __init__(self) -> None:
        self._began_s = asyncio.get_running_loop().time()

    def now_s(self) -> float:
        return asyncio.get_running_loop().time() - self._began_s

    async def sleep_until_s(self, t_s: float) -> None:
        await asyncio.sleep(max(0.0, t_s - self.now_s()))


class Stream(Protocol):
    """A source that cleans up when it is closed."""

    def events(self, clock: Clock) -> AsyncGenerator[SourceEvent]: ...


class Ear:
    """All that a source has said so far."""

    def __init__(self) -> None:
        self.heard: list[SourceEvent] = []
        self._news = asyncio.Condition()

    async def listen(self, events: AsyncIterator[SourceEvent]) -> None:
        async for event in events:
            async with self._news:
                self.heard.append(event)
                self._news.notify_all()

    async def until(self, enough: Callable[["Ear"], bool]) -> None:
        """Return when what was heard is enough."""
        async with asyncio.timeout(PATIENCE_S), self._news:
            await self._news.wait_for(lambda: enough(self))

    async def link(
        self, state: LinkState, reason: LinkReason | None = None, *, epoch: int = 0
    ) -> None:
        """Return when the link has been in a state, from an epoch on."""
        await self.until(
            lambda ear: any(
                news.link is state
                and news.epoch >= epoch
                and (reason is None or news.reason is reason)
                for news in ear.links
            )
        )

    async def payload(self, payload: bytes) -> None:
        """Return when a payload was heard."""
        await self.until(lambda ear: payload in ear.payloads)

    @property
    def links(self) -> list[LinkChanged]:
        return [event for event in self.heard if isinstance(event, LinkChanged)]

    @property
    def states(self) -> list[LinkState]:
        return [news.link for news in self.links]

    @property
    def notifications(self) -> list[Notification]:
        return [event for event in self.heard if isinstance(event, Notification)]

    @property
    def payloads(self) -> list[bytes]:
        return [event.payload for event in self.notifications]

    @property
    def batteries(self) -> list[int]:
        return [e.level_pct for e in self.heard if isinstance(e, BatteryLevel)]


@asynccontextmanager
async def listening(source: Stream, clock: Clock | None = None) -> AsyncIterator[Ear]:
    """Listen to a source while the context lasts, and close it then."""
    ear = Ear()
    events = source.events(clock or LoopClock())
    task = asyncio.create_task(ear.listen(events))
    try:
        yield ear
    finally:
        task.cancel()
        await asyncio.wait({task})
        await events.aclose()
        if not task.cancelled():
            task.result()
