"""How long a phase has gone on and how long it still may, while it is not held up."""


class PhaseClock:
    """One phase's time.

    Attributes
    ----------
    began_s
        When it began, on the session's clock, s.
    ends_s
        When its longest time is over, s; None where it has none, or is held up.
    """

    def __init__(self, began_s: float, longest_s: float | None) -> None:
        self.began_s = began_s
        self._ends_s = None if longest_s is None else began_s + longest_s
        self._held_up_s = 0.0
        self._since_s: float | None = None

    @property
    def ends_s(self) -> float | None:
        """When its longest time is over, s; None where nobody knows."""
        return self._ends_s if self._since_s is None else None

    @property
    def is_held_up(self) -> bool:
        """Whether it stands still."""
        return self._since_s is not None

    def elapsed_s(self, t_s: float) -> float:
        """How long it has gone on at ``t_s``, without what it was held up, s."""
        until_s = t_s if self._since_s is None else self._since_s
        return until_s - self.began_s - self._held_up_s

    def is_over(self, t_s: float) -> bool:
        """Whether its longest time is over at ``t_s``."""
        return self.ends_s is not None and t_s >= self.ends_s

    def is_over_before(self, t_s: float) -> bool:
        """Whether its longest time is over before ``t_s``."""
        return self.ends_s is not None and self.ends_s < t_s

    def hold_up(self, t_s: float) -> None:
        """Stand still from ``t_s`` on."""
        if self._since_s is None:
            self._since_s = t_s

    def go_on(self, t_s: float) -> None:
        """Go on at ``t_s``; what is left of the time is left."""
        if self._since_s is not None:
            held_up_s = t_s - self._since_s
            self._held_up_s += held_up_s
            if self._ends_s is not None:
                self._ends_s += held_up_s
            self._since_s = None

    def extend(self, by_s: float) -> None:
        """Let it last longer."""
        if self._ends_s is not None:
            self._ends_s += by_s
