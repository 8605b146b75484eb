"""``biofeed scan``: heart rate straps in range."""

import asyncio
import json
from collections.abc import Iterable
from contextlib import aclosing
from dataclasses import asdict

import click

from devices.ble import SCAN_S, scan
from devices.ble_peek import scan_and_peek
from devices.errors import HELD_ELSEWHERE, NoStrapFound
from devices.sighting import FoundStrap


@click.command(epilog="Example: biofeed scan --seconds 20")
@click.option(
    "--seconds",
    "timeout_s",
    type=click.FloatRange(1.0, 120.0),
    default=SCAN_S,
    show_default=True,
    help="How long to look.",
)
@click.option(
    "--no-peek",
    "peeks",
    flag_value=False,
    default=True,
    help="Only listen: connect to no strap to ask for heart rate and battery.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def command(*, timeout_s: float, peeks: bool, as_json: bool) -> None:
    """Find heart rate straps in range, and ask each for heart rate and battery.

    A strap sleeps until it is worn: wet the electrodes, put it on, and close any other
    app that uses it.
    """
    straps = asyncio.run(_tell_straps(timeout_s, peeks=peeks, at_once=not as_json))
    if as_json:
        click.echo(json.dumps([asdict(strap) for strap in straps], allow_nan=False))
    if not straps:
        raise NoStrapFound(searched_s=timeout_s)


async def _tell_straps(
    timeout_s: float, *, peeks: bool, at_once: bool
) -> list[FoundStrap]:
    """Look for straps; with ``at_once`` print each when all is known of it."""
    told: set[str] = set()
    found: dict[str, FoundStrap] = {}
    looking = scan_and_peek if peeks else scan
    async with aclosing(looking(timeout_s)) as sightings:
        async for strap in sightings:
            found[strap.address] = strap
            is_complete = not peeks or strap.held or strap.heart_rate_bpm is not None
            if at_once and is_complete and strap.address not in told:
                told.add(strap.address)
                _tell(strap)
    for strap in found.values():
        if at_once and strap.address not in told:
            _tell(strap)
    return nearest_first(found.values())


def nearest_first(straps: Iterable[FoundStrap]) -> list[FoundStrap]:
    """Order straps by their signal, the strongest first."""
    weakest = float("-inf")
    return sorted(
        straps,
        key=lambda s: weakest if s.rssi_dbm is None else float(s.rssi_dbm),
        reverse=True,
    )


def _tell(strap: FoundStrap) -> None:
    click.echo(line(strap))
    if strap.held:
        click.echo(f"      {HELD_ELSEWHERE}")


def line(strap: FoundStrap) -> str:
    """One strap in one line: name, address, signal, heart rate, battery."""
    signal = "in use" if strap.held else f"{strap.rssi_dbm} dBm"
    beat = "" if strap.heart_rate_bpm is None else f"{strap.heart_rate_bpm} bpm"
    battery = "" if strap.battery_pct is None else f"battery {strap.battery_pct} %"
    told = f"{strap.name:32}  {strap.address}  {signal:7}  {beat:7}  {battery}"
    return told.rstrip()
