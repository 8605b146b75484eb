"""A replay that is steered: wherever it is put, it is the session."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biofeed.core.engine import Engine
from biofeed.core.events import Action, Event, Tick
from biofeed.core.settings import EngineSettings
from biofeed.core.values import SessionExit
from biofeed.session.clock import VirtualClock
from biofeed.session.history import History
from biofeed.session.replay import Replay
from biofeed.session.replay_player import ReplayPlayer
from biofeed.session.replay_thread import ReplayControl, ReplayThread
from biofeed.session.runner import Runner
from biofeed.session.snapshot import SessionControl, Snapshot
from tests.manual_clock import ManualClock
from tests.session.made_sessions import heard

EVENTS: Sequence[Event] = [
    event for event in heard(620.0) if not isinstance(event, Tick)
]
"""With its rest learned, a rise and the way back."""

END_S = EVENTS[-1].t_s

Steering = Callable[[ReplayPlayer], None]


def assert_same(first: Snapshot, second: Snapshot) -> None:
    """Everything a window can draw, bit for bit."""
    for name in ("trace_t_s", "trace_z", "trace0_z", "trace_bpm"):
        np.testing.assert_array_equal(getattr(first, name), getattr(second, name))
    nothing = np.empty(0)
    bare = [
        replace(
            each,
            trace_t_s=nothing,
            trace_z=nothing,
            trace0_z=nothing,
            trace_bpm=nothing,
            replay=None,
            speed=1.0,
        )
        for each in (first, second)
    ]
    assert repr(bare[0]) == repr(bare[1])


def plainly() -> Snapshot:
    """What a replay that nobody steers comes to."""
    runner = Runner(
        source=Replay(lambda: EVENTS),
        engine=Engine(EngineSettings()),
        clock=VirtualClock(),
        history=History(),
        ticks=False,
    )
    asyncio.run(runner.run())
    return runner.history.freeze(END_S)


PLAINLY = plainly()


def made_player(clock: ManualClock, *, speed: float = 1.0) -> ReplayPlayer:
    return ReplayPlayer(
        events=EVENTS, settings=EngineSettings(), clock=clock, speed=speed
    )


def steered(*steps: tuple[float, Steering], until_s: float) -> list[Snapshot]:
    """Play on a clock moved by hand, steering at its moments; what was published."""

    async def session() -> list[Snapshot]:
        clock, published = ManualClock(), list[Snapshot]()
        player = made_player(clock)
        player.subscribe(published.append)
        running = asyncio.create_task(player.run())
        for clock_s, steering in steps:
            await clock.advance_to_s(clock_s)
            steering(player)
        await clock.advance_to_s(until_s)
        player.submit(Action.STOP)
        await running
        return published

    return asyncio.run(session())


def seeking(t_s: float) -> Steering:
    return lambda player: player.seek(t_s)


def hurrying(speed: float) -> Steering:
    return lambda player: player.set_speed(speed)


class TestIdentity:
    def test_played_through_it_is_the_replay(self) -> None:
        """Steered by nobody, it comes to what a replay as fast as it goes does."""
        published = steered((0.0, hurrying(16.0)), until_s=END_S / 16.0 + 2.0)
        assert_same(PLAINLY, published[-1])

    @settings(max_examples=25, deadline=None)
    @given(
        wishes=st.lists(
            st.one_of(
                st.floats(-5.0, END_S + 5.0).map(seeking),
                st.sampled_from([0.5, 2.0, 16.0]).map(hurrying),
                st.just(ReplayPlayer.pause),
                st.just(ReplayPlayer.play),
            ),
            max_size=8,
        ),
        last_s=st.floats(0.0, END_S),
    )
    def test_put_anywhere_it_ends_as_the_session(
        self, wishes: list[Steering], last_s: float
    ) -> None:
        """However it was steered, played on to its end it is the same session."""
        steps = [(float(at), wish) for at, wish in enumerate(wishes)]
        on = float(len(steps))
        last = (hurrying(16.0), seeking(last_s), ReplayPlayer.play)
        published = steered(
            *steps, *((on, wish) for wish in last), until_s=on + END_S / 16.0 + 2.0
        )
        assert_same(PLAINLY, published[-1])

    @settings(max_examples=25, deadline=None)
    @given(first_s=st.floats(0.0, END_S), t_s=st.floats(0.0, END_S))
    def test_a_moment_is_the_same_from_both_sides(
        self, first_s: float, t_s: float
    ) -> None:
        """Sought from before or from behind, a moment is every event up to it."""
        history, engine = History(), Engine(EngineSettings())
        for event in (*EVENTS, *(Tick(t_s=float(s)) for s in range(int(t_s) + 1))):
            if not isinstance(event, Tick) and event.t_s <= t_s:
                history.add(event, engine.receive(event))
        tick = Tick(t_s=float(int(t_s)))
        history.add(tick, engine.receive(tick))
        sought = steered(
            (0.0, ReplayPlayer.pause),
            (1.0, seeking(first_s)),
            (2.0, seeking(t_s)),
            until_s=2.0,
        )
        there, expected = sought[-1], history.freeze(t_s)
        np.testing.assert_array_equal(expected.trace_t_s, there.trace_t_s)
        np.testing.assert_array_equal(expected.trace_z, there.trace_z)
        assert t_s == there.t_s


class TestSteering:
    def test_paused_it_stands_and_looks_current(self) -> None:
        """Nothing goes on, and what is shown is said anew, or it would look old."""
        published = steered((10.0, ReplayPlayer.pause), until_s=20.5)
        standing = [each for each in published if each.speed == 0.0]
        assert {10.0} == {each.t_s for each in standing}
        assert len(standing) >= 10
        assert all(each.replay and not each.replay.is_playing for each in standing)

    @pytest.mark.parametrize("speed", [0.5, 1.0, 2.0, 4.0, 8.0, 16.0])
    def test_it_runs_at_the_speed_asked_for(self, speed: float) -> None:
        """Ten seconds bring ten times the speed, and every snapshot says how fast."""
        published = steered((0.0, hurrying(speed)), until_s=10.0)
        assert published[-1].t_s == pytest.approx(10.0 * speed, abs=1.0)
        assert speed == published[-1].speed

    def test_the_newest_wish_counts(self) -> None:
        """Of many moments asked for at once, as in a drag, only the last is shown."""

        def drag(player: ReplayPlayer) -> None:
            for t_s in range(0, 600, 7):
                player.seek(float(t_s))

        published = steered((5.0, ReplayPlayer.pause), (6.0, drag), until_s=6.0)
        shown_s = [each.t_s for each in published if each.t_s > 5.0]
        assert {595.0} == set(shown_s)

    def test_at_its_end_it_stands_and_can_be_put_back(self) -> None:
        """The end is no dead end: from there one goes anywhere, or begins anew."""
        published = steered(
            (1.0, seeking(END_S)),
            (3.0, seeking(300.0)),
            (5.0, seeking(END_S + 9.0)),
            (7.0, ReplayPlayer.play),
            until_s=9.0,
        )
        ends = [each.ended for each in published]
        assert SessionExit.COMPLETED in ends
        back = ends.index(SessionExit.COMPLETED)
        assert None in ends[back:]
        assert 2.0 == pytest.approx(published[-1].t_s, abs=0.5)
        assert published[-1].ended is None

    def test_only_stop_is_obeyed(self) -> None:
        """What else is done to a replay does nothing to it."""

        def mark(player: ReplayPlayer) -> None:
            player.submit(Action.MARK, "now")

        published = steered((10.0, mark), until_s=12.0)
        assert () == published[-1].marks

    def test_nothing_is_shown_on_the_way(self) -> None:
        """Every snapshot is of one moment: its time and all that is in it."""

        def hurry(player: ReplayPlayer) -> None:
            player.seek(600.0)
            player.set_speed(2.0)
            player.pause()

        published = steered((5.0, hurry), until_s=8.0)
        for each in published:
            newest_s = each.trace_t_s[-1] if each.trace_t_s.size else 0.0
            assert each.t_s - newest_s <= 1.5

    def test_a_cut_of_a_day_begins_where_it_was_cut(self) -> None:
        """Ten hours into a file's clock there is no wait of ten hours."""
        late = [replace(each, t_s=each.t_s + 36_000.0) for each in EVENTS]

        async def session() -> list[Snapshot]:
            clock, published = ManualClock(), list[Snapshot]()
            player = ReplayPlayer(events=late, settings=EngineSettings(), clock=clock)
            player.subscribe(published.append)
            running = asyncio.create_task(player.run())
            await clock.advance_to_s(5.0)
            player.seek(0.0)
            await clock.advance_to_s(8.0)
            player.submit(Action.STOP)
            await running
            return published

        published = asyncio.run(session())
        assert min(each.t_s for each in published) >= 36_000.0
        assert any(each.second is not None for each in published)
        outlines = [each.replay.outline for each in published if each.replay]
        assert {36_000.0} == {outline.start_s for outline in outlines}

    @pytest.mark.parametrize("until_s", [0.0, 40.0])
    def test_stopped_anywhere_it_leaves_the_whole(self, until_s: float) -> None:
        """Whoever looks at a part is told of all of it in the end."""

        async def session() -> Snapshot:
            clock = ManualClock()
            player = made_player(clock)
            running = asyncio.create_task(player.run())
            await clock.advance_to_s(until_s)
            player.submit(Action.STOP)
            await running
            return player.history.freeze(END_S)

        assert_same(PLAINLY, asyncio.run(session()))

    def test_an_impossible_speed_is_refused(self) -> None:
        """Zero is no speed: a replay is paused."""
        for speed in (0.0, -1.0, float("inf"), float("nan")):
            with pytest.raises(ValueError, match="cannot be played"):
                made_player(ManualClock(), speed=speed)


class TestOutline:
    def test_it_grows_until_all_is_known(self) -> None:
        """The whole is gone through beside the replay, while that has just begun."""
        published = steered(until_s=2.0)
        outlines = [each.replay.outline for each in published if each.replay]
        known = [outline.known_s for outline in outlines]
        assert sorted(known) == known
        assert END_S == outlines[-1].end_s == outlines[-1].known_s
        assert outlines[-1].episodes
        assert 1 == len(outlines[-1].marks)


def test_the_thread_is_both_controls() -> None:
    """A window steers and stops a replay from its own thread."""
    ended = list[Snapshot]()
    thread = ReplayThread(
        lambda: ReplayPlayer(
            events=EVENTS, settings=EngineSettings(), clock=VirtualClock()
        )
    )
    steering: ReplayControl = thread
    control: SessionControl = thread

    def stop_at_end(snapshot: Snapshot) -> None:
        if snapshot.ended is not None:
            ended.append(snapshot)
            control.submit(Action.STOP)

    control.subscribe(stop_at_end)
    thread.start()
    steering.seek(600.0)
    assert thread.finish().history.tally.exit is SessionExit.COMPLETED
    assert_same(PLAINLY, ended[0])
