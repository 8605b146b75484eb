"""Walks a course through its protocol by hand, a second at a time."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from biofeed.core.course import Course
from biofeed.core.events import Action, Command, Role
from biofeed.core.permissions import is_allowed, refusal
from biofeed.core.phase import ActivationKind, ExitRule, Feedback, PhaseKind, Stage
from biofeed.core.protocol import ProtocolPhase, TrainingProtocol
from biofeed.core.settings import EngineSettings
from biofeed.core.standing import Standing
from biofeed.core.steering import obey
from biofeed.core.values import Notice, Output, PhaseChanged

Said = TypeVar("Said")

ABSENT = Standing(t_s=0.0)
LEARNING = Standing(t_s=0.0, is_learning=True)
AT_REST = Standing(
    t_s=0.0,
    smoothed_z=0.0,
    has_settled=True,
    is_about_rest=True,
    heart_rate_bpm=61.0,
    rest_bpm=60.0,
    has_rest=True,
)
NEAR_REST = replace(
    AT_REST,
    smoothed_z=1.5,
    has_settled=False,
    is_about_rest=False,
    heart_rate_bpm=64.0,
)
RISEN = replace(NEAR_REST, smoothed_z=6.0, is_activated=True, heart_rate_bpm=84.0)
LOST = replace(
    AT_REST,
    smoothed_z=None,
    has_settled=None,
    is_about_rest=None,
    heart_rate_bpm=None,
)
"""Where a person may stand at any second."""

ARRIVE = ProtocolPhase(kind=PhaseKind.ARRIVE, ends=(ExitRule.KEY,))
CALIBRATE = ProtocolPhase(
    kind=PhaseKind.CALIBRATE, ends=(ExitRule.BASELINE, ExitRule.TIME), longest_s=480.0
)
REST = ProtocolPhase(kind=PhaseKind.REST, ends=(ExitRule.TIME,), longest_s=120.0)
PROBE = ProtocolPhase(
    kind=PhaseKind.PROBE, ends=(ExitRule.TIME, ExitRule.KEY), longest_s=60.0
)
CLOSE = ProtocolPhase(
    kind=PhaseKind.CLOSE, ends=(ExitRule.KEY, ExitRule.TIME), longest_s=60.0
)


def activate(
    number: int = 1,
    *,
    kind: ActivationKind = ActivationKind.MOMENT,
    longest_s: float = 60.0,
    ceiling_z: float = 9.0,
) -> ProtocolPhase:
    """An activation with its three ways to end."""
    return ProtocolPhase(
        kind=PhaseKind.ACTIVATE,
        ends=(ExitRule.TIME, ExitRule.KEY),
        longest_s=longest_s,
        activation=kind,
        ceiling_z=ceiling_z,
        round=number,
    )


def settle(
    number: int | None = 1,
    *,
    feedback: Feedback = Feedback.FULL,
    shortest_s: float = 20.0,
    longest_s: float = 180.0,
) -> ProtocolPhase:
    """A settle; a blind one ends by time or key alone."""
    ends: tuple[ExitRule, ...] = (ExitRule.TIME, ExitRule.KEY)
    if feedback is not Feedback.BLIND:
        ends = (ExitRule.SETTLED, *ends)
    return ProtocolPhase(
        kind=PhaseKind.SETTLE,
        ends=ends,
        shortest_s=shortest_s,
        longest_s=longest_s,
        feedback=feedback,
        round=number,
    )


def script(
    *phases: ProtocolPhase, longest_s: float | None = 1500.0, asks_ratings: bool = True
) -> TrainingProtocol:
    """A protocol that arrives, learns a rest, and then does what is given."""
    return TrainingProtocol(
        name="script",
        title="Script",
        summary="",
        phases=(ARRIVE, CALIBRATE, *phases),
        longest_s=longest_s,
        asks_ratings=asks_ratings,
    )


def rounds(
    count: int = 2,
    *,
    feedback: Sequence[Feedback] = (Feedback.FULL,),
    kind: ActivationKind = ActivationKind.MOMENT,
) -> tuple[ProtocolPhase, ...]:
    """Rounds of activation, settling and rest, and a closing."""
    made: list[ProtocolPhase] = []
    for number in range(1, count + 1):
        shown = feedback[(number - 1) % len(feedback)]
        made += [activate(number, kind=kind), settle(number, feedback=shown), REST]
    return (*made, CLOSE)


class Walk:
    """A course, the second it has come to, and all that it has said.

    Attributes
    ----------
    course
        Which is walked.
    t_s
        The last second it was taken through.
    said
        Everything, oldest first.
    """

    def __init__(
        self,
        protocol: TrainingProtocol,
        *,
        taken_s: float = 0.0,
        waits: bool = False,
        has_rest: bool = False,
    ) -> None:
        settings = EngineSettings(
            protocol=protocol, dose_taken_s=taken_s, waits_for_start=waits
        )
        self.course = Course(settings)
        self.t_s = 0.0
        self.said: list[Output] = self.course.begin(0.0, has_rest=has_rest)

    def kind(self) -> PhaseKind:
        """What goes on."""
        return self.course.now.phase.kind

    def stage(self) -> Stage:
        """What it is doing."""
        return self.course.now.stage

    def second(self, body: Standing) -> list[Output]:
        """Go on by one second."""
        self.t_s = float(int(self.t_s) + 1)
        said = self.course.step(replace(body, t_s=self.t_s))
        self.said += said
        return said

    def pause(self, body: Standing) -> list[Output]:
        """Go on by a second in which the heart rate is beyond its limit."""
        paused = self.course.hold_up(Stage.PAUSED, self.t_s + 1.0)
        self.said += paused
        return paused + self.second(body)

    def stay(self, body: Standing, seconds: int) -> list[Output]:
        """Go on for so many seconds, or to the end."""
        said: list[Output] = []
        for _ in range(seconds):
            if self.course.is_over:
                break
            said += self.second(body)
        return said

    def until(
        self, kind: PhaseKind, body: Standing, *, within_s: int = 2000
    ) -> list[Output]:
        """Go on until a phase of this kind goes on that did not before."""
        said: list[Output] = []
        for _ in range(within_s):
            said += self.second(body)
            if any(changed.kind is kind for changed in of(PhaseChanged, said)):
                return said
        raise AssertionError(f"no {kind.value} within {within_s} s")

    def until_stage(
        self, stage: Stage, body: Standing, *, within_s: int = 2000
    ) -> list[Output]:
        """Go on until the phase does this."""
        said: list[Output] = []
        for _ in range(within_s):
            said += self.second(body)
            if self.stage() is stage:
                return said
        raise AssertionError(f"not {stage.value} within {within_s} s")

    def to_activation(self) -> None:
        """Arrive, learn a rest, and begin the first activation."""
        self.until(PhaseKind.CALIBRATE, LEARNING)
        self.until(PhaseKind.ACTIVATE, AT_REST)

    def do(
        self,
        action: Action,
        *,
        role: Role = Role.CLIENT,
        text: str = "",
        value: float | None = None,
        after_s: float = 0.0,
    ) -> list[Output]:
        """Have somebody do something, so long after the last second."""
        t_s = self.t_s + after_s
        command = Command(t_s=t_s, action=action, role=role, text=text, value=value)
        if not is_allowed(command):
            said: list[Output] = [refusal(command)]
        elif action is Action.RECALIBRATE:
            said = self.course.learn_anew(t_s)
        else:
            said = obey(self.course, command)
        self.said += said
        return said


def activated(walk: Walk | None = None) -> Walk:
    """Somebody whose first activation has just begun."""
    walk = walk or Walk(script(*rounds()))
    walk.to_activation()
    return walk


def settling(feedback: Feedback = Feedback.FULL) -> Walk:
    """Somebody who has just let go of their first activation."""
    walk = activated(Walk(script(*rounds(feedback=(feedback,)))))
    walk.until(PhaseKind.SETTLE, RISEN)
    return walk


def resting() -> Walk:
    """Somebody in the rest after their first round."""
    walk = settling()
    walk.until(PhaseKind.REST, AT_REST)
    return walk


def hurried() -> Walk:
    """Somebody whose script leaves no time between two activations."""
    phases = (activate(1), settle(1), activate(2), settle(2), CLOSE)
    walk = activated(Walk(script(*phases)))
    walk.stay(RISEN, 10)
    walk.do(Action.DONE)
    walk.until_stage(Stage.ASKING, AT_REST)
    walk.do(Action.SKIP)
    return walk


def of(kind: type[Said], outputs: Sequence[Output]) -> list[Said]:
    """Outputs of one kind."""
    return [output for output in outputs if isinstance(output, kind)]


def kinds(outputs: Sequence[Output]) -> list[PhaseKind]:
    """The phases that were told of, in order; one that is told again counts once."""
    told: list[tuple[PhaseKind, int | None]] = []
    for changed in of(PhaseChanged, outputs):
        here = (changed.kind, changed.step)
        if not told or told[-1] != here:
            told.append(here)
    return [kind for kind, _ in told]


def codes(outputs: Sequence[Output]) -> list[str]:
    """What the course said of its departures from the script."""
    return [notice.code for notice in of(Notice, outputs)]
