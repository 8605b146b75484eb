"""The head of the clinician's window: where the session is, the signal, the script."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from biofeed.display import console_words as said
from biofeed.display import reading, words
from biofeed.display.bridge import Received
from biofeed.display.console_canvas import SMALL_PX
from biofeed.display.console_facts import signal, standing
from biofeed.display.console_script import ConsoleScript, tiles
from biofeed.display.fact_line import FactLine
from biofeed.display.theme import LIGHT, Measure, Theme

TYPE_PX = 14
"""Height of type at 1440 x 900, px: both lines have room there beside each other."""


class ConsoleHead(QWidget):
    """Two lines of facts above the tiles of the script."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._measure = LIGHT, Measure()
        self._standing, self._signal = FactLine(self), FactLine(self)
        self._script = ConsoleScript(self)
        self._signal.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._line = QHBoxLayout()
        # Each has what it needs; what is too much for both is taken from both.
        self._line.addWidget(self._standing)
        self._line.addWidget(self._signal)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._line)
        self._column.addWidget(self._script)

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._theme, self._measure = theme, measure
        bold = QFont.Weight.DemiBold
        self._standing.dress(theme.text, measure.text_px(TYPE_PX), bold)
        self._signal.dress(theme.muted, measure.text_px(SMALL_PX))
        self._script.dress(theme, measure)
        self._column.setSpacing(measure.px(8))
        self._line.setSpacing(measure.px(24))

    def break_off(self) -> None:
        """Say that the session ended though nobody ended it: nothing here is of now."""
        self._standing.say(f"{words.BROKE_OFF.head} {words.BROKE_OFF.detail}")
        self._signal.say("")

    def show_received(self, received: Received | None, now_s: float) -> None:
        """Show a snapshot as of now; None before the first."""
        if received is None:
            self._standing.tell((said.NOTHING_YET,))
            return
        self._standing.tell(standing(received.snapshot))
        is_over = received.snapshot.ended is not None
        is_current = is_over or reading.freshness(received, now_s).is_current
        mark = said.CURRENT if is_current else said.NOT_CURRENT
        first, *others = signal(received, now_s)
        self._signal.tell((first if is_over else f"{mark} {first}", *others))
        colour = self._theme.muted if is_current else self._theme.stale
        self._signal.dress(colour, self._measure.text_px(SMALL_PX))
        self._script.show_tiles(tiles(received.snapshot))
