"""What each round of a protocol came to."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.episode import Episode, Outcome
from biofeed.core.guidance import Guessed, Rated, RatingPoint, RoundEnded
from biofeed.core.phase import ActivationKind, Feedback
from biofeed.core.rounds import PracticeRound, RoundOutcome, rounds_of
from biofeed.core.urges import Urge
from tests import strategies

ENDED = RoundEnded(
    t_s=630.0,
    number=1,
    activation=ActivationKind.MOMENT,
    feedback=Feedback.FULL,
    activated_s=300.0,
    released_s=360.0,
    ended_s=600.0,
    at_rest=True,
    known_share=1.0,
)

RISEN = Episode(number=1, onset_s=310.0, confirmed_s=330.0, peak_s=350.0, peak_z=6.0)

SETTLED = replace(
    RISEN,
    release_s=362.0,
    settled_s=450.0,
    ended_s=470.0,
    outcome=Outcome.SETTLED,
    settling_time_s=88.0,
)

outcomes = st.sampled_from(list(RoundOutcome))


def one_round(*episodes: Episode, ended: RoundEnded = ENDED) -> PracticeRound:
    """The round that is over, of what was seen."""
    (one,) = rounds_of([ended], episodes=episodes)
    return one


class TestOutcome:
    def test_back_at_rest_by_the_end_is_settled(self) -> None:
        """The first of the 20 s at rest lies within the round."""
        assert RoundOutcome.SETTLED is one_round(SETTLED).outcome

    def test_back_after_the_end_is_unresolved(self) -> None:
        """What the body did in the rest that followed is not this round's."""
        later = replace(SETTLED, settled_s=600.5, ended_s=620.5)
        assert RoundOutcome.UNRESOLVED is one_round(later).outcome

    def test_one_that_goes_on_is_unresolved(self) -> None:
        """As is one that was given up only ten minutes after its turn."""
        assert RoundOutcome.UNRESOLVED is one_round(RISEN).outcome
        given_up = replace(RISEN, outcome=Outcome.UNRESOLVED, ended_s=970.0)
        assert RoundOutcome.UNRESOLVED is one_round(given_up).outcome

    @pytest.mark.parametrize("name", ["interrupted", "lost"])
    def test_an_end_of_another_kind_counts_if_it_came_by_then(self, name: str) -> None:
        """Interrupted or lost within the round; later, it was unresolved."""
        within = replace(RISEN, outcome=Outcome(name), ended_s=500.0)
        assert name == one_round(within).outcome.value
        later = replace(within, ended_s=700.0)
        assert RoundOutcome.UNRESOLVED is one_round(later).outcome

    def test_without_an_activation_there_is_none_to_return_from(self) -> None:
        """At rest at the end or not, it is not called settled."""
        found = one_round()
        assert RoundOutcome.NO_ACTIVATION is found.outcome
        assert (None, None) == (found.episode, found.came_back_share)

    def test_activations_before_and_after_are_others(self) -> None:
        """Over before it was let go, or certain only after the round."""
        before = replace(
            SETTLED,
            onset_s=250.0,
            confirmed_s=270.0,
            peak_s=275.0,
            settled_s=360.0,
            ended_s=380.0,
        )
        after = replace(RISEN, onset_s=590.0, confirmed_s=610.0, peak_s=640.0)
        assert RoundOutcome.NO_ACTIVATION is one_round(before, after).outcome

    def test_an_activation_from_before_counts_where_it_was_highest(self) -> None:
        """It rose early, and this round brought it to its height."""
        early = replace(RISEN, onset_s=280.0, confirmed_s=295.0)
        assert RoundOutcome.UNRESOLVED is one_round(early).outcome

    def test_the_highest_of_several_is_the_rounds(self) -> None:
        """The others are in the list of activations, and in no round."""
        smaller = replace(SETTLED, number=2, onset_s=500.0, confirmed_s=510.0)
        assert RISEN == one_round(replace(smaller, peak_z=4.0), RISEN).episode


class TestUnscored:
    def test_a_tenth_may_be_unknown_and_no_more(self) -> None:
        """Below, nothing measured is told, and what was felt still is."""
        assert (
            RoundOutcome.SETTLED
            is one_round(SETTLED, ended=replace(ENDED, known_share=0.9)).outcome
        )
        ended = replace(ENDED, known_share=0.899)
        (found,) = rounds_of(
            [ended],
            episodes=[SETTLED],
            ratings=[rated(RatingPoint.AFTER_SETTLE, 2)],
            guesses=[guessed(settled=True)],
            left_z={1: 0.4},
        )
        assert RoundOutcome.UNSCORED is found.outcome
        measured = (found.episode, found.left_z, found.at_rest, found.guess_agrees)
        assert (None, None, None, None) == measured
        assert 2 == found.felt_after_settle
        assert found.guess is not None

    @pytest.mark.parametrize(
        ("span_s", "expected"),
        [
            ((290.0, 301.0), RoundOutcome.UNSCORED),
            ((599.0, 700.0), RoundOutcome.UNSCORED),
            ((0.0, 1000.0), RoundOutcome.UNSCORED),
            ((200.0, 300.0), RoundOutcome.SETTLED),
            ((600.0, 601.0), RoundOutcome.SETTLED),
        ],
    )
    def test_an_irregular_second_is_enough(
        self, span_s: tuple[float, float], expected: RoundOutcome
    ) -> None:
        """Any second of the round counts; those before and after do not."""
        (found,) = rounds_of([ENDED], episodes=[SETTLED], irregular_s=[span_s])
        assert expected is found.outcome


class TestWithinTheRound:
    def test_a_settling_time_is_of_what_had_settled_by_its_end(self) -> None:
        """Back later has one too, and not in this round."""
        assert pytest.approx(88.0) == one_round(SETTLED).settling_time_s
        later = replace(SETTLED, settled_s=600.5, settling_time_s=238.5)
        assert one_round(later).settling_time_s is None
        assert one_round().settling_time_s is None

    def test_a_rise_is_of_what_began_in_it(self) -> None:
        """One that was there before has a height here, and no rise."""
        assert 40.0 == one_round(RISEN).rise_s
        assert one_round().rise_s is None
        before = replace(RISEN, confirmed_s=299.0)
        assert one_round(before).rise_s is None

    @pytest.mark.parametrize(
        ("half_life_s", "expected"), [(238.0, 238.0), (238.5, None), (None, None)]
    )
    def test_half_of_it_was_back_by_its_end(
        self, half_life_s: float | None, expected: float | None
    ) -> None:
        """It turned at 362 s, and the settling ended at 600 s."""
        found = one_round(replace(SETTLED, half_life_s=half_life_s))
        assert expected == found.half_life_s
        assert one_round(replace(RISEN, half_life_s=20.0)).half_life_s is None


class TestCameBack:
    @pytest.mark.parametrize(
        ("left_z", "share"), [(6.0, 0.0), (2.4, 0.6), (-1.0, 1.0), (7.0, 0.0)]
    )
    def test_the_share_is_of_the_height(self, left_z: float, share: float) -> None:
        """Below rest is no more than rest, above the peak no less than none."""
        (found,) = rounds_of([ENDED], episodes=[RISEN], left_z={1: left_z})
        assert pytest.approx(share) == found.came_back_share

    def test_an_end_that_was_not_seen_has_no_share(self) -> None:
        """It is None, not 0."""
        (found,) = rounds_of([ENDED], episodes=[RISEN], left_z={2: 1.0})
        assert found.came_back_share is None

    @given(left_z=strategies.finite, peak_z=strategies.finite)
    def test_it_is_a_share(self, left_z: float, peak_z: float) -> None:
        """Whatever was measured, it lies between nothing and all."""
        risen = replace(RISEN, peak_z=peak_z)
        (found,) = rounds_of([ENDED], episodes=[risen], left_z={1: left_z})
        share = found.came_back_share
        assert share is None or 0.0 <= share <= 1.0


def rated(point: RatingPoint, value: int, *, number: int = 1) -> Rated:
    """A rating of a round."""
    return Rated(t_s=1.0, point=point, value=value, round=number)


def guessed(*, settled: bool, number: int = 1, sureness: int = 2) -> Guessed:
    """A guess of a round."""
    return Guessed(t_s=1.0, round=number, settled=settled, sureness=sureness)


class TestWhatWasSaid:
    def test_each_answer_goes_to_its_round(self) -> None:
        """Two rounds, answered in part."""
        second = replace(
            ENDED, number=2, activated_s=800.0, ended_s=1000.0, at_rest=False
        )
        one, two = rounds_of(
            [ENDED, second],
            episodes=[],
            ratings=[
                rated(RatingPoint.AFTER_ACTIVATION, 6),
                rated(RatingPoint.AFTER_SETTLE, 2, number=2),
                Rated(t_s=0.0, point=RatingPoint.START, value=9),
            ],
            guesses=[guessed(settled=True, number=2)],
        )
        assert (6, None) == (one.felt_after_activation, one.felt_after_settle)
        assert (None, 2) == (two.felt_after_activation, two.felt_after_settle)
        assert (None, None) == (one.guess, one.guess_agrees)
        assert two.guess_agrees is False

    @pytest.mark.parametrize("settled", [True, False])
    @pytest.mark.parametrize("at_rest", [True, False])
    def test_a_guess_agrees_where_the_body_did_that(
        self, *, settled: bool, at_rest: bool
    ) -> None:
        """Both that it had settled and that it had not can be right."""
        (found,) = rounds_of(
            [replace(ENDED, at_rest=at_rest)],
            episodes=[RISEN],
            guesses=[guessed(settled=settled)],
        )
        assert (settled is at_rest) is found.guess_agrees

    def test_a_guess_on_what_is_not_known_neither_agrees_nor_differs(self) -> None:
        """Nobody can say."""
        (found,) = rounds_of(
            [replace(ENDED, at_rest=None)],
            episodes=[RISEN],
            guesses=[guessed(settled=True)],
        )
        assert found.guess_agrees is None

    def test_urges_of_the_round_are_those_that_came_in_it(self) -> None:
        """Until its last question, whether or not they had passed by then."""
        urges = [Urge(came_s=came_s) for came_s in (299.0, 300.0, 630.0, 631.0)]
        (found,) = rounds_of([ENDED], episodes=[], urges=urges)
        assert (300.0, 630.0) == tuple(urge.came_s for urge in found.urges)

    @pytest.mark.parametrize(
        ("shown_s", "paced"),
        [((0.0, 360.0), False), ((350.0, 361.0), True), ((600.0, 700.0), False)],
    )
    def test_the_pacer_counts_on_the_way_back(
        self, shown_s: tuple[float, float], *, paced: bool
    ) -> None:
        """From letting go until the end, and not before."""
        (found,) = rounds_of([ENDED], episodes=[], paced_s=[shown_s])
        assert paced is found.paced


@given(
    ended=st.lists(strategies.values_of(RoundEnded), max_size=3),
    episodes=st.lists(strategies.values_of(Episode), max_size=3),
    guesses=st.lists(strategies.values_of(Guessed), max_size=3),
)
def test_nothing_measured_is_told_of_a_round_that_is_not_scored(
    ended: list[RoundEnded], episodes: list[Episode], guesses: list[Guessed]
) -> None:
    """And only settled rounds have a moment at which they settled, by their end."""
    for one in rounds_of(ended, episodes=episodes, guesses=guesses):
        if one.outcome in (RoundOutcome.UNSCORED, RoundOutcome.NO_ACTIVATION):
            assert one.episode is None
        if one.outcome is RoundOutcome.UNSCORED:
            assert (None, None) == (one.at_rest, one.guess_agrees)
        if one.outcome is RoundOutcome.SETTLED:
            assert one.episode is not None
            assert one.episode.settled_s is not None
            assert one.episode.settled_s <= one.ended_s
