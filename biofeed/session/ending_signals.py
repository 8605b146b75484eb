"""Ends what goes on in good order, when a system or a terminal asks the program to end.

Rules
-----
- All of them do the same: what was recorded is closed, and said to be whole.
- A program that was started to outlive its terminal (``nohup``) does.
"""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

ENDING_SIGNALS = (signal.SIGINT, signal.SIGTERM)
"""Ctrl-C, and what a system sends before it kills."""

HANG_UP: signal.Signals | None = getattr(signal, "SIGHUP", None)
"""A terminal that is closed sends it; not on Windows."""


@contextmanager
def answered_by(end: Callable[[], object]) -> Iterator[None]:
    """Have ``end`` called by each signal to end, instead of what they did before.

    Only from the main thread, whose own code has to run now and then: Python sees a
    signal between two of its instructions.
    """

    def answer(number: int, frame: FrameType | None) -> None:
        del number, frame
        end()

    before = {number: signal.signal(number, answer) for number in _answered()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _answered() -> tuple[signal.Signals, ...]:
    if HANG_UP is None or signal.getsignal(HANG_UP) is signal.SIG_IGN:
        return ENDING_SIGNALS
    return (*ENDING_SIGNALS, HANG_UP)
