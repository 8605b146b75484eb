"""Which failure is a matter of input, and what to say of one nobody foresaw."""

from typing import IO

import click
from typing_extensions import override

from biofeed.session.recording_errors import RecordingError
from devices.errors import DeviceError
from devices.rr_refusals import RrFileError


class InputRefused(click.ClickException):
    """What was asked for cannot be done with what was given: exit status 2."""

    exit_code = 2

    @override
    def show(self, file: IO[str] | None = None) -> None:
        """Say the sentence on standard error."""
        click.echo(f"biofeed: {self.message}", file=file, err=file is None)


class Failed(InputRefused):
    """It should have worked and did not: exit status 1."""

    exit_code = 1


def sentence_and_status(failure: Exception) -> tuple[str, int]:
    """Turn an exception that reached the command line into a sentence."""
    if isinstance(failure, RrFileError | RecordingError):
        return str(failure), 2
    if isinstance(failure, DeviceError):
        return str(failure), 1
    if isinstance(failure, OSError):
        what = failure.strerror or type(failure).__name__
        where = f" '{failure.filename}'" if failure.filename else ""
        return f"{what}:{where} could not be used. Check it, and try again.", 1
    return (
        f"an unexpected fault stopped it ({type(failure).__name__}: {failure})."
        " What was recorded is kept; run again with BIOFEED_DEBUG=1 to see where.",
        1,
    )
