"""Style sheet of the clinician's window: denser than the person's own."""

from biofeed.display.console_deck import button_px
from biofeed.display.style_sheet import ring_px
from biofeed.display.theme import FAMILIES, Measure, Theme


def console_sheet(theme: Theme, measure: Measure) -> str:
    """Panels, buttons and fields in the colours of a theme."""
    families = ", ".join(f'"{family}"' for family in FAMILIES)
    high, ring, radius = button_px(measure), ring_px(measure), measure.px(7)
    return f"""
QWidget#console {{ background: {theme.ground}; }}
QFrame#card {{ background: {theme.panel}; border-radius: {measure.px(8)}px; }}
QPushButton, QLineEdit {{
    font-family: {families}; font-size: {measure.text_px(14)}px;
    color: {theme.text}; background: {theme.panel};
    border: 1px solid {theme.edge}; border-radius: {radius}px;
    outline: none; min-height: {high - 2}px; max-height: {high - 2}px;
}}
{_fields(theme, measure)}
QPushButton:hover {{ background: {theme.band}; }}
QPushButton:pressed {{ border-color: {theme.text}; }}
QPushButton:checked {{
    background: {theme.band}; border-color: {theme.horizon}; font-weight: 600;
}}
QPushButton:disabled {{
    color: {theme.stale}; background: transparent; border-style: dashed;
}}
QPushButton:focus, QLineEdit:focus {{
    border: {ring}px solid {theme.focus};
    min-height: {high - 2 * ring}px; max-height: {high - 2 * ring}px;
}}
QPushButton#span {{ padding: 0 {measure.px(9)}px; font-size: {measure.text_px(12)}px; }}
QPushButton#stop {{
    font-size: {measure.text_px(18)}px; font-weight: 600; max-height: 999px;
    border: 2px solid {theme.text}; border-radius: {measure.px(12)}px;
}}
QPushButton#stop:focus {{
    border: {ring + 2}px solid {theme.focus}; max-height: 999px;
}}
QPushButton#stop:disabled {{ border: 2px dashed {theme.edge}; }}
QToolTip {{ color: {theme.text}; background: {theme.panel};
    border: 1px solid {theme.edge}; }}
"""


def _fields(theme: Theme, measure: Measure) -> str:
    return f"""
QLineEdit {{
    background: {theme.field}; padding: 0 {measure.px(10)}px;
    placeholder-text-color: {theme.muted};
    selection-background-color: {theme.band}; selection-color: {theme.text}; }}
QLineEdit:disabled {{
    background: transparent; border-style: dashed;
    placeholder-text-color: {theme.stale};
}}
"""
