"""One run of NeuroKit2's process: started, asked line by line, ended for certain.

Rules
-----
- Ending is a kill: the process holds nothing that could be lost. It is waited for and
  its pipes are closed, so neither a zombie nor a handle stays, whatever it was doing.
- It ends by itself when its stdin does, so it does not outlive a killed session.
"""

import asyncio
import contextlib
import os
import subprocess
import sys
from collections.abc import Sequence

WORKER_COMMAND = (sys.executable, "-P", "-m", "biofeed.session.neurokit_worker")
"""This interpreter, with nothing of the working directory on its path."""

LONGEST_LINE = 2**20
"""No answer comes near this many bytes; what does is not an answer."""

ENDING_S = 2.0
"""Time a process that has closed its side is given to end, s."""

QUIET = {
    # One thread: arrays of 400 intervals gain nothing from more, and the session's
    # two threads need the cores.
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    # NeuroKit2 imports pyplot, which would look for a screen.
    "MPLBACKEND": "agg",
}


class NeurokitProcess:
    """A running process; made by ``launch``.

    One coroutine at a time receives; ``kill`` ends its waiting.
    """

    def __init__(
        self,
        process: asyncio.subprocess.Process,
        questions: asyncio.StreamWriter,
        answers: asyncio.StreamReader,
    ) -> None:
        self._process = process
        self._questions = questions
        self._answers = answers
        self._is_killed = False

    @classmethod
    async def launch(cls, command: Sequence[str]) -> "NeurokitProcess":
        """Start the process.

        Raises
        ------
        OSError
            Where the system refuses to.
        """
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            limit=LONGEST_LINE,
            env={**os.environ, **QUIET},
            creationflags=_creation_flags(),
        )
        assert process.stdin is not None
        assert process.stdout is not None
        return cls(process, process.stdin, process.stdout)

    @property
    def pid(self) -> int:
        """The system's number for it."""
        return self._process.pid

    @property
    def exit_status(self) -> int | None:
        """Its exit status, negative for a signal; None while it runs."""
        return self._process.returncode

    def send(self, line: bytes) -> None:
        """Write one line; never waits, even where the process does not read."""
        self._questions.write(line)

    async def receive(self) -> bytes | None:
        """Wait for one line; None where none will ever come.

        A line longer than ``LONGEST_LINE`` comes as an empty one.
        """
        try:
            line = await self._answers.readline()
        except ValueError:
            return b""
        return line or None

    def kill(self) -> None:
        """Stop the process at once, whatever it is doing.

        Once only: ``Popen.kill`` looks whether it has ended already, and would take
        its exit status from under asyncio, which then reports 255.
        """
        if self._process.returncode is None and not self._is_killed:
            self._is_killed = True
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()

    async def end(self) -> None:
        """Kill the process, and return once the system has forgotten it."""
        if not self._answers.at_eof():
            # Before it sees its stdin end, and may be ending by itself.
            self.kill()
        self._questions.close()
        if not self._is_killed:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(ENDING_S):
                    await self._process.wait()
        self.kill()
        # What it wrote and nobody read keeps asyncio from seeing that it ended.
        while await self._answers.read(LONGEST_LINE):
            pass
        await self._process.wait()


def _creation_flags() -> int:
    """Open no console window on Windows."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0
