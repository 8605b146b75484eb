"""A panel of the clinician's window: a title, a word beside it, and a body."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from biofeed.display.console_canvas import SMALL_PX
from biofeed.display.plain_label import PlainLabel
from biofeed.display.theme import Measure, Theme

TITLE_PX = 14
PAD_PX = 12


class ConsoleCard(QFrame):
    """Holds its parts in a column.

    Attributes
    ----------
    body
        Where the parts are added.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(title)
        self._title = PlainLabel(self, text=title)
        self._side = PlainLabel(self)
        self._side.setAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        )
        self._side.setWordWrap(True)
        self._side.setMinimumWidth(1)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._side, 1)
        self.body = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addLayout(self.body)

    def say(self, side: str) -> None:
        """Say something short beside the title."""
        self._side.say(side)

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        pad = measure.px(PAD_PX)
        self._column.setContentsMargins(pad, measure.px(8), pad, measure.px(10))
        self._column.setSpacing(measure.px(5))
        self.body.setSpacing(measure.px(5))
        bold = QFont.Weight.DemiBold
        self._title.dress(theme.text, measure.text_px(TITLE_PX), bold)
        self._side.dress(theme.muted, measure.text_px(SMALL_PX))
