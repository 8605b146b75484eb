"""Colours, type and sizes of every screen, in a dark and a light dress.

Rules
-----
- Text stands out at least 4.5:1 from anything it is drawn on, graphics at least 3:1
  (WCAG 2.2, 1.4.3 and 1.4.11); the tests compute it.
- No red. Colour never says anything alone: a word, a place or a shape stands beside it.
- Hues are those of Okabe and Ito (2008), bluish green and orange, told apart by people
  with any of the common colour deficiencies; lightness is adapted to the ground.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication

FAMILIES = (
    "Inter",
    "SF Pro Text",
    "Segoe UI Variable Text",
    "Segoe UI",
    "Cantarell",
    "Noto Sans",
    "DejaVu Sans",
)
"""Quiet sans-serif faces, the first one present is used."""

DESIGN_WIDTH_PX = 1440
DESIGN_HEIGHT_PX = 900
"""The window the sizes below are given for."""

LEAST_SCALE = 0.82
"""At 1024 x 700 text still reads from an arm's length."""

MOST_SCALE = 2.4
"""Fills a 3840 x 2160 screen that reports no scaling of its own."""


class ThemeChoice(StrEnum):
    """What a person chooses; ``system`` follows the desktop."""

    SYSTEM = "system"
    DARK = "dark"
    LIGHT = "light"


class Motion(StrEnum):
    """How much may move: ``reduced`` fades and counts instead."""

    FULL = "full"
    REDUCED = "reduced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a person wants the screen to be.

    Attributes
    ----------
    theme
        Dark, light, or as the desktop is.
    text_scale
        Size of all text, 1.0 to 2.0.
    motion
        Whether the pacer moves or fades.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_scale: float = 1.0
    motion: Motion = Motion.FULL


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One dress: every colour as ``#rrggbb``.

    Attributes
    ----------
    sky, ground
        Top and bottom of the backdrop.
    panel, field
        Ground of a dialog's list and of a text field.
    text, muted
        What is read first, and what is read second.
    edge
        Outline of a button or a field, a divider that matters.
    stale
        A value that is no longer current, and the line while nothing is.
    band, horizon, band_text
        The resting band, its middle line, and words on it.
    rest, between, height
        The trace at rest, half way up, and at its height.
    tip
        The dot at the trace's end.
    past, current, open
        Bars of phases that are over, under way, and the rest of the one under way.
    breath, halo
        The pacer's shape and the space around it.
    ghost
        Earlier activations behind the arc.
    focus
        Ring around what the keyboard is on.
    """

    sky: str
    ground: str
    panel: str
    field: str
    text: str
    muted: str
    edge: str
    stale: str
    band: str
    horizon: str
    band_text: str
    rest: str
    between: str
    height: str
    tip: str
    past: str
    current: str
    open: str
    breath: str
    halo: str
    ghost: str
    focus: str


DARK = Theme(
    sky="#1a252c",
    ground="#0f141b",
    panel="#182028",
    field="#10161d",
    text="#eef2f4",
    muted="#9fb0bd",
    edge="#71828f",
    stale="#97a5b0",
    band="#1d3a3e",
    horizon="#4f9c92",
    band_text="#86c9bd",
    rest="#7fd6c2",
    between="#b9cd9b",
    height="#f0c274",
    tip="#ffffff",
    past="#8497a5",
    current="#f4f7f8",
    open="#5f7280",
    breath="#5fa79b",
    halo="#22363b",
    ghost="#75848f",
    focus="#f0c274",
)

LIGHT = Theme(
    sky="#ebe6dd",
    ground="#f7f5f0",
    panel="#fbfaf7",
    field="#ffffff",
    text="#1d2a33",
    muted="#52616c",
    edge="#6f7d88",
    stale="#59646d",
    band="#d0e5df",
    horizon="#2f8577",
    band_text="#1f6458",
    rest="#1f7d6e",
    between="#6d7440",
    height="#ad6416",
    tip="#1d2a33",
    past="#66778a",
    current="#1d2a33",
    open="#7b848a",
    breath="#43897c",
    halo="#d5e4dd",
    ghost="#747d83",
    focus="#ad6416",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Sizes for one window: what is drawn at 1440 x 900, times ``scale``.

    >>> Measure(scale=2.0, text_scale=1.5).px(10)
    20
    >>> Measure(scale=2.0, text_scale=1.5).text_px(10)
    30
    """

    scale: float = 1.0
    text_scale: float = 1.0

    def px(self, design_px: float) -> int:
        """A length, px."""
        return max(1, round(design_px * self.scale))

    def text_px(self, design_px: float) -> int:
        """A height of type, px; grows with the person's own text size as well."""
        return max(1, round(design_px * self.scale * self.text_scale))


def measure(width_px: int, height_px: int, text_scale: float) -> Measure:
    """Sizes that suit a window.

    Parameters
    ----------
    width_px, height_px
        The window's inside, px.
    text_scale
        The person's own text size, 1.0 to 2.0.
    """
    fit = min(width_px / DESIGN_WIDTH_PX, height_px / DESIGN_HEIGHT_PX)
    return Measure(
        scale=min(max(fit, LEAST_SCALE), MOST_SCALE),
        text_scale=min(max(text_scale, 1.0), 2.0),
    )


def resolve(choice: ThemeChoice) -> Theme:
    """The dress that a choice means on this desktop, now."""
    match choice:
        case ThemeChoice.DARK:
            return DARK
        case ThemeChoice.LIGHT:
            return LIGHT
        case ThemeChoice.SYSTEM:
            scheme = QGuiApplication.styleHints().colorScheme()
            return LIGHT if scheme == Qt.ColorScheme.Light else DARK


def font(size_px: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The interface's face at a height, px."""
    face = QFont()
    face.setFamilies(list(FAMILIES))
    face.setPixelSize(size_px)
    face.setWeight(weight)
    return face
