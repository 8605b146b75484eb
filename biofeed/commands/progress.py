"""A progress bar on standard error for work that takes more than a moment."""

import sys
from types import TracebackType
from typing import Self

WORTH_SHOWING = 20_000
"""Steps that take less than about a second need no bar."""

STEPS_A_REFRESH = 2_000
"""The bar is drawn at most this often: drawing must cost less than the work."""


class Steps:
    """Counts steps of a known number; silent where nobody looks at a terminal."""

    def __init__(self, what: str, *, total: int) -> None:
        self._what = what
        self._total = total
        self._done = 0
        self._shown = total >= WORTH_SHOWING and sys.stderr.isatty()
        self._progress = None
        if self._shown:
            from rich.console import Console
            from rich.progress import Progress

            self._progress = Progress(console=Console(stderr=True), transient=True)
            self._task = self._progress.add_task(what, total=total)

    def __enter__(self) -> Self:
        """Show the bar."""
        if self._progress is not None:
            self._progress.start()
        return self

    def advance(self) -> None:
        """Count one step."""
        self._done += 1
        if self._progress is not None and self._done % STEPS_A_REFRESH == 0:
            self._progress.update(self._task, completed=self._done)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Take the bar away."""
        if self._progress is not None:
            self._progress.stop()
