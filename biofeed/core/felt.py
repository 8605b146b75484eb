"""Where what a person felt of a round and what was measured of it differ.

Rules
-----
- They stand side by side, and where they differ neither is the error: the heart shows
  a part of what a body does, and so does what is felt.
"""

from enum import StrEnum

from biofeed.core.rounds import PracticeRound, RoundOutcome

FELT_HIGH = 4
"""From here activation is felt as much: the most that a chosen moment is meant to bring
(2 to 4 of 10)."""

FELT_LOW = 2
"""Up to here it is felt as little: the least that such a moment brings."""


class Difference(StrEnum):
    """Where what was felt and what was measured differ.

    ``felt_more``: the body was back, and activation was still felt. ``felt_less``:
    little was felt, and the body was not back. ``felt_unseen``: an activation was felt,
    and the heart showed no clear one.
    """

    FELT_MORE = "felt_more"
    FELT_LESS = "felt_less"
    FELT_UNSEEN = "felt_unseen"


def differ(one: PracticeRound) -> Difference | None:
    """Say how what was felt and what was measured differ; None where they do not.

    A rating that is no lower after settling than after the activation counts as high
    too, unless both are low.
    """
    risen, after = one.felt_after_activation, one.felt_after_settle
    match one.outcome:
        case RoundOutcome.NO_ACTIVATION if risen is not None and risen >= FELT_HIGH:
            return Difference.FELT_UNSEEN
        case RoundOutcome.SETTLED if after is not None and after > FELT_LOW:
            stayed = risen is not None and after >= risen
            return Difference.FELT_MORE if after >= FELT_HIGH or stayed else None
        case RoundOutcome.UNRESOLVED if after is not None and after <= FELT_LOW:
            return Difference.FELT_LESS
        case _:
            return None
