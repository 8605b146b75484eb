"""Makes the values that tests of the core start from: beats, packets, traces."""

from collections.abc import Iterable, Sequence

from biofeed.core.beat import Beat, BeatLabel
from biofeed.core.timeline import Interval, Timeline
from biofeed.core.trace import Trace
from devices.heart_rate import build
from devices.source import Notification, RecordedInterval

TICKS_800_MS = 819
"""Ticks of 1/1024 s that come nearest to 800 ms."""


def beat(
    t_s: float = 0.8,
    rr_ms: float = 800.0,
    label: BeatLabel = BeatLabel.NORMAL,
    *,
    beats: float | None = None,
    follows: bool = True,
    breaks: bool = False,
) -> Beat:
    """One labelled beat; what is not said is normal."""
    counts = 1.0 if label is BeatLabel.NORMAL else 0.0
    return Beat(
        t_s=t_s,
        rr_ms=rr_ms,
        label=label,
        beats=counts if beats is None else beats,
        follows=follows,
        breaks=breaks,
    )


def beats_of(rr_ms: Iterable[float], *, start_s: float = 0.0) -> list[Beat]:
    """Contiguous normal beats from their intervals."""
    made: list[Beat] = []
    t_s = start_s
    for rr in rr_ms:
        t_s += rr / 1000.0
        made.append(beat(t_s, rr, follows=bool(made), breaks=not made))
    return made


def intervals_of(
    rr_ms: Iterable[float], *, start_s: float = 0.0, breaks: bool = True
) -> list[Interval]:
    """Contiguous intervals; the first breaks, unless told otherwise."""
    made: list[Interval] = []
    t_s = start_s
    for rr in rr_ms:
        t_s += rr / 1000.0
        made.append(Interval(t_s, rr, breaks and not made))
    return made


def recorded_of(
    rr_ms: Iterable[float], *, start_s: float = 0.0
) -> list[RecordedInterval]:
    """The same as a file states them."""
    made: list[RecordedInterval] = []
    t_s = start_s
    for rr in rr_ms:
        t_s += rr / 1000.0
        made.append(RecordedInterval(t_s=t_s, rr_ms=rr))
    return made


def notification(
    t_s: float,
    *rr_ticks: int,
    bpm: int = 75,
    contact: bool | None = None,
    epoch: int = 0,
) -> Notification:
    """One packet as a strap sends it."""
    payload = build(heart_rate_bpm=bpm, rr_ticks=rr_ticks, contact=contact)
    return Notification(t_s=t_s, payload=payload, epoch=epoch)


def place(
    timeline: Timeline, t_s: float, rr_ms: Sequence[float], *, epoch: int = 0
) -> list[Interval]:
    """Place a packet whose payload no other packet has."""
    payload = repr((t_s, rr_ms)).encode()
    return timeline.packet(t_s, payload, rr_ms, epoch=epoch)


def trace_of(smoothed_z: Sequence[float | None], *, first_s: float = 1.0) -> Trace:
    """A trace whose activation and smoothed activation are the same."""
    trace = Trace()
    for index, value in enumerate(smoothed_z):
        trace.append(first_s + index, value, value)
    return trace
