"""``biofeed live`` without a window: it runs until told to end, and then ends well."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from biofeed.core.values import SessionExit
from biofeed.session.reading import read_journal
from tests.end_to_end.command import Answer, Biofeed, finished

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.skipif(sys.platform == "win32", reason="no terminals and signals here"),
]


@contextmanager
def on_a_terminal(
    biofeed: Biofeed, *arguments: str
) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Start it with a terminal for its remarks, as a person has one."""
    ours, its = os.openpty()
    process = biofeed.start(*arguments, stderr=its)
    os.close(its)
    try:
        yield process, ours
    finally:
        process.kill()
        process.communicate()
        os.close(ours)


def wait_for(terminal: int, words: str) -> None:
    """Read the terminal until it says that; it hangs up when the command ends."""
    said = ""
    while words not in said:
        said += os.read(terminal, 1024).decode()


FIRST_SECOND = "unknown"
"""The session runs, and has told its state: too few beats to know anything."""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_in_good_order(
    biofeed: Biofeed, number: signal.Signals
) -> None:
    """Ctrl-C, or a computer that shuts down: a summary, and a whole recording."""
    arguments = ("live", "--simulated", "--headless", "--json", "--pseudonym", "otter")
    with on_a_terminal(biofeed, *arguments) as (process, terminal):
        wait_for(terminal, FIRST_SECOND)
        process.send_signal(number)
        answer = finished(process)
    assert answer.status == 0
    assert "stopped" == answer.object["session"]["exit"]
    assert_whole(biofeed, answer)


def assert_whole(biofeed: Biofeed, answer: Answer) -> None:
    """Its recording has its footer, and replays to what was printed."""
    (folder,) = biofeed.sessions
    journal = read_journal(folder)
    assert journal.footer is not None
    assert SessionExit.STOPPED is journal.footer.exit
    assert journal.problems == ()
    assert journal.header.pseudonym == "otter"
    assert ["events.jsonl"] == [each.name for each in folder.iterdir()]
    replayed = biofeed("replay", folder, "--headless", "--json").object
    live = answer.object
    del live["file"], replayed["file"]
    assert live == replayed


def test_two_sessions_at_once_do_not_meet(biofeed: Biofeed) -> None:
    """Each has a folder of its own, also when both began in the same second."""
    arguments = ("live", "--simulated", "--headless")
    with (
        on_a_terminal(biofeed, *arguments) as (one, terminal_of_one),
        on_a_terminal(biofeed, *arguments) as (other, terminal_of_other),
    ):
        wait_for(terminal_of_one, FIRST_SECOND)
        wait_for(terminal_of_other, FIRST_SECOND)
        running = biofeed("sessions").out
        assert 2 == running.count("going on now")
        for process in (one, other):
            process.send_signal(signal.SIGINT)
            assert finished(process).status == 0
    assert len(biofeed.sessions) == 2
    assert all(read_journal(folder).footer for folder in biofeed.sessions)
