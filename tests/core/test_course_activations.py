"""Activations: each ends, none begins too soon, and no day holds too many."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from biofeed.core.departures import NOT_BACK_AFTER_S
from biofeed.core.events import Action, Role
from biofeed.core.guidance import (
    StageChanged,
)
from biofeed.core.phase import ActivationKind, PhaseKind, Stage
from biofeed.core.standing import Standing
from biofeed.core.values import Output, PhaseChanged
from tests.core.walking import (
    AT_REST,
    CLOSE,
    LEARNING,
    LOST,
    NEAR_REST,
    RISEN,
    Walk,
    activate,
    activated,
    codes,
    hurried,
    kinds,
    of,
    resting,
    rounds,
    script,
    settle,
)

K = PhaseKind
End = Callable[[Walk], list[Output]]
"""How an activation comes to its end."""


def of_time(walk: Walk) -> list[Output]:
    return walk.stay(RISEN, 60)


def of_the_key(walk: Walk) -> list[Output]:
    walk.stay(RISEN, 20)
    return walk.do(Action.DONE, after_s=0.4)


def of_the_ceiling(walk: Walk) -> list[Output]:
    walk.stay(RISEN, 20)
    return walk.stay(replace(RISEN, smoothed_z=9.0), 3)


def of_a_lower_ceiling(walk: Walk) -> list[Output]:
    walk.stay(RISEN, 20)
    walk.do(Action.CEILING, role=Role.CLINICIAN, value=5.0)
    return walk.stay(RISEN, 3)


def of_a_lost_signal(walk: Walk) -> list[Output]:
    walk.stay(RISEN, 20)
    return walk.stay(LOST, 11)


def of_the_heart_rate(walk: Walk) -> list[Output]:
    walk.stay(RISEN, 20)
    said = walk.course.hold_up(Stage.PAUSED, walk.t_s)
    walk.said += said
    return said


def of_the_clinician(walk: Walk) -> list[Output]:
    walk.stay(RISEN, 20)
    return walk.do(Action.ADVANCE, role=Role.CLINICIAN)


def of_a_rest_anew(walk: Walk) -> list[Output]:
    walk.stay(RISEN, 20)
    return walk.do(Action.RECALIBRATE)


ENDS_OF_ACTIVATION: list[End] = [
    of_time,
    of_the_key,
    of_the_ceiling,
    of_a_lower_ceiling,
    of_a_lost_signal,
    of_the_heart_rate,
    of_the_clinician,
    of_a_rest_anew,
]


@pytest.mark.parametrize("end", ENDS_OF_ACTIVATION, ids=lambda end: end.__name__)
@pytest.mark.parametrize("kind", ActivationKind)
def test_an_activation_ends_in_a_settle(end: End, kind: ActivationKind) -> None:
    """Whatever ends it, and however it came about."""
    walk = activated(Walk(script(activate(kind=kind), *rounds()[1:])))
    end(walk)
    assert [K.ACTIVATE, K.SETTLE] == kinds(walk.said)[2:4]
    assert (K.CALIBRATE if end is of_a_rest_anew else K.SETTLE) is walk.kind()


@pytest.mark.parametrize(
    ("end", "code"),
    [
        (of_time, []),
        (of_the_key, []),
        (of_the_ceiling, ["ceiling_reached"]),
        (of_a_lower_ceiling, ["ceiling_reached"]),
        (of_a_lost_signal, ["cannot_follow"]),
    ],
)
def test_why_an_activation_ended_before_its_time_is_said(
    end: End, code: list[str]
) -> None:
    """The ceiling and the lost signal are told; time and the person's key are not."""
    walk = activated()
    end(walk)
    assert code == codes(walk.said)


def test_an_activation_ends_at_its_time_and_not_before() -> None:
    """A minute is a minute."""
    walk = activated()
    walk.stay(RISEN, 59)
    assert K.ACTIVATE is walk.kind()
    walk.stay(RISEN, 1)
    assert K.SETTLE is walk.kind()


def test_an_activation_that_begins_between_seconds_takes_no_more() -> None:
    """Begun at 0.4 of a second it ends a second before it would be too long."""
    walk = resting()
    walk.stay(AT_REST, 119)
    walk.do(Action.ADVANCE, role=Role.CLINICIAN, after_s=0.4)
    assert K.ACTIVATE is walk.kind()
    begun_s = walk.course.now.clock.began_s
    walk.until(K.SETTLE, RISEN)
    assert 59.0 < walk.t_s - begun_s <= 60.0


@pytest.mark.parametrize("gap", [NEAR_REST, RISEN], ids=["below", "risen"])
def test_two_seconds_above_the_ceiling_are_no_three(gap: Standing) -> None:
    """The seconds follow each other; known ones below begin the count anew."""
    walk = activated()
    above = replace(RISEN, smoothed_z=9.5)
    for _ in range(5):
        walk.stay(above, 2)
        walk.stay(gap, 1)
    assert K.ACTIVATE is walk.kind()


def test_unknown_seconds_hide_no_height() -> None:
    """They neither count towards the ceiling nor take back what was seen above it."""
    walk = activated()
    above = replace(RISEN, smoothed_z=9.5)
    walk.stay(above, 2)
    walk.stay(LOST, 4)
    assert K.ACTIVATE is walk.kind()
    walk.stay(above, 1)
    assert K.SETTLE is walk.kind()


def test_ten_seconds_without_a_signal_are_bridged() -> None:
    """The eleventh is one too many, unless one between them was known."""
    walk = activated()
    walk.stay(LOST, 10)
    walk.stay(RISEN, 1)
    walk.stay(LOST, 10)
    assert K.ACTIVATE is walk.kind()
    walk.stay(LOST, 1)
    assert K.SETTLE is walk.kind()


def test_counts_begin_anew_with_each_activation() -> None:
    """Two seconds above the last ceiling are not carried into the next activation."""
    walk = activated()
    walk.stay(RISEN, 58)
    walk.stay(replace(RISEN, smoothed_z=9.5), 2)
    walk.until(K.ACTIVATE, AT_REST)
    walk.stay(replace(RISEN, smoothed_z=9.5), 2)
    assert K.ACTIVATE is walk.kind()


def test_a_heart_rate_beyond_its_limit_pauses_the_settle() -> None:
    """The activation is let go, and what follows stands still until it is resumed."""
    walk = activated()
    of_the_heart_rate(walk)
    assert (K.SETTLE, Stage.PAUSED) == (walk.kind(), walk.stage())
    walk.stay(AT_REST, 1000)
    assert (K.SETTLE, Stage.PAUSED) == (walk.kind(), walk.stage())
    said = walk.do(Action.RESUME)
    assert [Stage.RUNNING] == [changed.stage for changed in of(StageChanged, said)]
    assert [walk.t_s + 180.0] == [c.ends_s for c in of(PhaseChanged, said)]


def test_the_next_activation_waits_for_two_minutes() -> None:
    """Counted from the end of the one before, beside the script."""
    walk = hurried()
    ended_s = next(c.t_s for c in of(PhaseChanged, walk.said) if c.kind is K.SETTLE)
    said = of(PhaseChanged, walk.second(AT_REST))
    assert [(K.REST, None)] == [(changed.kind, changed.step) for changed in said]
    walk.until(K.ACTIVATE, AT_REST)
    assert 120.0 == walk.t_s - ended_s


@pytest.mark.parametrize("bpm", [66.5, 90.0, None])
def test_the_next_activation_waits_for_the_heart(bpm: float | None) -> None:
    """Back within a tenth of the rest; unknown is not back."""
    walk = hurried()
    away = replace(NEAR_REST, heart_rate_bpm=bpm)
    walk.stay(away, 250)
    assert (K.REST, True) == (walk.kind(), walk.course.now.is_beside)
    walk.second(replace(NEAR_REST, heart_rate_bpm=66.0))
    assert K.ACTIVATE is walk.kind()


def test_a_heart_that_does_not_come_back_closes_the_session() -> None:
    """After 300 s of waiting, with the reason."""
    walk = hurried()
    walk.second(RISEN)
    walk.stay(RISEN, int(NOT_BACK_AFTER_S) - 1)
    assert K.REST is walk.kind()
    said = walk.second(RISEN)
    assert ["not_back_yet"] == codes(said)
    assert [K.CLOSE] == kinds(said)


def test_waiting_for_the_heart_ends_with_the_longest_time() -> None:
    """Nothing that is late begins after it."""
    phases = (activate(1), settle(1), activate(2), settle(2), CLOSE)
    walk = activated(Walk(script(*phases, longest_s=300.0)))
    walk.until(K.CLOSE, replace(RISEN, has_settled=True))
    assert 1 == kinds(walk.said).count(K.ACTIVATE)
    assert walk.t_s <= 302.0


def test_a_day_that_is_used_up_closes_the_session() -> None:
    """Before the first activation, with the reason."""
    walk = Walk(script(*rounds()), taken_s=590.0)
    walk.until(K.CALIBRATE, LEARNING)
    said = walk.second(AT_REST)
    assert ["dose_is_reached"] == codes(said)
    assert [K.CLOSE] == kinds(said)


@pytest.mark.parametrize("taken_s", [590.0, 600.0, 1e4])
def test_a_day_that_is_used_up_counts_where_the_rest_is_known(taken_s: float) -> None:
    """No activation begins because a rest need not be learned."""
    walk = Walk(script(*rounds()), taken_s=taken_s, has_rest=True)
    walk.stay(AT_REST, 2000)
    assert K.ACTIVATE not in kinds(walk.said)
    assert ["dose_is_reached"] == codes(walk.said)
    assert walk.course.is_over


def test_the_last_of_a_day_is_a_shorter_activation() -> None:
    """Cut to what is left; the next one is none."""
    walk = Walk(script(*rounds()), taken_s=570.0)
    walk.until(K.CALIBRATE, LEARNING)
    begun = of(PhaseChanged, walk.until(K.ACTIVATE, AT_REST))[-1]
    assert begun.t_s + 30.0 == begun.ends_s
    walk.stay(RISEN, 30)
    assert K.SETTLE is walk.kind()
    walk.until(K.CLOSE, AT_REST)
    assert ["dose_is_reached"] == codes(walk.said)
    assert 1 == kinds(walk.said).count(K.ACTIVATE)
