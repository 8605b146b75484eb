"""Which failure is a matter of input, and what to say of one nobody foresaw."""

from typing import IO

import click
from typing_extensions import override

from biofeed.commands.asides import aside
from biofeed.session.io_thread import NotEnding
from biofeed.session.protocol_refusals import ProtocolRefused
from biofeed.session.recording_errors import RecordingError
from devices.errors import DeviceError
from devices.rr_refusals import RrFileError
from devices.system_reasons import reason_of


class InputRefused(click.ClickException):
    """What was asked for cannot be done with what was given: exit status 2."""

    exit_code = 2

    @override
    def show(self, file: IO[str] | None = None) -> None:
        """Say the sentence on standard error."""
        aside(self.message, file)


class Failed(InputRefused):
    """It should have worked and did not: exit status 1."""

    exit_code = 1


class SaidAlready(click.ClickException):
    """What went wrong has been said, and only the exit status is left to set.

    Attributes
    ----------
    exit_code
        Which.
    """

    def __init__(self, exit_code: int) -> None:
        super().__init__("")
        self.exit_code = exit_code  # type: ignore[misc]  # click asks the instance

    @override
    def show(self, file: IO[str] | None = None) -> None:
        """Say nothing more."""


def sentence_and_status(failure: Exception) -> tuple[str, int]:
    """Turn an exception that reached the command line into a sentence.

    Of a group, as tasks raise it, the first counts: the others are what it caused.
    """
    while isinstance(failure, ExceptionGroup):
        failure = failure.exceptions[0]
    if isinstance(failure, RrFileError | RecordingError | ProtocolRefused):
        return str(failure), 2
    if isinstance(failure, DeviceError | NotEnding):
        return str(failure), 1
    if isinstance(failure, OSError):
        what = f"'{failure.filename}'" if failure.filename else "a file"
        return f"{what} could not be used: {reason_of(failure)}. Check its disk.", 1
    return (
        f"an unexpected fault stopped it ({type(failure).__name__}: {failure})."
        " What was recorded is kept; run again with BIOFEED_DEBUG=1 to see where.",
        1,
    )
