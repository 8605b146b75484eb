"""What the person's window may know: a snapshot without what the phase withholds.

Rules
-----
- The window gets nothing else while a session goes on, so no widget can show, say or
  tell a screen reader what a phase is meant to leave to the body.
- Facts about the strap, the signal and the disk are never withheld; nor is a pause by
  the limits of the heart rate, which comes before any exercise.
- Once a session is over, all of it may be seen.
- What a clinician writes, marks and is refused is between them and their own window.
- Pure: a snapshot in, a snapshot out.
"""

from dataclasses import replace

import numpy as np

from biofeed.core.departures import CANNOT_FOLLOW, DOSE_IS_REACHED, REST_NOT_LEARNED
from biofeed.core.events import Role
from biofeed.core.heart_rate_watch import HEART_RATE_PAUSE, HEART_RATE_STOP
from biofeed.core.irregular import SIGNAL_IRREGULAR
from biofeed.core.permissions import NOT_ALLOWED, STEERING
from biofeed.core.phase import Feedback
from biofeed.core.signals import HEART_RATE_JUMP, IMPLAUSIBLE_INTERVALS
from biofeed.core.values import Notice, Second, State
from biofeed.session.outline import Outline
from biofeed.session.snapshot import Floats, Replaying, Snapshot

TELLING = "settle."
"""Keys of the coach that begin so say where the body is; no others do."""

OF_A_LIMIT = frozenset({HEART_RATE_PAUSE, HEART_RATE_STOP})
"""Notices that are never withheld, though they tell of the body; no figure is kept."""

NOT_OF_THE_BODY = frozenset(
    {
        "battery_low",
        "disk_nearly_full",
        CANNOT_FOLLOW,
        DOSE_IS_REACHED,
        HEART_RATE_JUMP,
        IMPLAUSIBLE_INTERVALS,
        NOT_ALLOWED,
        REST_NOT_LEARNED,
        SIGNAL_IRREGULAR,
    }
)
"""Notices that say nothing of the body."""


def _nothing() -> Floats:
    nothing = np.empty(0)
    nothing.flags.writeable = False
    return nothing


NOTHING = _nothing()
"""A trace that is withheld."""


def client_view(snapshot: Snapshot) -> Snapshot:
    """Return what may be shown of a snapshot.

    With one calm shape, all that is left of the body is its state; with nothing on
    screen, not even that. A state that is withheld is ``unknown`` without a reason.
    """
    snapshot = own_view(snapshot)
    level = Feedback.FULL if snapshot.phase is None else snapshot.phase.feedback
    if snapshot.ended is not None or level is Feedback.FULL:
        return snapshot
    quiet = _without_numbers(snapshot)
    return quiet if level is Feedback.SPARSE else _without_state(quiet)


def own_view(snapshot: Snapshot) -> Snapshot:
    """Return all of a snapshot that is the person's own.

    What a clinician wrote and marked is left out, and what they were refused.
    """
    own = (Role.CLIENT, Role.PROGRAM)
    marks = tuple(mark for mark in snapshot.marks if mark.role in own)
    notes = tuple(note for note in snapshot.notes if note.role in own)
    notices = tuple(each for each in snapshot.notices if not _is_steering(each))
    here = (snapshot.marks, snapshot.notes, snapshot.notices)
    if (marks, notes, notices) == here:
        return snapshot
    return replace(snapshot, marks=marks, notes=notes, notices=notices)


def _is_steering(notice: Notice) -> bool:
    return notice.code == NOT_ALLOWED and notice.detail in STEERING


def _without_numbers(snapshot: Snapshot) -> Snapshot:
    """Leave out everything that is a figure of the body, or a picture of one."""
    scripted = snapshot.scripted
    now = None if scripted is None else scripted.round
    prompt = snapshot.prompt
    is_telling = prompt is not None and prompt.key.startswith(TELLING)
    return replace(
        snapshot,
        second=None if snapshot.second is None else _without_figures(snapshot.second),
        trace_t_s=NOTHING,
        trace_z=NOTHING,
        trace0_z=NOTHING,
        trace_bpm=NOTHING,
        beats=(),
        panels=(),
        episodes=(),
        notices=_harmless(snapshot.notices),
        prompt=None if is_telling else prompt,
        rounds=tuple(past for past in snapshot.rounds if past.number != now),
        practised=(),
        replay=None if snapshot.replay is None else _without_course(snapshot.replay),
    )


def _without_course(replay: Replaying) -> Replaying:
    """Leave of a recording's outline only how long it is."""
    outline = replay.outline
    length = Outline(start_s=outline.start_s, end_s=outline.end_s)
    return replace(replay, outline=length)


def _without_figures(second: Second) -> Second:
    return replace(
        second,
        heart_rate_bpm=None,
        ln_rmssd=None,
        arousal_z=None,
        arousal0_z=None,
        smoothed_z=None,
        slow_breathing=False,
        irregular_rhythm=False,
        movement_like=False,
    )


def _without_state(snapshot: Snapshot) -> Snapshot:
    if snapshot.second is None:
        return snapshot
    return replace(snapshot, second=replace(snapshot.second, state=State.UNKNOWN))


def _harmless(notices: tuple[Notice, ...]) -> tuple[Notice, ...]:
    return tuple(
        replace(notice, detail="") if notice.code in OF_A_LIMIT else notice
        for notice in notices
        if notice.code in OF_A_LIMIT | NOT_OF_THE_BODY
    )
