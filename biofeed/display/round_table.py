"""The rounds of a training, a line for each: pick one to see it.

Rules
-----
- Felt and measured stand side by side, in the order in which they were said and seen.
- Where a window or large type leaves too little room, whole columns are left out, the
  least needed first; what they hold is told beside the round that is picked.
"""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from typing_extensions import override

from biofeed.display import training_words as said
from biofeed.display.plain_label import PlainLabel
from biofeed.display.round_story import RoundStory
from biofeed.display.style_sheet import LEAST_TARGET_PX
from biofeed.display.theme import FAMILIES, Measure, Theme, font

CELL_PX = 17
HEAD_PX = 15
RING_PX = 2
"""Around the table while the keyboard is on it, px: it takes no edge's place."""

APART_PX = 30
"""Type, and room between two columns, at 1440 x 900, px."""

MOST_WIDE_ROWS = 4
NARROW_ROW_PX = 34
"""More lines than that are less high, px, so that all are in view with the picture: the
keys pick as well, and WCAG 2.2 asks for 24 (2.5.8)."""

CELL_MARGIN_PX = 3
"""What Qt adds at the left of a cell, and not of a column's name, px."""

ROUND, SHOWN, FELT, MEASURED, HALFWAY, GUESS = range(6)
LEAST_NEEDED_FIRST = (HALFWAY, SHOWN, GUESS)
"""Columns that may be left out; what they say stands in words above as well."""

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RoundTable(QTableWidget):
    """Shows rounds, and which of them is picked."""

    picked = Signal(int)
    """Another round is picked: its place, from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(said.COLUMNS), parent)
        self._measure = Measure()
        self._row = -1
        self._hint = PlainLabel(self, text=said.ROUND_KEYS)
        self.setAccessibleName(said.TABLE)
        self.setHorizontalHeaderLabels(list(said.COLUMNS))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.currentCellChanged.connect(self._tell_pick)

    def show_rounds(self, rounds: tuple[RoundStory, ...], *, first: int) -> None:
        """Show these rounds, with the one at place ``first`` picked."""
        self._row = -1
        self.setRowCount(len(rounds))
        for row, each in enumerate(rounds):
            for column, cell in enumerate(each.cells):
                item = QTableWidgetItem(cell.text)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, cell.read)
                self.setItem(row, column, item)
        self._fit()
        self.pick(first)

    def pick(self, row: int) -> None:
        """Pick the round at a place."""
        self.setCurrentCell(row, self._first_shown())

    def step(self, by: int) -> None:
        """Pick the next round or the one before."""
        self.pick(min(self.rowCount() - 1, max(0, self.currentRow() + by)))

    def dress(self, theme: Theme, measure: Measure) -> None:
        """Take the colours of a theme and the sizes of a window."""
        self._measure = measure
        self._hint.dress(theme.muted, measure.text_px(HEAD_PX))
        self.setFont(font(measure.text_px(CELL_PX)))
        self.setStyleSheet(_sheet(theme, measure))
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        """All lines, as high as they are."""
        return QSize(super().sizeHint().width(), self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        """All lines, at any width."""
        return QSize(0, self._height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns there is room for."""
        super().resizeEvent(event)
        self._fit()

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the keys that pick from what the window does with them."""
        if is_step(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down pick; every other key is the window's."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            event.ignore()
            return
        self.step(step)

    def _tell_pick(self, row: int) -> None:
        if row >= 0 and row != self._row:
            self._row = row
            self.picked.emit(row)

    def _height(self) -> int:
        return (
            self._header_height() + self.rowCount() * self._row_height() + 2 * RING_PX
        )

    def _row_height(self) -> int:
        of_type = QFontMetrics(font(self._measure.text_px(CELL_PX))).height()
        is_long = self.rowCount() > MOST_WIDE_ROWS
        least = NARROW_ROW_PX if is_long else LEAST_TARGET_PX
        return max(least, self._measure.px(least), of_type + 12)

    def _header_height(self) -> int:
        return QFontMetrics(font(self._measure.text_px(HEAD_PX))).height() + 10

    def _fit(self) -> None:
        self.horizontalHeader().setFixedHeight(self._header_height())
        for row in range(self.rowCount()):
            self.setRowHeight(row, self._row_height())
        widths = [self._column_width(column) for column in range(len(said.COLUMNS))]
        left_out = {column for column in range(len(widths)) if not widths[column]}
        for column in LEAST_NEEDED_FIRST:
            if _total(widths, left_out) > self.viewport().width():
                left_out.add(column)
        for column, width in enumerate(widths):
            self.setColumnHidden(column, column in left_out)
            self.setColumnWidth(column, width)
        self.setFixedHeight(self._height())
        self._place_hint(_total(widths[:GUESS], left_out) + widths[GUESS])

    def _place_hint(self, taken_px: int) -> None:
        """Say how to pick, where the names of the columns leave room for it."""
        hint = self._hint.sizeHint()
        left = self.width() - hint.width() - self._measure.px(APART_PX) // 3
        self._hint.setGeometry(left, 0, hint.width(), self._header_height())
        self._hint.setVisible(self.rowCount() > 1 and left > taken_px)

    def _first_shown(self) -> int:
        columns = range(self.columnCount())
        return next((c for c in columns if not self.isColumnHidden(c)), 0)

    def _column_width(self, column: int) -> int:
        """Room for the longest text of a column; none where nothing was said in it."""
        items = (self.item(row, column) for row in range(self.rowCount()))
        texts = [item.text() for item in items if item is not None and item.text()]
        if set(texts) <= {said.NOT_SAID}:
            return 0
        cells = QFontMetrics(font(self._measure.text_px(CELL_PX)))
        head = QFontMetrics(font(self._measure.text_px(HEAD_PX)))
        longest = max(cells.horizontalAdvance(text) for text in texts)
        named = head.horizontalAdvance(said.COLUMNS[column])
        return max(longest, named) + self._measure.px(APART_PX)


def is_step(event: QEvent) -> bool:
    """Whether a key that picks is about to be taken for something else."""
    return (
        event.type() is QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and Qt.Key(event.key()) in STEPS
    )


def _total(widths: list[int], left_out: set[int]) -> int:
    return sum(w for column, w in enumerate(widths) if column not in left_out)


def _sheet(theme: Theme, measure: Measure) -> str:
    small, pad = measure.text_px(HEAD_PX), measure.px(10)
    families = ", ".join(f'"{family}"' for family in FAMILIES)
    return f"""
QTableWidget {{
    color: {theme.text}; background: transparent; outline: none;
    border: {RING_PX}px solid transparent;
    selection-background-color: {theme.band}; selection-color: {theme.text};
}}
QTableWidget:focus {{ border: {RING_PX}px solid {theme.focus}; }}
QTableWidget::item {{ padding-left: {pad}px; border: none; }}
QTableWidget::item:selected {{ background: {theme.band}; color: {theme.text}; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{
    color: {theme.muted}; background: transparent; border: none;
    padding-left: {pad + CELL_MARGIN_PX}px; text-align: left;
    font-family: {families}; font-size: {small}px; font-weight: 400;
}}
"""
