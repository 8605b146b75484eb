"""Throws bytes at the reader of RR files: ``python tests/fuzz/fuzz_rr_files.py``.

Needs atheris and numpy (``pip install atheris numpy``). A file is read or refused with
an ``RrFileError``; anything else is a defect.
"""

import contextlib
import sys
from pathlib import Path

import atheris  # type: ignore[import-untyped]  # no part of the project

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

with atheris.instrument_imports():
    from devices.rr_files import parse_rr
    from devices.rr_refusals import RrFileError

ANYWHERE = Path("fuzzed.csv")


def one(content: bytes) -> None:
    """Read one file, or see it refused."""
    with contextlib.suppress(RrFileError):
        parse_rr(content, ANYWHERE)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
