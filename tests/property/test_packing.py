"""How intervals are packed into packets is the strap's affair, and changes nothing."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biofeed.core.beat import Beat
from biofeed.core.heartbeats import Heartbeats
from devices.heart_rate import build
from devices.source import Notification

DELAY_S = 0.4
"""From the last beat of a packet to its arrival, s."""

HEARTS = st.lists(
    st.one_of(
        st.integers(780, 860),
        st.integers(780, 860),
        st.integers(780, 860),
        st.sampled_from([560, 1060, 1640, 330]),
    ),
    min_size=4,
    max_size=80,
)
"""Intervals in ticks, most of a resting heart, one in four an artefact."""


def beats_of(packets: Sequence[Sequence[int]]) -> list[Beat]:
    """Label packets that arrive ``DELAY_S`` after their last beat."""
    heartbeats = Heartbeats()
    beats: list[Beat] = []
    t_s = 10.0
    for ticks in packets:
        t_s += sum(ticks) / 1024.0
        payload = build(heart_rate_bpm=72, rr_ticks=ticks)
        arrived = Notification(t_s=t_s + DELAY_S, payload=payload)
        beats += heartbeats.notification(arrived)
    return beats + heartbeats.flush()


def packed(ticks: Sequence[int], sizes: Sequence[int]) -> list[Sequence[int]]:
    """Intervals in packets of these sizes, in turn."""
    packets: list[Sequence[int]] = []
    start = 0
    while start < len(ticks):
        size = sizes[len(packets) % len(sizes)]
        packets.append(ticks[start : start + size])
        start += size
    return packets


@settings(max_examples=60, deadline=None)
@given(HEARTS, st.lists(st.integers(1, 3), min_size=1, max_size=8))
def test_packing_changes_neither_labels_nor_spacing(
    ticks: list[int], sizes: list[int]
) -> None:
    """One interval a packet, or up to three: the same beats the same time apart."""
    one_each, grouped = (
        beats_of([[each] for each in ticks]),
        beats_of(packed(ticks, sizes)),
    )
    assert len(ticks) == len(grouped)
    for one, other in zip(one_each, grouped, strict=True):
        assert (one.rr_ms, one.label, one.beats) == (
            other.rr_ms,
            other.label,
            other.beats,
        )
        assert (one.follows, one.breaks) == (other.follows, other.breaks)
    spacing_s = [after.t_s - before.t_s for before, after in pairwise(one_each)]
    assert pytest.approx(spacing_s) == [
        after.t_s - before.t_s for before, after in pairwise(grouped)
    ]
