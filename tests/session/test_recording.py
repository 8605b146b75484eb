"""The journal of a running session: what is in it, and when it is there."""

import json
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from biofeed.core.events import Action, Command, Tick
from biofeed.core.phase import PhaseKind
from biofeed.core.settings import EngineSettings
from biofeed.core.values import PhaseChanged, SessionExit
from biofeed.session.disk_room import BALLAST_NAME, RoomRule
from biofeed.session.exclusive_lock import is_locked
from biofeed.session.journal_line import unseal
from biofeed.session.json_values import Json
from biofeed.session.reading import JOURNAL_NAME
from biofeed.session.recording import JournalWriter
from biofeed.session.recording_errors import (
    RecordingError,
    StillInMemory,
    TooLittleRoom,
    Trouble,
    UnusablePath,
)
from biofeed.session.snapshot import HrvPanel, RecordingState
from devices.source import Notification
from tests.session.disks import MoodyDisk
from tests.session.made_sessions import heard, new_test_header, record, recorded


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sessions" / "one"


@pytest.fixture
def disk() -> MoodyDisk:
    return MoodyDisk()


@pytest.fixture
def journal(folder: Path, disk: MoodyDisk) -> Iterator[JournalWriter]:
    writer = JournalWriter.create(folder, new_test_header(), disk=disk)
    yield writer
    disk.room_bytes, disk.refuses_to_sync = 2**30, False
    disk.answers.set()
    writer.close(SessionExit.FAILED)


def lines_of(folder: Path) -> list[Json]:
    """Every record, each with its checksum proved."""
    lines = (folder / JOURNAL_NAME).read_bytes().splitlines()
    records = [unseal(line) for line in lines]
    return [found for found in records if found is not None]


class TestLayout:
    def test_it_opens_with_a_header(self, folder: Path, journal: JournalWriter) -> None:
        """All that a replay needs stands in the first line, before any event."""
        (header,) = lines_of(folder)
        assert ("header", 1, 0) == (header["record"], header["schema"], header["seq"])
        assert "otter" == header["pseudonym"]
        assert isinstance(header["settings"], dict)
        assert 3.5 == header["settings"]["episodes"]["k_on_z"]
        assert isinstance(header["protocol"], dict)
        assert [{"kind": "arrive", "least_s": 60.0}] == header["protocol"]["phases"]
        assert isinstance(header["versions"], dict)
        assert sys.version.split()[0] == header["versions"]["python"]
        assert {"biofeed", "bleak", "neurokit2", "numpy"} < set(header["versions"])

    def test_every_line_is_json_and_counts_on(self, folder: Path) -> None:
        """Any program can read a journal, and see that no line of it is missing."""
        recorded(folder)
        lines = (folder / JOURNAL_NAME).read_text("ascii").splitlines()
        assert list(range(len(lines))) == [json.loads(line)["seq"] for line in lines]
        assert all(list(json.loads(line))[-1] == "crc32" for line in lines)

    def test_it_closes_with_a_footer(self, folder: Path) -> None:
        """The last line counts what is above it and says why the session ended."""
        derived = recorded(folder)
        *above, footer = lines_of(folder)
        inputs = [r for r in above if "algorithm" not in r and r["record"] != "clocks"]
        assert ("footer", "completed", 0) == (
            footer["record"],
            footer["exit"],
            footer["dropped"],
        )
        assert (len(inputs), len(derived)) == (footer["inputs"], footer["derived"])

    def test_what_was_derived_is_marked(self, folder: Path) -> None:
        """Nobody takes a result for a measurement, or one algorithm for another."""
        recorded(folder)
        for line in lines_of(folder):
            is_derived = line["record"] in {"beat", "second", "phase_changed"}
            assert is_derived <= (line.get("derived") is True)
            assert ("algorithm" in line) >= is_derived

    def test_panels_name_neurokit(self, folder: Path, journal: JournalWriter) -> None:
        """NeuroKit2's numbers are marked with its version, not with ours."""
        panel = HrvPanel(
            window_s=60, end_s=61.0, beats=70, artefacts=0, indices={"HRV_RMSSD": 40.5}
        )
        journal.write_panel(panel)
        line = lines_of(folder)[-1]
        assert str(line["algorithm"]).startswith("neurokit2 ")
        assert {"HRV_RMSSD": 40.5} == line["indices"]

    def test_ticks_leave_no_trace(self, folder: Path, journal: JournalWriter) -> None:
        """A tick means nothing; the second it led to is what is kept."""
        journal.write_input(Tick(t_s=3.0))
        assert 1 == len(lines_of(folder))

    def test_the_clocks_are_noted_each_minute(
        self, folder: Path, journal: JournalWriter
    ) -> None:
        """A sleep of the computer can be placed to the minute."""
        for t_s in range(200):
            journal.sync_if_due(float(t_s))
        noted = [line["t_s"] for line in lines_of(folder) if line["record"] == "clocks"]
        assert [60.0, 120.0, 180.0] == noted


class TestSafety:
    def test_an_input_is_there_when_the_call_returns(
        self, folder: Path, journal: JournalWriter
    ) -> None:
        """What is folded is on its way to the disk already."""
        for n in range(5):
            journal.write_input(Notification(t_s=float(n), payload=bytes([0, 60 + n])))
            assert bytes([0, 60 + n]).hex() == lines_of(folder)[-1]["payload"]

    def test_it_is_synced_each_second_and_each_phase(
        self, journal: JournalWriter, disk: MoodyDisk
    ) -> None:
        """A power cut costs a second; a phase that began stays begun."""
        begun = disk.syncs
        for tenth in range(31):
            journal.write_input(Notification(t_s=tenth / 10.0, payload=b""))
            journal.sync_if_due(tenth / 10.0)
            self.wait_for_sync(journal)
        assert 4 == disk.syncs - begun
        journal.write_outputs([PhaseChanged(t_s=3.2, kind=PhaseKind.SETTLE)])
        self.wait_for_sync(journal)
        assert 5 == disk.syncs - begun

    @staticmethod
    def wait_for_sync(journal: JournalWriter) -> None:
        """Let the sync that was begun end."""
        journal._file._sync_thread.submit(lambda: None).result()

    @pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
    def test_nobody_else_may_read_it(
        self, folder: Path, journal: JournalWriter
    ) -> None:
        """What a heart did is its owner's business."""
        modes = [
            stat.S_IMODE(path.stat().st_mode)
            for path in (folder.parent, folder, folder / JOURNAL_NAME)
        ]
        assert [0o700, 0o700, 0o600] == modes

    def test_it_is_locked_while_it_runs(
        self, folder: Path, journal: JournalWriter
    ) -> None:
        """Nobody takes a running session for one that was cut off."""
        assert is_locked(folder / JOURNAL_NAME)
        journal.close(SessionExit.COMPLETED)
        assert not is_locked(folder / JOURNAL_NAME)

    def test_closing_leaves_only_the_journal(
        self, folder: Path, journal: JournalWriter
    ) -> None:
        """The ballast goes with the session."""
        assert 8 * 2**20 == (folder / BALLAST_NAME).stat().st_size
        journal.close(SessionExit.COMPLETED)
        assert [folder / JOURNAL_NAME] == list(folder.iterdir())

    def test_closed_it_takes_nothing_more(
        self, folder: Path, journal: JournalWriter
    ) -> None:
        """A late panel or key press writes nothing behind the footer."""
        journal.close(SessionExit.STOPPED)
        journal.write_input(Command(t_s=9.0, action=Action.MARK))
        journal.sync_if_due(10.0)
        journal.close(SessionExit.FAILED)
        assert ["header", "footer"] == [line["record"] for line in lines_of(folder)]
        assert RecordingState.SAVED is journal.state


class TestTroubles:
    def test_a_full_disk_and_room_again(
        self, folder: Path, journal: JournalWriter, disk: MoodyDisk
    ) -> None:
        """A session goes on over a full disk, says so, and loses nothing."""
        events = heard(60.0)
        settings = EngineSettings()
        disk.room_bytes = 4000
        record(journal, (event for event in events if event.t_s < 30.0), settings)
        states = [journal.state]
        disk.room_bytes = 2**30
        journal.sync_if_due(31.0)
        states.append(journal.state)
        assert [RecordingState.HELD_IN_MEMORY, RecordingState.SAVED] == states
        journal.close(SessionExit.COMPLETED)
        lines = lines_of(folder)
        assert list(range(len(lines))) == [line["seq"] for line in lines]

    def test_closing_on_a_full_disk_can_be_tried_again(
        self, folder: Path, journal: JournalWriter, disk: MoodyDisk
    ) -> None:
        """The end of a session waits for room; the footer is written once."""
        disk.room_bytes = 0
        journal.write_input(Command(t_s=1.0, action=Action.MARK))
        for _ in range(2):
            with pytest.raises(StillInMemory) as refused:
                journal.close(SessionExit.COMPLETED)
            assert 2 == refused.value.records
            assert "keep this program open" in str(refused.value)
        disk.room_bytes = 2**20
        journal.close(SessionExit.COMPLETED)
        expected = ["header", "command", "footer"]
        assert expected == [line["record"] for line in lines_of(folder)]

    def test_too_little_room_is_refused(self, folder: Path) -> None:
        """No session begins that could not be kept; the sentence says what to do."""
        with pytest.raises(TooLittleRoom, match="Make room on it") as refused:
            JournalWriter.create(
                folder, new_test_header(), room=RoomRule(least_free_bytes=2**62)
            )
        assert 2**62 == refused.value.needed_bytes
        assert not folder.exists()

    def test_little_room_is_a_warning(self, folder: Path) -> None:
        """A disk that runs short is named before it is full."""
        rule = RoomRule(warn_below_bytes=2**62)
        journal = JournalWriter.create(folder, new_test_header(), room=rule)
        assert "MB free" in journal.warning
        journal.close(SessionExit.COMPLETED)

    def test_a_second_session_never_overwrites_the_first(self, folder: Path) -> None:
        """A folder holds one recording, for ever."""
        recorded(folder)
        before = (folder / JOURNAL_NAME).read_bytes()
        with pytest.raises(UnusablePath, match="none is ever overwritten") as refused:
            JournalWriter.create(folder, new_test_header())
        assert Trouble.EXISTS is refused.value.trouble
        assert before == (folder / JOURNAL_NAME).read_bytes()

    def test_a_folder_that_cannot_be(self, tmp_path: Path) -> None:
        """A home that is a file is refused in a sentence."""
        (tmp_path / "file").write_bytes(b"")
        with pytest.raises(UnusablePath, match="no folder") as refused:
            JournalWriter.create(tmp_path / "file" / "one", new_test_header())
        assert Trouble.NOT_A_FOLDER is refused.value.trouble
        assert "BIOFEED_HOME" in str(refused.value)

    def test_a_disk_that_refuses_from_the_start(
        self, folder: Path, disk: MoodyDisk
    ) -> None:
        """A header that cannot be written leaves no half journal behind."""
        disk.room_bytes = 100
        with pytest.raises(RecordingError, match="full"):
            JournalWriter.create(folder, new_test_header(), disk=disk)
        assert not folder.exists()
