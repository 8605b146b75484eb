"""The option ``--rest``: a span of a recording, in seconds."""

import re

import click
from typing_extensions import override


class Seconds(click.ParamType[tuple[float, float]]):
    """A span of a recording, ``A:B`` in seconds."""

    name = "A:B"

    @override
    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, float]:
        """Read ``A:B``."""
        if isinstance(value, tuple):
            return value
        span = re.fullmatch(r"([0-9.]+):([0-9.]+)", str(value), re.ASCII)
        try:
            start_s, end_s = map(float, span.groups() if span else ())
        except ValueError:
            start_s = end_s = 0.0
        if not start_s < end_s:
            self.fail(f"'{value}' is no span of seconds such as 60:240.", param, ctx)
        return start_s, end_s
