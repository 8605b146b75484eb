"""A window that is closed while it is still being put together."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

CLOSED_EARLY = """
from biofeed import app
from biofeed.session.io_thread import IoThread
from biofeed.session.plan import plan_simulated

begin = IoThread.start

def begin_and_close(io):
    begin(io)
    named = {type(each).__name__: each for each in app.application().topLevelWidgets()}
    named["ClientWindow"].close()

IoThread.start = begin_and_close
plan = plan_simulated("demonstration", seed=1, speed=1.0, pseudonym="", records=False)
print(app.run_in_window(plan).tally.exit)
"""


def test_a_window_closed_before_its_loop_runs_ends_the_session() -> None:
    """A signal between the session's beginning and the window's loop is not lost."""
    answer = subprocess.run(
        [sys.executable, "-c", CLOSED_EARLY],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert answer.returncode == 0, answer.stderr
    assert "stopped" == answer.stdout.strip()
