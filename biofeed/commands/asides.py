"""What is said beside a result, on standard error, and is safe to print there.

It may quote a file's name, a strap's, or a line of a recording: text from outside,
which could move a cursor, set a window's title or turn a direction round.
"""

from typing import IO

import click

from devices.plain_text import one_line

LONGEST = 2000
"""Signs of a line: a path may be long, and has to be there whole."""


def aside(sentence: str, file: IO[str] | None = None) -> None:
    """Say a sentence, on standard error where no other file is given."""
    lines = [one_line(line, LONGEST) for line in f"biofeed: {sentence}".split("\n")]
    click.echo("\n".join(lines), file=file, err=file is None)
