"""What a question offers: its words, and one key for each answer.

Pure: no Qt. A rating is one step; a guess is two, what and then how sure.
"""

from dataclasses import dataclass

from biofeed.core.guidance import Asked, QuestionAsked
from biofeed.display import guidance_words

RATINGS = range(11)

SETTLED_KEYS = {"Y": True, "N": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer.

    Attributes
    ----------
    key
        What chooses it; a rating's own digits.
    label, name
        What stands on it, and what a screen reader says.
    """

    key: str
    label: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that is asked.

    Attributes
    ----------
    asks, explains
        The question, and what its ends mean; the second may be left out for room.
    choices
        In a row.
    is_scale
        True for a row of figures: a figure is taken up first, and confirmed then.
    """

    asks: str
    explains: str
    choices: tuple[Choice, ...]
    is_scale: bool = False


def _named(meanings: dict[str, str]) -> tuple[Choice, ...]:
    name = guidance_words.ANSWER_NAME
    return tuple(
        Choice(
            key=key,
            label=f"{key}  {meaning}",
            name=name.format(meaning=meaning, key=key),
        )
        for key, meaning in meanings.items()
    )


def _rating_name(value: int) -> str:
    usual = guidance_words.RATING_NAME.format(value=value)
    return guidance_words.RATING_NAMES.get(value, usual)


RATING = Step(
    asks=guidance_words.RATING,
    explains=guidance_words.RATING_ENDS,
    choices=tuple(
        Choice(key=str(value), label=str(value), name=_rating_name(value))
        for value in RATINGS
    ),
    is_scale=True,
)

GUESS = Step(
    asks=guidance_words.GUESS,
    explains="",
    choices=_named(
        {key: guidance_words.GUESSES[is_so] for key, is_so in SETTLED_KEYS.items()}
    ),
)

SURENESS = Step(
    asks=guidance_words.SURENESS,
    explains="",
    choices=_named(
        {str(value): word for value, word in guidance_words.SURENESSES.items()}
    ),
)

FIRST_STEPS = {Asked.RATING: RATING, Asked.GUESS: GUESS}


def first_step(question: QuestionAsked) -> Step:
    """Return what is asked first."""
    return FIRST_STEPS[question.asked]
