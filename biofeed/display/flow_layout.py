"""Parts in a row, and in a second row where one is too narrow for them.

What is last in its row and can use more room, such as a field to write in, has what the
row leaves, as far as its largest size.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class FlowLayout(QLayout):
    """Places its parts from left to right, and goes on below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    @override
    def addItem(self, item: QLayoutItem) -> None:
        """Take a part."""
        self._items.append(item)

    @override
    def count(self) -> int:
        """How many parts there are."""
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return a part; None where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give a part back; None where there is none."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        """Parts keep their sizes."""
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        """A narrow row is a high one."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """Height of all rows, px."""
        places = self._places(width)
        return max((place.bottom() + 1 for place in places), default=0)

    @override
    def sizeHint(self) -> QSize:
        """All in one row."""
        hints = [item.sizeHint() for item in self._shown]
        gaps = self.spacing() * max(0, len(hints) - 1)
        wide = sum(hint.width() for hint in hints) + gaps
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    @override
    def minimumSize(self) -> QSize:
        """The widest part."""
        least = QSize(0, 0)
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return least

    @override
    def setGeometry(self, rect: QRect) -> None:
        """Place the parts."""
        super().setGeometry(rect)
        places = self._places(rect.width())
        for item, place in zip(self._shown, places, strict=True):
            item.setGeometry(place.translated(rect.topLeft()))

    @property
    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        corner, row_bottom = QPoint(0, 0), 0
        for item in self._shown:
            size = item.sizeHint()
            if corner.x() > 0 and corner.x() + size.width() > width:
                corner = QPoint(0, row_bottom + self.spacing())
            places.append(QRect(corner, size))
            row_bottom = max(row_bottom, corner.y() + size.height())
            corner.setX(corner.x() + size.width() + self.spacing())
        for index, item in enumerate(self._shown):
            if _wants_more(item) and _is_last_in_row(places, index):
                room = min(item.maximumSize().width(), width - places[index].x())
                places[index].setWidth(max(places[index].width(), room))
        return places


def _wants_more(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)


def _is_last_in_row(places: list[QRect], index: int) -> bool:
    after = places[index + 1 : index + 2]
    return all(each.top() != places[index].top() for each in after)
