"""A session that its own limits end is closed and replayed like any other."""

from pathlib import Path

from biofeed.core.engine import Engine
from biofeed.core.events import Event
from biofeed.core.safety import limits_for
from biofeed.core.settings import EngineSettings
from biofeed.core.values import SessionEnded, SessionExit
from biofeed.session.io_thread import IoThread
from biofeed.session.plan import Plan, make_runner
from biofeed.session.reading import read_journal
from biofeed.session.replay import Replay
from devices.heart_rate import build
from devices.source import Notification


def fast_heart(lasts_s: float) -> list[Event]:
    """A strap on a heart at 160 bpm, a packet a beat."""
    return [
        Notification(
            t_s=0.5 + 0.375 * number,
            payload=build(heart_rate_bpm=160, rr_ticks=(384 + number % 5,)),
        )
        for number in range(round(lasts_s / 0.375))
    ]


def test_recording_is_closed_as_stopped_and_replays_to_the_same_end(
    tmp_path: Path,
) -> None:
    """The strap goes on, the session does not; a replay ends where it ended."""
    folder = tmp_path / "one"
    plan = Plan(
        name="one",
        source=Replay(lambda: fast_heart(120.0)),
        settings=EngineSettings(limits=limits_for(None)),
        speed=float("inf"),
        folder=folder,
        drives_itself=True,
    )
    io = IoThread(lambda: make_runner(plan, with_panel=False))
    io.start()
    io.finish()
    journal = read_journal(folder)
    assert journal.footer is not None
    assert SessionExit.STOPPED is journal.footer.exit
    assert plan.settings == journal.header.settings
    ended = journal.outputs[-1]
    assert isinstance(ended, SessionEnded)
    assert ended.t_s < 60.0
    engine = Engine(journal.header.settings)
    replayed = [out for event in journal.events for out in engine.receive(event)]
    assert ended == replayed[-1]
