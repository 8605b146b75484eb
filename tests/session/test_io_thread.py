"""The io thread, seen from the other one."""

from biofeed.core.engine import Engine
from biofeed.core.events import Action
from biofeed.core.settings import EngineSettings
from biofeed.core.values import SessionExit
from biofeed.session.clock import VirtualClock
from biofeed.session.closing import GIVE_UP_S
from biofeed.session.history import History
from biofeed.session.io_thread import JOIN_S, IoThread
from biofeed.session.replay import Replay
from biofeed.session.runner import Runner
from tests.core.making import recorded_of


def short_session() -> Runner:
    return Runner(
        source=Replay(lambda: recorded_of([1000.0] * 3)),
        engine=Engine(EngineSettings()),
        clock=VirtualClock(),
        history=History(),
        ticks=False,
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


def test_the_end_is_waited_for_as_long_as_a_disk_is() -> None:
    """A window that closes does not leave a recording to its fate."""
    assert GIVE_UP_S < JOIN_S
