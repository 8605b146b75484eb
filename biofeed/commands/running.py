"""Runs a planned session, with a window or without, and says what it came to."""

import asyncio
import json
import signal
import sys
from collections.abc import Callable
from types import FrameType

import click

from biofeed.commands.failures import Failed
from biofeed.commands.telling import minutes, tell
from biofeed.core.events import Action
from biofeed.core.values import SessionExit, State
from biofeed.session.history import History
from biofeed.session.neurokit_batch import BatchNeurokit
from biofeed.session.neurokit_trouble import WorkerTrouble
from biofeed.session.plan import OPEN_PRACTICE, Plan, make_runner
from biofeed.session.report import result_as_json, session_as_json
from biofeed.session.runner import Runner
from biofeed.session.snapshot import HrvPanel, Snapshot


def run(plan: Plan, *, headless: bool, as_json: bool) -> None:
    """Run a session to its end and print what it came to.

    Parameters
    ----------
    plan
        The session.
    headless
        Without a window.
    as_json
        Print the result for programs, on standard output.
    """
    if headless:
        with BatchNeurokit() as neurokit:
            history = _run_headless(plan)
            panel = _panel_of_rest(neurokit, history)
    else:
        from biofeed.app import run_in_window

        history = run_in_window(plan)
        panel = history.rest_panel
    conclude(plan, history, panel, as_json=as_json)


def conclude(
    plan: Plan, history: History, panel: HrvPanel | None, *, as_json: bool
) -> None:
    """Print the result of a session that is over."""
    tally = history.tally
    if as_json:
        result = result_as_json(plan.name, tally, tally.baseline, panel)
        result["session"] = session_as_json(tally, protocol=OPEN_PRACTICE)
        click.echo(json.dumps(result, allow_nan=False))
    else:
        click.echo("\n".join(tell(plan.name, tally, tally.baseline, panel)))
    if plan.folder is not None:
        click.echo(f"biofeed: recorded in {plan.folder}", err=True)
    if tally.exit in (None, SessionExit.FAILED):
        raise Failed("the session broke off. What was recorded until then is kept.")


def _panel_of_rest(neurokit: BatchNeurokit, history: History) -> HrvPanel | None:
    if not history.rest_beats:
        return None
    panel = neurokit.panel_of_rest(history.rest_beats)
    return None if isinstance(panel, WorkerTrouble) else panel


def _run_headless(plan: Plan) -> History:
    """Run without a window; an interrupt stops the session, not the program."""

    async def session() -> History:
        runner = make_runner(plan, with_panel=False)
        loop = asyncio.get_running_loop()
        restore = _stop_on_interrupt(loop, runner)
        runner.subscribe(_StatusLine())
        try:
            await runner.run()
        finally:
            restore()
        return runner.history

    return asyncio.run(session())


def _stop_on_interrupt(
    loop: asyncio.AbstractEventLoop, runner: Runner
) -> Callable[[], None]:
    """Have Ctrl-C stop the session; returns what undoes this."""

    def stop(number: int, frame: FrameType | None) -> None:
        del number, frame
        loop.call_soon_threadsafe(runner.submit, Action.STOP)

    before = signal.signal(signal.SIGINT, stop)
    return lambda: (signal.signal(signal.SIGINT, before), None)[1]


class _StatusLine:
    """Tells a terminal each change of state, with its time."""

    def __init__(self) -> None:
        self._state: State | None = None
        self._shown = sys.stderr.isatty()

    def __call__(self, snapshot: Snapshot) -> None:
        second = snapshot.second
        if second is None or second.state is self._state or not self._shown:
            return
        self._state = second.state
        said = second.state.value.replace("_", " ")
        why = second.why_unknown
        reason = "" if why is None else f" ({why.value.replace('_', ' ')})"
        click.echo(f"{minutes(second.t_s):>8}  {said}{reason}", err=True)
