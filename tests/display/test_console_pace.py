"""When the clinician's window draws: soon, seldom, and after the client's."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from biofeed.core.phase import Stage
from biofeed.display.console_pace import (
    AFTER_CLIENT_S,
    LEAST_BETWEEN_S,
    LOOK_AGAIN_MS,
    MIRROR_AFTER_S,
    QUIET_S,
    TELL_S,
    ConsolePace,
    Due,
)
from biofeed.display.sample_session import SampleSession
from biofeed.session.snapshot import Mark, Snapshot

LOOK_S = LOOK_AGAIN_MS / 1000.0


@pytest.fixture
def pace(time_s: list[float]) -> ConsolePace:
    return ConsolePace(lambda: time_s[0])


@pytest.fixture
def plays(pace: ConsolePace, time_s: list[float]) -> Callable[..., dict[Due, int]]:
    """Plays snapshots at their times; returns how often each was due."""

    def play(told: list[tuple[float, Snapshot]], lasts_s: float) -> dict[Due, int]:
        counts = dict.fromkeys(Due, 0)
        start_s, waiting = time_s[0], list(told)
        while time_s[0] < start_s + lasts_s:
            while waiting and start_s + waiting[0][0] <= time_s[0]:
                pace.heed(waiting.pop(0)[1])
            counts[pace.due()] += 1
            time_s[0] += LOOK_S
        return counts

    return play


def just_drawn(pace: ConsolePace, snapshot: Snapshot) -> None:
    pace.heed(snapshot)
    pace.note_drawn()


def test_what_is_new_is_left_to_the_client_first(pace: ConsolePace) -> None:
    """Two frames long; but a rush of news that never ends is not waited out."""
    pace.note_drawn()
    assert not pace.may_take(None)
    assert not pace.may_take(AFTER_CLIENT_S / 2)
    assert pace.may_take(AFTER_CLIENT_S)


def test_a_rush_of_news_keeps_nothing_from_being_taken(
    pace: ConsolePace, time_s: list[float]
) -> None:
    """At sixteen times the speed the newest is never old, and is taken all the same."""
    pace.note_drawn()
    time_s[0] += QUIET_S
    assert pace.may_take(0.001)


def test_a_new_beat_is_drawn_at_the_next_look(
    pace: ConsolePace, sample: SampleSession, time_s: list[float]
) -> None:
    """It does not wait for a second to be over."""
    just_drawn(pace, sample.at(300.0))
    time_s[0] += LEAST_BETWEEN_S
    pace.heed(sample.at(301.0))
    assert pace.due() is Due.CHARTS


@pytest.mark.parametrize(
    "change",
    [
        {"stage": Stage.PAUSED},
        {"marks": (Mark(t_s=300.0, text="touched"),)},
        {"notes": (Mark(t_s=300.0, text="a sigh"),)},
    ],
)
def test_what_somebody_did_is_drawn_at_the_next_look(
    pace: ConsolePace,
    sample: SampleSession,
    time_s: list[float],
    change: dict[str, object],
) -> None:
    """A clinician who pressed a key waits for what came of it."""
    before = sample.at(300.0)
    just_drawn(pace, before)
    time_s[0] += LEAST_BETWEEN_S
    pace.heed(replace(before, **change))  # type: ignore[arg-type]  # by name
    assert pace.due() is Due.CHARTS


def test_a_second_that_goes_by_leaves_its_turn_to_the_beat(
    pace: ConsolePace, sample: SampleSession, time_s: list[float]
) -> None:
    """A tick right before the next beat does not make the beat wait."""
    before = sample.at(300.0)
    just_drawn(pace, before)
    time_s[0] += 1.0
    pace.heed(replace(before, t_s=301.0))
    assert pace.due() is not Due.CHARTS
    time_s[0] += QUIET_S - 1.0
    assert pace.due() is Due.CHARTS


def test_it_draws_as_often_as_a_strap_notifies(
    plays: Callable[..., dict[Due, int]], sample: SampleSession
) -> None:
    """A minute of beats and ticks, each once a second: sixty drawings, as before."""
    told = []
    for second in range(60):
        beat = sample.at(300.0 + second)
        told += [(second + 0.4, beat), (second + 0.9, replace(beat, t_s=beat.t_s + 1))]
    counts = plays(told, 60.0)
    assert 58 <= counts[Due.CHARTS] <= 61
    assert 50 <= counts[Due.MIRROR] <= 61


def test_no_speed_makes_it_draw_more_often(
    plays: Callable[..., dict[Due, int]], sample: SampleSession
) -> None:
    """Sixteen seconds in one cost what they cost at once."""
    told = [(step / 16, sample.at(300.0 + step)) for step in range(160)]
    assert plays(told, 10.0)[Due.CHARTS] <= 10.0 / LEAST_BETWEEN_S + 1


def test_ages_count_while_nothing_comes(
    plays: Callable[..., dict[Due, int]],
    pace: ConsolePace,
    sample: SampleSession,
    time_s: list[float],
) -> None:
    """They are told twice a second; charts that would be the same are not drawn."""
    just_drawn(pace, sample.at(300.0))
    assert plays([], 10.0)[Due.CHARTS] == 0
    told = 0
    for _ in range(round(10.0 / LOOK_S)):
        time_s[0] += LOOK_S
        told += pace.tells()
    assert told == pytest.approx(10.0 / TELL_S, abs=2)


def test_the_client_s_picture_keeps_away_from_a_drawing(
    pace: ConsolePace, sample: SampleSession, time_s: list[float]
) -> None:
    """The client's window waits for one of them at a time."""
    just_drawn(pace, sample.at(300.0))
    assert pace.due() is Due.NOTHING
    time_s[0] += MIRROR_AFTER_S + 0.001
    assert pace.due() is Due.MIRROR
