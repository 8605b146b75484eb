"""What the person is asked, one thing at a time; everything may be left unanswered.

Rules
-----
- A new question takes the place of the old one, and says that the old one is closed.
- An answer that does not fit the question changes nothing.
"""

from dataclasses import replace

from biofeed.core.events import Action, Command
from biofeed.core.guidance import (
    Asked,
    Guessed,
    Guidance,
    QuestionAsked,
    QuestionClosed,
    Rated,
    RatingPoint,
)

LEAST_RATING, MOST_RATING = 0, 10

SURENESS = (1, 2, 3)
"""A guess, fairly sure, certain."""

SETTLED, NOT_SETTLED = "settled", "not_settled"
"""The two guesses, as a command's text."""


class Questions:
    """The question that is open, and those that wait for it.

    Attributes
    ----------
    open
        What is being asked; None where nothing is.
    """

    def __init__(self) -> None:
        self.open: QuestionAsked | None = None
        self._next: list[QuestionAsked] = []

    def ask(self, question: QuestionAsked, *later: QuestionAsked) -> list[Guidance]:
        """Ask this now, and the later ones when it is closed."""
        closed = self.close(question.t_s)
        self._next = list(later)
        return [*closed, *self._put(question)]

    def close(self, t_s: float) -> list[Guidance]:
        """Ask nothing any more."""
        was_open, self.open, self._next = self.open, None, []
        return [] if was_open is None else [QuestionClosed(t_s=t_s)]

    def step(self, t_s: float) -> list[Guidance]:
        """Let a question go that has waited long enough."""
        overdue = self.open is not None and t_s >= self.open.until_s
        return self._go_on(t_s) if overdue else []

    def obey(self, command: Command) -> list[Guidance] | None:
        """Take an answer; None where it answers nothing that is asked."""
        question = self.open
        if question is None:
            return None
        if command.action is Action.SKIP:
            return self._go_on(command.t_s)
        answer = _rating(question, command) or _guess(question, command)
        return None if answer is None else [answer, *self._go_on(command.t_s)]

    def _put(self, question: QuestionAsked) -> list[Guidance]:
        self.open = question
        return [question]

    def _go_on(self, t_s: float) -> list[Guidance]:
        waiting, self._next = self._next, []
        outputs = [QuestionClosed(t_s=t_s)]
        self.open = None
        if not waiting:
            return [*outputs]
        first, *later = waiting
        waits_s = first.until_s - first.t_s
        self._next = later
        return [*outputs, *self._put(replace(first, t_s=t_s, until_s=t_s + waits_s))]


def rating_question(
    t_s: float, point: RatingPoint, *, waits_s: float, number: int | None = None
) -> QuestionAsked:
    """Ask how activated the person feels."""
    return QuestionAsked(
        t_s=t_s, until_s=t_s + waits_s, asked=Asked.RATING, point=point, round=number
    )


def guess_question(t_s: float, *, waits_s: float, number: int) -> QuestionAsked:
    """Ask what the person believes of their body."""
    return QuestionAsked(
        t_s=t_s, until_s=t_s + waits_s, asked=Asked.GUESS, round=number
    )


def _rating(question: QuestionAsked, command: Command) -> Rated | None:
    value = command.value
    asked = question.asked is Asked.RATING and command.action is Action.RATE
    if not asked or question.point is None or value is None:
        return None
    if not LEAST_RATING <= value <= MOST_RATING or value != round(value):
        return None
    return Rated(
        t_s=command.t_s,
        point=question.point,
        value=round(value),
        round=question.round,
    )


def _guess(question: QuestionAsked, command: Command) -> Guessed | None:
    asked = question.asked is Asked.GUESS and command.action is Action.GUESS
    fits = command.text in {SETTLED, NOT_SETTLED} and command.value in SURENESS
    if not asked or not fits or question.round is None or command.value is None:
        return None
    return Guessed(
        t_s=command.t_s,
        round=question.round,
        settled=command.text == SETTLED,
        sureness=round(command.value),
    )
