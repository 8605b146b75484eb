"""What a session begins with: its protocol for this person today, and their limits."""

from dataclasses import replace

from biofeed.core.fading import faded, with_owed_settle, within
from biofeed.core.phase import Feedback
from biofeed.core.protocol import TrainingProtocol
from biofeed.core.safety import (
    FIRST_SESSION_S,
    LONGEST_SESSION_S,
    USUAL_SESSION_S,
    HeartRateLimits,
    limits_for,
)
from biofeed.core.settings import EngineSettings
from biofeed.session.carried_over import CarriedOver

FIRST_SESSION = "first_session"
OWED_SETTLE = "owed_settle"
LESS_HELP = "less_help"
NO_HELP = "no_help"
"""Codes of what is different from a protocol as it is written."""

NOTHING_BEFORE = CarriedOver(is_first=False)
"""For somebody whose earlier sessions do not count, such as whoever plays a demo."""


def settings_for(
    protocol: TrainingProtocol,
    before: CarriedOver = NOTHING_BEFORE,
    *,
    waits_for_start: bool,
    limits: HeartRateLimits | None = None,
) -> EngineSettings:
    """Prepare a live or simulated session.

    Parameters
    ----------
    protocol
        As it was chosen.
    before
        What earlier sessions mean for it.
    waits_for_start
        Whether it begins at the person's key.
    limits
        Of the heart rate; None for the usual ones.
    """
    return EngineSettings(
        waits_for_start=waits_for_start,
        limits=limits or limits_for(None),
        protocol=adapted(protocol, before),
        dose_taken_s=before.dose_taken_s,
    )


def differences(before: CarriedOver, protocol: TrainingProtocol) -> tuple[str, ...]:
    """Return codes of what earlier sessions change in a protocol."""
    level = before.help_for(protocol) if protocol.fades else Feedback.FULL
    found = {
        FIRST_SESSION: before.is_first,
        OWED_SETTLE: before.owes_settle,
        LESS_HELP: level is Feedback.SPARSE,
        NO_HELP: level is Feedback.BLIND,
    }
    return tuple(code for code, holds in found.items() if holds)


def adapted(protocol: TrainingProtocol, before: CarriedOver) -> TrainingProtocol:
    """Fit a protocol to what came before: its help, its length, a settle that is owed.

    A protocol that names no length gets the usual one, and none is longer than the
    longest; a first session is short.
    """
    protocol = faded(protocol, before.help_for(protocol))
    if before.owes_settle:
        protocol = with_owed_settle(protocol)
    if protocol.longest_s is None:
        protocol = replace(protocol, longest_s=USUAL_SESSION_S)
    most_s = FIRST_SESSION_S if before.is_first else LONGEST_SESSION_S
    return within(protocol, most_s)
