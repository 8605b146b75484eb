"""What a session begins with: its protocol for this person today, and their limits."""

from dataclasses import replace

from biofeed.core.fading import faded, with_owed_settle, within
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
