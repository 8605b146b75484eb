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
from typing import Generic, Protocol, TypeVar

from biofeed.core.events import Action, Role
from biofeed.session.closing import GIVE_UP_S
from biofeed.session.snapshot import Snapshot

JOIN_S = GIVE_UP_S + 40.0
"""A strap is given ten seconds to let go, a disk all the time that closing gives it and
a last attempt of 20 s; then some, s."""

SLOW_S = 1.0
"""A session that ends later than this after its window is waited for in words, s."""

Subscriber = Callable[[Snapshot], None]


class NotEnding(Exception):  # noqa: N818 (named by what happened)
    """A session was stopped, and something that it needs does not let go."""

    def __init__(self, waited_s: float) -> None:
        super().__init__(
            f"the session did not end within {waited_s:.0f} s: the strap or the disk"
            " does not answer. What was recorded until then is kept."
        )


class Running(Protocol):
    """A session, or the replay of one."""

    def subscribe(self, publish: Subscriber) -> None:
        """Have every new snapshot handed to ``publish``."""
        ...

    def submit(
        self,
        action: Action,
        text: str = "",
        value: float | None = None,
        *,
        role: Role = Role.CLIENT,
    ) -> None:
        """Do what a person asked for, now."""
        ...

    async def run(self) -> None:
        """Run until it is over."""
        ...


_Runs = TypeVar("_Runs", bound=Running)


def _say_nothing() -> None:
    """Wait in silence."""


class IoThread(Generic[_Runs]):
    """A running loop, and the session on it: a ``SessionControl``.

    Parameters
    ----------
    make_runner
        Builds the session on the loop, where its queues and tasks belong.

    Attributes
    ----------
    waits_s
        How long its end is waited for, s; None for as long as it takes.
    """

    waits_s: float | None = JOIN_S

    def __init__(self, make_runner: Callable[[], _Runs]) -> None:
        self._make_runner = make_runner
        self._subscribers: list[Subscriber] = []
        self._loop = asyncio.new_event_loop()
        self._runner: _Runs | None = None
        self._early: list[Callable[[_Runs], None]] = []
        self._result: Future[_Runs] = Future()
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
        self._do(lambda runner: runner.submit(action, text, value, role=role))

    def start(self) -> None:
        """Begin the session."""
        self._thread.start()

    def finish(self, when_slow: Callable[[], None] = _say_nothing) -> _Runs:
        """Wait for the session's end and return it.

        Parameters
        ----------
        when_slow
            Called once where it takes more than a moment.

        Raises
        ------
        NotEnding
            If it does not end.
        Exception
            Whatever ended it, where that was no ordinary end.
        """
        self._thread.join(SLOW_S)
        if self._thread.is_alive():
            when_slow()
            self._thread.join(self.waits_s)
        if self._thread.is_alive():
            raise NotEnding(self.waits_s or 0.0)
        return self._result.result(timeout=0.0)

    def when_over(self, tell: Callable[[BaseException | None], None]) -> None:
        """Have ``tell`` called once the session is over, with what broke it off."""
        self._result.add_done_callback(lambda done: tell(done.exception()))

    def _do(self, act: Callable[[_Runs], None]) -> None:
        """Do something to what runs, on its own thread; nothing where it is over.

        What comes before it runs is not lost: a STOP, above all.
        """

        def do() -> None:
            if self._runner is None:
                self._early.append(act)
            else:
                act(self._runner)

        with suppress(RuntimeError):  # the loop is closed: the session is over
            self._loop.call_soon_threadsafe(do)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._result.set_result(self._loop.run_until_complete(self._session()))
        except Exception as failure:  # noqa: BLE001 (carried to the other thread)
            self._result.set_exception(failure)
        finally:
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()

    async def _session(self) -> _Runs:
        self._runner = runner = self._make_runner()
        for publish in self._subscribers:
            runner.subscribe(publish)
        for act in self._early:
            act(runner)
        await runner.run()
        return runner
