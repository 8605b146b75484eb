"""Slow breathing is noticed; ordinary breathing and stillness are not."""

from itertools import count
from math import pi, sin

import pytest

from biofeed.core.beat import Beat, BeatLabel
from biofeed.core.breathing import SLOW_BELOW_HZ, WINDOW_S, breathing_peak
from tests.core.making import beat, beats_of


def breathing_beats(
    breaths_per_min: float, *, depth_ms: float = 60.0, mean_ms: float = 850.0
) -> list[Beat]:
    """A minute of beats under a pure respiratory wave."""
    rr_ms: list[float] = []
    t_s = 0.0
    for _ in count():
        wave = sin(2.0 * pi * breaths_per_min / 60.0 * t_s)
        rr_ms.append(mean_ms + depth_ms * wave)
        t_s += rr_ms[-1] / 1000.0
        if t_s >= WINDOW_S:
            return beats_of(rr_ms)
    raise AssertionError


@pytest.mark.parametrize("breaths_per_min", [4.0, 5.0, 6.0, 7.0])
def test_slow_breathing_is_flagged(breaths_per_min: float) -> None:
    """A pure wave of 4 to 7 breaths a minute dominates below 0.13 Hz."""
    peak = breathing_peak(breathing_beats(breaths_per_min), WINDOW_S)
    assert peak is not None
    assert pytest.approx(breaths_per_min / 60.0, abs=0.018) == peak.frequency_hz
    assert peak.is_slow


@pytest.mark.parametrize("breaths_per_min", [10.0, 12.0, 15.0, 20.0])
def test_ordinary_breathing_is_not_flagged(breaths_per_min: float) -> None:
    """From 10 breaths a minute on the wave is nowhere near the baroreflex."""
    peak = breathing_peak(breathing_beats(breaths_per_min), WINDOW_S)
    assert peak is not None
    assert peak.frequency_hz > SLOW_BELOW_HZ
    assert not peak.is_slow


def test_slow_wave_that_does_not_dominate_is_not_flagged() -> None:
    """Half of the power at 6/min and half at 15/min is how many people rest."""
    both = [
        beat(t.t_s, (s.rr_ms + t.rr_ms) / 2.0)
        for s, t in zip(breathing_beats(6.0), breathing_beats(15.0), strict=False)
    ]
    peak = breathing_peak(both, WINDOW_S)
    assert peak is not None
    assert not peak.is_slow


def test_pure_wave_holds_nearly_all_of_the_power() -> None:
    """The five bins around the peak hold what a Hann window spreads."""
    peak = breathing_peak(breathing_beats(6.0), WINDOW_S)
    assert peak is not None
    assert 0.95 < peak.share <= 1.0


def test_intervals_that_do_not_vary_have_no_peak() -> None:
    """A metronome does not breathe."""
    assert None is breathing_peak(beats_of([800.0] * 75), WINDOW_S)


def test_steady_drift_is_no_breath() -> None:
    """A heart that slows by 60 ms within the minute does not breathe slowly."""
    drifting = [
        beat(b.t_s, b.rr_ms + b.t_s) for b in breathing_beats(15.0, depth_ms=30.0)
    ]
    peak = breathing_peak(drifting, WINDOW_S)
    assert peak is not None
    assert pytest.approx(0.25, abs=0.018) == peak.frequency_hz


@pytest.mark.parametrize(("beats", "known"), [(29, False), (30, True)])
def test_peak_needs_thirty_normal_beats(*, beats: int, known: bool) -> None:
    """Artefacts do not help to carry a spectrum."""
    normal = breathing_beats(6.0)[:beats]
    odd = [beat(t_s=50.0, label=BeatLabel.ECTOPIC)] * 30
    assert known == (breathing_peak([*normal, *odd], WINDOW_S) is not None)


def test_artefacts_are_passed_over() -> None:
    """One missed beat in a minute changes nothing of what is seen."""
    beats = breathing_beats(6.0)
    before, missed, *after = beats[20:]
    merged = beat(missed.t_s, before.rr_ms + missed.rr_ms, BeatLabel.MISSED)
    peak = breathing_peak([*beats[:20], merged, *after], WINDOW_S)
    assert peak is not None
    assert peak.is_slow
