"""``biofeed demo``: a whole session with the simulated strap."""

import click

from biofeed.commands.protocol_option import ProtocolChoice
from biofeed.commands.recovered import tell_recovered
from biofeed.commands.running import run
from biofeed.commands.screen import is_headless
from biofeed.commands.speed import Speed
from biofeed.core.protocol import OPEN, TrainingProtocol
from biofeed.session.plan import AS_FAST_AS_POSSIBLE, plan_simulated
from devices.simulated_people import SCENARIOS

SEED = 3
"""One person for everyone, so that two people can talk about what they saw."""

WITH_WINDOW = 4.0
"""Eleven minutes in under three; the trace still moves calmly."""


@click.command(epilog="Example: biofeed demo --protocol settling --headless")
@click.option("--headless", is_flag=True, help="Print the summary, open no window.")
@click.option(
    "--speed",
    type=Speed(),
    help="Session seconds a second, or max (default 4, max without a window).",
)
@click.option(
    "--person",
    "scenario",
    type=click.Choice(list(SCENARIOS)),
    default="demonstration",
    show_default=True,
    help="Which simulated person.",
)
@click.option(
    "--protocol",
    type=ProtocolChoice(),
    default=OPEN.name,
    show_default=True,
    help="Which training: see 'biofeed protocols', or a file of your own.",
)
@click.option("--seed", type=click.IntRange(0), default=SEED, show_default=True)
@click.option("--no-record", is_flag=True, help="Leave no recording behind.")
@click.option("--console", is_flag=True, help="Open the clinician's window as well.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def command(
    *,
    headless: bool,
    speed: float | None,
    scenario: str,
    protocol: TrainingProtocol,
    seed: int,
    no_record: bool,
    console: bool,
    as_json: bool,
) -> None:
    """See a whole session: rest, an activation, and the way back.

    A simulated person wears a simulated strap, and everything else is as in a session
    of your own. Without a screen the session runs as fast as it can and its summary is
    printed: when it rose, how far, when it turned, and when it was back.

    With a protocol the simulated person does what it asks, with the body and with the
    keys; yours work as well.
    """
    if not no_record:
        tell_recovered()
    headless = is_headless(asked_for=headless)
    if speed is None:
        speed = AS_FAST_AS_POSSIBLE if headless else WITH_WINDOW
    plan = plan_simulated(
        scenario,
        seed=seed,
        speed=speed,
        pseudonym="demo",
        records=not no_record,
        protocol=protocol,
    )
    run(plan, headless=headless, as_json=as_json, console=console)
