"""What the command says to files and options that make no sense."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.command import (
    COMMAND,
    PATIENCE_S,
    Biofeed,
    assert_said,
    assert_wrong_usage,
)
from tests.end_to_end.conftest import Demonstrated
from tests.end_to_end.made_files import (
    cut_off,
    resting_rr_ms,
    with_schema,
    write_lines,
)

pytestmark = pytest.mark.timeout(600)

HEART_RATES = [str(60 + beat % 7) for beat in range(300)]

REST = [f"{rr_ms:g}" for rr_ms in resting_rr_ms(420)]
"""Six minutes of rest, ms."""

REFUSED: dict[str, tuple[list[str], tuple[str, ...]]] = {
    "empty": ([], ("is empty",)),
    "heart_rates": (HEART_RATES, ("looks like heart rates",)),
    "heart_rates_with_header": (["t_s,heart_rate_bpm", "1,61"], ("heart rates",)),
    "summary": (["date,mean_hr,rmssd,sdnn", "2024-01-01,62,45,55"], ("summary",)),
    "zero": (
        [*REST, "0"],
        ("line 421", "took 0 ms"),
    ),
    "negative": (
        [*REST, "-800"],
        ("line 421", "took -800 ms"),
    ),
    "not_a_number": (
        [*REST, "nan"],
        ("line 421", "'nan' where a number belongs"),
    ),
    "infinite": (
        [*REST, "inf"],
        ("line 421", "'inf' where a number belongs"),
    ),
    "underscore": (
        [*REST, "1_000"],
        ("line 421", "'1_000' where a number belongs"),
    ),
    "arabic_indic": (
        [*REST, "٨٠٠"],
        ("line 421", "'٨٠٠' where a number belongs"),
    ),
    "backwards": (
        ["t_s,rr_ms", "1,900", "2,900", "1.5,900"],
        ("line 4", "before"),
    ),
    "one": (["800"], ("too few heartbeats",)),
    "two": (["800", "810"], ("too few heartbeats",)),
    "first_intervals_then_rates": ([*REST[:50], *HEART_RATES[:50]], ("too few",)),
}
"""Content of a file, and what is said of it."""


class TestFiles:
    @pytest.mark.parametrize("kind", REFUSED)
    def test_what_is_no_recording_is_refused_with_its_reason(
        self, biofeed: Biofeed, tmp_path: Path, kind: str
    ) -> None:
        """One sentence names the file, what is wrong and where; it stays as it was."""
        lines, words = REFUSED[kind]
        path = write_lines(tmp_path / f"{kind}.txt", lines)
        before = path.read_bytes()
        assert_said(biofeed("analyze", path), str(path), *words, status=2)
        assert before == path.read_bytes()

    def test_what_is_not_there_is_refused(
        self, biofeed: Biofeed, tmp_path: Path
    ) -> None:
        """A name that nothing bears is told as that, by every command that reads."""
        for command in ("analyze", "replay"):
            answer = biofeed(command, tmp_path / "nothing.csv")
            assert_said(answer, "nothing.csv", "does not exist", status=2)

    def test_what_is_no_text_is_refused(self, biofeed: Biofeed, tmp_path: Path) -> None:
        """Bytes of a program, a picture or a database are not taken for numbers."""
        path = tmp_path / "binary.csv"
        path.write_bytes(bytes(range(256)) * 20)
        assert_said(biofeed("analyze", path), "is no text", status=2)

    def test_a_folder_without_a_journal_is_refused(
        self, biofeed: Biofeed, tmp_path: Path
    ) -> None:
        """A folder is taken for a session, and told not to be one."""
        folder = tmp_path / "holidays"
        folder.mkdir()
        answer = biofeed("analyze", folder)
        assert_said(answer, "holidays", "without a recording", status=2)

    def test_an_interval_of_a_minute_is_kept(
        self, biofeed: Biofeed, tmp_path: Path
    ) -> None:
        """What may be a strap's silence is data: it is read, and stands as it was."""
        path = write_lines(tmp_path / "silence.txt", [*REST, "65000", *REST])
        result = biofeed("analyze", path, "--json").object
        assert 2 * len(REST) + 1 == result["beats"]
        assert result["duration_s"] > 65.0 + 2 * 0.8 * len(REST)
        assert result["coverage"] < 0.95

    def test_equal_intervals_are_refused_as_a_rest_and_read_on_demand(
        self, biofeed: Biofeed, tmp_path: Path
    ) -> None:
        """A heart like a metronome has no variability, which is said, not invented."""
        path = write_lines(tmp_path / "equal.txt", ["800"] * 200)
        answer = biofeed("analyze", path)
        assert_said(answer, "fewer than 120 s", "--accept-baseline", status=2)
        result = biofeed("analyze", path, "--accept-baseline", "--json").object
        assert result["baseline"]["ln_rmssd"] is None
        assert result["baseline"]["heart_rate_bpm"] == pytest.approx(75.0)
        assert result["baseline"]["verdict"] == "refused"
        assert {"too_short", "no_variability"} == set(result["baseline"]["reasons"])

    def test_the_others_are_read_beside_a_bad_one(
        self, biofeed: Biofeed, tmp_path: Path
    ) -> None:
        """Each good file has its object, the bad one its sentence, and the status 2."""
        good = [
            write_lines(tmp_path / f"{name}.txt", REST) for name in ("first", "last")
        ]
        bad = write_lines(tmp_path / "bad.txt", HEART_RATES)
        answer = biofeed("analyze", good[0], bad, good[1], "--json")
        assert answer.status == 2
        assert [str(path) for path in good] == [each["file"] for each in answer.objects]
        assert_said_once(answer.err, str(bad))

    @pytest.mark.skipif(os.name == "nt", reason="no FIFO here")
    def test_a_pipe_is_refused_and_not_waited_for(
        self, biofeed: Biofeed, tmp_path: Path
    ) -> None:
        """Opening a pipe that nobody writes to would hang for ever."""
        path = tmp_path / "pipe"
        os.mkfifo(path)
        assert_said(biofeed("analyze", path), "is a device or a pipe", status=2)


def assert_said_once(err: str, *words: str) -> None:
    """Among other remarks there is one line with these words."""
    lines = [line for line in err.splitlines() if all(word in line for word in words)]
    assert len(lines) == 1, err
    assert "Traceback" not in err


class TestJournals:
    def test_a_torn_one_is_read_as_far_as_it_goes(
        self, biofeed: Biofeed, demonstrated: Demonstrated, tmp_path: Path
    ) -> None:
        """A session that was cut off in mid-record is read, with a remark on it."""
        torn = cut_off(demonstrated.folder, tmp_path / "torn", share=0.6)
        before = (torn / "events.jsonl").read_bytes()
        answer = biofeed("analyze", torn, "--json")
        assert answer.status == 0, answer.err
        assert_said_once(answer.err, str(torn), "was cut off", "recovered")
        assert_said_once(answer.err, str(torn), "1 of its records", "passed over")
        assert "accepted" == answer.object["baseline"]["verdict"]
        assert before == (torn / "events.jsonl").read_bytes()

    def test_one_of_a_newer_version_is_refused(
        self, biofeed: Biofeed, demonstrated: Demonstrated, tmp_path: Path
    ) -> None:
        """What an old program might misread it does not read."""
        newer = with_schema(demonstrated.folder, tmp_path / "newer", 99)
        for command in ("analyze", "replay"):
            answer = biofeed(command, newer)
            assert_said(answer, "has schema 99", "newer biofeed", status=2)

    def test_one_whose_header_was_altered_is_refused(
        self, biofeed: Biofeed, demonstrated: Demonstrated, tmp_path: Path
    ) -> None:
        """Without its settings a session cannot be read, and that is what is said."""
        altered = tmp_path / "altered"
        shutil.copytree(demonstrated.folder, altered)
        journal = altered / "events.jsonl"
        journal.write_bytes(
            journal.read_bytes().replace(b'"schema"', b'"sch\xfema"', 1)
        )
        assert_said(biofeed("analyze", altered), "line 1", "no session", status=2)


class TestOptions:
    @pytest.mark.parametrize(
        "span",
        ["240:60", "60:60", "60", "a:b", ":", "-5:60", "0:inf", "nan:9", "1:2:3"],
    )
    def test_what_is_no_span_is_refused(self, biofeed: Biofeed, span: str) -> None:
        """Reversed, empty, endless and garbled spans are wrong usage."""
        answer = biofeed("analyze", "any.csv", f"--rest={span}")
        assert_wrong_usage(answer, "--rest", span)

    def test_a_span_outside_the_recording_is_refused(
        self, biofeed: Biofeed, one_activation: Path
    ) -> None:
        """Seconds that a recording does not have are told with its end."""
        answer = biofeed("analyze", one_activation, "--rest", "700:800")
        assert_said(answer, "700:800", "outside", "ends at 639 s", status=2)

    def test_a_rest_that_is_none_is_refused_with_the_reason(
        self, biofeed: Biofeed, one_activation: Path
    ) -> None:
        """The way back from an activation is no rest; every reason is in words."""
        answer = biofeed("analyze", one_activation, "--rest", "300:460")
        assert_said(answer, "no acceptable rest", "drifts by 3 bpm", status=2)

    def test_a_bad_file_for_the_baseline_is_refused(
        self, biofeed: Biofeed, one_activation: Path, tmp_path: Path
    ) -> None:
        """The sentence is about the file that is bad, not about the one to be read."""
        bad = write_lines(tmp_path / "bad.txt", HEART_RATES)
        few = write_lines(tmp_path / "few.txt", ["800"])
        for path, words in ((bad, "heart rates"), (few, "too few heartbeats")):
            arguments = ("analyze", one_activation, "--baseline-from", path)
            assert_said(biofeed(*arguments), str(path), words, status=2)
            accepting = biofeed(*arguments, "--accept-baseline")
            assert_said(accepting, str(path), words, status=2)

    def test_a_timeline_that_cannot_be_written_is_refused(
        self, biofeed: Biofeed, one_activation: Path, tmp_path: Path
    ) -> None:
        """A place that does not exist is named, with what to do."""
        out = tmp_path / "nowhere" / "out.csv"
        answer = biofeed("analyze", one_activation, "--timeline", out)
        assert_said(answer, str(out), "no such file", "--timeline", status=2)

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
    def test_a_timeline_on_a_full_disk_is_told(
        self, biofeed: Biofeed, one_activation: Path
    ) -> None:
        """A disk that fills while the rows are written is no fault without a name."""
        answer = biofeed("analyze", one_activation, "--timeline", "/dev/full")
        assert_said(answer, "/dev/full", "no space left", status=2)

    def test_a_timeline_never_overwrites_a_recording(
        self, biofeed: Biofeed, demonstrated: Demonstrated, tmp_path: Path
    ) -> None:
        """Neither a file nor the journal in a folder, nor the one of the baseline."""
        path = write_lines(tmp_path / "rest.txt", REST)
        journal = demonstrated.folder / "events.jsonl"
        before = path.read_bytes(), journal.read_bytes()
        for arguments in (
            (path, "--timeline", path),
            (demonstrated.folder, "--timeline", journal),
            (path, "--baseline-from", demonstrated.folder, "--timeline", journal),
        ):
            assert_wrong_usage(biofeed("analyze", *arguments), "would overwrite")
        assert before == (path.read_bytes(), journal.read_bytes())

    def test_a_timeline_takes_one_file(self, biofeed: Biofeed, tmp_path: Path) -> None:
        """Two files cannot share a timeline."""
        answer = biofeed("analyze", "a", "b", "--timeline", tmp_path / "out.csv")
        assert_wrong_usage(answer, "one file at a time")

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (("nonsense",), "nonsense"),
            (("demo", "--person", "nobody"), "nobody"),
            (("demo", "--speed", "0"), "no speed"),
            (("demo", "--speed", "nan"), "no speed"),
            (("demo", "--seed", "-1"), "--seed"),
            (("replay",), "FILE"),
            (("analyze",), "FILES"),
            (("analyze", "a.csv", "--k-on", "99"), "--k-on"),
            (("live", "--strap", "H10", "--simulated"), "exclude each other"),
            (("scan", "--seconds", "0"), "--seconds"),
        ],
        ids=lambda part: "_".join(part) if isinstance(part, tuple) else None,
    )
    def test_wrong_usage_is_told(
        self, biofeed: Biofeed, arguments: tuple[str, ...], words: str
    ) -> None:
        """What the command line does not know it says, and it starts nothing."""
        assert_wrong_usage(biofeed(*arguments), words)
        assert biofeed.sessions == []


def test_a_reader_that_goes_away_ends_it_quietly(
    biofeed: Biofeed, tmp_path: Path
) -> None:
    """``biofeed analyze ... | head -1`` is no fault, and there is nobody to tell."""
    paths = [write_lines(tmp_path / f"{name}.txt", REST) for name in ("a", "b")]
    process = biofeed.start("analyze", *paths, "--json")
    assert process.stdout is not None
    process.stdout.close()
    assert process.wait(timeout=PATIENCE_S) == 1
    assert process.stderr is not None
    with process.stderr as err:
        assert err.read() == ""


MEASURED = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
sys.exit(status)
"""
"""Runs a command and says the largest size of any process in it, KiB."""


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_two_million_beats_are_read(biofeed: Biofeed, tmp_path: Path) -> None:
    """Twenty days end with a result, in memory that a small computer has."""
    pytest.importorskip("resource", reason="no memory figures here")
    path = tmp_path / "days.csv"
    t_s = 0.0
    with path.open("w", encoding="utf-8") as out:
        out.write("t_s,rr_ms\n")
        for rr_ms in resting_rr_ms(2_000_000):
            t_s += rr_ms / 1000.0
            out.write(f"{t_s:.3f},{rr_ms:.0f}\n")
    # A process begins with the peak of the one that starts it, and that of a test run
    # is large; so a small one stands between, and reads the figure.
    between = subprocess.run(
        [sys.executable, "-c", MEASURED, *COMMAND, "analyze", str(path), "--json"],
        env=biofeed.environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert '"beats": 2000000' in between.stdout
    assert int(between.stderr.splitlines()[-1]) < 450 * 1024
