"""Plays a recording back as a session: every event at its time, at any speed.

The grid is driven by ticks that are merged into the events here, and not by a running
clock, and so is the end: a replay depends on nothing but the recording.
"""

from collections.abc import AsyncGenerator, Callable, Iterable, Iterator
from math import ceil

from biofeed.core.events import Action, Command, Event, Role, Tick
from devices.source import Clock


class Replay:
    """The events of a recording, said again.

    Parameters
    ----------
    events
        Gives them from the start, in order, as often as it is called.
    """

    def __init__(self, events: Callable[[], Iterable[Event]]) -> None:
        self._events = events

    async def events(self, clock: Clock) -> AsyncGenerator[Event, None]:
        """Yield each event unchanged when the clock has reached its time."""
        for event in with_ticks(with_end(self._events())):
            await clock.sleep_until_s(event.t_s)
            yield event


def with_ticks(events: Iterable[Event]) -> Iterator[Event]:
    """Add a tick at each grid point that no event would show at its time.

    >>> from biofeed.core.events import Action, Command
    >>> stop = Command(t_s=2.5, action=Action.STOP)
    >>> [event.t_s for event in with_ticks([Tick(t_s=0.5), stop])]
    [0.5, 1.0, 2.0, 2.5]
    """
    next_s: float | None = None
    for event in events:
        if next_s is None:
            next_s = float(ceil(event.t_s))
        while next_s < event.t_s:
            yield Tick(t_s=next_s)
            next_s += 1.0
        yield event


def with_end(events: Iterable[Event]) -> Iterator[Event]:
    """Stop where the recording does: at its own stop, or else after its last event.

    >>> from devices.source import BatteryLevel
    >>> events = [BatteryLevel(t_s=3.0, level_pct=80)]
    >>> [(type(event).__name__, event.t_s) for event in with_end(events)]
    [('BatteryLevel', 3.0), ('Command', 3.0)]
    """
    last_s = 0.0
    for event in events:
        last_s = max(last_s, event.t_s)
        yield event
        if isinstance(event, Command) and event.action is Action.STOP:
            return
    yield Command(t_s=last_s, action=Action.STOP, role=Role.PROGRAM)
