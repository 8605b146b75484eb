"""The option ``--timeline``: a file with one row a second, or why there is none."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from biofeed.commands.failures import InputRefused
from biofeed.core.values import Second
from biofeed.session.reading import journal_of
from biofeed.session.report import Timeline
from devices.system_reasons import reason_of


def check_timeline(timeline: Path, inputs: Iterable[Path]) -> None:
    """Refuse to write a timeline over a recording.

    Raises
    ------
    click.UsageError
        If it names one of the inputs, by whatever path.
    """
    for path in map(journal_of, inputs):
        if timeline.exists() and path.exists() and timeline.samefile(path):
            raise click.UsageError(
                f"--timeline would overwrite the recording '{path}'."
                " Name a file of its own."
            )


@contextmanager
def timeline_file(path: Path) -> Iterator[Callable[[Second], None]]:
    """Open a timeline; yields what takes each second.

    Raises
    ------
    InputRefused
        If it cannot be written there.
    """
    try:
        with path.open("w", encoding="utf-8", newline="") as out:
            yield Timeline(out).write
    except OSError as failure:
        raise InputRefused(
            f"the timeline could not be written to '{path}': {reason_of(failure)}."
            " Name another place with --timeline."
        ) from failure
