"""A column that fills the room it has, and scrolls where that is too little."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from biofeed.display.theme import Measure, Theme

BAR_PX = 8


class ScrollingColumn(QScrollArea):
    """Holds a column on the ground of whatever is behind it.

    Attributes
    ----------
    holder, column
        What the parts belong to, and the layout they are added to.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.holder = QWidget()
        self.column = QVBoxLayout(self.holder)
        self.setWidget(self.holder)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The keys that move it reach it from wherever the keyboard is.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.holder.setAutoFillBackground(False)

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        # A sheet of the whole would take the colours of the labels in it.
        self.verticalScrollBar().setStyleSheet(bar_sheet(theme, measure))

    def settle(self) -> None:
        """Give every part its place now: none is drawn squeezed in the meantime.

        Left alone, a part that has grown says so to what it is in one event later, and
        that to what scrolls it one event after.
        """
        for part in self.holder.children():
            if isinstance(part, QWidget) and (layout := part.layout()):
                layout.activate()
        self.column.invalidate()
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        self.column.activate()

    def show_whole(self, part: QWidget) -> None:
        """Scroll until a part that has just grown is seen, once it has its place."""
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(part, 0, 0))

    def take_key(self, key: Qt.Key) -> bool:
        """Scroll, where the key is one that does; say whether it was."""
        bar = self.verticalScrollBar()
        by = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(key)
        if by is None:
            return False
        bar.setValue(bar.value() + by * bar.pageStep())
        return True


def bar_sheet(theme: Theme, measure: Measure) -> str:
    """Style sheet of an upright scroll bar: a quiet one, without arrows."""
    wide = measure.px(BAR_PX)
    return f"""
QScrollBar:vertical {{
    background: transparent; width: {wide}px; margin: 0; border: none;
}}
QScrollBar::handle:vertical {{
    background: {theme.edge}; border-radius: {wide // 2}px; min-height: {4 * wide}px;
}}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
