"""``biofeed screening``: the questions before the first session with activations."""

import click

from biofeed.commands.screening_asked import ask, told
from biofeed.session.screening import (
    ReasonNeeded,
    Screening,
    ScreeningResult,
    record_screening,
    screened,
)


@click.command(epilog="Example: biofeed screening --pseudonym otter")
@click.option("--pseudonym", default="", help="Whose answer; never a real name.")
@click.option(
    "--agreed",
    metavar="REASON",
    help="A clinician agreed, and why: it is added to a list that stays.",
)
@click.option("--status", is_flag=True, help="Ask nothing; say what was answered.")
def command(*, pseudonym: str, agreed: str | None, status: bool) -> None:
    """Answer the questions that come before activations.

    They are asked anew after 90 days. Only what came of them is kept, on this computer:
    never which condition it was.
    """
    if status and agreed is not None:
        raise click.UsageError("--status and --agreed exclude each other.")
    if status:
        screening = screened(pseudonym)
    elif agreed is not None:
        screening = _agreed(pseudonym, agreed)
    else:
        screening = ask(pseudonym)
    click.echo(told(screening))


def _agreed(pseudonym: str, reason: str) -> Screening:
    try:
        return record_screening(ScreeningResult.AGREED, pseudonym, reason=reason)
    except ReasonNeeded as missing:
        raise click.BadParameter(str(missing), param_hint="--agreed") from missing
