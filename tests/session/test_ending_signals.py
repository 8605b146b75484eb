"""Signals to end are answered in good order, and only for as long as it was asked."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from biofeed.session.ending_signals import answered_by

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="no process sends itself a signal here"
)


@contextmanager
def handled(number: int, how: signal.Handlers) -> Iterator[None]:
    """Have a signal handled so, whatever runs the tests."""
    before = signal.signal(number, how)
    try:
        yield
    finally:
        signal.signal(number, before)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_each_signal_to_end_is_answered(name: str) -> None:
    """Ctrl-C, a computer that shuts down, a terminal that is closed."""
    number, ended = getattr(signal, name), []
    with handled(number, signal.SIG_DFL):
        with answered_by(lambda: ended.append(name)):
            os.kill(os.getpid(), number)
        assert [name] == ended
        assert signal.SIG_DFL == signal.getsignal(number)


def test_what_is_to_outlive_its_terminal_does() -> None:
    """Under ``nohup`` a terminal that is closed ends nothing."""
    ended: list[str] = []
    with (
        handled(signal.SIGHUP, signal.SIG_IGN),
        answered_by(lambda: ended.append("hung up")),
    ):
        os.kill(os.getpid(), signal.SIGHUP)
    assert [] == ended
