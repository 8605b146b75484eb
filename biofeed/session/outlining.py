"""Draws up the outline of a recording from a snapshot of the place gone through to."""

from itertools import groupby

import numpy as np

from biofeed.core.episode import Episode
from biofeed.core.events import Role
from biofeed.core.phase import PhaseKind
from biofeed.core.values import PhaseChanged
from biofeed.session.outline import Moment, Outline, PhaseSpan, Span
from biofeed.session.snapshot import Floats, Snapshot

LEAST_GAP_S = 5.0
"""Shorter than this nothing was missed: a strap that sends two beats at once, s."""


def outline_of(snapshot: Snapshot, *, end_s: float, start_s: float = 0.0) -> Outline:
    """Outline a recording from start to end, known up to the snapshot's time."""
    phases = _phases(snapshot)
    return Outline(
        start_s=start_s,
        end_s=end_s,
        known_s=snapshot.t_s,
        phases=phases,
        rounds=_rounds(phases),
        episodes=tuple(
            Span(start_s=each.onset_s, end_s=_end_s(each, snapshot.t_s))
            for each in snapshot.episodes
        ),
        gaps=_gaps(snapshot.trace_t_s, snapshot.trace_bpm),
        marks=tuple(
            Moment(t_s=mark.t_s, text=mark.text)
            for mark in snapshot.marks
            if mark.role is not Role.CLINICIAN
        ),
        trace_t_s=snapshot.trace_t_s,
        trace_z=snapshot.trace_z,
    )


def _phases(snapshot: Snapshot) -> tuple[PhaseSpan, ...]:
    """One span for a phase, also where its level changed on the way."""
    if snapshot.phase is None:
        return ()
    told = (*snapshot.phases_done, snapshot.phase)
    begun = [next(same) for _, same in groupby(told, lambda it: (it.kind, it.step))]
    ends_s = [*(phase.t_s for phase in begun[1:]), snapshot.t_s]
    return tuple(
        PhaseSpan(
            kind=phase.kind,
            round=_round_of(snapshot, phase),
            start_s=phase.t_s,
            end_s=end_s,
        )
        for phase, end_s in zip(begun, ends_s, strict=True)
    )


def _round_of(snapshot: Snapshot, phase: PhaseChanged) -> int | None:
    return None if phase.step is None else snapshot.protocol.phases[phase.step].round


def _rounds(phases: tuple[PhaseSpan, ...]) -> tuple[Span, ...]:
    """From where a round rises to the end of its last phase."""
    spans = []
    numbered = groupby(phases, lambda phase: phase.round)
    for number, members in numbered:
        own = list(members)
        rises = [each for each in own if each.kind is PhaseKind.ACTIVATE]
        if number is not None:
            spans.append(Span(start_s=(rises or own)[0].start_s, end_s=own[-1].end_s))
    return tuple(spans)


def _end_s(episode: Episode, now_s: float) -> float:
    return now_s if episode.ended_s is None else episode.ended_s


def _gaps(t_s: Floats, bpm: Floats) -> tuple[Span, ...]:
    """Runs of seconds without a heart rate, the wait for the first one left out."""
    known = np.isfinite(bpm)
    if not known.any():
        return ()
    missing = np.concatenate(([False], ~known, [False])).astype(np.int8)
    starts, ends = (
        np.flatnonzero(np.diff(missing) == 1),
        np.flatnonzero(np.diff(missing) == -1),
    )
    return tuple(
        Span(start_s=float(t_s[start]), end_s=float(t_s[end - 1]))
        for start, end in zip(starts, ends, strict=True)
        if start > 0 and t_s[end - 1] - t_s[start] >= LEAST_GAP_S
    )
