"""What a replay shows of a moment."""

from dataclasses import replace

import pytest

from biofeed.core.events import Role
from biofeed.core.guidance import Asked
from biofeed.core.phase import Feedback, PhaseKind
from biofeed.display.client_view import client_view
from biofeed.display.replay_view import replay_view, shows_pacer
from biofeed.display.sample_session import SampleSession
from biofeed.session.outline import Moment, Outline
from biofeed.session.outlining import outline_of
from biofeed.session.snapshot import Mark, Replaying, Snapshot


def in_a_blind_settle(training: SampleSession) -> Snapshot:
    end = training.ended()
    blind = next(
        phase
        for phase in end.phases_done
        if (phase.kind, phase.feedback) == (PhaseKind.SETTLE, Feedback.BLIND)
    )
    return training.at(blind.t_s + 60.0)


def test_as_then_nothing_is_shown_that_was_withheld(training: SampleSession) -> None:
    """It is the very view that the person's window drew, but for what was asked."""
    then = in_a_blind_settle(training)
    view = replay_view(then, as_client_saw=True)
    expected = client_view(then)
    assert expected.trace_z.size == view.trace_z.size == 0
    assert repr(replace(expected, question=None)) == repr(view)


def test_all_of_it_is_shown_where_less_was(training: SampleSession) -> None:
    """A blind round can be looked at afterwards: with its trace and its state."""
    then = in_a_blind_settle(training)
    view = replay_view(then, as_client_saw=False)
    assert view.phase is not None
    assert Feedback.FULL is view.phase.feedback
    assert then.second == view.second
    assert then.trace_z.size == view.trace_z.size > 0


def test_a_quiet_view_knows_nothing_of_the_course(training: SampleSession) -> None:
    """Of the recording's outline it keeps how long it is, and no trace or round."""
    then = in_a_blind_settle(training)
    end = training.ended()
    outline = outline_of(end, end_s=end.t_s)
    replaying = Replaying(speed=1.0, is_playing=True, outline=outline)
    view = client_view(replace(then, replay=replaying))
    assert view.replay is not None
    assert Outline(end_s=end.t_s) == view.replay.outline
    assert view.replay.outline.trace_z.size == 0


def test_a_clinicians_marks_are_not_on_the_line(training: SampleSession) -> None:
    """The time line stands in the person's window."""
    marks = (
        Mark(t_s=1.0, text="mine"),
        Mark(t_s=2.0, text="theirs", role=Role.CLINICIAN),
    )
    end = replace(training.ended(), marks=marks)
    outline = outline_of(end, end_s=end.t_s)
    assert (Moment(t_s=1.0, text="mine"),) == outline.marks


@pytest.mark.parametrize("as_client_saw", [True, False])
def test_a_clinicians_words_are_not_shown(
    training: SampleSession, *, as_client_saw: bool
) -> None:
    """What was marked and noted from the other window stays there."""
    mine = Mark(t_s=1.0, text="mine")
    theirs = Mark(t_s=2.0, text="theirs", role=Role.CLINICIAN)
    moment = replace(training.at(340.0), marks=(mine, theirs), notes=(theirs,))
    view = replay_view(moment, as_client_saw=as_client_saw)
    assert "theirs" not in repr(view)


def test_nobody_is_asked(training: SampleSession) -> None:
    """A question of then cannot be answered now."""
    asked = next(
        moment
        for t_s in range(300, 1300)
        if (moment := training.at(float(t_s))).question is not None
    )
    assert asked.question is not None
    assert asked.question.asked in set(Asked)
    for as_client_saw in (True, False):
        assert replay_view(asked, as_client_saw=as_client_saw).question is None


def test_a_hurried_breath_is_left_out(training: SampleSession) -> None:
    """The pacer that was shown then is shown up to twice its pace, and no faster."""
    paced = replace(training.at(400.0), is_paced=True)
    shown = [
        shows_pacer(replace(paced, speed=speed)) for speed in (0.0, 0.5, 1.0, 2.0, 4.0)
    ]
    assert [True, True, True, True, False] == shown
    assert not shows_pacer(replace(paced, is_paced=False))
