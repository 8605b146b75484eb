"""``biofeed live``: a session with a strap."""

import asyncio
from contextlib import aclosing

import click

from biofeed.commands.failures import Failed
from biofeed.commands.recovered import tell_recovered
from biofeed.commands.running import run
from biofeed.commands.scan import nearest_first
from biofeed.commands.screen import is_headless
from biofeed.session.plan import Plan, plan_simulated, plan_strap
from biofeed.settings import load_settings, remember_strap
from devices.ble import scan
from devices.errors import HELD_ELSEWHERE, NoStrapFound
from devices.sighting import FoundStrap, choose

SEARCH_S = 8.0
"""Twice the slowest advertising of a strap that has just been put on, s."""


@click.command(epilog="Example: biofeed live --strap C4:12")
@click.option(
    "--strap",
    metavar="NAME|ADDRESS",
    help="The end of its name or address (default: the last one used).",
)
@click.option("--simulated", is_flag=True, help="Use the simulated strap.")
@click.option("--pseudonym", default="", help="Whose session; never a real name.")
@click.option("--headless", is_flag=True, help="Without a window, until Ctrl-C.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def command(
    *, strap: str | None, simulated: bool, pseudonym: str, headless: bool, as_json: bool
) -> None:
    """Practise with a strap: learn your rest, then see the way back to it.

    Everything is recorded on this computer and nowhere else. Stop with Esc or Space,
    without a window with Ctrl-C.
    """
    if simulated and strap is not None:
        raise click.UsageError("--strap and --simulated exclude each other.")
    tell_recovered()
    headless = is_headless(asked_for=headless)
    plan = _plan(
        strap, simulated=simulated, pseudonym=pseudonym, waits_for_start=not headless
    )
    run(plan, headless=headless, as_json=as_json)


def _plan(
    strap: str | None, *, simulated: bool, pseudonym: str, waits_for_start: bool
) -> Plan:
    if simulated:
        return plan_simulated(
            "demonstration",
            seed=1,
            speed=1.0,
            pseudonym=pseudonym,
            records=True,
            waits_for_start=waits_for_start,
        )
    found = _find(strap)
    if found.held:
        click.echo(f"biofeed: {found.name}: {HELD_ELSEWHERE}", err=True)
    remember_strap(found.identity)
    return plan_strap(
        found.identity, pseudonym=pseudonym, waits_for_start=waits_for_start
    )


def _find(wanted: str | None) -> FoundStrap:
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
