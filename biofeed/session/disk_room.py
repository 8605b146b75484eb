"""Room on the disk of a session: how much must be there, and a reserve to fall back on.

A session of an hour takes about 3 MB; the rest is for whatever else fills the disk
while it runs.
"""

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from biofeed.session.recording_errors import MEGABYTE, TooLittleRoom

BALLAST_NAME = "ballast"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomRule:
    """How much room a session asks for.

    Attributes
    ----------
    least_free_bytes
        Below it none begins.
    warn_below_bytes
        Below it one begins with a warning.
    ballast_bytes
        Reserved, and given up when the disk is full: over two hours of recording.
    """

    least_free_bytes: int = 100 * MEGABYTE
    warn_below_bytes: int = 500 * MEGABYTE
    ballast_bytes: int = 8 * 2**20


def room_warning(folder: Path, rule: RoomRule) -> str:
    """Say that room runs short; empty where it does not.

    Raises
    ------
    TooLittleRoom
        If no session can begin.
    OSError
        If the folder cannot be looked at.
    """
    free_bytes = shutil.disk_usage(folder).free
    if free_bytes < rule.least_free_bytes:
        raise TooLittleRoom(
            folder, free_bytes=free_bytes, needed_bytes=rule.least_free_bytes
        )
    if free_bytes < rule.warn_below_bytes:
        return (
            f"The disk of '{folder}' has only {free_bytes // MEGABYTE} MB free. This"
            " session fits; make room before the next."
        )
    return ""


def lay_ballast(folder: Path, rule: RoomRule) -> Path | None:
    """Reserve room on the disk; None where it cannot be had."""
    ballast = folder / BALLAST_NAME
    try:
        with ballast.open("xb") as file:
            # Written and not only reserved: macOS and Windows know no fallocate.
            file.write(bytes(rule.ballast_bytes))
    except OSError:
        with suppress(OSError):
            ballast.unlink()
        return None
    ballast.chmod(0o600)
    return ballast
