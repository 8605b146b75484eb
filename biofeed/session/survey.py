"""Goes through a whole recording once, beside its replay: outline and footholds.

Rules
-----
- It lets others run after every few milliseconds of work; to keep a foothold takes
  50 ms at hour six of a recording.
- A foothold is a place that was folded already: to go back is to fold on from the one
  before, so that it takes the same time in a day's recording as in an hour's.
"""

import asyncio
from bisect import bisect_right
from collections.abc import Callable

from biofeed.core.settings import EngineSettings
from biofeed.session.folding import Folding
from biofeed.session.outline import Outline
from biofeed.session.outlining import outline_of
from biofeed.session.reel import Reel

STRETCH = 100
"""Events folded without a break: about 10 ms of work."""

FOOTHOLDS = 24
"""As many as a day has hours: 60 MB of traces, and about a second to any place."""

LEAST_APART = 500
"""Events between two footholds; folding these takes less time than a foothold."""


class Survey:
    """What is known of a recording's whole.

    Attributes
    ----------
    outline
        As far as has been gone through.
    """

    def __init__(self, reel: Reel, settings: EngineSettings) -> None:
        self.outline = Outline(start_s=reel.start_s, end_s=reel.end_s)
        self._reel = reel
        self._footholds = [Folding(settings)]
        self._furthest = self._footholds[0]
        self._apart = max(LEAST_APART, len(reel) // FOOTHOLDS)

    def nearest(self, count: int) -> Folding:
        """The furthest place with at most so many events in it; not to be gone on."""
        if self._furthest.done <= count:
            return self._furthest
        index = bisect_right(self._footholds, count, key=lambda place: place.done)
        return self._footholds[index - 1]

    async def run(self, tell: Callable[[], None]) -> None:
        """Go through all of it; ``tell`` at each foothold, and at the end."""
        reel, place = self._reel, self._footholds[0].copy()
        self._furthest = place
        while place.done < len(reel):
            place.take(reel.events[place.done : place.done + STRETCH])
            await asyncio.sleep(0)
            if place.done - self._footholds[-1].done >= self._apart:
                self._footholds.append(place.copy())
                self._draw_up(place)
                tell()
        self._draw_up(place)
        tell()

    def _draw_up(self, place: Folding) -> None:
        reel, t_s = self._reel, self._reel.due_s(place.done - 1)
        self.outline = outline_of(
            place.history.freeze(t_s), start_s=reel.start_s, end_s=reel.end_s
        )
