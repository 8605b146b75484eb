"""The lines between the session and NeuroKit2's process."""

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.session.hrv_windows import HrvWindow, Intervals
from biofeed.session.neurokit_messages import (
    Answer,
    Garbled,
    Greeting,
    Message,
    Question,
    Unavailable,
    WindowAnswer,
    read,
    write,
)

FINITE = st.floats(allow_nan=False, allow_infinity=False)
RR_MS = st.lists(FINITE | st.none(), max_size=9).map(tuple)
T_S = st.lists(FINITE, max_size=9).map(tuple)
INTERVALS = st.builds(Intervals, rr_ms=RR_MS, t_s=T_S)
WINDOWS = st.builds(
    HrvWindow,
    window_s=st.integers(1, 300),
    end_s=FINITE,
    beats=st.integers(0, 999),
    normal=INTERVALS,
    spectral=INTERVALS,
    measured=st.lists(T_S, max_size=3).map(tuple),
    allowed=st.lists(st.text(max_size=9), max_size=3).map(tuple),
)
ANSWERS = st.builds(
    WindowAnswer,
    indices=st.dictionaries(st.text(max_size=9), FINITE | st.none(), max_size=5),
    artefacts=st.integers(0, 99),
)
MESSAGES = st.one_of(
    st.builds(
        Question,
        number=st.integers(0),
        windows=st.lists(WINDOWS, max_size=3).map(tuple),
    ),
    st.builds(
        Answer, number=st.integers(0), windows=st.lists(ANSWERS, max_size=3).map(tuple)
    ),
    st.builds(Greeting, version=st.text()),
    st.builds(Unavailable, reason=st.text()),
)


@given(MESSAGES)
def test_message_arrives_as_it_was_sent(message: Message) -> None:
    """Every message is one line, and every float the same float."""
    line = write(message)
    assert line.count(b"\n") == 1
    assert message == read(line)


@pytest.mark.parametrize("value", [nan, inf, -inf])
def test_what_is_not_finite_becomes_unknown(value: float) -> None:
    """NaN and infinities are sent as null and read as None."""
    answer = Answer(
        number=1, windows=(WindowAnswer(indices={"HRV_LF": value}, artefacts=0),)
    )
    line = write(answer)
    assert b"null" in line
    received = read(line)
    assert isinstance(received, Answer)
    assert received.windows[0].indices == {"HRV_LF": None}


def test_foreign_nan_becomes_unknown_too() -> None:
    """A writer that puts NaN into JSON is read as one that knows nothing."""
    line = (
        b'{"kind": "answer", "number": 1, "windows": '
        b'[{"indices": {"HRV_LF": NaN}, "artefacts": 0}]}'
    )
    received = read(line)
    assert isinstance(received, Answer)
    assert received.windows[0].indices == {"HRV_LF": None}


@given(st.binary(max_size=200))
def test_any_bytes_are_read(line: bytes) -> None:
    """Reading never raises, whatever a process writes."""
    assert isinstance(read(line), Garbled)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"null",
        b"[]",
        b"3",
        b"{}",
        b'{"kind": "song"}',
        b'{"kind": "greeting"}',
        b'{"kind": "answer", "number": 1, "windows": [{"indices": []}]}',
        b'{"kind": "answer", "number": "x", "windows": []}',
        b'{"kind": "question", "number": 1, "windows": [1]}',
    ],
)
def test_json_that_is_no_message_is_garbled(line: bytes) -> None:
    """What is JSON but no message of ours is garbled, not an exception."""
    assert isinstance(read(line), Garbled)
