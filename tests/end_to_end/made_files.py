"""Recordings for the real command: files of simulated people, with known truth."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from biofeed.session.journal_line import seal, unseal
from biofeed.session.reading import JOURNAL_NAME
from devices.simulated_people import SCENARIOS

SEED = 3


def write_person(path: Path, scenario: str) -> Path:
    """Write the intervals of a ready-made person as ``t_s,rr_ms``."""
    intervals = SCENARIOS[scenario].simulate(seed=SEED).recorded_intervals
    rows = (f"{each.t_s!r},{each.rr_ms!r}" for each in intervals)
    return write_lines(path, ["t_s,rr_ms", *rows])


def write_lines(path: Path, lines: Iterable[str]) -> Path:
    """Write a text file."""
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def resting_rr_ms(beats: int, *, mean_ms: float = 850.0) -> Iterator[float]:
    """A quiet heart: intervals that breathe a little, each one a whole number."""
    for beat in range(beats):
        yield mean_ms + (beat * 7) % 90 - 45


def with_schema(journal: Path, folder: Path, schema: int) -> Path:
    """Copy a session as another version of this program would have written it."""
    first, _, rest = (journal / JOURNAL_NAME).read_bytes().partition(b"\n")
    header = unseal(first)
    assert header is not None
    folder.mkdir()
    (folder / JOURNAL_NAME).write_bytes(seal(header | {"schema": schema}) + rest)
    return folder


def cut_off(journal: Path, folder: Path, *, share: float) -> Path:
    """Copy the first part of a session, as a power cut in mid-record leaves it."""
    whole = (journal / JOURNAL_NAME).read_bytes()
    folder.mkdir()
    (folder / JOURNAL_NAME).write_bytes(whole[: int(len(whole) * share)])
    return folder
