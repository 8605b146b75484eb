"""Where sessions are kept, what the list says of them, and what is recovered."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from biofeed.core.values import SessionExit
from biofeed.session.disk_room import BALLAST_NAME
from biofeed.session.header import Header
from biofeed.session.journal_line import seal
from biofeed.session.json_values import object_of
from biofeed.session.reading import JOURNAL_NAME
from biofeed.session.recording import JournalWriter
from biofeed.session.recording_errors import UnusablePath
from biofeed.session.recovery import RECOVERED_NAME, recover_cut_off
from biofeed.session.store import (
    HOME_VARIABLE,
    Ending,
    describe,
    home_folder,
    list_sessions,
    new_session_folder,
)
from tests.session.made_sessions import STRAP, heard, new_test_header, record, recorded
from tests.strategies import json_values, written


def cut_off(home: Path, lasts_s: float = 30.0) -> Path:
    """A session whose program was killed: no footer, a torn line, the ballast left."""
    folder = new_session_folder(home)
    recorded(folder, lasts_s)
    path = folder / JOURNAL_NAME
    whole = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(whole[:-2]) + whole[-2][:30])
    (folder / BALLAST_NAME).write_bytes(bytes(10))
    return folder


class TestPlaces:
    def test_home_can_be_chosen(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """BIOFEED_HOME says where everything is kept; without it, the system does."""
        monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "mine"))
        assert tmp_path / "mine" == home_folder()
        assert tmp_path / "mine" / "sessions" == new_session_folder().parent
        monkeypatch.delenv(HOME_VARIABLE)
        assert "biofeed" == home_folder().name

    def test_a_session_that_never_began_leaves_nothing(self, tmp_path: Path) -> None:
        """A folder is named before it is needed, and made only by recording."""
        assert not new_session_folder(tmp_path).exists()
        assert [] == list(tmp_path.iterdir())

    def test_names_tell_a_date_and_nobody(self, tmp_path: Path) -> None:
        """Two sessions of one second have folders of their own; no path has a name."""
        first, second = (new_session_folder(tmp_path).name for _ in range(2))
        assert first != second
        assert re.fullmatch(r"\d{8}T\d{6}Z-[0-9a-f]{6}", first)


class TestList:
    def test_there_is_none_yet(self, tmp_path: Path) -> None:
        """Before the first session the list is empty, and no folder is made for it."""
        assert () == list_sessions(tmp_path / "home")

    def test_a_whole_session(self, tmp_path: Path) -> None:
        """The list tells who, with what, how long, and that it is complete."""
        folder = new_session_folder(tmp_path)
        recorded(folder, 90.0)
        (entry,) = list_sessions(tmp_path)
        assert (folder, Ending.COMPLETE) == (entry.folder, entry.ending)
        assert ("otter", "") == (entry.pseudonym, entry.trouble)
        assert isinstance(entry.header, Header)
        assert STRAP == entry.header.device
        assert entry.footer is not None
        assert SessionExit.COMPLETED is entry.footer.exit
        assert 90.0 <= entry.duration_s == entry.footer.t_s <= 101.0

    def test_every_ending_is_told_apart(self, tmp_path: Path) -> None:
        """Complete, cut off, running and unreadable ones stand in one list."""
        recorded(new_session_folder(tmp_path))
        cut_off(tmp_path)
        broken = new_session_folder(tmp_path)
        broken.mkdir(parents=True)
        (broken / JOURNAL_NAME).write_bytes(b"nonsense\n")
        newer = new_session_folder(tmp_path)
        newer.mkdir()
        line = seal({"seq": 0, "record": "header", "schema": 9})
        (newer / JOURNAL_NAME).write_bytes(line)
        header = new_test_header()
        running = JournalWriter.create(new_session_folder(tmp_path), header)
        record(running, heard(10.0), header.settings)
        entries = list_sessions(tmp_path)
        running.close(SessionExit.STOPPED)
        expected = ["complete", "cut_off", "running", "unreadable", "unreadable"]
        assert expected == sorted(entry.ending.value for entry in entries)
        troubles = sorted(entry.trouble for entry in entries if entry.trouble)
        assert 2 == len(troubles)
        assert any("newer biofeed" in trouble for trouble in troubles)

    def test_a_journal_that_is_gone(self, tmp_path: Path) -> None:
        """A session removed while the list is read is said to be so."""
        entry = describe(tmp_path / "gone")
        assert Ending.UNREADABLE is entry.ending
        assert "does not exist" in entry.trouble

    def test_a_home_that_is_a_file(self, tmp_path: Path) -> None:
        """What cannot be looked into is said in a sentence, not as a traceback."""
        (tmp_path / "sessions").write_bytes(b"")
        with pytest.raises(UnusablePath, match="is no folder"):
            list_sessions(tmp_path)

    @given(
        entries=st.lists(
            st.dictionaries(
                st.sampled_from(["record", "t_s", "exit", "inputs", "derived"]),
                json_values | st.sampled_from(["footer", "completed", 10**400]),
                min_size=1,
            ),
            max_size=5,
        ),
        rubbish=st.binary(max_size=50),
    )
    @settings(
        deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    def test_any_content_can_be_listed(
        self, tmp_path: Path, entries: list[dict[str, object]], rubbish: bytes
    ) -> None:
        """Whatever stands behind a header, the list has a line for it."""
        folder = tmp_path / "sessions" / "odd"
        folder.mkdir(parents=True, exist_ok=True)
        header = {"record": "header", "schema": 1, **object_of(new_test_header())}
        lines = [seal(entry) for entry in (header, *map(written, entries))]
        (folder / JOURNAL_NAME).write_bytes(b"".join(lines) + rubbish)
        (folder / RECOVERED_NAME).unlink(missing_ok=True)
        (entry,) = list_sessions(tmp_path)
        assert entry.ending in {Ending.COMPLETE, Ending.CUT_OFF}
        assert 0.0 <= entry.duration_s < 1e9
        recover_cut_off(tmp_path)


class TestRecovery:
    def test_a_cut_session_is_recovered_and_said(self, tmp_path: Path) -> None:
        """What is left is told in seconds, with the time of day it broke off."""
        folder = cut_off(tmp_path)
        (recovered,) = recover_cut_off(tmp_path)
        assert (folder.name, 1) == (recovered.folder, recovered.problems)
        assert 30.0 <= recovered.recovered_s <= 41.0
        seconds = round(recovered.recovered_s)
        assert f"recovered: {seconds} s, cut at 20" in recovered.sentence

    def test_the_raw_is_not_touched(self, tmp_path: Path) -> None:
        """Recovery writes beside the journal, and takes away only the ballast."""
        folder = cut_off(tmp_path)
        before = (folder / JOURNAL_NAME).read_bytes()
        (recovered,) = recover_cut_off(tmp_path)
        assert before == (folder / JOURNAL_NAME).read_bytes()
        assert {JOURNAL_NAME, RECOVERED_NAME} == {p.name for p in folder.iterdir()}
        noted = json.loads((folder / RECOVERED_NAME).read_bytes())
        assert recovered.recovered_s == noted["recovered_s"]

    def test_it_is_said_once(self, tmp_path: Path) -> None:
        """The next start does not tell of it again."""
        cut_off(tmp_path)
        assert 1 == len(recover_cut_off(tmp_path))
        assert () == recover_cut_off(tmp_path)

    def test_whole_and_running_ones_are_left_alone(self, tmp_path: Path) -> None:
        """A session that ended, or that another program records now, is not cut off."""
        recorded(new_session_folder(tmp_path))
        folder = new_session_folder(tmp_path)
        running = JournalWriter.create(folder, new_test_header())
        assert () == recover_cut_off(tmp_path)
        assert not (folder / RECOVERED_NAME).exists()
        running.close(SessionExit.STOPPED)

    def test_an_unreadable_one_hinders_no_other(self, tmp_path: Path) -> None:
        """One journal beyond help does not keep the next from being recovered."""
        for folder in (cut_off(tmp_path), cut_off(tmp_path)):
            (folder / JOURNAL_NAME).write_bytes(b"")
        cut_off(tmp_path)
        assert 1 == len(recover_cut_off(tmp_path))
