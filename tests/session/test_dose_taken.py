"""The day's dose, counted from journals: also after a crash, and never too low."""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from biofeed.core.phase import PhaseKind
from biofeed.core.values import SessionExit
from biofeed.session.carried_over import carried_over
from biofeed.session.new_journal import open_locked
from biofeed.session.reading import JOURNAL_NAME
from tests.session.made_practice import NOON, a_round, calendar, phase, second, write

ACTIVATE, SETTLE = PhaseKind.ACTIVATE, PhaseKind.SETTLE
EVENING = NOON + timedelta(hours=8)
MIDNIGHT = datetime(2026, 3, 2, tzinfo=UTC)


def taken_s(
    home: Path, pseudonym: str = "otter", *, now: datetime = EVENING, ahead_s: int = 0
) -> float:
    """The dose of the day so far."""
    at = calendar(now, ahead_s=ahead_s)
    return carried_over(pseudonym, home=home, now=at).dose_taken_s


def test_activations_of_the_day_add_up(tmp_path: Path) -> None:
    """Over all rounds and sessions, whatever the protocol, and nothing else counts."""
    write(tmp_path, NOON, *a_round(1), *a_round(2))
    write(tmp_path, NOON + timedelta(hours=2), *a_round(1))
    write(tmp_path, NOON - timedelta(days=1), *a_round(1))
    assert 180.0 == taken_s(tmp_path)


@pytest.mark.parametrize(
    ("exit_", "last_s", "expected_s"),
    [
        pytest.param(None, 330.0, 32.0, id="cut off: a little more than is recorded"),
        pytest.param(SessionExit.STOPPED, 330.0, 30.0, id="stopped"),
        pytest.param(SessionExit.FAILED, 345.0, 45.0, id="failed"),
    ],
)
def test_an_activation_that_did_not_end_counts_to_where_the_session_did(
    tmp_path: Path, exit_: SessionExit | None, last_s: float, expected_s: float
) -> None:
    """To the footer, or to the last record."""
    write(tmp_path, NOON, phase(300.0, ACTIVATE), second(last_s), exit_=exit_)
    assert expected_s == taken_s(tmp_path)


def test_an_activation_under_way_counts_to_its_latest_end(tmp_path: Path) -> None:
    """A second window of the program cannot give the same dose again."""
    began = replace(phase(300.0, ACTIVATE), ends_s=360.0)
    folder = write(tmp_path, NOON, began, second(310.0), exit_=None)
    descriptor = open_locked(folder / JOURNAL_NAME)
    try:
        assert 60.0 == taken_s(tmp_path)
    finally:
        os.close(descriptor)


def test_an_extended_activation_is_one(tmp_path: Path) -> None:
    """Said twice, it is counted once."""
    told = [phase(t_s, ACTIVATE) for t_s in (300.0, 320.0)] + [phase(350.0, SETTLE)]
    write(tmp_path, NOON, *told)
    assert 50.0 == taken_s(tmp_path)


@pytest.mark.parametrize(
    ("now", "expected_s"), [(EVENING, 60.0), (MIDNIGHT + timedelta(hours=1), 40.0)]
)
def test_a_session_over_midnight_counts_for_either_day(
    tmp_path: Path, now: datetime, expected_s: float
) -> None:
    """On the new day, what was after midnight; on the old one all there is by then."""
    write(tmp_path, MIDNIGHT - timedelta(seconds=320), *a_round(1))
    assert expected_s == taken_s(tmp_path, now=now)


def test_the_day_is_that_of_the_calendar(tmp_path: Path) -> None:
    """At noon in London it is tomorrow east of the date line."""
    write(tmp_path, NOON, *a_round(1))
    later = NOON + timedelta(hours=2)
    assert 60.0 == taken_s(tmp_path, now=later)
    assert 0.0 == taken_s(tmp_path, now=later, ahead_s=11 * 3600)


def test_a_clock_that_was_set_back_gives_nothing_back(tmp_path: Path) -> None:
    """What is dated later than now was before now all the same."""
    write(tmp_path, NOON + timedelta(days=2), *a_round(1))
    assert 60.0 == taken_s(tmp_path)


def test_a_journal_that_was_deleted_still_counts(tmp_path: Path) -> None:
    """The session after it was told what had been taken."""
    write(tmp_path, NOON, *a_round(1), dose_taken_s=240.0)
    assert 300.0 == taken_s(tmp_path)
    assert 0.0 == taken_s(tmp_path, now=EVENING + timedelta(days=1))


def test_a_journal_that_does_not_say_whose_counts_for_everybody(
    tmp_path: Path,
) -> None:
    """Without a sound header what is left of it is taken, and by its folder's date."""
    folder = write(tmp_path, NOON, *a_round(1), pseudonym="heron")
    path = folder / JOURNAL_NAME
    content = path.read_bytes()
    path.write_bytes(content[content.index(b'"device"') :])
    for pseudonym in ("heron", "otter"):
        assert 60.0 == taken_s(tmp_path, pseudonym)
        assert 0.0 == taken_s(tmp_path, pseudonym, now=EVENING + timedelta(days=1))


def test_a_damaged_header_that_says_whose_counts_for_them_alone(
    tmp_path: Path,
) -> None:
    """What can be read of it is believed as far as to leave others alone."""
    folder = write(tmp_path, NOON, *a_round(1), pseudonym="heron")
    path = folder / JOURNAL_NAME
    path.write_bytes(path.read_bytes().replace(b'"schema":1', b'"schema":7'))
    assert 60.0 == taken_s(tmp_path, "heron")
    assert 0.0 == taken_s(tmp_path, "otter")


@pytest.mark.parametrize("lost", [b'"kind":"activate"', b'"kind":"settle"'])
def test_an_unreadable_line_does_not_make_it_less(tmp_path: Path, lost: bytes) -> None:
    """The round says again when its activation was."""
    told = [*a_round(1), *a_round(2)]
    folder = write(tmp_path, NOON, *told)
    path = folder / JOURNAL_NAME
    head, _, rest = path.read_bytes().partition(b"\n")
    path.write_bytes(head + b"\n" + rest.replace(lost, lost.upper(), 1))
    assert 120.0 <= taken_s(tmp_path)


def test_a_journal_that_cannot_be_opened_is_passed_over(tmp_path: Path) -> None:
    """The others are read, and nobody is kept from beginning."""
    write(tmp_path, NOON, *a_round(1))
    (tmp_path / "sessions" / "20260301T130000Z-ffffff" / JOURNAL_NAME).mkdir(
        parents=True
    )
    assert 60.0 == taken_s(tmp_path)
