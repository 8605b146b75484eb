"""A small table of facts, painted: it is read, and nothing in it is pressed.

Where large type leaves too little room, the columns that have none stand below the
others, each part with the first column again: none is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from biofeed.display.console_canvas import Align
from biofeed.display.theme import LIGHT, Measure, Theme, font

TYPE_PX = 13
ROW = 1.42
APART = 0.4
"""Height of type at 1440 x 900, px, of a row in heights of type, and the distance
between two parts in heights of a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Cells from left to right.

    Attributes
    ----------
    is_grey
        What stands there cannot be compared now; a sentence says why.
    """

    cells: tuple[str, ...]
    is_grey: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A head and what stands under it."""

    head: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def told(self) -> str:
        """The same, for a screen reader."""
        lines = [", ".join(filter(None, row.cells)) for row in self.rows]
        return "; ".join([", ".join(filter(None, self.head)), *lines])


def folded(widths: Sequence[float], room: float) -> list[tuple[int, ...]]:
    """Columns of each part of a table, from above; the first one is in all of them.

    >>> folded([10.0, 30.0, 30.0, 30.0], 75.0)
    [(0, 1, 2), (0, 3)]
    """
    parts: list[tuple[int, ...]] = []
    taken = 0.0
    for column in range(1, len(widths)):
        if not parts or taken + widths[column] > room:
            parts.append((0,))
            taken = widths[0]
        parts[-1] = (*parts[-1], column)
        taken += widths[column]
    return parts or [tuple(range(len(widths)))]


class ConsoleTable(QWidget):
    """Draws rows; the first column stands left, all others right."""

    ACCESSIBLE_ROLE = QAccessible.Role.StaticText

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._measure = LIGHT, Measure()
        self._rows = Rows(head=(), rows=())
        self.setAccessibleName(name)
        policy = QSizePolicy.Policy
        size = QSizePolicy(policy.Ignored, policy.Fixed)
        size.setHeightForWidth(True)
        self.setSizePolicy(size)

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._theme, self._measure = theme, measure
        self.updateGeometry()
        self.update()

    def show_rows(self, rows: Rows) -> None:
        """Show these from now on."""
        if rows == self._rows:
            return
        before_px = self.heightForWidth(self.width())
        self._rows = rows
        if self.heightForWidth(self.width()) != before_px:
            self.updateGeometry()
        self.setAccessibleDescription(rows.told)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """As high as all rows in the width that it has."""
        return QSize(200, self.heightForWidth(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, self.sizeHint().height())

    @override
    def heightForWidth(self, width: int) -> int:
        """As high as all its parts in this width, px."""
        if not self._rows.rows:
            return 0
        count = len(folded(self._widths(), width))
        return round(count * self._part_px + (count - 1) * self._row_px * APART)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each part of the columns, head and rows."""
        if not self._rows.rows:
            return
        painter, widths = QPainter(self), self._widths()
        for number, columns in enumerate(folded(widths, self.width())):
            painter.save()
            painter.translate(0, number * (self._part_px + self._row_px * APART))
            self._paint_part(painter, columns, [widths[n] for n in columns])
            painter.restore()

    def _paint_part(
        self, painter: QPainter, columns: tuple[int, ...], widths: list[float]
    ) -> None:
        spare = max(0.0, self.width() - sum(widths)) / max(1, len(widths) - 1)
        head = Row(cells=self._rows.head)
        for index, row in enumerate((head, *self._rows.rows)):
            colour = self._theme.stale if row.is_grey else self._theme.text
            colour = colour if index else self._theme.muted
            cells = tuple(row.cells[n] for n in columns)
            self._paint_row(painter, index, cells, widths, spare, colour)
            if row.is_grey:
                self._strike(painter, index)

    @property
    def _part_px(self) -> float:
        return (len(self._rows.rows) + 1) * self._row_px

    @property
    def _row_px(self) -> float:
        return self._measure.text_px(TYPE_PX) * ROW

    def _widths(self) -> list[float]:
        """What each column needs, in order."""
        metrics = QFontMetricsF(font(self._measure.text_px(TYPE_PX)))
        lines = [self._rows.head, *(row.cells for row in self._rows.rows)]
        count = max(len(line) for line in lines)
        air = self._measure.px(8)
        return [
            max(metrics.horizontalAdvance(line[n]) for line in lines if n < len(line))
            + (air if n else 0)
            for n in range(count)
        ]

    def _paint_row(
        self,
        painter: QPainter,
        index: int,
        cells: tuple[str, ...],
        widths: list[float],
        spare: float,
        colour: str,
    ) -> None:
        painter.setFont(font(self._measure.text_px(TYPE_PX), QFont.Weight.Normal))
        painter.setPen(QColor(colour))
        metrics = QFontMetricsF(painter.font())
        left, top = 0.0, index * self._row_px
        for n, (cell, wide) in enumerate(zip(cells, widths, strict=False)):
            room = wide + (spare if n else 0.0)
            box = QRectF(left, top, room, self._row_px)
            side = Align.AlignRight if n else Align.AlignLeft
            shown = metrics.elidedText(cell, Qt.TextElideMode.ElideRight, room)
            painter.drawText(box, side | Align.AlignVCenter, shown)
            left += room

    def _strike(self, painter: QPainter, index: int) -> None:
        """A second cue beside grey: a line at the foot of the row, dotted."""
        y = round((index + 1) * self._row_px) - 1
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(0, y, self.width(), y)
