"""Bare ``biofeed``: asks what to start with, and starts it."""

from biofeed.app import ask_for_choice, run_in_window
from biofeed.commands.failures import Failed
from biofeed.commands.recovered import tell_recovered
from biofeed.commands.running import conclude
from biofeed.commands.screen import what_lacks
from biofeed.display.start_choice import SourceKind, StartChoice
from biofeed.memory import Memory
from biofeed.session.opening import open_recording
from biofeed.session.plan import Plan, plan_replay, plan_simulated, plan_strap
from biofeed.session.recording_errors import RecordingError
from devices.rr_refusals import RrFileError

MOST_TOLD = 2
"""Recovered sessions that are told one by one; more push the choice off the dialog."""


def open_window() -> None:
    """Open the start dialog, then the session that was chosen in it."""
    lacking = what_lacks()
    if lacking is not None:
        raise Failed(
            f"{lacking} Without a window, run 'biofeed demo --headless',"
            " 'biofeed replay FILE --headless' or 'biofeed analyze FILE'."
        )
    remark = _in_few_lines(tell_recovered())
    while (choice := ask_for_choice(Memory(), remark=remark)) is not None:
        try:
            plan = plan_of(choice)
        except (RrFileError, RecordingError) as refused:
            # Who began from a desktop sees no terminal: it is said where they choose.
            remark = str(refused)
            continue
        history = run_in_window(plan, choice.look)
        conclude(plan, history, history.rest_panel, as_json=False)
        return


def _in_few_lines(sentences: tuple[str, ...]) -> str:
    if len(sentences) <= MOST_TOLD:
        return "\n".join(sentences)
    return f"{len(sentences)} sessions were cut off and recovered. They are all kept."


def plan_of(choice: StartChoice) -> Plan:
    """Plan the session that was chosen."""
    if choice.source is SourceKind.FILE and choice.path is not None:
        return plan_replay(open_recording(choice.path), speed=1.0)
    if choice.source is SourceKind.STRAP and choice.strap is not None:
        return plan_strap(
            choice.strap, pseudonym=choice.pseudonym, waits_for_start=True
        )
    return plan_simulated(
        "demonstration",
        seed=1,
        speed=1.0,
        pseudonym=choice.pseudonym,
        records=True,
        waits_for_start=True,
    )
