"""The head of the clinician's window: where the session is, the signal, the script.

Where large type leaves too little room for one line, what the tiles tell too is left
out; where that does not help, both sides take as few lines as each other.
"""

from itertools import product

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from biofeed.display import console_words as said
from biofeed.display import reading, words
from biofeed.display.bridge import Received
from biofeed.display.console_canvas import SMALL_PX
from biofeed.display.console_facts import signal, standing, told_by_tiles
from biofeed.display.console_script import ConsoleScript, tiles
from biofeed.display.fact_line import FactLine
from biofeed.display.theme import LIGHT, Measure, Theme
from biofeed.session.snapshot import Snapshot

TYPE_PX = 14
"""Height of type at 1440 x 900, px: both lines have room there beside each other."""

LINES = (1, 2, 3)
"""In how many lines the facts are told at most, where the width allows it."""

APART_PX = 24
"""Between both lines, px."""

ROOM_TO_COME_BACK_PX = 40
"""What is left out comes back where there is so much more room than it takes: an age
that is a figure longer or shorter makes nothing come and go, px."""


class ConsoleHead(QWidget):
    """Two lines of facts above the tiles of the script."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._measure = LIGHT, Measure()
        self._standing, self._signal = FactLine(self), FactLine(self)
        self._script = ConsoleScript(self)
        self._way = 0
        self._signal.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._line = QHBoxLayout()
        for each in (self._standing, self._signal):
            # Each has what it needs, and its share of what is left: see below.
            each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._line.addWidget(each, 1)
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
        self._line.setSpacing(measure.px(APART_PX))

    def break_off(self) -> None:
        """Say that the session ended though nobody ended it: nothing here is of now."""
        self._standing.tell((f"{words.BROKE_OFF.head} {words.BROKE_OFF.detail}",))
        self._signal.tell(())
        self._line.setStretch(1, 0)

    def show_received(self, received: Received | None, now_s: float) -> None:
        """Show a snapshot as of now; None before the first."""
        if received is None:
            self._standing.tell((said.NOTHING_YET,))
            self._line.setStretch(1, 0)
            return
        is_over = received.snapshot.ended is not None
        is_current = is_over or reading.freshness(received, now_s).is_current
        mark = said.CURRENT if is_current else said.NOT_CURRENT
        first, *others = signal(received, now_s)
        self._signal.tell((first if is_over else f"{mark} {first}", *others))
        colour = self._theme.muted if is_current else self._theme.stale
        self._signal.dress(colour, self._measure.text_px(SMALL_PX))
        self._tell_standing(received.snapshot)
        self._script.show_tiles(tiles(received.snapshot))

    def _tell_standing(self, snapshot: Snapshot) -> None:
        """Tell as much as there is room for beside the signal, in as few lines."""
        facts, spare = standing(snapshot), told_by_tiles(snapshot)
        room = self.width() - self._line.spacing()
        back = self._measure.px(ROOM_TO_COME_BACK_PX)
        ways = [
            (lines, tuple(fact for fact in facts if fact not in spare[:left_out]))
            for lines, left_out in product(LINES, range(len(spare) + 1))
        ]
        for way, (lines, told) in enumerate(ways):
            left = self._standing.width_of(told, in_lines=lines)
            right = self._signal.width_of(self._signal.facts, in_lines=lines)
            is_last = way == len(ways) - 1
            if is_last or left + right + (back if way < self._way else 0) <= room:
                self._way = way
                self._standing.tell(told)
                self._line.setStretch(0, left)
                self._line.setStretch(1, right)
                return
