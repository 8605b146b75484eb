"""What stands at the foot of the session's screen: keys, and facts about the trace."""

from biofeed.core.values import Feedback
from biofeed.display import reading, words
from biofeed.display.loss_watch import Loss
from biofeed.session.snapshot import Snapshot

Keys = tuple[tuple[str, str], ...]


def keys_now(snapshot: Snapshot, loss: Loss) -> Keys:
    """Keys that matter now, each with what it does."""
    if loss is Loss.ASKED:
        return words.KEYS_LOST
    if reading.is_waiting(snapshot):
        return words.KEYS_WAITING
    return (
        words.KEYS_LEARNED if reading.can_learn_anew(snapshot) else words.KEYS_RUNNING
    )


def facts_now(snapshot: Snapshot, *, has_trace: bool) -> str:
    """What the trace is to be read with; before there is one, what it will lack."""
    if reading.feedback(snapshot) is not Feedback.FULL:
        return ""
    tells = reading.circumstances if has_trace else reading.strap_limits
    return words.BETWEEN.join(tells(snapshot.second, snapshot.notices))
