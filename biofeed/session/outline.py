"""What is in a recording, at a glance: phases, rounds, activations, marks and gaps.

Times are on the session's clock, s.
"""

from dataclasses import dataclass

from biofeed.core.phase import PhaseKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From one moment to another."""

    start_s: float
    end_s: float


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
    end_s
        Length of the recording.
    known_s
        All before this is known; ``end_s`` once all of it is.
    phases
        In order, without a hole between them.
    rounds, episodes
        Rounds of the protocol, and activations seen, by when they began.
    gaps
        Where no heart rate could be read, though it could before.
    marks_s
        When somebody marked something.
    """

    end_s: float
    known_s: float = 0.0
    phases: tuple[PhaseSpan, ...] = ()
    rounds: tuple[Span, ...] = ()
    episodes: tuple[Span, ...] = ()
    gaps: tuple[Span, ...] = ()
    marks_s: tuple[float, ...] = ()

    @property
    def landmarks_s(self) -> tuple[float, ...]:
        """Where one may want to jump to: rounds, or activations where there are none.

        >>> Outline(end_s=9.0, episodes=(Span(start_s=4.0, end_s=6.0),)).landmarks_s
        (4.0,)
        """
        return tuple(span.start_s for span in self.rounds or self.episodes)
