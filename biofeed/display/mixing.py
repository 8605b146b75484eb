"""Adds tones up, block by block: what a device is handed to play.

Rules
-----
- A tone gives way to the next of its voice while that one rises: together they are
  never louder than the voice's level.
- STOP takes everything away in ``STOP_FADE_S``, the one ramp that is shorter than
  others: silence comes first there.
- Safe from any thread, and nobody waits longer than for one block to be added up.

Theory
------
A new tone rises by c(t), and all older ones of its voice are multiplied by 1 - b(t),
with b the shortest rise there is, so c <= b: the sum is at most a mean of the old and
the new, whatever came before.
"""

import threading
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from biofeed.display.tones import (
    RAMP_S,
    Cue,
    Samples,
    Voice,
    eased,
    length_of,
    synthesise,
)

STOP_FADE_S = 0.08
"""From STOP to silence, s: with what a device holds already, under 200 ms."""


@dataclass(slots=True, kw_only=True)
class _Fade:
    """A way to silence, and how far along it is, in samples."""

    length: int
    passed: int = 0

    def next(self, count: int) -> NDArray[np.float64]:
        steps = np.arange(self.passed + 1, self.passed + count + 1)
        self.passed += count
        return 1.0 - eased(steps / self.length)

    @property
    def is_over(self) -> bool:
        return self.passed >= self.length


@dataclass(slots=True, kw_only=True)
class _Sounding:
    """A tone, how much of it has been played, and what takes it away."""

    cue: Cue
    rate_hz: float
    played: int = 0
    fades: list[_Fade] = field(default_factory=list)

    def next(self, count: int) -> NDArray[np.float64]:
        part = synthesise(self.cue, self.rate_hz, self.played, count)
        block = part.astype(np.float64)
        self.played += count
        for fade in self.fades:
            block *= fade.next(count)
        return block

    @property
    def is_over(self) -> bool:
        is_taken_away = any(fade.is_over for fade in self.fades)
        return is_taken_away or self.played >= length_of(self.cue, self.rate_hz)


class Mix:
    """The tones that sound now.

    Parameters
    ----------
    rate_hz
        Samples a second, 1/s.
    """

    def __init__(self, rate_hz: float) -> None:
        self._rate_hz = rate_hz
        self._lock = threading.Lock()
        self._sounding: list[_Sounding] = []

    def play(self, cue: Cue) -> None:
        """Begin a tone; the one of the same voice gives way to it."""
        new = _Sounding(cue=cue, rate_hz=self._rate_hz)
        with self._lock:
            self._fade(RAMP_S, frozenset({cue.voice}))
            self._sounding.append(new)

    def hush(self, voice: Voice) -> None:
        """Let the tone of a voice fade."""
        with self._lock:
            self._fade(RAMP_S, frozenset({voice}))

    def silence(self) -> None:
        """Take everything away, at once and without a click."""
        with self._lock:
            self._fade(STOP_FADE_S, frozenset(Voice))

    def next(self, count: int) -> Samples:
        """Return the next samples.

        Parameters
        ----------
        count
            How many.

        Returns
        -------
        shape (count,), -1 to 1 of full scale.
        """
        with self._lock:
            total = np.zeros(count)
            for tone in self._sounding:
                total += tone.next(count)
            self._sounding = [tone for tone in self._sounding if not tone.is_over]
        return total.astype(np.float32)

    @property
    def is_silent(self) -> bool:
        """True where nothing sounds."""
        with self._lock:
            return not self._sounding

    def _fade(self, length_s: float, voices: frozenset[Voice]) -> None:
        length = round(length_s * self._rate_hz)
        for tone in self._sounding:
            if tone.cue.voice in voices:
                tone.fades.append(_Fade(length=length))
