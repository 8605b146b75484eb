"""Runs one session: source, clock, engine, journal and window, on one loop.

Rules
-----
- One door: whatever happens, is written, then folded, then shown, in that order.
- Nothing here decides anything about heartbeats; the engine does.
- A window that fails, a panel that fails, a disk that is full: the session goes on.
- What was opened is closed in every exit.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from math import floor
from typing import Protocol

from biofeed.core.engine import Engine
from biofeed.core.events import Action, Command, Event, Role, Tick
from biofeed.core.values import Notice, Output, SessionEnded, SessionExit
from biofeed.session.audience import Audience
from biofeed.session.closing import close_recording
from biofeed.session.history import History
from biofeed.session.panel_asking import Hrv, PanelAsking
from biofeed.session.snapshot import HrvPanel, RecordingState, Snapshot
from devices.source import Clock

AFTER_GRID_S = 0.05
"""A tick comes this long after its grid point, so that beats of that moment, which
take 50 ms of transport, are in, s."""

DISK_NEARLY_FULL = "disk_nearly_full"
"""Code of the notice that room runs short."""


EVERY_ACTION = frozenset(Action)


class Said(Protocol):
    """Where the events of a session come from: a source, or a replay."""

    def events(self, clock: Clock) -> AsyncGenerator[Event, None]:
        """Yield events in order of time, when it is their time."""
        ...


class Journal(Protocol):
    """What the runner needs of a recording."""

    @property
    def state(self) -> RecordingState:
        """Whether all of it is on disk."""
        ...

    @property
    def warning(self) -> str:
        """What a person should know about its disk; empty where nothing."""
        ...

    def write_input(self, event: Event) -> None:
        """Write an event before it is folded."""
        ...

    def write_outputs(self, outputs: tuple[Output, ...]) -> None:
        """Write what followed from it."""
        ...

    def write_panel(self, panel: HrvPanel) -> None:
        """Write NeuroKit2's numbers."""
        ...

    def sync_if_due(self, t_s: float) -> None:
        """Bring it to the disk, once a second."""
        ...

    def close(self, exit_: SessionExit) -> None:
        """End the recording."""
        ...


class Runner:
    """One session from its first event to its end.

    Parameters
    ----------
    source, engine, clock
        What says, what makes of it, and when.
    journal
        Where it is recorded; None where nothing is (a replay).
    neurokit
        The HRV panel's worker; None where nobody looks at the panel.
    ticks
        False where the clock is virtual and events alone carry the time.
    obeys
        Actions that are taken from whoever looks on; in a replay the others have been
        done already, by whom it was then.
    """

    def __init__(
        self,
        *,
        source: Said,
        engine: Engine,
        clock: Clock,
        history: History,
        journal: Journal | None = None,
        neurokit: Hrv | None = None,
        ticks: bool = True,
        obeys: frozenset[Action] = EVERY_ACTION,
    ) -> None:
        self.history = history
        self._source = source
        self._engine = engine
        self._clock = clock
        self._journal = journal
        self._neurokit = neurokit
        self._asking = (
            None
            if neurokit is None
            else PanelAsking(neurokit, history, self._take_panels)
        )
        self._ticks = ticks
        self._obeys = obeys
        self._audience = Audience()
        self._over = asyncio.Event()
        self._last_s = 0.0

    def subscribe(self, publish: Callable[[Snapshot], None]) -> None:
        """Have every new snapshot handed to ``publish``."""
        self._audience.add(publish)

    def submit(
        self,
        action: Action,
        text: str = "",
        value: float | None = None,
        *,
        role: Role = Role.CLIENT,
    ) -> None:
        """Do what a person asked for, now; only from the loop's own thread."""
        if action not in self._obeys:
            return
        now_s = self._now_s()
        self._happen(
            Command(t_s=now_s, action=action, role=role, text=text, value=value)
        )

    async def run(self) -> None:
        """Run until the source has no more to say, or somebody stops it.

        Raises
        ------
        ExceptionGroup
            Of what broke in the source: a defect, since faults of straps and radios
            are events. The recording is closed as failed before it leaves here.
        """
        outcome = SessionExit.FAILED
        if self._journal is not None and self._journal.warning:
            self.history.note(DISK_NEARLY_FULL, self._journal.warning)
        try:
            async with asyncio.TaskGroup() as tasks:
                running = [tasks.create_task(self._listen())]
                if self._ticks:
                    running.append(tasks.create_task(self._tick()))
                if self._asking is not None:
                    running.append(tasks.create_task(self._asking.run()))
                await self._over.wait()
                for task in running:
                    task.cancel()
            outcome = self.history.tally.exit or SessionExit.FAILED
        finally:
            await self._close(outcome)

    async def _close(self, outcome: SessionExit) -> None:
        try:
            if self._neurokit is not None:
                await self._neurokit.close()
        finally:
            if self._journal is not None:
                await close_recording(self._journal, outcome)

    def _now_s(self) -> float:
        """The clock; where events alone carry the time, the newest one's.

        A virtual clock is wherever anybody waits for it, and may be ahead of them.
        """
        return max(self._clock.now_s(), self._last_s) if self._ticks else self._last_s

    def _happen(self, event: Event) -> None:
        """Write, fold, show."""
        if self._over.is_set():
            return
        self._last_s = max(self._last_s, event.t_s)
        if self._journal is not None:
            self._journal.write_input(event)
        outputs = self._engine.receive(event)
        if self._journal is not None:
            self._journal.write_outputs(outputs)
            self._journal.sync_if_due(self._last_s)
            self.history.recording = self._journal.state
        self.history.add(event, outputs)
        if self._asking is not None:
            self._asking.time_is(self._last_s)
        if any(isinstance(output, SessionEnded) for output in outputs):
            self._over.set()
        if outputs or not isinstance(event, Tick):
            self._publish()

    def _publish(self) -> None:
        if self._audience.is_there:
            self._audience.show(self.history.freeze(self._last_s))

    async def _listen(self) -> None:
        async with aclosing(self._source.events(self._clock)) as events:
            async for event in events:
                self._happen(event)
        self._happen(Command(t_s=self._now_s(), action=Action.STOP, role=Role.PROGRAM))

    async def _tick(self) -> None:
        while True:
            next_s = floor(self._clock.now_s()) + 1.0 + AFTER_GRID_S
            await self._clock.sleep_until_s(next_s)
            self._happen(Tick(t_s=self._now_s()))

    def _take_panels(
        self, panels: Sequence[HrvPanel], notices: Sequence[Notice]
    ) -> None:
        self.history.add_panels(panels, notices)
        if self._journal is not None:
            for panel in panels:
                self._journal.write_panel(panel)
        self._publish()
