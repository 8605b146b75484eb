"""Where the parts of the clinician's window stand.

The head above, charts and tables beside each other, what can be done at the foot.
"""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from biofeed.display.theme import Measure

MARGIN_PX = 14
GAP_PX = 10
COLUMN_SHARE = (66, 34)
"""Air at the edge and between parts at 1440 x 900, px; widths of charts and column."""


class ConsolePlaces:
    """Holds the parts.

    Parameters
    ----------
    window
        Whose they are.
    head, charts, column, deck
        What stands in it.
    """

    def __init__(
        self,
        window: QWidget,
        *,
        head: QWidget,
        charts: QWidget,
        column: QWidget,
        deck: QWidget,
    ) -> None:
        self._middle = QHBoxLayout()
        self._middle.addWidget(charts, COLUMN_SHARE[0])
        self._middle.addWidget(column, COLUMN_SHARE[1])
        self._whole = QVBoxLayout(window)
        self._whole.addWidget(head)
        self._whole.addLayout(self._middle, 1)
        self._whole.addWidget(deck)

    def fit(self, measure: Measure) -> None:
        """Take the sizes of a window."""
        margin, gap = measure.px(MARGIN_PX), measure.px(GAP_PX)
        self._whole.setContentsMargins(margin, margin, margin, margin)
        self._whole.setSpacing(gap)
        self._middle.setSpacing(gap)
