"""Counts how long the heart rate is beyond its limits, and calls a pause or the end.

Rules
-----
- Only seconds that can be trusted count. The others freeze the counts: they neither
  add nor take back, so artefacts never end a session and never hide what lasts.
- A pause is called once, and again only after the heart rate was back for as long.
"""

from enum import StrEnum

from biofeed.core.safety import HeartRateLimits
from biofeed.core.values import Notice, Quality, Second

NEWEST_BEAT_WITHIN_S = 3.0
"""A heart rate is of now while its newest beat is this young, s: any heart that beats
at 20 bpm or more, and a radio that is on time."""


class Call(StrEnum):
    """What a second asks of the session."""

    NONE = "none"
    PAUSE = "pause"
    STOP = "stop"


HEART_RATE_PAUSE = "heart_rate_pause"
HEART_RATE_STOP = "heart_rate_stop"
"""Codes of what is said of a call."""

NOTICE_CODES = {Call.PAUSE: HEART_RATE_PAUSE, Call.STOP: HEART_RATE_STOP}


class HeartRateWatch:
    """Watches one session's heart rate, a grid second at a time."""

    def __init__(self, limits: HeartRateLimits) -> None:
        self._limits = limits
        self._outside_s = 0
        self._fast_s = 0
        self._within_s = 0
        self._may_pause = True

    def step(
        self,
        heart_rate_bpm: float | None,
        rest_bpm: float | None,
        *,
        is_trusted: bool,
    ) -> Call:
        """Take one second in; ``rest_bpm`` is None before a rest is known."""
        if heart_rate_bpm is None or not is_trusted:
            return Call.NONE
        limits = self._limits
        inside = limits.stop_below_bpm <= heart_rate_bpm <= limits.stop_above_bpm
        self._outside_s = 0 if inside else self._outside_s + 1
        pauses = self._pauses(heart_rate_bpm, rest_bpm)
        if not inside and self._outside_s >= limits.stop_after_s:
            return Call.STOP
        return Call.PAUSE if pauses else Call.NONE

    def judge(
        self, second: Second, heart_rate_bpm: float | None, rest_bpm: float | None
    ) -> Call:
        """Take a second in, as far as it can be trusted."""
        trusted = can_be_trusted(second)
        return self.step(heart_rate_bpm, rest_bpm, is_trusted=trusted)

    def _pause_above_bpm(self, rest_bpm: float | None) -> float:
        limits = self._limits
        if rest_bpm is None:
            return limits.pause_above_bpm
        return min(limits.pause_above_bpm, rest_bpm + limits.pause_above_rest_bpm)

    def _pauses(self, heart_rate_bpm: float, rest_bpm: float | None) -> bool:
        is_fast = heart_rate_bpm > self._pause_above_bpm(rest_bpm)
        after_s = self._limits.pause_after_s
        self._fast_s = self._fast_s + 1 if is_fast else 0
        self._within_s = 0 if is_fast else self._within_s + 1
        if self._within_s >= after_s:
            self._may_pause = True
        if not is_fast or self._fast_s < after_s or not self._may_pause:
            return False
        self._may_pause = False
        return True


def notices_of(call: Call, t_s: float) -> list[Notice]:
    """Say what was called for at a grid point; nothing where nothing was."""
    code = NOTICE_CODES.get(call)
    return [] if code is None else [Notice(t_s=t_s, code=code)]


def can_be_trusted(second: Second) -> bool:
    """Whether a second's heart rate is a heart's, and of now."""
    return (
        second.quality is Quality.GOOD
        and second.contact is not False
        and second.beat_age_s is not None
        and second.beat_age_s <= NEWEST_BEAT_WITHIN_S
    )
