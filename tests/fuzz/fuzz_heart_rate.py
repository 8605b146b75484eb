"""Throws bytes at the packet decoder: ``python tests/fuzz/fuzz_heart_rate.py``.

Needs atheris (``pip install atheris``; Linux and macOS). Options are libFuzzer's:
``-runs=400000``, ``-max_total_time=60``. Any exception but none at all is a defect, and
so is a decoded packet that does not hold what its bytes say.
"""

import sys
from pathlib import Path

import atheris  # type: ignore[import-untyped]  # no part of the project

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

with atheris.instrument_imports():
    from devices.heart_rate import HeartRateMeasurement, parse

RR_PRESENT = 0x10
LONGEST_TICKS = 0xFFFF


def one(payload: bytes) -> None:
    """Decode one payload, and hold the result against the bytes."""
    measurement = parse(payload)
    if not isinstance(measurement, HeartRateMeasurement):
        return
    ticks = measurement.rr_ticks
    assert all(0 <= tick <= LONGEST_TICKS for tick in ticks)
    assert bool(payload[0] & RR_PRESENT) or not ticks
    tail = b"".join(tick.to_bytes(2, "little") for tick in ticks)
    assert tail in payload


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
