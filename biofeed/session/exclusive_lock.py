"""A lock that tells whether a journal belongs to a session that is still running.

It ends with the process that holds it, however that ends. POSIX locks the whole file
and readers pass; Windows locks a byte that no journal ever reaches, because there a
locked byte cannot be read by others.
"""

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCKED_AT = 2**31 - 2
"""Byte that Windows locks: the last that its call can name."""


def try_lock(descriptor: int) -> bool:
    """Lock an open file; tells whether nobody else holds it.

    A disk that knows no locks (some network drives) is taken as free.
    """
    try:
        _lock(descriptor)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True


def is_locked(path: Path) -> bool:
    """Tell whether a running session holds a file.

    Raises
    ------
    OSError
        If it cannot be opened.
    """
    descriptor = os.open(path, os.O_RDONLY)
    try:
        return not try_lock(descriptor)
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        os.lseek(descriptor, LOCKED_AT, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
