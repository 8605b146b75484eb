"""Faults of the way from strap to computer, put into what a strap says.

Rules
-----
- Pure: events in, events out, in order of time; beats are delayed, repeated or lost,
  and never invented.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from devices.heart_rate import HeartRateMeasurement, build, parse
from devices.simulated_strap import Dropout
from devices.source import Notification, SourceEvent

MOST_HELD_BACK = 2
"""Intervals that a strap keeps for its next packet, at most."""


def repacked(
    events: Iterable[SourceEvent], rng: np.random.Generator, *, most_rr: int = 3
) -> tuple[SourceEvent, ...]:
    """Spread the intervals unevenly: none in one packet, up to ``most_rr`` in another.

    Order is kept and no interval comes before its beat; a few at the end may stay
    behind in the strap.
    """
    held: list[int] = []
    packed: list[SourceEvent] = []
    for event in events:
        if not isinstance(event, Notification):
            packed.append(event)
            continue
        measurement = parse(event.payload)
        if not isinstance(measurement, HeartRateMeasurement):
            packed.append(event)
            continue
        held += measurement.rr_ticks
        fewest = min(max(0, len(held) - MOST_HELD_BACK), most_rr)
        taken = int(rng.integers(fewest, min(most_rr, len(held)) + 1))
        payload = build(
            heart_rate_bpm=measurement.heart_rate_bpm,
            rr_ticks=held[:taken],
            contact=measurement.contact,
            energy_kj=measurement.energy_kj,
        )
        del held[:taken]
        packed.append(replace(event, payload=payload))
    return tuple(packed)


def duplicated(
    events: Iterable[SourceEvent], *, at_s: float, after_s: float = 0.1
) -> tuple[SourceEvent, ...]:
    """Deliver the first notification from ``at_s`` on once more, ``after_s`` later."""
    said = list(events)
    for event in said:
        if isinstance(event, Notification) and event.t_s >= at_s:
            said.append(replace(event, t_s=event.t_s + after_s))
            break
    return tuple(sorted(said, key=lambda event: event.t_s))


def stalled(
    events: Iterable[SourceEvent], *, start_s: float, length_s: float
) -> tuple[SourceEvent, ...]:
    """Hold everything back for a while, then deliver it all at once, in order."""
    end_s = start_s + length_s
    return tuple(
        replace(event, t_s=end_s) if start_s <= event.t_s < end_s else event
        for event in events
    )


def dropped(
    events: Iterable[SourceEvent], dropouts: Sequence[Dropout]
) -> tuple[SourceEvent, ...]:
    """Lose the notifications that would have arrived in a dropout."""
    return tuple(
        event
        for event in events
        if not isinstance(event, Notification)
        or not any(gap.start_s <= event.t_s < gap.end_s for gap in dropouts)
    )
