"""Which words are said now: a sentence, and the state at the tip of the trace.

Rules
-----
- Trouble comes first, then what the phase asks for, then where the body is.
- Where less feedback is asked for, no word gives the state away.
- Pure: no Qt, no clock.
"""

from dataclasses import dataclass

from biofeed.core.noticing import LOW_BATTERY_PCT
from biofeed.core.phase import Feedback, PhaseKind
from biofeed.core.values import State, Unknown
from biofeed.display import durations, words
from biofeed.display.bridge import Received
from biofeed.display.loss_watch import Loss
from biofeed.display.reading import (
    LEARNING_PHASES,
    STALE_AFTER_S,
    feedback,
    freshness,
    has_rest,
    is_in_touch,
    is_refused,
    is_waiting,
    kind_of,
)
from biofeed.display.words import Sentence
from biofeed.session.snapshot import Snapshot
from devices.source import LinkReason, LinkState

OF_THE_COMPUTER = frozenset(
    {LinkReason.NO_ADAPTER, LinkReason.POWERED_OFF, LinkReason.PERMISSION}
)
"""Reasons that no look at the strap takes away."""

JUST_BACK_S = 90.0
"""How long a return is worth saying, s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """The words on screen.

    Attributes
    ----------
    sentence
        What is said.
    tip
        The state at the tip of the trace.
    can_wait
        True where these words only follow the body: they can wait until they last.
        What has to be known at once cannot.
    """

    sentence: Sentence
    tip: str = ""
    can_wait: bool = False


def saying(received: Received | None, now_s: float, loss: Loss = Loss.NONE) -> Saying:
    """All that is said in words now."""
    said = sentence(received, now_s, loss)
    if received is None or received.snapshot.second is None:
        return Saying(sentence=said)
    second = received.snapshot.second
    follows_body = second.state not in {State.CALIBRATING, State.UNKNOWN}
    return Saying(
        sentence=said,
        tip=tip(received.snapshot),
        can_wait=follows_body and freshness(received, now_s).is_current,
    )


def sentence(
    received: Received | None, now_s: float, loss: Loss = Loss.NONE
) -> Sentence:
    """The one thing that is said now."""
    if received is None:
        return words.WAITING
    snapshot = received.snapshot
    age_s = freshness(received, now_s).snapshot_age_s
    if snapshot.ended is None and age_s > STALE_AFTER_S:
        detail = f"{words.STALE_SCREEN.detail} ({durations.age(age_s)})"
        return Sentence(head=words.STALE_SCREEN.head, detail=detail)
    trouble = _link_trouble(snapshot, loss) or _signal_trouble(snapshot)
    if trouble is not None:
        return trouble
    kind = kind_of(snapshot)
    if feedback(snapshot) is not Feedback.FULL:
        return words.QUIET_SENTENCES[kind]
    return _phase_sentence(snapshot, kind)


def tip(snapshot: Snapshot) -> str:
    """The words at the tip of the trace; none before there is a rest to compare to."""
    second = snapshot.second
    if second is None or not has_rest(snapshot):
        return ""
    if second.why_unknown is not None:
        return words.UNKNOWN_TIPS[second.why_unknown]
    return words.STATES[second.state]


def _link_trouble(snapshot: Snapshot, loss: Loss) -> Sentence | None:
    link, battery_pct = snapshot.link, snapshot.battery_pct
    if link is None or is_in_touch(link):
        return None
    told = {Loss.ASKED: words.STRAP_LOST, Loss.WITHOUT: words.WITHOUT_STRAP}.get(
        loss, words.LINKS[link.link]
    )
    if link.reason in OF_THE_COMPUTER:
        return Sentence(head=told.head, detail=words.LINK_REASONS[link.reason])
    is_lost = link.link is LinkState.LOST
    if is_lost and battery_pct is not None and battery_pct <= LOW_BATTERY_PCT:
        low = words.BATTERY_WAS_LOW.format(pct=battery_pct)
        return Sentence(head=told.head, detail=low)
    if link.reason is None or loss is not Loss.NONE:
        return told
    return Sentence(head=told.head, detail=words.LINK_REASONS[link.reason])


def _signal_trouble(snapshot: Snapshot) -> Sentence | None:
    why = snapshot.second.why_unknown if snapshot.second else None
    if why is None or why is Unknown.NO_BASELINE_YET:
        return None
    if why is Unknown.NOT_ENOUGH_BEATS and snapshot.baseline is None:
        return None  # at the start the first half minute is just part of it
    return words.UNKNOWNS[why]


def _phase_sentence(snapshot: Snapshot, kind: PhaseKind) -> Sentence:
    second = snapshot.second
    state = second.state if second else State.UNKNOWN
    if is_waiting(snapshot):
        return words.ARRIVE_SENTENCE
    if kind in words.PHASE_SENTENCES:
        return words.PHASE_SENTENCES[kind]
    if kind in LEARNING_PHASES or state is State.CALIBRATING:
        return _calibration(snapshot)
    if state is State.UNKNOWN:
        why = second.why_unknown if second else None
        return words.UNKNOWNS[why or Unknown.NO_BEATS_YET]
    if (
        kind is PhaseKind.SETTLE
        and _has_just_risen(snapshot)
        and (state in words.SETTLE_SENTENCES)
    ):
        return words.SETTLE_SENTENCES[state]
    return words.STATE_SENTENCES[state]


def _has_just_risen(snapshot: Snapshot) -> bool:
    """True from the rise of an activation until a while after its return."""
    if not snapshot.episodes:
        return False
    settled_s = snapshot.episodes[-1].settled_s
    return settled_s is None or snapshot.t_s - settled_s < JUST_BACK_S


def _calibration(snapshot: Snapshot) -> Sentence:
    head = words.STATE_SENTENCES[State.CALIBRATING].head
    progress = snapshot.calibration
    if progress is None:
        return Sentence(head=head)
    if progress.disturbance is not None:
        why = words.DISTURBANCES[progress.disturbance]
        if not is_refused(snapshot):
            return Sentence(head=head, detail=why)
        goes_on = words.CALIBRATION_GOES_ON.format(why=why)
        return Sentence(head=words.CALIBRATION_REFUSED, detail=goes_on)
    if progress.settling_in_s > 0:
        wait = words.CALIBRATION_WAIT
        left = durations.roughly(progress.settling_in_s)
        return Sentence(head=wait.head, detail=wait.detail.format(left=left))
    left = durations.roughly(max(0.0, progress.needed_s - progress.usable_s))
    left = left[0].upper() + left[1:]
    return Sentence(head=head, detail=words.CALIBRATION_LEFT.format(left=left))
