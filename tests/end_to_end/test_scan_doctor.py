"""Looking for straps where there is no Bluetooth, and the doctor that says so."""

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.command import Answer, Biofeed, assert_said
from tests.end_to_end.conftest import Mounted

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.skipif(
        sys.platform != "linux",
        reason="only Linux can be told that it has no Bluetooth and no screen",
    ),
]


class TestWithoutBluetooth:
    def test_scan_says_what_is_missing_and_what_to_do(self, biofeed: Biofeed) -> None:
        """No radio is a failure of the machine, not of the person: exit status 1."""
        answer = biofeed("scan", "--seconds", "1")
        assert_said(answer, "no Bluetooth radio", "Plug in", status=1)

    def test_scan_for_programs_fails_likewise(self, biofeed: Biofeed) -> None:
        """With --json a program has the exit status, and no list to misread."""
        assert_said(biofeed("scan", "--seconds", "1", "--json"), "radio", status=1)

    def test_live_says_the_same_and_begins_nothing(self, biofeed: Biofeed) -> None:
        """No session without a strap: nothing is recorded."""
        answer = biofeed("live", "--headless")
        assert_said(answer, "no Bluetooth radio", "Plug in", status=1)
        assert biofeed.sessions == []


def findings(biofeed: Biofeed, *, status: int = 0) -> dict[str, dict[str, Any]]:
    """What the doctor found, by name."""
    answer = biofeed("doctor", "--json")
    assert status == answer.status
    assert answer.err == ""
    (found,) = answer.objects
    return {finding["name"]: finding for finding in found}


class TestDoctor:
    def test_it_says_what_is_missing_and_how_to_get_it(self, biofeed: Biofeed) -> None:
        """What is missing comes with what to do; none of it ends everything."""
        found = findings(biofeed)
        for name in ("bluetooth", "screen"):
            assert found[name]["verdict"] == "warn"
            assert found[name]["remedy"] != ""
        assert found["python"]["verdict"] == "ok"

    def test_it_looks_where_the_sessions_are_kept(self, biofeed: Biofeed) -> None:
        """The folder is the one that recording uses, and looking does not make it."""
        assert str(biofeed.home) in findings(biofeed)["data folder"]["sentence"]
        assert not biofeed.home.exists()

    def test_a_home_that_cannot_be_used_is_a_failure(self, tmp_path: Path) -> None:
        """Nothing could be recorded: exit status 1, also for a program."""
        home = tmp_path / "file"
        home.write_text("no folder")
        found = findings(Biofeed(home=home / "in_a_file"), status=1)
        assert found["data folder"]["verdict"] == "fail"

    def test_a_person_reads_a_line_for_each(self, biofeed: Biofeed) -> None:
        """Each finding is a line, and what to do stands under it."""
        answer = biofeed("doctor")
        assert answer.status == 0
        assert "ok    python: " in answer.out
        assert "note  screen: " in answer.out


class TestWithoutScreen:
    def test_the_window_is_not_opened_and_the_ways_without_are_named(
        self, biofeed: Biofeed
    ) -> None:
        """Bare ``biofeed`` says why, and what works: exit status 1."""
        answer = biofeed()
        assert_said(answer, "no screen", "biofeed demo --headless", status=1)


class TestWhereNothingCanBeRecorded:
    """A session that could not be kept is not begun, and the sentence says why."""

    def test_a_home_inside_a_file(self, tmp_path: Path) -> None:
        """A folder that cannot be made is named, with what to do."""
        file = tmp_path / "file"
        file.write_text("no folder")
        answer = Biofeed(home=file)("demo", "--headless")
        assert_unrecorded(answer, str(file), "BIOFEED_HOME")
        assert file.read_text() == "no folder"

    def test_a_disk_with_too_little_room(self, mounted: Mounted) -> None:
        """Two megabytes would be full within the hour: none begins on them."""
        home = mounted("size=2M")
        answer = Biofeed(home=home)("demo", "--headless")
        assert_unrecorded(answer, "has only 2 MB free", "Make room")
        assert [] == list(home.rglob("events.jsonl"))

    def test_a_disk_that_can_only_be_read(self, mounted: Mounted) -> None:
        """The disk is what is told of, and where to go instead."""
        answer = Biofeed(home=mounted("ro"))("demo", "--headless")
        assert_unrecorded(answer, "can only be read", "BIOFEED_HOME")

    def test_a_home_that_may_only_be_read(self, tmp_path: Path) -> None:
        """A folder without permission to write is told as that."""
        if os.geteuid() == 0:
            pytest.skip("root may write anywhere")
        home = tmp_path / "home"
        home.mkdir(mode=0o500)
        answer = Biofeed(home=home)("demo", "--headless")
        assert_unrecorded(answer, str(home), "may not be used by you")

    def test_without_recording_it_runs_all_the_same(self, tmp_path: Path) -> None:
        """Who wants no recording needs no place for one."""
        home = tmp_path / "file"
        home.write_text("no folder")
        answer = Biofeed(home=home)("demo", "--headless", "--no-record")
        assert answer.status == 0
        assert answer.err == ""


def assert_unrecorded(answer: Answer, *words: str) -> None:
    """It failed, with one sentence."""
    assert_said(answer, *words, status=1)
