"""What is in a recording, at a glance: trace, phases, rounds, marks and gaps.

Times are on the session's clock, s.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from biofeed.core.phase import PhaseKind

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From one moment to another."""

    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment that was marked, and the word for it; may be empty."""

    t_s: float
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseSpan:
    """One phase, its feedback level aside.

    Attributes
    ----------
    round
        Which round of the protocol it belongs to, from 1; None for none.
    """

    kind: PhaseKind
    round: int | None
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A whole recording, as far as it has been gone through.

    Attributes
    ----------
    start_s, end_s
        Its first and last moment: a file cut from a day begins where it was cut.
    known_s
        All before this is known; ``end_s`` once all of it is.
    phases
        In order, without a hole between them.
    rounds, episodes
        Rounds of the protocol, and activations seen, by when they began.
    gaps
        Where no heart rate could be read, though it could before.
    marks
        What the person marked; what a clinician did is for their own window.
    trace_t_s, trace_z
        shape (n,), activation on the 1 s grid as far as it is known, NaN where unknown.
        Read-only; two outlines with different traces differ in what is known as well.
    """

    end_s: float
    start_s: float = 0.0
    known_s: float = 0.0
    phases: tuple[PhaseSpan, ...] = ()
    rounds: tuple[Span, ...] = ()
    episodes: tuple[Span, ...] = ()
    gaps: tuple[Span, ...] = ()
    marks: tuple[Moment, ...] = ()
    trace_t_s: Floats = field(default_factory=lambda: np.empty(0), compare=False)
    trace_z: Floats = field(default_factory=lambda: np.empty(0), compare=False)

    @property
    def landmarks_s(self) -> tuple[float, ...]:
        """Where one may want to jump to: rounds, or activations where there are none.

        >>> Outline(end_s=9.0, episodes=(Span(start_s=4.0, end_s=6.0),)).landmarks_s
        (4.0,)
        """
        return tuple(span.start_s for span in self.rounds or self.episodes)
