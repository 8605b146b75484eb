"""What one activation looks like from its rise to its return, as values.

Rules
-----
- The picture is of the return: when it turned, when half of it was back, when it was
  back at rest. What was not seen is left out, never guessed.
- Pure: no Qt.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from biofeed.core.episode import Episode, Outcome
from biofeed.core.episodes import RESIDUAL_S
from biofeed.display import durations, words
from biofeed.display.figures import figure
from biofeed.display.half_life import half_life
from biofeed.display.round_story import RoundStory
from biofeed.display.words import Sentence
from biofeed.session.snapshot import Snapshot

Floats = NDArray[np.float64]

BEFORE_S = 45.0
"""Rest shown before the rise, s."""

AFTER_S = 90.0
"""And after the return, s."""

MOST_GHOSTS = 3
"""More lines behind the drawn one hide it."""

TURN_SHOWS_S = 3.0
"""A turn is told once it has been on the way down for so long, s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A point of the arc with its name.

    Attributes
    ----------
    t_s, z
        Where it is: seconds from the rise, and height.
    name, fact
        What happened, and when or how far.
    """

    t_s: float
    z: float
    name: str
    fact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """One activation, drawn; seconds count from its rise.

    Attributes
    ----------
    number
        Of the episode in the session; 0 where nothing rose.
    name
        What it is called where it is drawn behind another; may be empty.
    t_s, z
        shape (n,), NaN where unknown.
    moments
        In order of time.
    """

    number: int
    t_s: Floats
    z: Floats
    moments: tuple[Moment, ...]
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What is shown when a session is over.

    Attributes
    ----------
    sentence
        What happened.
    facts
        What else can be said, each a sentence.
    arc, ghosts
        The activation that is drawn, and those behind it.
    rounds
        The rounds of a training, in order; none in open practice.
    round_arcs
        What was seen of each of them; None where nothing was.
    first_round
        Which of them is shown first, from 0.
    """

    sentence: Sentence
    facts: tuple[str, ...] = ()
    arc: Arc | None = None
    ghosts: tuple[Arc, ...] = ()
    rounds: tuple[RoundStory, ...] = ()
    round_arcs: tuple[Arc | None, ...] = ()
    first_round: int = 0


NOTHING_SEEN = Summary(sentence=words.NO_REST)
"""Of a session from which nothing ever arrived."""


def summary(snapshot: Snapshot) -> Summary:
    """Sum a session up."""
    if not snapshot.episodes:
        return _nothing_rose(snapshot)
    seen = [as_seen(episode, snapshot) for episode in snapshot.episodes]
    drawn = max(seen, key=_clarity)
    others = [episode for episode in seen if episode is not drawn]
    facts = [words.HOW_FAR.format(times=figure(max(0.0, drawn.peak_z), ".1f"))]
    facts += [
        words.EPISODE_TAGS[tag] for tag in drawn.tags if tag in words.EPISODE_TAGS
    ]
    if others:
        facts.insert(0, words.MORE_EPISODES.format(count=len(snapshot.episodes)))
    return Summary(
        sentence=_sentence(drawn),
        facts=tuple(facts),
        arc=arc_of(drawn, snapshot),
        ghosts=tuple(arc_of(episode, snapshot) for episode in others[-MOST_GHOSTS:]),
    )


def as_seen(episode: Episode, snapshot: Snapshot) -> Episode:
    """Return the episode without its turn where nothing was seen to come down after it.

    The turn is the last second near the height: of one that is still up when the
    session ends, or the signal goes, that is simply its last second. Of one that is
    stopped soon after its turn, what was left is a median that reaches back over the
    height: no share that came back is told of it, where the line shows another.
    """
    release_s = episode.release_s
    if release_s is None or episode.settled_s is not None:
        return episode
    end_s = snapshot.t_s if episode.ended_s is None else episode.ended_s
    t_s, z = snapshot.trace_t_s, snapshot.trace_z
    after = (t_s > release_s + TURN_SHOWS_S) & (t_s <= end_s) & np.isfinite(z)
    if after.any():
        is_of_return = end_s - release_s >= RESIDUAL_S
        return episode if is_of_return else replace(episode, residual_z=None)
    return replace(
        episode,
        release_s=None,
        half_life_s=None,
        half_life_method=None,
        recovered_pct={},
        residual_z=None,
    )


def _clarity(episode: Episode) -> tuple[bool, float]:
    """Prefer an activation that was seen to turn, then the one that rose furthest."""
    return episode.release_s is not None, episode.peak_z


def _nothing_rose(snapshot: Snapshot) -> Summary:
    """The trace as it was, with nothing named; no picture where there is no trace."""
    known = np.flatnonzero(np.isfinite(snapshot.trace_z))
    if known.size < 2:
        return _no_rest(snapshot)
    seen = slice(int(known[0]), int(known[-1]) + 1)
    t_s = snapshot.trace_t_s[seen]
    quiet = Arc(number=0, t_s=t_s - t_s[0], z=snapshot.trace_z[seen], moments=())
    return Summary(sentence=words.NO_ARC, arc=quiet)


def _no_rest(snapshot: Snapshot) -> Summary:
    """Why there was nothing to compare with."""
    baseline = snapshot.baseline
    if baseline is None or not baseline.reasons:
        return NOTHING_SEEN
    why = words.REST_REASONS[baseline.reasons[0]]
    detail = words.REST_REFUSED.format(why=why)
    return Summary(sentence=Sentence(head=words.NO_REST.head, detail=detail))


def _sentence(episode: Episode) -> Sentence:
    if episode.outcome is None or (
        episode.outcome is Outcome.UNRESOLVED and episode.release_s is None
    ):
        return Sentence(head=words.ARC_STILL_UP)
    head = words.ARCS[episode.outcome]
    if episode.outcome is Outcome.SETTLED and episode.settling_time_s is not None:
        back = words.BACK_AFTER.format(time=durations.span(episode.settling_time_s))
        return Sentence(head=head, detail=back)
    return Sentence(head=head, detail=_share_back(episode))


def _share_back(episode: Episode) -> str:
    """Share of the peak that had come back: at the end, or last seen."""
    if episode.residual_z is not None and episode.peak_z > 0:
        share = 100.0 * (1.0 - episode.residual_z / episode.peak_z)
        return words.SHARE_BACK.format(share=_whole(share))
    seen = [
        (after_s, share)
        for after_s, share in sorted(episode.recovered_pct.items())
        if share is not None
    ]
    if not seen:
        return ""
    after_s, share = seen[-1]
    time = durations.span(after_s)
    return words.SHARE_BACK_AFTER.format(share=_whole(share), time=time)


def _whole(share_pct: float) -> int:
    return round(min(100.0, max(0.0, share_pct)))


def arc_of(episode: Episode, snapshot: Snapshot) -> Arc:
    """Cut one activation out of the trace, and name what happened in it."""
    end_s = (episode.settled_s or episode.ended_s or snapshot.t_s) + AFTER_S
    onsets = [each.onset_s for each in snapshot.episodes]
    end_s = min([end_s, *(later for later in onsets if later > episode.onset_s)])
    t_s, z = snapshot.trace_t_s, snapshot.trace_z
    shown = (t_s >= episode.onset_s - BEFORE_S) & (t_s <= end_s)
    own_s = t_s[shown] - episode.onset_s
    return Arc(
        number=episode.number,
        t_s=own_s,
        z=z[shown],
        moments=_moments(episode, own_s, z[shown]),
    )


def _moments(episode: Episode, t_s: Floats, z: Floats) -> tuple[Moment, ...]:
    onset_s, release_s = episode.onset_s, episode.release_s
    named = [(onset_s, words.ROSE, durations.clock(0.0))]
    if release_s is not None:
        named.append((release_s, words.TURNED, durations.clock(release_s - onset_s)))
        if episode.half_life_s is not None:
            half_s = release_s + episode.half_life_s
            named.append((half_s, words.HALFWAY, half_life(episode)))
    if episode.settled_s is not None and release_s is not None:
        after = words.AFTER_TURNING.format(
            time=durations.clock(episode.settled_s - release_s)
        )
        named.append((episode.settled_s, words.BACK, after))
    placed = (
        (at_s - onset_s, height(t_s, z, at_s - onset_s), name, fact)
        for at_s, name, fact in named
    )
    return tuple(
        Moment(t_s=at_s, z=at_z, name=name, fact=fact)
        for at_s, at_z, name, fact in placed
        if at_z is not None
    )


def height(t_s: Floats, z: Floats, at_s: float) -> float | None:
    """Return the height at the nearest known second, None where none is within 3 s."""
    known = np.isfinite(z)
    if not known.any():
        return None
    nearest = int(np.argmin(np.abs(t_s[known] - at_s)))
    if abs(float(t_s[known][nearest]) - at_s) > 3.0:
        return None
    return float(z[known][nearest])
