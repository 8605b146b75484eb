"""Whether what a strap says can be what a heart did: filler, and invented rates.

Rules
-----
- Two witnesses that contradict each other prove nothing: intervals that are not what
  the heart rate beside them says are not believed.
- Intervals that jump about are the artefact gate's affair, not filler.
- Nothing here is dropped or changed; what is not believed is only not used.

Theory
------
Some straps send made-up intervals: a constant one (500 ms), or the last one again. At
1/1024 s two neighbouring intervals of a living heart are equal about once in twenty
(RMSSD 10 ms), so two thirds of one value in thirty are no heart's, or one whose
variability says nothing (a pacemaker's). Off the body optical sensors invent heart
rates; no heart gains or loses 40 bpm from one second to the next.
"""

from collections import deque
from collections.abc import Sequence
from statistics import median

FILLER_WINDOW = 30
FILLER_COUNT = 20
FILLER_OVER = 10
"""Equal intervals among the last 30 from which they are filler, and below which no
longer."""

WITNESS_WINDOW_S = 30.0
"""Window over which intervals and reported heart rate are compared, s: straps average
the rate they report over up to 10 s."""

LEAST_WITNESSES = 15
"""Packets with both that such a comparison needs."""

CONTRADICTS_BPM = 15.0
CONTRADICTS_SHARE = 0.25
"""Difference of the two rates that no averaging explains: both in bpm and in share."""

STEADY_WITHIN = 0.3
STEADY_SHARE = 0.8
"""Intervals are steady where this share lies within 30 % of their median."""

PLAUSIBLE_TICKS = (308, 2047)
"""300 to 2000 ms in units of 1/1024 s."""

JUMP_BPM = 40
JUMP_WITHIN_S = 2.0
"""A change of the reported rate from one packet to the next that no heart makes, bpm;
packets further apart than this are not neighbours, s."""

JUMP_STAYS_S = 30.0
"""After such a jump a reported rate is not used this long, s: its averaging window."""

TICKS_PER_MINUTE = 60 * 1024


class Plausibility:
    """Watches the packets of one strap.

    Attributes
    ----------
    are_intervals_believed
        False while the intervals cannot be those of the heart.
    """

    def __init__(self) -> None:
        self.are_intervals_believed = True
        self._filler = _Filler()
        self._witnesses = _Witnesses()
        self._rate: tuple[float, int] | None = None
        self._jumped_s = float("-inf")

    def packet(self, t_s: float, rr_ticks: Sequence[int], heart_rate_bpm: int) -> None:
        """Take one packet: its intervals, 1/1024 s, and its heart rate, bpm or 0."""
        if heart_rate_bpm:
            self._note_rate(t_s, heart_rate_bpm)
        if rr_ticks:
            self._filler.add(rr_ticks)
            self._witnesses.add(t_s, rr_ticks, heart_rate_bpm)
            self.are_intervals_believed = not (
                self._filler.is_there or self._witnesses.contradict
            )

    def has_jumped(self, now_s: float) -> bool:
        """Whether the reported rate has just done what no heart does."""
        return now_s - self._jumped_s < JUMP_STAYS_S

    def reconnected(self) -> None:
        """Forget the last rate: across a gap anything may have happened."""
        self._rate = None

    def _note_rate(self, t_s: float, heart_rate_bpm: int) -> None:
        if self._rate is not None:
            before_s, before_bpm = self._rate
            is_jump = abs(heart_rate_bpm - before_bpm) > JUMP_BPM
            if is_jump and t_s - before_s <= JUMP_WITHIN_S:
                self._jumped_s = t_s
        self._rate = t_s, heart_rate_bpm


class _Filler:
    """Counts equal intervals among the last ones."""

    def __init__(self) -> None:
        self._value: int | None = None
        self._recent: deque[int] = deque()
        self._count: dict[int, int] = {}

    @property
    def is_there(self) -> bool:
        return self._value is not None

    def add(self, rr_ticks: Sequence[int]) -> None:
        recent, count = self._recent, self._count
        for ticks in rr_ticks:
            recent.append(ticks)
            count[ticks] = seen = count.get(ticks, 0) + 1
            if seen >= FILLER_COUNT:
                self._value = ticks
            if len(recent) > FILLER_WINDOW:
                oldest = recent.popleft()
                count[oldest] -= 1
                if not count[oldest]:
                    del count[oldest]
        if self._value is not None and count.get(self._value, 0) < FILLER_OVER:
            self._value = None


class _Witnesses:
    """Compares the rate that the intervals make with the one that is reported."""

    def __init__(self) -> None:
        self.contradict = False
        self._packets: deque[tuple[float, tuple[int, ...], int]] = deque()
        self._ticks = self._intervals = self._bpm = 0

    def add(self, t_s: float, rr_ticks: Sequence[int], heart_rate_bpm: int) -> None:
        least, most = PLAUSIBLE_TICKS
        heard = tuple([ticks for ticks in rr_ticks if least <= ticks <= most])
        if heard and heart_rate_bpm:
            self._packets.append((t_s, heard, heart_rate_bpm))
            self._sum(heard, heart_rate_bpm, sign=1)
        while self._packets and self._packets[0][0] <= t_s - WITNESS_WINDOW_S:
            _, old, old_bpm = self._packets.popleft()
            self._sum(old, old_bpm, sign=-1)
        self.contradict = self._do_contradict()

    def _sum(self, ticks: tuple[int, ...], heart_rate_bpm: int, *, sign: int) -> None:
        self._ticks += sign * sum(ticks)
        self._intervals += sign * len(ticks)
        self._bpm += sign * heart_rate_bpm

    def _do_contradict(self) -> bool:
        packets = len(self._packets)
        if packets < LEAST_WITNESSES:
            return False
        reported_bpm = self._bpm / packets
        limit_bpm = max(CONTRADICTS_BPM, CONTRADICTS_SHARE * reported_bpm)
        mean_bpm = TICKS_PER_MINUTE * self._intervals / self._ticks
        if abs(mean_bpm - reported_bpm) <= limit_bpm:
            return False
        # A mean is moved by missed beats, the middle of steady intervals is not.
        ticks = [each for _, heard, _ in self._packets for each in heard]
        middle = median(ticks)
        near = sum(abs(each - middle) <= STEADY_WITHIN * middle for each in ticks)
        is_steady = near >= STEADY_SHARE * len(ticks)
        return is_steady and abs(TICKS_PER_MINUTE / middle - reported_bpm) > limit_bpm
