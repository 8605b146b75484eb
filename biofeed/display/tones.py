"""Soft tones for closed eyes, as numbers: swells that begin and end in silence.

Rules
-----
- Every tone rises and falls over at least 300 ms: nothing starts abruptly.
- One tone of each voice at a time; all voices together stay under the ceiling.
- Pure: the same cue gives the same samples; no device, no clock.
- A tone is made block by block as it is played: nobody waits for the whole of it.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import log

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]

RAMP_S = 0.3
"""The shortest way from silence to a tone or back, s: a sound that sets in faster
makes one start."""

CEILING = 10.0 ** (-12.0 / 20.0)
"""What all tones together never pass, as a share of full scale: -12 dBFS."""

SHARE_RISING = 0.35
"""Of a tone, how much is its rise, and how much its fall: a swell, not a signal."""

OCTAVE = 0.2
"""Strength of the octave beside the ground tone: enough to be heard on the speakers
of a laptop, which give little under 200 Hz."""

SHORTEST_S = 2 * RAMP_S
"""A tone that only rises and falls, s."""


class Voice(StrEnum):
    """What a tone stands for; each has one tone at a time."""

    BREATH = "breath"
    TURN = "turn"
    FOLLOW = "follow"


LEVELS = {Voice.BREATH: 0.1, Voice.TURN: 0.1, Voice.FOLLOW: 0.05}
"""The highest a voice goes, as a share of full scale: together under the ceiling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One tone, as it is asked for.

    Attributes
    ----------
    voice
        What it stands for.
    length_s
        From silence to silence, s; at least ``SHORTEST_S``.
    from_hz, to_hz
        It glides from the one to the other, Hz.
    """

    voice: Voice
    length_s: float
    from_hz: float
    to_hz: float

    def __post_init__(self) -> None:
        """Refuse a tone that could not begin and end softly.

        Raises
        ------
        ValueError
            If it is too short for its ramps.
        """
        if not self.length_s >= SHORTEST_S:
            msg = f"A tone of {self.length_s} s has no room to begin and end softly."
            raise ValueError(msg)


def length_of(cue: Cue, rate_hz: float) -> int:
    """How many samples the tone of a cue has, at ``rate_hz`` samples a second."""
    return round(cue.length_s * rate_hz)


def synthesise(cue: Cue, rate_hz: float, begin: int, count: int) -> Samples:
    """Return a part of the tone of a cue.

    Parameters
    ----------
    cue
        Which tone.
    rate_hz
        Samples a second, 1/s.
    begin, count
        From which sample, and how many.

    Returns
    -------
    shape (count,), -1 to 1 of full scale: the tone begins and ends at nothing, never
    passes the level of its voice, and is nothing after its end.
    """
    length = length_of(cue, rate_hz)
    steps = np.arange(begin, begin + count)
    phase = _phase(cue, np.minimum(steps, length - 1) / (length - 1))
    wave = (np.sin(phase) + OCTAVE * np.sin(2.0 * phase)) / (1.0 + OCTAVE)
    tone = LEVELS[cue.voice] * envelope(steps, length, rate_hz) * wave
    return tone.astype(np.float32)


def _phase(cue: Cue, passed: NDArray[np.float64]) -> NDArray[np.float64]:
    """The frequency summed up, rad: a glide in equal steps of pitch.

    In closed form, so that a block costs no more than itself.
    """
    glide = log(cue.to_hz / cue.from_hz)
    turns = passed if glide == 0.0 else np.expm1(glide * passed) / glide
    phase: NDArray[np.float64] = 2.0 * np.pi * cue.from_hz * cue.length_s * turns
    return phase


def envelope(
    steps: NDArray[np.int_], length: int, rate_hz: float
) -> NDArray[np.float64]:
    """Return how loud a tone is at some of its samples, 0 to 1.

    Parameters
    ----------
    steps
        shape (n,), which samples.
    length
        How many samples the tone has.
    rate_hz
        Samples a second, 1/s.

    Returns
    -------
    shape (n,), from nothing to all and back, nowhere faster than in ``RAMP_S``.
    """
    longest = (length - 1) // 2
    rising = min(longest, max(round(RAMP_S * rate_hz), round(SHARE_RISING * length)))
    to_edge = np.minimum(steps, length - 1 - steps)
    return eased(to_edge / rising)


def eased(share: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn a way from 0 to 1 into one that sets out and arrives gently.

    >>> eased(np.array([-1.0, 0.0, 0.5, 1.0, 2.0])).tolist()
    [0.0, 0.0, 0.5, 1.0, 1.0]
    """
    rounded: NDArray[np.float64] = (1.0 - np.cos(np.pi * np.clip(share, 0, 1))) / 2.0
    return np.round(rounded, 12)
