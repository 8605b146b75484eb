"""What a simulated person says and presses in a session, each at its own time.

Rules
-----
- A reply belongs to what it replies to: a question that somebody else answered, a
  phase that is over and a pause that has ended are no longer replied to.
- Nothing is said sooner than a second after what asked for it.
"""

from collections.abc import Callable
from enum import StrEnum

import numpy as np

from biofeed.core.events import Action, Command
from biofeed.core.guidance import Asked, QuestionAsked, RatingPoint
from biofeed.core.phase import ActivationKind, ExitRule, PhaseKind, Stage
from biofeed.core.protocol import ProtocolPhase
from biofeed.core.questions import NOT_SETTLED, SETTLED
from biofeed.session.snapshot import Snapshot
from devices.simulated_temperament import Temperament

STAY_WITH_IT = "stay-with-it"
"""Name of the protocol in which an urge is said when it comes and when it passes."""

ARRIVES_S = (4.0, 6.0)
"""From sitting down to being ready, s."""

ANSWERS_S = (3.0, 6.0)
"""From a question to its answer: to read it, and to look inside, s."""

READS_S = (15.0, 25.0)
"""From the beginning of a phase that only a key ends to that key, s."""

RESUMES_AFTER_S = 30.0
"""From a pause to each attempt to go on, s."""

ENDS_EARLY = 0.15
"""Share of activations that are ended by key, before their time."""

ENDS_EARLY_AT = (0.5, 0.9)
"""When that is, as a share of their longest time."""

URGE_COMES_S = (8.0, 15.0)
"""From the beginning of an activation to the urge, s."""

URGE_LASTS_AT_LEAST_S = 5.0
URGE_LASTS_AT_MOST_S = 300.0
URGE_LEFT = 0.5
"""An urge passes when its arousal has fallen to this share."""

FEELS_SETTLED_BELOW = 2.0
FAIRLY_SURE_FROM = 0.5
CERTAIN_FROM = 1.25
"""What is felt as settled, and how far from there one is sure, on the scale of 10."""


class About(StrEnum):
    """What a reply belongs to."""

    PHASE = "phase"
    STAGE = "stage"
    QUESTION = "question"
    URGE_CAME = "urge_came"
    URGE_PASSED = "urge_passed"


class Replies:
    """The commands that a simulated person is going to give.

    Parameters
    ----------
    temperament
        How they answer.
    arousal_at
        Their true arousal at a time in s, as things stand.
    rng
        Decides how long they take, and what they seldom do.
    waits_for_start
        Whether the session waits for them to begin.
    """

    def __init__(
        self,
        temperament: Temperament,
        arousal_at: Callable[[float], float],
        rng: np.random.Generator,
        *,
        waits_for_start: bool,
    ) -> None:
        self._temperament = temperament
        self._arousal_at = arousal_at
        self._rng = rng
        self._waits_for_start = waits_for_start
        self._coming: dict[About, Command] = {}
        self._question: QuestionAsked | None = None
        self._stage = Stage.RUNNING

    @property
    def next_command(self) -> Command | None:
        """The one that comes first; None where nothing is to be said."""
        return min(self._coming.values(), key=lambda one: one.t_s, default=None)

    def said(self, command: Command) -> None:
        """Take a command as given."""
        for about, coming in tuple(self._coming.items()):
            if coming is command:
                del self._coming[about]
        if command.action is Action.RESUME:
            self._resume(command.t_s)

    def hear_phase(
        self, snapshot: Snapshot, kind: PhaseKind, before: PhaseKind | None
    ) -> None:
        """Hear that a phase began, after the body has answered it."""
        self._coming.pop(About.PHASE, None)
        key = self._key(kind, snapshot.scripted, snapshot.t_s)
        if key is not None:
            self._coming[About.PHASE] = key
        if snapshot.protocol.name == STAY_WITH_IT:
            self._urge(kind, before, snapshot.t_s)

    def hear(self, snapshot: Snapshot) -> None:
        """Hear what is asked, and whether the session pauses."""
        if snapshot.question != self._question:
            self._question = snapshot.question
            self._coming.pop(About.QUESTION, None)
            if snapshot.question is not None:
                self._coming[About.QUESTION] = self._answer(snapshot.question)
        if snapshot.stage is not self._stage:
            self._stage = snapshot.stage
            self._coming.pop(About.STAGE, None)
            if snapshot.stage is Stage.PAUSED:
                self._resume(snapshot.t_s)

    def _resume(self, t_s: float) -> None:
        self._coming[About.STAGE] = Command(
            t_s=t_s + RESUMES_AFTER_S, action=Action.RESUME
        )

    def _key(
        self, kind: PhaseKind, scripted: ProtocolPhase | None, t_s: float
    ) -> Command | None:
        """Return the key that the person presses in this phase, if any."""
        if kind is PhaseKind.ARRIVE:
            if not self._waits_for_start:
                return None
            return Command(t_s=t_s + self._within(ARRIVES_S), action=Action.START)
        if scripted is None:
            return None
        if scripted.ends == (ExitRule.KEY,):
            return Command(t_s=t_s + self._within(READS_S), action=Action.DONE)
        longest_s = scripted.longest_s
        is_moment = scripted.activation is ActivationKind.MOMENT
        if longest_s and is_moment and self._rng.uniform() < ENDS_EARLY:
            after_s = self._within(ENDS_EARLY_AT) * longest_s
            return Command(t_s=t_s + after_s, action=Action.DONE)
        return None

    def _urge(self, kind: PhaseKind, before: PhaseKind | None, t_s: float) -> None:
        if kind is PhaseKind.ACTIVATE:
            self._coming.pop(About.URGE_PASSED, None)
            self._coming[About.URGE_CAME] = Command(
                t_s=t_s + self._within(URGE_COMES_S), action=Action.URGE_CAME
            )
        elif before is PhaseKind.ACTIVATE:
            came = self._coming.get(About.URGE_CAME)
            from_s = t_s if came is None else came.t_s
            passed_s = self._urge_passes_s(t_s, from_s + URGE_LASTS_AT_LEAST_S)
            if passed_s is not None:
                self._coming[About.URGE_PASSED] = Command(
                    t_s=passed_s, action=Action.URGE_PASSED
                )

    def _urge_passes_s(self, let_go_s: float, from_s: float) -> float | None:
        """Return when the arousal has fallen far enough; None where it does not."""
        left = URGE_LEFT * self._arousal_at(let_go_s)
        times_s = np.arange(from_s, let_go_s + URGE_LASTS_AT_MOST_S).tolist()
        return next((t_s for t_s in times_s if self._arousal_at(t_s) < left), None)

    def _answer(self, question: QuestionAsked) -> Command:
        answered_s = question.t_s + self._within(ANSWERS_S)
        # After an activation it is its height that is asked for.
        is_past = question.point is RatingPoint.AFTER_ACTIVATION
        about_s = question.t_s if is_past else answered_s
        felt = self._temperament.felt(self._arousal_at(about_s))
        if question.asked is Asked.RATING:
            return Command(t_s=answered_s, action=Action.RATE, value=float(round(felt)))
        return Command(
            t_s=answered_s,
            action=Action.GUESS,
            text=SETTLED if felt < FEELS_SETTLED_BELOW else NOT_SETTLED,
            value=sureness_of(felt),
        )

    def _within(self, range_: tuple[float, float]) -> float:
        return float(self._rng.uniform(*range_))


def sureness_of(felt: float) -> float:
    """How sure a guess is: 1 a guess, 2 fairly, 3 certain.

    >>> [sureness_of(felt) for felt in (1.9, 1.0, 6.0)]
    [1.0, 2.0, 3.0]
    """
    apart = abs(felt - FEELS_SETTLED_BELOW)
    if apart < FAIRLY_SURE_FROM:
        return 1.0
    return 2.0 if apart < CERTAIN_FROM else 3.0
