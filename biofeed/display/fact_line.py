"""Short facts in a row, which breaks between two of them and leaves no dot behind.

Where there is no room for all on one line, the next one begins with a fact, and the one
before it ends with one: what stands between two facts is left out at a break.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from biofeed.display import words
from biofeed.display.plain_label import PlainLabel

NO_BREAK = "\u00a0"
HIGHEST_PX = 10_000


def lines_of(
    facts: tuple[str, ...], fits: Callable[[str], bool], between: str = words.BETWEEN
) -> Iterator[str]:
    """Facts in as few lines as have room; one that has none is alone on its line.

    >>> list(lines_of(("one", "two", "three"), lambda line: len(line) <= 9, " · "))
    ['one · two', 'three']
    """
    line = ""
    for fact in facts:
        longer = f"{line}{between}{fact}" if line else fact
        if not line or fits(longer):
            line = longer
            continue
        yield line
        line = fact
    if line:
        yield line


def narrowest(
    facts: tuple[str, ...],
    width_of: Callable[[str], int],
    in_lines: int,
    between: str = words.BETWEEN,
) -> int:
    """Return the least width at which facts take so many lines, or fewer.

    >>> narrowest(("one", "two", "three"), len, 2, " · ")
    9
    """
    ends = range(1, len(facts) + 1)
    runs = (facts[first:end] for end in ends for first in range(end))
    widths = sorted({width_of(between.join(run)) for run in runs})

    def is_enough(width: int) -> bool:
        lines = lines_of(facts, lambda line: width_of(line) <= width, between)
        return sum(1 for _ in lines) <= in_lines

    return next(filter(is_enough, widths), 0)


class FactLine(PlainLabel):
    """Shows facts in one line where there is room, else in as few as it takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[str, ...] = ()
        self.setWordWrap(True)

    def tell(self, facts: tuple[str, ...]) -> None:
        """Show these facts from now on."""
        if facts != self._facts:
            self._facts = facts
            self._break()
            self.updateGeometry()

    @override
    def dress(
        self,
        colour: str,
        size_px: int,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        """Take a colour, a height of type and a weight."""
        super().dress(colour, size_px, weight)
        self._break()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break where there is room now."""
        super().resizeEvent(event)
        self._break()

    @override
    def sizeHint(self) -> QSize:
        """All of it on one line."""
        return QSize(self.width_of(self._facts), self.fontMetrics().height())

    @property
    def facts(self) -> tuple[str, ...]:
        """What is shown."""
        return self._facts

    def width_of(self, facts: tuple[str, ...], *, in_lines: int = 1) -> int:
        """How wide these facts have to be for so many lines, px."""
        return narrowest(facts, self.fontMetrics().horizontalAdvance, in_lines) + 2

    @override
    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(1, self.fontMetrics().height())

    @override
    def heightForWidth(self, width: int) -> int:
        """As high as its lines are in this width, px."""
        room = QRect(0, 0, max(1, width), HIGHEST_PX)
        metrics, mode = self.fontMetrics(), Qt.TextFlag.TextWordWrap
        return metrics.boundingRect(room, mode, self._broken(width)).height()

    def _break(self) -> None:
        self.say(self._broken(self.width()))

    def _broken(self, width: int) -> str:
        metrics = QFontMetrics(self.font())

        def fits(line: str) -> bool:
            return metrics.horizontalAdvance(line) <= width

        # A line that fits is never broken; a fact that does not is broken at its words.
        return "\n".join(
            line.replace(" ", NO_BREAK) if fits(line) else line
            for line in lines_of(self._facts, fits)
        )
