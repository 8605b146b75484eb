"""What NeuroKit2 makes of a window, and how its process speaks."""

import importlib
import os
import signal
import subprocess
import warnings
from collections.abc import Iterable, Sequence
from math import isfinite, sqrt
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from biofeed.core.beat import Beat, BeatLabel
from biofeed.core.variability import rmssd_ms
from biofeed.session.hrv_windows import hrv_window
from biofeed.session.neurokit_messages import (
    Answer,
    Greeting,
    Question,
    Unavailable,
    WindowAnswer,
    read,
    write,
)
from biofeed.session.neurokit_process import WORKER_COMMAND
from biofeed.session.neurokit_worker import answer_window

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", autouse=True)
def neurokit_is_imported() -> None:
    """Import it once, apart from the time any one test is given."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        importlib.import_module("neurokit2")


def normal(rr_ms: Iterable[float]) -> tuple[Beat, ...]:
    return labelled([(rr, BeatLabel.NORMAL) for rr in rr_ms])


def labelled(intervals: Sequence[tuple[float, BeatLabel]]) -> tuple[Beat, ...]:
    beats: list[Beat] = []
    t_s = 0.0
    for rr_ms, label in intervals:
        t_s += rr_ms / 1000.0
        both = bool(beats) and label is beats[-1].label is BeatLabel.NORMAL
        beats.append(
            Beat(
                t_s=t_s,
                rr_ms=rr_ms,
                label=label,
                beats=1.0,
                follows=both,
                breaks=not beats,
            )
        )
    return tuple(beats)


def asked(beats: Sequence[Beat], *, window_s: int) -> WindowAnswer:
    return answer_window(hrv_window(beats, window_s=window_s, end_s=beats[-1].t_s))


def breathing(amplitude_ms: float, at_hz: float, *, length_s: float) -> list[float]:
    """Intervals around 800 ms that follow one sine wave."""
    rr_ms: list[float] = []
    t_s = 0.0
    while t_s < length_s:
        rr_ms.append(800.0 + amplitude_ms * np.sin(2.0 * np.pi * at_hz * t_s))
        t_s += rr_ms[-1] / 1000.0
    return rr_ms


def test_time_domain_by_hand() -> None:
    """790 and 810 ms in turn: mean 800, every difference 20, none over 50 ms."""
    found = asked(normal([790.0, 810.0] * 40), window_s=60).indices
    assert found["HRV_MeanNN"] == pytest.approx(800.0, rel=0.001)
    assert found["HRV_RMSSD"] == pytest.approx(20.0)
    assert found["HRV_SDNN"] == pytest.approx(10.0, rel=0.01)
    assert found["HRV_pNN50"] == 0.0


def test_poincare_is_the_spread_across_and_along_the_diagonal() -> None:
    """SD1 and SD2 are the two standard deviations of the plot, CSI their ratio."""
    rng = np.random.default_rng(1)
    rr_ms = 800.0 + rng.normal(0.0, 20.0, 400)
    found = asked(normal(rr_ms), window_s=300).indices
    before, after = rr_ms[-375:-1], rr_ms[-374:]
    sd1 = np.std((before - after) / sqrt(2.0), ddof=1)
    sd2 = np.std((before + after) / sqrt(2.0), ddof=1)
    assert found["HRV_SD1"] == pytest.approx(sd1, rel=0.02)
    assert found["HRV_SD2"] == pytest.approx(sd2, rel=0.02)
    assert found["HRV_CSI"] == pytest.approx(sd2 / sd1, rel=0.02)


@pytest.mark.parametrize(
    ("at_hz", "index", "other"),
    [(0.25, "HRV_HF", "HRV_LF"), (0.1, "HRV_LF", "HRV_HF")],
)
def test_power_of_a_wave_is_half_its_amplitude_squared(
    at_hz: float, index: str, other: str
) -> None:
    """A wave of 40 ms holds 800 ms², all in the band it lies in."""
    rr_ms = breathing(40.0, at_hz, length_s=310.0)
    found = asked(normal(rr_ms), window_s=300).indices
    power_ms2, rest_ms2 = found[index] or 0.0, found[other] or 0.0
    assert power_ms2 == pytest.approx(800.0, rel=0.12)
    assert 0.0 < rest_ms2 < 0.05 * power_ms2
    ratio = power_ms2 / rest_ms2 if index == "HRV_LF" else rest_ms2 / power_ms2
    assert found["HRV_LFHF"] == pytest.approx(ratio)


def test_equal_intervals_leave_what_can_be_said() -> None:
    """Where nothing varies RMSSD is 0, and no ratio is made of nothing."""
    found = asked(normal([800.0] * 400), window_s=300).indices
    assert found["HRV_MeanNN"] == 800.0
    assert found["HRV_RMSSD"] == 0.0
    assert found["HRV_CSI"] is None
    assert found["HRV_LFHF"] is None


def test_only_allowed_indices_are_answered() -> None:
    """A minute gives no LF, not even as unknown."""
    found = asked(normal([790.0, 810.0] * 40), window_s=60).indices
    assert "HRV_HF" in found
    assert "HRV_LF" not in found


def test_short_window_is_answered_with_nothing() -> None:
    """Three beats carry no index, and raise nothing."""
    answer = asked(normal([800.0] * 3), window_s=60)
    assert answer == WindowAnswer(indices={}, artefacts=0)


def test_artefacts_leave_rmssd_to_the_true_pairs() -> None:
    """With ectopic beats in the window RMSSD is that of the pairs around them."""
    rng = np.random.default_rng(3)
    intervals = [(rr_ms, BeatLabel.NORMAL) for rr_ms in 800.0 + rng.normal(0, 15, 400)]
    for k in range(30, 400, 40):
        intervals[k] = (560.0, BeatLabel.ECTOPIC)
        intervals[k + 1] = (1040.0, BeatLabel.PAUSE)
    beats = labelled(intervals)
    window = [beat for beat in beats if beat.t_s > beats[-1].t_s - 300.0]
    answer = asked(beats, window_s=300)
    assert answer.indices["HRV_RMSSD"] == pytest.approx(rmssd_ms(window), rel=1e-9)
    assert answer.indices["HRV_HF"] is not None


def test_audit_counts_what_it_would_change() -> None:
    """Ten ectopic beats in five minutes are found, however the core labels them."""
    rng = np.random.default_rng(3)
    rr_ms = 800.0 + rng.normal(0.0, 15.0, 370)
    clean = asked(normal(rr_ms), window_s=300).artefacts
    rr_ms[20:360:36] -= 240.0
    rr_ms[21:361:36] += 240.0
    assert 10 <= asked(normal(rr_ms), window_s=300).artefacts - clean <= 30


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    st.lists(
        st.tuples(st.sampled_from([300, 512, 820, 1024, 1900]), st.integers(0, 40)),
        min_size=15,
        max_size=90,
    ),
    st.sampled_from([BeatLabel.ECTOPIC, BeatLabel.MISSED, BeatLabel.OVERLAP]),
)
def test_any_window_is_answered(
    ticks: list[tuple[int, int]], artefact: BeatLabel
) -> None:
    """Whatever the heart does, the answer is finite or unknown, never an exception."""
    beats = labelled(
        [
            ((base + more) * 1000.0 / 1024.0, BeatLabel.NORMAL if more else artefact)
            for base, more in ticks
        ]
    )
    for window_s in (10, 60, 120):
        answer = asked(beats, window_s=window_s)
        assert answer.artefacts >= 0
        values = [value for value in answer.indices.values() if value is not None]
        assert all(map(isfinite, values))


def environment(*first_on_path: Path) -> dict[str, str]:
    path = map(str, (*first_on_path, Path(__file__).parents[2]))
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path)}


def speak(lines: bytes, *first_on_path: Path) -> tuple[int, list[bytes]]:
    """Run the real command on some input; returns its exit status and its lines."""
    done = subprocess.run(
        WORKER_COMMAND,
        input=lines,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(*first_on_path),
        check=False,
        timeout=100.0,
    )
    return done.returncode, done.stdout.splitlines()


def test_process_greets_answers_and_ends() -> None:
    """One greeting, one answer a question, and the end of stdin is the end."""
    window = hrv_window(normal([790.0, 810.0] * 40), window_s=60, end_s=64.0)
    questions = [Question(number=n, windows=(window,)) for n in (4, 5)]
    lines = b"nonsense\n".join(map(write, questions))
    status, spoken = speak(lines)
    greeting, *answers = map(read, spoken)
    assert status == 0
    assert isinstance(greeting, Greeting)
    assert [Answer(number=n, windows=(answer_window(window),)) for n in (4, 5)] == (
        answers
    )


def test_what_a_library_prints_stays_off_the_messages(tmp_path: Path) -> None:
    """A library that prints, also from beneath Python, garbles no message."""
    noisy = "import os\nprint('hello')\nos.write(1, b'hello')\n__version__ = '9'\n"
    (tmp_path / "neurokit2.py").write_text(noisy)
    status, spoken = speak(b"", tmp_path)
    assert status == 0
    assert [Greeting(version="9")] == list(map(read, spoken))


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("import no_such_module", "ModuleNotFoundError: No module named"),
        ("raise AttributeError('np.float_')", "AttributeError: np.float_"),
    ],
)
def test_import_that_fails_is_said(tmp_path: Path, source: str, reason: str) -> None:
    """Where NeuroKit2 cannot be imported, the process says why, and ends."""
    (tmp_path / "neurokit2.py").write_text(source)
    status, spoken = speak(b"", tmp_path)
    (message,) = map(read, spoken)
    assert status == 1
    assert isinstance(message, Unavailable)
    assert message.reason.startswith(reason)


def test_ctrl_c_is_left_to_the_session(tmp_path: Path) -> None:
    """Ctrl-C reaches the whole terminal; the worker goes when the session does."""
    (tmp_path / "neurokit2.py").write_text("__version__ = '9'")
    empty = hrv_window((), window_s=60, end_s=60.0)
    with subprocess.Popen(
        WORKER_COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(tmp_path),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert read(process.stdout.readline()) == Greeting(version="9")
        process.send_signal(signal.SIGINT)
        process.stdin.write(write(Question(number=1, windows=(empty,))))
        process.stdin.close()
        nothing = WindowAnswer(indices={}, artefacts=0)
        assert read(process.stdout.readline()) == Answer(number=1, windows=(nothing,))
    assert process.returncode == 0
