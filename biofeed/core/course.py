"""The course of a session: which phase of its protocol goes on, and what ends it.

Rules
-----
- An activation ends in a settle, whatever ends it: its time, the person, its ceiling, a
  signal that cannot be followed, a heart rate beyond its limit, a rest learned anew.
- A blind settle ends by time or by the person's key alone: ending because the body has
  settled would tell. What was there is told after the person has guessed.
- After the longest time of the session no activation begins; what is under way ends.

Theory
------
A settle goes through stages::

    RUNNING -- at rest for 20 s --> HELD -- 25 s --> ASKING -- answered --> next phase
       |  ^---- it rises again -----'                  ^
       '------------- its time, the key --------------'
"""

from biofeed.core.activation_watch import ActivationWatch
from biofeed.core.asking import Asking
from biofeed.core.departures import (
    COMING_DOWN,
    DOSE_IS_REACHED,
    LEARNING_ANEW,
    NOT_BACK_YET,
    REST_NOT_LEARNED,
)
from biofeed.core.dosing import Dosing, Readiness
from biofeed.core.phase import ExitRule, Feedback, PhaseKind, Stage
from biofeed.core.protocol import CLOSING
from biofeed.core.round_watch import RoundWatch
from biofeed.core.settings import EngineSettings
from biofeed.core.standing import Standing
from biofeed.core.under_way import UnderWay
from biofeed.core.values import Notice, Output

HELD_S = 25.0
"""How long the moment after settling is left to be felt, s."""

GRACE_S = 300.0
"""How long a session that is late waits for a settle that goes on, s."""

LEARNING = frozenset({PhaseKind.ARRIVE, PhaseKind.CALIBRATE})

SECOND_S = 1.0
"""From one step to the next, s."""


class Course:
    """Walks one session through its protocol.

    Attributes
    ----------
    now
        What goes on.
    questions
        What is being asked.
    activation
        What watches over it.
    is_over
        Whether the last phase has ended.
    """

    def __init__(self, settings: EngineSettings) -> None:
        self._protocol = settings.protocol
        self._waits_for_start = settings.waits_for_start
        self.now = UnderWay(settings.protocol)
        self._asking = Asking(rates=self._protocol.asks_ratings)
        self.questions = self._asking.questions
        self.activation = ActivationWatch()
        self.is_over = False
        self._dosing = Dosing(settings.dose_taken_s)
        self._rounds = RoundWatch()
        self._standing = Standing(t_s=0.0)
        self._late_from_s = float("inf")
        self._held_until_s = 0.0
        self._resumes_at = 0

    def begin(self, t_s: float, *, has_rest: bool) -> list[Output]:
        """Begin with the first phase; with a rest that is known, after learning it."""
        if has_rest:
            kinds = [phase.kind for phase in self._protocol.phases]
            self._late_from_s = t_s + (self._protocol.longest_s or float("inf"))
            self.now.step = kinds.index(PhaseKind.CALIBRATE)
            return self._towards(self.now.step + 1, t_s)
        outputs = self._enter(0, t_s)
        return outputs if self._waits_for_start else outputs + self.start(t_s)

    def start(self, t_s: float) -> list[Output]:
        """The person is there: ask how they are."""
        return [*self._asking.at_start(t_s)]

    def expects_rise(self, t_s: float) -> bool:
        """Whether a rise is what the person was asked for."""
        return self._rounds.number is not None and self.now.expects_rise(t_s)

    def step(self, standing: Standing) -> list[Output]:
        """Take one grid second."""
        self._standing = standing
        outputs: list[Output] = [*self.questions.step(standing.t_s)]
        self._rounds.step(is_known=standing.smoothed_z is not None)
        if self.now.clock.is_held_up and not self._is_late(standing.t_s - GRACE_S):
            return outputs
        if self.now.clock.is_held_up:
            # Nobody came back: what was held up ends with the session.
            outputs += self.now.go_on(standing.t_s)
        return outputs + self._follow(standing)

    def end_phase(self, t_s: float) -> list[Output]:
        """End what goes on as its time would; a settle asks first."""
        settles = self.now.phase.kind is PhaseKind.SETTLE
        if settles and self.now.stage is not Stage.ASKING:
            return self._ask(t_s)
        return [*self.questions.close(t_s), *self._leave(t_s)]

    def hold_up(self, stage: Stage, t_s: float) -> list[Output]:
        """Let the phase stand still; an activation is let go first."""
        outputs: list[Output] = []
        if self.now.phase.kind is PhaseKind.ACTIVATE:
            outputs += self._leave(t_s)
        if self.now.phase.kind in LEARNING | {PhaseKind.CLOSE}:
            return outputs
        if self.now.stage is Stage.ASKING:
            # Asked again when it goes on: nothing begins before that.
            outputs += self.questions.close(t_s)
        return outputs + self.now.hold_up(stage, t_s)

    @property
    def can_learn_anew(self) -> bool:
        """Whether a rest may be learned from here on, and would be used.

        Not in a pause: what is resumed by hand is resumed by nothing else.
        """
        is_closing = self.now.phase.kind is PhaseKind.CLOSE
        return not is_closing and self.now.stage is not Stage.PAUSED

    def learn_anew(self, t_s: float) -> list[Output]:
        """Learn the rest anew, then go on where the session was.

        Returns to the phase that it interrupts; to the settle after an activation. A
        session that learns a rest already, or closes, goes on doing so.
        """
        if self.now.phase.kind in LEARNING | {PhaseKind.CLOSE}:
            return []
        outputs: list[Output] = []
        if self.now.phase.kind is PhaseKind.ACTIVATE:
            outputs += self._leave(t_s)
        self._resumes_at = self.now.step + (self.now.phase is COMING_DOWN)
        self._rounds.settle_until(t_s, at_rest=None)
        outputs += [*self.questions.close(t_s), *self._rounds.end(t_s)]
        return outputs + self.now.step_aside(LEARNING_ANEW, t_s)

    def _is_late(self, t_s: float) -> bool:
        return t_s >= self._late_from_s

    def _follow(self, standing: Standing) -> list[Output]:
        match self.now.phase.kind:
            case PhaseKind.ARRIVE | PhaseKind.CALIBRATE:
                return self._follow_learning(standing)
            case PhaseKind.ACTIVATE:
                return self._follow_activation(standing)
            case PhaseKind.SETTLE:
                return self._follow_settle(standing)
            case _:
                return self._follow_time(standing.t_s)

    def _follow_time(self, t_s: float) -> list[Output]:
        now = self.now
        if self._is_late(t_s) and now.phase.kind is not PhaseKind.CLOSE:
            return self._close(t_s)
        if now.phase is COMING_DOWN and not now.clock.is_over(t_s):
            return self._towards(now.step + 1, t_s)
        if now.phase is COMING_DOWN:
            return [Notice(t_s=t_s, code=NOT_BACK_YET), *self._close(t_s)]
        return self._leave(t_s) if now.clock.is_over(t_s) else []

    def _follow_learning(self, standing: Standing) -> list[Output]:
        t_s, now = standing.t_s, self.now
        if now.phase.kind is PhaseKind.ARRIVE:
            begun = standing.is_learning or standing.has_rest
            return self._leave(t_s) if begun else []
        if standing.has_rest and now.is_beside:
            return self._towards(self._resumes_at, t_s)
        if standing.has_rest:
            return self._leave(t_s)
        if now.clock.is_over(t_s) or self._is_late(t_s):
            return [Notice(t_s=t_s, code=REST_NOT_LEARNED), *self._close(t_s)]
        return []

    def _follow_activation(self, standing: Standing) -> list[Output]:
        t_s, phase = standing.t_s, self.now.phase
        code = self.activation.step(standing.smoothed_z, phase.ceiling_z)
        if code is not None:
            return [Notice(t_s=t_s, code=code), *self._leave(t_s)]
        # Begun between two seconds it ends before its time: it is never longer.
        is_over = self.now.clock.is_over_before(t_s + SECOND_S)
        return self._leave(t_s) if is_over else []

    def _follow_settle(self, standing: Standing) -> list[Output]:
        t_s, now = standing.t_s, self.now
        if now.stage is Stage.ASKING:
            return [] if self.questions.open else self._leave(t_s)
        if now.stage is Stage.HELD and standing.is_activated:
            return now.be(Stage.RUNNING, t_s)
        if now.stage is Stage.HELD:
            return self._ask(t_s) if t_s >= self._held_until_s else []
        # A session that is late waits for a settle, but not for ever.
        if now.clock.is_over(t_s) or self._is_late(t_s - GRACE_S):
            return self._ask(t_s)
        if standing.has_settled and now.ends_settled(t_s):
            self._held_until_s = t_s + HELD_S
            return now.be(Stage.HELD, t_s)
        is_open = ExitRule.STOP in now.phase.ends and not standing.is_activated
        return self._ask(t_s) if is_open and self._is_late(t_s) else []

    def _ask(self, t_s: float) -> list[Output]:
        """Ask what the settling was like, and before a reveal what is guessed."""
        rounds = self._rounds
        was_held = self.now.stage is Stage.HELD
        at_rest = True if was_held else self._standing.is_about_rest
        rounds.settle_until(t_s, at_rest=at_rest)
        is_blind = self.now.feedback is Feedback.BLIND
        asked = self._asking.after_settle(t_s, rounds, is_blind=is_blind)
        if not asked:
            return self._leave(t_s)
        return [*self.now.be(Stage.ASKING, t_s), *asked]

    def _leave(self, t_s: float) -> list[Output]:
        """Leave what goes on for the next phase of the script."""
        kind = self.now.phase.kind
        if kind is PhaseKind.CLOSE:
            self.is_over = True
            return [*self.questions.close(t_s)]
        if kind is PhaseKind.ARRIVE:
            self._late_from_s = t_s + (self._protocol.longest_s or float("inf"))
        outputs: list[Output] = []
        if kind is PhaseKind.ACTIVATE:
            self._dosing.end(t_s)
            self._rounds.release(t_s)
        elif kind is PhaseKind.SETTLE:
            outputs += self._rounds.end(t_s)
        return outputs + self._towards(self.now.step + 1, t_s)

    def _towards(self, step: int, t_s: float) -> list[Output]:
        """Enter a phase of the script, unless something is in the way."""
        phases = self._protocol.phases
        under_way = {PhaseKind.SETTLE, PhaseKind.CLOSE} | LEARNING
        if step >= len(phases) or (
            self._is_late(t_s) and phases[step].kind not in under_way
        ):
            return self._close(t_s)
        activation = phases[step].activation
        if activation is None:
            return self._enter(step, t_s)
        standing = self._standing
        ready = self._dosing.readiness(
            activation,
            t_s,
            heart_rate_bpm=standing.heart_rate_bpm,
            rest_bpm=standing.rest_bpm,
        )
        if ready is Readiness.NO_MORE:
            return [Notice(t_s=t_s, code=DOSE_IS_REACHED), *self._close(t_s)]
        if ready is Readiness.LATER:
            waits = self.now.phase is COMING_DOWN
            return [] if waits else self.now.step_aside(COMING_DOWN, t_s)
        return self._enter(step, t_s)

    def _close(self, t_s: float) -> list[Output]:
        """Go to the end of the script, or close without one."""
        last = len(self._protocol.phases) - 1
        if self._protocol.phases[last].kind is PhaseKind.CLOSE:
            return self._enter(last, t_s)
        return [*self.now.step_aside(CLOSING, t_s), *self._asking.at_end(t_s)]

    def _enter(self, step: int, t_s: float) -> list[Output]:
        phase, longest_s = self._protocol.phases[step], None
        if phase.activation is not None:
            longest_s = self._dosing.begin(
                phase.activation, t_s, asked_s=phase.longest_s or 0.0
            )
            self._rounds.begin(phase.round or 1, phase.activation, t_s)
            self.activation.begin()
        outputs = self.now.enter(step, t_s, longest_s=longest_s)
        if phase.kind is PhaseKind.CLOSE:
            outputs += self._asking.at_end(t_s)
        if phase.kind is PhaseKind.SETTLE and self._rounds.number is not None:
            self._rounds.show(phase.feedback)
            outputs += self._asking.after_activation(t_s, self._rounds)
        return outputs

    def show(self, feedback: Feedback, t_s: float) -> list[Output]:
        """Show the person more, or less, of what goes on."""
        if self.now.phase.kind is PhaseKind.SETTLE:
            self._rounds.show(feedback)
        outputs = self.now.show(feedback, t_s)
        if feedback is Feedback.BLIND and self.now.stage is Stage.HELD:
            # What is held has settled: where nothing is shown, that would tell.
            outputs += self.now.be(Stage.RUNNING, t_s)
        return outputs
