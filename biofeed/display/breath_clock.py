"""Time as it passes for a breath that is shown in a replay."""

from collections.abc import Callable


class BreathClock:
    """Runs as fast as the replay plays, and stands with it; a jump takes no time.

    Parameters
    ----------
    now_s
        The display's steady clock, s.

    >>> shown_s = iter([0.0, 2.0, 5.0])
    >>> clock = BreathClock(lambda: next(shown_s))
    >>> clock.run_at(2.0)
    >>> clock.now_s()
    6.0
    """

    def __init__(self, now_s: Callable[[], float]) -> None:
        self._display_s = now_s
        self._before_s = now_s()
        self._speed = 0.0
        self._s = 0.0

    def run_at(self, speed: float) -> None:
        """Let so many seconds pass a second from now on."""
        self.now_s()
        self._speed = speed

    def now_s(self) -> float:
        """Seconds of breath so far."""
        now_s = self._display_s()
        self._s += (now_s - self._before_s) * self._speed
        self._before_s = now_s
        return self._s
