"""What stands at the foot of the session's screen: keys, and facts about the trace."""

from biofeed.core.phase import Feedback
from biofeed.display import reading, words
from biofeed.display.loss_watch import Loss
from biofeed.session.snapshot import RecordingState, Snapshot

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


def facts_now(
    snapshot: Snapshot, *, has_trace: bool, recalls_softness: bool = False
) -> str:
    """The one thing to know now: trouble with the disk, soft breaths, or the trace.

    Before there is a trace, it is what the trace will lack.
    """
    if snapshot.recording is RecordingState.HELD_IN_MEMORY:
        return words.HELD_IN_MEMORY
    if recalls_softness:
        return words.BREATHE_GENTLY
    if reading.feedback(snapshot) is not Feedback.FULL:
        return ""
    tells = reading.circumstances if has_trace else reading.strap_limits
    return words.BETWEEN.join(tells(snapshot.second, snapshot.notices))
