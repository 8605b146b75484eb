"""What one chart of the clinician's window shows, as values: nothing is drawn here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from biofeed.core.beat import BeatLabel
from biofeed.display.theme import DARK, LIGHT, Theme
from biofeed.session.snapshot import Floats


class Shape(StrEnum):
    """How a point is drawn: the cue beside its colour."""

    DISC = "disc"
    UP = "up"
    DOWN = "down"
    SQUARE = "square"
    DIAMOND = "diamond"
    CROSS = "cross"
    PLUS = "plus"
    BAR = "bar"


class Ink(StrEnum):
    """What a colour stands for."""

    TRACE = "trace"
    REFERENCE = "reference"
    RATE = "rate"
    QUIET = "quiet"
    TEXT = "text"
    RISE = "rise"
    REST = "rest"
    NORMAL = "normal"
    ECTOPIC = "ectopic"
    PAUSE = "pause"
    MISSED = "missed"
    EXTRA = "extra"
    IMPLAUSIBLE = "implausible"
    OVERLAP = "overlap"


# Okabe and Ito (2008), without their vermilion, which is close to red; each is
# lightened or darkened until it stands out 3:1 from its ground.
_ON_DARK = {
    Ink.NORMAL: "#56b4e9",
    Ink.ECTOPIC: "#f0a93c",
    Ink.PAUSE: "#f0e442",
    Ink.MISSED: "#dd93bb",
    Ink.EXTRA: "#2fc79a",
    Ink.IMPLAUSIBLE: "#eef2f4",
    Ink.OVERLAP: "#9fb0bd",
}
_ON_LIGHT = {
    Ink.NORMAL: "#0072b2",
    Ink.ECTOPIC: "#a86a00",
    Ink.PAUSE: "#7a7200",
    Ink.MISSED: "#a8508a",
    Ink.EXTRA: "#00795a",
    Ink.IMPLAUSIBLE: "#1d2a33",
    Ink.OVERLAP: "#52616c",
}


def inks(theme: Theme) -> Mapping[Ink, str]:
    """The colours of a dress, ``#rrggbb``."""
    labels = {DARK: _ON_DARK, LIGHT: _ON_LIGHT}[theme]
    return {
        **labels,
        Ink.TRACE: theme.height,
        Ink.REFERENCE: theme.muted,
        Ink.RATE: theme.rest,
        Ink.QUIET: theme.muted,
        Ink.TEXT: theme.text,
        Ink.RISE: theme.height,
        Ink.REST: theme.rest,
    }


LABELS: Mapping[BeatLabel, tuple[Shape, Ink]] = {
    BeatLabel.NORMAL: (Shape.DISC, Ink.NORMAL),
    BeatLabel.ECTOPIC: (Shape.UP, Ink.ECTOPIC),
    BeatLabel.PAUSE: (Shape.DOWN, Ink.PAUSE),
    BeatLabel.MISSED: (Shape.SQUARE, Ink.MISSED),
    BeatLabel.EXTRA: (Shape.DIAMOND, Ink.EXTRA),
    BeatLabel.IMPLAUSIBLE: (Shape.CROSS, Ink.IMPLAUSIBLE),
    BeatLabel.OVERLAP: (Shape.PLUS, Ink.OVERLAP),
}
"""How each label of a beat is drawn."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Curve:
    """A line over time; NaN is a gap in it.

    Attributes
    ----------
    t_s, y
        shape (n,), seconds and heights.
    is_dotted
        Drawn as dots: the second cue beside its colour.
    """

    t_s: Floats
    y: Floats
    ink: Ink
    is_dotted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Dots:
    """Points of one kind; t_s and y have shape (n,)."""

    t_s: Floats
    y: Floats
    shape: Shape
    ink: Ink


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A height that means something, and what."""

    y: float
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of time, shaded; hatched where nothing was heard."""

    start_s: float
    end_s: float
    ink: Ink | None = None
    word: str = ""
    is_gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A moment: at a height, or across the whole chart where ``y`` is None."""

    t_s: float
    word: str
    shape: Shape
    ink: Ink
    y: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a legend."""

    shape: Shape
    ink: Ink
    word: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plot:
    """All of one chart.

    Attributes
    ----------
    title, unit
        What it shows, in what.
    low, high
        Range of heights.
    empty
        What is said where there is nothing to draw.
    band
        Heights of the resting band; None without one.
    """

    title: str
    unit: str
    low: float
    high: float
    empty: str = ""
    band: tuple[float, float] | None = None
    curves: tuple[Curve, ...] = ()
    dots: tuple[Dots, ...] = ()
    rules: tuple[Rule, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    flags: tuple[Flag, ...] = ()
    legend: tuple[Entry, ...] = field(default=())
