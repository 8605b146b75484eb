"""Colours as numbers: mixing them, and how far they stand out from each other."""

from PySide6.QtGui import QColor


def faded(colour: str, opacity: float) -> QColor:
    """A colour that lets ``1 - opacity`` of its ground through."""
    see_through = QColor(colour)
    see_through.setAlphaF(opacity)
    return see_through


def mixed(first: str, second: str, share: float) -> str:
    """Blend two colours; ``share`` 0 is the first, 1 the second.

    >>> mixed("#000000", "#ffffff", 0.5)
    '#808080'
    """
    pairs = zip(_channels(first), _channels(second), strict=True)
    blend = (round(a + (b - a) * share) for a, b in pairs)
    return "#" + "".join(f"{channel:02x}" for channel in blend)


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2).

    >>> round(contrast("#000000", "#ffffff"), 1)
    21.0
    """
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
