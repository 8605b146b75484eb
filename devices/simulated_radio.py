"""What arrives of a strap's intervals: one packet a second, late, and some not at all.

Rules
-----
- A packet takes every interval that ended since the one before; a lost packet takes
  its intervals with it, and the strap counts on.
- Dropouts and delays have noise of their own, so that asking for the one does not
  change the other.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from devices.heart_rate import TICKS_PER_S, build
from devices.simulated_strap import Artefacts, Dropout, StrapIntervals
from devices.source import Notification

NOTIFIES_EVERY_S = 1.0

DELAY_S = 0.050
DELAY_SPREAD_S = 0.040
"""Transport of a notification: at least the one, and a half-normal more, s."""

AVERAGED_BEATS = 8
"""Intervals that the heart rate byte is a mean of."""

MOST_BPM = 255
"""What one byte holds, bpm."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reception:
    """What arrived of the intervals.

    Attributes
    ----------
    notifications
        In order of arrival.
    delivered
        shape (n,): True where an interval was in one of them.
    dropouts
        In order of their start.
    """

    notifications: tuple[Notification, ...]
    delivered: NDArray[np.bool_]
    dropouts: tuple[Dropout, ...]


def receive(
    intervals: StrapIntervals,
    artefacts: Artefacts,
    *,
    duration_s: float,
    seed: np.random.SeedSequence,
) -> Reception:
    """Send the intervals once a second, and lose some of the packets.

    Parameters
    ----------
    intervals
        As measured.
    artefacts
        How often, or when, nothing gets through.
    duration_s
        The strap is silent from then on, s.
    seed
        Of dropouts and delays, each with a stream of its own.
    """
    gap_rng, delay_rng = (np.random.default_rng(part) for part in seed.spawn(2))
    dropouts = _dropouts(artefacts, duration_s, gap_rng)
    sent_s = np.arange(delay_rng.uniform(), duration_s, NOTIFIES_EVERY_S)
    arrived_s = (
        sent_s
        + DELAY_S
        + np.abs(DELAY_SPREAD_S * delay_rng.standard_normal(len(sent_s)))
    )
    through = np.ones(len(sent_s), dtype=bool)
    for dropout in dropouts:
        through &= (sent_s < dropout.start_s) | (sent_s >= dropout.end_s)
    carrier = np.searchsorted(sent_s, intervals.end_t_s)
    delivered = np.append(through, np.False_)[carrier]
    bounds = np.searchsorted(carrier, np.arange(len(sent_s) + 1)).tolist()
    return Reception(
        notifications=tuple(
            Notification(t_s=float(arrived_s[packet]), payload=payload)
            for packet, payload in enumerate(_payloads(intervals.rr_ticks, bounds))
            if through[packet]
        ),
        delivered=delivered,
        dropouts=dropouts,
    )


def _dropouts(
    artefacts: Artefacts, duration_s: float, rng: np.random.Generator
) -> tuple[Dropout, ...]:
    count = rng.poisson(artefacts.dropouts_per_min * duration_s / 60.0)
    starts = rng.uniform(0.0, duration_s, size=count)
    lengths = rng.exponential(artefacts.dropout_mean_s, size=count)
    at_random = [
        Dropout(start_s=float(start_s), length_s=float(length_s))
        for start_s, length_s in zip(starts, lengths, strict=True)
    ]
    return tuple(
        sorted([*artefacts.dropouts, *at_random], key=lambda dropout: dropout.start_s)
    )


def _payloads(rr_ticks: NDArray[np.int64], bounds: list[int]) -> Iterator[bytes]:
    """Yield the payload of every packet; ``bounds`` says which intervals each takes."""
    ticks = rr_ticks.tolist()
    for first, end in pairwise(bounds):
        recent = ticks[max(0, end - AVERAGED_BEATS) : end]
        rate = round(60.0 * TICKS_PER_S * len(recent) / sum(recent)) if recent else 0
        yield build(
            heart_rate_bpm=min(rate, MOST_BPM), rr_ticks=ticks[first:end], contact=True
        )
