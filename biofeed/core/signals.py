"""Reads the signals of one grid second out of the beats.

Rules
-----
- Nothing older than its window speaks: five seconds without a beat, and there is no
  heart rate, whatever the window still holds.
- Each circumstance that changes how a number reads is noticed here, once.
"""

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter

from biofeed.core.beat import Beat, BeatLabel
from biofeed.core.breathing import BreathingPeak, breathing_peak
from biofeed.core.heartbeats import Heartbeats
from biofeed.core.irregular import SIGNAL_IRREGULAR
from biofeed.core.rate import heart_rate_bpm
from biofeed.core.values import Quality, Unknown
from biofeed.core.variability import ln_rmssd, rmssd_ms

HEART_RATE_WINDOW_S = 30.0
"""Three breaths at 6/min: shorter windows ripple with the breath, s."""

VARIABILITY_WINDOW_S = 60.0
"""Shortest window of RMSSD with limits of x/÷ 1.5 against five minutes, s."""

SUDDEN_WINDOW_S = 10.0
"""Window in which a jump of heart rate looks like movement, s."""

FROZEN_AFTER_S = 5.0
"""Without a beat for this long nothing new is known, s."""

GOOD_SHARE = 0.95
FAIR_SHARE = 0.85
"""Accepted share of intervals of the last 60 s for good and for fair quality."""

MOST_ECTOPIC = 0.05
"""Share of early beats over five minutes beyond which variability is not read."""

LEAST_RHYTHM_BEATS = 100
"""Beats that such a share needs: one early beat in a minute proves nothing."""

IRREGULAR_RATIO = 0.25
"""RMSSD over mean interval beyond which a rhythm may have no pattern at all."""

PATTERN_SHARE = 0.35
"""A breathing peak with this share of the power is a pattern."""

IMPLAUSIBLE_INTERVALS = "implausible_intervals"
HEART_RATE_JUMP = "heart_rate_jump"
"""Codes of what a strap says and is not believed."""


_time_s = attrgetter("t_s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """What the beats say at one grid point.

    ``heart_rate_bpm is None`` exactly when ``why_unknown`` says why; ``doubts`` are
    the codes of what the strap says and is not believed.
    """

    heart_rate_bpm: float | None
    why_unknown: Unknown | None
    ln_rmssd: float | None
    sudden_bpm: float | None
    quality: Quality
    accepted_share: float | None
    beat_age_s: float | None
    slow_breathing: bool
    irregular_rhythm: bool
    heart_rate_only: bool
    doubts: frozenset[str] = frozenset()


def read_signals(heartbeats: Heartbeats, now_s: float) -> Signals:
    """Read all signals at a grid point."""
    only_rate = heartbeats.is_heart_rate_only(now_s)
    beats = []
    if not only_rate:
        beats = heartbeats.windows.window(now_s, VARIABILITY_WINDOW_S)
    doubts = _doubts(heartbeats, now_s, only_rate=only_rate)
    share = _accepted_share(beats)
    quality = _quality(share)
    if only_rate:
        quality = Quality.POOR if HEART_RATE_JUMP in doubts else Quality.FAIR
    peak = breathing_peak(beats, now_s)
    if only_rate:
        heart_rate = heartbeats.reported_bpm(now_s)
    else:
        heart_rate = _counted(beats, now_s, HEART_RATE_WINDOW_S)
    age_s = heartbeats.age_s(now_s)
    unknown = _why_unknown(heartbeats, heart_rate, age_s, quality, now_s)
    return Signals(
        heart_rate_bpm=None if unknown else heart_rate,
        why_unknown=unknown,
        ln_rmssd=None if unknown else ln_rmssd(beats, VARIABILITY_WINDOW_S),
        sudden_bpm=None if unknown else _counted(beats, now_s, SUDDEN_WINDOW_S),
        quality=quality,
        accepted_share=share,
        beat_age_s=age_s,
        slow_breathing=peak is not None and peak.is_slow,
        irregular_rhythm=not only_rate and _is_irregular(heartbeats, beats, peak),
        heart_rate_only=only_rate,
        doubts=doubts,
    )


def _doubts(heartbeats: Heartbeats, now_s: float, *, only_rate: bool) -> frozenset[str]:
    if heartbeats.is_irregular(now_s):
        return frozenset({SIGNAL_IRREGULAR})
    if not only_rate:
        return frozenset()
    found = {
        IMPLAUSIBLE_INTERVALS: not heartbeats.are_intervals_believed,
        HEART_RATE_JUMP: heartbeats.has_rate_jumped(now_s),
    }
    return frozenset(code for code, holds in found.items() if holds)


def _counted(beats: list[Beat], now_s: float, window_s: float) -> float | None:
    first = bisect_right(beats, now_s - window_s, key=_time_s)
    return heart_rate_bpm(beats[first:], window_s)


def _accepted_share(beats: list[Beat]) -> float | None:
    if not beats:
        return None
    labels = [beat.label for beat in beats]
    return labels.count(BeatLabel.NORMAL) / len(labels)


def _quality(share: float | None) -> Quality:
    if share is None:
        return Quality.NONE
    if share >= GOOD_SHARE:
        return Quality.GOOD
    return Quality.FAIR if share >= FAIR_SHARE else Quality.POOR


def _why_unknown(
    heartbeats: Heartbeats,
    heart_rate: float | None,
    age_s: float | None,
    quality: Quality,
    now_s: float,
) -> Unknown | None:
    if age_s is None:
        return Unknown.NO_BEATS_YET
    silent = age_s >= FROZEN_AFTER_S
    doubtful = silent or quality is not Quality.GOOD
    if doubtful and heartbeats.is_contact_lost(now_s):
        return Unknown.NO_CONTACT
    if silent:
        return Unknown.NO_SIGNAL
    if quality is Quality.POOR:
        return Unknown.POOR_SIGNAL
    return Unknown.NOT_ENOUGH_BEATS if heart_rate is None else None


def _is_irregular(
    heartbeats: Heartbeats, beats: list[Beat], peak: BreathingPeak | None
) -> bool:
    windows = heartbeats.windows
    if len(windows) >= LEAST_RHYTHM_BEATS and windows.ectopic_share > MOST_ECTOPIC:
        return True
    if peak is None or peak.share >= PATTERN_SHARE:
        return False
    rmssd = rmssd_ms(beats)
    if rmssd is None:
        return False
    mean_ms = sum(beat.rr_ms for beat in beats) / len(beats)
    return rmssd / mean_ms > IRREGULAR_RATIO
