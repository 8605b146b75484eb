"""Throws bytes at the reader of journals: ``python tests/fuzz/fuzz_journal.py``.

Needs atheris, numpy and platformdirs (``pip install atheris numpy platformdirs``). A
journal is read, with what it lost told as problems, or refused with a
``RecordingError``; anything else is a defect. Random bytes hardly ever have the right
checksum, so every other input is lines of JSON that are sealed before they are read.
"""

import contextlib
import json
import sys
import tempfile
from pathlib import Path

import atheris  # type: ignore[import-untyped]  # no part of the project

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

with atheris.instrument_imports():
    from biofeed.core.settings import EngineSettings
    from biofeed.session.header import SCHEMA, new_header
    from biofeed.session.journal_line import seal
    from biofeed.session.json_values import object_of
    from biofeed.session.reading import read_journal
    from biofeed.session.recording_errors import RecordingError

HEADER = seal(
    {
        "seq": 0,
        "record": "header",
        "schema": SCHEMA,
        **object_of(new_header(EngineSettings(), algorithm="1")),
    }
)

FOLDER = Path(tempfile.mkdtemp(prefix="biofeed-fuzz-"))


def one(content: bytes) -> None:
    """Read one journal, or see it refused."""
    path = FOLDER / "fuzzed.jsonl"
    path.write_bytes(sealed(content[1:]) if content[:1] > b"\x7f" else content)
    with contextlib.suppress(RecordingError):
        _ = read_journal(path).remarks


def sealed(lines: bytes) -> bytes:
    """Put a header before lines, and the right checksum to those that are objects."""
    whole = [HEADER]
    for line in lines.splitlines():
        try:
            entries = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(entries, dict):
            with contextlib.suppress(ValueError):
                whole.append(seal(entries))
    return b"".join(whole)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
