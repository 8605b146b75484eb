"""``biofeed doctor``: what is missing on this machine."""

import json
from dataclasses import asdict

import click

from biofeed.commands.failures import SaidAlready
from biofeed.session.doctor import examine
from biofeed.session.finding import Verdict
from biofeed.session.machine import this_machine
from biofeed.session.store import home_folder

_SIGNS = {Verdict.OK: "ok  ", Verdict.WARN: "note", Verdict.FAIL: "MISS"}


@click.command(epilog="Example: biofeed doctor --json")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def command(*, as_json: bool) -> None:
    """Look at Bluetooth, permissions, screen, libraries and versions.

    Each finding says what to do about it. Exit status 1 where no session could run,
    not even a simulated one without a window.
    """
    findings = examine(this_machine(home_folder()))
    if as_json:
        click.echo(json.dumps([asdict(finding) for finding in findings]))
    else:
        for finding in findings:
            click.echo(f"{_SIGNS[finding.verdict]}  {finding.name}: {finding.sentence}")
            if finding.remedy:
                click.echo(f"      {finding.remedy}")
    if any(finding.verdict is Verdict.FAIL for finding in findings):
        raise SaidAlready(1)
