"""What must hold of any training session, whatever its protocol and its people do."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from biofeed.core.guidance import (
    Guessed,
    QuestionAsked,
    QuestionClosed,
    Rated,
    RoundEnded,
    StageChanged,
)
from biofeed.core.phase import ActivationKind, Feedback, PhaseKind, Stage
from biofeed.core.protocol import TRANSITIONS, ProtocolPhase, TrainingProtocol
from biofeed.core.safety import ACTIVATIONS, DAILY_DOSE_S
from biofeed.core.values import Output, PhaseChanged

K = PhaseKind

ROUNDING_S = 1e-6


@dataclass(frozen=True, slots=True)
class Lived:
    """A phase as it was lived through; ``end_s`` is None for one that goes on."""

    kind: PhaseKind
    step: int | None
    start_s: float
    end_s: float | None


def lived(outputs: Sequence[Output]) -> list[Lived]:
    """The phases of a session; one that is told of again goes on."""
    told: list[PhaseChanged] = []
    for changed in (o for o in outputs if isinstance(o, PhaseChanged)):
        if not told or (changed.kind, changed.step) != (told[-1].kind, told[-1].step):
            told.append(changed)
    ends_s = [*(changed.t_s for changed in told[1:]), None]
    return [
        Lived(changed.kind, changed.step, changed.t_s, end_s)
        for changed, end_s in zip(told, ends_s, strict=True)
    ]


def phases_follow_each_other(outputs: Sequence[Output]) -> None:
    """As the table of transitions allows, beside the script or in it; none goes back.

    What is learned or waited for beside the script returns to where the script was.
    """
    reached = 1
    activated: list[int | None] = []
    for before, after in pairwise(lived(outputs)):
        reached = max(reached, before.step or 0)
        assert _may_follow(before, after, reached), (before, after)
        if after.kind is K.ACTIVATE:
            activated.append(after.step)
    assert len(activated) == len(set(activated))


def _may_follow(before: Lived, after: Lived, reached: int) -> bool:
    if before.kind is K.ACTIVATE:
        assert before.step is not None
        return (after.kind, after.step) == (K.SETTLE, before.step + 1)
    if before.kind is K.CLOSE:
        return False
    if before.kind is K.ARRIVE:
        return (after.kind, after.step) == (K.CALIBRATE, 1)
    if after.step is None or after.kind is K.CLOSE:
        return after.kind in {K.CALIBRATE, K.REST, K.CLOSE}
    if before.step is None:
        return after.step in {reached, reached + 1}
    return after.step == reached + 1 and after.kind in TRANSITIONS[before.kind]


def doses_are_small(
    outputs: Sequence[Output], protocol: TrainingProtocol, *, taken_s: float
) -> None:
    """Of a day, of a session, of each activation; and there is rest between two."""
    had = [each for each in lived(outputs) if each.kind is K.ACTIVATE]
    last_s = outputs[-1].t_s if outputs else 0.0
    total_s = 0.0
    for each in had:
        phase = _phase_of(each, protocol)
        lasted_s = (last_s if each.end_s is None else each.end_s) - each.start_s
        total_s += lasted_s
        assert phase.activation is not None
        most_s = min(phase.longest_s or 0.0, ACTIVATIONS[phase.activation].longest_s)
        assert lasted_s <= most_s + ROUNDING_S
    assert not had or taken_s + total_s <= DAILY_DOSE_S + ROUNDING_S
    kinds = [_phase_of(each, protocol).activation for each in had]
    for kind in ActivationKind:
        assert kinds.count(kind) <= ACTIVATIONS[kind].most
    for ended, begun in pairwise(had):
        kind_begun = _phase_of(begun, protocol).activation
        assert ended.end_s is not None
        assert kind_begun is not None
        rest_s = ACTIVATIONS[kind_begun].rest_s
        assert begun.start_s - ended.end_s >= rest_s - ROUNDING_S


def _phase_of(each: Lived, protocol: TrainingProtocol) -> ProtocolPhase:
    assert each.step is not None
    return protocol.phases[each.step]


def no_activation_is_late(
    outputs: Sequence[Output], protocol: TrainingProtocol
) -> None:
    """None begins after the longest time of the session, counted from the arriving."""
    since_s = next((p.start_s for p in lived(outputs) if p.kind is not K.ARRIVE), None)
    for each in lived(outputs):
        if each.kind is K.ACTIVATE and protocol.longest_s is not None:
            assert since_s is not None
            assert each.start_s - since_s < protocol.longest_s


def questions_are_asked_one_at_a_time(outputs: Sequence[Output]) -> None:
    """Each is closed before the next, and an answer comes while it is open."""
    open_question: QuestionAsked | None = None
    for output in outputs:
        match output:
            case QuestionAsked():
                assert open_question is None
                assert output.t_s < output.until_s
                open_question = output
            case QuestionClosed():
                assert open_question is not None
                assert output.t_s <= open_question.until_s + 1.0
                open_question = None
            case Rated():
                assert open_question is not None
                assert output.point is open_question.point
                assert 0 <= output.value <= 10
            case Guessed():
                assert open_question is not None
                assert output.round == open_question.round
            case _:
                pass


def rounds_are_told_once(outputs: Sequence[Output]) -> None:
    """One for each activation that has settled, in order, with its moments in order."""
    ended = [output for output in outputs if isinstance(output, RoundEnded)]
    begun_s = [p.start_s for p in lived(outputs) if p.kind is K.ACTIVATE]
    assert [each.activated_s for each in ended] == begun_s[: len(ended)]
    assert len(begun_s) - len(ended) in {0, 1}
    for each in ended:
        assert each.activated_s <= each.released_s <= each.ended_s <= each.t_s
        assert 0.0 <= each.known_share <= 1.0
    closes = any(p.kind is K.CLOSE for p in lived(outputs))
    assert not closes or len(begun_s) == len(ended)


def nothing_tells_while_blind(outputs: Sequence[Output]) -> None:
    """While nothing is shown, nothing is held: that would say "settled"."""
    shown = Feedback.FULL
    for output in outputs:
        if isinstance(output, PhaseChanged):
            shown = output.feedback
        elif isinstance(output, StageChanged) and output.stage is Stage.HELD:
            assert shown is not Feedback.BLIND


def every_claim(
    outputs: Sequence[Output], protocol: TrainingProtocol, *, taken_s: float
) -> None:
    """All of the above."""
    phases_follow_each_other(outputs)
    doses_are_small(outputs, protocol, taken_s=taken_s)
    no_activation_is_late(outputs, protocol)
    questions_are_asked_one_at_a_time(outputs)
    rounds_are_told_once(outputs)
    nothing_tells_while_blind(outputs)
