"""A recording as a source: what was once said, said again at its own times."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass

from devices.source import Clock, SourceEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Playback:
    """Plays what a source once said; the clock decides how fast.

    Attributes
    ----------
    said
        In order of ``t_s``, from the recording. Read once for each call of ``events``,
        one event ahead of none: a generator serves, for a single performance.
    """

    said: Iterable[SourceEvent]

    async def events(self, clock: Clock) -> AsyncIterator[SourceEvent]:
        """Yield each event unchanged, when the clock has reached its time.

        An event whose time has passed comes at once: none is skipped.
        """
        for event in self.said:
            await clock.sleep_until_s(event.t_s)
            yield event
