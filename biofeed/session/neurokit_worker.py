"""The process NeuroKit2 lives in: a question on stdin, its numbers on stdout.

Rules
-----
- Nothing else imports NeuroKit2, and this only once the process runs: the import
  takes seconds, 200 MiB, and its calls hold the interpreter.
- An index that cannot be computed is None and leaves the others as they are.
- Standard output carries messages only; whatever a library prints goes to stderr.

References
----------
Makowski et al. (2021), Behavior Research Methods 53:1689 (NeuroKit2).
Lipponen & Tarvainen (2019), J. Med. Eng. Technol. 43:173 (the artefact audit).
"""

import importlib
import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterable
from typing import Any, BinaryIO

import numpy as np

from biofeed.session.hrv_windows import (
    HF_INDICES,
    LF_INDICES,
    POINCARE_INDICES,
    TIME_INDICES,
    HrvWindow,
    Intervals,
)
from biofeed.session.neurokit_messages import (
    Answer,
    Greeting,
    Question,
    Unavailable,
    WindowAnswer,
    finite,
    read,
    write,
)

LEAST_AUDITED = 20
"""Intervals below which the audit says nothing; its own median spans 11."""

AUDIT_HZ = 1000
"""Resolution of the peaks that the audit is given: a millisecond."""

LEAST_SD1_MS = 0.1
"""Below a tenth of an interval's resolution SD1 is nothing to divide by, ms."""

LEAST_HF_MS2 = 0.1
"""Below the noise of rounding to 1/1024 s HF is nothing to divide by, ms²."""

BACKGROUND_NICENESS = 10
"""The window and the beats come first; the panel can wait a second."""

BROKEN_IMPORT = (ImportError, AttributeError, OSError, RuntimeError, ValueError)
"""What an absent or mismatched scientific library raises when it is imported."""

BROKEN_CALL = (ArithmeticError, LookupError, TypeError, ValueError)
"""What NeuroKit2 raises on constant, short or otherwise unusual intervals."""


def answer(question: Question) -> Answer:
    """Compute every window of a question."""
    windows = tuple(map(answer_window, question.windows))
    return Answer(number=question.number, windows=windows)


def answer_window(window: HrvWindow) -> WindowAnswer:
    """Compute the indices a window allows, and audit it."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        found = {
            **_time_domain(window),
            **_poincare(window),
            **_spectrum(window),
        }
        artefacts = sum(map(_artefacts, window.measured))
    return WindowAnswer(indices=_ratios_that_mean(found), artefacts=artefacts)


def _time_domain(window: HrvWindow) -> dict[str, float | None]:
    wanted = _wanted(window, TIME_INDICES)
    series = _dict_form(window.normal)
    return _indices(wanted, lambda: _neurokit().hrv_time(series))


def _poincare(window: HrvWindow) -> dict[str, float | None]:
    wanted = _wanted(window, POINCARE_INDICES)
    return _indices(
        wanted, lambda: _neurokit().hrv_nonlinear(_dict_form(window.normal))
    )


def _spectrum(window: HrvWindow) -> dict[str, float | None]:
    """LF and HF in ms²: NeuroKit2's default would give shares of the peak."""
    wanted = _wanted(window, LF_INDICES + HF_INDICES)
    series = _dict_form(window.spectral)
    return _indices(wanted, lambda: _neurokit().hrv_frequency(series, normalize=False))


def _artefacts(rr_ms: tuple[float, ...]) -> int:
    """Count the intervals of one stretch that the audit would change.

    One pass only: after several, NeuroKit2 reports what the last one found, which is
    nothing.
    """
    if len(rr_ms) < LEAST_AUDITED:
        return 0
    try:
        peaks = _neurokit().intervals_to_peaks(list(rr_ms), sampling_rate=AUDIT_HZ)
        found, _ = _neurokit().signal_fixpeaks(
            peaks, sampling_rate=AUDIT_HZ, iterative=False, method="Kubios"
        )
    except BROKEN_CALL:
        return 0
    return sum(len(found[k]) for k in ("ectopic", "missed", "extra", "longshort"))


def _neurokit() -> Any:
    return importlib.import_module("neurokit2")


def _wanted(window: HrvWindow, names: Iterable[str]) -> dict[str, float | None]:
    return dict.fromkeys(name for name in names if name in window.allowed)


def _indices(
    wanted: dict[str, float | None], compute: Callable[[], Any]
) -> dict[str, float | None]:
    if not wanted:
        return wanted
    try:
        table = compute()
        return {name: finite(float(table[name].iloc[0])) for name in wanted}
    except BROKEN_CALL:
        return wanted


def _dict_form(intervals: Intervals) -> dict[str, Any]:
    """Intervals as NeuroKit2 takes them, holes as NaN."""
    return {
        "RRI": np.array(intervals.rr_ms, dtype=np.float64),
        "RRI_Time": np.array(intervals.t_s, dtype=np.float64),
    }


def _ratios_that_mean(found: dict[str, float | None]) -> dict[str, float | None]:
    """Drop ratios whose divisor is noise."""
    if (found.get("HRV_SD1") or 0.0) < LEAST_SD1_MS and "HRV_CSI" in found:
        found["HRV_CSI"] = None
    if (found.get("HRV_HF") or 0.0) < LEAST_HF_MS2 and "HRV_LFHF" in found:
        found["HRV_LFHF"] = None
    return found


def main() -> int:
    """Greet, then answer questions until stdin ends.

    Returns
    -------
    0, or 1 where NeuroKit2 cannot be imported.
    """
    questions, answers = sys.stdin.buffer, _claim_stdout()
    _step_back()
    try:
        version = str(_neurokit().__version__)
    except BROKEN_IMPORT as broken:
        _send(answers, Unavailable(reason=f"{type(broken).__name__}: {broken}"))
        return 1
    _send(answers, Greeting(version=version))
    for line in questions:
        question = read(line)
        if isinstance(question, Question):
            _send(answers, answer(question))
    return 0


def _claim_stdout() -> BinaryIO:
    """Keep stdout for messages, and send what anything prints to stderr."""
    messages = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return messages


def _step_back() -> None:
    """Leave the processor to the session, and Ctrl-C to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        os.nice(BACKGROUND_NICENESS)


def _send(stream: BinaryIO, message: Answer | Greeting | Unavailable) -> None:
    stream.write(write(message))
    stream.flush()


if __name__ == "__main__":
    sys.exit(main())
