"""The arc of the round that has just ended, for the rest after it.

Rules
-----
- It is told in a phase that shows everything, and stands beside nothing that has to be
  done: in the rest or the close right after the settling, not in a pause by a limit.
- It is of the round as it stood when it ended: what the body does in the rest does not
  move the picture.
- Pure: a snapshot in, a picture and a sentence out.
"""

from dataclasses import dataclass, replace

from biofeed.core.guidance import RoundEnded
from biofeed.core.phase import Feedback, PhaseKind, Stage
from biofeed.core.values import State
from biofeed.display.arc import MOST_GHOSTS, NOTHING_SEEN, Arc
from biofeed.display.round_summary import with_rounds
from biofeed.display.words import Sentence
from biofeed.session.snapshot import Snapshot

RESTFUL = frozenset({PhaseKind.REST, PhaseKind.CLOSE})
"""Phases in which there is time to look at a picture."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RoundArc:
    """A round that is over, to be looked at.

    Compared by identity: an arc holds arrays.

    Attributes
    ----------
    number
        Of the round.
    sentence
        What the body did in it, and what it did next.
    arc, ghosts
        Its picture, and the earlier rounds behind it.
    """

    number: int
    sentence: Sentence
    arc: Arc
    ghosts: tuple[Arc, ...]


def just_ended(snapshot: Snapshot) -> RoundEnded | None:
    """Return the round that may be looked at now; None where there is none."""
    phase, past = snapshot.phase, snapshot.rounds[-1:]
    if not past or phase is None or phase.feedback is not Feedback.FULL:
        return None
    is_anew = snapshot.second is not None and (
        snapshot.second.state is State.CALIBRATING
    )
    is_paused = snapshot.stage is Stage.PAUSED
    if phase.kind not in RESTFUL or is_paused or is_anew or snapshot.ended is not None:
        return None
    return past[0] if _follows(snapshot, past[0]) else None


def round_arc(snapshot: Snapshot) -> RoundArc | None:
    """Return the picture of the round that may be looked at; None without a trace."""
    past = just_ended(snapshot)
    if past is None:
        return None
    then = _as_it_ended(snapshot, past)
    told = with_rounds(NOTHING_SEEN, then)
    numbers = [each.number for each in told.rounds]
    if past.number not in numbers:
        return None
    place = numbers.index(past.number)
    arc = told.round_arcs[place]
    if arc is None:
        return None
    earlier = (each for each in told.round_arcs[:place] if each is not None)
    risen = [each for each in earlier if each.number > 0]
    return RoundArc(
        number=past.number,
        sentence=told.rounds[place].sentence,
        arc=arc,
        ghosts=tuple(risen[-MOST_GHOSTS:]),
    )


def _follows(snapshot: Snapshot, past: RoundEnded) -> bool:
    """True right after the settling of that round, and in no later phase."""
    step = None if snapshot.phase is None else snapshot.phase.step
    if not step:
        return False
    before = snapshot.protocol.phases[step - 1]
    return before.kind is PhaseKind.SETTLE and before.round == past.number


def _as_it_ended(snapshot: Snapshot, past: RoundEnded) -> Snapshot:
    seen = snapshot.trace_t_s <= past.t_s
    return replace(
        snapshot,
        t_s=past.t_s,
        trace_t_s=snapshot.trace_t_s[seen],
        trace_z=snapshot.trace_z[seen],
    )
