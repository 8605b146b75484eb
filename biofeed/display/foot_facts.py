"""What stands at the foot of the session's screen: keys, and facts about the trace."""

from biofeed.core.phase import ExitRule, Feedback, PhaseKind
from biofeed.display import guidance_words, reading, scene_words, words
from biofeed.display.drawer_view import is_offered
from biofeed.display.drawer_words import MORE_KEY
from biofeed.display.loss_watch import Loss
from biofeed.display.sound_words import TONES_KEY
from biofeed.session.snapshot import RecordingState, Snapshot

Keys = tuple[tuple[str, str], ...]


def keys_now(snapshot: Snapshot, loss: Loss) -> Keys:
    """Keys that matter now, each with what it does."""
    if loss is Loss.ASKED:
        return words.KEYS_LOST
    if reading.is_waiting(snapshot):
        return (*words.KEYS_WAITING, TONES_KEY)
    scripted = snapshot.scripted
    is_free = scripted is None or ExitRule.STOP in scripted.ends
    if is_free or reading.kind_of(snapshot) in reading.LEARNING_PHASES:
        anew = reading.can_learn_anew(snapshot)
        known: Keys = words.KEYS_LEARNED if anew else words.KEYS_RUNNING
    else:
        known = _scripted_keys(snapshot)
    return (*known, MORE_KEY) if is_offered(snapshot) else known


def _scripted_keys(snapshot: Snapshot) -> Keys:
    """In a training: how it goes on, how it stops, and what belongs to the phase."""
    kind = reading.kind_of(snapshot)
    go_on = guidance_words.GO_ON_WORDS.get(kind, guidance_words.GO_ON)
    may_go_on = reading.ends_by_key(snapshot) or reading.is_resumed_by_key(snapshot)
    offered = (
        (may_go_on, ("Enter", go_on)),
        (True, guidance_words.STOP),
        (reading.can_stay(snapshot), guidance_words.STAY),
        (kind in {PhaseKind.ACTIVATE, PhaseKind.SETTLE}, guidance_words.URGE),
        (reading.offers_pacer(snapshot), guidance_words.PACER),
        (True, guidance_words.MARK),
    )
    return tuple(key for matters, key in offered if matters)


def keys_beside_arc(snapshot: Snapshot) -> Keys:
    """While a round is looked at: away from it, stop, stay, and mark."""
    offered = (
        (True, ("Enter", scene_words.TO_TRACE)),
        (True, guidance_words.STOP),
        (reading.can_stay(snapshot), guidance_words.STAY),
        (True, guidance_words.MARK),
        (is_offered(snapshot), MORE_KEY),
    )
    return tuple(key for matters, key in offered if matters)


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
