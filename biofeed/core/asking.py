"""Which questions belong where in a session, and how long each is waited for."""

from biofeed.core.guidance import Guidance, RatingPoint
from biofeed.core.phase import ActivationKind
from biofeed.core.questions import Questions, guess_question, rating_question
from biofeed.core.round_watch import RoundWatch

ANSWER_WITHIN_S = 30.0
"""How long an answer is waited for where nothing else goes on, s."""

ANSWER_BESIDE_S = 20.0
"""How long where a settling goes on behind the question, s."""

ANSWER_SWINGING_S = 10.0
"""How long within a swing, which a long wait would break, s."""


class Asking:
    """Asks one person through one session.

    Parameters
    ----------
    rates
        Whether the person is asked how activated they feel.

    Attributes
    ----------
    questions
        What is being asked.
    """

    def __init__(self, *, rates: bool) -> None:
        self.questions = Questions()
        self._rates = rates
        self._has_asked_first = False

    def at_start(self, t_s: float) -> list[Guidance]:
        """Ask how activated they are before anything is done; once, whoever asks."""
        if self._has_asked_first:
            return []
        self._has_asked_first = True
        return self._rate(t_s, RatingPoint.START, ANSWER_WITHIN_S)

    def at_end(self, t_s: float) -> list[Guidance]:
        """Ask how activated they are as they leave."""
        return self._rate(t_s, RatingPoint.END, ANSWER_WITHIN_S)

    def after_activation(self, t_s: float, now: RoundWatch) -> list[Guidance]:
        """Ask how activated they were, while the settling goes on."""
        swings = now.activation is ActivationKind.TOUCH
        waits_s = ANSWER_SWINGING_S if swings else ANSWER_BESIDE_S
        return self._rate(t_s, RatingPoint.AFTER_ACTIVATION, waits_s, now.number)

    def after_settle(
        self, t_s: float, now: RoundWatch, *, is_blind: bool
    ) -> list[Guidance]:
        """Ask for the guess that comes before a reveal, and how activated they are."""
        number = now.number
        if number is None:
            return []
        swings = now.activation is ActivationKind.TOUCH
        waits_s = ANSWER_SWINGING_S if swings else ANSWER_WITHIN_S
        asked = []
        if is_blind:
            asked.append(guess_question(t_s, waits_s=waits_s, number=number))
        if self._rates:
            point = RatingPoint.AFTER_SETTLE
            asked.append(rating_question(t_s, point, waits_s=waits_s, number=number))
        return self.questions.ask(*asked) if asked else []

    def _rate(
        self,
        t_s: float,
        point: RatingPoint,
        waits_s: float,
        number: int | None = None,
    ) -> list[Guidance]:
        if not self._rates:
            return []
        question = rating_question(t_s, point, waits_s=waits_s, number=number)
        return self.questions.ask(question)
