"""The option ``--protocol``: a name that comes with the program, or a file."""

import click
from typing_extensions import override

from biofeed.core.protocol import TrainingProtocol
from biofeed.session.protocols import load_protocol


class ProtocolChoice(click.ParamType[TrainingProtocol]):
    """A training protocol, read and checked.

    Raises
    ------
    ProtocolRefused
        If there is none of that name, or it may not be practised as it is written.
    """

    name = "NAME|FILE"

    @override
    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> TrainingProtocol:
        """Read the protocol."""
        if isinstance(value, TrainingProtocol):
            return value
        return load_protocol(str(value))
