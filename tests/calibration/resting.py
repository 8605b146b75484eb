"""Makes rests to be judged: seconds of a person who sits still, or does not."""

from collections.abc import Iterable
from dataclasses import replace

from calibration.baseline import RestSecond


def second(t_s: float, heart_rate_bpm: float | None = 60.0) -> RestSecond:
    """One unremarkable second."""
    return RestSecond(
        t_s=t_s,
        heart_rate_bpm=heart_rate_bpm,
        ln_rmssd=None if heart_rate_bpm is None else 3.5,
        beats=1,
        accepted=1,
        beat_age_s=0.5,
        slow_breathing=False,
        irregular_rhythm=False,
    )


def rest(
    heart_rate_bpm: Iterable[float | None], first_s: float = 1.0
) -> list[RestSecond]:
    """Unremarkable seconds with these heart rates."""
    return [second(first_s + n, bpm) for n, bpm in enumerate(heart_rate_bpm)]


def still(seconds: int, *, bpm: float = 60.0, first_s: float = 1.0) -> list[RestSecond]:
    """Seconds of an even heart rate that goes up and down by half a beat."""
    return rest((bpm + (0.5, 0.0, -0.5, 0.0)[n % 4] for n in range(seconds)), first_s)


def with_artefacts(seconds: list[RestSecond], rejected: int) -> list[RestSecond]:
    """The same, with so many intervals that the gate did not accept."""
    return [
        replace(each, accepted=0 if n < rejected else 1)
        for n, each in enumerate(seconds)
    ]


def with_holes(seconds: list[RestSecond], *at_s: float) -> list[RestSecond]:
    """The same, with a second in each hole: silent for six, and unknown."""
    return [
        replace(each, heart_rate_bpm=None, ln_rmssd=None, beat_age_s=6.0)
        if each.t_s in at_s
        else each
        for each in seconds
    ]
