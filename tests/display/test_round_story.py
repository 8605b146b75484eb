"""One round in words: felt beside measured, and no word of failure."""

from dataclasses import replace

import pytest

from biofeed.core.episode import Episode, Outcome
from biofeed.core.felt import Difference
from biofeed.core.guidance import Guessed
from biofeed.core.phase import ActivationKind, Feedback
from biofeed.core.rounds import PracticeRound, RoundOutcome
from biofeed.core.urges import Urge
from biofeed.display import training_words as said
from biofeed.display import words
from biofeed.display.round_story import RoundStory, measured, story
from biofeed.display.round_table import FELT, GUESS, HALFWAY, MEASURED

EPISODE = Episode(
    number=1,
    onset_s=110.0,
    confirmed_s=120.0,
    peak_s=150.0,
    peak_z=6.0,
    release_s=160.0,
    settled_s=248.0,
    outcome=Outcome.SETTLED,
    settling_time_s=88.0,
    half_life_s=33.0,
)
SETTLED = PracticeRound(
    number=2,
    activation=ActivationKind.MOMENT,
    feedback=Feedback.SPARSE,
    activated_s=100.0,
    released_s=160.0,
    ended_s=300.0,
    at_rest=True,
    known_share=1.0,
    episode=EPISODE,
    left_z=0.5,
    outcome=RoundOutcome.SETTLED,
    felt_after_activation=4,
    felt_after_settle=2,
    guess=None,
    guess_agrees=None,
    urges=(),
    paced=False,
)
UNRESOLVED = replace(
    SETTLED,
    at_rest=False,
    left_z=1.8,
    outcome=RoundOutcome.UNRESOLVED,
    episode=replace(
        EPISODE, settled_s=None, settling_time_s=None, outcome=Outcome.UNRESOLVED
    ),
)
NOTHING = replace(SETTLED, episode=None, outcome=RoundOutcome.NO_ACTIVATION)


def _told(one: PracticeRound) -> RoundStory:
    return story(one, 3)


def _all(told: RoundStory) -> str:
    cells = (cell.text for cell in told.cells)
    return " ".join((told.sentence.head, told.sentence.detail, *told.notes, *cells))


def test_a_round_says_which_it_is_and_how_it_came_back() -> None:
    """Its place, how much was shown, and when it was back."""
    told = _told(SETTLED)
    assert told.sentence.head == words.ARCS[Outcome.SETTLED]
    assert (
        told.sentence.detail
        == "Round 2 of 3, with less on screen. Back at rest 1 min 28 s after it turned."
    )
    assert told.notes == ()


def test_felt_and_measured_stand_side_by_side() -> None:
    """The two ratings, then what the body did, then when half of it was back."""
    cells = [cell.text for cell in _told(SETTLED).cells]
    assert cells[FELT] == "4 → 2"
    assert cells[MEASURED] == "back at rest after 1 min 28 s"
    assert cells[HALFWAY] == "33 s"
    read = _told(SETTLED).cells[FELT].read
    assert read == "4 after the activation, 2 after settling"


@pytest.mark.parametrize(
    ("risen", "after", "text"),
    [(None, None, "–"), (4, None, "4 → –"), (None, 2, "– → 2")],
)
def test_what_was_not_said_is_shown_as_not_said(
    risen: int | None, after: int | None, text: str
) -> None:
    """A question that was skipped has no number."""
    one = replace(SETTLED, felt_after_activation=risen, felt_after_settle=after)
    assert _told(one).cells[FELT].text == text
    assert said.NOT_SAID_READ in _told(one).cells[FELT].read


def test_a_body_that_was_back_and_a_feeling_that_stayed() -> None:
    """Both are told; neither corrects the other."""
    told = _told(replace(SETTLED, felt_after_settle=5))
    assert told.notes == ("Your body was back at rest; it still felt like 5.",)
    assert told.sentence.head == words.ARCS[Outcome.SETTLED]


def test_a_feeling_that_was_gone_before_the_body_was_back() -> None:
    """As information."""
    told = _told(replace(UNRESOLVED, felt_after_settle=1))
    assert told.notes == ("It felt like 1; the body was still on its way back.",)


def test_without_an_activation_nobody_is_called_calm() -> None:
    """It says what was not seen, and what was felt all the same."""
    told = _told(replace(NOTHING, felt_after_activation=5))
    assert told.sentence.head == words.NO_ARC.head
    assert told.cells[MEASURED].text == "no clear activation seen"
    assert told.notes == ("It felt like 5; the heart showed no clear rise.",)
    assert "calm" not in _all(told).lower()


def test_an_unresolved_round_says_what_share_came_back() -> None:
    """No word of failure, in any of its texts."""
    told = _told(UNRESOLVED)
    assert told.sentence.detail.endswith("70 % of it had come back.")
    assert told.cells[MEASURED].text == "70 % had come back"
    for word in ("fail", "not settle", "unresolved", "too"):
        assert word not in _all(told)


def test_one_that_hardly_came_back_was_still_up() -> None:
    """A few per cent are within what a rest swings."""
    assert _told(replace(UNRESOLVED, left_z=5.9)).sentence.head == said.STILL_UP


def test_a_return_after_the_round_is_told_as_later() -> None:
    """It is not this round's, and it is not kept from the person."""
    later = replace(EPISODE, settled_s=320.0, settling_time_s=160.0)
    told = _told(replace(UNRESOLVED, episode=later))
    assert "It was back at rest later, 2 min 40 s after it turned." in told.notes
    assert told.cells[MEASURED].text == "70 % had come back"


def test_a_share_that_is_not_known_is_not_made_up() -> None:
    """No number without a height at the end."""
    assert measured(replace(UNRESOLVED, left_z=None)) == said.MEASURED_WITHOUT_SHARE


@pytest.mark.parametrize("settled", [True, False])
@pytest.mark.parametrize("at_rest", [True, False, None])
def test_a_guess_stands_beside_what_the_body_did(
    settled: bool,  # noqa: FBT001
    at_rest: bool | None,  # noqa: FBT001
) -> None:
    """Whatever was guessed, it is one sentence, without a right and a wrong."""
    guess = Guessed(t_s=290.0, round=2, settled=settled, sureness=2)
    told = _told(replace(SETTLED, guess=guess, at_rest=at_rest))
    (note,) = told.notes
    assert note.startswith(f"You guessed {said.GUESSES[settled]}")
    assert ("could not be read" in note) is (at_rest is None)
    assert told.cells[GUESS].text == f"{said.GUESSES[settled]}, fairly sure"


def test_an_urge_is_told_in_its_round() -> None:
    """When it passed, or that it had not."""
    urges = (Urge(came_s=120.0, passed_s=220.0), Urge(came_s=250.0))
    told = _told(replace(SETTLED, urges=urges))
    assert told.notes == (
        "An urge came, and passed after 1 min 40 s.",
        words.URGE_OPEN,
    )


@pytest.mark.parametrize("outcome", RoundOutcome)
def test_every_outcome_has_words(outcome: RoundOutcome) -> None:
    """Whatever a round came to, there is a head and a cell for it."""
    told = _told(replace(SETTLED, outcome=outcome))
    assert told.sentence.head
    assert told.cells[MEASURED].text
    assert "None" not in _all(told)


def test_the_tables_of_words_are_complete() -> None:
    """By feedback, by outcome, by difference."""
    assert set(Feedback) == set(said.SHOWN) == set(said.SHOWN_SHORT)
    assert set(RoundOutcome) == set(said.HEADS) == set(said.MEASURED)
    assert set(Difference) == set(said.DIFFERENCES)
    assert {1, 2, 3} == set(said.SURENESS)
