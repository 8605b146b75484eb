"""Beats that no heart makes: the engine answers with "unknown", never an error."""

from collections.abc import Sequence
from math import isfinite

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biofeed.core.engine import Engine
from biofeed.core.events import Event, Tick
from biofeed.core.settings import EngineSettings
from biofeed.core.values import Second
from devices.heart_rate import build
from devices.source import Notification, RecordedInterval
from tests.simulated.folding import Folded, fold

AFTERWARDS_S = 3.0
"""Time that passes behind the last beat, s."""


def _from_file(rr_ms: Sequence[float]) -> Folded:
    end_s = np.cumsum(np.array(rr_ms) / 1000.0).tolist()
    return _folded(
        [
            RecordedInterval(t_s=t_s, rr_ms=length_ms)
            for t_s, length_ms in zip(end_s, rr_ms, strict=True)
        ]
    )


def _from_strap(rr_ticks: Sequence[int]) -> Folded:
    return _folded(
        [
            Notification(
                t_s=1.0 + second, payload=build(heart_rate_bpm=60, rr_ticks=[ticks])
            )
            for second, ticks in enumerate(rr_ticks)
        ]
    )


def _folded(events: Sequence[Event]) -> Folded:
    end_s = max((event.t_s for event in events), default=0.0)
    later = Tick(t_s=end_s + AFTERWARDS_S)
    return fold(Engine(EngineSettings(settling_in_s=0.0)), [*events, later])


def _is_finite_or_unknown(second: Second) -> bool:
    numbers = (
        second.heart_rate_bpm,
        second.ln_rmssd,
        second.arousal_z,
        second.arousal0_z,
        second.smoothed_z,
    )
    known = all(number is None or isfinite(number) for number in numbers)
    return known and (second.arousal_z is None) == (second.why_unknown is not None)


def test_two_hundred_equal_intervals_have_a_rate_and_no_variability() -> None:
    """800 ms for ever is 75 bpm, and the log of no variability is unknown."""
    folded = _from_file([800.0] * 200)
    last = folded.seconds[-2]
    assert pytest.approx(75.0) == last.heart_rate_bpm
    assert {None} == {second.ln_rmssd for second in folded.seconds}


@pytest.mark.parametrize("count", [1, 2])
def test_one_or_two_intervals_say_nothing(count: int) -> None:
    """Too little for a rate, a variability or a baseline."""
    folded = _from_file([800.0] * count)
    assert {None} == {second.heart_rate_bpm for second in folded.seconds}
    assert {None} == {second.ln_rmssd for second in folded.seconds}
    assert folded.episodes == ()


@pytest.mark.parametrize("rr_ms", [0.0, 40.0, 2500.0, 60_000.0])
def test_impossible_intervals_say_nothing(rr_ms: float) -> None:
    """Fifty intervals that no heart makes leave everything unknown."""
    folded = _from_file([rr_ms] * 50)
    assert {None} == {second.ln_rmssd for second in folded.seconds}
    assert {None} == {second.heart_rate_bpm for second in folded.seconds}
    assert {None} == {second.arousal_z for second in folded.seconds}


@settings(max_examples=60, deadline=None)
@given(rr_ticks=st.lists(st.integers(0, 65_535), max_size=120))
def test_any_intervals_give_numbers_or_reasons(rr_ticks: list[int]) -> None:
    """Whatever a strap sends: finite numbers, or unknown with a reason."""
    folded = _from_strap(rr_ticks)
    assert all(_is_finite_or_unknown(second) for second in folded.seconds)
    assert len(rr_ticks) == len(folded.beats)


@settings(max_examples=60, deadline=None)
@given(rr_ms=st.lists(st.floats(0.0, 3000.0), min_size=1, max_size=300))
def test_any_file_gives_numbers_or_reasons(rr_ms: list[float]) -> None:
    """Whatever a file holds: finite numbers, or unknown with a reason."""
    folded = _from_file(rr_ms)
    assert all(_is_finite_or_unknown(second) for second in folded.seconds)
    assert len(rr_ms) == len(folded.beats)
