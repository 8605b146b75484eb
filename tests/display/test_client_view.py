"""What a phase withholds is not in the snapshot that the window is given."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.beat import Beat
from biofeed.core.episode import Episode
from biofeed.core.events import Role
from biofeed.core.guidance import Prompted, RoundEnded
from biofeed.core.phase import Feedback, PhaseKind
from biofeed.core.values import Notice, PhaseChanged, Second, SessionExit, State
from biofeed.display.client_view import client_view
from biofeed.display.sample_session import SampleSession
from biofeed.display.texts import texts
from biofeed.session.protocols import load_protocol
from biofeed.session.snapshot import HrvPanel, Mark, RecordingState, Snapshot
from tests.strategies import values_of

QUIET = (Feedback.SPARSE, Feedback.BLIND)


class Figure(float):
    """A number that tells of the body: known again wherever it turns up."""


figures = st.floats(-50.0, 200.0).map(Figure)


def _with_body(second: Second, figures: Sequence[float]) -> Second:
    bpm, ln_rmssd, arousal_z, arousal0_z, smoothed_z = figures
    return replace(
        second,
        heart_rate_bpm=bpm,
        ln_rmssd=ln_rmssd,
        arousal_z=arousal_z,
        arousal0_z=arousal0_z,
        smoothed_z=smoothed_z,
    )


@cache
def _strategy() -> st.SearchStrategy[Snapshot]:
    protocol = load_protocol("settling")
    steps = st.integers(0, len(protocol.phases) - 1)
    five = st.lists(figures, min_size=5, max_size=5)
    second = st.builds(_with_body, values_of(Second), five)
    phase = st.builds(
        lambda phase, step, level: replace(phase, step=step, feedback=level),
        values_of(PhaseChanged),
        st.none() | steps,
        st.sampled_from(QUIET),
    )
    panel = st.builds(
        lambda panel, value: replace(panel, indices={"HRV_RMSSD": value}),
        values_of(HrvPanel),
        figures,
    )
    trace = st.lists(figures, min_size=1, max_size=5).map(np.array)
    return st.builds(
        Snapshot,
        t_s=st.floats(0.0, 3000.0),
        speed=st.just(1.0),
        second=second,
        link=st.none(),
        battery_pct=st.none() | st.integers(0, 100),
        phase=phase,
        phases_done=st.just(()),
        calibration=st.none(),
        baseline=st.none(),
        trace_t_s=trace,
        trace_z=trace,
        beats=st.lists(values_of(Beat), max_size=2).map(tuple),
        episodes=st.lists(values_of(Episode), max_size=2).map(tuple),
        marks=st.just(()),
        notices=st.lists(values_of(Notice), max_size=2).map(tuple),
        panels=st.lists(panel, max_size=2).map(tuple),
        recording=st.sampled_from(RecordingState),
        ended=st.none(),
        protocol=st.just(protocol),
        prompt=st.builds(
            Prompted, t_s=st.just(0.0), key=st.sampled_from(list(texts()))
        ),
        rounds=st.lists(values_of(RoundEnded), max_size=2).map(tuple),
    )


def _held(value: object) -> Iterator[object]:
    """Everything within a value, however deep."""
    yield value
    if is_dataclass(value):
        for field in fields(value):
            yield from _held(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _held(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _held(each)


@given(_strategy())
def test_no_figure_of_the_body_survives(snapshot: Snapshot) -> None:
    """With one calm shape or nothing on screen, the window is given no such number."""
    view = client_view(snapshot)
    held = list(_held(view))
    assert [] == [each for each in held if isinstance(each, Figure)]
    assert [] == [each for each in held if isinstance(each, np.ndarray) and each.size]
    assert ((), (), ()) == (view.beats, view.episodes, view.panels)


@given(_strategy(), st.sampled_from(State), figures)
def test_two_bodies_look_alike_without_a_screen(
    snapshot: Snapshot, state: State, figure: Figure
) -> None:
    """The view of a blind phase is the same value whatever the body does."""
    assert snapshot.second is not None
    assert snapshot.phase is not None
    blind = replace(snapshot, phase=replace(snapshot.phase, feedback=Feedback.BLIND))
    second = replace(_with_body(snapshot.second, [figure] * 5), state=state)
    other = replace(blind, second=second, trace_z=blind.trace_z + 1.0, episodes=())
    assert client_view(blind) == client_view(other)


@given(_strategy(), st.sampled_from(SessionExit))
def test_nothing_is_withheld_at_the_end(snapshot: Snapshot, how: SessionExit) -> None:
    """Once a session is over, all of it may be seen."""
    ended = replace(snapshot, ended=how)
    assert client_view(ended) is ended


def test_nothing_is_withheld_with_full_feedback(training: SampleSession) -> None:
    """Where everything is shown, the view is the snapshot itself."""
    snapshot = training.at(400.0)
    assert client_view(snapshot) is snapshot


@pytest.mark.parametrize("level", QUIET)
def test_what_the_strap_says_stays(training: SampleSession, level: Feedback) -> None:
    """Signal, link and battery are never withheld."""
    snapshot = training.at(400.0)
    assert snapshot.phase is not None
    quiet = replace(snapshot, phase=replace(snapshot.phase, feedback=level))
    view = client_view(quiet)
    assert view.second is not None
    assert quiet.second is not None
    assert quiet.second.quality == view.second.quality
    assert quiet.second.beat_age_s == view.second.beat_age_s
    assert (quiet.link, quiet.battery_pct) == (view.link, view.battery_pct)


def test_one_calm_shape_knows_the_state(training: SampleSession) -> None:
    """That much is left where little is shown, and not where nothing is."""
    snapshot = training.at(400.0)
    assert snapshot.phase is not None
    views = [
        client_view(replace(snapshot, phase=replace(snapshot.phase, feedback=level)))
        for level in QUIET
    ]
    states = [view.second.state for view in views if view.second is not None]
    assert snapshot.second is not None
    assert [snapshot.second.state, State.UNKNOWN] == states


def test_a_pause_is_told_and_other_words_of_the_body_are_not(
    training: SampleSession,
) -> None:
    """A limit comes before any exercise; its figure does not come with it."""
    snapshot = training.at(400.0)
    phase = PhaseChanged(t_s=366.0, kind=PhaseKind.SETTLE, feedback=Feedback.BLIND)
    told = ("heart_rate_pause", "battery_low", "ceiling_reached")
    notices = tuple(Notice(t_s=380.0, code=code, detail="131") for code in told)
    view = client_view(replace(snapshot, phase=phase, notices=notices))
    kept = [(notice.code, notice.detail) for notice in view.notices]
    assert [("heart_rate_pause", ""), ("battery_low", "131")] == kept


def test_earlier_rounds_are_shown_once_the_round_is_over(
    training: SampleSession,
) -> None:
    """In the rest after a blind round the trace, and what it came to, are back."""
    blind = training.first(
        lambda snapshot: (
            snapshot.phase is not None and snapshot.phase.feedback is Feedback.BLIND
        )
    )
    assert 0 == client_view(blind).trace_z.size
    (past,) = (each for each in training.ended().rounds if each.number == 3)
    after = client_view(training.at(past.t_s + 2.0))
    assert after.trace_z.size > 1000
    assert past in after.rounds


def test_what_a_clinician_writes_stays_with_them(sample: SampleSession) -> None:
    """Their marks, notes and refusals are in no view of the person's, own ones are."""
    own = Mark(t_s=1.0, text="the message")
    theirs = Mark(t_s=2.0, text="tears", role=Role.CLINICIAN)
    refused = Notice(t_s=3.0, code="not_allowed", detail="advance")
    whole = replace(
        sample.at(340.0), marks=(own, theirs), notes=(theirs,), notices=(refused,)
    )

    view = client_view(whole)

    assert ((own,), (), ()) == (view.marks, view.notes, view.notices)
