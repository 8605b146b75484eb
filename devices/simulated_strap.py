"""What a strap makes of a body's beats: intervals, and artefacts among them.

Rules
-----
- Times stay true: an artefact moves, drops or adds a detected beat, never the heart's.
- An interval is measured between two detected beats and rounded to the strap's tick;
  the strap sends no time with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from devices.heart_rate import TICKS_PER_S
from devices.simulated_dynamics import Floats

ECTOPIC_EARLY = (0.25, 0.40)
"""Share of the interval by which a premature beat comes early."""

EXTRA_AFTER_S = (0.25, 0.45)
"""A T wave taken for a beat follows it by this long, s."""

EXTRA_LATEST = 0.7
"""Share of the interval within which it falls, also in a fast heart."""


class IntervalKind(StrEnum):
    """What an interval of the strap truly is."""

    NORMAL = "normal"
    ECTOPIC = "ectopic"
    PAUSE = "pause"
    MISSED = "missed"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropout:
    """A stretch in which no notification gets through."""

    start_s: float
    length_s: float

    @property
    def end_s(self) -> float:
        """When notifications get through again, s."""
        return self.start_s + self.length_s


@dataclass(frozen=True, slots=True, kw_only=True)
class Artefacts:
    """What goes wrong between heart and computer; by default nothing.

    Attributes
    ----------
    ectopic_per_1000, missed_per_1000, extra_per_1000
        Artefacts in a thousand beats; neighbouring beats are never both hit.
    dropouts_per_min, dropout_mean_s
        Dropouts at random, and their mean length, s.
    dropouts
        Dropouts at known times, besides those at random.
    """

    ectopic_per_1000: float = 0.0
    missed_per_1000: float = 0.0
    extra_per_1000: float = 0.0
    dropouts_per_min: float = 0.0
    dropout_mean_s: float = 6.0
    dropouts: tuple[Dropout, ...] = ()


NO_ARTEFACTS = Artefacts()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StrapIntervals:
    """Every interval that the strap measured, sent or not; all shape (n,).

    Attributes
    ----------
    end_t_s
        True time of the detected beat that ends it, s.
    rr_ticks
        Its length in 1/1024 s.
    kinds
        What it truly is.
    """

    end_t_s: Floats
    rr_ticks: NDArray[np.int64]
    kinds: tuple[IntervalKind, ...]

    @property
    def rr_ms(self) -> Floats:
        """The lengths in ms, exact."""
        return np.asarray(self.rr_ticks * (1000.0 / TICKS_PER_S), dtype=np.float64)


def measure(
    beat_t_s: Floats, artefacts: Artefacts, rng: np.random.Generator
) -> StrapIntervals:
    """Detect beats, with artefacts, and measure the intervals between them.

    Parameters
    ----------
    beat_t_s
        shape (beats,): when the heart beat, s.
    artefacts
        How often which artefact happens.
    rng
        Decides which beats are hit, and how badly; what it makes of the first beats
        does not depend on how many follow.
    """
    detected = list(_detected(beat_t_s, artefacts, rng))
    t_s = np.array([at_s for at_s, _ in detected])
    return StrapIntervals(
        end_t_s=t_s[1:],
        rr_ticks=np.rint(np.diff(t_s) * TICKS_PER_S).astype(np.int64),
        kinds=tuple(kind for _, kind in detected[1:]),
    )


def _detected(
    beat_t_s: Floats, artefacts: Artefacts, rng: np.random.Generator
) -> Iterator[tuple[float, IntervalKind]]:
    """Yield each detected beat, and the kind of the interval that it ends."""
    (size_rng,) = rng.spawn(1)
    hits = _hits(len(beat_t_s), artefacts, rng)
    how_badly = size_rng.uniform(size=len(beat_t_s)).tolist()
    beats = beat_t_s.tolist()
    ending = IntervalKind.NORMAL
    for index, beat_s in enumerate(beats):
        match hits.get(index):
            case IntervalKind.ECTOPIC:
                early = _between(ECTOPIC_EARLY, how_badly[index])
                yield beat_s - early * (beat_s - beats[index - 1]), IntervalKind.ECTOPIC
                ending = IntervalKind.PAUSE
            case IntervalKind.MISSED:
                ending = IntervalKind.MISSED
            case IntervalKind.EXTRA:
                yield beat_s, ending
                after_s = _between(EXTRA_AFTER_S, how_badly[index])
                room_s = EXTRA_LATEST * (beats[index + 1] - beat_s)
                yield beat_s + min(after_s, room_s), IntervalKind.EXTRA
                ending = IntervalKind.EXTRA
            case _:
                yield beat_s, ending
                ending = IntervalKind.NORMAL


def _between(bounds: tuple[float, float], share: float) -> float:
    low, high = bounds
    return low + (high - low) * share


def _hits(
    beats: int, artefacts: Artefacts, rng: np.random.Generator
) -> dict[int, IntervalKind]:
    """Choose the beats that are hit: never the first, the last or neighbours."""
    rates = np.cumsum(
        [
            artefacts.ectopic_per_1000,
            artefacts.missed_per_1000,
            artefacts.extra_per_1000,
        ]
    )
    kinds = (IntervalKind.ECTOPIC, IntervalKind.MISSED, IntervalKind.EXTRA)
    chance = rng.uniform(size=beats) * 1000.0
    hits: dict[int, IntervalKind] = {}
    for index in np.flatnonzero(chance < rates[-1]).tolist():
        if 0 < index < beats - 1 and not {index - 1, index - 2} & hits.keys():
            hits[index] = kinds[int(np.searchsorted(rates, chance[index], "right"))]
    return hits
