"""Where trace, pacer and overview stand."""

import pytest
from PySide6.QtCore import QRect

from biofeed.display.session_layout import full_scene
from biofeed.display.theme import measure


@pytest.mark.parametrize("high_px", [40, 90, 130, 160, 300, 600])
def test_the_overview_is_never_under_the_trace(high_px: int) -> None:
    """Where large type leaves too little room for both, the trace has it alone."""
    room = QRect(0, 300, 1024, high_px)
    placed = full_scene(room, measure(1024, 700, 2.0), has_pacer=False)
    assert not placed.trend.intersects(placed.strip)
    assert placed.strip.isEmpty() == (high_px < 140)
