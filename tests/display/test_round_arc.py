"""The arc of the round that has just ended, in the rest after it."""

from dataclasses import replace

import numpy as np
import pytest

from biofeed.core.phase import Feedback, PhaseKind, Stage
from biofeed.core.values import PhaseChanged
from biofeed.display.arc_watch import ArcWatch
from biofeed.display.client_view import client_view
from biofeed.display.round_arc import just_ended, round_arc
from biofeed.display.sample_session import SampleSession
from biofeed.display.sample_training import sample_training
from biofeed.session.snapshot import Snapshot


@pytest.fixture(scope="module")
def training() -> SampleSession:
    return sample_training("settling")


@pytest.fixture(scope="module")
def resting(training: SampleSession) -> Snapshot:
    """Twenty seconds into the rest after the second round."""
    past = training.first(lambda seen: len(seen.rounds) == 2).rounds[-1]
    return training.at(past.t_s + 20.0)


def test_it_is_of_the_round_that_ended_with_the_earlier_ones_behind(
    resting: Snapshot,
) -> None:
    """The second round is drawn, the first one faint behind it."""
    told = round_arc(resting)
    assert told is not None
    assert (2, 1) == (told.number, len(told.ghosts))
    assert told.sentence.head


def test_what_the_body_does_in_the_rest_does_not_move_it(
    training: SampleSession, resting: Snapshot
) -> None:
    """Later in the same rest it is the same picture."""
    later = training.at(resting.t_s + 60.0)
    before, after = round_arc(resting), round_arc(later)
    assert before is not None
    assert after is not None
    assert np.array_equal(before.arc.z, after.arc.z, equal_nan=True)


@pytest.mark.parametrize("level", [Feedback.SPARSE, Feedback.BLIND])
def test_nothing_is_drawn_where_less_is_shown(
    resting: Snapshot, level: Feedback
) -> None:
    """Neither of the whole snapshot nor of the view of it."""
    assert resting.phase is not None
    quiet = replace(resting, phase=replace(resting.phase, feedback=level))
    assert just_ended(quiet) is None
    assert just_ended(client_view(quiet)) is None


def test_nothing_is_drawn_beside_what_has_to_be_done(resting: Snapshot) -> None:
    """In an activation, in a pause, and after the rest that followed."""
    assert resting.phase is not None
    assert just_ended(replace(resting, stage=Stage.PAUSED)) is None
    next_one = PhaseChanged(t_s=resting.t_s, kind=PhaseKind.ACTIVATE, step=8)
    assert just_ended(replace(resting, phase=next_one)) is None
    later = PhaseChanged(t_s=resting.t_s, kind=PhaseKind.REST, step=10)
    assert just_ended(replace(resting, phase=later)) is None


def test_it_is_put_away_once(resting: Snapshot) -> None:
    """And the same object is told until then, so that it draws itself once."""
    watch = ArcWatch()
    told = watch.told(resting)
    assert told is not None
    assert told is watch.told(resting)
    assert watch.put_away(resting)
    assert watch.told(resting) is None
    assert not watch.put_away(resting)


def test_an_activation_that_is_still_open_is_told_as_high_as_it_was(
    resting: Snapshot,
) -> None:
    """The share that came back is of its height, not of where it was confirmed."""
    past, one = resting.rounds[-1], resting.practised[-1]
    assert one.episode is not None
    assert one.left_z is not None
    t_s, z = resting.trace_t_s, resting.trace_z
    highest_z = float(np.nanmax(z[(t_s >= past.activated_s) & (t_s <= past.ended_s)]))
    assert highest_z == one.episode.peak_z
    assert one.came_back_share == pytest.approx(1.0 - one.left_z / highest_z)
