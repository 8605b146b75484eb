"""Asks NeuroKit2 for the session's HRV panel, and once for that of each rest.

Rules
-----
- It is time that passes in the session which makes a question due, not a clock of its
  own: so a replay at any speed is asked about, and never hurried on.
- Whatever fails here, the session goes on without its panel.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from typing import Protocol

from biofeed.core.beat import Beat
from biofeed.core.values import Notice
from biofeed.session.history import History
from biofeed.session.hrv_agreement import AgreementWatch
from biofeed.session.hrv_windows import HrvWindow, rest_window
from biofeed.session.neurokit_trouble import WorkerTrouble
from biofeed.session.snapshot import HrvPanel

_log = logging.getLogger(__name__)

PANEL_EVERY_S = 5.0
"""How often NeuroKit2 is asked; its slowest numbers take a second, s."""

Panels = tuple[HrvPanel, ...] | WorkerTrouble


class Hrv(Protocol):
    """What is needed of NeuroKit2's worker."""

    async def start(self) -> WorkerTrouble | None:
        """Start without waiting until it is ready."""
        ...

    async def panels(self, beats: Sequence[Beat], now_s: float) -> Panels:
        """Return the panels of the windows that end now."""
        ...

    async def ask(self, windows: Sequence[HrvWindow]) -> Panels:
        """Return one panel for each window."""
        ...

    async def close(self) -> None:
        """End it for good."""
        ...


class PanelAsking:
    """One session's questions to NeuroKit2.

    Parameters
    ----------
    worker
        Whom to ask.
    history
        Where the beats are; it is given the resting profile.
    take
        Receives panels, and notices of what the core and NeuroKit2 disagree on.
    """

    def __init__(
        self,
        worker: Hrv,
        history: History,
        take: Callable[[Sequence[HrvPanel], Sequence[Notice]], None],
    ) -> None:
        self._worker = worker
        self._history = history
        self._take = take
        self._agreement = AgreementWatch()
        self._now_s = 0.0
        self._asked_s = 0.0
        self._is_due = asyncio.Event()

    def time_is(self, t_s: float) -> None:
        """Note how far the session is, s."""
        self._now_s = t_s
        if t_s - self._asked_s >= PANEL_EVERY_S:
            self._is_due.set()

    def turn_to(self, history: History) -> None:
        """Ask about another place in a recording from now on."""
        self._history = history
        self._agreement = AgreementWatch()
        self._now_s = self._asked_s = 0.0

    async def run(self) -> None:
        """Ask until cancelled."""
        try:
            await self._worker.start()
            while True:
                await self._is_due.wait()
                self._is_due.clear()
                self._asked_s = self._now_s
                history = self._history
                await self._ask_for_rest(history)
                if history is self._history:
                    await self._ask_for_panels()
        except Exception:  # noqa: BLE001 (a panel must not end a session)
            _log.exception("the session goes on without its HRV panel")

    async def _ask_for_rest(self, history: History) -> None:
        """Have the resting profile computed once for each rest."""
        rest_beats = history.rest_beats
        if history.rest_panel is not None or not rest_beats:
            return
        panels = await self._worker.ask([rest_window(rest_beats)])
        if not isinstance(panels, WorkerTrouble) and history.rest_beats is rest_beats:
            history.rest_panel = panels[0]

    async def _ask_for_panels(self) -> None:
        history, beats = self._history, self._history.beats
        panels = await self._worker.panels(beats, self._now_s)
        if not isinstance(panels, WorkerTrouble) and history is self._history:
            self._take(panels, self._agreement.news(panels, beats))
