"""What each key does in the clinician's window.

Rules
-----
- Keys act alone: with Ctrl, Alt or Meta they are meant for something else. Esc is Esc,
  whatever is held down.
- What is being written gets here only as Esc.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from biofeed.display.console_axis import Follow
from biofeed.display.console_charts import ConsoleCharts
from biofeed.display.console_column import ConsoleColumn
from biofeed.display.console_deck import KEYS, ConsoleDeck
from biofeed.display.shortcuts import Act

MEANT_ELSEWHERE = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
"""With one of these a key is a habit from another program, or the system's own."""


class ConsoleKeys:
    """Finds what a key stands for, and does it.

    Parameters
    ----------
    deck, charts, column
        What is in the window.
    escape, space
        What the window does by itself.
    """

    def __init__(
        self,
        deck: ConsoleDeck,
        charts: ConsoleCharts,
        column: ConsoleColumn,
        *,
        escape: Callable[[], None],
        space: Callable[[], None],
    ) -> None:
        self._deck, self._charts, self._column = deck, charts, column
        self._by_key: dict[Qt.Key, Act] = {
            Qt.Key.Key_Escape: escape,
            Qt.Key.Key_Space: space,
            Qt.Key.Key_N: deck.note_field.setFocus,
        }

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key stands for; return whether it stands for anything here."""
        key = Qt.Key(event.key())
        is_elsewhere = bool(event.modifiers() & MEANT_ELSEWHERE)
        if event.isAutoRepeat() or (is_elsewhere and key != Qt.Key.Key_Escape):
            return False
        return self._press(key)

    def _press(self, key: Qt.Key) -> bool:
        keys = Qt.Key
        if do := self._by_key.get(key):
            do()
            return True
        if keys.Key_F1 <= key <= keys.Key_F8:
            number = key - keys.Key_F1
            if self._deck.marks[number].isEnabled():
                self._deck.marks[number].click()
            return True
        if keys.Key_1 <= key <= keys.Key_4:
            self._charts.follow(Follow(key - keys.Key_0))
            return True
        letters = {keys[f"Key_{letter}"]: act for act, letter in KEYS.items()}
        if act := letters.get(key):
            self._deck.press(act)
            return True
        return any([self._column.take_key(key), self._charts.take_key(key)])
