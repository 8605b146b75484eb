"""Where the parts of the first dialog stand.

What a session needs is at the left, what may stay as it is at the right, so that all of
it is seen at once. With large type, or in a narrow window, they stand below each other,
the needed first.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from biofeed.display.named_fields import BELOW_PX
from biofeed.display.scrolling_column import ScrollingColumn
from biofeed.display.theme import Measure

MARGIN_PX = 56
EDGE_PX = 32
GAP_PX = 16
APART_PX = 40
"""Air beside all of it, above and below it, between its parts, and its columns, px."""

NEEDED_SHARE, KEPT_SHARE = 60, 40
"""Widths of the two columns."""

BESIDE_UP_TO = 1.3
LEAST_BESIDE_PX = 820
"""With larger text, or in a window less wide, there is no room for two columns, px."""


class SetupPlaces:
    """Holds the parts.

    Parameters
    ----------
    dialog, scroll
        Whose they are, and what they scroll in where there is too little room.
    """

    def __init__(self, dialog: QWidget, scroll: ScrollingColumn) -> None:
        self._dialog, self._scroll = dialog, scroll
        self._text_scale = 1.0
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._outer = QVBoxLayout(dialog)

    def place(
        self,
        above: list[QWidget],
        needed: list[QWidget],
        kept: list[QWidget],
        begin: QPushButton,
    ) -> None:
        """Give each part its place; the first of the needed takes what room is left."""
        column = self._scroll.column
        column.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 0)
        column.setSpacing(GAP_PX)
        for part in above:
            column.addWidget(part)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(GAP_PX)
        for index, part in enumerate(needed):
            left.addWidget(part, 0 if index else 1)
        right.setSpacing(BELOW_PX)
        for part in kept:
            right.addWidget(part)
        right.addStretch(1)
        self._columns.addLayout(left, NEEDED_SHARE)
        self._columns.addLayout(right, KEPT_SHARE)
        column.addLayout(self._columns, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 0)
        foot.addWidget(begin, 0, Qt.AlignmentFlag.AlignRight)
        self._outer.setContentsMargins(0, EDGE_PX, 0, EDGE_PX)
        self._outer.setSpacing(GAP_PX)
        self._outer.addWidget(self._scroll, 1)
        self._outer.addLayout(foot)

    def fit(self, measure: Measure) -> None:
        """Stand as the size of text asks for."""
        self._text_scale = measure.text_scale
        self.fit_width()

    def fit_width(self) -> None:
        """Stand side by side, or below each other, as there is room now."""
        has_width = self._dialog.width() >= LEAST_BESIDE_PX
        is_beside = has_width and self._text_scale <= BESIDE_UP_TO
        direction = QBoxLayout.Direction
        self._columns.setDirection(
            direction.LeftToRight if is_beside else direction.TopToBottom
        )
        self._columns.setSpacing(APART_PX if is_beside else GAP_PX)
