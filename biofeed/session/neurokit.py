"""Asks NeuroKit2's process for the HRV panel, and outlives whatever happens to it.

Rules
-----
- A question is answered, or there is a ``WorkerTrouble`` that says why not. It is never
  waited for longer than ``Patience`` allows, and nothing here raises for the worker's
  sake: a session goes on without its panel.
- A worker that hangs, dies or talks nonsense is killed and replaced, after a pause that
  doubles each time, and not for ever.
- An answer that comes after its question was given up is dropped.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from biofeed.core.beat import Beat
from biofeed.session.hrv_windows import (
    INDICES,
    WINDOWS_S,
    HrvWindow,
    hrv_window,
)
from biofeed.session.neurokit_messages import (
    Answer,
    Garbled,
    Greeting,
    Message,
    Question,
    WindowAnswer,
    read,
    write,
)
from biofeed.session.neurokit_process import WORKER_COMMAND, NeurokitProcess
from biofeed.session.neurokit_trouble import (
    PATIENT,
    Patience,
    TroubleKind,
    WorkerTrouble,
    trouble_of,
)
from biofeed.session.snapshot import HrvPanel

_log = logging.getLogger(__name__)


class NeurokitWorker:
    """NeuroKit2, at the other end of a pipe; used from one event loop."""

    def __init__(
        self,
        command: Sequence[str] = WORKER_COMMAND,
        *,
        patience: Patience = PATIENT,
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._command = tuple(command)
        self._patience = patience
        self._clock_s = clock_s
        self._process: NeurokitProcess | None = None
        self._greeted = False  # the running process has finished its import
        self._questions = 0
        self._failures = 0
        self._not_before_s = float("-inf")
        self._final: WorkerTrouble | None = None
        self._turn = asyncio.Lock()

    async def start(self) -> WorkerTrouble | None:
        """Start the process without waiting for its import."""
        async with self._turn:
            if self._final is not None:
                return self._final
            process = await self._running_process()
        return process if isinstance(process, WorkerTrouble) else None

    async def panels(
        self, beats: Sequence[Beat], now_s: float
    ) -> tuple[HrvPanel, ...] | WorkerTrouble:
        """Ask for the panels of the 60, 120 and 300 s that end now.

        Parameters
        ----------
        beats
            Labelled beats of at least the last 300 s, oldest first.
        now_s
            The session's clock, s.
        """
        return await self.ask(
            [hrv_window(beats, window_s=w, end_s=now_s) for w in WINDOWS_S]
        )

    async def ask(
        self, windows: Sequence[HrvWindow]
    ) -> tuple[HrvPanel, ...] | WorkerTrouble:
        """Ask for one panel for each window; one question at a time."""
        if self._turn.locked():
            return WorkerTrouble(kind=TroubleKind.BUSY)
        async with self._turn:
            return self._final or await self._ask(tuple(windows))

    async def close(self) -> None:
        """End the process for good; a question under way comes back as closed."""
        self._final = WorkerTrouble(kind=TroubleKind.CLOSED)
        if self._process is not None:
            self._process.kill()
        async with self._turn:
            await self._end_process()

    async def _ask(
        self, windows: tuple[HrvWindow, ...]
    ) -> tuple[HrvPanel, ...] | WorkerTrouble:
        process = await self._running_process()
        if isinstance(process, WorkerTrouble):
            return process
        try:
            answer = await self._converse(process, windows)
        except TimeoutError:
            answer = WorkerTrouble(kind=TroubleKind.TIMED_OUT)
        if isinstance(answer, WorkerTrouble):
            return await self._failed(answer)
        self._failures = 0
        return tuple(map(_panel, windows, answer.windows))

    async def _converse(
        self, process: NeurokitProcess, windows: tuple[HrvWindow, ...]
    ) -> Answer | WorkerTrouble:
        if not self._greeted:
            async with asyncio.timeout(self._patience.import_s):
                greeting = await _message(process)
            if not isinstance(greeting, Greeting):
                return trouble_of(greeting)
            _log.debug("NeuroKit2 %s is ready", greeting.version)
            self._greeted = True
        self._questions += 1
        question = Question(number=self._questions, windows=windows)
        async with asyncio.timeout(self._patience.answer_s):
            process.send(write(question))
            answer = await _message(process)
            while isinstance(answer, Answer) and answer.number < question.number:
                answer = await _message(process)
        if isinstance(answer, Answer) and _fits(answer, question):
            return answer
        return trouble_of(answer)

    async def _running_process(self) -> NeurokitProcess | WorkerTrouble:
        if self._process is not None:
            return self._process
        if self._clock_s() < self._not_before_s:
            return WorkerTrouble(kind=TroubleKind.PAUSING)
        try:
            self._process = await NeurokitProcess.launch(self._command)
        except OSError as refused:
            trouble = WorkerTrouble(kind=TroubleKind.NOT_STARTED, detail=str(refused))
            return await self._failed(trouble)
        self._greeted = False
        if self._final is not None:
            await self._end_process()
            return self._final
        return self._process

    async def _failed(self, trouble: WorkerTrouble) -> WorkerTrouble:
        """Get rid of the process, and decide whether there will be another."""
        status = await self._end_process()
        if self._final is not None:
            return self._final
        if trouble.kind is TroubleKind.DIED:
            trouble = replace(trouble, detail=f"exit status {status}")
        _log.warning("no HRV panel: %s %s", trouble.kind, trouble.detail)
        self._failures += 1
        if trouble.kind is TroubleKind.UNAVAILABLE:
            self._final = trouble
        elif self._failures >= self._patience.attempts:
            detail = f"{trouble.kind} {trouble.detail}".strip()
            self._final = WorkerTrouble(kind=TroubleKind.GAVE_UP, detail=detail)
        self._not_before_s = self._clock_s() + self._patience.pause_after(
            self._failures
        )
        return self._final or trouble

    async def _end_process(self) -> int | None:
        process, self._process = self._process, None
        if process is None:
            return None
        await process.end()
        return process.exit_status


async def _message(process: NeurokitProcess) -> Message | Garbled | None:
    line = await process.receive()
    return None if line is None else read(line)


def _fits(answer: Answer, question: Question) -> bool:
    same_windows = len(answer.windows) == len(question.windows)
    return answer.number == question.number and same_windows


def _panel(window: HrvWindow, answer: WindowAnswer) -> HrvPanel:
    return HrvPanel(
        window_s=window.window_s,
        end_s=window.end_s,
        beats=window.beats,
        artefacts=answer.artefacts,
        indices={name: answer.indices.get(name) for name in INDICES},
    )
