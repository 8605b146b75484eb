"""A session's clock that a test moves by hand."""

import asyncio
import heapq

HAND_OVERS = 10
"""Turns of the event loop given to a woken task and to those it wakes in turn."""


class ManualClock:
    """Time that a test moves by hand."""

    def __init__(self) -> None:
        self._now_s = 0.0
        self._waited = 0
        self._waiting: list[tuple[float, int, asyncio.Future[None]]] = []

    def now_s(self) -> float:
        """Return where the test has put it, s."""
        return self._now_s

    async def sleep_until_s(self, t_s: float) -> None:
        """Return once the test has moved time to ``t_s``."""
        await asyncio.sleep(0)
        if t_s <= self._now_s:
            return
        woken = asyncio.get_running_loop().create_future()
        self._waited += 1
        heapq.heappush(self._waiting, (t_s, self._waited, woken))
        await woken

    async def advance_to_s(self, t_s: float) -> None:
        """Move time on, waking each sleeper at its own moment, oldest first."""
        await _let_others_run()
        while self._waiting and self._waiting[0][0] <= t_s:
            self._now_s, _, woken = heapq.heappop(self._waiting)
            if not woken.done():
                woken.set_result(None)
            await _let_others_run()
        self._now_s = max(self._now_s, t_s)


async def _let_others_run() -> None:
    for _ in range(HAND_OVERS):
        await asyncio.sleep(0)
