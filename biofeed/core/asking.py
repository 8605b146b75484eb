"""Which questions belong where in a session, and how long each is waited for."""

from biofeed.core.guidance import QuestionAsked, RatingPoint
from biofeed.core.phase import ActivationKind
from biofeed.core.questions import guess_question, rating_question

ANSWER_WITHIN_S = 30.0
"""How long an answer is waited for where nothing else goes on, s."""

ANSWER_BESIDE_S = 20.0
"""How long where a settling goes on behind the question, s."""

ANSWER_SWINGING_S = 10.0
"""How long within a swing, which a long wait would break, s."""


def at_start(t_s: float) -> QuestionAsked:
    """Ask how activated they are before anything is done."""
    return rating_question(t_s, RatingPoint.START, waits_s=ANSWER_WITHIN_S)


def at_end(t_s: float) -> QuestionAsked:
    """Ask how activated they are as they leave."""
    return rating_question(t_s, RatingPoint.END, waits_s=ANSWER_WITHIN_S)


def after_activation(t_s: float, number: int, kind: ActivationKind) -> QuestionAsked:
    """Ask how activated they were, while the settling goes on."""
    swings = kind is ActivationKind.TOUCH
    return rating_question(
        t_s,
        RatingPoint.AFTER_ACTIVATION,
        waits_s=ANSWER_SWINGING_S if swings else ANSWER_BESIDE_S,
        number=number,
    )


def after_settle(
    t_s: float, number: int, kind: ActivationKind, *, is_blind: bool, rates: bool
) -> list[QuestionAsked]:
    """Ask for the guess that comes before a reveal, and how activated they are."""
    swings = kind is ActivationKind.TOUCH
    waits_s = ANSWER_SWINGING_S if swings else ANSWER_WITHIN_S
    asked = []
    if is_blind:
        asked.append(guess_question(t_s, waits_s=waits_s, number=number))
    if rates:
        point = RatingPoint.AFTER_SETTLE
        asked.append(rating_question(t_s, point, waits_s=waits_s, number=number))
    return asked
