"""Covers a view that could not be drawn, so that nothing old on it passes for now.

Rules
-----
- A view that fails takes nothing with it: the session, its recording and STOP go on.
- The failure is logged once for each kind; the person reads one plain sentence.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from biofeed.display import words
from biofeed.display.plain_label import PlainLabel
from biofeed.display.theme import Measure, Theme

HEAD_PX = 32
DETAIL_PX = 18

_log = logging.getLogger(__name__)


class FailureTile(QWidget):
    """A plain sheet with one sentence; hidden while all is well."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._logged: set[type[Exception]] = set()
        self._head = PlainLabel(self, text=words.VIEW_FAILED.head)
        self._detail = PlainLabel(self, text=words.VIEW_FAILED.detail)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        for label in (self._head, self._detail):
            label.setWordWrap(True)
            self._column.addWidget(label)
        self._column.addStretch(1)
        self.setAutoFillBackground(True)
        self.hide()

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.ground))
        self.setPalette(palette)
        margin = measure.px(56)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._head.dress(theme.text, measure.text_px(HEAD_PX))
        self._detail.dress(theme.muted, measure.text_px(DETAIL_PX))

    @contextmanager
    def instead_of(self, room: QRect) -> Iterator[None]:
        """Draw within; where that fails, cover ``room`` until it works again."""
        try:
            yield
        except Exception as failure:  # noqa: BLE001 (a view must not end a session)
            if type(failure) not in self._logged:
                self._logged.add(type(failure))
                _log.exception("a view could not be drawn")
            self.setGeometry(room)
            self.show()
            self.raise_()
        else:
            self.hide()
