"""After a round without anything on screen: what was felt, beside what was measured.

It is information, and no mark for a guess. Pure: a snapshot in, a sentence out.
"""

from biofeed.core.guidance import Guessed, RoundEnded
from biofeed.core.phase import Feedback, PhaseKind
from biofeed.display import guidance_words
from biofeed.display.words import Sentence
from biofeed.session.snapshot import Snapshot

REVEALED_S = 25.0
"""How long it stays, s of the session: to read it, and to look at the trace."""


def reveal(snapshot: Snapshot) -> Sentence | None:
    """Return what is revealed now; None where there is nothing to reveal.

    A phase that asks the person to do something goes before it, and one that shows
    nothing shows no reveal either.
    """
    past = _just_ended(snapshot)
    if past is None or snapshot.phase is None:
        return None
    asks = snapshot.phase.kind is PhaseKind.ACTIVATE
    if asks or snapshot.phase.feedback is Feedback.BLIND:
        return None
    if past.at_rest is None:
        return guidance_words.REVEAL_UNKNOWN
    guess = _guess(snapshot, past.number)
    if guess is None:
        return Sentence(head=guidance_words.REVEALS_UNASKED[past.at_rest])
    differs = guess.settled is not past.at_rest
    return Sentence(
        head=guidance_words.REVEALS[guess.settled, past.at_rest],
        detail=guidance_words.FELT_OTHERWISE if differs else "",
    )


def _just_ended(snapshot: Snapshot) -> RoundEnded | None:
    past = snapshot.rounds[-1] if snapshot.rounds else None
    if past is None or past.feedback is not Feedback.BLIND:
        return None
    return past if snapshot.t_s - past.t_s < REVEALED_S else None


def _guess(snapshot: Snapshot, number: int) -> Guessed | None:
    return next((each for each in snapshot.guesses if each.round == number), None)
