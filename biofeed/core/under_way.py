"""What goes on at this moment of a session, and how it says that it has changed."""

from biofeed.core.coach import CourseView
from biofeed.core.guidance import StageChanged
from biofeed.core.phase import ExitRule, Feedback, PhaseKind, Stage
from biofeed.core.phase_clock import PhaseClock
from biofeed.core.protocol import ProtocolPhase, TrainingProtocol
from biofeed.core.values import Output, PhaseChanged

RISE_SEEN_AFTER_S = 30.0
"""A rise is still expected this long after it was let go: one window of heart rate."""


class UnderWay:
    """The phase that goes on.

    Attributes
    ----------
    phase, step
        It, and the place in the protocol that has been reached, from 0.
    is_beside
        Whether it stands beside the script, which goes on behind it.
    feedback, stage
        How much of it the person is shown, and what it is doing.
    clock
        How long it has gone on.
    """

    def __init__(self, protocol: TrainingProtocol) -> None:
        self._phases = protocol.phases
        self.phase = protocol.phases[0]
        self.step = 0
        self.is_beside = False
        self.feedback = self.phase.feedback
        self.stage = Stage.RUNNING
        self.clock = PhaseClock(0.0, None)

    @property
    def view(self) -> CourseView:
        """What the coach asks of it."""
        return CourseView(
            kind=self.phase.kind,
            feedback=self.feedback,
            stage=self.stage,
            began_s=self.clock.began_s,
            has_instruction=bool(self.phase.instruction),
            ends_by_key=ExitRule.KEY in self.phase.ends,
        )

    def expects_rise(self, t_s: float) -> bool:
        """Whether the phase asks for a rise, or follows at once on one that did."""
        settles = self.phase.kind is PhaseKind.SETTLE
        just_let_go = settles and t_s - self.clock.began_s < RISE_SEEN_AFTER_S
        return just_let_go or self.phase.kind is PhaseKind.ACTIVATE

    def ends_settled(self, t_s: float) -> bool:
        """Whether settling ends the phase at ``t_s``; never where nothing is shown."""
        ends = ExitRule.SETTLED in self.phase.ends
        is_shown = self.feedback is not Feedback.BLIND
        return ends and is_shown and self.clock.elapsed_s(t_s) >= self.phase.shortest_s

    def enter(
        self, step: int, t_s: float, *, longest_s: float | None = None
    ) -> list[Output]:
        """Enter a phase of the script, perhaps for less time than it says."""
        phase = self._phases[step]
        self.step, self.is_beside = step, False
        return self._begin(
            phase, t_s, phase.longest_s if longest_s is None else longest_s
        )

    def step_aside(self, phase: ProtocolPhase, t_s: float) -> list[Output]:
        """Enter a phase that is not in the script."""
        self.is_beside = True
        return self._begin(phase, t_s, phase.longest_s)

    def be(self, stage: Stage, t_s: float) -> list[Output]:
        """Do something else within the phase."""
        if stage is self.stage:
            return []
        self.stage = stage
        return [StageChanged(t_s=t_s, stage=stage)]

    def hold_up(self, stage: Stage, t_s: float) -> list[Output]:
        """Let the phase stand still."""
        self.clock.hold_up(t_s)
        return [*self.be(stage, t_s), self._said(t_s)]

    def go_on(self, t_s: float) -> list[Output]:
        """Let it go on again."""
        self.clock.go_on(t_s)
        return [*self.be(Stage.RUNNING, t_s), self._said(t_s)]

    def show(self, feedback: Feedback, t_s: float) -> list[Output]:
        """Show the person more, or less."""
        self.feedback = feedback
        return [self._said(t_s)]

    def extend(self, by_s: float, t_s: float) -> list[Output]:
        """Let the phase last longer."""
        self.clock.extend(by_s)
        return [self._said(t_s)]

    def _begin(
        self, phase: ProtocolPhase, t_s: float, longest_s: float | None
    ) -> list[Output]:
        self.phase, self.feedback = phase, phase.feedback
        self.clock = PhaseClock(t_s, longest_s)
        return [self._said(t_s), *self.be(Stage.RUNNING, t_s)]

    def _said(self, t_s: float) -> PhaseChanged:
        return PhaseChanged(
            t_s=t_s,
            kind=self.phase.kind,
            feedback=self.feedback,
            ends_s=self.clock.ends_s,
            step=None if self.is_beside else self.step,
        )
