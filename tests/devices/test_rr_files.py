"""Foreign RR files: what is read, how exactly, and what is refused in which words."""

import hashlib
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.errors import DeviceError
from devices.phrase import phrase_of
from devices.rr_files import LARGEST_BYTES, _not_readable, parse_rr, read_rr_file
from devices.rr_recording import Knowledge, Oddity, RrFormat, RrRecording, Unit
from devices.rr_refusals import Refused, RrFileError
from devices.source import RecordedInterval
from tests.untold import left_in_english

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = ROOT.parent / "shared" / "data"

RR_MS = st.floats(250.5, 3000.0).map(lambda rr_ms: round(rr_ms, 4))


def read(content: str | bytes) -> RrRecording:
    raw = content.encode() if isinstance(content, str) else content
    return parse_rr(raw, Path("night.txt"))


def refusal(content: str | bytes) -> RrFileError:
    with pytest.raises(RrFileError) as raised:
        read(content)
    return raised.value


READ = {
    "timed": "t_s,rr_ms\n0.8,800\n1.65,850\n2.4,750\n",
    "timed, crlf": "t_s,rr_ms\r\n0.8,800\r\n1.65,850\r\n2.4,750\r\n",
    "timed, cr": "t_s,rr_ms\r0.8,800\r1.65,850\r2.4,750\r",
    "timed, byte order mark": "\ufefft_s,rr_ms\n0.8,800\n1.65,850\n2.4,750\n",
    "timed, no last line end": "t_s,rr_ms\n0.8,800\n1.65,850\n2.4,750",
    "timed, semicolon": "t_s;rr_ms\n0.8;800\n1.65;850\n2.4;750\n",
    "timed, decimal comma": "t_s;rr_ms\n0,8;800,0\n1,65;850,0\n2,4;750,0\n",
    "timed, tab": "t_s\trr_ms\n0.8\t800\n1.65\t850\n2.4\t750\n",
    "timed, blanks": "t_s rr_ms\n0.8  800\n1.65 850\n 2.4   750\n",
    "timed, blanks beside commas": "t_s, rr_ms\n0.8, 800\n 1.65 ,850 \n2.4,\t750\n",
    "timed, quotes": '"t_s","rr_ms"\n"0.8","800"\n"1.65","850"\n"2.4","750"\n',
    "timed, other order": "rr_ms,t_s\n800,0.8\n850,1.65\n750,2.4\n",
    "timed, capitals": "T_s,RR_ms\n0.8,800\n1.65,850\n2.4,750\n",
    "timed, row numbers": ",t_s,rr_ms\n0,0.8,800\n1,1.65,850\n2,2.4,750\n",
    "timed, tab, row numbers": "\tt_s\trr_ms\n0\t.8\t800\n1\t1.65\t850\n\t2.4\t750\n",
    "timed, tab, empty cells": "t_s\tx\trr_ms\n0.8\t\t800\n1.65\t \t850\n2.4\tx\t750\n",
    "timed, more columns": (
        "t_s,rr_ms,label\n0.8,800,normal\n1.65,850,\n2.4,750,normal\n"
    ),
    "timed, empty last column": "t_s,rr_ms,\n0.8,800,\n1.65,850,\n2.4,750,\n",
    "timed, comments": "# strap\nt_s,rr_ms\n0.8,800\n  # here\n1.65,850\n2.4,750\n",
    "timed, empty lines": "\n\nt_s,rr_ms\n\n0.8,800\n \t\n1.65,850\n2.4,750\n\n\n",
    "timed, exponents": "t_s,rr_ms\n8e-1,8.00e+02\n1.65,850.\n2.4,+750\n",
    "timed, in s": "t_s,rr_s\n0.8,0.8\n1.65,0.85\n2.4,0.75\n",
    "timed, unit unnamed": "t_s,RR\n0.8,0.8\n1.65,0.85\n2.4,0.75\n",
    "plain": "800\n850\n750\n",
    "plain, crlf": "800\r\n850\r\n750\r\n",
    "plain, byte order mark": "\ufeff800\n850\n750\n",
    "plain, no last line end": "800\n850\n750",
    "plain, in s": "0.8\n0.85\n0.75\n",
    "plain, in s, decimal comma": "0.8\n.85\n0.750\n",
    "plain, comments": "# SIGNAL EXPORT\n# Kubios\n800.000\n850.000\n750.000\n",
    "plain, blanks": "  800\n\t850 \n750\t\n",
    "plain, separators": "800,\n850,\n750,\n",
    "plain, empty lines": "\n800\n\n850\n   \n750\n\n",
    "plain, end of file mark": "800\n850\n750\n\x1a",
    "header": "rr_ms\n800\n850\n750\n",
    "header, foreign": "RR-interval [ms]\n800\n850\n750\n",
    "header, ibi": "IBI\n0.8\n0.85\n0.75\n",
    "header, more columns": "heart_rate,rr_ms\n75,800\n71,850\n80,750\n",
}


@pytest.mark.parametrize("content", READ.values(), ids=READ.keys())
def test_tolerated_spellings(content: str) -> None:
    """However three beats are written down, they are the same three beats."""
    recording = read(content)
    assert pytest.approx([800.0, 850.0, 750.0]) == recording.rr_ms.tolist()
    assert pytest.approx([0.8, 1.65, 2.4]) == recording.t_s.tolist()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "latin-1"])
def test_encodings(encoding: str) -> None:
    """Remarks beyond ASCII do no harm, in whatever encoding they come."""
    content = "# Gerät, Größe\nt_s,rr_ms\n0.8,800\n".encode(encoding)
    expected = [800.0]
    assert expected == read(content).rr_ms.tolist()


@pytest.mark.parametrize(
    ("content", "layout", "unit", "unit_is"),
    [
        ("t_s,rr_ms\n0.8,800\n", RrFormat.TIMED, Unit.MS, Knowledge.KNOWN),
        ("t_s,rr_s\n0.8,0.8\n", RrFormat.TIMED, Unit.S, Knowledge.KNOWN),
        ("t_s,rr\n0.8,800\n", RrFormat.TIMED, Unit.MS, Knowledge.ASSUMED),
        ("ibi_ms\n800\n", RrFormat.COLUMN, Unit.MS, Knowledge.KNOWN),
        ("ibi\n0.8\n", RrFormat.COLUMN, Unit.S, Knowledge.ASSUMED),
        ("800\n", RrFormat.PLAIN, Unit.MS, Knowledge.ASSUMED),
        ("0.8\n", RrFormat.PLAIN, Unit.S, Knowledge.ASSUMED),
    ],
    ids=["timed", "timed s", "timed unnamed", "column", "column s", "ms", "s"],
)
def test_what_was_assumed_is_said(
    content: str, layout: RrFormat, unit: Unit, unit_is: Knowledge
) -> None:
    """A unit is known where the header names it, and otherwise assumed, openly."""
    recording = read(content)
    expected = (layout, unit, unit_is, Knowledge.UNKNOWN)
    assert expected == (
        recording.layout,
        recording.unit,
        recording.unit_is,
        recording.start_is,
    )


def test_the_original_is_named_and_fingerprinted() -> None:
    """A recording says which file it came from, without its folder, and its hash."""
    content = b"800\r\n850\r\n"
    recording = parse_rr(content, Path("/home/somebody/night.txt"))
    expected = ("night.txt", hashlib.sha256(content).hexdigest())
    assert expected == (recording.name, recording.sha256)


def test_a_gap_stays_a_gap() -> None:
    """Times of a file are kept, also where they jump by more than the interval."""
    recording = read("t_s,rr_ms\n0.8,800\n61.5,810\n62.3,800\n")
    assert pytest.approx([0.8, 61.5, 62.3]) == recording.t_s.tolist()
    assert pytest.approx(62.3) == recording.duration_s
    (warning,) = recording.warnings
    assert Oddity.BEATS_MISSING is warning.oddity
    assert "2 s in 62 s" in warning.sentence
    assert "missing in 1 place." in warning.sentence


def test_overlapping_intervals_are_pointed_out() -> None:
    """More interval than time is read, with a warning."""
    rows = "".join(f"{0.4 * n:.1f},800\n" for n in range(1, 51))
    recording = read(f"t_s,rr_ms\n{rows}")
    (warning,) = recording.warnings
    assert Oddity.INTERVALS_OVERLAP is warning.oddity


def test_beats_that_fill_their_time_need_no_warning() -> None:
    """Times rounded to a tenth of a second are no mismatch."""
    t_s = np.cumsum(np.full(500, 0.8125))
    rows = "".join(f"{one:.1f},812.5\n" for one in t_s)
    assert not read(f"t_s,rr_ms\n{rows}").warnings


@pytest.mark.parametrize(
    "rr_ms",
    [[812.0], [812.0, 3.0], [800.0] * 200, [800.0, 65_000.0, 810.0], [800, 1e6, 800]],
    ids=["one", "two", "200 equal", "65 s", "17 min"],
)
def test_implausible_intervals_are_kept(rr_ms: list[float]) -> None:
    """Any positive number stays as it is: the artefact gate judges it, visibly."""
    plain = "".join(f"{one}\n" for one in rr_ms)
    assert rr_ms == read(plain).rr_ms.tolist()
    t_s = np.cumsum(rr_ms) / 1000
    rows = "".join(f"{t},{one}\n" for t, one in zip(t_s, rr_ms, strict=True))
    assert rr_ms == read(f"t_s,rr_ms\n{rows}").rr_ms.tolist()


def test_two_beats_at_one_time_are_kept() -> None:
    """Times that stand still are coarse, not wrong."""
    recording = read("t_s,rr_ms\n1,800\n1,300\n2,800\n")
    expected = [1.0, 1.0, 2.0]
    assert expected == recording.t_s.tolist()


REFUSED = {
    "nothing": ("", Refused.EMPTY, None),
    "blanks": (" \n\n", Refused.NO_INTERVALS, None),
    "comments": ("# nothing\n# here\n", Refused.NO_INTERVALS, None),
    "byte order mark": ("\ufeff", Refused.NO_INTERVALS, None),
    "header": ("t_s,rr_ms\n", Refused.NO_INTERVALS, None),
    "header without line end": ("t_s,rr_ms", Refused.NO_INTERVALS, None),
    "text": ("The quick brown fox\njumps.\n", Refused.UNKNOWN_COLUMNS, None),
    "one word": ("hello\n", Refused.UNKNOWN_COLUMNS, None),
    "other columns": ("person,start_s\na,3\n", Refused.UNKNOWN_COLUMNS, None),
    "columns without names": ("1,2,3\n4,5,6\n", Refused.UNKNOWN_COLUMNS, None),
    "json": ('{"rr": [812, 805]}', Refused.JSON, None),
    "json lines": ('{"kind": "header"}\n{"t_s": 1}\n', Refused.JSON, None),
    "json array": ("\n [812, 805]", Refused.JSON, None),
    "xml": ("<?xml version='1.0'?><a/>", Refused.XML, None),
    "html": ("<!DOCTYPE html><html></html>", Refused.XML, None),
    "zip": (b"PK\x03\x04....", Refused.BINARY, None),
    "gzip": (b"\x1f\x8b\x08....", Refused.BINARY, None),
    "pdf": (b"%PDF-1.7\n", Refused.BINARY, None),
    "fit": (b"\x0e\x10\x5c\x08\x00\x00\x00\x00.FIT", Refused.BINARY, None),
    "zeros": (b"\x00" * 100, Refused.BINARY, None),
    "noise": (bytes(range(256)), Refused.BINARY, None),
    "binary below numbers": (b"812\n805\n\x00\x01\n", Refused.BINARY, None),
    "heart rates": ("71\n72\n70\n", Refused.HEART_RATES, None),
    "heart rates, with drop-outs": ("0\n71\n72\n0\n", Refused.HEART_RATES, None),
    "heart rates of a sprint": ("180\n190\n200\n", Refused.HEART_RATES, None),
    "heart rates, decimal": ("71.5\n72.25\n", Refused.HEART_RATES, None),
    "heart rate header": ("hr\n71\n72\n", Refused.HEART_RATES, None),
    "heart rate column": ("t_s,heart_rate_bpm\n1,71\n", Refused.HEART_RATES, None),
    "heart rate, capitals": ("Time,Heart Rate\n1,71\n", Refused.HEART_RATES, None),
    "bpm": ("time;bpm\n1;71\n", Refused.HEART_RATES, None),
    "polar sensor logger rates": (
        "Phone timestamp;HR [bpm];HRV [ms];Breathing interval [rpm];\n"
        "2026-07-26T00:51:54.806;71;;;\n",
        Refused.HEART_RATES,
        None,
    ),
    "heart rates under another name": (
        "t_s,rr_ms\n1,71\n2,72\n3,70\n4,71\n",
        Refused.HEART_RATES,
        None,
    ),
    "heart rates as rr column": ("rr_ms\n71\n72\n", Refused.HEART_RATES, None),
    "elite hrv summary": (
        "\ufeffMember,Date,Datetime,Type,HRV,lnRmssd,Rmssd,Nn50,Pnn50,Sdnn,Score,HR\n"
        "a,b,c,d,60,4,50,1,2,3,4,55\n",
        Refused.SUMMARY,
        None,
    ),
    "hrv4training summary": (
        "date,timestamp_measurement,HR,AVNN,SDNN,rMSSD\n2025-01-01,1,55,900,50,40\n",
        Refused.SUMMARY,
        None,
    ),
    "daily hrv": ("date,HRV\n2025-01-01,60\n", Refused.SUMMARY, None),
    "neither unit": ("15\n16\n17\n", Refused.UNIT_UNCLEAR, None),
    "microseconds": ("812000\n805000\n", Refused.UNIT_UNCLEAR, None),
    "seconds called ms": ("t_s,rr_ms\n0.8,0.8\n", Refused.UNIT_CONTRADICTED, None),
    "ms called seconds": ("t_s,rr_s\n0.8,800\n", Refused.UNIT_CONTRADICTED, None),
    "text among numbers": ("800\n810\nlost\n820\n", Refused.NOT_A_NUMBER, 3),
    "text below a header": ("t_s,rr_ms\n0.8,x\n", Refused.NOT_A_NUMBER, 2),
    "text as time": ("t_s,rr_ms\nnow,800\n", Refused.NOT_A_NUMBER, 2),
    "nan": ("800\nnan\n", Refused.NOT_A_NUMBER, 2),
    "nan first": ("nan\n800\n", Refused.NOT_A_NUMBER, 1),
    "infinity": ("800\ninf\n", Refused.NOT_A_NUMBER, 2),
    "overflow": ("800\n1e999\n", Refused.NOT_A_NUMBER, 2),
    "underscore": ("800\n1_000\n", Refused.NOT_A_NUMBER, 2),
    "underscore first": ("1_000\n800\n", Refused.NOT_A_NUMBER, 1),
    "arabic-indic digits": ("800\n٨١٢\n", Refused.NOT_A_NUMBER, 2),
    "arabic-indic digits first": ("٨١٢\n", Refused.NOT_A_NUMBER, 1),
    "fullwidth digits": ("８１２\n", Refused.NOT_A_NUMBER, 1),
    "superscript digits": ("800\n81²\n", Refused.NOT_A_NUMBER, 2),
    "hexadecimal": ("800\n0x32C\n", Refused.NOT_A_NUMBER, 2),
    "hexadecimal first": ("0x32C\n", Refused.NOT_A_NUMBER, 1),
    "two points": ("800\n8.1.2\n", Refused.NOT_A_NUMBER, 2),
    "no digit": ("800\n.\n", Refused.NOT_A_NUMBER, 2),
    "unit in the cell": ("800 ms\n810 ms\n", Refused.UNKNOWN_COLUMNS, None),
    "no-break space": ("800\n8\u00a010\n", Refused.NOT_A_NUMBER, 2),
    "word above numbers": ("t_s,rr_ms\nt_s,rr_ms\n0.8,800\n", Refused.NOT_A_NUMBER, 2),
    "empty cell": ("t_s,rr_ms\n0.8,800\n,810\n", Refused.NOT_A_NUMBER, 3),
    "cell missing": ("t_s,rr_ms\n0.8,800\n1.61,\n", Refused.COLUMN_COUNT, 3),
    "tab, cell missing": ("t_s\trr_ms\n0.8\t800\n\t1.61\n", Refused.NOT_A_NUMBER, 3),
    "cut off": ("t_s,rr_ms\n0.8,800\n1.6", Refused.COLUMN_COUNT, 3),
    "decimal commas between commas": (
        "t_s,rr_ms\n0,8,800,0\n",
        Refused.COLUMN_COUNT,
        2,
    ),
    "two columns among one": ("800\n810 820\n", Refused.COLUMN_COUNT, 2),
    "line number behind comments": (
        "# a\n\n# b\nt_s,rr_ms\n\n0.8,800\n# c\n1.6,oh\n",
        Refused.NOT_A_NUMBER,
        8,
    ),
    "zero": ("800\n# c\n\n0\n", Refused.NOT_POSITIVE, 4),
    "zero behind a header": ("t_s,rr_ms\n0.8,800\n0.8,0\n", Refused.NOT_POSITIVE, 3),
    "only zeros": ("0\n0\n", Refused.NOT_POSITIVE, 1),
    "negative": ("800\n-810\n", Refused.NOT_POSITIVE, 2),
    "negative zero": ("800\n-0.0\n", Refused.NOT_POSITIVE, 2),
    "time runs backwards": (
        "t_s,rr_ms\n0.8,800\n1.6,800\n1.5,800\n",
        Refused.TIME_BACKWARDS,
        4,
    ),
    "two recordings in one": (
        "t_s,rr_ms\n0.8,800\n1.6,800\n0.8,800\n",
        Refused.TIME_BACKWARDS,
        4,
    ),
    "time before the start": ("t_s,rr_ms\n-1,800\n", Refused.TIME_BEFORE_START, 2),
    "time since 1970": ("t_s,rr_ms\n1700000000,800\n", Refused.TOO_LONG, 2),
    "time in ms": ("t_s,rr_ms\n800,800\n3000000,800\n", Refused.TOO_LONG, 3),
    "endless interval": ("800\n1e300\n800\n", Refused.TOO_LONG, 2),
}


@pytest.mark.parametrize(
    ("content", "reason", "line"), REFUSED.values(), ids=REFUSED.keys()
)
def test_refusals(content: str | bytes, reason: Refused, line: int | None) -> None:
    """What is no recording of RR intervals is refused by its own reason and line."""
    error = refusal(content)
    assert (reason, line) == (error.reason, error.line)
    assert [] == left_in_english(phrase_of(error)), error


def test_a_refusal_says_what_where_and_what_next() -> None:
    """The sentences name the file, the line and the remedy, and no fault of anybody."""
    zero = "t_s,rr_ms\n0.8,800\n1.6,0\n"
    expected = (
        "File 'night.txt', line 3, says that an RR interval took 0 ms, which cannot be."
        " Correct or remove that line, or export the file anew."
    )
    assert expected == str(refusal(zero))
    expected = (
        "File 'night.txt' looks like heart rates in bpm (around 71), not RR intervals;"
        " the one cannot be turned into the other. Export the RR (beat-to-beat)"
        " intervals from the app, and name that file."
    )
    assert expected == str(refusal("71\n72\n70\n"))


@pytest.mark.parametrize("reason", Refused)
def test_every_refusal_has_words(reason: Refused) -> None:
    """Each reason has two sentences, and a program can catch them by one root."""
    error = RrFileError(Path("a.txt"), reason, line=7, found="x")
    assert isinstance(error, DeviceError)
    assert str(error).startswith("File 'a.txt', line 7, ")
    assert str(error).endswith(".")
    assert str(error).count(". ") >= 1
    assert "{" not in str(error)


def test_a_quoted_text_plays_no_tricks() -> None:
    """What a file says reaches the terminal short, and without control sequences."""
    error = refusal("800\n" + "\u202e\u009b" + "x" * 10_000 + "\n")
    assert len(str(error)) < 250
    assert str(error).isprintable()


@pytest.mark.parametrize(
    ("name", "reason"),
    [("missing.txt", Refused.NOT_FOUND), ("", Refused.FOLDER)],
    ids=["missing", "folder"],
)
def test_no_file(tmp_path: Path, name: str, reason: Refused) -> None:
    """What is no file is refused as what it is."""
    with pytest.raises(RrFileError) as raised:
        read_rr_file(tmp_path / name)
    assert reason == raised.value.reason


def test_a_name_no_disk_takes(tmp_path: Path) -> None:
    """A name that the system itself refuses is refused with the system's words."""
    with pytest.raises(RrFileError, match="could not be read") as raised:
        read_rr_file(tmp_path / ("x" * 5000))
    assert Refused.UNREADABLE is raised.value.reason


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied"), Refused.PERMISSION),
        (FileNotFoundError(2, "No such file"), Refused.NOT_FOUND),
        (NotADirectoryError(20, "Not a directory"), Refused.NOT_FOUND),
        (OSError(5, "Input/output error"), Refused.UNREADABLE),
        (OSError(), Refused.UNREADABLE),
    ],
    ids=["permission", "missing", "below a file", "broken disk", "no reason"],
)
def test_what_the_system_says(error: OSError, reason: Refused) -> None:
    """Each way in which a disk says no has its own words."""
    refused = _not_readable(Path("night.txt"), error)
    assert reason is refused.reason
    assert str(refused).startswith("File 'night.txt' ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe nobody writes to is refused at once."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(RrFileError) as raised:
        read_rr_file(path)
    assert Refused.NOT_ORDINARY is raised.value.reason


def test_a_giant_is_not_loaded(tmp_path: Path) -> None:
    """A file beyond the largest recording is refused by its size alone."""
    path = tmp_path / "giant.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST_BYTES + 1)
    with pytest.raises(RrFileError, match="100 MB") as raised:
        read_rr_file(path)
    assert Refused.TOO_LARGE is raised.value.reason


@given(st.lists(RR_MS, min_size=1, max_size=200), st.sampled_from(["\n", "\r\n"]))
def test_plain_files_read_back_exactly(rr_ms: list[float], line_end: str) -> None:
    """What is written one a line is read to the last digit, its times adding up."""
    recording = read(line_end.join(map(repr, rr_ms)))
    assert rr_ms == recording.rr_ms.tolist()
    assert pytest.approx(sum(rr_ms) / 1000) == recording.t_s[-1]
    assert recording.duration_s == pytest.approx(recording.t_s[-1])


@given(
    st.lists(st.tuples(RR_MS, st.floats(0, 100)), min_size=1, max_size=200),
    st.sampled_from([",", ";", "\t", " ", " , "]),
)
def test_timed_files_read_back_exactly(
    beats: list[tuple[float, float]], separator: str
) -> None:
    """Times and intervals are read to the last digit, with gaps of any length."""
    t_s = np.cumsum([rr_ms / 1000 + gap_s for rr_ms, gap_s in beats]).tolist()
    said = [
        RecordedInterval(t_s=t, rr_ms=rr_ms)
        for t, (rr_ms, _) in zip(t_s, beats, strict=True)
    ]
    rows = [f"{one.t_s!r}{separator}{one.rr_ms!r}" for one in said]
    content = "\n".join([f"t_s{separator}rr_ms", *rows])
    assert said == list(read(content).events())


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """No content of a file gives another exception than a refusal."""
    try:
        recording = read(content)
    except RrFileError:
        return
    assert len(recording) == len(list(recording.events())) > 0


@given(st.text(alphabet='0123456789.,;\t \n\r+-eE#_"nartsi[{<\u0661', max_size=80))
def test_any_table_is_read_or_refused(content: str) -> None:
    """Whatever looks nearly like a table is read with sound values, or refused."""
    try:
        recording = read(content)
    except RrFileError:
        return
    assert (recording.rr_ms > 0).all()
    assert (np.diff(recording.t_s) >= 0).all()
    assert np.isfinite(recording.t_s).all()


def test_the_arrays_cannot_be_written_to() -> None:
    """Raw intervals stay raw: nobody corrects them in place."""
    recording = read("800\n810\n")
    with pytest.raises(ValueError, match="read-only"):
        recording.rr_ms[0] = 1.0
    with pytest.raises(ValueError, match="read-only"):
        recording.t_s[0] = 1.0


def test_recordings_of_people_are_read_whole() -> None:
    """Every shared recording of a person is read, every line of it."""
    if not PEOPLE.is_dir():
        pytest.skip("the shared recordings are not here")
    paths = sorted(PEOPLE.glob("*/*.rr.csv"))
    assert paths
    for path in paths:
        recording = read_rr_file(path)
        expected = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
        assert expected.tolist() == [[one.t_s, one.rr_ms] for one in recording.events()]
        assert RrFormat.TIMED is recording.layout


@pytest.mark.parametrize(
    "content",
    [
        "800\n" + " " * 300_000 + "x\n",
        "t_s;rr_ms\n" + ";" * 300_000 + "x\n",
        "a,rr_ms\n" + " " * 300_000 + "\t800\n",
        "1" * 300_000,
        "\n" * 300_000,
        "#\n" * 300_000,
        "rr" + "_" * 300_000 + "x\n800\n",
    ],
    ids=["blanks", "separators", "cell", "digits", "lines", "comments", "name"],
)
def test_a_hostile_file_costs_no_more_than_its_length(content: str) -> None:
    """No file makes the reader try every split of a long run: it answers in time."""
    assert refusal(content).reason in Refused
