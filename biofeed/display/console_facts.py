"""What stands in the head of the clinician's window: where it is, and the signal. Pure.

Nothing older than it is: each fact that ages is told with its age.
"""

from collections.abc import Iterator

from biofeed.core.phase import PhaseKind
from biofeed.core.values import Quality
from biofeed.display import console_words as said
from biofeed.display import durations, reading, replay_words
from biofeed.display.between_rises import (
    is_between_rises,
    least_rest_left_s,
    phase_left_s,
)
from biofeed.display.bridge import Received
from biofeed.display.figures import figure
from biofeed.session.snapshot import RecordingState, Snapshot
from devices.source import LinkState

BESIDE = {
    PhaseKind.REST: said.HEART_NOT_DOWN,
    PhaseKind.CALIBRATE: said.BESIDE_LEARNING,
    PhaseKind.CLOSE: said.BESIDE_CLOSE,
}
"""Phases that stand in no script, by what is done in them."""


def standing(snapshot: Snapshot) -> tuple[str, ...]:
    """Say where the session is: phase, stage, round, time, and what comes next."""
    if snapshot.ended is not None:
        return (said.STOPPED, _session_time(snapshot))
    return tuple(filter(None, _places(snapshot)))


def told_by_tiles(snapshot: Snapshot) -> tuple[str, ...]:
    """Return what of ``standing`` the tiles of the script tell too, the least first.

    Between two activations, and beside the script, no tile tells it.
    """
    is_told = snapshot.scripted is not None and not is_between_rises(snapshot)
    if snapshot.ended is not None or not is_told:
        return ()
    return tuple(filter(None, (what_next(snapshot), _left(snapshot))))


def signal(received: Received, now_s: float) -> tuple[str, ...]:
    """Strap, link, newest beat, quality, battery and recording, with their ages.

    A link is told of where there is none, and skin where it is not felt. After the end
    nothing ages any more: what is left is whose it was, and where it is.
    """
    snapshot, fresh = received.snapshot, reading.freshness(received, now_s)
    if snapshot.ended is not None:
        return tuple(filter(None, _after_the_end(snapshot)))
    facts = [reading.strap_name(snapshot.link), _link(snapshot, fresh.snapshot_age_s)]
    age_s = fresh.beat_age_s
    facts.append(
        said.NO_BEAT if age_s is None else said.BEAT.format(age=figure(age_s, ".1f"))
    )
    facts.append(_quality(snapshot))
    second = snapshot.second
    if second is not None and second.contact is False:
        facts.append(said.NO_CONTACT)
    pct = snapshot.battery_pct
    facts.append(said.NO_BATTERY if pct is None else said.BATTERY.format(pct=pct))
    facts.append(_kept(snapshot))
    if fresh.snapshot_age_s > reading.STALE_AFTER_S:
        facts.append(said.OLD.format(age=fresh.snapshot_age_s))
    return tuple(filter(None, facts))


def what_next(snapshot: Snapshot) -> str:
    """Return the phase of the script that comes next; its tile tells how long."""
    phases, phase = snapshot.protocol.phases, snapshot.phase
    step = None if phase is None else phase.step
    if step is None:
        return ""
    if step + 1 >= len(phases):
        open_end = phase is not None and phase.ends_s is None
        is_close = phases[step].kind is PhaseKind.CLOSE
        return said.LAST_PHASE if is_close or not open_end else said.NO_SCRIPT
    coming = phases[step + 1]
    return said.NEXT.format(phase=said.PHASES[coming.kind])


def _places(snapshot: Snapshot) -> Iterator[str]:
    phase, kind = snapshot.phase, reading.kind_of(snapshot)
    is_beside = phase is not None and phase.step is None
    word = BESIDE.get(kind, said.PHASES[kind]) if is_beside else said.PHASES[kind]
    is_early = is_between_rises(snapshot) and not _waits_for_heart(snapshot)
    yield said.LEAST_REST if is_early else word
    yield said.STAGES[snapshot.stage]
    scripted = snapshot.scripted
    if scripted is not None and scripted.round is not None:
        count = snapshot.protocol.rounds
        yield said.ROUND_OF.format(number=scripted.round, count=count)
    yield _left(snapshot)
    yield what_next(snapshot)
    yield _session_time(snapshot)


def _left(snapshot: Snapshot) -> str:
    left_s = phase_left_s(snapshot)
    if left_s is None:
        return ""
    words = said.CLOSES_IN if _waits_for_heart(snapshot) else said.LEFT
    return words.format(left=durations.clock(left_s))


def _session_time(snapshot: Snapshot) -> str:
    return said.SESSION_TIME.format(time=durations.clock(snapshot.t_s))


def _waits_for_heart(snapshot: Snapshot) -> bool:
    return is_between_rises(snapshot) and not least_rest_left_s(snapshot)


def _after_the_end(snapshot: Snapshot) -> Iterator[str]:
    yield reading.strap_name(snapshot.link)
    if snapshot.replay is not None:
        # Nothing is recorded anew; that this one was not is no news of it.
        yield replay_words.REPLAYED
        return
    is_kept = snapshot.recording is RecordingState.SAVED
    yield said.RECORDED if is_kept else said.RECORDINGS[snapshot.recording]


def _kept(snapshot: Snapshot) -> str:
    """Whether it is recorded, or played back: then at what speed."""
    replay = snapshot.replay
    if replay is not None and not replay.is_playing:
        return said.REPLAY_PAUSED
    if replay is not None:
        return said.REPLAY_AT.format(speed=figure(replay.speed))
    speed = said.SPEED.format(speed=figure(snapshot.speed))
    told = said.RECORDINGS[snapshot.recording]
    return told if snapshot.speed == 1.0 else said.BETWEEN.join((told, speed))


def _link(snapshot: Snapshot, snapshot_age_s: float) -> str:
    link = snapshot.link
    if link is None:
        return said.NO_STRAP
    age_s = max(0.0, snapshot.t_s - link.t_s + snapshot_age_s * snapshot.speed)
    closed = link.link is LinkState.CLOSED
    return said.LINKS[link.link].format(age="" if closed else durations.clock(age_s))


def _quality(snapshot: Snapshot) -> str:
    second = snapshot.second
    # What was heard last says nothing of a strap that is out of touch.
    heard = second is not None and reading.is_heard(second)
    if second is None or not heard or not reading.is_in_touch(snapshot.link):
        return said.QUALITIES[Quality.NONE]
    quality = said.QUALITIES[second.quality]
    if second.accepted_share is None:
        return quality
    share = 100.0 * second.accepted_share
    return said.QUALITY_SHARE.format(quality=quality, share=share)
