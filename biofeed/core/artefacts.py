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
Dropping whatever lies 20 % off the local median throws out the long beats of slow
breathing, a third of them at six breaths a minute, and reads as a faster heart. So a
beat may enter by any of three doors: near the median of the last accepted beats, a
step from the last one that is usual for this person, or on with the present trend.
An interval that enters by none tells a story with its neighbour (``stories``).
"""

from collections import deque
from dataclasses import replace
from statistics import median

from biofeed.core.beat import Beat, BeatLabel
from biofeed.core.stories import LONGEST_PAUSE, alone, together
from biofeed.core.timeline import Interval

SHORTEST_MS = 300.0
"""200 bpm: shorter is no interval of a person at rest or in mild effort, ms."""

LONGEST_MS = 2000.0
"""30 bpm: longer is a missed beat or a gap, ms."""

REFERENCE_BEATS = 9
"""Accepted beats in the running median: two breaths' worth, no more."""

NEAR_MEDIAN = 0.20
"""First door: share of the median (the usual 20 % filter)."""

USUAL_STEP_FACTOR = 4.0
"""Second door: steps up to this many times the person's median step."""

LEAST_STEP = 0.15
"""Second door is never narrower than this share of the last beat."""

WIDEST_STEP = 0.25
"""Second door is never wider: an ectopic beat comes 25 % early or more."""

ON_TREND = 0.12
"""Third door: share of the value that the last two beats lead to."""

STEPS_REMEMBERED = 60
"""Accepted steps that make the person's median step: about a minute."""

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
        self._accepted: deque[float] = deque(maxlen=REFERENCE_BEATS)
        self._steps: deque[float] = deque(maxlen=STEPS_REMEMBERED)
        self._widest = LEAST_STEP
        self._trend: tuple[float, float] | None = None
        self._is_seated = False
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
        self._trend = None
        if self._last is None:
            return []
        hole_s = interval.t_s - interval.rr_ms / 1000.0 - self._last.t_s
        if hole_s <= FORGET_S:
            return []
        self._accepted.clear()
        self._is_seated = False
        self._rejects = 0
        return self.flush()

    def _judge(self, interval: Interval) -> Beat:
        if interval.overlaps:
            return self._refuse(interval, BeatLabel.OVERLAP, 0.0)
        enters = self._enters(interval.rr_ms)
        story = self._story_with_last(interval, entered=enters)
        if story is not None:
            self.tail[-1], beat = story
            self._trend = None
            self._rejects += 1
            return beat
        if enters:
            return self._accept(interval)
        self._rejects += 1
        return self._refuse(
            interval, *alone(interval.rr_ms, self._pace_ms(interval.rr_ms))
        )

    def _pace_ms(self, rr_ms: float) -> float | None:
        """The pace that an interval is counted in: the present one where it is long.

        A beat missed in the slow half of a deep breath hides longer beats than the
        median's.
        """
        if not self._accepted:
            return None
        reference, last = median(self._accepted), self._accepted[-1]
        if rr_ms <= LONGEST_PAUSE * reference:
            return reference
        return max(reference, (reference + last) / 2.0)

    def _enters(self, rr_ms: float) -> bool:
        """Whether any of the three doors is open to an interval."""
        if not SHORTEST_MS <= rr_ms <= LONGEST_MS:
            return False
        if not self._accepted:
            return True
        reference, last = median(self._accepted), self._accepted[-1]
        if abs(rr_ms - reference) <= NEAR_MEDIAN * reference:
            return True
        if abs(rr_ms - last) <= self._widest * last:
            return True
        if self._trend is None:
            return False
        before, latest = self._trend
        led_to = latest + (latest - before)
        return abs(rr_ms - led_to) <= ON_TREND * led_to

    def _accept(self, interval: Interval) -> Beat:
        beat = _normal(interval, self._last)
        self._trend = None
        if beat.follows and self._last is not None:
            self._note_step(self._last.rr_ms, beat.rr_ms)
        self._accepted.append(beat.rr_ms)
        self._is_seated |= len(self._accepted) == REFERENCE_BEATS
        self._rejects = 0
        return beat

    def _note_step(self, before_ms: float, rr_ms: float) -> None:
        self._steps.append(abs(rr_ms - before_ms) / before_ms)
        usual = USUAL_STEP_FACTOR * median(self._steps)
        self._widest = min(max(LEAST_STEP, usual), WIDEST_STEP)
        self._trend = (before_ms, rr_ms)

    def _refuse(self, interval: Interval, label: BeatLabel, beats: float) -> Beat:
        self._trend = None
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
        if interval.breaks or not self._accepted or not self.tail:
            return None
        labels = together(
            self.tail[-1], interval.rr_ms, median(self._accepted), entered=entered
        )
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
        pace_ms = median(beat.rr_ms for beat in tail)
        plausible = SHORTEST_MS <= pace_ms <= LONGEST_MS
        if not plausible or any(
            abs(beat.rr_ms - pace_ms) > NEAR_MEDIAN * pace_ms for beat in tail
        ):
            return False
        if not self._is_seated:
            self._revoke_false_seat()
        first, *others = tail
        normal = [replace(first, label=BeatLabel.NORMAL, beats=1.0)]
        normal += [
            replace(beat, label=BeatLabel.NORMAL, beats=1.0, follows=True)
            for beat in others
        ]
        self.tail[-REJECTS_TO_RESEAT:] = normal
        self._accepted.clear()
        self._accepted.extend(beat.rr_ms for beat in normal)
        self._is_seated = True
        self._rejects = 0
        return True

    def _revoke_false_seat(self) -> None:
        """What was accepted before the pace was known, was not the pace."""
        self._steps.clear()
        self._widest = LEAST_STEP
        self.tail = [
            beat
            if beat.label is BeatLabel.OVERLAP
            else replace(beat, label=BeatLabel.IMPLAUSIBLE, beats=0.0, follows=False)
            for beat in self.tail
        ]

    def _release(self) -> list[Beat]:
        """Beats beyond revision: all, once the newest is accepted on a sure seat."""
        kept = 0 if self._is_seated and self._rejects == 0 else LONGEST_TAIL
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
