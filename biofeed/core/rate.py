"""Heart rate of a window, counted so that artefacts cost no time."""

from collections.abc import Iterable

from biofeed.core.beat import Beat

LEAST_COVERAGE = 0.45
"""Share of the window that counted intervals must fill; less says too little."""


def heart_rate_bpm(beats: Iterable[Beat], window_s: float) -> float | None:
    """Mean heart rate of a window: beats counted over the time they took.

    Parameters
    ----------
    beats
        Labelled beats of the window, in any order.
    window_s
        Its length, s.

    Returns
    -------
    bpm, or None where the intervals that can be counted fill less than
    ``LEAST_COVERAGE`` of the window.

    Notes
    -----
    A missed beat counts as the beats it hides and the halves of an extra one as a
    half each, so one artefact moves the rate by next to nothing, where dropping the
    interval would bias it towards whatever is left.
    """
    counted = 0.0
    time_ms = 0.0
    for beat in beats:
        if beat.beats:
            counted += beat.beats
            time_ms += beat.rr_ms
    if time_ms < LEAST_COVERAGE * window_s * 1000.0:
        return None
    return 60_000.0 * counted / time_ms
