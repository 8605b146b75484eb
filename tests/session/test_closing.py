"""The end of a recording whose disk cannot be written for a while."""

import asyncio
from pathlib import Path

import pytest

from biofeed.core.values import SessionExit
from biofeed.session.closing import close_recording
from biofeed.session.recording_errors import StillInMemory


class Reluctant:
    """A recording that can only be closed after some refusals."""

    def __init__(self, refusals: int) -> None:
        self.refusals = refusals
        self.closed_as: SessionExit | None = None

    def close(self, exit_: SessionExit) -> None:
        if self.refusals:
            self.refusals -= 1
            raise StillInMemory(Path("events.jsonl"), 3)
        self.closed_as = exit_


def test_closing_goes_on_until_the_disk_takes_the_end() -> None:
    """Three refusals, and then it is closed as what it was."""
    recording = Reluctant(refusals=3)
    asyncio.run(
        close_recording(recording, SessionExit.STOPPED, give_up_s=60.0, retry_s=0.0)
    )
    assert SessionExit.STOPPED is recording.closed_as


def test_a_disk_that_never_comes_back_is_told() -> None:
    """When the time is over the person is told what is missing."""
    recording = Reluctant(refusals=9)
    with pytest.raises(StillInMemory, match="3 records"):
        asyncio.run(
            close_recording(recording, SessionExit.STOPPED, give_up_s=0.0, retry_s=0.0)
        )
    assert recording.closed_as is None
