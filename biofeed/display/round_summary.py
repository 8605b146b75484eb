"""The rounds of a training, added to what is told at the end of a session.

Rules
-----
- The picture is of one round, the others are drawn faint behind it. A round in which no
  activation was seen is drawn as it was, with the moments the training itself set.
- Pure: no Qt.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

import numpy as np

from biofeed.core.episode import Episode
from biofeed.core.guidance import RatingPoint
from biofeed.core.phase import Feedback
from biofeed.core.rounds import PracticeRound, RoundOutcome
from biofeed.display import durations, words
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
from biofeed.session.snapshot import Floats, Snapshot


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
        round_arcs=_arcs(rounds, snapshot),
        first_round=_first_shown(rounds),
    )


def transfer(rounds: Sequence[PracticeRound], *, trained_median_s: float | None) -> str:
    """Compare the way back without help with the way back in training.

    Empty where there is nothing to compare: no trained rounds, or no activation that
    was seen to turn with nothing on screen.
    """
    alone = [each for each in rounds if each.feedback is Feedback.BLIND]
    settled_s = [
        each.settling_time_s for each in alone if each.settling_time_s is not None
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
    """What each round came to, no turn told that was not seen."""
    return tuple(
        one
        if one.episode is None
        else replace(one, episode=as_seen(one.episode, snapshot))
        for one in snapshot.practised
    )


def _first_shown(rounds: Sequence[PracticeRound]) -> int:
    """The latest in which something rose: it had the least help."""
    risen = [index for index, each in enumerate(rounds) if each.episode is not None]
    return risen[-1] if risen else len(rounds) - 1


def _arcs(
    rounds: Sequence[PracticeRound], snapshot: Snapshot
) -> tuple[Arc | None, ...]:
    numbers = [None if one.episode is None else one.episode.number for one in rounds]
    return tuple(
        _whole_arc(one, one.episode, snapshot)
        if one.episode is not None and numbers.count(one.episode.number) == 1
        else _stretch(one, snapshot)
        for one in rounds
    )


def _whole_arc(one: PracticeRound, episode: Episode, snapshot: Snapshot) -> Arc:
    return replace(arc_of(episode, snapshot), name=_name(one))


def _stretch(one: PracticeRound, snapshot: Snapshot) -> Arc | None:
    """The trace of a round that has no activation to itself; None without a trace.

    Nothing clear rose in it, or what did goes on through other rounds: then it is
    drawn from its own beginning, with the moments that belong to it.
    """
    t_s, z = snapshot.trace_t_s, snapshot.trace_z
    later = (each.activated_s for each in snapshot.rounds if each.number > one.number)
    end_s = min([one.ended_s + AFTER_S, *later])
    shown = (t_s >= one.activated_s - BEFORE_S) & (t_s <= end_s)
    if np.count_nonzero(np.isfinite(z[shown])) < 2:
        return None
    own_s, own_z = t_s[shown] - one.activated_s, z[shown]
    moments = [*_set_moments(one, own_s, own_z), *_own_moments(one, snapshot, end_s)]
    return Arc(
        number=0 if one.episode is None else one.episode.number,
        t_s=own_s,
        z=own_z,
        moments=tuple(sorted(moments, key=lambda moment: moment.t_s)),
        name=_name(one),
    )


def _set_moments(one: PracticeRound, t_s: Floats, z: Floats) -> Iterator[Moment]:
    """When the training had the activation begin, and let it go."""
    for at_s, name in ((one.activated_s, said.BEGAN), (one.released_s, said.LET_GO)):
        own_s = at_s - one.activated_s
        at_z = height(t_s, z, own_s)
        if at_z is not None:
            yield Moment(t_s=own_s, z=at_z, name=name, fact=durations.clock(own_s))


def _own_moments(
    one: PracticeRound, snapshot: Snapshot, end_s: float
) -> Iterator[Moment]:
    """Moments of an activation that fall into this round, after it was let go."""
    if one.episode is None:
        return
    for moment in arc_of(one.episode, snapshot).moments:
        at_s = one.episode.onset_s + moment.t_s
        if moment.name != words.ROSE and one.released_s < at_s <= end_s:
            own_s = at_s - one.activated_s
            turned = moment.name == words.TURNED
            fact = durations.clock(own_s) if turned else moment.fact
            yield replace(moment, t_s=own_s, fact=fact)


def _name(one: PracticeRound) -> str:
    return said.ROUND.format(number=one.number)


def _rated(snapshot: Snapshot) -> str:
    """How activated the person felt at the start and at the end."""
    felt = {each.point: each.value for each in snapshot.ratings}
    start, end = felt.get(RatingPoint.START), felt.get(RatingPoint.END)
    if start is not None and end is not None:
        return said.RATED.format(start=start, end=end)
    if start is not None:
        return said.RATED_START.format(start=start)
    return "" if end is None else said.RATED_END.format(end=end)
