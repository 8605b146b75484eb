"""The rounds of a training, added to what is told at the end of a session.

Rules
-----
- The picture is of one round, the others are drawn faint behind it. A round in which no
  activation was seen is drawn as it was, with the moments the training itself set.
- Pure: no Qt.
"""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import numpy as np

from biofeed.core.guidance import RatingPoint, RoundEnded
from biofeed.core.phase import Feedback
from biofeed.core.rounds import PracticeRound, RoundOutcome, rounds_of
from biofeed.display import durations
from biofeed.display import training_words as said
from biofeed.display.arc import (
    AFTER_S,
    BEFORE_S,
    Arc,
    Moment,
    Summary,
    arc_of,
    as_seen,
    height,
)
from biofeed.display.round_story import story
from biofeed.session.snapshot import Snapshot
from biofeed.session.tally import LEFT_OVER_S


def with_rounds(
    found: Summary, snapshot: Snapshot, *, trained_median_s: float | None = None
) -> Summary:
    """Tell what the rounds came to, beside what was found of the whole session.

    Parameters
    ----------
    trained_median_s
        Median settling time of earlier rounds with help, s; None where there are none.
    """
    rounds = _rounds(snapshot)
    facts = (
        transfer(rounds, trained_median_s=trained_median_s),
        _rated(snapshot),
    )
    told = tuple(filter(None, facts))
    if not rounds:
        return replace(found, facts=(*told, *found.facts))
    count = max(snapshot.protocol.rounds, rounds[-1].number)
    return replace(
        found,
        facts=told,
        rounds=tuple(story(each, count) for each in rounds),
        round_arcs=tuple(_arc(each, snapshot) for each in rounds),
        first_round=_first_shown(rounds),
    )


def transfer(rounds: Sequence[PracticeRound], *, trained_median_s: float | None) -> str:
    """Compare the way back without help with the way back in training.

    Empty where there is nothing to compare: no trained rounds, or no activation that
    was seen to turn with nothing on screen.
    """
    alone = [each for each in rounds if each.feedback is Feedback.BLIND]
    settled_s = [
        each.episode.settling_time_s
        for each in alone
        if each.outcome is RoundOutcome.SETTLED
        and each.episode is not None
        and each.episode.settling_time_s is not None
    ]
    if trained_median_s is None:
        return ""
    trained = durations.span(trained_median_s)
    if settled_s:
        time = durations.span(median(settled_s))
        return said.TRANSFER.format(time=time, trained=trained)
    if any(each.outcome is RoundOutcome.UNRESOLVED for each in alone):
        return said.TRANSFER_NOT_BACK.format(trained=trained)
    return ""


def _rounds(snapshot: Snapshot) -> tuple[PracticeRound, ...]:
    left_z = {each.number: _left_z(each, snapshot) for each in snapshot.rounds}
    return rounds_of(
        snapshot.rounds,
        episodes=[as_seen(episode, snapshot) for episode in snapshot.episodes],
        ratings=snapshot.ratings,
        guesses=snapshot.guesses,
        urges=snapshot.urges,
        left_z={number: left for number, left in left_z.items() if left is not None},
    )


def _left_z(ended: RoundEnded, snapshot: Snapshot) -> float | None:
    """How high the activation stood as a round ended, z, as the report has it."""
    t_s, z = snapshot.trace_t_s, snapshot.trace_z
    last = (t_s > ended.ended_s - LEFT_OVER_S) & (t_s <= ended.ended_s)
    known = z[last & np.isfinite(z)]
    return float(np.median(known)) if known.size else None


def _first_shown(rounds: Sequence[PracticeRound]) -> int:
    """The latest in which something rose: it had the least help."""
    risen = [index for index, each in enumerate(rounds) if each.episode is not None]
    return risen[-1] if risen else len(rounds) - 1


def _arc(one: PracticeRound, snapshot: Snapshot) -> Arc | None:
    name = said.ROUND.format(number=one.number)
    if one.episode is not None:
        return replace(arc_of(one.episode, snapshot), name=name)
    return _quiet_arc(one, snapshot, name)


def _quiet_arc(one: PracticeRound, snapshot: Snapshot, name: str) -> Arc | None:
    """The trace of a round in which nothing clear rose; None where there is none."""
    t_s, z = snapshot.trace_t_s, snapshot.trace_z
    shown = (t_s >= one.activated_s - BEFORE_S) & (t_s <= one.ended_s + AFTER_S)
    if np.count_nonzero(np.isfinite(z[shown])) < 2:
        return None
    own_s, own_z = t_s[shown] - one.activated_s, z[shown]
    set_s = ((0.0, said.BEGAN), (one.released_s - one.activated_s, said.LET_GO))
    moments = (
        Moment(t_s=at_s, z=at_z, name=what, fact=durations.clock(at_s))
        for at_s, what in set_s
        if (at_z := height(own_s, own_z, at_s)) is not None
    )
    # Counted from 1 in a session, so that no activation's number is another's.
    return Arc(
        number=-one.number, t_s=own_s, z=own_z, moments=tuple(moments), name=name
    )


def _rated(snapshot: Snapshot) -> str:
    """How activated the person felt at the start and at the end."""
    felt = {each.point: each.value for each in snapshot.ratings}
    start, end = felt.get(RatingPoint.START), felt.get(RatingPoint.END)
    if start is not None and end is not None:
        return said.RATED.format(start=start, end=end)
    if start is not None:
        return said.RATED_START.format(start=start)
    return "" if end is None else said.RATED_END.format(end=end)
