"""An event loop whose time jumps to the next timer instead of waiting for it.

Only for what happens inside one process: with nothing to read and nothing to do, the
clock is set forward to the moment that something is due. Eight hours then take as long
as what happens in them.
"""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any

from typing_extensions import override


class _Jumping(selectors.DefaultSelector):
    """A selector that never waits: it asks for the time to be set forward."""

    def __init__(self) -> None:
        super().__init__()
        self.jumped_s = 0.0

    @override
    def select(
        self, timeout: float | None = None
    ) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if ready or timeout == 0:
            return ready
        if timeout is None:
            raise RuntimeError("nothing will ever happen in this loop again")
        self.jumped_s += max(timeout, 0.0)
        return []


class TravellingLoop(asyncio.SelectorEventLoop):
    """An event loop on a clock of its own, which starts at 0 s."""

    def __init__(self) -> None:
        self._jumping = _Jumping()
        super().__init__(self._jumping)

    @override
    def time(self) -> float:
        return self._jumping.jumped_s


def travel(scenario: Coroutine[Any, Any, None]) -> None:
    """Run a scenario to its end, without waiting."""
    with asyncio.Runner(loop_factory=TravellingLoop) as runner:
        runner.run(scenario)
