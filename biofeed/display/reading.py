"""What a snapshot means for the person: how fresh, how much to show, which facts.

Rules
-----
- Nothing older than 3 s is shown as current: it is told how old it is.
- Pure: no Qt, no clock; everything shown can be tested from values.
"""

from dataclasses import dataclass

import numpy as np

from biofeed.core.guidance import QuestionAsked
from biofeed.core.phase import ExitRule, Feedback, PhaseKind, Stage
from biofeed.core.signals import IMPLAUSIBLE_INTERVALS
from biofeed.core.values import Notice, Quality, Second, State, Unknown
from biofeed.display import durations, replay_words, search_words, words
from biofeed.display.bridge import Received
from biofeed.display.figures import figure
from biofeed.session.snapshot import RecordingState, Snapshot
from calibration.baseline import Verdict
from devices.sighting import harmless
from devices.source import LinkChanged, LinkState

STALE_AFTER_S = 3.0
"""Three missed notifications of a strap that sends one a second, s. Until then a beat
is said to be of just now: a number that ticks asks to be watched."""

NEARLY_LEARNED = 0.96
"""The band is full only when the rest was taken: enough seconds may not be enough."""

LEARNING_PHASES = frozenset({PhaseKind.ARRIVE, PhaseKind.CALIBRATE})
"""Phases in which a paced breath would not be the person's own."""

UNPACED_PHASES = frozenset({PhaseKind.ACTIVATE, PhaseKind.PROBE})
"""A breath that is led would hold a rise down; and a probe is to do without help."""

UNPACED_STAGES = frozenset({Stage.HELD, Stage.ASKING, Stage.PAUSED})
"""Being settled is felt without a task, and so is a question or a pause."""

MOVING_STAGES = frozenset({Stage.RUNNING, Stage.HELD})
"""Stages in which a phase is on its way to its end."""


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
        is_linked=is_in_touch(snapshot.link),
    )


def feedback(snapshot: Snapshot) -> Feedback:
    """How much the person is shown now."""
    return snapshot.phase.feedback if snapshot.phase else Feedback.FULL


def is_waiting(snapshot: Snapshot | None) -> bool:
    """True where the session waits for the person to begin."""
    if snapshot is None or snapshot.ended is not None:
        return False
    has_begun = snapshot.calibration is not None
    return not has_begun and kind_of(snapshot) is PhaseKind.ARRIVE


def offers_pacer(snapshot: Snapshot) -> bool:
    """True where pacing the breath is part of what is done now."""
    kind = kind_of(snapshot)
    is_learning = snapshot.second is not None and (
        snapshot.second.state is State.CALIBRATING
    )
    return (
        kind not in LEARNING_PHASES | UNPACED_PHASES
        and snapshot.stage not in UNPACED_STAGES
        and feedback(snapshot) is not Feedback.BLIND
        and not is_learning
    )


def ends_by_key(snapshot: Snapshot) -> bool:
    """True where the person can end the phase that goes on."""
    scripted = snapshot.scripted
    return (
        scripted is not None
        and scripted.kind not in LEARNING_PHASES
        and ExitRule.KEY in scripted.ends
        and snapshot.stage in MOVING_STAGES
    )


def is_resumed_by_key(snapshot: Snapshot) -> bool:
    """True where nothing goes on until the person says so."""
    return snapshot.stage in {Stage.PAUSED, Stage.WAITING}


def question(snapshot: Snapshot) -> QuestionAsked | None:
    """What is asked now; nothing while a pause is what the person has to see."""
    return None if snapshot.stage is Stage.PAUSED else snapshot.question


def can_stay(snapshot: Snapshot) -> bool:
    """True where the phase would end by itself, and the person may stay in it."""
    scripted = snapshot.scripted
    return (
        scripted is not None
        and scripted.kind not in LEARNING_PHASES | {PhaseKind.ACTIVATE}
        and ExitRule.STOP not in scripted.ends
        and snapshot.stage in MOVING_STAGES
    )


def learned_share(snapshot: Snapshot) -> float:
    """How much of the rest is learned, 0 to 1."""
    if has_rest(snapshot):
        return 1.0
    progress = snapshot.calibration
    if progress is None or progress.needed_s <= 0:
        return 0.0
    return min(NEARLY_LEARNED, progress.usable_s / progress.needed_s)


def has_rest(snapshot: Snapshot) -> bool:
    """True once there is a rest to compare with, and something compared with it.

    Where no trace may be shown, the phase tells whether the rest is learned.
    """
    if feedback(snapshot) is not Feedback.FULL:
        return kind_of(snapshot) not in LEARNING_PHASES
    return bool(np.isfinite(snapshot.trace_z).any())


def is_refused(snapshot: Snapshot) -> bool:
    """True where what was tried as the rest could not be taken."""
    baseline = snapshot.baseline
    return baseline is not None and baseline.verdict is Verdict.REFUSED


def can_learn_anew(snapshot: Snapshot) -> bool:
    """True where learning the rest from the beginning would change something.

    A pause is resumed by hand, and by nothing else.
    """
    if snapshot.ended is not None or snapshot.baseline is None:
        return False
    if snapshot.stage is Stage.PAUSED:
        return False
    return kind_of(snapshot) not in LEARNING_PHASES or is_refused(snapshot)


def status(
    received: Received, now_s: float, *, heart_rate_shown: bool
) -> tuple[str, ...]:
    """Short facts about the signal, most important first."""
    snapshot, fresh = received.snapshot, freshness(received, now_s)
    second = snapshot.second
    if second is not None and not (is_heard(second) and may_stand(snapshot.link)):
        second = None
    is_heard_now = second is not None and is_in_touch(snapshot.link)
    quality = second.quality if second and is_heard_now else Quality.NONE
    facts = [words.QUALITIES[quality]]
    if heart_rate_shown and second is not None and second.heart_rate_bpm is not None:
        facts.append(words.HEART_RATE.format(bpm=round(second.heart_rate_bpm)))
    facts.append(_beat_fact(fresh))
    if snapshot.battery_pct is not None:
        facts.append(words.BATTERY.format(pct=snapshot.battery_pct))
    if snapshot.replay is not None:
        facts.append(replay_words.REPLAYED)
        return tuple(facts)
    if snapshot.recording is not RecordingState.SAVED:
        facts.append(words.RECORDINGS[snapshot.recording])
    if snapshot.speed != 1.0:
        facts.append(words.SPEED.format(speed=figure(snapshot.speed)))
    return tuple(facts)


def joined(facts: tuple[str, ...]) -> str:
    """Facts in a row that breaks behind a fact, never within one nor before a dot."""
    between = words.BETWEEN.replace("  ·", "\u00a0\u00a0·")
    return between.join(fact.replace(" ", "\u00a0") for fact in facts)


def circumstances(
    second: Second | None, notices: tuple[Notice, ...] = ()
) -> tuple[str, ...]:
    """What makes the trace read differently just now, in words."""
    if second is None:
        return ()
    rate_only = strap_limits(second, notices)
    present = (
        (second.movement_like, words.MOVEMENT_LIKE),
        (second.irregular_rhythm, words.UNEVEN_RHYTHM),
        *((True, said) for said in rate_only),
        (second.slow_breathing, words.SLOW_BREATHING),
    )
    return tuple(said for holds, said in present if holds)


def strap_limits(
    second: Second | None, notices: tuple[Notice, ...] = ()
) -> tuple[str, ...]:
    """What this strap cannot give, in words: to be said before there is any trace."""
    if second is None or not second.heart_rate_only:
        return ()
    lies = any(notice.code == IMPLAUSIBLE_INTERVALS for notice in notices)
    return (words.FILLER if lies else words.HEART_RATE_ONLY,)


def lost_for_s(received: Received, now_s: float) -> float | None:
    """How long the strap has been silent, s, where its link is lost; else None."""
    snapshot = received.snapshot
    link = snapshot.link
    if link is None or link.link is not LinkState.LOST or snapshot.ended is not None:
        return None
    fresh = freshness(received, now_s)
    if fresh.beat_age_s is not None:
        return fresh.beat_age_s
    return snapshot.t_s - link.t_s + fresh.snapshot_age_s * snapshot.speed


def is_heard(second: Second) -> bool:
    """True while heartbeats arrive, good ones or not."""
    return second.why_unknown not in {
        Unknown.NO_BEATS_YET,
        Unknown.NO_SIGNAL,
        Unknown.NO_CONTACT,
    }


def is_in_touch(link: LinkChanged | None) -> bool:
    """True unless the strap is known to be out of touch; a file has no strap."""
    return link is None or link.link in {LinkState.LIVE, LinkState.CLOSED}


def may_stand(link: LinkChanged | None) -> bool:
    """Whether the heart rate that was heard last may stand: greyed, with its age.

    So it does while the strap is merely silent, until it is too old.
    """
    return is_in_touch(link) or (link is not None and link.link is LinkState.STALE)


def strap_name(link: LinkChanged | None) -> str:
    """The strap's own name, made harmless; empty where there is none."""
    name = harmless(link.device.name) if link and link.device else ""
    return search_words.GIVEN_NAMES.get(name, name)


def kind_of(snapshot: Snapshot) -> PhaseKind:
    """What is done now; before anything is, the person arrives."""
    return snapshot.phase.kind if snapshot.phase else PhaseKind.ARRIVE


def _beat_fact(fresh: Freshness) -> str:
    if fresh.beat_age_s is None:
        return words.NO_BEAT
    if fresh.beat_age_s <= STALE_AFTER_S:
        return words.BEAT_NOW
    return words.BEAT_AGE.format(age=durations.age(fresh.beat_age_s))
