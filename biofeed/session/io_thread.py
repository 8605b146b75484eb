"""The second of the program's two threads: one asyncio loop, for one session's life.

Bluetooth on Windows calls back only on a thread that no window toolkit has touched,
and a blocked window must not delay a heartbeat's time stamp; so everything but drawing
lives here.
"""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress

from biofeed.core.events import Action, Role
from biofeed.session.closing import GIVE_UP_S
from biofeed.session.runner import Runner
from biofeed.session.snapshot import Snapshot

JOIN_S = GIVE_UP_S + 40.0
"""A strap is given ten seconds to let go, a disk all the time that closing gives it and
a last attempt of 20 s; then some, s."""

Subscriber = Callable[[Snapshot], None]


class IoThread:
    """A running loop, and the session on it: a ``SessionControl``.

    Parameters
    ----------
    make_runner
        Builds the session on the loop, where its queues and tasks belong.
    """

    def __init__(self, make_runner: Callable[[], Runner]) -> None:
        self._make_runner = make_runner
        self._subscribers: list[Subscriber] = []
        self._loop = asyncio.new_event_loop()
        self._runner: Runner | None = None
        self._result: Future[Runner] = Future()
        self._thread = threading.Thread(
            target=self._run, name="biofeed-io", daemon=True
        )

    def subscribe(self, publish: Subscriber) -> None:
        """Have every new snapshot handed to ``publish``; before ``start``."""
        self._subscribers.append(publish)

    def submit(
        self,
        action: Action,
        text: str = "",
        value: float | None = None,
        *,
        role: Role = Role.CLIENT,
    ) -> None:
        """Hand the session an action; safe from any thread, also after its end."""

        def act() -> None:
            if self._runner is not None:
                self._runner.submit(action, text, value, role=role)

        self._call(act)

    def start(self) -> None:
        """Begin the session."""
        self._thread.start()

    def finish(self) -> Runner:
        """Wait for the session's end and return it.

        Raises
        ------
        Exception
            Whatever ended it, where that was no ordinary end.
        """
        self._thread.join(JOIN_S)
        return self._result.result(timeout=0.0)

    def when_over(self, tell: Callable[[BaseException | None], None]) -> None:
        """Have ``tell`` called once the session is over, with what broke it off."""
        self._result.add_done_callback(lambda done: tell(done.exception()))

    def _call(self, act: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the loop is closed: the session is over
            self._loop.call_soon_threadsafe(act)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._result.set_result(self._loop.run_until_complete(self._session()))
        except Exception as failure:  # noqa: BLE001 (carried to the other thread)
            self._result.set_exception(failure)
        finally:
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()

    async def _session(self) -> Runner:
        self._runner = self._make_runner()
        for publish in self._subscribers:
            self._runner.subscribe(publish)
        await self._runner.run()
        return self._runner
