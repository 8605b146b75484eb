"""Says what earlier sessions mean for the one that is about to begin."""

from biofeed.commands.failures import InputRefused
from biofeed.core.dosing import LEAST_WORTH_S
from biofeed.core.phase import PhaseKind
from biofeed.core.protocol import TrainingProtocol
from biofeed.core.safety import DAILY_DOSE_S, FIRST_SESSION_S
from biofeed.session.carried_over import CarriedOver
from biofeed.session.preparing import (
    FIRST_SESSION,
    LESS_HELP,
    NO_HELP,
    OWED_SETTLE,
    differences,
)
from devices.phrase import phrase

TOLD = {
    FIRST_SESSION: f"A first session lasts {FIRST_SESSION_S / 60:.0f} minutes at most.",
    OWED_SETTLE: "The last session broke off in the middle: this one begins with a"
    " settle.",
    LESS_HELP: "Less is shown than at first: the last three rounds settled.",
    NO_HELP: "Nothing is shown while you settle: the last rounds settled with less,"
    " too.",
}


def ensure_dose(protocol: TrainingProtocol, before: CarriedOver) -> None:
    """Refuse a protocol whose activations would be beyond today's dose.

    Raises
    ------
    InputRefused
        With what is left to do today.
    """
    activates = any(phase.kind is PhaseKind.ACTIVATE for phase in protocol.phases)
    if activates and before.dose_left_s < LEAST_WORTH_S:
        raise InputRefused(
            phrase(
                "today's {minutes:.0f} minutes of activation are over, so '{protocol}'"
                " can begin again tomorrow. Open practice can be begun at any time.",
                minutes=DAILY_DOSE_S / 60,
                protocol=protocol.name,
            )
        )


def told_before(protocol: TrainingProtocol, before: CarriedOver) -> tuple[str, ...]:
    """Say, in a sentence each, what is different from the protocol as it is written."""
    return tuple(TOLD[code] for code in differences(before, protocol))
