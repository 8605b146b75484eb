"""Finds the strap that a session is meant for: the one used last, or the one named."""

import asyncio
from contextlib import aclosing

from biofeed.commands.failures import Failed
from biofeed.commands.scan import nearest_first
from biofeed.settings import load_settings
from devices.ble import scan
from devices.errors import NoStrapFound
from devices.sighting import FoundStrap, choose

SEARCH_S = 8.0
"""Twice the slowest advertising of a strap that has just been put on, s."""


def find_worn(wanted: str | None) -> FoundStrap:
    """Find the strap that is meant: the one used last, where none is named.

    Nobody is connected to by guess: of several, or where the strap of last time is
    away, a person says which.
    """
    last = load_settings().last_strap if wanted is None else None
    named = wanted if last is None else last.address
    found = asyncio.run(_look_for(named))
    if last is None:
        return choose(found, wanted=wanted, searched_s=SEARCH_S)
    for strap in found:
        if strap.address == last.address:
            return strap
    if not found:
        raise NoStrapFound(wanted=last.name, searched_s=SEARCH_S)
    others = ", ".join(f"{strap.name} ({strap.address})" for strap in found)
    raise Failed(
        f"the strap of last time, {last.name} ({last.address}), was not found in"
        f" {SEARCH_S:.0f} s, but {others}. To use another one, name it with --strap."
    )


async def _look_for(address: str | None) -> list[FoundStrap]:
    """Look until this very strap is found, else until the time is up."""
    found: dict[str, FoundStrap] = {}
    async with aclosing(scan(SEARCH_S)) as sightings:
        async for strap in sightings:
            found[strap.address] = strap
            if strap.address == address:
                break
    return nearest_first(found.values())
