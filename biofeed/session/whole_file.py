"""Writes a small file so that it is there whole, or as it was before."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from biofeed.session.folders import sync_folder


def replace_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place, bring it to the disk, and move it there.

    Only its owner may read it.

    Raises
    ------
    OSError
        If that fails; the file is then as it was.
    """
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise
    sync_folder(path.parent)
