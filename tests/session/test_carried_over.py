"""What earlier sessions mean for the next: help, a settle that is owed, comparisons."""

import os
from datetime import timedelta
from itertools import count
from pathlib import Path
from time import process_time

import pytest

from biofeed.core.beat import BeatLabel
from biofeed.core.fading import faded, with_owed_settle
from biofeed.core.phase import LEVELS, ActivationKind, Feedback, PhaseKind
from biofeed.core.protocol import OPEN, TrainingProtocol
from biofeed.core.values import Output, SessionExit
from biofeed.session.carried_over import CarriedOver, carried_over
from biofeed.session.new_journal import open_locked
from biofeed.session.reading import JOURNAL_NAME
from devices.simulated import SIMULATED
from tests.session.made_practice import (
    NOON,
    a_round,
    beats,
    calendar,
    phase,
    practice,
    second,
    write,
)

F, S, B = LEVELS
ARRIVE, CALIBRATE, ACTIVATE, SETTLE = (
    PhaseKind.ARRIVE,
    PhaseKind.CALIBRATE,
    PhaseKind.ACTIVATE,
    PhaseKind.SETTLE,
)
LATER = NOON + timedelta(hours=8)


def found(
    home: Path, pseudonym: str = "otter", *, simulated: bool = False
) -> CarriedOver:
    """What is carried over in the evening of the day."""
    return carried_over(pseudonym, simulated=simulated, home=home, now=calendar(LATER))


def practised(
    home: Path, *sessions: str, protocol: TrainingProtocol | None = None
) -> list[Feedback]:
    """Practise as often as told, each time with the help that is due.

    A session is a mark for each of its rounds: ``+`` settled, ``-`` did not, ``?``
    could not be read. Returns the help of each session, and of the next.
    """
    protocol = practice() if protocol is None else protocol
    levels = [found(home).help_for(protocol)]
    for day, marks in zip(count(-len(sessions)), sessions, strict=False):
        planned = faded(protocol, levels[-1])
        shown = [p.feedback for p in planned.phases if p.kind is SETTLE]
        told: list[Output] = []
        for number, (mark, feedback) in enumerate(zip(marks, shown, strict=True), 1):
            told += a_round(
                number,
                feedback=feedback,
                settling_time_s=None if mark == "-" else 40.0,
                known_share=0.5 if mark == "?" else 1.0,
            )
        write(home, NOON + timedelta(days=day), *told, protocol=planned)
        levels.append(found(home).help_for(protocol))
    return levels


def test_nothing_is_carried_over_from_nothing(tmp_path: Path) -> None:
    """The first session begins with all help and the whole of the day's dose."""
    carried = found(tmp_path)
    assert CarriedOver() == carried
    assert 600.0 == carried.dose_left_s
    assert F == carried.help_for(practice())
    assert carried.trained_median_s(ActivationKind.MOMENT) is None


@pytest.mark.parametrize(
    ("sessions", "levels"),
    [
        pytest.param(["+++"] * 4, [F, F, F, S, S], id="one round at full a session"),
        pytest.param(["+--"] * 3, [F, F, F, S], id="rounds with less help wait"),
        pytest.param(["?++"] * 3, [F, F, F, F], id="what was not read is no trial"),
        pytest.param(
            ["+++"] * 5 + ["++-", "++-"],
            [F, F, F, S, S, B, B, B],
            id="two a session at sparse, three when blind",
        ),
        pytest.param(
            ["+++"] * 5 + ["--+", "+++"],
            [F, F, F, S, S, B, S, S],
            id="none that missed, then some again",
        ),
        pytest.param(["+++"] * 3 + ["--+"], [F, F, F, S, F], id="back to full"),
    ],
)
def test_help_shrinks_and_grows_over_sessions(
    tmp_path: Path, sessions: list[str], levels: list[Feedback]
) -> None:
    """Three that settled take help away, two that did not give it back."""
    assert levels == practised(tmp_path, *sessions)


def test_who_settles_without_help_goes_on_without(tmp_path: Path) -> None:
    """However many sessions there are, and though only the last are looked at."""
    levels = practised(tmp_path, *["+++"] * 20)
    assert [B] * 15 == levels[-15:]


def test_each_protocol_fades_by_itself(tmp_path: Path) -> None:
    """What was learned standing up is not learned with a moment of one's own."""
    standing = practice((F, F, F), name="stand-and-settle")
    assert [F, S] == practised(tmp_path, "+++", protocol=standing)
    assert F == found(tmp_path).help_for(practice())


def test_people_are_kept_apart(tmp_path: Path) -> None:
    """By pseudonym; those without one are one; a simulated person is none."""
    write(tmp_path, NOON, *a_round(1))
    for hour, pseudonym in ((1, "heron"), (2, ""), (3, "")):
        began = NOON + timedelta(hours=hour)
        write(tmp_path, began, *a_round(1), pseudonym=pseudonym)
    write(tmp_path, NOON + timedelta(hours=4), *a_round(1), device=SIMULATED)
    assert 1 == found(tmp_path).sessions
    assert 1 == found(tmp_path, "heron").sessions
    assert 2 == found(tmp_path, "").sessions
    assert 120.0 == found(tmp_path, "").dose_taken_s
    assert 1 == found(tmp_path, simulated=True).sessions
    assert 0 == found(tmp_path, "ott").sessions


def test_a_pseudonym_may_hold_anything(tmp_path: Path) -> None:
    """Quotation marks and letters of any script are found again."""
    name = 'Ot"ter \\ 呼吸'
    write(tmp_path, NOON, pseudonym=name)
    assert 1 == found(tmp_path, name).sessions


@pytest.mark.parametrize(
    ("exit_", "end_s", "is_first"),
    [
        pytest.param(SessionExit.COMPLETED, 100.0, False, id="to its end"),
        pytest.param(SessionExit.STOPPED, 100.0, True, id="stopped soon"),
        pytest.param(SessionExit.STOPPED, 300.0, False, id="stopped late"),
        pytest.param(None, 900.0, True, id="cut off"),
    ],
)
def test_the_first_session_is_the_first_that_was_seen_through(
    tmp_path: Path, exit_: SessionExit | None, end_s: float, *, is_first: bool
) -> None:
    """One that was stopped at once, or broke off, is not yet the first."""
    write(tmp_path, NOON, second(end_s), exit_=exit_)
    assert is_first == found(tmp_path).is_first


@pytest.mark.parametrize(
    ("kinds", "exit_", "owes"),
    [
        pytest.param([ACTIVATE], None, True, id="in the activation"),
        pytest.param([ACTIVATE, SETTLE], None, True, id="in the settling after it"),
        pytest.param([ACTIVATE, SETTLE, SETTLE], None, True, id="that was extended"),
        pytest.param([ACTIVATE], SessionExit.FAILED, True, id="failed"),
        pytest.param([ACTIVATE], SessionExit.STOPPED, False, id="stopped by wish"),
        pytest.param([ACTIVATE, SETTLE], SessionExit.COMPLETED, False, id="completed"),
        pytest.param([ACTIVATE, SETTLE, PhaseKind.REST], None, False, id="at rest"),
        pytest.param([CALIBRATE, SETTLE], None, False, id="settled without a round"),
        pytest.param([CALIBRATE], None, False, id="learning the rest"),
    ],
)
def test_a_settling_is_owed_after_a_round_that_broke_off(
    tmp_path: Path, kinds: list[PhaseKind], exit_: SessionExit | None, *, owes: bool
) -> None:
    """Cut off or failed between the beginning of a round and the end of it."""
    told = [phase(100.0 + step, kind, step=step) for step, kind in enumerate(kinds)]
    write(tmp_path, LATER - timedelta(hours=1), *told, exit_=exit_)
    assert owes == found(tmp_path).owes_settle


@pytest.mark.parametrize(
    ("kinds", "exit_", "owes"),
    [
        pytest.param([ARRIVE], SessionExit.STOPPED, True, id="stopped before it"),
        pytest.param([ARRIVE, CALIBRATE], None, True, id="cut off before it"),
        pytest.param([CALIBRATE, SETTLE], None, True, id="cut off in it"),
        pytest.param([CALIBRATE, SETTLE], SessionExit.STOPPED, False, id="stopped"),
        pytest.param([CALIBRATE, SETTLE, ACTIVATE], None, True, id="owed once more"),
        pytest.param(
            [CALIBRATE, SETTLE, PhaseKind.REST], None, False, id="settled, then cut off"
        ),
    ],
)
def test_a_settling_is_owed_until_it_was_gone_through(
    tmp_path: Path, kinds: list[PhaseKind], exit_: SessionExit | None, *, owes: bool
) -> None:
    """The session after the one that broke off has to come that far."""
    write(tmp_path, NOON, phase(300.0, ACTIVATE), exit_=None)
    told = [phase(100.0 + step, kind, step=step) for step, kind in enumerate(kinds)]
    protocol = with_owed_settle(practice())
    write(tmp_path, LATER, *told, protocol=protocol, exit_=exit_)
    assert owes == found(tmp_path).owes_settle


def test_a_rest_learned_anew_does_not_settle_what_is_owed(tmp_path: Path) -> None:
    """It comes in between, and the settling after it is still the round's."""
    told = [
        phase(300.0, ACTIVATE, step=1),
        phase(360.0, SETTLE, step=2),
        phase(400.0, CALIBRATE, step=None),
        phase(600.0, SETTLE, step=2),
    ]
    write(tmp_path, NOON, *told, exit_=None)
    assert found(tmp_path).owes_settle


@pytest.mark.parametrize(("hours", "owes"), [(23.9, True), (24.1, False)])
def test_what_is_owed_is_owed_for_a_day(
    tmp_path: Path, hours: float, *, owes: bool
) -> None:
    """Counted from the last record."""
    began = LATER - timedelta(hours=hours, seconds=400)
    write(tmp_path, began, phase(400.0, ACTIVATE), exit_=None)
    assert owes == found(tmp_path).owes_settle


def test_a_session_that_goes_on_owes_nothing(tmp_path: Path) -> None:
    """Another window may be in it; its activation counts to its latest end."""
    folder = write(tmp_path, NOON, phase(300.0, ACTIVATE), second(310.0), exit_=None)
    descriptor = open_locked(folder / JOURNAL_NAME)
    try:
        assert not found(tmp_path).owes_settle
    finally:
        os.close(descriptor)
    assert found(tmp_path).owes_settle


def test_trained_times_are_those_with_help(tmp_path: Path) -> None:
    """By how the activation came about; not blind, not of the probe, settled only."""
    told = [
        *a_round(1, settling_time_s=30.0),
        *a_round(2, settling_time_s=50.0, feedback=S),
        *a_round(3, settling_time_s=70.0, feedback=B),
        *a_round(4, settling_time_s=None),
        *a_round(5, settling_time_s=20.0, activation=ActivationKind.BODY),
    ]
    write(tmp_path, NOON - timedelta(days=3), *told)
    probe = practice((B,), name="transfer-probe")
    write(tmp_path, NOON, *a_round(1, settling_time_s=90.0), protocol=probe)
    carried = found(tmp_path)
    assert (30.0, 50.0) == carried.trained_s[ActivationKind.MOMENT]
    assert 40.0 == carried.trained_median_s(ActivationKind.MOMENT)
    assert 20.0 == carried.trained_median_s(ActivationKind.BODY)


def test_a_round_on_an_irregular_signal_is_no_trial(tmp_path: Path) -> None:
    """Nothing measured of it counts: neither for help nor as a time."""
    for day in (3, 2, 1):
        told = [*beats(300.0, 400.0, label=BeatLabel.ECTOPIC), *a_round(1)]
        write(tmp_path, NOON - timedelta(days=day), *told)
    carried = found(tmp_path)
    assert F == carried.help_for(practice())
    assert {} == carried.trained_s


def test_open_practice_between_does_not_push_rounds_out(tmp_path: Path) -> None:
    """Only sessions with rounds are counted against how far is looked back."""
    write(tmp_path, NOON - timedelta(days=30), *a_round(1))
    for day in range(1, 15):
        write(tmp_path, NOON - timedelta(days=day), protocol=OPEN)
    carried = found(tmp_path)
    assert 40.0 == carried.trained_median_s(ActivationKind.MOMENT)
    assert 15 == carried.sessions


def test_a_year_of_sessions_does_not_delay_the_next(tmp_path: Path) -> None:
    """300 of them, the last ones of half an hour each: well within a second of work."""
    half_an_hour = [
        *beats(0.0, 1800.0),
        *(second(float(t_s)) for t_s in range(1800)),
    ]
    for day in range(300):
        rounds = [*a_round(1), *a_round(2), *a_round(3)]
        told = [*half_an_hour, *rounds] if day < 10 else rounds
        write(tmp_path, NOON - timedelta(days=day), *told)
    began_s = process_time()
    assert 300 == found(tmp_path).sessions
    assert process_time() - began_s < 1.0
