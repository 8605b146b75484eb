"""The activation of a round, and what of it belongs to that round."""

from dataclasses import replace

import pytest

from biofeed.core.episode import Episode, HalfLifeMethod, Outcome
from biofeed.core.guidance import RoundEnded
from biofeed.core.phase import ActivationKind, Feedback
from biofeed.core.round_episode import activation_of

ENDED = RoundEnded(
    t_s=630.0,
    number=2,
    activation=ActivationKind.MOMENT,
    feedback=Feedback.BLIND,
    activated_s=300.0,
    released_s=360.0,
    ended_s=600.0,
    at_rest=False,
    known_share=1.0,
)

AT_REST = replace(ENDED, at_rest=True)

FROM_BEFORE = Episode(
    number=1,
    onset_s=100.0,
    confirmed_s=120.0,
    peak_s=150.0,
    peak_z=8.0,
    release_s=160.0,
    ended_s=760.0,
    outcome=Outcome.UNRESOLVED,
    half_life_s=90.0,
    half_life_method=HalfLifeMethod.ABOUT,
    recovered_pct={30: 10.0, 60: 20.0, 120: 55.0, 300: 30.0},
)

OWN = Episode(
    number=2,
    onset_s=310.0,
    confirmed_s=330.0,
    peak_s=350.0,
    peak_z=6.0,
    release_s=365.0,
    settled_s=450.0,
    ended_s=470.0,
    outcome=Outcome.SETTLED,
    settling_time_s=85.0,
    recovered_pct={30: 40.0, 60: 70.0, 120: None, 300: None},
)


def test_an_activation_of_the_round_is_told_whole() -> None:
    """Its height and its turn lie within, so all of its return is this round's."""
    assert OWN == activation_of(ENDED, [FROM_BEFORE, OWN], (351.0, 9.9))


def test_one_from_before_is_there_to_come_back_from() -> None:
    """With the height of this round, and without a return that was another's."""
    found = activation_of(ENDED, [FROM_BEFORE], (330.0, 7.0))
    assert found is not None
    assert (330.0, 7.0) == (found.peak_s, found.peak_z)
    assert (None, None, None) == (
        found.release_s,
        found.half_life_s,
        found.half_life_method,
    )
    assert {30: None, 60: None, 120: None, 300: None} == found.recovered_pct


@pytest.mark.parametrize(
    ("until_s", "is_there"), [(360.0, False), (361.0, True), (None, True)]
)
def test_one_from_before_counts_while_it_lasts(
    until_s: float | None, *, is_there: bool
) -> None:
    """Until it was let go, it was over, or it went on."""
    unresolved = replace(FROM_BEFORE, ended_s=until_s)
    assert is_there is (activation_of(AT_REST, [unresolved]) is not None)
    if until_s is not None:
        settled = replace(FROM_BEFORE, settled_s=until_s, ended_s=until_s + 20.0)
        assert is_there is (activation_of(AT_REST, [settled]) is not None)


@pytest.mark.parametrize(
    ("at_rest", "peak_z", "is_there"),
    [(False, 3.5, True), (False, 3.4, False), (True, 8.0, False), (None, 8.0, False)],
)
def test_one_that_was_given_up_is_still_there_while_the_body_is_up(
    *, at_rest: bool | None, peak_z: float, is_there: bool
) -> None:
    """Ten minutes after its turn it is no longer waited for; the body may still be."""
    given_up = replace(FROM_BEFORE, ended_s=250.0)
    ended = replace(ENDED, at_rest=at_rest)
    assert is_there is (activation_of(ended, [given_up], (340.0, peak_z)) is not None)


def test_one_that_was_given_up_is_over_when_another_came() -> None:
    """Another rises only after the body was at rest, or from it anew."""
    given_up = replace(FROM_BEFORE, ended_s=200.0)
    later = replace(OWN, confirmed_s=230.0, peak_s=240.0, settled_s=260.0)
    assert activation_of(ENDED, [given_up, later], (340.0, 8.0)) is None


def test_one_that_was_highest_later_has_the_height_of_this_round() -> None:
    """What it grew to in the next round is told there."""
    later = replace(OWN, peak_s=900.0, peak_z=9.0, release_s=910.0, settled_s=None)
    found = activation_of(ENDED, [later], (352.0, 5.0))
    assert found is not None
    assert (352.0, 5.0, None) == (found.peak_s, found.peak_z, found.release_s)


def test_one_that_turned_after_the_round_has_no_return_in_it() -> None:
    """It was highest here, and its return is counted from a later turn."""
    later = replace(OWN, release_s=700.0, settled_s=800.0, settling_time_s=100.0)
    found = activation_of(ENDED, [later], (350.0, 6.0))
    assert found is not None
    assert (350.0, 6.0) == (found.peak_s, found.peak_z)
    assert (None, None) == (found.release_s, found.settling_time_s)


def test_one_that_becomes_certain_later_is_another_rounds() -> None:
    """As is one that was over before; then none was seen."""
    after = replace(OWN, onset_s=590.0, confirmed_s=610.0, peak_s=640.0)
    before = replace(FROM_BEFORE, ended_s=290.0, outcome=Outcome.LOST)
    assert activation_of(ENDED, [before, after]) is None
