"""Runs a planned session, with a window or without, and says what it came to."""

import asyncio
import json
import sys

import click

from biofeed.commands.asides import aside
from biofeed.commands.durations import minutes
from biofeed.commands.failures import Failed
from biofeed.commands.rest_panel import batch_neurokit, panel_of_rest
from biofeed.commands.status_line import StatusLine
from biofeed.commands.telling import tell
from biofeed.core.events import Action
from biofeed.core.values import SessionExit
from biofeed.session.ending_signals import answered_by
from biofeed.session.history import History
from biofeed.session.plan import Plan, make_runner
from biofeed.session.recording_errors import RecordingError
from biofeed.session.report import result_as_json, session_as_json
from biofeed.session.runner import DISK_NEARLY_FULL
from biofeed.session.snapshot import HrvPanel
from biofeed.settings import remember_details


def run(plan: Plan, *, headless: bool, as_json: bool, console: bool = False) -> None:
    """Run a session to its end and print what it came to.

    Parameters
    ----------
    plan
        The session.
    headless
        Without a window.
    as_json
        Print the result for programs, on standard output.
    console
        With a clinician's window beside the person's; nothing without a window.

    Raises
    ------
    Failed
        If it cannot be recorded, or broke off.
    """
    try:
        if headless:
            history, panel = _run_headless(plan)
        else:
            history, panel = _run_in_window(plan, console=console)
    except RecordingError as refused:
        raise Failed(str(refused)) from refused
    conclude(plan, history, panel, as_json=as_json)


def tell_slow() -> None:
    """Say why the terminal does not come back yet."""
    aside("coming to the end of it; this can take a moment.")


def conclude(
    plan: Plan, history: History, panel: HrvPanel | None, *, as_json: bool
) -> None:
    """Print the result of a session that is over."""
    tally = history.tally
    if as_json:
        result = result_as_json(plan.name, tally, tally.baseline, panel)
        result["session"] = session_as_json(
            tally,
            protocol=plan.settings.protocol.name,
            trained_median_s=plan.trained_median_s,
        )
        click.echo(json.dumps(result, allow_nan=False))
    else:
        click.echo("\n".join(tell(plan.name, tally, tally.baseline, panel)))
        if plan.trained_median_s is not None:
            trained = minutes(plan.trained_median_s)
            click.echo(f"  With help the way back has taken {trained} so far (median).")
    for notice in tally.notices:
        if notice.code == DISK_NEARLY_FULL:
            aside(notice.detail)
    if plan.folder is not None:
        if tally.link is not None and tally.link.device is not None:
            remember_details(tally.link.device)
        aside(f"recorded in {plan.folder}")
    if tally.exit in (None, SessionExit.FAILED):
        raise Failed("the session broke off. What was recorded until then is kept.")


def _run_in_window(plan: Plan, *, console: bool) -> tuple[History, HrvPanel | None]:
    from biofeed.app import run_in_window

    history = run_in_window(plan, console=console, when_slow=tell_slow)
    return history, history.rest_panel


def _run_headless(plan: Plan) -> tuple[History, HrvPanel | None]:
    """Run without a window; a signal to end stops the session, not the program."""

    async def session() -> History:
        runner = make_runner(plan, with_panel=False)
        if sys.stderr.isatty():
            runner.subscribe(StatusLine(lambda line: click.echo(line, err=True)))
        loop = asyncio.get_running_loop()
        with answered_by(lambda: loop.call_soon_threadsafe(runner.submit, Action.STOP)):
            await runner.run()
        return runner.history

    with batch_neurokit() as neurokit:
        history = asyncio.run(session())
        return history, panel_of_rest(neurokit, history.rest_beats)
