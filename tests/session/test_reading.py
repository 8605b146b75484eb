"""A journal read back: whole, cut off, damaged, foreign."""

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from biofeed.core.beat import Beat
from biofeed.core.engine import Engine
from biofeed.core.events import Event, Tick
from biofeed.core.settings import EngineSettings
from biofeed.core.values import Output, PhaseChanged, Second, SessionExit
from biofeed.session.journal_line import Fault, Problem, seal, unseal
from biofeed.session.reading import JOURNAL_NAME, KINDS, Journal, read_journal
from biofeed.session.recording import JournalWriter
from biofeed.session.recording_errors import (
    CorruptRecording,
    NoSessionInside,
    RecordingError,
    Trouble,
    UnsupportedSchema,
    UnusablePath,
)
from biofeed.session.snapshot import HrvPanel
from devices.heart_rate import build
from devices.phrase import phrase_of
from devices.source import BatteryLevel, Notification
from tests import strategies
from tests.session.made_sessions import heard, new_test_header, record, recorded
from tests.untold import left_in_english

Lines = list[bytes]

on_one_file = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a short session."""
    folder = tmp_path_factory.mktemp("sessions") / "whole"
    recorded(folder)
    return (folder / JOURNAL_NAME).read_bytes()


def read_bytes(tmp_path: Path, content: bytes) -> Journal:
    path = tmp_path / "some.jsonl"
    path.write_bytes(content)
    return read_journal(path)


def said(journal: Journal) -> list[Event]:
    """The events that were written, without the ticks that reading adds."""
    return [event for event in journal.events if not isinstance(event, Tick)]


class TestWhole:
    def test_the_events_come_back(self, tmp_path: Path) -> None:
        """Everything that was said is there, in its order, and nothing else is."""
        recorded(tmp_path)
        expected = [event for event in heard(30.0) if not isinstance(event, Tick)]
        assert expected == said(read_journal(tmp_path))

    def test_a_replay_is_the_session_to_the_last_bit(self, tmp_path: Path) -> None:
        """Folding a journal gives what the session gave live, and what it recorded."""
        live = recorded(tmp_path, lasts_s=600.0)
        journal = read_journal(tmp_path)
        engine = Engine(journal.header.settings)
        replayed = [out for event in journal.events for out in engine.receive(event)]
        assert repr(live) == repr(replayed)
        assert tuple(live) == journal.outputs

    def test_folder_and_file_are_the_same(self, tmp_path: Path) -> None:
        """A session may be named by its folder or by its journal."""
        recorded(tmp_path)
        assert read_journal(tmp_path) == read_journal(tmp_path / JOURNAL_NAME)

    def test_nothing_to_remark(self, tmp_path: Path) -> None:
        """A session that ended well is read without a word."""
        recorded(tmp_path)
        journal = read_journal(tmp_path)
        assert journal.footer is not None
        assert SessionExit.COMPLETED is journal.footer.exit
        assert ((), ()) == (journal.problems, journal.remarks)
        assert journal.footer.t_s == journal.end_s

    @given(
        events=st.lists(strategies.events, max_size=12),
        outputs=st.lists(strategies.outputs, max_size=6),
        panels=st.lists(strategies.panels, max_size=2),
        engine_settings=strategies.engine_settings,
    )
    @settings(max_examples=40, deadline=None)
    def test_anything_written_is_read(
        self,
        tmp_path_factory: pytest.TempPathFactory,
        events: list[Event],
        outputs: list[Output],
        panels: list[HrvPanel],
        engine_settings: EngineSettings,
    ) -> None:
        """Whatever a session can hold comes back, with the settings it ran under."""
        folder = tmp_path_factory.mktemp("sessions")
        header = new_test_header(engine_settings)
        writer = JournalWriter.create(folder, header)
        for event in events:
            writer.write_input(event)
        writer.write_outputs(outputs)
        for panel in panels:
            writer.write_panel(panel)
        writer.close(SessionExit.STOPPED)
        journal = read_journal(folder)
        assert header == journal.header
        assert [e for e in events if not isinstance(e, Tick)] == said(journal)
        assert (tuple(outputs), tuple(panels)) == (journal.outputs, journal.panels)
        assert () == journal.problems

    def test_time_goes_on_where_nothing_is_said(self, tmp_path: Path) -> None:
        """A second that was derived becomes the tick that led to it, once."""
        recorded(tmp_path)
        journal = read_journal(tmp_path)
        ticks = [event.t_s for event in journal.events if isinstance(event, Tick)]
        shown = [o.t_s for o in journal.outputs if isinstance(o, Second | PhaseChanged)]
        assert set(ticks) <= set(shown)
        reached_s = -1.0
        for event in journal.events:
            assert event.t_s > reached_s or not isinstance(event, Tick)
            reached_s = max(reached_s, event.t_s)
        assert max(shown) <= journal.end_s


class TestCutOff:
    @given(at=st.floats(0.0, 1.0))
    @on_one_file
    def test_a_cut_anywhere_costs_one_record(
        self, tmp_path: Path, whole: bytes, at: float
    ) -> None:
        """However a journal breaks off, every line before the break is read."""
        header_bytes = whole.index(b"\n")
        cut = header_bytes + round(at * (len(whole) - header_bytes))
        journal = read_bytes(tmp_path, whole[:cut])
        complete = whole[:cut].count(b"\n")
        records = [unseal(line) for line in whole.splitlines()[1:complete]]
        inputs = [
            r
            for r in records
            if r and "derived" not in r and "t_s" in r and r["record"] != "clocks"
        ]
        found = len(said(journal)) + (journal.footer is not None)
        assert len(inputs) <= found <= len(inputs) + 1
        assert len(journal.problems) <= 1

    def test_it_is_said(self, tmp_path: Path, whole: bytes) -> None:
        """A session without an end is shown as such, with its torn line."""
        journal = read_bytes(tmp_path, whole[:-40])
        last = whole.count(b"\n")
        assert None is journal.footer
        assert (Problem(line=last, fault=Fault.TORN),) == journal.problems
        cut_off, passed_over = journal.remarks
        assert "was cut off" in cut_off
        assert f"line {last}" in passed_over

    def test_a_tail_of_zeros_is_no_harm(self, tmp_path: Path, whole: bytes) -> None:
        """Some file systems leave zeros behind after a power cut."""
        lines = whole.splitlines(keepends=True)
        journal = read_bytes(tmp_path, b"".join(lines[:20]) + bytes(4096))
        assert (Problem(line=21, fault=Fault.TORN),) == journal.problems

    def test_the_very_start(self, tmp_path: Path) -> None:
        """A session that was killed while it wrote its header says what it is."""
        with pytest.raises(CorruptRecording, match="line 1") as refused:
            read_bytes(tmp_path, b"")
        assert 1 == refused.value.line


class TestDamage:
    @given(
        at=st.floats(0.0, 1.0),
        damage=st.binary(min_size=1, max_size=5),
        removed=st.booleans(),
    )
    @on_one_file
    def test_damage_costs_what_it_touches(
        self, tmp_path: Path, whole: bytes, at: float, damage: bytes, *, removed: bool
    ) -> None:
        """Bytes that were altered or inserted cost their own lines and no other."""
        place = round(at * len(whole))
        kept_from = place + (len(damage) if removed else 0)
        try:
            journal = read_bytes(tmp_path, whole[:place] + damage + whole[kept_from:])
        except CorruptRecording:
            assert place <= whole.index(b"\n")
            return
        undamaged = read_bytes(tmp_path, whole)
        touched = damage.count(b"\n") + whole[place:kept_from].count(b"\n") + 1
        assert len(said(journal)) >= len(said(undamaged)) - touched
        assert len(journal.problems) <= 2 * touched

    @given(content=st.binary(max_size=300))
    @on_one_file
    def test_any_bytes_are_a_journal_or_refused(
        self, tmp_path: Path, content: bytes
    ) -> None:
        """No file makes the reader fail in another way."""
        with pytest.raises(RecordingError):
            read_bytes(tmp_path, content)

    @given(
        lines=st.lists(
            st.binary(max_size=60)
            | st.dictionaries(
                st.sampled_from(["record", "t_s", "derived", "seq", "exit", "clocks"]),
                strategies.json_values
                | st.sampled_from(["footer", "clocks", "second", "command"]),
                min_size=1,
            ).map(lambda entries: seal(strategies.written(entries))),
            max_size=8,
        )
    )
    @on_one_file
    def test_any_lines_after_a_header(
        self, tmp_path: Path, whole: bytes, lines: Lines
    ) -> None:
        """Sealed nonsense is passed over and reported like any other."""
        header, _, _ = whole.partition(b"\n")
        read_bytes(tmp_path, b"\n".join([header, *lines]))

    def test_an_altered_line_is_passed_over(self, tmp_path: Path, whole: bytes) -> None:
        """One digit that changed costs its own line, and is reported as that."""
        lines = whole.splitlines(keepends=True)
        lines[9] = lines[9].replace(b"0", b"1", 1)
        journal = read_bytes(tmp_path, b"".join(lines))
        assert (Problem(line=10, fault=Fault.ALTERED),) == journal.problems

    def test_a_removed_line_is_missed(self, tmp_path: Path, whole: bytes) -> None:
        """Lines that somebody took out leave a hole that is reported."""
        lines = whole.splitlines(keepends=True)
        journal = read_bytes(tmp_path, b"".join(lines[:10] + lines[13:]))
        expected = Problem(line=11, fault=Fault.MISSING, detail="3 records before it")
        assert (expected,) == journal.problems

    def test_line_ends_of_another_system(self, tmp_path: Path, whole: bytes) -> None:
        """An editor or a transfer that changed the line ends did no harm."""
        journal = read_bytes(tmp_path, whole.replace(b"\n", b"\r\n"))
        assert () == journal.problems

    def test_deep_nesting_is_no_crash(self, tmp_path: Path, whole: bytes) -> None:
        """A line made to exhaust the reader's stack is a damaged line."""
        header, _, rest = whole.partition(b"\n")
        deep = b"[" * 200_000
        journal = read_bytes(tmp_path, b"\n".join([header, deep, rest]))
        assert (Problem(line=2, fault=Fault.ALTERED),) == journal.problems[:1]

    def test_a_first_line_without_end(self, tmp_path: Path) -> None:
        """A large file of something else is refused at its beginning."""
        with pytest.raises(CorruptRecording, match="no session"):
            read_bytes(tmp_path, b"x" * 2_000_000)


class TestOtherVersions:
    def test_a_newer_schema_is_refused(self, tmp_path: Path) -> None:
        """A layout that this version would misread is not read at all."""
        with pytest.raises(UnsupportedSchema, match="newer biofeed") as refused:
            read_bytes(tmp_path, seal({"seq": 0, "record": "header", "schema": 7}))
        assert (7, 1) == (refused.value.found, refused.value.known)

    def test_a_new_kind_of_record_is_passed_over(
        self, tmp_path: Path, whole: bytes
    ) -> None:
        """What a later version added costs nothing that was there before."""
        header, _, _ = whole.partition(b"\n")
        level = BatteryLevel(t_s=2.0, level_pct=40)
        lines = [
            seal({"seq": 1, "record": "skin", "t_s": 1.0}),
            seal({"seq": 2, "record": "battery_level", "t_s": 2.0, "level_pct": 40}),
            seal({"seq": 3, "record": "battery_level", "t_s": 2.0, "level_pct": "?"}),
        ]
        journal = read_bytes(tmp_path, header + b"\n" + b"".join(lines))
        assert (level,) == journal.events
        unknown, misfit = journal.problems
        assert Problem(line=2, fault=Fault.UNKNOWN, detail="skin") == unknown
        assert (4, Fault.MISFIT) == (misfit.line, misfit.fault)

    def test_a_first_packet_may_hold_beats_of_before_the_session(
        self, tmp_path: Path
    ) -> None:
        """A strap that is heard at once brings beats that were before: none is lost."""
        payload = build(heart_rate_bpm=60, rr_ticks=[1000, 1010, 1005])
        events = [
            Notification(t_s=0.1, payload=payload),
            *(
                Notification(
                    t_s=float(t_s),
                    payload=build(heart_rate_bpm=60, rr_ticks=[1000 + t_s]),
                )
                for t_s in range(1, 12)
            ),
        ]
        header = new_test_header()
        journal = JournalWriter.create(tmp_path / "session", header)
        derived = record(journal, iter(events), header.settings)
        journal.close(SessionExit.COMPLETED)
        read = read_journal(tmp_path / "session")
        assert () == read.problems
        beats = [output for output in derived if isinstance(output, Beat)]
        assert beats[0].t_s < 0.0
        assert beats == [output for output in read.outputs if isinstance(output, Beat)]

    @pytest.mark.parametrize("t_s", [-1.0, 1e9])
    def test_a_time_that_no_session_has(
        self, tmp_path: Path, whole: bytes, t_s: float
    ) -> None:
        """A replay does not step through thirty years because a record says so."""
        header, _, _ = whole.partition(b"\n")
        level = {"record": "battery_level", "level_pct": 40}
        lines = [seal({"seq": 1, "t_s": 2.0, **level}), seal({"t_s": t_s, **level})]
        journal = read_bytes(tmp_path, header + b"\n" + b"".join(lines))
        assert (BatteryLevel(t_s=2.0, level_pct=40),) == journal.events
        assert [(3, Fault.MISFIT)] == [(p.line, p.fault) for p in journal.problems]

    @pytest.mark.parametrize(
        "header",
        [
            {"record": "notification", "t_s": 1.0},
            {"record": "header"},
            {"record": "header", "schema": "1"},
            {"record": "header", "schema": 1},
            {"record": "header", "schema": 1, "algorithm": 5},
        ],
    )
    def test_a_header_that_misfits(
        self, tmp_path: Path, header: dict[str, object]
    ) -> None:
        """Without its settings a session cannot be replayed, and is refused."""
        with pytest.raises(CorruptRecording, match="line 1") as refused:
            read_bytes(tmp_path, seal(header))
        assert [] == left_in_english(phrase_of(refused.value))


class TestDocumented:
    def test_every_record_is_described(self) -> None:
        """Nothing stands in a file that docs/file-format.md does not name."""
        page = Path(__file__).parents[2] / "docs" / "file-format.md"
        described = page.read_text("utf-8")
        ticks_are_not_written = set(KINDS) - {"tick"}
        undescribed = {
            kind for kind in ticks_are_not_written if f"`{kind}`" not in described
        }
        assert set() == undescribed


class TestPaths:
    def test_nothing_there(self, tmp_path: Path) -> None:
        """A name that does not exist is said in a sentence."""
        with pytest.raises(UnusablePath, match="does not exist") as refused:
            read_journal(tmp_path / "gone.jsonl")
        assert Trouble.MISSING is refused.value.trouble

    def test_a_folder_without_a_journal(self, tmp_path: Path) -> None:
        """A folder that is no session's is said by its own name, which was given."""
        with pytest.raises(NoSessionInside, match="without a recording") as refused:
            read_journal(tmp_path)
        assert tmp_path == refused.value.path
        assert JOURNAL_NAME not in str(refused.value)

    @pytest.mark.skipif(sys.platform == "win32", reason="a folder opens differently")
    def test_a_journal_that_is_a_folder(self, tmp_path: Path) -> None:
        """What stands in the journal's place is not read as one."""
        (tmp_path / JOURNAL_NAME).mkdir()
        with pytest.raises(UnusablePath, match="could not be used"):
            read_journal(tmp_path)
