"""Brings a journal into being: with its header on the disk, or not at all.

A journal gets its name once the disk has its first line. Whenever the program is killed
or the power cut, there is a journal that can be read, or none.
"""

import errno
import os
from contextlib import suppress
from pathlib import Path

from biofeed.session.exclusive_lock import try_lock
from biofeed.session.file_end import Disk, FileEnd
from biofeed.session.folders import sync_folder
from biofeed.session.header import SCHEMA, Header
from biofeed.session.journal_line import seal
from biofeed.session.json_values import object_of
from biofeed.session.recording_errors import RecordingInUse

# Windows alone knows it, and would write two bytes for each line's end without.
_BINARY = getattr(os, "O_BINARY", 0)


def begin_journal(path: Path, header: Header, disk: Disk) -> int:
    """Make a journal that has its header, in a folder that exists.

    Returns
    -------
    Its length in bytes.

    Raises
    ------
    OSError
        If that cannot be done, or there is one already; nothing is left behind.
    """
    if path.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    line = seal({"seq": 0, "record": "header", "schema": SCHEMA, **object_of(header)})
    beside = path.with_name(f".{path.name}")
    try:
        _write_to_disk(beside, line, disk)
        beside.rename(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise
    sync_folder(path.parent)
    sync_folder(path.parent.parent)
    return len(line)


def open_locked(path: Path) -> int:
    """Open a journal for the one session that writes it; returns the descriptor.

    Raises
    ------
    RecordingInUse
        If another session has it.
    OSError
        If it cannot be opened.
    """
    descriptor = os.open(path, os.O_RDWR | _BINARY)
    if not try_lock(descriptor):
        os.close(descriptor)
        raise RecordingInUse(path)
    return descriptor


def _write_to_disk(path: Path, line: bytes, disk: Disk) -> None:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600)
    try:
        end = FileEnd(descriptor, length_bytes=0, ballast=None, disk=disk)
        if not end.write([line]):
            raise end.failure or OSError(errno.EIO, os.strerror(errno.EIO))
        disk.sync(descriptor)
    finally:
        os.close(descriptor)
