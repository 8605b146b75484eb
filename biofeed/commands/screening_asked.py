"""Asks on the terminal, before activations, whether to speak with a clinician first.

Rules
-----
- One question for all conditions: nobody learns which, and none is kept.
- Where nobody can be asked, a session with activations does not begin unasked.
"""

import sys
from collections.abc import Callable

import click

from biofeed.commands.failures import InputRefused
from biofeed.core.protocol import TrainingProtocol
from biofeed.session.screening import (
    CONDITIONS,
    QUESTION,
    SPEAK_FIRST,
    Screening,
    ScreeningResult,
    may_activate,
    needs_screening,
    record_screening,
    screened,
)

ONCE_AGREED = "Once they agree, 'biofeed screening --agreed REASON' notes it."


def at_terminal() -> bool:
    """Whether somebody can be asked here."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask(pseudonym: str) -> Screening:
    """Ask, keep what came of it, and return it.

    Raises
    ------
    UnusablePath
        If it cannot be kept.
    click.Abort
        If it is not answered.
    """
    click.echo("Before practising with activations:", err=True)
    for condition in CONDITIONS:
        click.echo(f"  - {condition}", err=True)
    click.echo("Which of them it is will not be kept.", err=True)
    applies = click.confirm(QUESTION, default=None, err=True)
    result = ScreeningResult.NOT_YET if applies else ScreeningResult.CLEAR
    return record_screening(result, pseudonym)


def ask_if_needed(
    protocol: TrainingProtocol,
    pseudonym: str,
    *,
    can_ask: Callable[[], bool] = at_terminal,
) -> None:
    """See to it that nobody is activated without having been asked first.

    Parameters
    ----------
    protocol
        What the session would be made of.
    pseudonym
        Whose it would be; may be empty.
    can_ask
        Tells whether somebody is there to answer.

    Raises
    ------
    InputRefused
        If they are to speak with a clinician first, or nobody could be asked.
    """
    if not needs_screening(protocol):
        return
    screening = screened(pseudonym)
    if screening is None and can_ask():
        screening = ask(pseudonym)
    if screening is None:
        raise InputRefused(
            f"'{protocol.name}' has activations, and some questions come before the"
            " first of them. Answer them with 'biofeed screening', then begin again."
        )
    if not may_activate(screening):
        raise InputRefused(f"{SPEAK_FIRST} {ONCE_AGREED}")


def told(screening: Screening | None) -> str:
    """Say in a sentence what follows from an answer."""
    if screening is None:
        return "Not asked yet: the questions come before a session with activations."
    if screening.result is ScreeningResult.NOT_YET:
        return f"{SPEAK_FIRST} {ONCE_AGREED}"
    since = (
        "Nothing applied"
        if screening.result is ScreeningResult.CLEAR
        else "A clinician agreed"
    )
    return (
        f"{since} on {screening.asked_on}: sessions with activations can begin until"
        f" {screening.holds_until}."
    )
