"""Ends a recording, and goes on trying while the disk does not let it be written."""

import asyncio
import logging
from typing import Protocol

from biofeed.core.values import SessionExit
from biofeed.session.recording_errors import StillInMemory

_log = logging.getLogger(__name__)

RETRY_S = 1.0
"""Room is made by hand, a cable put back in: once a second is soon enough, s."""

GIVE_UP_S = 60.0
"""Then the person is told, and what is on the disk stays readable, s. One attempt on a
disk that hangs takes 20 s, so this is a time and not a number of them."""


class Closable(Protocol):
    """A recording that may have to be closed more than once."""

    def close(self, exit_: SessionExit) -> None:
        """Write what is left, and the end."""
        ...


async def close_recording(
    recording: Closable,
    exit_: SessionExit,
    *,
    give_up_s: float = GIVE_UP_S,
    retry_s: float = RETRY_S,
) -> None:
    """Close a recording, waiting for its disk if need be.

    Raises
    ------
    StillInMemory
        If the disk could not be written in all that time.
    """
    now_s = asyncio.get_running_loop().time
    ends_s = now_s() + give_up_s
    told = False
    while True:
        try:
            recording.close(exit_)
        except StillInMemory as waiting:
            if now_s() >= ends_s:
                raise
            if not told:
                _log.warning("%s", waiting)
            told = True
            await asyncio.sleep(retry_s)
        else:
            return
