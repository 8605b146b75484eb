"""Bare ``biofeed``: asks what to start with, and starts it."""

from dataclasses import replace

from biofeed.app import ask_for_choice, run_in_window
from biofeed.commands.asides import aside
from biofeed.commands.before import ensure_dose, told_before
from biofeed.commands.failures import Failed, InputRefused
from biofeed.commands.recovered import tell_recovered
from biofeed.commands.running import conclude, tell_slow
from biofeed.commands.screen import what_lacks
from biofeed.core.protocol import TrainingProtocol
from biofeed.display.start_choice import SourceKind, StartChoice
from biofeed.memory import Memory
from biofeed.session.carried_over import CarriedOver, carried_over
from biofeed.session.opening import open_recording
from biofeed.session.plan import Plan, plan_replay, plan_simulated, plan_strap
from biofeed.session.protocol_refusals import ProtocolRefused
from biofeed.session.protocols import load_protocol
from biofeed.session.recording_errors import RecordingError
from biofeed.session.screening import may_activate, needs_screening, screened
from devices.phrase import phrase, phrase_of
from devices.rr_refusals import RrFileError
from devices.source import DeviceIdentity

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
    remarks = _in_few_lines(tell_recovered())
    while (choice := ask_for_choice(Memory(), remarks=remarks)) is not None:
        try:
            plan = plan_of(choice)
        except (RrFileError, RecordingError, ProtocolRefused, InputRefused) as refused:
            # Who began from a desktop sees no terminal: it is said where they choose.
            remarks = (phrase_of(refused),)
            continue
        history = run_in_window(
            plan, choice.look, console=choice.console, when_slow=tell_slow
        )
        conclude(plan, history, history.rest_panel, as_json=False)
        return


def _in_few_lines(sentences: tuple[str, ...]) -> tuple[str, ...]:
    if len(sentences) <= MOST_TOLD:
        return sentences
    told = phrase("{count} sessions were cut off and recovered. They are all kept.")
    return (told.filled(count=len(sentences)),)


ASKED_FIRST = phrase(
    "Before '{protocol}' a few questions are asked, and a clinician agrees where one of"
    " them applies. Open practice can be begun without."
)


def plan_of(choice: StartChoice) -> Plan:
    """Plan the session that was chosen.

    Raises
    ------
    RrFileError, RecordingError, ProtocolRefused, InputRefused
        If what was chosen cannot be begun, each with a sentence that says why.
    """
    if choice.source is SourceKind.FILE and choice.path is not None:
        return plan_replay(open_recording(choice.path), speed=1.0)
    if choice.source is SourceKind.STRAP and choice.strap is not None:
        return _with_strap(choice, choice.strap)
    return _with_simulated(choice)


def _with_strap(choice: StartChoice, strap: DeviceIdentity) -> Plan:
    protocol = load_protocol(choice.protocol)
    if needs_screening(protocol) and not may_activate(screened(choice.pseudonym)):
        # The dialog has asked; this holds whatever way a choice came about.
        raise InputRefused(ASKED_FIRST.filled(protocol=protocol.name))
    before = carried_over(choice.pseudonym)
    _tell(protocol, before)
    return plan_strap(
        strap,
        pseudonym=choice.pseudonym,
        waits_for_start=True,
        protocol=protocol,
        before=before,
    )


def _with_simulated(choice: StartChoice) -> Plan:
    protocol = load_protocol(choice.protocol)
    before = carried_over(choice.pseudonym, simulated=True)
    # A simulated body costs nobody a dose, and nobody has to get used to it.
    before = replace(before, dose_taken_s=0.0, is_first=False)
    _tell(protocol, before)
    return plan_simulated(
        "demonstration",
        seed=1,
        speed=1.0,
        pseudonym=choice.pseudonym,
        records=True,
        waits_for_start=True,
        protocol=protocol,
        before=before,
    )


def _tell(protocol: TrainingProtocol, before: CarriedOver) -> None:
    """Say what earlier sessions mean for this one, or that they leave none today."""
    ensure_dose(protocol, before)
    for said in told_before(protocol, before):
        aside(said)
