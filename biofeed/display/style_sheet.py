"""Buttons and fields in the colours of a theme, as a Qt style sheet.

Rules
-----
- What the keyboard is on has a ring in a colour of its own, not a change of shade.
- Everything that is pressed is at least 44 px high (WCAG 2.2, 2.5.5).
"""

from biofeed.display.theme import FAMILIES, Measure, Theme

LEAST_TARGET_PX = 44
"""Smallest height of something pressed, px, whatever the window's size."""


def target_px(measure: Measure) -> int:
    """Height of something pressed, px."""
    return max(LEAST_TARGET_PX, measure.px(48), measure.text_px(40))


def sheet(theme: Theme, measure: Measure) -> str:
    """Style sheet of all pressable and writable things in a window."""
    high = target_px(measure)
    ring = max(2, measure.px(2))
    families = ", ".join(f'"{family}"' for family in FAMILIES)
    return f"""
QPushButton, QLineEdit, QComboBox, QListWidget, QLineEdit {{
    color: {theme.text}; background: {theme.field};
    border: {max(1, measure.px(1.2))}px solid {theme.edge};
    border-radius: {measure.px(8)}px; min-height: {high - 2 * ring}px;
    padding: 0 {measure.px(12)}px; font-size: {measure.text_px(16)}px;
    selection-background-color: {theme.horizon};
}}
QLineEdit:focus {{ border: {ring}px solid {theme.focus}; }}
"""
