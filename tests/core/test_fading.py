"""How help shrinks and grows over rounds, and what that makes of a protocol."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.fading import (
    OWED_SETTLE,
    Trial,
    faded,
    help_level,
    planned_level,
    with_owed_settle,
    within,
)
from biofeed.core.phase import LEVELS, ActivationKind, ExitRule, Feedback, PhaseKind
from biofeed.core.protocol import OPEN, TRANSITIONS, ProtocolPhase, TrainingProtocol

F, S, B = LEVELS

levels = st.sampled_from(LEVELS)
trials = st.lists(st.builds(Trial, feedback=levels, settled=st.booleans()), max_size=30)


def rounds_at(
    schedule: tuple[Feedback, ...], *, fades: bool = True
) -> TrainingProtocol:
    """A protocol of rounds that show so much."""
    phases = [
        ProtocolPhase(kind=PhaseKind.ARRIVE, ends=(ExitRule.KEY,)),
        ProtocolPhase(kind=PhaseKind.CALIBRATE, ends=(ExitRule.BASELINE,)),
    ]
    for number, feedback in enumerate(schedule, start=1):
        phases += [
            ProtocolPhase(
                kind=PhaseKind.ACTIVATE,
                ends=(ExitRule.TIME, ExitRule.KEY),
                longest_s=60.0,
                feedback=feedback,
                activation=ActivationKind.MOMENT,
                round=number,
            ),
            ProtocolPhase(
                kind=PhaseKind.SETTLE,
                ends=(ExitRule.SETTLED, ExitRule.TIME, ExitRule.KEY)
                if feedback is not B
                else (ExitRule.TIME, ExitRule.KEY),
                longest_s=240.0,
                feedback=feedback,
                round=number,
            ),
        ]
    phases.append(
        ProtocolPhase(kind=PhaseKind.CLOSE, ends=(ExitRule.TIME,), longest_s=60.0)
    )
    return TrainingProtocol(
        name="rounds",
        title="Rounds",
        summary="Rounds.",
        phases=tuple(phases),
        longest_s=1200.0,
        fades=fades,
    )


protocols = st.builds(
    rounds_at, st.lists(levels, min_size=1, max_size=4).map(tuple), fades=st.booleans()
)


def tried(*told: tuple[Feedback, str]) -> list[Trial]:
    """Trials at a level, ``+`` for one that settled."""
    return [
        Trial(feedback=feedback, settled=mark == "+")
        for feedback, marks in told
        for mark in marks
    ]


@pytest.mark.parametrize(
    ("told", "level"),
    [
        pytest.param([], F, id="nothing yet"),
        pytest.param([(F, "++")], F, id="two are too few"),
        pytest.param([(F, "+++")], S, id="three settled"),
        pytest.param([(F, "+-++")], F, id="one of the last three did not"),
        pytest.param([(F, "+-+++")], S, id="the last three did"),
        pytest.param([(F, "------")], F, id="there is no more than all help"),
        pytest.param([(F, "+++"), (S, "++")], S, id="counted anew after a change"),
        pytest.param([(F, "+++"), (S, "+++")], B, id="two levels on"),
        pytest.param([(F, "+++"), (S, "--")], F, id="two that did not"),
        pytest.param([(F, "+++"), (S, "-++")], S, id="one that did not"),
        pytest.param([(F, "+++"), (S, "-+-")], F, id="two of three did not"),
        pytest.param([(F, "+++"), (S, "-++-+")], S, id="two, but not of three"),
        pytest.param([(F, "+++"), (S, "+++"), (B, "++++++")], B, id="no help is none"),
        pytest.param([(F, "+++"), (S, "+++"), (B, "+--")], S, id="from none to some"),
        pytest.param([(S, "---"), (B, "+++")], F, id="other levels decide nothing"),
        pytest.param([(F, "+++"), (S, "--"), (F, "+")], F, id="back, counted anew"),
    ],
)
def test_help_by_table(told: list[tuple[Feedback, str]], level: Feedback) -> None:
    """Three that settled take a level away, two of three that did not give one back."""
    assert level == help_level(tried(*told))


@given(trials, levels)
def test_help_moves_one_level_at_a_time(taken: list[Trial], since: Feedback) -> None:
    """No round takes away, or gives back, more than one level."""
    places = [
        LEVELS.index(help_level(taken[:count], since=since))
        for count in range(len(taken) + 1)
    ]
    assert LEVELS.index(since) == places[0]
    assert all(abs(b - a) <= 1 for a, b in itertools.pairwise(places))


@given(trials, levels)
def test_what_is_asked_of_who_settles_never_shrinks(
    taken: list[Trial], since: Feedback
) -> None:
    """A round that settled never brings help back; one that did not never takes it."""
    for count, trial in enumerate(taken):
        before = LEVELS.index(help_level(taken[:count], since=since))
        after = LEVELS.index(help_level(taken[: count + 1], since=since))
        assert after >= before if trial.settled else after <= before


@given(trials, levels)
def test_rounds_at_other_levels_decide_nothing(
    taken: list[Trial], since: Feedback
) -> None:
    """The level is the same without each round that was shown more or less than it."""
    level, counted = since, []
    for trial in taken:
        if trial.feedback is level:
            counted.append(trial)
            level = help_level(counted, since=since)
    assert level == help_level(taken, since=since)


@given(levels)
def test_who_always_settles_ends_without_help(since: Feedback) -> None:
    """Rounds that settle at whatever level there is lead to none, and stay there."""
    taken: list[Trial] = []
    for _ in range(9):
        level = help_level(taken, since=since)
        taken.append(Trial(feedback=level, settled=True))
    assert B == help_level(taken, since=since)


@given(protocols, levels)
def test_fading_takes_away_and_never_adds(
    protocol: TrainingProtocol, level: Feedback
) -> None:
    """Nothing is shown more, no phase is longer, and at full help nothing changes."""
    after = faded(protocol, level)
    for was, now in zip(protocol.phases, after.phases, strict=True):
        assert LEVELS.index(now.feedback) >= LEVELS.index(was.feedback)
        assert (was.kind, was.longest_s, was.round) == (
            now.kind,
            now.longest_s,
            now.round,
        )
    assert protocol == faded(protocol, F)
    assert after == faded(after, level)
    if not protocol.fades:
        assert protocol == after


@given(protocols, levels)
def test_a_blind_settling_ends_by_time_and_never_as_settled(
    protocol: TrainingProtocol, level: Feedback
) -> None:
    """Its end would tell what is to be guessed."""
    blind = [
        phase
        for phase in faded(protocol, level).phases
        if phase.kind is PhaseKind.SETTLE and phase.feedback is B
    ]
    for phase in blind:
        assert ExitRule.SETTLED not in phase.ends
        assert ExitRule.TIME in phase.ends
        assert phase.longest_s is not None


def test_a_settling_without_a_time_gets_one_when_blind() -> None:
    """What ended only as settled, or by a key, ends by time too."""
    protocol = rounds_at((F,))
    phases = tuple(
        replace(phase, ends=(ExitRule.SETTLED,), longest_s=None)
        if phase.kind is PhaseKind.SETTLE
        else phase
        for phase in protocol.phases
    )
    (settle,) = (
        phase
        for phase in faded(replace(protocol, phases=phases), B).phases
        if phase.kind is PhaseKind.SETTLE
    )
    assert ((ExitRule.TIME,), 180.0) == (settle.ends, settle.longest_s)


@pytest.mark.parametrize("level", LEVELS)
def test_the_level_can_be_read_off_what_was_planned(level: Feedback) -> None:
    """A recording holds the protocol as it was faded: its most help is the level."""
    assert level == planned_level(faded(rounds_at((F, S, B)), level))


def test_a_protocol_without_rounds_has_all_help() -> None:
    """Where nothing fades nothing is taken away."""
    assert F == planned_level(OPEN)


@given(protocols)
def test_an_owed_settling_comes_first_and_once(protocol: TrainingProtocol) -> None:
    """It follows the rest, no transition is new, and adding it twice adds it once."""
    owed = with_owed_settle(protocol)
    assert OWED_SETTLE == owed.phases[2]
    assert protocol.phases == (*owed.phases[:2], *owed.phases[3:])
    kinds = [phase.kind for phase in owed.phases]
    assert all(b in TRANSITIONS[a] for a, b in itertools.pairwise(kinds))
    assert owed == with_owed_settle(owed)
    assert protocol.rounds == owed.rounds


@given(protocols, levels)
def test_fading_and_owing_do_not_meet(
    protocol: TrainingProtocol, level: Feedback
) -> None:
    """What is owed is shown in full at any level."""
    one = faded(with_owed_settle(protocol), level)
    assert one == with_owed_settle(faded(protocol, level))


@pytest.mark.parametrize(
    "protocol", [OPEN, replace(OPEN, phases=())], ids=["settles", "learns no rest"]
)
def test_nothing_is_owed_twice(protocol: TrainingProtocol) -> None:
    """Who settles first anyway, or has no rest to settle to, gets nothing put in."""
    assert protocol == with_owed_settle(protocol)


@pytest.mark.parametrize(
    ("longest_s", "asked_s", "expected_s"),
    [(None, 600.0, 600.0), (1200.0, 600.0, 600.0), (300.0, 600.0, 300.0)],
)
def test_length_is_only_lowered(
    longest_s: float | None, asked_s: float, expected_s: float
) -> None:
    """The shorter of both counts."""
    protocol = replace(OPEN, longest_s=longest_s)
    assert expected_s == within(protocol, asked_s).longest_s
