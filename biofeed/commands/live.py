"""``biofeed live``: a session with a strap."""

from dataclasses import dataclass, replace

import click

from biofeed.commands.asides import aside
from biofeed.commands.before import ensure_dose, told_before
from biofeed.commands.protocol_option import ProtocolChoice
from biofeed.commands.recovered import tell_recovered
from biofeed.commands.running import run
from biofeed.commands.screen import is_headless
from biofeed.commands.screening_asked import ask_if_needed
from biofeed.commands.worn_strap import find_worn
from biofeed.core.fading import within
from biofeed.core.protocol import OPEN, TrainingProtocol
from biofeed.core.safety import (
    LONGEST_SESSION_S,
    STOP_ABOVE_BPM,
    STOP_BELOW_BPM,
    HeartRateLimits,
    limits_for,
    stricter,
)
from biofeed.session.carried_over import CarriedOver, carried_over
from biofeed.session.plan import Plan, plan_simulated, plan_strap
from biofeed.settings import remember_strap
from devices.errors import HELD_ELSEWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Start:
    """What was asked for."""

    strap: str | None
    simulated: bool
    pseudonym: str
    protocol: TrainingProtocol
    limits: HeartRateLimits


@click.command(epilog="Example: biofeed live --strap C4:12")
@click.option(
    "--strap",
    metavar="NAME|ADDRESS",
    help="The end of its name or address (default: the last one used).",
)
@click.option("--simulated", is_flag=True, help="Use the simulated strap.")
@click.option("--pseudonym", default="", help="Whose session; never a real name.")
@click.option(
    "--protocol",
    type=ProtocolChoice(),
    default=OPEN.name,
    show_default=True,
    help="Which training: see 'biofeed protocols', or a file of your own.",
)
@click.option(
    "--minutes",
    type=click.IntRange(5, round(LONGEST_SESSION_S / 60)),
    help="Length of the session at most (default: the protocol's, or 20).",
)
@click.option(
    "--age",
    type=click.IntRange(10, 110),
    help="Years: the heart rate that stops the session is lower with age.",
)
@click.option(
    "--stop-above",
    type=click.IntRange(round(STOP_BELOW_BPM) + 20, round(STOP_ABOVE_BPM)),
    metavar="BPM",
    help="A lower heart rate that stops the session.",
)
@click.option("--headless", is_flag=True, help="Without a window, until Ctrl-C.")
@click.option("--console", is_flag=True, help="Open the clinician's window as well.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def command(
    *,
    strap: str | None,
    simulated: bool,
    pseudonym: str,
    protocol: TrainingProtocol,
    minutes: int | None,
    age: int | None,
    stop_above: int | None,
    headless: bool,
    console: bool,
    as_json: bool,
) -> None:
    """Practise with a strap: learn your rest, then see the way back to it.

    Everything is recorded on this computer and nowhere else. Stop with Esc or Space,
    without a window with Ctrl-C.
    """
    if simulated and strap is not None:
        raise click.UsageError("--strap and --simulated exclude each other.")
    tell_recovered()
    headless = is_headless(asked_for=headless)
    start = _Start(
        strap=strap,
        simulated=simulated,
        pseudonym=pseudonym,
        protocol=_shortened(protocol, minutes),
        limits=_lowered(age, stop_above),
    )
    plan = _plan(start, waits_for_start=not headless)
    run(plan, headless=headless, as_json=as_json, console=console)


def _plan(start: _Start, *, waits_for_start: bool) -> Plan:
    """Plan the session, and say what is different from its protocol as written."""
    before = carried_over(start.pseudonym, simulated=start.simulated)
    if start.simulated:
        # A simulated body costs nobody a dose, and nobody has to get used to it.
        before = replace(before, dose_taken_s=0.0, is_first=False)
    ensure_dose(start.protocol, before)
    if start.simulated:
        _tell_before(start.protocol, before)
        return plan_simulated(
            "demonstration",
            seed=1,
            speed=1.0,
            pseudonym=start.pseudonym,
            records=True,
            waits_for_start=waits_for_start,
            protocol=start.protocol,
            before=before,
        )
    ask_if_needed(start.protocol, start.pseudonym)
    found = find_worn(start.strap)
    _tell_before(start.protocol, before)
    if found.held:
        aside(f"{found.name}: {HELD_ELSEWHERE}")
    remember_strap(found.identity)
    return plan_strap(
        found.identity,
        pseudonym=start.pseudonym,
        waits_for_start=waits_for_start,
        protocol=start.protocol,
        before=before,
        limits=start.limits,
    )


def _tell_before(protocol: TrainingProtocol, before: CarriedOver) -> None:
    for said in told_before(protocol, before):
        aside(said)


def _lowered(age: int | None, stop_above: int | None) -> HeartRateLimits:
    """Return the limits for an age, and lower ones where they were asked for."""
    limits = limits_for(None if age is None else float(age))
    if stop_above is None:
        return limits
    return stricter(limits, replace(limits, stop_above_bpm=float(stop_above)))


def _shortened(protocol: TrainingProtocol, minutes: int | None) -> TrainingProtocol:
    """Give a protocol that names no length this one; another is never lengthened."""
    if minutes is None:
        return protocol
    if protocol.longest_s is None:
        return replace(protocol, longest_s=60.0 * minutes)
    return within(protocol, 60.0 * minutes)
