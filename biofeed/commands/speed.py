"""The option ``--speed``: a number, or ``max``."""

import click
from typing_extensions import override

SLOWEST = 0.5
FASTEST = 100.0
"""Beyond this a window shows nothing that ``max`` would not."""


class Speed(click.ParamType[float]):
    """Session seconds a wall second."""

    name = "X|max"

    @override
    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Read a speed; ``max`` is infinite."""
        if isinstance(value, float):
            return value
        if str(value) == "max":
            return float("inf")
        try:
            speed = float(str(value))
        except ValueError:
            speed = 0.0
        if not SLOWEST <= speed <= FASTEST:
            self.fail(
                f"'{value}' is no speed from {SLOWEST:g} to {FASTEST:g}, and not max.",
                param,
                ctx,
            )
        return speed
