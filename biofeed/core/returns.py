"""Waits for what the measures of a return still need, and fills them in.

The share that came back after five minutes, and the exponential, need data from after
the settling. Until then an episode carries what can be said already.
"""

from dataclasses import replace

from biofeed.core.episode import Episode
from biofeed.core.settling import (
    AFTER_SETTLED_S,
    AROUND_S,
    RECOVERY_AT_S,
    measure_return,
)
from biofeed.core.trace import Trace


def with_return(trace: Trace, episode: Episode, *, until_s: float) -> Episode:
    """Fill in the measures of an ended episode from what was seen by ``until_s``.

    One that never turned has no return to measure.
    """
    if episode.release_s is None:
        return episode
    came_back = measure_return(
        trace,
        peak_z=episode.peak_z,
        release_s=episode.release_s,
        settled_s=episode.settled_s,
        until_s=until_s,
    )
    return replace(
        episode,
        half_life_s=came_back.half_life_s,
        half_life_method=came_back.half_life_method,
        recovered_pct=came_back.recovered_pct,
    )


class PendingReturns:
    """Settled episodes whose later measures are not in yet."""

    def __init__(self, trace: Trace) -> None:
        self._trace = trace
        self._pending: list[Episode] = []

    def add(self, episode: Episode) -> None:
        """Wait for the rest of a settled episode's data."""
        self._pending.append(episode)

    def withdraw(self, number: int) -> None:
        """Forget an episode that was reopened."""
        self._pending = [e for e in self._pending if e.number != number]

    def due(self, t_s: float) -> list[Episode]:
        """Episodes whose data are complete at ``t_s``, measured for good."""
        ripe = [e for e in self._pending if _complete_s(e) <= t_s]
        if ripe:
            self._pending = [e for e in self._pending if e not in ripe]
        return [with_return(self._trace, e, until_s=t_s) for e in ripe]

    def close(self, t_s: float) -> list[Episode]:
        """Measure all with what was seen by ``t_s``: the next rise, or the end."""
        pending, self._pending = self._pending, []
        return [with_return(self._trace, e, until_s=t_s) for e in pending]


def _complete_s(episode: Episode) -> float:
    assert episode.release_s is not None
    assert episode.settled_s is not None
    return max(
        episode.settled_s + AFTER_SETTLED_S,
        episode.release_s + RECOVERY_AT_S[-1] + AROUND_S,
    )
