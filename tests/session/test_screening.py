"""Who has been asked before activations, what is kept of it, and for how long."""

import json
import os
import stat
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from biofeed.core.phase import Feedback
from biofeed.core.protocol import OPEN
from biofeed.session.journal_line import unseal
from biofeed.session.recording_errors import UnusablePath
from biofeed.session.screening import (
    AGREED_NAME,
    CONDITIONS,
    SCREENING_NAME,
    ReasonNeeded,
    Screening,
    ScreeningResult,
    may_activate,
    needs_screening,
    record_screening,
    screened,
)
from tests.session.made_practice import NOON, calendar, practice

CLEAR, AGREED, NOT_YET = ScreeningResult

NOW = calendar(NOON)


def test_only_activations_need_it() -> None:
    """Open practice begins unasked, rounds do not."""
    assert needs_screening(practice((Feedback.FULL,)))
    assert not needs_screening(OPEN)


@pytest.mark.parametrize(
    ("result", "may"), [(CLEAR, True), (AGREED, True), (NOT_YET, False)]
)
def test_what_follows_from_an_answer(result: ScreeningResult, *, may: bool) -> None:
    """Nothing applies, or a clinician agreed: only then is anybody activated."""
    assert may == may_activate(Screening(result=result, t_utc=NOW.utc))


def test_nobody_is_activated_unasked(tmp_path: Path) -> None:
    """No answer is no permission."""
    assert screened("otter", home=tmp_path, now=NOW) is None
    assert not may_activate(None)


def test_answers_are_kept_by_person(tmp_path: Path) -> None:
    """Each has their own, who gave no pseudonym too; the newest counts."""
    for pseudonym, result in (("otter", CLEAR), ("", NOT_YET), ("otter", NOT_YET)):
        record_screening(result, pseudonym, home=tmp_path, now=NOW)
    record_screening(CLEAR, "heron", home=tmp_path, now=NOW)
    expected = {"otter": NOT_YET, "": NOT_YET, "heron": CLEAR}
    for pseudonym, result in expected.items():
        found = screened(pseudonym, home=tmp_path, now=NOW)
        assert Screening(result=result, t_utc=NOW.utc) == found


@pytest.mark.parametrize(
    ("days", "holds"),
    [(0, True), (90, True), (90.1, False), (-0.5, True), (-2, False)],
)
def test_an_answer_holds_for_ninety_days(
    tmp_path: Path, days: float, *, holds: bool
) -> None:
    """And not when it is dated later than the calendar: one of both is wrong."""
    record_screening(CLEAR, "otter", home=tmp_path, now=NOW)
    then = calendar(NOON + timedelta(days=days))
    assert holds == (screened("otter", home=tmp_path, now=then) is not None)


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_going_on_in_spite_of_a_yes_needs_a_reason(tmp_path: Path, reason: str) -> None:
    """Without one nothing is kept."""
    with pytest.raises(ReasonNeeded):
        record_screening(AGREED, "otter", reason=reason, home=tmp_path, now=NOW)
    assert screened("otter", home=tmp_path, now=NOW) is None


def test_what_was_agreed_is_never_erased(tmp_path: Path) -> None:
    """Later answers, and agreements with the same person, leave it on the list."""
    for reason in ("seen on Monday", "seen again"):
        record_screening(AGREED, "otter", reason=reason, home=tmp_path, now=NOW)
    record_screening(NOT_YET, "otter", home=tmp_path, now=NOW)
    lines = (tmp_path / AGREED_NAME).read_bytes().split(b"\n")
    kept = [record for line in lines if (record := unseal(line)) is not None]
    assert ["seen on Monday", "seen again"] == [record["reason"] for record in kept]
    assert {("otter", NOW.utc)} == {(r["pseudonym"], r["t_utc"]) for r in kept}


def test_an_agreement_that_cannot_be_listed_does_not_count(tmp_path: Path) -> None:
    """First the list, then the permission."""
    (tmp_path / AGREED_NAME).mkdir()
    with pytest.raises(UnusablePath):
        record_screening(AGREED, "otter", reason="seen", home=tmp_path, now=NOW)
    assert screened("otter", home=tmp_path, now=NOW) is None


def test_no_condition_is_kept(tmp_path: Path) -> None:
    """The file holds a result and a time, and no word of anybody's."""
    reason = "words that belong to no answer of this kind"
    record_screening(NOT_YET, "otter", reason=reason, home=tmp_path, now=NOW)
    content = (tmp_path / SCREENING_NAME).read_text()
    assert {"result", "t_utc", "reason"} == json.loads(content)["people"][
        "otter"
    ].keys()
    assert [] == [text for text in (*CONDITIONS, reason) if text in content]
    assert [SCREENING_NAME] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such permissions")
def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    """Both files are their owner's alone, whatever the umask."""
    before = os.umask(0)
    try:
        record_screening(AGREED, "otter", reason="seen", home=tmp_path, now=NOW)
    finally:
        os.umask(before)
    for name in (SCREENING_NAME, AGREED_NAME):
        assert 0o600 == stat.S_IMODE((tmp_path / name).stat().st_mode)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"people": {"otter": {"result": "fine"}}}', b"\xff"],
)
def test_what_cannot_be_read_is_asked_again(tmp_path: Path, content: bytes) -> None:
    """It is no permission, and does not keep the next answer from being kept."""
    (tmp_path / SCREENING_NAME).write_bytes(content)
    assert screened("otter", home=tmp_path, now=NOW) is None
    record_screening(CLEAR, "otter", home=tmp_path, now=NOW)
    assert may_activate(screened("otter", home=tmp_path, now=NOW))


def test_an_answer_whose_date_cannot_be_read_is_asked_again(tmp_path: Path) -> None:
    """Nobody knows how old it is."""
    people = {"otter": {"result": "clear", "t_utc": "lately"}}
    (tmp_path / SCREENING_NAME).write_text(json.dumps({"people": people}))
    assert screened("otter", home=tmp_path, now=NOW) is None


def test_a_home_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """In a sentence, as for a recording."""
    (tmp_path / "file").touch()
    with pytest.raises(UnusablePath):
        record_screening(CLEAR, "otter", home=tmp_path / "file", now=NOW)
