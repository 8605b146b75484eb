"""Follows one round from its activation to the end of its settling."""

from biofeed.core.guidance import RoundEnded
from biofeed.core.phase import LEVELS, ActivationKind, Feedback


class RoundWatch:
    """The round that goes on, where one does.

    Attributes
    ----------
    number, activation
        Which round, None between rounds; and how its activation came about.
    """

    def __init__(self) -> None:
        self.number: int | None = None
        self.activation = ActivationKind.BODY
        self._activated_s = self._released_s = 0.0
        self._ended_s: float | None = None
        self._at_rest: bool | None = None
        self._seconds = self._known = 0
        self._feedback: Feedback | None = None

    def begin(self, number: int, activation: ActivationKind, t_s: float) -> None:
        """An activation begins, and a round with it."""
        self.number, self.activation = number, activation
        self._activated_s = self._released_s = t_s
        self._ended_s = self._at_rest = None
        self._seconds = self._known = 0
        self._feedback = None

    def release(self, t_s: float) -> None:
        """The activation was let go: the settling begins."""
        self._released_s = t_s

    def show(self, feedback: Feedback) -> None:
        """Note how much is shown of the settling; the most of it counts."""
        self._feedback = min(self._feedback or feedback, feedback, key=LEVELS.index)

    def step(self, *, is_known: bool) -> None:
        """Count a grid second, until the settling has ended."""
        if self._ended_s is None:
            self._seconds += 1
            self._known += is_known

    def settle_until(self, t_s: float, *, at_rest: bool | None) -> None:
        """The settling ended, and so the body was; what is asked comes after it.

        Ends once: what is asked again after a pause changes nothing of it.
        """
        if self._ended_s is None:
            self._ended_s, self._at_rest = t_s, at_rest

    def end(self, t_s: float) -> list[RoundEnded]:
        """The round is over; nothing where none goes on."""
        number, self.number = self.number, None
        if number is None:
            return []
        return [
            RoundEnded(
                t_s=t_s,
                number=number,
                activation=self.activation,
                feedback=self._feedback or Feedback.FULL,
                activated_s=self._activated_s,
                released_s=self._released_s,
                ended_s=t_s if self._ended_s is None else self._ended_s,
                at_rest=self._at_rest,
                known_share=self._known / self._seconds if self._seconds else 0.0,
            )
        ]
