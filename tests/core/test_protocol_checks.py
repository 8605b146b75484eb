"""What a training protocol may not ask for, and that every phase of it can end."""

from dataclasses import replace
from math import inf, nan
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.phase import ActivationKind, ExitRule, Feedback, PhaseKind
from biofeed.core.protocol import OPEN, ProtocolPhase, TrainingProtocol
from biofeed.core.protocol_checks import problems_of
from biofeed.core.safety import ACTIVATIONS, LONGEST_SESSION_S
from tests.strategies import values_of
from tests.untold import left_in_english

TIME_OR_KEY = (ExitRule.TIME, ExitRule.KEY)

ARRIVE = ProtocolPhase(kind=PhaseKind.ARRIVE, ends=(ExitRule.KEY,))
CALIBRATE = ProtocolPhase(
    kind=PhaseKind.CALIBRATE, ends=(ExitRule.BASELINE, ExitRule.TIME), longest_s=480.0
)
ACTIVATE = ProtocolPhase(
    kind=PhaseKind.ACTIVATE,
    ends=TIME_OR_KEY,
    longest_s=60.0,
    activation=ActivationKind.MOMENT,
    ceiling_z=8.0,
)
SETTLE = ProtocolPhase(
    kind=PhaseKind.SETTLE,
    ends=(ExitRule.SETTLED, *TIME_OR_KEY),
    shortest_s=20.0,
    longest_s=180.0,
)
REST = ProtocolPhase(kind=PhaseKind.REST, ends=TIME_OR_KEY, longest_s=120.0)
PROBE = ProtocolPhase(kind=PhaseKind.PROBE, ends=TIME_OR_KEY, longest_s=30.0)
CLOSE = ProtocolPhase(kind=PhaseKind.CLOSE, ends=TIME_OR_KEY, longest_s=60.0)

TWO_ROUNDS = (ACTIVATE, SETTLE, REST, ACTIVATE, SETTLE)
"""What stands between the calibration, step 1, and the closing."""


def counted(*phases: ProtocolPhase) -> tuple[ProtocolPhase, ...]:
    """Number the rounds."""
    number = 0
    numbered = []
    for phase in phases:
        number += phase.kind is PhaseKind.ACTIVATE
        numbered.append(replace(phase, round=number or None))
    return tuple(numbered)


def made_of(*phases: ProtocolPhase) -> TrainingProtocol:
    """Return a protocol of just these phases."""
    return TrainingProtocol(
        name="own", title="Own", summary="Own.", phases=phases, longest_s=1500.0
    )


def practising(*phases: ProtocolPhase) -> TrainingProtocol:
    """Return a protocol with these phases between its beginning and its end."""
    return made_of(ARRIVE, CALIBRATE, *counted(*phases), CLOSE)


def changed(step: int, **fields: Any) -> TrainingProtocol:
    """Return two rounds with one phase changed."""
    phases = list(practising(*TWO_ROUNDS).phases)
    phases[step] = replace(phases[step], **fields)
    return made_of(*phases)


def body(longest_s: float) -> ProtocolPhase:
    return replace(ACTIVATE, activation=ActivationKind.BODY, longest_s=longest_s)


REFUSED: dict[str, tuple[TrainingProtocol, int | None, str, str]] = {
    "nothing": (made_of(), None, "kind", "'arrive', then 'calibrate'"),
    "no_arrive": (made_of(CALIBRATE, CLOSE), None, "kind", "'arrive'"),
    "no_calibrate": (made_of(ARRIVE, CLOSE), None, "kind", "'calibrate'"),
    "no_settle": (practising(ACTIVATE, REST), 3, "kind", "is 'settle'"),
    "activation_last": (practising(ACTIVATE), 3, "kind", "is 'settle'"),
    "rest_to_settle": (practising(REST, SETTLE), 3, "kind", "'activate', 'close'"),
    "after_close": (practising(*TWO_ROUNDS, CLOSE), 8, "kind", "is nothing"),
    "no_close": (made_of(ARRIVE, CALIBRATE, REST), 2, "kind", "'close'"),
    "no_end": (changed(4, ends=(), longest_s=None), 4, "ends", "has to end"),
    "stop_inside": (
        changed(4, ends=(ExitRule.STOP,), longest_s=None),
        4,
        "ends",
        "'stop' before the last",
    ),
    "settle_without_time": (
        changed(3, ends=(ExitRule.SETTLED, ExitRule.KEY), longest_s=None),
        3,
        "ends",
        "has to hold 'time'",
    ),
    "rest_by_key_alone": (
        changed(4, ends=(ExitRule.KEY,), longest_s=None),
        4,
        "ends",
        "has to hold 'time'",
    ),
    "close_by_key_alone": (
        made_of(
            ARRIVE,
            CALIBRATE,
            REST,
            replace(CLOSE, ends=(ExitRule.KEY,), longest_s=None),
        ),
        3,
        "ends",
        "has to hold 'time'",
    ),
    "calibrate_by_key": (
        changed(1, ends=(ExitRule.BASELINE, ExitRule.KEY), longest_s=None),
        1,
        "ends",
        "no key makes",
    ),
    "time_without_longest": (changed(4, longest_s=None), 4, "longest_s", "missing"),
    "longest_without_time": (
        changed(4, ends=(ExitRule.KEY,)),
        4,
        "ends",
        "where longest_s is given",
    ),
    "baseline_elsewhere": (
        changed(4, ends=(ExitRule.BASELINE, ExitRule.TIME)),
        4,
        "ends",
        "ends only 'calibrate'",
    ),
    "no_baseline": (changed(1, ends=(ExitRule.TIME,)), 1, "ends", "'baseline'"),
    "settled_elsewhere": (
        changed(4, ends=(ExitRule.SETTLED, ExitRule.TIME)),
        4,
        "ends",
        "ends only 'settle'",
    ),
    "blind_and_settled": (
        changed(3, feedback=Feedback.BLIND),
        3,
        "ends",
        "would tell",
    ),
    "shortest_above_longest": (changed(3, shortest_s=181.0), 3, "shortest_s", "181"),
    "shortest_negative": (changed(3, shortest_s=-1.0), 3, "shortest_s", "-1"),
    "shortest_unknown": (changed(3, shortest_s=nan), 3, "shortest_s", "nan"),
    "longest_zero": (changed(4, longest_s=0.0), 4, "longest_s", "is 0"),
    "longest_negative": (changed(4, longest_s=-5.0), 4, "longest_s", "is -5"),
    "longest_unknown": (changed(4, longest_s=nan), 4, "longest_s", "is nan"),
    "longest_endless": (changed(4, longest_s=inf), 4, "longest_s", "is inf"),
    "no_kind_of_activation": (
        changed(2, activation=None),
        2,
        "activation",
        "'body', 'moment' or 'touch'",
    ),
    "activation_too_long": (changed(2, longest_s=61.0), 2, "longest_s", "at most 60 s"),
    "body_too_long": (
        practising(body(121.0), SETTLE),
        2,
        "longest_s",
        "at most 120 s",
    ),
    "activation_without_key": (
        changed(2, ends=(ExitRule.TIME,)),
        2,
        "ends",
        "can always be let go",
    ),
    "no_ceiling": (changed(2, ceiling_z=None), 2, "ceiling_z", "is missing"),
    "ceiling_at_the_rise": (changed(2, ceiling_z=2.5), 2, "ceiling_z", "above 2.5"),
    "ceiling_too_high": (changed(2, ceiling_z=15.5), 2, "ceiling_z", "at most 15"),
    "ceiling_endless": (changed(2, ceiling_z=inf), 2, "ceiling_z", "is inf"),
    "ceiling_unknown": (changed(2, ceiling_z=nan), 2, "ceiling_z", "is nan"),
    "ceiling_elsewhere": (changed(3, ceiling_z=8.0), 3, "ceiling_z", "'activate'"),
    "activation_elsewhere": (
        changed(3, activation=ActivationKind.BODY),
        3,
        "activation",
        "'activate'",
    ),
    "choices_elsewhere": (changed(4, choices=("waiting",)), 4, "choices", "leave"),
    "too_many": (
        practising(*TWO_ROUNDS, REST, ACTIVATE, SETTLE, REST, ACTIVATE, SETTLE),
        11,
        "activation",
        "more than 3",
    ),
    "too_little_rest": (
        practising(ACTIVATE, replace(SETTLE, longest_s=119.0), body(60.0), SETTLE),
        4,
        "kind",
        "come to 120 s",
    ),
    "dose": (
        practising(
            *(body(120.0), SETTLE, REST) * 3,
            *(replace(ACTIVATE, longest_s=90.0), SETTLE, REST) * 3,
        ),
        None,
        "longest_s",
        "comes to 630 s",
    ),
    "round_missing": (changed(2, round=None), 2, "round", "has to be 1"),
    "round_of_a_settle_missing": (changed(3, round=None), 3, "round", "to be 1"),
    "round_repeated": (changed(5, round=1), 5, "round", "has to be 2"),
    "round_before_the_first": (changed(1, round=1), 1, "round", "has to be None"),
    "no_length": (
        replace(practising(*TWO_ROUNDS), longest_s=None),
        None,
        "longest_s",
        "is missing",
    ),
    "too_long": (
        replace(practising(*TWO_ROUNDS), longest_s=1801.0),
        None,
        "longest_s",
        "at most 1800",
    ),
    "length_unknown": (
        replace(practising(*TWO_ROUNDS), longest_s=nan),
        None,
        "longest_s",
        "is nan",
    ),
}
"""A protocol, the step and the key of a problem in it, and words of the sentence."""


@pytest.mark.parametrize("case", REFUSED)
def test_a_problem_is_found_where_it_is(case: str) -> None:
    """Its phase and its key are named, and what would be allowed."""
    protocol, step, key, words = REFUSED[case]
    problems = problems_of(protocol)
    here = [p.why for p in problems if (p.step, p.key) == (step, key)]
    assert here, problems
    assert any(words in why for why in here), here
    assert [] == [why for why in here if left_in_english(why)]


ALLOWED: dict[str, TrainingProtocol] = {
    "open": OPEN,
    "two_rounds": practising(*TWO_ROUNDS),
    "no_round": practising(REST),
    "settle_first": practising(SETTLE, *TWO_ROUNDS),
    "probes": practising(PROBE, PROBE, body(45.0), SETTLE),
    "blind": practising(
        ACTIVATE,
        replace(SETTLE, feedback=Feedback.BLIND, ends=(ExitRule.TIME,)),
    ),
    "rest_by_key_too": practising(
        ACTIVATE,
        SETTLE,
        replace(REST, ends=(ExitRule.KEY, ExitRule.TIME)),
        ACTIVATE,
        SETTLE,
    ),
    "rest_outside_rounds": changed(4, round=None),
    "at_every_limit": replace(
        practising(ACTIVATE, replace(SETTLE, longest_s=120.0), ACTIVATE, SETTLE),
        longest_s=LONGEST_SESSION_S,
    ),
}


@pytest.mark.parametrize("case", ALLOWED)
def test_what_may_be_practised_has_no_problem(case: str) -> None:
    """Limits may be met, and a session need not hold a round."""
    assert () == problems_of(ALLOWED[case])


def test_all_problems_are_told() -> None:
    """Who wrote it can mend it in one go."""
    phases = (ARRIVE, CALIBRATE, replace(ACTIVATE, ceiling_z=None, round=1), REST)
    keys = {problem.key for problem in problems_of(made_of(*phases))}
    assert {"kind", "ceiling_z"} <= keys


activations = st.sampled_from(ActivationKind)

NEEDED = {PhaseKind.ARRIVE, PhaseKind.CALIBRATE, PhaseKind.SETTLE, PhaseKind.CLOSE}


@st.composite
def sound_protocols(draw: st.DrawFn) -> TrainingProtocol:
    """Draw protocols that keep every limit."""
    phases: list[ProtocolPhase] = []
    for kind in draw(st.lists(activations, max_size=4)):
        limit = ACTIVATIONS[kind]
        taken = sum(phase.activation is kind for phase in phases)
        if taken == limit.most:
            continue
        phases += [
            replace(
                ACTIVATE,
                activation=kind,
                longest_s=draw(st.floats(1.0, limit.longest_s)),
                ceiling_z=draw(st.floats(2.6, 15.0)),
            ),
            replace(SETTLE, longest_s=draw(st.floats(120.0, 300.0))),
        ]
    return practising(*(phases or [REST]))


@given(protocol=sound_protocols())
def test_whatever_keeps_the_limits_may_be_practised(protocol: TrainingProtocol) -> None:
    """No limit is stricter than it says."""
    assert () == problems_of(protocol)


@given(protocol=sound_protocols(), place=st.floats(0.0, 1.0, exclude_max=True))
def test_no_phase_that_others_rest_on_can_be_left_out(
    protocol: TrainingProtocol, place: float
) -> None:
    """Arriving, learning the rest, a settle and the end are there, always."""
    needed = [n for n, p in enumerate(protocol.phases) if p.kind in NEEDED]
    gone = needed[int(place * len(needed))]
    phases = protocol.phases[:gone] + protocol.phases[gone + 1 :]
    assert problems_of(replace(protocol, phases=phases))


@given(protocol=values_of(TrainingProtocol))
def test_any_protocol_is_judged(protocol: TrainingProtocol) -> None:
    """Checks are total: whatever a recording or a file made, they have words for it."""
    for problem in problems_of(protocol):
        assert problem.step is None or 0 <= problem.step < len(protocol.phases)
        assert problem.why
        assert not problem.why.endswith(".")
