"""What a snapshot means for the person: which words, how fresh, how much to show.

Rules
-----
- Nothing older than 3 s is shown as current: it is told how old it is.
- Where less feedback is asked for, no word, number or place gives the state away.
- Pure: no Qt, no clock; everything shown can be tested from values.
"""

from dataclasses import dataclass

import numpy as np

from biofeed.core.values import (
    Feedback,
    PhaseChanged,
    PhaseKind,
    Quality,
    Second,
    State,
    Unknown,
)
from biofeed.display import words
from biofeed.display.bridge import Received
from biofeed.display.words import Sentence
from biofeed.session.snapshot import RecordingState, Snapshot
from devices.sighting import harmless
from devices.source import LinkChanged, LinkState

STALE_AFTER_S = 3.0
"""Three missed notifications of a strap that sends one a second, s. Until then a beat
is said to be of just now: a number that ticks asks to be watched."""

JUST_BACK_S = 90.0
"""How long a return is worth saying, s."""

LEARNING_PHASES = frozenset({PhaseKind.ARRIVE, PhaseKind.CALIBRATE})
"""Phases in which a paced breath would not be the person's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """How old what is shown is.

    Attributes
    ----------
    snapshot_age_s
        Since the last snapshot arrived, s of wall time.
    beat_age_s
        Since the newest heartbeat, s; None before the first.
    is_linked
        False while the strap is known to be out of touch.
    """

    snapshot_age_s: float
    beat_age_s: float | None

    is_linked: bool

    @property
    def is_current(self) -> bool:
        """True while all of it is young enough to be called now."""
        return (
            self.is_linked
            and self.snapshot_age_s <= STALE_AFTER_S
            and self.beat_age_s is not None
            and self.beat_age_s <= STALE_AFTER_S
        )


def freshness(received: Received, now_s: float) -> Freshness:
    """How old a received snapshot is at ``now_s`` on the display's clock."""
    snapshot, second = received.snapshot, received.snapshot.second
    age_s = max(0.0, now_s - received.received_s)
    beat_age_s = None
    if second is not None and second.beat_age_s is not None:
        since_grid_s = snapshot.t_s - second.t_s + age_s * snapshot.speed
        beat_age_s = second.beat_age_s + max(0.0, since_grid_s)
    return Freshness(
        snapshot_age_s=age_s,
        beat_age_s=beat_age_s,
        is_linked=_link_trouble(snapshot.link) is None,
    )


def feedback(snapshot: Snapshot) -> Feedback:
    """How much the person is shown now."""
    return snapshot.phase.feedback if snapshot.phase else Feedback.FULL


def is_waiting(snapshot: Snapshot | None) -> bool:
    """True where the session waits for the person to begin."""
    if snapshot is None or snapshot.ended is not None:
        return False
    has_begun = snapshot.calibration is not None
    return not has_begun and _kind(snapshot) is PhaseKind.ARRIVE


def offers_pacer(snapshot: Snapshot) -> bool:
    """True where pacing the breath is part of what is done now."""
    kind = _kind(snapshot)
    is_learning = snapshot.second is not None and (
        snapshot.second.state is State.CALIBRATING
    )
    return (
        kind not in LEARNING_PHASES
        and kind is not PhaseKind.PROBE
        and feedback(snapshot) is not Feedback.BLIND
        and not is_learning
    )


def phases(snapshot: Snapshot) -> tuple[PhaseChanged, ...]:
    """Phases so far, the one under way last."""
    done = tuple(past for past in snapshot.phases_done if past != snapshot.phase)
    return (*done, snapshot.phase) if snapshot.phase else done


def sentence(received: Received | None, now_s: float) -> Sentence:
    """The one thing that is said now."""
    if received is None:
        return words.WAITING
    snapshot = received.snapshot
    age_s = freshness(received, now_s).snapshot_age_s
    if snapshot.ended is None and age_s > STALE_AFTER_S:
        detail = f"{words.STALE_SCREEN.detail} ({words.age(age_s)})"
        return Sentence(head=words.STALE_SCREEN.head, detail=detail)
    trouble = _link_trouble(snapshot.link) or _signal_trouble(snapshot)
    if trouble is not None:
        return trouble
    kind = _kind(snapshot)
    if feedback(snapshot) is not Feedback.FULL:
        return words.QUIET_SENTENCES[kind]
    return _phase_sentence(snapshot, kind)


def may_wait(received: Received | None, now_s: float) -> bool:
    """True where new words only follow the body, and can wait until they last."""
    if received is None or received.snapshot.second is None:
        return False
    second = received.snapshot.second
    return second.why_unknown is None and freshness(received, now_s).is_current


def tip(snapshot: Snapshot) -> str:
    """The words at the tip of the trace; none before there is a rest to compare to."""
    second = snapshot.second
    if second is None or learned_share(snapshot) < 1.0:
        return ""
    if second.why_unknown is not None:
        return words.UNKNOWN_TIPS[second.why_unknown]
    return words.STATES[second.state]


def learned_share(snapshot: Snapshot) -> float:
    """How much of the rest is learned, 0 to 1."""
    if np.isfinite(snapshot.trace_z).any():
        return 1.0
    progress = snapshot.calibration
    if progress is None or progress.needed_s <= 0:
        return 0.0
    return min(1.0, progress.usable_s / progress.needed_s)


def status(
    received: Received, now_s: float, *, heart_rate_shown: bool
) -> tuple[str, ...]:
    """Short facts about the signal, most important first."""
    snapshot, fresh = received.snapshot, freshness(received, now_s)
    second = snapshot.second
    quality = second.quality if second and is_heard(second) else Quality.NONE
    facts = [words.QUALITIES[quality]]
    if heart_rate_shown and second is not None and second.heart_rate_bpm is not None:
        facts.append(words.HEART_RATE.format(bpm=round(second.heart_rate_bpm)))
    facts.append(_beat_fact(fresh))
    if snapshot.battery_pct is not None:
        facts.append(words.BATTERY.format(pct=snapshot.battery_pct))
    if snapshot.recording is not RecordingState.SAVED:
        facts.append(words.RECORDINGS[snapshot.recording])
    if snapshot.speed != 1.0:
        facts.append(words.SPEED.format(speed=snapshot.speed))
    return tuple(facts)


def is_heard(second: Second) -> bool:
    """True while heartbeats arrive, good ones or not."""
    return second.why_unknown not in {
        Unknown.NO_BEATS_YET,
        Unknown.NO_SIGNAL,
        Unknown.NO_CONTACT,
    }


def strap_name(link: LinkChanged | None) -> str:
    """The strap's own name, made harmless; empty where there is none."""
    return harmless(link.device.name) if link and link.device else ""


def _kind(snapshot: Snapshot) -> PhaseKind:
    return snapshot.phase.kind if snapshot.phase else PhaseKind.ARRIVE


def _beat_fact(fresh: Freshness) -> str:
    if fresh.beat_age_s is None:
        return words.NO_BEAT
    if fresh.beat_age_s <= STALE_AFTER_S:
        return words.BEAT_NOW
    return words.BEAT_AGE.format(age=words.age(fresh.beat_age_s))


def _link_trouble(link: LinkChanged | None) -> Sentence | None:
    if link is None or link.link in {LinkState.LIVE, LinkState.CLOSED}:
        return None
    told = words.LINKS[link.link]
    if link.reason is None:
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
        return Sentence(head=head, detail=words.DISTURBANCES[progress.disturbance])
    if progress.settling_in_s > 0:
        wait = words.CALIBRATION_WAIT
        left = words.roughly(progress.settling_in_s)
        return Sentence(head=wait.head, detail=wait.detail.format(left=left))
    left = words.roughly(max(0.0, progress.needed_s - progress.usable_s))
    left = left[0].upper() + left[1:]
    return Sentence(head=head, detail=words.CALIBRATION_LEFT.format(left=left))
