"""One RR interval with its place in time, and what the artefact gate made of it."""

from dataclasses import dataclass
from enum import StrEnum


class BeatLabel(StrEnum):
    """What the artefact gate made of one RR interval."""

    NORMAL = "normal"
    ECTOPIC = "ectopic"
    PAUSE = "pause"
    MISSED = "missed"
    EXTRA = "extra"
    IMPLAUSIBLE = "implausible"
    OVERLAP = "overlap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """One RR interval with its place in time and its label.

    Attributes
    ----------
    t_s
        Time of the beat that ends the interval, on the session's clock, s.
    rr_ms
        The interval exactly as measured, ms.
    label
        What the gate made of it.
    beats
        How many true beats the interval stands for when time is counted (1 for a
        normal one, 2 where one was missed, 0.5 for a half of an extra beat, 0 where
        it fits no story).
    follows
        True where a successive difference to the interval before may be taken: both
        normal, and nothing between them.
    breaks
        True where the stretch of contiguous beats begins here.
    """

    t_s: float
    rr_ms: float
    label: BeatLabel
    beats: float
    follows: bool
    breaks: bool
