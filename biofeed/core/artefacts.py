"""Tells heartbeats from artefacts while they arrive: the three-door gate.

Rules
-----
- Causal: an interval is judged by those before it. A label may still be revised while
  its beat is in the ``tail``: until the next accepted beat, since two intervals can be
  halves of one story, and four rejects in a row mean that the reference was wrong.
- Nothing is removed. An artefact keeps its time and says how many beats it stands
  for, so that heart rate loses no time to it; successive differences skip it.

Theory
------
An interval that no door lets in (``doors``) tells a story with its neighbour
(``stories``): an early beat and its pause, two halves, beats that were missed.
"""

from dataclasses import replace

from biofeed.core.beat import Beat, BeatLabel
from biofeed.core.doors import REFERENCE_BEATS, Doors, agree_on_a_pace
from biofeed.core.stories import alone, together
from biofeed.core.timeline import Interval

REJECTS_TO_RESEAT = 4
"""So many alike in a row and the reference, not the heart, is wrong."""

FORGET_S = 15.0
"""After a hole this long the heart may beat at another pace, s."""

LONGEST_TAIL = REFERENCE_BEATS + REJECTS_TO_RESEAT
"""Older beats are beyond revision."""


class ArtefactGate:
    """Labels the intervals of one session as they come.

    Attributes
    ----------
    tail
        Beats whose labels may still change, oldest first; ends in the newest beat.
    """

    def __init__(self) -> None:
        self.tail: list[Beat] = []
        self._doors = Doors()
        self._rejects = 0
        self._last: Beat | None = None

    def label(self, interval: Interval) -> list[Beat]:
        """Judge one interval, which becomes the newest of the tail.

        Returns
        -------
        Beats that left the tail with their final labels, oldest first.
        """
        final = self._forget_after_hole(interval)
        beat = self._judge(interval)
        self.tail.append(beat)
        self._last = beat
        if self._rejects >= REJECTS_TO_RESEAT and self._reseat():
            self._last = self.tail[-1]
        return final + self._release()

    def flush(self) -> list[Beat]:
        """Hand out the tail as it is: no beat will come to change it."""
        tail, self.tail = self.tail, []
        return tail

    def _forget_after_hole(self, interval: Interval) -> list[Beat]:
        if not interval.breaks:
            return []
        self._doors.end_trend()
        if self._last is None:
            return []
        hole_s = interval.t_s - interval.rr_ms / 1000.0 - self._last.t_s
        if hole_s <= FORGET_S:
            return []
        self._doors.forget_pace()
        self._rejects = 0
        return self.flush()

    def _judge(self, interval: Interval) -> Beat:
        if interval.overlaps:
            return self._refuse(interval, BeatLabel.OVERLAP, 0.0)
        enters = self._doors.let_in(interval.rr_ms)
        story = self._story_with_last(interval, entered=enters)
        if story is not None:
            self.tail[-1], beat = story
            self._rejects += 1
            return beat
        if enters:
            return self._accept(interval)
        self._rejects += 1
        return self._refuse(
            interval, *alone(interval.rr_ms, self._doors.pace_ms(interval.rr_ms))
        )

    def _accept(self, interval: Interval) -> Beat:
        beat = _normal(interval, self._last)
        after_ms = self._last.rr_ms if beat.follows and self._last else None
        self._doors.accept(beat.rr_ms, after_ms=after_ms)
        self._rejects = 0
        return beat

    def _refuse(self, interval: Interval, label: BeatLabel, beats: float) -> Beat:
        self._doors.end_trend()
        return Beat(
            t_s=interval.t_s,
            rr_ms=interval.rr_ms,
            label=label,
            beats=beats,
            follows=False,
            breaks=interval.breaks,
        )

    def _story_with_last(
        self, interval: Interval, *, entered: bool
    ) -> tuple[Beat, Beat] | None:
        reference_ms = self._doors.reference_ms
        if interval.breaks or reference_ms is None or not self.tail:
            return None
        labels = together(self.tail[-1], interval.rr_ms, reference_ms, entered=entered)
        if labels is None:
            return None
        (first, first_beats), (second, second_beats) = labels
        revised = replace(self.tail[-1], label=first, beats=first_beats, follows=False)
        return revised, self._refuse(interval, second, second_beats)

    def _reseat(self) -> bool:
        """Take the last rejects for the true pace, if they agree on one."""
        tail = self.tail[-REJECTS_TO_RESEAT:]
        if len(tail) < REJECTS_TO_RESEAT or any(b.breaks for b in tail[1:]):
            return False
        rr_ms = [beat.rr_ms for beat in tail]
        if not agree_on_a_pace(rr_ms):
            return False
        if not self._doors.is_seated:
            self._revoke_false_seat()
        first, *others = tail
        normal = [replace(first, label=BeatLabel.NORMAL, beats=1.0)]
        normal += [
            replace(beat, label=BeatLabel.NORMAL, beats=1.0, follows=True)
            for beat in others
        ]
        self.tail[-REJECTS_TO_RESEAT:] = normal
        self._doors.reseat(rr_ms)
        self._rejects = 0
        return True

    def _revoke_false_seat(self) -> None:
        """What was accepted before the pace was known, was not the pace."""
        self.tail = [
            beat
            if beat.label is BeatLabel.OVERLAP
            else replace(beat, label=BeatLabel.IMPLAUSIBLE, beats=0.0, follows=False)
            for beat in self.tail
        ]

    def _release(self) -> list[Beat]:
        """Beats beyond revision: all, once the newest is accepted on a sure seat."""
        kept = 0 if self._doors.is_seated and self._rejects == 0 else LONGEST_TAIL
        count = max(0, len(self.tail) - kept)
        final = self.tail[:count]
        del self.tail[:count]
        return final


def _normal(interval: Interval, last: Beat | None) -> Beat:
    follows = (
        not interval.breaks and last is not None and last.label is BeatLabel.NORMAL
    )
    return Beat(
        t_s=interval.t_s,
        rr_ms=interval.rr_ms,
        label=BeatLabel.NORMAL,
        beats=1.0,
        follows=follows,
        breaks=interval.breaks,
    )
