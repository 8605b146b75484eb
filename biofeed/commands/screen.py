"""Whether a window can be opened here."""

import click

from biofeed.session.doctor import screen
from biofeed.session.finding import Verdict
from biofeed.session.machine import this_machine


def is_headless(*, asked_for: bool) -> bool:
    """Decide for no window: as asked, or because there is no screen, said aloud."""
    if asked_for:
        return True
    found = screen(this_machine())
    if found.verdict is Verdict.OK:
        return False
    click.echo(f"biofeed: {found.sentence} Going on without a window.", err=True)
    return True
