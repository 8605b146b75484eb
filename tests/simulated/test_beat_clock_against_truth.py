"""The beat clock against beats whose true times are known."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

from biofeed.core.beat import Beat
from devices.heart_rate import HeartRateMeasurement, parse
from devices.simulated import SimulatedSession, simulate
from devices.simulated_faults import dropped, duplicated, repacked, stalled
from devices.simulated_script import Script
from devices.simulated_strap import Dropout
from devices.source import Notification, SourceEvent
from tests.simulated.folding import Floats, fold_after_rest, person

SEEDS = range(10)
SCRIPT = Script(duration_s=420.0)
GAPS = tuple(
    Dropout(start_s=start_s, length_s=length_s)
    for start_s, length_s in [(60.0, 4.0), (110.0, 6.0), (160.3, 10.0), (220.7, 20.0)]
)
DUPLICATE_AT_S = 280.0
STALL_S = (320.0, 6.0)
MOST_SPREAD_S = 0.005
VISIBLE_S = 3.1
"""Lost beats that the clock must miss: 3 s, and the delay's own variation, s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """Which intervals arrived.

    Attributes
    ----------
    indices
        shape (n,): into the strap's intervals.
    after_hole
        shape (holes,): into ``indices``, the first interval after each dropout.
    """

    indices: NDArray[np.int64]
    after_hole: list[int]


def _arrived(sent: Iterable[SourceEvent], received: Iterable[SourceEvent]) -> Arrived:
    """Follow each interval from the strap's packets to the packets that came."""
    kept = set(received)
    indices: list[int] = []
    after_hole: list[int] = []
    count, in_hole = 0, False
    for event in sent:
        if not isinstance(event, Notification):
            continue
        measurement = parse(event.payload)
        assert isinstance(measurement, HeartRateMeasurement)
        carried = range(count, count + len(measurement.rr_ticks))
        count = carried.stop
        if event not in kept:
            in_hole = True
            continue
        if in_hole and carried:
            after_hole.append(len(indices))
            in_hole = False
        indices += carried
    return Arrived(indices=np.array(indices), after_hole=after_hole)


def _errors_s(
    beats: tuple[Beat, ...], session: SimulatedSession, indices: NDArray[np.int64]
) -> Floats:
    """Beat times as placed, less the true ones; the intervals must be the same."""
    assert session.intervals.rr_ms[indices].tolist() == [beat.rr_ms for beat in beats]
    placed_s = np.array([beat.t_s for beat in beats])
    return np.asarray(placed_s - session.intervals.end_t_s[indices])


def _spreads_s(errors_s: Floats, beats: tuple[Beat, ...]) -> list[float]:
    """Spread of the error within each stretch between breaks, s."""
    starts = [index for index, beat in enumerate(beats) if beat.breaks]
    return [float(part.std()) for part in np.split(errors_s, starts) if part.size]


def _breaks(beats: tuple[Beat, ...]) -> set[int]:
    return {index for index, beat in enumerate(beats) if beat.breaks}


@pytest.mark.parametrize("seed", SEEDS)
def test_beats_are_placed_to_five_milliseconds_through_all_faults(seed: int) -> None:
    """0-3 RR a packet, holes, a duplicate, a stall: no beat lost, doubled or astray.

    Within a stretch the error spreads by less than 5 ms, and each hole is a break.
    """
    session = simulate(person(seed), SCRIPT, seed=seed)
    sent = repacked(session.events, np.random.default_rng(seed))
    received = dropped(sent, GAPS)
    arrived = _arrived(sent, received)
    start_s, length_s = STALL_S
    faulty = stalled(
        duplicated(received, at_s=DUPLICATE_AT_S), start_s=start_s, length_s=length_s
    )
    beats = fold_after_rest(faulty).beats
    errors_s = _errors_s(beats, session, arrived.indices)
    assert max(_spreads_s(errors_s, beats)) < MOST_SPREAD_S
    assert len(GAPS) == len(arrived.after_hole)
    assert set(arrived.after_hole) <= _breaks(beats)


@pytest.mark.parametrize("seed", SEEDS)
def test_three_seconds_of_lost_beats_are_missed_at_once(seed: int) -> None:
    """Of dropouts of 3 to 4 s, those that cost more than 3 s of beats are breaks."""
    session = simulate(person(seed), SCRIPT, seed=seed)
    gaps = tuple(
        Dropout(start_s=50.0 * number + 0.1 * seed, length_s=3.0 + 0.15 * number)
        for number in range(1, 8)
    )
    received = dropped(session.events, gaps)
    arrived = _arrived(session.events, received)
    beats = fold_after_rest(received).beats
    ends_s = session.intervals.end_t_s[arrived.indices]
    starts_s = ends_s - session.intervals.rr_ms[arrived.indices] / 1000.0
    visible = [
        first
        for first in arrived.after_hole
        if starts_s[first] - ends_s[first - 1] > VISIBLE_S
    ]
    assert len(visible) >= 2
    assert set(visible) <= _breaks(beats)


@pytest.mark.parametrize("seed", SEEDS)
def test_clean_signal_has_one_stretch(seed: int) -> None:
    """Nothing is lost, so nothing breaks after the first beat."""
    session = simulate(person(seed), SCRIPT, seed=seed)
    assert {0} == _breaks(fold_after_rest(session.events).beats)
