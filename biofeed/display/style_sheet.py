"""Buttons, fields and lists in the colours of a theme, as a Qt style sheet.

Rules
-----
- What the keyboard is on has a ring in a colour of its own, not a change of shade.
- The ring takes its room from the padding: no word moves, or loses an edge, under it.
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
    return _type() + _buttons(theme, measure) + _fields(theme, measure)


def _type() -> str:
    families = ", ".join(f'"{family}"' for family in FAMILIES)
    return f"""
QPushButton, QLineEdit, QComboBox, QListWidget {{ font-family: {families}; }}
"""


def _buttons(theme: Theme, measure: Measure) -> str:
    high, ring, edge = target_px(measure), ring_px(measure), _edge_px(measure)
    return f"""
QPushButton {{
    color: {theme.text}; background: transparent; outline: none;
    border: {edge}px solid {theme.edge};
    border-radius: {high // 2 - 1}px;
    min-height: {high - 2 * edge}px; max-height: {high - 2 * edge}px;
    padding: 0 {measure.px(34)}px;
    font-size: {measure.text_px(17)}px; font-weight: 600;
}}
QPushButton:hover {{ background: {theme.panel}; }}
QPushButton:pressed {{ background: {theme.band}; }}
QPushButton:checked {{ background: {theme.band}; border-color: {theme.horizon}; }}
QPushButton:disabled {{ color: {theme.stale}; }}
QPushButton#primary {{ background: {theme.band}; border-color: {theme.horizon}; }}
QPushButton#primary:disabled {{ background: transparent; border-color: {theme.edge}; }}
QPushButton:focus, QPushButton#primary:focus {{
    border: {ring}px solid {theme.focus}; padding: 0 {measure.px(34) + edge - ring}px;
    min-height: {high - 2 * ring}px; max-height: {high - 2 * ring}px;
}}
QPushButton#answer {{ padding: 0 {measure.px(20)}px; font-weight: 500; }}
QPushButton#scale {{
    padding: 0; font-weight: 500;
    border-radius: {min(high // 2, _least_round_px(measure)) - 1}px;
}}
QPushButton#answer:hover, QPushButton#scale:hover {{ border-color: {theme.horizon}; }}
QPushButton#answer:focus, QPushButton#scale:focus {{
    background: {theme.band}; border: {ring}px solid {theme.focus};
}}
QPushButton#answer:focus {{ padding: 0 {measure.px(20) + edge - ring}px; }}
QPushButton[flat="true"] {{
    color: {theme.muted}; border: {ring}px solid transparent;
    min-height: {high - 2 * ring}px; max-height: {high - 2 * ring}px;
    border-radius: {measure.px(8)}px; padding: 0 {measure.px(10)}px;
    font-size: {measure.text_px(15)}px; font-weight: 400;
}}
QPushButton[flat="true"]:hover {{ color: {theme.text}; }}
QPushButton[flat="true"]:focus {{ border-color: {theme.focus}; }}
"""


def _fields(theme: Theme, measure: Measure) -> str:
    high, ring, edge = target_px(measure), ring_px(measure), _edge_px(measure)
    beside, around = measure.px(12), measure.px(6)
    return f"""
QLineEdit, QComboBox, QListWidget {{
    color: {theme.text}; background: {theme.field};
    border: {edge}px solid {theme.edge};
    border-radius: {measure.px(8)}px; padding: 0 {beside}px;
    font-size: {measure.text_px(16)}px;
    selection-background-color: {theme.band}; selection-color: {theme.text};
}}
QLineEdit {{ placeholder-text-color: {theme.muted}; }}
QLineEdit, QComboBox {{ min-height: {high - 2 * ring}px; }}
QLineEdit:focus, QComboBox:focus, QListWidget:focus {{
    border: {ring}px solid {theme.focus};
}}
QComboBox:disabled {{ color: {theme.stale}; border-style: dashed; }}
QComboBox::drop-down {{ border: none; width: {measure.px(24)}px; }}
QComboBox::down-arrow {{
    width: 0; height: 0; margin-right: {measure.px(12)}px;
    border-left: {measure.px(5)}px solid {theme.field};
    border-right: {measure.px(5)}px solid {theme.field};
    border-top: {measure.px(6)}px solid {theme.muted};
}}
QComboBox QAbstractItemView {{
    color: {theme.text}; background: {theme.field};
    selection-background-color: {theme.band}; selection-color: {theme.text};
}}
QListWidget {{ padding: {around}px; outline: none; }}
QListWidget:focus {{ padding: {around + edge - ring}px; }}
QListWidget::item {{ padding: {measure.px(10)}px; border-radius: {measure.px(6)}px; }}
QListWidget::item:selected {{ background: {theme.band}; color: {theme.text}; }}
"""


def ring_px(measure: Measure) -> int:
    """Thickness of the ring around what the keyboard is on, px.

    One more than twice an edge: in the light dress the ring and the edge that it takes
    the place of differ too little to count.
    """
    return max(3, measure.px(3))


def _least_round_px(measure: Measure) -> int:
    """Half of the narrowest figure: a wider radius is not drawn round at all, px."""
    return max(measure.px(22), LEAST_TARGET_PX // 2)


def _edge_px(measure: Measure) -> int:
    return max(1, measure.px(1.2))
