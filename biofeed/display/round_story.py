"""What can be said of one round: a sentence, what goes with it, and a line of a table.

Rules
-----
- What was felt and what was measured are two facts side by side; where they differ,
  that is said as a third, never as an error.
- Only what was told or seen is said. What is missing is left out, or shown as not said.
- Pure: no Qt.
"""

from dataclasses import dataclass

from biofeed.core.felt import Difference, differ
from biofeed.core.guidance import Guessed
from biofeed.core.rounds import PracticeRound, RoundOutcome
from biofeed.core.urges import Urge
from biofeed.display import durations, words
from biofeed.display import training_words as said
from biofeed.display.half_life import half_life
from biofeed.display.words import Sentence

STILL_UP_BELOW_PCT = 5
"""A share that came back and is less than this is within what a rest swings, %."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of the table of rounds.

    Attributes
    ----------
    text
        What stands in it.
    read
        The same for a screen reader.
    """

    text: str
    read: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundStory:
    """One round in words.

    Attributes
    ----------
    number
        Of the round, from 1.
    sentence
        What the body did, and what it did next.
    notes
        What else was felt, guessed and noted in it, each a sentence.
    cells
        Its line in the table, by ``training_words.COLUMNS``.
    """

    number: int
    sentence: Sentence
    notes: tuple[str, ...]
    cells: tuple[Cell, ...]


def story(one: PracticeRound, count: int) -> RoundStory:
    """Put a round into words.

    Parameters
    ----------
    count
        How many rounds the whole session was to have.
    """
    place = said.PLACE if count > 1 else ""
    place = place.format(number=one.number, count=count, shown=said.SHOWN[one.feedback])
    detail = " ".join(filter(None, (place, _return(one))))
    return RoundStory(
        number=one.number,
        sentence=Sentence(head=_head(one), detail=detail),
        notes=_notes(one),
        cells=_cells(one),
    )


def _head(one: PracticeRound) -> str:
    share = _share_pct(one)
    is_up = share is not None and share < STILL_UP_BELOW_PCT
    if one.outcome is RoundOutcome.UNRESOLVED and is_up:
        return said.STILL_UP
    return said.HEADS[one.outcome]


def _return(one: PracticeRound) -> str:
    """How the way back went, of a round in which there was one."""
    time = _settling_time(one)
    if one.outcome is RoundOutcome.SETTLED and time is not None:
        return words.BACK_AFTER.format(time=time)
    share = _share_pct(one)
    if one.outcome is RoundOutcome.UNRESOLVED and share is not None:
        return words.SHARE_BACK.format(share=share)
    return ""


def _notes(one: PracticeRound) -> tuple[str, ...]:
    notes = (
        _difference(one),
        _guess_and_body(one.guess, at_rest=one.at_rest),
        _back_later(one),
        *(urge_told(urge) for urge in one.urges),
    )
    return tuple(filter(None, notes))


def _difference(one: PracticeRound) -> str:
    found = differ(one)
    if found is None:
        return ""
    unseen = found is Difference.FELT_UNSEEN
    felt = one.felt_after_activation if unseen else one.felt_after_settle
    return said.DIFFERENCES[found].format(felt=felt)


def _guess_and_body(guess: Guessed | None, *, at_rest: bool | None) -> str:
    if guess is None:
        return ""
    if at_rest is None:
        return said.GUESSED_UNREAD.format(guess=said.GUESSES[guess.settled])
    return said.GUESSED_AND_BODY[guess.settled, at_rest]


def _back_later(one: PracticeRound) -> str:
    """Of an activation that turned in its round, and settled when that was over."""
    episode = one.episode
    if one.outcome is not RoundOutcome.UNRESOLVED or episode is None:
        return ""
    turned = episode.release_s is not None and episode.release_s <= one.ended_s
    if not turned or episode.settling_time_s is None:
        return ""
    time = durations.span(episode.settling_time_s)
    return said.BACK_LATER.format(time=time)


def urge_told(urge: Urge) -> str:
    """Say how long an urge lasted."""
    if urge.duration_s is None:
        return words.URGE_OPEN
    return words.URGE_LASTED.format(time=durations.span(urge.duration_s))


def _cells(one: PracticeRound) -> tuple[Cell, ...]:
    shown = said.SHOWN_SHORT[one.feedback]
    return (
        _same(str(one.number)),
        _same(shown),
        _felt(one.felt_after_activation, one.felt_after_settle),
        _same(measured(one)),
        _same(_halfway(one)),
        _same(_guess(one.guess)),
    )


def _same(text: str) -> Cell:
    return Cell(text=text, read=text)


def _felt(risen: int | None, after: int | None) -> Cell:
    if risen is None and after is None:
        return Cell(text=said.NOT_SAID, read=said.NOT_SAID_READ)
    texts = [said.NOT_SAID if each is None else str(each) for each in (risen, after)]
    read = [
        said.NOT_SAID_READ if each is None else str(each) for each in (risen, after)
    ]
    return Cell(
        text=said.FELT.format(risen=texts[0], after=texts[1]),
        read=said.FELT_READ.format(risen=read[0], after=read[1]),
    )


def measured(one: PracticeRound) -> str:
    """Say in a few words what the body did in a round."""
    time, share = _settling_time(one), _share_pct(one)
    if one.outcome is RoundOutcome.SETTLED and time is None:
        return said.MEASURED_WITHOUT_TIME
    if one.outcome is RoundOutcome.UNRESOLVED and share is None:
        return said.MEASURED_WITHOUT_SHARE
    return said.MEASURED[one.outcome].format(time=time, share=share)


def _settling_time(one: PracticeRound) -> str | None:
    time_s = one.settling_time_s
    return None if time_s is None else durations.span(time_s)


def _halfway(one: PracticeRound) -> str:
    """The half-life, where half of it was back before the round was over."""
    is_within = one.half_life_s is not None
    return half_life(one.episode) if one.episode is not None and is_within else ""


def _guess(guess: Guessed | None) -> str:
    if guess is None:
        return ""
    return said.GUESS.format(
        guess=said.GUESSES[guess.settled], sureness=said.SURENESS[guess.sureness]
    )


def _share_pct(one: PracticeRound) -> int | None:
    share = one.came_back_share
    return None if share is None else round(100.0 * share)
