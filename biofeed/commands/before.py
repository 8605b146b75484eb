"""Says what earlier sessions mean for the one that is about to begin."""

from collections.abc import Iterator

from biofeed.commands.failures import InputRefused
from biofeed.core.dosing import LEAST_WORTH_S
from biofeed.core.phase import Feedback, PhaseKind
from biofeed.core.protocol import TrainingProtocol
from biofeed.core.safety import DAILY_DOSE_S, FIRST_SESSION_S
from biofeed.session.carried_over import CarriedOver

HELP = {
    Feedback.SPARSE: "less is shown than at first: the last three rounds settled",
    Feedback.BLIND: "nothing is shown while you settle: the last rounds settled with"
    " less, too",
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
            f"today's {DAILY_DOSE_S / 60:.0f} minutes of activation are over, so"
            f" '{protocol.name}' can begin again tomorrow. Open practice can be begun"
            " at any time."
        )


def told_before(protocol: TrainingProtocol, before: CarriedOver) -> Iterator[str]:
    """Say, in a sentence each, what is different from the protocol as it is written."""
    if before.is_first:
        yield f"A first session lasts {FIRST_SESSION_S / 60:.0f} minutes at most."
    if before.owes_settle:
        yield "The last session broke off in the middle: this one begins with a settle."
    level = before.help_for(protocol)
    if protocol.fades and level in HELP:
        yield f"Help: {HELP[level]}."
