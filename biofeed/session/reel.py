"""All events of a recording in their order, and when each of them is due."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import floor

from biofeed.core.events import Event
from biofeed.session.replay import with_end, with_ticks


class Reel:
    """A recording with its ticks and its end, to be played from anywhere.

    Attributes
    ----------
    events
        In the order in which they are folded.
    start_s, end_s
        The whole second in which the first is due, and when the last is, s.

    Parameters
    ----------
    events
        What was recorded, in order.
    """

    def __init__(self, events: Iterable[Event]) -> None:
        self.events: Sequence[Event] = list(with_ticks(with_end(events)))
        # A late event is due with those that overtook it.
        self._due_s = list(accumulate((event.t_s for event in self.events), max))
        self.start_s, self.end_s = float(floor(self._due_s[0])), self._due_s[-1]

    def __len__(self) -> int:
        """How many events there are; one at least."""
        return len(self.events)

    def due_s(self, index: int) -> float:
        """When an event happens, s."""
        return self._due_s[index]

    def count_until(self, t_s: float) -> int:
        """How many events have happened at ``t_s``."""
        return bisect_right(self._due_s, t_s)
