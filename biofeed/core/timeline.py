"""Puts RR intervals in time: the beat clock, its gaps and its breaks.

Rules
-----
- Beats never move back. An interval that would end before the one before it is kept,
  marked as overlapping, and used for nothing.
- No difference is taken across a break: a gap, a new connection, a resync.
- Arrival times place a stretch of beats; within it only the sum of the intervals
  counts, since a strap's packets are stamped by nobody and arrive when they like.

Theory
------
A strap sends no time. Its intervals, summed, are a clock that is exact but for lost
packets; the arrival of the packets is a clock that is late by a varying delay. The
offset between the two has a floor, the transport delay, and a sudden rise above that
floor means that beats are missing. A packet that arrives late after a silence looks
the same at first, but is followed at once by the others that waited with it, so the
decision waits for the next packet or the next grid point.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from statistics import median

from biofeed.core.beat_clock_check import BeatClockCheck

OFFSET_MEMORY_S = 30.0
"""How long an offset counts for the transport delay, s."""

GAP_S = 3.0
"""An offset this far above the delay means beats are missing, s (or two intervals)."""

AHEAD_S = 3.0
"""Beats that claim to end this long after they arrived are not where they seem, s.

As far as a gap the other way: a strap that holds intervals back for a packet or two
moves the anchor by as much, and a second of patience cost it 16 false breaks an hour.
"""

TYPICAL_DELAY_S = 0.5
"""Half the usual notification interval: the age of a packet's last beat, s."""

PLAUSIBLE_DELAY_S = (0.0, 1.0)
"""What a stretch may take over from the delays of the one before, s.

Those of a strap that loses one beat in twelve grow by 2 s until it shows; handed on
from stretch to stretch they come to half a minute within ten.
"""

DUPLICATE_S = 0.3
"""An equal payload sooner than this after the last is the same one again, s."""

BURST_S = 0.2
"""Packets closer than this waited together; no strap sends five a second, s."""

FILE_SLACK_S = 0.15
"""Beat times in files are rounded; less than this holds no missing beat, s."""


_offset_of: Callable[[tuple[float, float]], float] = itemgetter(1)


@dataclass(frozen=True, slots=True)
class Interval:
    """One RR interval placed in time.

    Attributes
    ----------
    t_s
        Time of the beat that ends it, s.
    rr_ms
        Its length exactly as measured, ms.
    breaks
        True where it does not continue the interval before it.
    overlaps
        True where it claims time that earlier intervals already filled.
    """

    t_s: float
    rr_ms: float
    breaks: bool
    overlaps: bool = False


@dataclass(frozen=True, slots=True)
class _Packet:
    t_s: float
    rr_ms: tuple[float, ...]


class Timeline:
    """The beat clock of one session, for packets and for files."""

    def __init__(self) -> None:
        self._end_s: float | None = None
        self._latest_s = float("-inf")
        self._breaks = True
        self._epoch: int | None = None
        self._offsets: deque[tuple[float, float]] = deque()
        self._check = BeatClockCheck()
        self._arrival_s = float("-inf")
        self._payload: bytes | None = None
        self._held: _Packet | None = None

    def is_duplicate(self, t_s: float, payload: bytes, epoch: int) -> bool:
        """Tell whether a payload is the last one delivered twice."""
        return (
            epoch == self._epoch
            and payload == self._payload
            and t_s - self._arrival_s < DUPLICATE_S
        )

    def packet(
        self, t_s: float, payload: bytes, rr_ms: Sequence[float], *, epoch: int
    ) -> list[Interval]:
        """Place the intervals of one notification.

        Parameters
        ----------
        t_s
            Arrival on the session's clock, s.
        payload
            As received, to know a duplicate by.
        rr_ms
            Its intervals, ms, oldest first; may be empty.
        epoch
            Number of the connection.

        Returns
        -------
        Intervals that are now certain, oldest first: perhaps fewer or more than the
        packet holds, since one may be held until the next.
        """
        placed: list[Interval] = []
        if epoch != self._epoch:
            placed += self.release(float("inf"))
            self._start_stretch()
            self._epoch = epoch
        together = t_s - self._arrival_s < BURST_S
        self._arrival_s, self._payload = t_s, payload
        if not rr_ms:
            return placed
        packet = _Packet(t_s, tuple(rr_ms))
        if self._held is not None:
            late, self._held = self._held, None
            placed += self._place(late) if together else self._place_after_gap(late)
        if self._shows_gap(packet) and not together:
            self._held = packet
        else:
            placed += self._place(packet)
        return placed

    def release(self, now_s: float) -> list[Interval]:
        """Decide on a held packet that nothing followed by ``now_s``: it was a gap."""
        if self._held is None or now_s - self._held.t_s < BURST_S:
            return []
        late, self._held = self._held, None
        return self._place_after_gap(late)

    def recorded(self, t_s: float, rr_ms: float) -> Interval:
        """Place one interval of a file, which knows its beat's time."""
        start_s = t_s - rr_ms / 1000.0
        hole_s = 0.0 if self._end_s is None else start_s - self._end_s
        breaks = self._end_s is None or self._breaks or abs(hole_s) > FILE_SLACK_S
        overlaps = t_s < self._latest_s or start_s < self._latest_s - FILE_SLACK_S
        self._end_s, self._breaks = t_s, overlaps
        self._latest_s = max(self._latest_s, t_s)
        return Interval(self._latest_s, rr_ms, breaks, overlaps)

    def interrupt(self) -> list[Interval]:
        """Note that the link broke: what comes next does not continue what was."""
        placed = self.release(float("inf"))
        self._breaks = True
        return placed

    def _start_stretch(self) -> None:
        self._end_s, self._breaks = None, True
        self._offsets.clear()
        self._check.clear()

    def _shows_gap(self, packet: _Packet) -> bool:
        if self._end_s is None or not self._offsets:
            return False
        floor_s = min(map(_offset_of, self._offsets))
        threshold_s = max(GAP_S, 2.0 * packet.rr_ms[0] / 1000.0)
        return self._offset_s(packet) - floor_s > threshold_s

    def _offset_s(self, packet: _Packet) -> float:
        assert self._end_s is not None
        return packet.t_s - self._end_s - sum(packet.rr_ms) / 1000.0

    def _place(self, packet: _Packet) -> list[Interval]:
        """Continue the stretch, or start it, or resync where it ran ahead."""
        if self._end_s is None or self._offset_s(packet) < -AHEAD_S:
            return self._place_after_gap(packet)
        was_held_up = self._shows_gap(packet)
        intervals = list(self._lay(packet.rr_ms))
        if not was_held_up:
            self._remember_offset(packet.t_s)
        return intervals

    def _place_after_gap(self, packet: _Packet) -> list[Interval]:
        """Anchor the packet's last beat at its arrival less the typical delay."""
        known = [offset for _, offset in self._offsets]
        least_s, most_s = PLAUSIBLE_DELAY_S
        delay_s = min(max(least_s, median(known)), most_s) if known else TYPICAL_DELAY_S
        self._end_s = packet.t_s - delay_s - sum(packet.rr_ms) / 1000.0
        self._breaks = True
        self._check.clear()
        intervals = list(self._lay(packet.rr_ms))
        self._remember_offset(packet.t_s)
        return intervals

    def _lay(self, rr_ms: Sequence[float]) -> Iterator[Interval]:
        for rr in rr_ms:
            assert self._end_s is not None
            start_s = self._end_s
            self._end_s = start_s + rr / 1000.0
            overlaps = self._end_s < self._latest_s or (
                self._breaks and start_s < self._latest_s - FILE_SLACK_S
            )
            self._latest_s = max(self._latest_s, self._end_s)
            yield Interval(self._latest_s, rr, self._breaks, overlaps)
            self._breaks = overlaps

    def _remember_offset(self, t_s: float) -> None:
        assert self._end_s is not None
        self._offsets.append((t_s, t_s - self._end_s))
        while t_s - self._offsets[0][0] > OFFSET_MEMORY_S:
            self._offsets.popleft()
        lost_s = self._check.lost_s(t_s, t_s - self._end_s)
        if lost_s > 0.0:
            self._move_on(lost_s)

    def _move_on(self, lost_s: float) -> None:
        """Leave a gap for beats that got lost one by one."""
        assert self._end_s is not None
        self._end_s += lost_s
        self._breaks = True
        self._offsets = deque((t_s, late_s - lost_s) for t_s, late_s in self._offsets)
