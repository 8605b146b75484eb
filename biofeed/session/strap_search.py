"""Looks for straps beside a window: the io thread of the time before a session."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import aclosing, suppress

from devices.ble_peek import scan_and_peek
from devices.errors import BluetoothUnavailable, LinkFailed
from devices.sighting import FoundStrap
from devices.source import LinkReason

SEARCH_S = 60.0
"""Long enough to wet the electrodes and put a strap on, s."""

JOIN_S = 5.0


class StrapSearch:
    """One search at a time, on a thread of its own that ends with it."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None
        self._thread: threading.Thread | None = None

    def start(
        self,
        found: Callable[[FoundStrap], None],
        ended: Callable[[LinkReason | None], None],
    ) -> None:
        """Begin to look and return at once.

        Parameters
        ----------
        found
            Called on the search's thread with each sighting, and again with what a
            strap says of its heart rate and battery.
        ended
            Called there once, with the reason where looking was not possible.
        """
        self.stop()
        ready = threading.Event()
        self._thread = threading.Thread(
            target=lambda: asyncio.run(self._look(found, ended, ready)),
            name="biofeed-search",
            daemon=True,
        )
        self._thread.start()
        ready.wait(JOIN_S)

    def stop(self) -> None:
        """Stop looking, and wait until the radio is free again."""
        thread, loop, task = self._thread, self._loop, self._task
        if thread is None:
            return
        if loop is not None and task is not None:
            with suppress(RuntimeError):  # the search has just ended, and its loop
                loop.call_soon_threadsafe(task.cancel)
        thread.join(JOIN_S)
        self._thread = self._loop = self._task = None

    async def _look(
        self,
        found: Callable[[FoundStrap], None],
        ended: Callable[[LinkReason | None], None],
        ready: threading.Event,
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._task = asyncio.current_task()
        ready.set()
        reason: LinkReason | None = None
        try:
            async with aclosing(scan_and_peek(SEARCH_S)) as sightings:
                async for strap in sightings:
                    found(strap)
        except (BluetoothUnavailable, LinkFailed) as trouble:
            reason = trouble.reason
        except asyncio.CancelledError:
            return
        ended(reason)
