"""What is heard: decided from what the person's window may know, and from no more."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.phase import Feedback, PhaseKind, Stage
from biofeed.core.values import PhaseChanged, Second, SessionExit, State
from biofeed.display.breath import Breath, BreathMoment
from biofeed.display.bridge import Received
from biofeed.display.client_view import client_view
from biofeed.display.sample_session import SampleSession
from biofeed.display.sound_choice import SoundChoice
from biofeed.display.sounding import FOLLOW_EVERY_S, REST_HZ, Sounding, pitch_hz
from biofeed.display.tones import SHORTEST_S, Cue, Voice
from biofeed.session.snapshot import Snapshot

NOW_S = 1000.0

AWAY = BreathMoment(fullness=0.0, is_in=True, left_s=0.0, recalls_softness=False)

Body = Callable[..., Snapshot]


@pytest.fixture
def body(training: SampleSession) -> Body:
    """A body in a phase, at a level of feedback, in a state, so high."""
    usual = training.at(400.0)
    assert usual.second is not None
    second: Second = usual.second

    def snapshot(
        state: State,
        smoothed_z: float,
        *,
        kind: PhaseKind = PhaseKind.SETTLE,
        level: Feedback = Feedback.FULL,
        stage: Stage = Stage.RUNNING,
    ) -> Snapshot:
        phase = PhaseChanged(t_s=366.0, kind=kind, feedback=level, step=3)
        now = replace(second, state=state, smoothed_z=smoothed_z, why_unknown=None)
        return replace(usual, second=now, phase=phase, stage=stage, ended=None)

    return snapshot


def heard(
    snapshots: Iterable[Snapshot], choice: SoundChoice, step_s: float = 1.0
) -> list[Cue]:
    """All tones of a session that goes on by a snapshot each ``step_s``."""
    sounding, cues = Sounding(choice), list[Cue]()
    for number, snapshot in enumerate(snapshots):
        now_s = NOW_S + number * step_s
        received = Received(snapshot=client_view(snapshot), received_s=now_s)
        cues += sounding.hear(received, None, now_s).cues
    return cues


def way_down(body: Body, **what: Feedback | Stage) -> list[Snapshot]:
    """From nine to one within a minute, with a wobble."""
    return [
        body(State.COMING_BACK, 9.0 - 0.15 * second + (second % 5), **what)
        for second in range(60)
    ]


class TestTheFollowingTone:
    def test_it_goes_down_and_never_up(self, body: Body) -> None:
        """However the trace wobbles, each tone begins where the last one ended."""
        cues = heard(way_down(body), SoundChoice.FOLLOW)
        assert len(cues) > 5
        assert {Voice.FOLLOW} == {cue.voice for cue in cues}
        assert all(cue.to_hz <= cue.from_hz for cue in cues)
        assert all(one.to_hz == other.from_hz for one, other in pairwise(cues))
        assert cues[-1].to_hz < cues[0].from_hz

    def test_it_is_slow(self, body: Body) -> None:
        """A swell each six seconds, with silence between."""
        cues = heard(way_down(body), SoundChoice.FOLLOW, step_s=0.25)
        assert len(cues) <= 1 + 60 * 0.25 / FOLLOW_EVERY_S
        assert all(SHORTEST_S < cue.length_s < FOLLOW_EVERY_S for cue in cues)

    @pytest.mark.parametrize("level", [Feedback.SPARSE, Feedback.BLIND])
    def test_it_tells_nothing_where_less_is_shown(
        self, body: Body, level: Feedback
    ) -> None:
        """One shape or nothing on screen, and nothing of the body in the ear."""
        assert [] == heard(way_down(body, level=level), SoundChoice.FOLLOW)

    @given(st.lists(st.tuples(st.sampled_from(State), st.floats(-5.0, 30.0))))
    def test_two_bodies_sound_alike_where_less_is_shown(
        self, training: SampleSession, bodies: list[tuple[State, float]]
    ) -> None:
        """Whatever a body does in a blind or sparse phase, the same is heard."""
        usual = training.at(400.0)
        assert usual.second is not None
        for level in (Feedback.SPARSE, Feedback.BLIND):
            phase = PhaseChanged(
                t_s=366.0, kind=PhaseKind.SETTLE, feedback=level, step=3
            )
            seen = [
                replace(
                    usual,
                    phase=phase,
                    second=replace(usual.second, state=state, smoothed_z=z),
                )
                for state, z in bodies
            ]
            for choice in SoundChoice:
                assert [] == heard(seen, choice)

    def test_the_view_is_not_all_that_holds_it_back(self, body: Body) -> None:
        """Even given the whole of a body, it keeps to the level."""
        sounding = Sounding(SoundChoice.FOLLOW)
        for number, each in enumerate(way_down(body, level=Feedback.SPARSE)):
            now_s = NOW_S + number
            whole = Received(snapshot=each, received_s=now_s)
            assert () == sounding.hear(whole, None, now_s).cues

    def test_a_rise_is_met_with_silence(self, body: Body) -> None:
        """What sounds fades, and begins anew on the next way down."""
        sounding = Sounding(SoundChoice.FOLLOW)
        states = (State.COMING_BACK, State.ACTIVATED, State.ACTIVATED)
        decided = [
            sounding.hear(
                Received(snapshot=body(state, 8.0), received_s=NOW_S), None, NOW_S
            )
            for state in states
        ]
        assert [1, 0, 0] == [len(each.cues) for each in decided]
        assert [frozenset(), frozenset({Voice.FOLLOW}), frozenset()] == [
            each.hushed for each in decided
        ]

    @pytest.mark.parametrize(
        "state", [State.SETTLED, State.ACTIVATED, State.ABOVE_REST, State.UNKNOWN]
    )
    def test_it_begins_on_a_way_down_alone(self, body: Body, state: State) -> None:
        """Not at rest, not with a rise, not where nothing is known."""
        assert [] == heard([body(state, 5.0)] * 20, SoundChoice.FOLLOW)

    @pytest.mark.parametrize("stage", [Stage.HELD, Stage.ASKING, Stage.PAUSED])
    def test_the_held_moment_is_silent(self, body: Body, stage: Stage) -> None:
        """Being settled is felt without a task."""
        down = way_down(body, stage=stage)
        assert not [
            cue for cue in heard(down, SoundChoice.FOLLOW) if cue.voice is Voice.FOLLOW
        ]

    def test_what_is_old_is_not_played(self, body: Body) -> None:
        """Four seconds after the last snapshot nothing is told of the body."""
        sounding = Sounding(SoundChoice.FOLLOW)
        received = Received(snapshot=body(State.COMING_BACK, 8.0), received_s=NOW_S)
        assert sounding.hear(received, None, NOW_S).cues
        late = sounding.hear(received, None, NOW_S + 4.0)
        assert frozenset({Voice.FOLLOW}) == late.hushed
        assert () == late.cues


def test_pitch_stays_within_an_octave() -> None:
    """From rest up, and no higher than an octave, whatever a body does."""
    assert [REST_HZ, REST_HZ, 2.0 * REST_HZ] == [
        pytest.approx(pitch_hz(z)) for z in (-9.0, 0.0, 99.0)
    ]


class TestTheBreath:
    def test_it_sounds_as_it_turns(self, body: Body) -> None:
        """In goes up, out goes down; each as long as the breath."""
        sounding, breath = Sounding(SoundChoice.PACER), Breath()
        cues: list[Cue] = []
        at_rest = Received(snapshot=body(State.SETTLED, 0.0), received_s=NOW_S)
        for _ in range(19 * 60):
            moment = breath.advance(1.0 / 60.0)
            cues += sounding.hear(at_rest, moment, NOW_S).cues
        assert [True, False, True, False] == [c.to_hz > c.from_hz for c in cues]
        assert [4.0, 6.0, 4.0, 6.0] == [
            pytest.approx(cue.length_s, abs=0.1) for cue in cues
        ]

    def test_it_fades_with_the_pacer(self, body: Body) -> None:
        """Where none is on screen, none is heard."""
        sounding = Sounding(SoundChoice.PACER)
        at_rest = Received(snapshot=body(State.SETTLED, 0.0), received_s=NOW_S)
        sounding.hear(at_rest, Breath().advance(0.1), NOW_S)
        gone = sounding.hear(at_rest, None, NOW_S)
        assert frozenset({Voice.BREATH}) == gone.hushed

    def test_too_little_of_a_breath_is_no_tone(self, body: Body) -> None:
        """It could not begin and end softly."""
        sounding = Sounding(SoundChoice.PACER)
        at_rest = Received(snapshot=body(State.SETTLED, 0.0), received_s=NOW_S)
        assert () == sounding.hear(at_rest, AWAY, NOW_S).cues


@pytest.mark.parametrize("choice", [SoundChoice.PACER, SoundChoice.FOLLOW])
class TestATurn:
    def test_a_phase_begins_with_a_tone(self, body: Body, choice: SoundChoice) -> None:
        """Up where a rise begins, down where a settle begins, level elsewhere."""
        rest = body(State.SETTLED, 0.0, kind=PhaseKind.REST)
        rise = body(State.SETTLED, 0.0, kind=PhaseKind.ACTIVATE)
        settle = body(State.SETTLED, 0.0, kind=PhaseKind.SETTLE)
        cues = heard([rest, rest, rise, rise, settle, rest], choice)
        assert {Voice.TURN} == {cue.voice for cue in cues}
        ways = [(c.to_hz > c.from_hz) - (c.to_hz < c.from_hz) for c in cues]
        assert [1, -1, 0] == ways

    def test_a_question_calls(self, body: Body, choice: SoundChoice) -> None:
        """Closed eyes are told that something waits on screen, once."""
        goes_on = body(State.SETTLED, 0.0)
        asks = body(State.SETTLED, 0.0, stage=Stage.ASKING)
        assert 1 == len(heard([goes_on, asks, asks], choice))

    def test_the_end_of_a_session_is_silent(
        self, body: Body, choice: SoundChoice
    ) -> None:
        """What comes after it has no tone."""
        rest = body(State.SETTLED, 0.0, kind=PhaseKind.REST)
        over = replace(
            body(State.SETTLED, 0.0, kind=PhaseKind.CLOSE),
            ended=SessionExit.COMPLETED,
        )
        assert [] == heard([rest, over], choice)


def test_nothing_is_heard_that_was_not_wanted(body: Body) -> None:
    """Off is off, whatever happens."""
    rest = body(State.SETTLED, 0.0, kind=PhaseKind.REST)
    assert [] == heard([rest, *way_down(body), rest], SoundChoice.OFF)
