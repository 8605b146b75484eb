"""Ends a recording, and goes on trying while the disk does not let it be written."""

import asyncio
import logging
from typing import Protocol

from biofeed.core.values import SessionExit
from biofeed.session.recording_errors import StillInMemory

_log = logging.getLogger(__name__)

RETRY_S = 1.0
"""Room is made by hand, a cable put back in: once a second is soon enough, s."""

ATTEMPTS = 60
"""A minute. Then the person is told, and what is on the disk stays readable."""


class Closable(Protocol):
    """A recording that may have to be closed more than once."""

    def close(self, exit_: SessionExit) -> None:
        """Write what is left, and the end."""
        ...


async def close_recording(
    recording: Closable,
    exit_: SessionExit,
    *,
    attempts: int = ATTEMPTS,
    retry_s: float = RETRY_S,
) -> None:
    """Close a recording, waiting for its disk if need be.

    Raises
    ------
    StillInMemory
        If the disk could not be written in all that time.
    """
    for _ in range(attempts - 1):
        try:
            recording.close(exit_)
        except StillInMemory as waiting:
            _log.warning("%s", waiting)
            await asyncio.sleep(retry_s)
        else:
            return
    recording.close(exit_)
