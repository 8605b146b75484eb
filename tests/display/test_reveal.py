"""After a blind round: what was felt, beside what was measured."""

from dataclasses import replace

import pytest

from biofeed.core.guidance import Guessed, RoundEnded
from biofeed.core.phase import ActivationKind, Feedback, PhaseKind
from biofeed.core.values import PhaseChanged
from biofeed.display import guidance_words
from biofeed.display.reveal import REVEALED_S, reveal
from biofeed.display.sample_session import SampleSession
from biofeed.session.snapshot import Snapshot

ENDED_S = 400.0

PAST = RoundEnded(
    t_s=ENDED_S,
    number=3,
    activation=ActivationKind.MOMENT,
    feedback=Feedback.BLIND,
    activated_s=200.0,
    ended_s=390.0,
    released_s=250.0,
    at_rest=True,
    known_share=1.0,
)

FELT = Guessed(t_s=395.0, round=3, settled=True, sureness=2)


@pytest.fixture
def resting(training: SampleSession) -> Snapshot:
    """A few seconds into the rest after a blind round, with a guess."""
    rest = PhaseChanged(t_s=ENDED_S, kind=PhaseKind.REST, step=10)
    return replace(
        training.at(ENDED_S + 5.0), phase=rest, rounds=(PAST,), guesses=(FELT,)
    )


@pytest.mark.parametrize("felt", [True, False])
@pytest.mark.parametrize("at_rest", [True, False])
def test_felt_and_measured_stand_side_by_side(
    resting: Snapshot, *, felt: bool, at_rest: bool
) -> None:
    """All four are told in one form; where they differ, that is information."""
    told = reveal(
        replace(
            resting,
            rounds=(replace(PAST, at_rest=at_rest),),
            guesses=(replace(FELT, settled=felt),),
        )
    )
    assert told is not None
    assert guidance_words.REVEALS[felt, at_rest] == told.head
    differs = felt is not at_rest
    assert (guidance_words.FELT_OTHERWISE if differs else "") == told.detail


def test_no_words_call_a_guess_right_or_wrong() -> None:
    """Nothing that is revealed marks a guess."""
    said = " ".join((*guidance_words.REVEALS.values(), guidance_words.FELT_OTHERWISE))
    marks = ("right", "wrong", "correct", "true", "false", "match", "missed", "score")
    assert [] == [mark for mark in marks if mark in said.lower()]


def test_what_could_not_be_read_is_said_so(resting: Snapshot) -> None:
    """Not known is a word of its own."""
    told = reveal(replace(resting, rounds=(replace(PAST, at_rest=None),)))
    assert guidance_words.REVEAL_UNKNOWN == told


@pytest.mark.parametrize("at_rest", [True, False])
def test_a_question_left_open_is_revealed_without_it(
    resting: Snapshot, *, at_rest: bool
) -> None:
    """Who did not guess still sees where the body was."""
    past = replace(PAST, at_rest=at_rest)
    told = reveal(replace(resting, rounds=(past,), guesses=()))
    assert told is not None
    assert guidance_words.REVEALS_UNASKED[at_rest] == told.head


def test_a_reveal_has_its_time(resting: Snapshot) -> None:
    """It stays long enough to be read, and makes room then."""
    assert reveal(replace(resting, t_s=ENDED_S + REVEALED_S - 1.0)) is not None
    assert reveal(replace(resting, t_s=ENDED_S + REVEALED_S)) is None


@pytest.mark.parametrize("level", [Feedback.FULL, Feedback.SPARSE])
def test_rounds_with_a_screen_need_no_reveal(
    resting: Snapshot, level: Feedback
) -> None:
    """What was seen all along is not revealed."""
    assert reveal(replace(resting, rounds=(replace(PAST, feedback=level),))) is None


@pytest.mark.parametrize(
    ("kind", "level"),
    [
        (PhaseKind.ACTIVATE, Feedback.FULL),
        (PhaseKind.PROBE, Feedback.BLIND),
        (PhaseKind.SETTLE, Feedback.BLIND),
    ],
)
def test_what_is_asked_or_withheld_goes_before_it(
    resting: Snapshot, kind: PhaseKind, level: Feedback
) -> None:
    """An instruction is not covered, and a quiet phase stays quiet."""
    phase = PhaseChanged(t_s=ENDED_S, kind=kind, feedback=level)
    assert reveal(replace(resting, phase=phase)) is None


def test_before_anything_there_is_nothing_to_reveal(training: SampleSession) -> None:
    """Not at the very start, and not before the first round is over."""
    assert reveal(training.at(0.5)) is None
    assert reveal(training.at(380.0)) is None
