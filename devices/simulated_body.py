"""A seeded person whose arousal is known: from a script to the times of heartbeats.

Theory
------
Arousal drives the heart through two nerves: a slow sympathetic one and a fast vagal
one, whose traffic breathing and a slow baroreflex-like wave modulate. Both multiply the
intrinsic rate, and a beat falls each time the integral of the rate passes a whole
number. Respiratory modulation rides on the vagal drive, so it fades by itself when the
vagus withdraws.

References
----------
Intrinsic rate: Jose & Collison 1970. Multiplicative drives: Rosenblueth & Simeone 1934.
Sympathetic delay and lag: Berger, Saul & Cohen 1989. Gain over breathing frequency:
Hirsch & Bishop 1981, Brown 1993; resonance near 0.1 Hz: Vaschillo 2002. Integral pulse
frequency modulation: Hyndman & Mohn 1975, Mateo & Laguna 2000.
"""

from dataclasses import dataclass
from math import pi

import numpy as np

from devices.simulated_dynamics import (
    GRID_HZ,
    STEP_S,
    Floats,
    delayed,
    lagged,
    resonance,
    wander,
)
from devices.simulated_script import Person, Script

SYMPATHETIC_DELAY_S = 1.7
SYMPATHETIC_RISE_S = 9.0
SYMPATHETIC_FALL_S = 18.0
"""Noradrenaline washes out more slowly than it is released, s."""

SYMPATHETIC_MOST = 1.5
"""Drive that no arousal exceeds."""

VAGAL_DELAY_S = 0.3
VAGAL_LAG_S = 0.4
"""The vagus acts within one or two beats, s."""

VAGAL_LEAST, VAGAL_MOST = 0.02, 1.0

RATE_PER_SYMPATHETIC = 0.85
RATE_PER_VAGAL = 0.58
"""Share of the intrinsic rate that a drive of 1 adds, and takes away."""

WAVE_HZ = 0.095
WAVE_Q = 3.5
WAVE_WIDTH_HZ = 0.025
"""The slow wave, and how near breathing must come to take it along, Hz."""

VAGAL_WAVE = 0.055
SYMPATHETIC_WAVE = 0.012
"""Share of the vagal drive, and of the rate, that the slow wave moves."""

WAVE_LEFT_WHEN_ENTRAINED = 0.3

BREATHING_ROLL_OFF_HZ = 0.20
RESONANT_GAIN = 0.5
"""What breathing at the slow wave's frequency adds to its effect on the heart."""

BREATHING_WANDER_HZ = 0.02
BREATHING_WANDER_S = 25.0
BREATHING_PER_AROUSAL = 0.25
PACED_JITTER = 0.02
"""Share by which one paced breath differs from the next."""

BREATHING_LEAST_HZ = 0.05

RATE_WANDER = 0.016
RATE_WANDER_S = 70.0

R_PEAK_JITTER_S = 0.0015
"""What a strap's R peak detection adds, s."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Body:
    """What truly happened: every array but the last is shape (n,) on the 50 Hz grid.

    Attributes
    ----------
    t_s
        The grid, s.
    arousal
        What the script asked for, 0 at rest and 1 at full arousal.
    sympathetic, vagal
        The two drives at the heart.
    breathing_hz
        Breaths a second.
    heart_rate_bpm
        The rate at each moment, bpm.
    beat_t_s
        shape (beats,): when the heart beat, s.
    """

    t_s: Floats
    arousal: Floats
    sympathetic: Floats
    vagal: Floats
    breathing_hz: Floats
    heart_rate_bpm: Floats
    beat_t_s: Floats


def live(person: Person, script: Script, *, seed: int) -> Body:
    """Live through a script.

    Each noise has a stream of its own, so that two scripts with one seed differ only
    where the scripts do.
    """
    streams = [
        np.random.default_rng(part) for part in np.random.SeedSequence(seed).spawn(5)
    ]
    breath_rng, wave_rng, wander_rng, start_rng, jitter_rng = streams
    t_s = np.arange(round(script.duration_s * GRID_HZ), dtype=np.float64) * STEP_S
    arousal = script.arousal_at(t_s)
    breathing_hz, depth = _breathing(person, script, t_s, arousal, breath_rng)
    wave = resonance(len(t_s), centre_hz=WAVE_HZ, q=WAVE_Q, rng=wave_rng)
    breath_phase, beat_phase = start_rng.uniform(size=2)
    cycle = 2.0 * pi * (breath_phase + np.cumsum(breathing_hz) * STEP_S)
    sympathetic = _sympathetic(person, arousal)
    vagal = _vagal(person, arousal, breathing_hz, depth * np.sin(cycle), wave)
    heart_rate_bpm = (
        person.intrinsic_rate_bpm
        * (1.0 + RATE_PER_SYMPATHETIC * sympathetic)
        * (1.0 - RATE_PER_VAGAL * vagal)
        * (
            1.0
            + RATE_WANDER * wander(len(t_s), RATE_WANDER_S, wander_rng)
            + SYMPATHETIC_WAVE * wave * sympathetic
        )
    ) + script.heart_rate_drift_bpm * t_s / script.duration_s
    beat_t_s = _beats(t_s, heart_rate_bpm, beat_phase)
    return Body(
        t_s=t_s,
        arousal=arousal,
        sympathetic=sympathetic,
        vagal=vagal,
        breathing_hz=breathing_hz,
        heart_rate_bpm=heart_rate_bpm,
        beat_t_s=beat_t_s + R_PEAK_JITTER_S * jitter_rng.standard_normal(len(beat_t_s)),
    )


def respiratory_gain(breathing_hz: Floats) -> Floats:
    """How strongly breathing at a frequency moves the vagal drive.

    >>> float(respiratory_gain(np.array([0.0]))[0].round(3))
    1.0
    """
    resonant = 1.0 + RESONANT_GAIN * _entrained(breathing_hz)
    rolled_off = np.sqrt(1.0 + (breathing_hz / BREATHING_ROLL_OFF_HZ) ** 2)
    return np.asarray(resonant / rolled_off)


def _entrained(breathing_hz: Floats) -> Floats:
    """How much of the slow wave breathing takes along, 0 to 1."""
    apart = (breathing_hz - WAVE_HZ) / WAVE_WIDTH_HZ
    return np.asarray(np.exp(-0.5 * apart**2))


def _breathing(
    person: Person,
    script: Script,
    t_s: Floats,
    arousal: Floats,
    rng: np.random.Generator,
) -> tuple[Floats, Floats]:
    """Return the breathing frequency (Hz) and the depth of each breath (1 is usual)."""
    free = wander(len(t_s), BREATHING_WANDER_S, rng)
    breathing_hz = person.breathing_hz + BREATHING_WANDER_HZ * free
    breathing_hz *= 1.0 + BREATHING_PER_AROUSAL * arousal
    breathing_hz = np.maximum(breathing_hz, BREATHING_LEAST_HZ)
    depth = np.ones_like(t_s)
    for paced in script.breathing:
        inside = (t_s >= paced.start_s) & (t_s < paced.end_s)
        breath = ((t_s[inside] - paced.start_s) * paced.breaths_per_min / 60.0).astype(
            int
        )
        jitter = 1.0 + PACED_JITTER * rng.standard_normal(len(t_s))
        breathing_hz[inside] = paced.breaths_per_min / 60.0 * jitter[breath]
        depth[inside] = paced.tidal
    return breathing_hz, depth


def _sympathetic(person: Person, arousal: Floats) -> Floats:
    asked = person.sympathetic_rest + person.sympathetic_gain * arousal
    return lagged(
        delayed(np.clip(asked, 0.0, SYMPATHETIC_MOST), SYMPATHETIC_DELAY_S),
        rising_s=SYMPATHETIC_RISE_S,
        falling_s=SYMPATHETIC_FALL_S,
    )


def _vagal(
    person: Person,
    arousal: Floats,
    breathing_hz: Floats,
    breath: Floats,
    wave: Floats,
) -> Floats:
    mean = np.clip(
        person.vagal_rest * (1.0 - person.vagal_withdrawal * arousal),
        VAGAL_LEAST,
        VAGAL_MOST,
    )
    free = 1.0 - (1.0 - WAVE_LEFT_WHEN_ENTRAINED) * _entrained(breathing_hz)
    modulated = mean * (
        1.0
        - person.rsa * respiratory_gain(breathing_hz) * breath
        - VAGAL_WAVE * wave * free
    )
    return lagged(
        delayed(modulated, VAGAL_DELAY_S), rising_s=VAGAL_LAG_S, falling_s=VAGAL_LAG_S
    )


def _beats(t_s: Floats, heart_rate_bpm: Floats, phase: float) -> Floats:
    """Times at which the integral of the rate passes whole numbers."""
    beats = phase + np.cumsum(heart_rate_bpm / 60.0) * STEP_S
    whole = np.arange(np.ceil(beats[0]), np.floor(beats[-1]) + 1.0)
    return np.interp(whole, beats, t_s)
