"""A recording as a source: what was once said, said again at its own times."""

from collections.abc import AsyncGenerator, Iterable

from devices.source import Clock, SourceEvent


class Playback:
    """Plays what a source once said; the clock decides how fast.

    Parameters
    ----------
    said
        In order of ``t_s``. It is read one event at a time, as they are due, and anew
        for each call of ``events``: a list can be played again, a generator cannot.
    """

    def __init__(self, said: Iterable[SourceEvent]) -> None:
        self._said = said

    async def events(self, clock: Clock) -> AsyncGenerator[SourceEvent, None]:
        """Yield each event unchanged, when the clock has reached its time.

        An event whose time has passed already comes at once; none is left out.
        """
        for event in self._said:
            await clock.sleep_until_s(event.t_s)
            yield event
