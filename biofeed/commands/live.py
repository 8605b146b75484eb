"""``biofeed live``: a session with a strap."""

import asyncio

import click

from biofeed.commands.recovered import tell_recovered
from biofeed.commands.running import run
from biofeed.commands.scan import find_straps
from biofeed.commands.screen import is_headless
from biofeed.session.plan import Plan, plan_simulated, plan_strap
from biofeed.settings import load_settings, remember_strap
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
        if strap is not None:
            raise click.UsageError("--strap and --simulated exclude each other.")
        return plan_simulated(
            "demonstration",
            seed=1,
            speed=1.0,
            pseudonym=pseudonym,
            records=True,
            waits_for_start=waits_for_start,
        )
    identity = _find(strap).identity
    remember_strap(identity)
    return plan_strap(identity, pseudonym=pseudonym, waits_for_start=waits_for_start)


def _find(wanted: str | None) -> FoundStrap:
    """Find the strap that is meant: the one used last, where none is named."""
    straps = asyncio.run(find_straps(SEARCH_S))
    last = load_settings().last_strap
    if wanted is None and last is not None:
        for strap in straps:
            if strap.address == last.address:
                return strap
    return choose(straps, wanted=wanted, searched_s=SEARCH_S)
