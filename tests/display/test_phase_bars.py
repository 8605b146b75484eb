"""How far along a session is, as a value."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from biofeed.core.events import Action, Command, Event, Role, Tick
from biofeed.core.phase import ExitRule, PhaseKind
from biofeed.core.protocol import CLOSING
from biofeed.core.settings import EngineSettings
from biofeed.core.values import PhaseChanged
from biofeed.display import words
from biofeed.display.phase_bars import PhaseBars, phase_bars
from biofeed.display.phase_strip import PhaseStrip
from biofeed.display.sample_session import SampleSession
from biofeed.session.protocols import load_protocol


def test_a_training_shows_all_of_its_phases(training: SampleSession) -> None:
    """What is over, what goes on, and what is to come."""
    snapshot = training.at(400.0)
    bars = phase_bars(snapshot)
    kinds = [phase.kind for phase in snapshot.protocol.phases]
    assert [words.PHASES[kind] for kind in kinds] == list(bars.names)
    assert 3 == bars.current
    assert ("settle", "round 1 of 3") == (bars.word, bars.round_words)


def test_outside_of_rounds_no_round_is_named(training: SampleSession) -> None:
    """Arriving and learning the rest belong to none."""
    assert "" == phase_bars(training.at(200.0)).round_words


def test_open_practice_shows_what_was(sample: SampleSession) -> None:
    """Nobody knows what comes where there is no script."""
    bars = phase_bars(sample.at(400.0))
    assert ("arrive", "learn your rest", "settle") == bars.names
    assert 2 == bars.current
    assert "" == bars.round_words


def test_a_phase_is_counted_once(sample: SampleSession) -> None:
    """The phase under way is not repeated where it is also among those done."""
    snapshot = sample.at(400.0)
    assert snapshot.phase is not None
    twice = replace(snapshot, phases_done=(*snapshot.phases_done, snapshot.phase))
    assert phase_bars(snapshot) == phase_bars(twice)


@pytest.mark.parametrize(
    ("ends_s", "share"), [(None, 1.0), (400.0, 0.5), (320.0, 1.0), (300.0, 1.0)]
)
def test_the_share_done_follows_the_time_there_is(
    training: SampleSession, ends_s: float | None, share: float
) -> None:
    """A phase without an end is full; no share is ever beyond the whole."""
    phase = PhaseChanged(t_s=300.0, kind=PhaseKind.SETTLE, ends_s=ends_s, step=3)
    snapshot = replace(training.at(350.0), phase=phase)
    assert pytest.approx(share) == phase_bars(snapshot).share


def test_a_rest_learned_anew_keeps_its_place(training: SampleSession) -> None:
    """What is in no script stands where the script was left."""
    anew = PhaseChanged(t_s=390.0, kind=PhaseKind.CALIBRATE)
    snapshot = training.at(400.0)
    assert snapshot.phase is not None
    done = (*snapshot.phases_done, snapshot.phase)
    bars = phase_bars(replace(snapshot, phase=anew, phases_done=done))
    assert (3, "learn your rest", "") == (bars.current, bars.word, bars.round_words)


def test_before_the_first_phase_there_is_nothing(training: SampleSession) -> None:
    """No bar is drawn of what is not known yet."""
    assert PhaseBars() == phase_bars(replace(training.at(0.5), phase=None))


def test_a_screen_reader_is_told_the_same(training: SampleSession) -> None:
    """Phase and round first, then all of them."""
    told = phase_bars(training.at(400.0)).told
    assert told.startswith("settle, round 1 of 3; arrive, learn your rest, rise")


@pytest.fixture(scope="module")
def held() -> SampleSession:
    """A settle that a clinician holds up for a minute, resumes, and makes longer."""
    settling = load_protocol("settling")
    settle = next(phase for phase in settling.phases if phase.kind is PhaseKind.SETTLE)
    settle = replace(settle, ends=(ExitRule.TIME,), longest_s=100.0)
    protocol = replace(settling, phases=(settle, CLOSING), asks_ratings=False)
    acts = {30: Action.HOLD, 90: Action.RESUME, 110: Action.EXTEND}
    events: list[Event] = [
        Command(t_s=float(t_s), action=acts[t_s], role=Role.CLINICIAN, value=60.0)
        if t_s in acts
        else Tick(t_s=float(t_s))
        for t_s in range(150)
    ]
    return SampleSession(events, EngineSettings(protocol=protocol))


def test_a_phase_that_is_held_up_stands_where_it_was(
    held: SampleSession, qtbot: QtBot
) -> None:
    """Neither over nor further on; nor does one begin anew that is made longer."""
    strip = PhaseStrip()
    qtbot.addWidget(strip)
    shown = {}
    for t_s in (29.0, 31.0, 89.0, 100.0, 120.0):
        strip.show_bars(phase_bars(held.at(t_s)))
        shown[t_s] = strip.bars.share
    assert {
        29.0: pytest.approx(0.29),
        31.0: pytest.approx(0.29),
        89.0: pytest.approx(0.29),
        100.0: pytest.approx(100.0 / 160.0),
        120.0: pytest.approx(120.0 / 220.0),
    } == shown


def test_one_that_is_first_seen_held_up_is_not_full(
    held: SampleSession, qtbot: QtBot
) -> None:
    """Where nobody saw how far it had come, it stands at its beginning."""
    strip = PhaseStrip()
    qtbot.addWidget(strip)
    strip.show_bars(phase_bars(held.at(60.0)))
    assert strip.bars.share == 0.0
