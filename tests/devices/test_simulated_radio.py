"""How the simulated strap's intervals arrive, and which never do."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from devices.heart_rate import HeartRateMeasurement, parse
from devices.simulated_radio import Reception, receive
from devices.simulated_strap import (
    NO_ARTEFACTS,
    Artefacts,
    Dropout,
    StrapIntervals,
    measure,
)

DURATION_S = 300.0


def _intervals(rr_s: float = 0.8) -> StrapIntervals:
    beats = np.arange(0.3, DURATION_S, rr_s)
    return measure(beats, NO_ARTEFACTS, np.random.default_rng(1))


def _received(
    artefacts: Artefacts = NO_ARTEFACTS, *, rr_s: float = 0.8, seed: int = 2
) -> Reception:
    return receive(
        _intervals(rr_s),
        artefacts,
        duration_s=DURATION_S,
        seed=np.random.SeedSequence(seed),
    )


def _measurements(reception: Reception) -> list[HeartRateMeasurement]:
    parsed = [parse(packet.payload) for packet in reception.notifications]
    return [one for one in parsed if isinstance(one, HeartRateMeasurement)]


def test_strap_notifies_once_a_second_also_without_a_beat() -> None:
    """A slow heart leaves packets without an interval; they come all the same."""
    reception = _received(rr_s=1.5)
    assert len(reception.notifications) in {299, 300}
    assert {0, 1} == {len(one.rr_ticks) for one in _measurements(reception)}


def test_packets_arrive_late_by_the_delay_of_a_radio() -> None:
    """50 ms at least, and a half-normal of 40 ms more: 82 ms on average."""
    arrived_s = np.array([packet.t_s for packet in _received().notifications])
    sent_s = np.round(arrived_s - arrived_s[0]) + arrived_s[0]
    lateness_s = arrived_s - sent_s
    assert pytest.approx(0.024, abs=0.005) == lateness_s.std()
    assert np.all(np.diff(arrived_s) > 0.5)


def test_heart_rate_byte_is_the_mean_of_the_last_eight_intervals() -> None:
    """75 bpm for intervals of 0.8 s, from the first interval on; 0 before."""
    rates = [one.heart_rate_bpm for one in _measurements(_received())]
    assert {75} == {rate for rate in rates if rate}
    assert {75} == set(rates[3:])


def test_nothing_arrives_in_a_dropout() -> None:
    """The packets of a dropout are lost, and their intervals with them."""
    gap = Dropout(start_s=100.0, length_s=20.0)
    whole, holed = _received(), _received(Artefacts(dropouts=(gap,)))
    lost = [packet for packet in whole.notifications if 99.9 < packet.t_s < 120.3]
    kept = set(whole.notifications) - set(holed.notifications)
    assert kept <= set(lost)
    assert len(kept) == 20
    assert (
        pytest.approx(25, abs=1) == (~holed.delivered).sum() - (~whole.delivered).sum()
    )


def test_random_dropouts_have_the_rate_and_length_asked_for() -> None:
    """Two a minute of 3 s on average, over a hundred runs."""
    dropouts = [
        dropout
        for seed in range(100)
        for dropout in _received(
            Artefacts(dropouts_per_min=2.0, dropout_mean_s=3.0), seed=seed
        ).dropouts
    ]
    assert pytest.approx(10.0, abs=1.0) == len(dropouts) / 100
    assert pytest.approx(3.0, abs=0.3) == np.mean([d.length_s for d in dropouts])


@settings(max_examples=50, deadline=None)
@given(
    rr_s=st.floats(0.35, 1.9),
    per_min=st.floats(0.0, 5.0),
    seed=st.integers(0, 1000),
)
def test_packets_carry_every_interval_outside_dropouts_once(
    rr_s: float, per_min: float, seed: int
) -> None:
    """Concatenated packets are the delivered intervals, in order, tick for tick."""
    reception = _received(Artefacts(dropouts_per_min=per_min), rr_s=rr_s, seed=seed)
    carried = [tick for one in _measurements(reception) for tick in one.rr_ticks]
    assert _intervals(rr_s).rr_ticks[reception.delivered].tolist() == carried


@settings(max_examples=50, deadline=None)
@given(per_min=st.floats(0.0, 5.0), seed=st.integers(0, 1000))
def test_beats_arrive_within_a_second_and_the_delay(per_min: float, seed: int) -> None:
    """No interval arrives before its beat, nor later than a packet after it."""
    reception = _received(Artefacts(dropouts_per_min=per_min), seed=seed)
    ended_s = iter(_intervals().end_t_s[reception.delivered].tolist())
    for packet, one in zip(
        reception.notifications, _measurements(reception), strict=True
    ):
        for _ in one.rr_ticks:
            assert 0.05 <= packet.t_s - next(ended_s) <= 1.4
