"""Notices slow breathing, under which variability is not comparable with rest.

Theory
------
Slow breathing gathers respiratory sinus arrhythmia into one large wave near 0.1 Hz,
where it meets the baroreflex (Hirsch & Bishop 1981; Vaschillo 2002). RMSSD then rises
by two to three resting spreads with no change of arousal, and every "sympathetic"
ratio rises with it. So the wave is looked for, and while it is there the vagal part of
the index stands still.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from biofeed.core.beat import Beat, BeatLabel

WINDOW_S = 60.0
"""Six breaths at 6/min: the shortest window in which their peak stands out, s."""

GRID_HZ = 2.0
"""Four times the highest frequency looked at, Hz."""

BAND_HZ = (0.05, 0.45)
"""Breathing of adults at rest, 3 to 27 a minute, Hz."""

SLOW_BELOW_HZ = 0.13
"""Eight breaths a minute: below it breathing meets the baroreflex wave, Hz."""

DOMINANT_SHARE = 0.8
"""Share of the band's power in the peak that makes it dominant.

Half of the power, the obvious choice, is what the baroreflex wave alone holds in many
people: it flags 48 % of the rest of the 20 people of the PhysioNet fantasia set. At
0.8 that is 7 %, and a wearer who paces the breath is still flagged 93 % of the time.
"""

PEAK_HALF_WIDTH = 2
"""Bins either side of the peak that a Hann window spreads a pure wave over."""

LEAST_POWER = 1e-9
"""Below this intervals do not vary but by rounding."""

LEAST_BEATS = 30
"""Fewer do not carry a spectrum of 60 s."""

_POINTS = int(WINDOW_S * GRID_HZ)
_TIMES_S = np.arange(_POINTS) / GRID_HZ


def _band_spectrum() -> tuple[NDArray[np.floating], NDArray[np.complexfloating]]:
    """The frequencies of the band, and what turns a series into its spectrum there.

    Taking out the mean and the line, the Hann window and the transform are all linear,
    so one product of shape (band, points) does the four of them; as separate steps
    they were a third of the cost of a second.
    """
    all_hz = np.fft.rfftfreq(_POINTS, 1.0 / GRID_HZ)
    band_hz = all_hz[(all_hz >= BAND_HZ[0]) & (all_hz <= BAND_HZ[1])]
    line = np.column_stack([np.ones(_POINTS), _TIMES_S])
    flat = np.eye(_POINTS) - line @ np.linalg.pinv(line)
    waves = np.exp(-2j * np.pi * band_hz[:, None] * _TIMES_S)
    return band_hz, (waves * np.hanning(_POINTS)) @ flat


_BAND_FREQUENCIES_HZ, _TO_SPECTRUM = _band_spectrum()


@dataclass(frozen=True, slots=True)
class BreathingPeak:
    """The strongest wave of the tachogram in the band of breathing.

    Attributes
    ----------
    frequency_hz
        Where it is, Hz.
    share
        Its share of the band's power, 0 to 1.
    """

    frequency_hz: float
    share: float

    @property
    def is_slow(self) -> bool:
        """Whether it is slow breathing's, and dominates."""
        return self.frequency_hz < SLOW_BELOW_HZ and self.share > DOMINANT_SHARE


def breathing_peak(beats: Sequence[Beat], end_s: float) -> BreathingPeak | None:
    """Find the dominant wave of the 60 s that end at ``end_s``.

    Parameters
    ----------
    beats
        Labelled beats of the window, oldest first; artefacts are passed over.
    end_s
        End of the window, s.

    Returns
    -------
    The peak, or None with too few beats or intervals that do not vary.
    """
    normal = [beat for beat in beats if beat.label is BeatLabel.NORMAL]
    if len(normal) < LEAST_BEATS:
        return None
    t_s = np.array([beat.t_s for beat in normal])
    rr_ms = np.array([beat.rr_ms for beat in normal])
    series = np.interp(end_s - WINDOW_S + _TIMES_S, t_s, rr_ms)
    # Near zero, so that what is taken out costs the rest no digits.
    spectrum = _TO_SPECTRUM @ (series - series[0])
    power = spectrum.real**2 + spectrum.imag**2
    total = float(power.sum())
    if total <= LEAST_POWER:
        return None
    peak = int(power.argmax())
    around = power[max(peak - PEAK_HALF_WIDTH, 0) : peak + PEAK_HALF_WIDTH + 1]
    return BreathingPeak(float(_BAND_FREQUENCIES_HZ[peak]), float(around.sum()) / total)
