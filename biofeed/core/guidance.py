"""What the course of a session says of itself: stages, questions, answers, rounds.

Rules
-----
- What a person answers is theirs: it is never compared with a right answer here.
- Nothing here is formatted for a person; words on screen belong to the texts.
"""

from dataclasses import dataclass
from enum import StrEnum

from biofeed.core.phase import ActivationKind, Feedback, Stage


class Asked(StrEnum):
    """What is asked: a rating from 0 to 10, or a guess before the reveal."""

    RATING = "rating"
    GUESS = "guess"


class RatingPoint(StrEnum):
    """When a rating was asked for."""

    START = "start"
    AFTER_ACTIVATION = "after_activation"
    AFTER_SETTLE = "after_settle"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class StageChanged:
    """The phase that goes on now does something else."""

    t_s: float
    stage: Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompted:
    """The coach says something: a key of the texts, and which of its variants."""

    t_s: float
    key: str
    variant: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAsked:
    """The person is asked something; it may be left unanswered.

    Attributes
    ----------
    t_s, until_s
        Asked when, and no longer waited for when, s.
    asked
        A rating, or a guess.
    point
        Which rating; None for a guess.
    round
        The round it is about; None at the start and at the end.
    """

    t_s: float
    until_s: float
    asked: Asked
    point: RatingPoint | None = None
    round: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionClosed:
    """The question is no longer asked, answered or not."""

    t_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """How activated the person feels, from 0 to 10."""

    t_s: float
    point: RatingPoint
    value: int
    round: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Guessed:
    """What the person believes of their body, before they see it.

    Attributes
    ----------
    settled
        Whether they believe to have settled.
    sureness
        How sure they are: 1 a guess, 2 fairly, 3 certain.
    """

    t_s: float
    round: int
    settled: bool
    sureness: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundEnded:
    """An activation and the settling after it are over.

    Attributes
    ----------
    number
        From 1, as in the protocol.
    activation
        How the activation came about.
    feedback
        The most that was shown during its settling.
    activated_s, released_s
        When the activation began, and when it was let go, s.
    ended_s
        When the settling ended, s; it is told at ``t_s``, after what was asked.
    at_rest
        Whether the body was at rest at the end; None where it could not be known.
    known_share
        Share of its seconds in which the body could be read, 0 to 1.
    """

    t_s: float
    number: int
    activation: ActivationKind
    feedback: Feedback
    activated_s: float
    released_s: float
    ended_s: float
    at_rest: bool | None
    known_share: float


Guidance = (
    StageChanged
    | Prompted
    | QuestionAsked
    | QuestionClosed
    | Rated
    | Guessed
    | RoundEnded
)
