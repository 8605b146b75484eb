"""``biofeed scan``: heart rate straps in range."""

import asyncio
import json
from contextlib import aclosing
from dataclasses import asdict

import click

from devices.ble import SCAN_S, scan
from devices.errors import NoStrapFound
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
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def command(*, timeout_s: float, as_json: bool) -> None:
    """Find heart rate straps in range.

    A strap sleeps until it is worn: wet the electrodes, put it on, and close any other
    app that uses it.
    """
    straps = asyncio.run(find_straps(timeout_s))
    if as_json:
        click.echo(json.dumps([asdict(strap) for strap in straps], allow_nan=False))
    if not straps:
        raise NoStrapFound(searched_s=timeout_s)
    if not as_json:
        for strap in straps:
            click.echo(_line(strap))


async def find_straps(timeout_s: float) -> list[FoundStrap]:
    """Look for straps; the strongest signal first.

    Raises
    ------
    DeviceError
        Where this computer cannot look.
    """
    found: dict[str, FoundStrap] = {}
    async with aclosing(scan(timeout_s)) as sightings:
        async for strap in sightings:
            found[strap.address] = strap
    weakest = float("-inf")
    return sorted(
        found.values(),
        key=lambda s: weakest if s.rssi_dbm is None else float(s.rssi_dbm),
        reverse=True,
    )


def _line(strap: FoundStrap) -> str:
    signal = "in use" if strap.held else f"{strap.rssi_dbm} dBm"
    return f"{strap.name:32}  {strap.address}  {signal}"
