"""What the clinician reads of a wait between two activations is what holds it up."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

import pytest

from biofeed.core.engine import Engine
from biofeed.core.events import Action, Command, Role
from biofeed.core.phase import PhaseKind
from biofeed.core.settings import EngineSettings
from biofeed.display import console_words as said
from biofeed.display.between_rises import is_between_rises, least_rest_left_s
from biofeed.display.console_acts import Act, WhyNot, available
from biofeed.display.console_facts import standing
from biofeed.display.console_script import tiles
from biofeed.display.durations import clock
from biofeed.display.phase_bars import phase_bars
from biofeed.display.reading import kind_of
from biofeed.display.sample_session import SampleSession
from biofeed.display.tile_widths import When
from biofeed.session.history import History
from biofeed.session.protocols import load_protocol
from biofeed.session.snapshot import Snapshot

EARLY_S = 30.0
"""How long a settle has gone on when a clinician begins to go on, s."""


@pytest.fixture(scope="module")
def early(training: SampleSession) -> list[Snapshot]:
    """From a clinician's going on early until the next rise, second by second."""
    return list(_seconds(training))


def _seconds(training: SampleSession) -> Iterator[Snapshot]:
    protocol = load_protocol("settling")
    engine = Engine(EngineSettings(waits_for_start=True, protocol=protocol))
    history = History(protocol=protocol)
    settle_s = training.first(lambda s: kind_of(s) is PhaseKind.SETTLE).t_s
    told_s, waits = settle_s + EARLY_S, False
    for event, _ in training._said:
        history.add(event, engine.receive(event))
        if event.t_s < told_s + 1.0:
            continue
        told_s = event.t_s
        snapshot = history.freeze(told_s)
        waits = waits or is_between_rises(snapshot)
        if waits:
            yield snapshot
        else:
            # Once for the question, once for the rest, and once for what is after it.
            press = Command(t_s=told_s, action=Action.ADVANCE, role=Role.CLINICIAN)
            history.add(press, engine.receive(press))
        if waits and kind_of(snapshot) is PhaseKind.ACTIVATE:
            return


def test_the_least_time_is_the_reason_while_it_holds(early: list[Snapshot]) -> None:
    """Who goes on early reads of the least time, and when that is over: to the second.

    The heart is at rest long before: it is not what is waited for.
    """
    *waiting, risen = early
    assert len(waiting) > 15
    assert risen.phase is not None
    for snapshot in waiting:
        left_s = least_rest_left_s(snapshot)
        assert is_between_rises(snapshot)
        assert abs(snapshot.t_s + left_s - risen.phase.t_s) <= 1.0
        if not left_s:
            continue
        reasons = available(snapshot, ceiling_z=8.0)
        assert WhyNot.LEAST_REST is reasons[Act.ADVANCE]
        assert standing(snapshot)[0] == said.LEAST_REST
        assert said.LEFT.format(left=clock(left_s)) in standing(snapshot)
        (now,) = (tile for tile in tiles(snapshot) if tile.when is When.NOW)
        assert f"−{clock(left_s)}" == now.time


def test_the_heart_is_the_reason_once_the_time_is_over(early: list[Snapshot]) -> None:
    """A heart that is not down holds it up alone, until the session would close."""
    waits = early[0]
    assert waits.phase is not None
    assert waits.phase.ends_s is not None
    later = replace(waits, t_s=waits.t_s + 200.0)
    reasons = available(later, ceiling_z=8.0)
    assert WhyNot.HEART_COMES_DOWN is reasons[Act.ADVANCE]
    closes = said.CLOSES_IN.format(left=clock(waits.phase.ends_s - later.t_s))
    assert standing(later)[:2] == (said.HEART_NOT_DOWN, closes)


def test_a_wait_is_no_progress(early: list[Snapshot]) -> None:
    """What was done before it stays done: nothing fills up towards a limit.

    Only what comes after it moves the bars on.
    """
    *waiting, risen = early
    late = replace(waiting[-1], t_s=waiting[0].t_s + 250.0)
    seen = {(phase_bars(each).current, phase_bars(each).share) for each in waiting}
    assert {(phase_bars(late).current, phase_bars(late).share)} == seen
    ((current, share),) = seen
    assert share == 1.0
    assert phase_bars(risen).current == current + 1


def test_a_rest_of_the_script_waits_for_nothing(training: SampleSession) -> None:
    """A rest that lasts its time is told as a rest, and can be ended."""
    rests = takewhile(
        lambda s: kind_of(s) is PhaseKind.REST,
        (
            training.at(training.first(_rests).t_s + after_s)
            for after_s in (1.0, 20.0, 60.0)
        ),
    )
    for snapshot in rests:
        assert not is_between_rises(snapshot)
        assert standing(snapshot)[0] == said.PHASES[PhaseKind.REST]
        assert available(snapshot, ceiling_z=8.0)[Act.ADVANCE] is None


def _rests(snapshot: Snapshot) -> bool:
    return kind_of(snapshot) is PhaseKind.REST
