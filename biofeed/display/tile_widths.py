"""How wide each tile of a row is, where their words differ in length. Pure.

Rules
-----
- Where equal tiles have room for every word, they are equal.
- Else room is taken from words, those of the past first, then of what comes; the tile
  of what goes on has the room of its word as long as there is any.
"""

from collections.abc import Sequence
from enum import StrEnum


class When(StrEnum):
    """Where a phase stands in the session."""

    PAST = "past"
    NOW = "now"
    NEXT = "next"


CUT_IN_ORDER = (When.PAST, When.NEXT, When.NOW)


def tile_widths(
    needs: Sequence[float], whens: Sequence[When], *, least: float, room: float
) -> list[float]:
    """Return a width for each tile; together they fill the room.

    Parameters
    ----------
    needs
        Width of each tile with its word whole, px.
    whens
        Where each stands.
    least
        No tile is cut below it, px, while the room is that of as many.
    room
        For all of them, without what is between them, px.

    >>> past, now = When.PAST, When.NOW
    >>> tile_widths([50.0, 50.0], [past, now], least=40.0, room=200.0)
    [100.0, 100.0]
    >>> tile_widths([90.0, 110.0], [past, now], least=40.0, room=180.0)
    [70.0, 110.0]
    """
    count = len(needs)
    equal = room / count
    if max(needs) <= equal:
        return [equal] * count
    floor = min(least, equal)
    widths = [float(need) for need in needs]
    for when in CUT_IN_ORDER:
        here = [n for n in range(count) if whens[n] is when]
        over = sum(widths) - room
        can = sum(max(0.0, widths[n] - floor) for n in here)
        if over <= 0.0 or not can:
            continue
        share = min(1.0, over / can)
        for n in here:
            widths[n] -= share * max(0.0, widths[n] - floor)
    spare = (room - sum(widths)) / count
    return [width + spare for width in widths]
