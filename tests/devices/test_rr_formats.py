"""Files as other recorders write them: times, units, starts and gaps understood."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.rr_files import parse_rr
from devices.rr_recording import Floats, Knowledge, Oddity, RrFormat, RrRecording, Unit
from devices.rr_refusals import Refused, RrFileError
from devices.rr_times import exact_times_s, rebuilt_times_s

RR_MS = np.array([894.0, 870.0, 901.0, 852.0, 866.0, 915.0, 880.0])
ENDS_S = np.cumsum(RR_MS) / 1000
BEGINS_S = ENDS_S - RR_MS / 1000


def read(content: str, name: str = "recording.txt") -> RrRecording:
    return parse_rr(content.encode(), Path(name))


def refusal(content: str) -> RrFileError:
    with pytest.raises(RrFileError) as raised:
        read(content)
    return raised.value


def rows(*columns: Iterable[object], separator: str) -> str:
    cells = zip(*columns, strict=True)
    return "".join(separator.join(map(str, row)) + "\n" for row in cells)


def polar_hrm(interval: int, data: str) -> str:
    return (
        "[Params]\r\nVersion=106\r\nMonitor=1\r\nDate=20250315\r\n"
        f"StartTime=07:30:05.0\r\nInterval={interval}\r\n\r\n[Note]\r\n812\r\n\r\n"
        f"[HRData]\r\n{data}"
    )


def seconds(t_s: Floats) -> list[str]:
    return [f"{one:.3f}" for one in t_s]


FLOW = rows(seconds(BEGINS_S), seconds(RR_MS / 1000), separator=" ")
FLOW_TAB = rows(seconds(BEGINS_S), RR_MS.astype(int), separator="\t")
HRVAS = rows(seconds(ENDS_S), seconds(RR_MS / 1000), separator=",")
EPOCH_MS = 1_675_889_367_255
LOGGER_ANDROID = "timestamp, rr, since_start \n\n" + rows(
    (EPOCH_MS + 1000 * ENDS_S).astype(int),
    RR_MS.astype(int),
    (1000 * ENDS_S).astype(int),
    separator=",",
)
LOGGER_IOS = "date, rr, since start\n" + rows(
    [f"2025-03-15 11:03:{int(one):02} +0000" for one in ENDS_S],
    RR_MS.astype(int),
    (1000 * (ENDS_S - ENDS_S[0])).astype(int),
    separator=", ",
)
SENSOR_LOGGER = "Phone timestamp;RR-interval [ms]\n" + rows(
    [f"2026-07-26T00:51:5{one:.3f}" for one in ENDS_S], RR_MS.astype(int), separator=";"
)
EMPATICA = "1589000000.000000, IBI\n" + rows(
    seconds(ENDS_S), seconds(RR_MS / 1000), separator=","
)
TIMESTAMPED = "timestamp_ms,rr_ms\n" + rows(
    (EPOCH_MS + 1000 * ENDS_S).astype(int), RR_MS, separator=","
)

STATED = {
    "polar flow": (FLOW, RrFormat.STAMPED, Unit.S),
    "polar flow, tab and ms": (FLOW_TAB, RrFormat.STAMPED, Unit.MS),
    "hrvas": (HRVAS, RrFormat.STAMPED, Unit.S),
    "hrv logger, android": (LOGGER_ANDROID, RrFormat.STAMPED, Unit.MS),
    "hrv logger, ios": (LOGGER_IOS, RrFormat.STAMPED, Unit.MS),
    "polar sensor logger": (SENSOR_LOGGER, RrFormat.STAMPED, Unit.MS),
    "empatica": (EMPATICA, RrFormat.STAMPED, Unit.S),
    "milliseconds since 1970": (TIMESTAMPED, RrFormat.STAMPED, Unit.MS),
}


@pytest.mark.parametrize(
    ("content", "layout", "unit"), STATED.values(), ids=STATED.keys()
)
def test_times_that_step_with_the_intervals(
    content: str, layout: RrFormat, unit: Unit
) -> None:
    """Beat times are recognised as what they are: begins or ends, in s or in ms."""
    recording = read(content)
    assert (layout, unit) == (recording.layout, recording.unit)
    assert Knowledge.KNOWN is recording.times_are
    assert pytest.approx(RR_MS) == recording.rr_ms
    begin_s = recording.t_s[0] - recording.rr_ms[0] / 1000
    assert pytest.approx(ENDS_S, abs=0.002) == recording.t_s - begin_s
    assert not recording.warnings


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (LOGGER_ANDROID, datetime.fromtimestamp(EPOCH_MS / 1000, UTC)),
        (TIMESTAMPED, datetime.fromtimestamp(EPOCH_MS / 1000, UTC)),
        (EMPATICA, datetime.fromtimestamp(1_589_000_000, UTC)),
        (SENSOR_LOGGER, datetime.fromisoformat("2026-07-26T00:51:50")),
    ],
    ids=["hrv logger", "milliseconds since 1970", "empatica", "polar sensor logger"],
)
def test_the_start_is_known(content: str, expected: datetime) -> None:
    """Where a file dates its beats, the recording has that start, zone or no zone."""
    recording = read(content)
    assert Knowledge.KNOWN is recording.start_is
    assert recording.start is not None
    assert expected.tzinfo == recording.start.tzinfo
    assert abs(expected - recording.start) < timedelta(milliseconds=2)
    assert pytest.approx(ENDS_S, abs=0.002) == recording.t_s


def test_the_name_tells_the_start() -> None:
    """Elite HRV and others name a file by its start: assumed, since names change."""
    recording = read("812\n805\n", name="2025-03-15 07-30-05.txt")
    expected = (datetime.fromisoformat("2025-03-15T07:30:05"), Knowledge.ASSUMED)
    assert expected == (recording.start, recording.start_is)
    unknown = read("812\n805\n", name="2025-13-45 99-99-99.txt")
    assert unknown.start is None
    assert Knowledge.UNKNOWN is unknown.start_is


def test_kubios_text() -> None:
    """An exported series is one interval a line below a remark."""
    recording = read("# SIGNAL/SERIES EXPORT - KUBIOS\n# RR\n812.000\n805.500\n")
    expected = [812.0, 805.5]
    assert expected == recording.rr_ms.tolist()
    assert Knowledge.ASSUMED is recording.times_are


def test_polar_hrm_of_intervals() -> None:
    """Interval=238 stands for RR intervals in ms; the start is the watch's."""
    recording = read(polar_hrm(238, "812\r\n805\r\n798\r\n\r\n[Trip]\r\n1\r\n"))
    expected = [812.0, 805.0, 798.0]
    assert expected == recording.rr_ms.tolist()
    assert RrFormat.POLAR_HRM is recording.layout
    assert Unit.MS is recording.unit
    assert Knowledge.KNOWN is recording.unit_is
    assert datetime.fromisoformat("2025-03-15T07:30:05") == recording.start


@pytest.mark.parametrize("interval", [1, 5, 15, 60])
def test_polar_hrm_of_heart_rates(interval: int) -> None:
    """Any other interval stands for heart rates, and says so."""
    error = refusal(polar_hrm(interval, "71\t0\n72\t0\n"))
    assert Refused.HEART_RATES is error.reason
    assert f"Interval={interval}" in str(error)


@pytest.mark.parametrize(
    ("content", "reason", "line"),
    [
        (polar_hrm(238, ""), Refused.NO_INTERVALS, None),
        ("[Params]\nInterval=238\n", Refused.NO_INTERVALS, None),
        (polar_hrm(238, "812\noh\n"), Refused.NOT_A_NUMBER, 13),
        ("[Params]\nVersion=106\n", Refused.HEART_RATES, None),
        ("[Section]\na=b\n", Refused.UNKNOWN_COLUMNS, None),
    ],
    ids=["no data", "no section", "text", "no interval", "another ini file"],
)
def test_broken_polar_hrm(content: str, reason: Refused, line: int | None) -> None:
    """What is missing or wrong in a training file is refused by its own line."""
    error = refusal(content)
    assert (reason, line) == (error.reason, error.line)


def test_arrivals_place_the_beats() -> None:
    """Bursts are spread to where their intervals put them."""
    arrivals_s = np.array([1.0, 1.0, 3.1, 3.1, 3.1, 5.9, 5.9])
    t_s = rebuilt_times_s(arrivals_s, RR_MS)
    assert t_s is not None
    assert pytest.approx(RR_MS[1:] / 1000) == np.diff(t_s)


def test_arrivals_in_ms_place_the_beats_alike() -> None:
    """Arrivals count s or ms, and their own steps tell which."""
    arrivals_s = np.array([1.0, 1.0, 3.1, 3.1, 3.1, 5.9, 75.9])
    in_s = rebuilt_times_s(arrivals_s, RR_MS)
    in_ms = rebuilt_times_s(arrivals_s * 1000, RR_MS)
    assert in_s is not None
    assert in_ms is not None
    assert pytest.approx(in_s) == in_ms


def test_packets_held_back_hide_no_gap() -> None:
    """A gap is measured from the beats, not from packets that came late before it."""
    arrivals_s = np.array([5.0, 5.0, 5.0, 5.0, 9.5, 10.4])
    t_s = rebuilt_times_s(arrivals_s, np.full(6, 900.0))
    assert t_s is not None
    assert pytest.approx([0.9, 0.9, 0.9, 4.5, 0.9]) == np.diff(t_s)


def test_a_gap_between_arrivals_stays_a_gap() -> None:
    """An arrival far behind the beats so far puts the next beat behind a gap."""
    stamps = ["07:00:01.0", "07:00:01.0", "07:00:02.7", "07:01:02.5", "07:01:03.4"]
    content = "Phone timestamp;RR-interval [ms]\n" + rows(
        [f"2026-07-26T{stamp}" for stamp in stamps],
        RR_MS[:5].astype(int),
        separator=";",
    )
    recording = read(content)
    steps_s = np.diff(recording.t_s) - recording.rr_ms[1:] / 1000
    assert pytest.approx([0.0, 0.0, steps_s[2], 0.0], abs=1e-9) == steps_s
    assert 55 < steps_s[2] < 60
    assert Knowledge.ASSUMED is recording.times_are
    (warning,) = recording.warnings
    assert Oddity.BEATS_MISSING is warning.oddity


@given(
    st.lists(st.floats(300, 2000), min_size=2, max_size=60),
    st.lists(st.floats(0, 1.5), min_size=60, max_size=60),
)
def test_late_packets_move_no_beat(rr_ms: list[float], delays_s: list[float]) -> None:
    """However late packets are, within reason, beats keep the intervals' distance."""
    ends_s = np.cumsum(rr_ms) / 1000
    arrivals_s = np.maximum.accumulate(ends_s + delays_s[: ends_s.size])
    t_s = rebuilt_times_s(arrivals_s, np.array(rr_ms))
    assert t_s is not None
    assert pytest.approx(np.array(rr_ms[1:]) / 1000) == np.diff(t_s)


@given(st.lists(st.floats(300, 2000), min_size=2, max_size=60), st.booleans())
def test_exact_times_are_found(rr_ms: list[float], in_ms: bool) -> None:  # noqa: FBT001
    """Times of beginning beats give the times of ending ones, in either unit."""
    rr = np.array(rr_ms)
    ends_s = np.cumsum(rr) / 1000
    stamps = (ends_s - rr / 1000) * (1000 if in_ms else 1)
    t_s = exact_times_s(stamps, rr)
    assert t_s is not None
    assert pytest.approx(np.diff(ends_s), abs=1e-6) == np.diff(t_s)


UNREAD = {
    "times of nothing": (
        "time,rr_ms\n1,800\n1,810\n1,800\n1,790\n1,800\n1,805\n1,800\n",
        Refused.TIMES_DISAGREE,
        None,
    ),
    "stamps run backwards": (
        "time,rr_ms\n1,800\n2,810\n1.5,800\n",
        Refused.TIME_BACKWARDS,
        4,
    ),
    "dates run backwards": (
        "date,rr\n2025-03-15 11:03:01,800\n2025-03-15 11:03:00,800\n",
        Refused.TIME_BACKWARDS,
        3,
    ),
    "no date": (
        "date,rr\n2025-03-15 11:03:01,800\nlater,800\n",
        Refused.NOT_A_DATE,
        3,
    ),
    "a zone appears": (
        "date,rr\n2025-03-15 11:03:01,800\n2025-03-15 11:03:02+01:00,800\n",
        Refused.NOT_A_DATE,
        3,
    ),
    "two columns of anything": ("812 805\n798 801\n", Refused.UNKNOWN_COLUMNS, None),
    "decimal commas without a header": (
        "812,5\n805,0\n798,5\n",
        Refused.UNKNOWN_COLUMNS,
        None,
    ),
    "times and heart rates": ("1 71\n2 72\n3 71\n", Refused.HEART_RATES, None),
    "one row of two": ("0.000 0.749\n", Refused.UNKNOWN_COLUMNS, None),
}


@pytest.mark.parametrize(
    ("content", "reason", "line"), UNREAD.values(), ids=UNREAD.keys()
)
def test_times_that_make_no_sense(
    content: str, reason: Refused, line: int | None
) -> None:
    """Times that are not understood refuse the file, and are never left out."""
    error = refusal(content)
    assert (reason, line) == (error.reason, error.line)


def test_a_day_alone_is_no_time() -> None:
    """A column of days places no beat: the intervals are added up, as an assumption."""
    recording = read("date,rr_ms\n2025-03-15,800\n2025-03-15,810\n")
    expected = (RrFormat.COLUMN, Knowledge.ASSUMED)
    assert expected == (recording.layout, recording.times_are)


def test_a_zone_is_kept() -> None:
    """A start in another zone stays in it."""
    content = "date,rr_ms\n" + rows(
        [f"2025-03-15T11:03:0{one:.3f}+02:00" for one in ENDS_S], RR_MS, separator=","
    )
    start = read(content).start
    assert start is not None
    assert timezone(timedelta(hours=2)) == start.tzinfo


def test_an_odd_interval_moves_no_other_beat() -> None:
    """Beside times that begin beats, an absurd interval ends where the next begins."""
    rr_ms = RR_MS.astype(int).tolist()
    rr_ms[3] = 65_000
    recording = read("time,rr_ms\n" + rows(seconds(BEGINS_S), rr_ms, separator=","))
    assert rr_ms == recording.rr_ms.tolist()
    assert pytest.approx(ENDS_S, abs=0.002) == recording.t_s
