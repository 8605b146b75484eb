"""From what a source says to labelled beats, and what is known of the signal itself.

Rules
-----
- Every notification is used at most once, and only through its decoded intervals; the
  heart rate byte speaks only for straps that send no intervals, or none to believe.
- A contact bit that denies contact while good beats arrive is not believed.
"""

from collections import deque
from dataclasses import replace

from biofeed.core.artefacts import ArtefactGate
from biofeed.core.beat import Beat, BeatLabel
from biofeed.core.irregular import IrregularWatch
from biofeed.core.plausibility import Plausibility
from biofeed.core.timeline import Interval, Timeline
from biofeed.core.windows import BeatWindows
from devices.heart_rate import HeartRateMeasurement, parse
from devices.source import LinkChanged, LinkState, Notification, RecordedInterval

HEART_RATE_ONLY_AFTER_S = 14.0
"""A strap that sent no interval for this long sends none, s; the grid adds up to one
more until it is said."""

REPORTED_WINDOW_S = 30.0
"""Window over which reported heart rates are averaged, as for counted beats, s."""

LEAST_REPORTED = 14
"""Reported rates such a window needs: 45 % of one a second."""

CONTACT_TRUST_AFTER_S = 3.0
"""Straps deny contact for the first seconds of a connection, s."""

CONTACT_LOST_AFTER_S = 3.0
"""A flicker of the contact bit is none, s."""


class Heartbeats:
    """The beats of a session so far, and how they reached us.

    Attributes
    ----------
    windows
        Labelled beats of the last minutes.
    arrived_s
        When the newest interval, or reported heart rate, arrived, s; None before.
    first_s
        When the first one did.
    contact
        The strap's newest word on contact; None where it has none.
    """

    def __init__(self) -> None:
        self.windows = BeatWindows()
        self.arrived_s: float | None = None
        self.first_s: float | None = None
        self.contact: bool | None = None
        self._timeline = Timeline()
        self._gate = ArtefactGate()
        self._plausibility = Plausibility()
        self._irregular = IrregularWatch()
        self._new_beats = 0
        self._new_accepted = 0
        self._reported: deque[tuple[float, int]] = deque()
        self._without_rr_since_s: float | None = None
        self._epoch: int | None = None
        self._connected_s = float("-inf")
        self._contact_denied_s: float | None = None

    def notification(self, event: Notification) -> list[Beat]:
        """Take one packet; returns the beats whose labels are final now."""
        if self._timeline.is_duplicate(event.t_s, event.payload, event.epoch):
            return []
        measurement = parse(event.payload)
        if not isinstance(measurement, HeartRateMeasurement):
            return []
        self._note_contact(event.t_s, contact=measurement.contact)
        self._note_reported(event.t_s, measurement)
        self._plausibility.packet(
            event.t_s, measurement.rr_ticks, measurement.heart_rate_bpm
        )
        rr_ms = measurement.rr_ms
        placed = self._timeline.packet(
            event.t_s, event.payload, rr_ms, epoch=event.epoch
        )
        if rr_ms:
            self._arrive(event.t_s)
        return self._label(placed)

    def interval(self, event: RecordedInterval) -> list[Beat]:
        """Take one interval of a file."""
        self._arrive(event.t_s)
        return self._label([self._timeline.recorded(event.t_s, event.rr_ms)])

    def link(self, event: LinkChanged) -> list[Beat]:
        """Take a change of the connection: nothing continues across one.

        A strap that comes back is announced as live more than once, and a stale link
        may yet deliver what it held back; the first packet of a new epoch breaks the
        stretch by itself.
        """
        if event.link is LinkState.LIVE and event.epoch != self._epoch:
            self._epoch = event.epoch
            self._connected_s = event.t_s
            self._without_rr_since_s = None
        if event.link in (LinkState.LIVE, LinkState.STALE):
            return []
        self.contact = self._contact_denied_s = None
        self._plausibility.reconnected()
        return self._label(self._timeline.interrupt())

    def release(self, now_s: float) -> list[Beat]:
        """Have a packet that was held back placed, if nothing followed it."""
        return self._label(self._timeline.release(now_s))

    def flush(self) -> list[Beat]:
        """Hand out the newest beats as they are labelled now: no more will come."""
        placed = self._label(self._timeline.interrupt())
        doubtful = self._as_believed(self._gate.flush())
        self.windows.add(doubtful, ())
        return placed + doubtful

    def take_counts(self) -> tuple[int, int]:
        """Intervals with final labels, and accepted ones, since last asked."""
        counts = self._new_beats, self._new_accepted
        self._new_beats = self._new_accepted = 0
        return counts

    def age_s(self, now_s: float) -> float | None:
        """Seconds since the newest beat arrived; None before the first."""
        return None if self.arrived_s is None else max(0.0, now_s - self.arrived_s)

    @property
    def are_intervals_believed(self) -> bool:
        """Whether the strap's intervals, if any, can be those of a heart."""
        return self._plausibility.are_intervals_believed

    def has_rate_jumped(self, now_s: float) -> bool:
        """Whether the reported rate has just done what no heart does."""
        return self._plausibility.has_jumped(now_s)

    def is_heart_rate_only(self, now_s: float) -> bool:
        """Whether there is a heart rate, but no intervals that can be used."""
        if not self.are_intervals_believed:
            return True
        since_s = self._without_rr_since_s
        return since_s is not None and now_s - since_s >= HEART_RATE_ONLY_AFTER_S

    def is_irregular(self, now_s: float) -> bool:
        """Whether too many of the last minutes' beats are no normal ones."""
        # Both are asked: the watch lets old beats go as it is asked.
        irregular = self._irregular.step(now_s)
        return irregular and not self.is_heart_rate_only(now_s)

    def reported_bpm(self, now_s: float) -> float | None:
        """Mean of the rates reported over the last 30 s; None with too few."""
        self._forget_reported_before(now_s - REPORTED_WINDOW_S)
        if len(self._reported) < LEAST_REPORTED:
            return None
        return sum(bpm for _, bpm in self._reported) / len(self._reported)

    def is_contact_lost(self, now_s: float) -> bool:
        """Whether the strap has denied contact long enough to be believed."""
        since_s = self._contact_denied_s
        return since_s is not None and now_s - since_s >= CONTACT_LOST_AFTER_S

    def _arrive(self, t_s: float) -> None:
        self.arrived_s = t_s
        if self.first_s is None:
            self.first_s = t_s

    def _note_contact(self, t_s: float, *, contact: bool | None) -> None:
        self.contact = contact
        if contact is not False or t_s - self._connected_s < CONTACT_TRUST_AFTER_S:
            self._contact_denied_s = None
        elif self._contact_denied_s is None:
            self._contact_denied_s = t_s

    def _note_reported(self, t_s: float, measurement: HeartRateMeasurement) -> None:
        if measurement.rr_ticks:
            self._without_rr_since_s = None
        elif self._without_rr_since_s is None:
            self._without_rr_since_s = t_s
        if measurement.heart_rate_bpm > 0:
            self._reported.append((t_s, measurement.heart_rate_bpm))
            if self.is_heart_rate_only(t_s):
                self._arrive(t_s)
        self._forget_reported_before(t_s - REPORTED_WINDOW_S)

    def _forget_reported_before(self, t_s: float) -> None:
        while self._reported and self._reported[0][0] <= t_s:
            self._reported.popleft()

    def _label(self, placed: list[Interval]) -> list[Beat]:
        final: list[Beat] = []
        for interval in placed:
            final += self._gate.label(interval)
        final = self._as_believed(final)
        for beat in final:
            self._irregular.take(beat)
        if not self.are_intervals_believed:
            self.windows.add(final, ())
            return final
        self.windows.add(final, self._gate.tail)
        self._new_beats += len(final)
        self._new_accepted += sum(beat.label is BeatLabel.NORMAL for beat in final)
        return final

    def _as_believed(self, beats: list[Beat]) -> list[Beat]:
        if self.are_intervals_believed:
            return beats
        return [
            replace(beat, label=BeatLabel.IMPLAUSIBLE, beats=0.0, follows=False)
            for beat in beats
        ]
