"""Whether a window can be opened here."""

from biofeed.commands.asides import aside
from biofeed.session.doctor import screen
from biofeed.session.finding import Verdict
from biofeed.session.machine import this_machine


def is_headless(*, asked_for: bool) -> bool:
    """Decide for no window: as asked, or because there is no screen, said aloud."""
    if asked_for:
        return True
    lacking = what_lacks()
    if lacking is None:
        return False
    aside(f"{lacking} Going on without a window.")
    return True


def what_lacks() -> str | None:
    """Say why no window can be opened here; None where one can."""
    found = screen(this_machine())
    return None if found.verdict is Verdict.OK else found.sentence
