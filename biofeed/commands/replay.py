"""``biofeed replay``: a recording through the same pipeline and window."""

from pathlib import Path

import click

from biofeed.commands.asides import aside
from biofeed.commands.running import run
from biofeed.commands.screen import is_headless
from biofeed.commands.speed import Speed
from biofeed.session.opening import open_recording
from biofeed.session.plan import AS_FAST_AS_POSSIBLE, plan_replay


@click.command(epilog="Example: biofeed replay morning.csv --speed 8")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--speed",
    type=Speed(),
    help="Session seconds a second, or max (default 1, max without a window).",
)
@click.option("--headless", is_flag=True, help="Print the summary, open no window.")
@click.option("--console", is_flag=True, help="Open the clinician's window as well.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def command(
    *, file: Path, speed: float | None, headless: bool, console: bool, as_json: bool
) -> None:
    """Play a recording as if it happened now.

    FILE is a session folder, its events.jsonl, or any file of RR intervals that
    biofeed knows. Nothing is recorded anew.
    """
    recording = open_recording(file)
    for remark in recording.remarks:
        aside(f"{file}: {remark}")
    headless = is_headless(asked_for=headless)
    if speed is None:
        speed = AS_FAST_AS_POSSIBLE if headless else 1.0
    plan = plan_replay(recording, speed=speed)
    run(plan, headless=headless, as_json=as_json, console=console)
