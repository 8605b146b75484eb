"""The io thread, seen from the other one."""

import asyncio
from collections.abc import AsyncGenerator

import pytest

from biofeed.core.engine import Engine
from biofeed.core.events import Action, Event, Tick
from biofeed.core.settings import EngineSettings
from biofeed.core.values import SessionExit
from biofeed.session.clock import VirtualClock, WallClock
from biofeed.session.closing import GIVE_UP_S
from biofeed.session.history import History
from biofeed.session.io_thread import JOIN_S, IoThread, NotEnding
from biofeed.session.replay import Replay
from biofeed.session.runner import Runner
from devices.source import Clock
from tests.core.making import recorded_of


def short_session() -> Runner:
    return Runner(
        source=Replay(lambda: recorded_of([1000.0] * 3)),
        engine=Engine(EngineSettings()),
        clock=VirtualClock(),
        history=History(),
        ticks=False,
    )


class Silence:
    """A source that says nothing, for as long as it is asked."""

    async def events(self, clock: Clock) -> AsyncGenerator[Event, None]:
        """Wait without an end."""
        del clock
        await asyncio.Event().wait()
        yield Tick(t_s=0.0)


def endless_session() -> Runner:
    return Runner(
        source=Silence(),
        engine=Engine(EngineSettings()),
        clock=WallClock(),
        history=History(),
    )


def test_a_person_may_act_at_any_moment_of_the_end() -> None:
    """A mark just as the loop closes, and one after, are no error of the window's."""
    for _ in range(20):
        thread = IoThread(short_session)
        over: list[BaseException | None] = []
        thread.when_over(over.append)
        thread.start()
        while not over:
            thread.submit(Action.MARK)
        for _ in range(100):
            thread.submit(Action.MARK)
        assert SessionExit.COMPLETED is thread.finish().history.tally.exit
        thread.submit(Action.MARK)
        assert [None] == over


def test_a_stop_before_anything_runs_is_not_lost() -> None:
    """Whoever changes their mind while it is being put together is heard."""
    thread = IoThread(endless_session)
    thread.submit(Action.STOP)
    thread.start()
    assert SessionExit.STOPPED is thread.finish().history.tally.exit


def test_an_end_that_does_not_come_is_told() -> None:
    """Not waited for in silence and without an end: said once, and then given up."""
    thread = IoThread(endless_session)
    thread.waits_s = 0.2
    told = list[str]()
    thread.start()
    with pytest.raises(NotEnding, match="did not end"):
        thread.finish(lambda: told.append("slow"))
    assert ["slow"] == told
    thread.submit(Action.STOP)
    thread.waits_s = JOIN_S
    assert SessionExit.STOPPED is thread.finish().history.tally.exit


def test_the_end_is_waited_for_as_long_as_a_disk_is() -> None:
    """A window that closes does not leave a recording to its fate."""
    assert GIVE_UP_S < JOIN_S
