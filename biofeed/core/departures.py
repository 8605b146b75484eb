"""Where a session departs from its script: why, and what it does meanwhile."""

from biofeed.core.phase import ExitRule, PhaseKind
from biofeed.core.protocol import ProtocolPhase

NOT_BACK_AFTER_S = 300.0
"""How long the next activation waits for the heart rate to be back, s."""

REST_NOT_LEARNED = "rest_not_learned"
NOT_BACK_YET = "not_back_yet"
DOSE_IS_REACHED = "dose_is_reached"
CEILING_REACHED = "ceiling_reached"
CANNOT_FOLLOW = "cannot_follow"
"""Codes of what is said of it."""

LEARNING_ANEW = ProtocolPhase(kind=PhaseKind.CALIBRATE, ends=(ExitRule.BASELINE,))
COMING_DOWN = ProtocolPhase(
    kind=PhaseKind.REST, ends=(ExitRule.TIME,), longest_s=NOT_BACK_AFTER_S
)
"""Phases beside the script."""
