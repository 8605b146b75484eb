"""A path as somebody types it: with ``~``, and half written at every key."""

from pathlib import Path


def typed_path(text: str) -> Path | None:
    """The path that a text names, ``~`` being its owner's home; None for no text.

    >>> typed_path("  ") is None, typed_path(" a.csv ").name
    (True, 'a.csv')
    """
    text = text.strip()
    if not text:
        return None
    try:
        return Path(text).expanduser()
    except (RuntimeError, ValueError):
        # Nobody is called so: not yet, or nobody can be.
        return Path(text)


def is_there(path: Path | None) -> bool:
    """Whether there is something at a path that may be looked at.

    >>> is_there(Path("/")), is_there(Path("x" * 5000)), is_there(None)
    (True, False, False)
    """
    try:
        return path is not None and path.exists()
    except OSError:
        # Too long for any file, or in a folder that is closed to us.
        return False
