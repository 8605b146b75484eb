"""Which words are said now: a sentence, and the state at the tip of the trace.

Rules
-----
- Trouble comes first, then what a round came to that is looked at, then the coach.
- Before the coach's first word, the phase and the state speak for themselves.
- Where less feedback is asked for, no word gives the state away.
- Pure: no Qt, no clock.
"""

from dataclasses import dataclass

from biofeed.core.noticing import LOW_BATTERY_PCT
from biofeed.core.phase import Feedback, PhaseKind, Stage
from biofeed.core.values import State, Unknown
from biofeed.display import durations, guidance_words, words
from biofeed.display.bridge import Received
from biofeed.display.loss_watch import Loss
from biofeed.display.protocol_texts import told
from biofeed.display.reading import (
    LEARNING_PHASES,
    STALE_AFTER_S,
    feedback,
    freshness,
    has_rest,
    is_in_touch,
    is_refused,
    is_waiting,
    joined,
    kind_of,
)
from biofeed.display.reveal import reveal
from biofeed.display.round_arc import RoundArc
from biofeed.display.texts import text_of
from biofeed.display.words import Sentence
from biofeed.session.snapshot import Snapshot
from devices.source import LinkReason, LinkState

OF_THE_COMPUTER = frozenset(
    {LinkReason.NO_ADAPTER, LinkReason.POWERED_OFF, LinkReason.PERMISSION}
)
"""Reasons that no look at the strap takes away."""

INSTRUCTION = "instruction"
"""Key with which the coach leaves the word to the protocol's phase itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """The words on screen.

    Attributes
    ----------
    sentence
        What is said.
    tip
        The state at the tip of the trace.
    aside
        A quiet third line: situations to choose from, or how to begin; mostly none.
    tip
        The state at the tip of the trace.
    can_wait
        True where these words only follow the body: they can wait until they last.
        What has to be known at once cannot.
    is_weighed
        True where the sentence is the coach's, who has let it wait already.
    """

    sentence: Sentence
    aside: str = ""
    tip: str = ""
    can_wait: bool = False
    is_weighed: bool = False


def saying(
    received: Received | None,
    now_s: float,
    loss: Loss = Loss.NONE,
    *,
    arc: RoundArc | None = None,
) -> Saying:
    """All that is said in words now; ``arc`` is the round that is looked at."""
    said = sentence(received, now_s, loss, arc=arc)
    if received is None or received.snapshot.second is None:
        return Saying(sentence=said)
    snapshot = received.snapshot
    follows_body = received.snapshot.second.state not in {
        State.CALIBRATING,
        State.UNKNOWN,
    }
    return Saying(
        sentence=said,
        aside=_aside(snapshot, said, arc),
        tip=tip(snapshot),
        can_wait=follows_body and freshness(received, now_s).is_current,
        is_weighed=snapshot.prompt is not None,
    )


def sentence(
    received: Received | None,
    now_s: float,
    loss: Loss = Loss.NONE,
    *,
    arc: RoundArc | None = None,
) -> Sentence:
    """The one thing that is said now; ``arc`` is the round that is looked at."""
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
    told = reveal(snapshot) or (arc and arc.sentence)
    return told or _learning(snapshot) or _guidance(snapshot)


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
    if why is None:
        return None
    if why is Unknown.NO_BASELINE_YET and kind_of(snapshot) in LEARNING_PHASES:
        return None  # until the rest is learned, that is what goes on
    if why is Unknown.NOT_ENOUGH_BEATS and snapshot.baseline is None:
        return None  # at the start the first half minute is just part of it
    return words.UNKNOWNS[why]


def _learning(snapshot: Snapshot) -> Sentence | None:
    """What is said until the rest is learned: how far that has come."""
    if is_waiting(snapshot):
        is_instructed = _is_instructed(snapshot)
        return _prompted(snapshot) if is_instructed else words.ARRIVE_SENTENCE
    state = snapshot.second.state if snapshot.second else State.UNKNOWN
    is_learned_anew = state is State.CALIBRATING and (
        feedback(snapshot) is Feedback.FULL
    )
    if kind_of(snapshot) in LEARNING_PHASES or is_learned_anew:
        return _calibration(snapshot)
    return None


def _guidance(snapshot: Snapshot) -> Sentence:
    said = _prompted(snapshot) or _unprompted(snapshot)
    question = snapshot.question
    if snapshot.stage is not Stage.ASKING or question is None:
        return said
    # Where nothing else goes on, what is asked is the one thing that is said.
    return Sentence(head=guidance_words.QUESTIONS[question.asked], detail=said.detail)


def _prompted(snapshot: Snapshot) -> Sentence | None:
    """What the coach says; None before its first word."""
    if snapshot.prompt is None:
        return None
    scripted = snapshot.scripted
    if snapshot.prompt.key != INSTRUCTION:
        return text_of(snapshot.prompt.key, snapshot.prompt.variant)
    if scripted is None or not scripted.instruction:
        # It belonged to a phase that has just been left; the next word is on its way.
        return None
    training = snapshot.protocol
    return Sentence(
        head=told(training, scripted.instruction),
        detail=told(training, scripted.detail),
    )


def _is_instructed(snapshot: Snapshot) -> bool:
    prompt, scripted = snapshot.prompt, snapshot.scripted
    is_left_to_it = prompt is not None and prompt.key == INSTRUCTION
    return is_left_to_it and scripted is not None and bool(scripted.instruction)


def _aside(snapshot: Snapshot, said: Sentence, arc: RoundArc | None) -> str:
    """What belongs to an instruction, and to nothing else that may be said instead.

    While a round is looked at, the coach still says what goes on meanwhile.
    """
    if arc is not None and said in {arc.sentence, reveal(snapshot)}:
        meanwhile = _prompted(snapshot)
        return "" if meanwhile is None else meanwhile.head
    if not _is_instructed(snapshot) or said != _prompted(snapshot):
        return ""
    if is_waiting(snapshot):
        return words.ARRIVE_SENTENCE.detail
    choices = snapshot.scripted.choices if snapshot.scripted else ()
    return joined(tuple(told(snapshot.protocol, each) for each in choices))


def _unprompted(snapshot: Snapshot) -> Sentence:
    """What the phase and the state say by themselves."""
    kind, second = kind_of(snapshot), snapshot.second
    follows_body = kind in {PhaseKind.SETTLE, PhaseKind.REST}
    if not follows_body or feedback(snapshot) is not Feedback.FULL:
        return words.QUIET_SENTENCES[kind]
    state = second.state if second else State.UNKNOWN
    if state is not State.UNKNOWN:
        return words.STATE_SENTENCES[state]
    why = second.why_unknown if second else None
    return words.UNKNOWNS[why or Unknown.NO_BEATS_YET]


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
