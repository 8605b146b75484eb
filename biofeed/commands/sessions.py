"""``biofeed sessions``: what has been recorded on this computer."""

import json

import click

from biofeed.commands.durations import minutes
from biofeed.commands.recovered import tell_recovered
from biofeed.session.store import Ending, SessionEntry, list_sessions, sessions_folder
from devices.sighting import harmless

_ENDINGS = {
    Ending.COMPLETE: "complete",
    Ending.CUT_OFF: "cut off, readable up to there",
    Ending.RUNNING: "going on now",
    Ending.UNREADABLE: "not readable",
}


@click.command(epilog="Example: biofeed sessions --json")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def command(*, as_json: bool) -> None:
    """List the recorded sessions, oldest first.

    Each is a folder that replay and analyze take as it is.
    """
    tell_recovered()
    entries = list_sessions()
    if as_json:
        click.echo(json.dumps([_as_json(entry) for entry in entries]))
        return
    if not entries:
        click.echo(
            f"No session has been recorded yet (they go to {sessions_folder()})."
        )
    for entry in entries:
        click.echo(_line(entry))


def _line(entry: SessionEntry) -> str:
    started = "" if entry.started is None else entry.started.utc[:16].replace("T", " ")
    device = None if entry.header is None else entry.header.device
    parts = [
        f"{started:16}",
        f"{minutes(entry.duration_s):>8}",
        f"{harmless(entry.pseudonym) or '-':12}",
        f"{'-' if device is None else harmless(device.name):16}",
        f"{harmless(_protocol(entry)) or '-':16}",
        _ENDINGS[entry.ending],
    ]
    return f"{'  '.join(parts)}\n  {entry.trouble or entry.folder}"


def _protocol(entry: SessionEntry) -> str | None:
    return None if entry.header is None else entry.header.settings.protocol.name


def _as_json(entry: SessionEntry) -> dict[str, object]:
    device = None if entry.header is None else entry.header.device
    return {
        "folder": str(entry.folder),
        "started_utc": None if entry.started is None else entry.started.utc,
        "duration_s": entry.duration_s,
        "pseudonym": entry.pseudonym,
        "device": None if device is None else device.name,
        "protocol": _protocol(entry),
        "ending": entry.ending.value,
        "trouble": entry.trouble,
    }
