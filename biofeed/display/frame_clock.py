"""One beat for breath and trace: the computer wakes once for each picture of both.

Rules
-----
- It beats while somebody has something to move, and not otherwise.
- Whoever moves is told in the order of joining, and paints nothing itself: Qt paints
  all of it together afterwards.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

from biofeed.display.theme import Motion

FRAMES_MS = {Motion.FULL: 16, Motion.REDUCED: 100}
"""Between two pictures: sixty a second, or ten where things only fade, ms."""

Move = Callable[[], None]


class FrameClock(QObject):
    """Tells those who joined that it is time for the next picture."""

    def __init__(self, motion: Motion, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._moves: list[Move] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAMES_MS[motion])
        self._timer.timeout.connect(self._beat)

    def join(self, move: Move) -> None:
        """Have ``move`` called before each picture; once, however often it joins."""
        if move not in self._moves:
            self._moves.append(move)
        if not self._timer.isActive():
            self._timer.start()

    def leave(self, move: Move) -> None:
        """Call it no more; one that has not joined may leave."""
        if move in self._moves:
            self._moves.remove(move)
        if not self._moves:
            self._timer.stop()

    def moves(self, move: Move) -> bool:
        """Whether it is called before each picture."""
        return move in self._moves

    @property
    def is_running(self) -> bool:
        """True while it beats."""
        return self._timer.isActive()

    def _beat(self) -> None:
        for move in tuple(self._moves):
            move()
