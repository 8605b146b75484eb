"""The window of the real command, on a screen that nobody sees."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from biofeed.session.reading import JOURNAL_NAME, read_journal
from tests.end_to_end.command import OFFSCREEN, PATIENCE_S, Biofeed, finished

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.skipif(
        sys.platform != "linux", reason="elsewhere a signal does not close a window"
    ),
]

LOOK_AGAIN_S = 0.1


@pytest.fixture
def biofeed(tmp_path: Path) -> Biofeed:
    """The command, with a screen."""
    return Biofeed(home=tmp_path / "home", setting=OFFSCREEN)


@contextmanager
def opened(biofeed: Biofeed, *arguments: str | Path) -> Iterator[subprocess.Popen[str]]:
    """Start it, and let nothing of it stay."""
    process = biofeed.start(*arguments)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def wait_until(process: subprocess.Popen[str], happened: Callable[[], bool]) -> None:
    """Return when something has happened, and fail if the process ends before."""
    for _ in range(int(PATIENCE_S / LOOK_AGAIN_S)):
        if happened():
            return
        try:
            process.wait(timeout=LOOK_AGAIN_S)
        except subprocess.TimeoutExpired:
            continue
        raise AssertionError(process.communicate())
    raise AssertionError("it never happened")


def is_recorded(biofeed: Biofeed) -> bool:
    """Whether a session has been recorded to its end."""
    journals = (biofeed.home / "sessions").glob(f"*/{JOURNAL_NAME}")
    return any(b'"record":"footer"' in path.read_bytes()[-4096:] for path in journals)


def has_children(process: subprocess.Popen[str]) -> bool:
    """Whether the session has begun: its NeuroKit2 has been started.

    Children of another kind come and go before that, as the system's libraries are
    looked for.
    """
    for child in psutil.Process(process.pid).children():
        with suppress(psutil.Error):  # it has gone meanwhile
            if any("neurokit" in part for part in child.cmdline()):
                return True
    return False


def test_a_session_in_its_window_replays_to_what_it_printed(biofeed: Biofeed) -> None:
    """At its end it stays open with the arc; closed, it prints the summary."""
    arguments = ("demo", "--speed", "100", "--json")
    with opened(biofeed, *arguments) as process:
        wait_until(process, lambda: is_recorded(biofeed))
        assert process.poll() is None
        process.send_signal(signal.SIGINT)
        answer = finished(process)
    assert answer.status == 0, answer.err
    live = answer.object
    assert "completed" == live["session"]["exit"]
    (folder,) = biofeed.sessions
    assert read_journal(folder).problems == ()
    replayed = biofeed("replay", folder, "--headless", "--json").object
    for key in ("baseline", "episodes", "session", "beats", "duration_s"):
        assert json.dumps(live[key]) == json.dumps(replayed[key])


@pytest.fixture
def heard() -> Iterator[None]:
    """Has every signal to end heard by what is started.

    Also where these tests run under ``nohup``, which has the end of a terminal ignored
    by all that comes after it.
    """
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_window_that_is_closed_early_stops_the_session(
    biofeed: Biofeed, name: str
) -> None:
    """Its recording is whole up to there, and what it came to is printed.

    Ctrl-C, a computer that shuts down, a terminal that is closed: all the same.
    """
    with opened(biofeed, "demo", "--speed", "20") as process:
        wait_until(process, lambda: has_children(process))
        process.send_signal(getattr(signal, name))
        answer = finished(process)
    assert answer.status == 0, answer.err
    assert answer.out.startswith("simulated person 'demonstration'")
    (folder,) = biofeed.sessions
    journal = read_journal(folder)
    assert journal.footer is not None
    assert "stopped" == journal.footer.exit


def test_a_recording_is_shown_in_the_window(
    biofeed: Biofeed, one_activation: Path
) -> None:
    """A replay opens the same pages, records nothing, and prints what it came to.

    That is all of the recording, however little of it was looked at.
    """
    with opened(biofeed, "replay", one_activation, "--json", "--console") as process:
        wait_until(process, lambda: has_children(process))
        process.send_signal(signal.SIGINT)
        answer = finished(process)
    assert answer.status == 0, answer.err
    whole = biofeed("replay", one_activation, "--headless", "--json").object
    assert whole["episodes"]
    for key in ("file", "episodes", "baseline"):
        assert json.dumps(whole[key]) == json.dumps(answer.object[key])
    assert biofeed.sessions == []
