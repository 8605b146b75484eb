"""What a person does to the course of a session, and how questions are answered."""

from collections.abc import Callable

from biofeed.core.events import Action
from biofeed.core.questions import NOT_SETTLED, SETTLED
from biofeed.core.values import PhaseChanged
from biofeed.display import guidance_words, reading
from biofeed.display.foot_row import FootRow
from biofeed.session.snapshot import SessionControl, Snapshot


class CourseActs:
    """Each act is one method; every one of them is answered on screen.

    Parameters
    ----------
    control
        The session's two calls.
    snapshot
        Gives the newest snapshot; None before the first.
    foot
        Where questions are asked, and answers are said.
    """

    def __init__(
        self,
        control: SessionControl,
        snapshot: Callable[[], Snapshot | None],
        *,
        foot: FootRow,
    ) -> None:
        self._control = control
        self._snapshot = snapshot
        self._foot = foot
        self._ended: PhaseChanged | None = None
        foot.question.rated.connect(self.rate)
        foot.question.guessed.connect(self.guess)
        foot.question.skipped.connect(self.skip)

    def go_on(self) -> None:
        """Begin, resume, or end the phase, whichever waits for the person.

        While there is a question nothing is ended: Enter belongs to the answer, and so
        it does just after the question went by itself. A phase is ended once: a second
        press before the screen has followed would end the next one.
        """
        snapshot = self._snapshot()
        if snapshot is None:
            return
        if reading.is_waiting(snapshot):
            self._control.submit(Action.START)
        elif reading.is_resumed_by_key(snapshot):
            self._control.submit(Action.RESUME)
        elif self._is_free and reading.ends_by_key(snapshot):
            if snapshot.phase != self._ended:
                self._control.submit(Action.DONE)
            self._ended = snapshot.phase

    @property
    def _is_free(self) -> bool:
        """Whether a key is meant for the phase, and for no question."""
        return self._foot.question.step is None and not self._foot.has_just_let_go

    def stay(self) -> None:
        """Stay in this phase until going on is asked for."""
        snapshot = self._snapshot()
        if snapshot is not None and reading.can_stay(snapshot):
            self._control.submit(Action.HOLD)
            self._foot.remark(guidance_words.STAYING)

    def rate(self, value: int) -> None:
        """Say how activated one feels, 0 to 10."""
        self._control.submit(Action.RATE, value=float(value))
        self._foot.remark(guidance_words.RATED.format(value=value))

    def guess(self, settled: bool, sureness: int) -> None:  # noqa: FBT001 (Qt's signal)
        """Say whether one believes to have settled, and how sure one is, 1 to 3."""
        text = SETTLED if settled else NOT_SETTLED
        self._control.submit(Action.GUESS, text, float(sureness))
        said = guidance_words.GUESSED.format(
            guess=guidance_words.GUESSES[settled],
            sureness=guidance_words.SURENESSES[sureness],
        )
        self._foot.remark(said)

    def skip(self) -> None:
        """Leave the question open."""
        self._control.submit(Action.SKIP)
        self._foot.remark(guidance_words.SKIPPED)
