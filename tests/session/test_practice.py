"""What the rounds of a session come to together."""

from math import log

import pytest

from biofeed.core.beat import BeatLabel
from biofeed.core.episode import Episode, Outcome
from biofeed.core.guidance import Rated, RatingPoint
from biofeed.core.phase import Feedback, PhaseKind
from biofeed.core.rounds import RoundOutcome
from biofeed.core.values import EpisodeChanged, PhaseChanged
from biofeed.session.practice import Agreement, practice_of, practised, rated_at
from biofeed.session.tally import Tally
from tests.session.made_rounds import (
    guessed,
    round_ended,
    seconds_and_beats,
    settled,
    trained,
    unsettled,
)


def round_of(
    number: int,
    outcome: Outcome,
    *,
    settling_time_s: float | None = None,
    peak_z: float = 5.0,
) -> EpisodeChanged:
    """A round that rose at 100 s times its number."""
    onset_s = 100.0 * number
    return EpisodeChanged(
        t_s=onset_s + 90.0,
        episode=Episode(
            number=number,
            onset_s=onset_s,
            confirmed_s=onset_s + 10.0,
            peak_s=onset_s + 20.0,
            peak_z=peak_z,
            outcome=outcome,
            settling_time_s=settling_time_s,
        ),
    )


def test_rounds_are_counted_by_outcome_and_by_help() -> None:
    """Settled with help, without, and what did not settle: each in its own place."""
    tally = Tally()
    tally.outputs(
        [
            PhaseChanged(t_s=0.0, kind=PhaseKind.SETTLE),
            PhaseChanged(t_s=205.0, kind=PhaseKind.SETTLE, feedback=Feedback.BLIND),
            round_of(1, Outcome.SETTLED, settling_time_s=80.0),
            round_of(2, Outcome.SETTLED, settling_time_s=60.0),
            round_of(3, Outcome.UNRESOLVED),
            round_of(4, Outcome.INTERRUPTED),
            round_of(5, Outcome.LOST),
        ]
    )
    found = practice_of(tally)
    assert (1, 1) == (found.settled_with_help, found.settled_without_help)
    assert (1, 1, 1) == (found.unresolved, found.interrupted, found.lost)


def test_the_trend_of_settling_times_is_of_those_that_settled() -> None:
    """Halved from each to the next, with an unresolved one between."""
    tally = Tally()
    tally.outputs(
        [
            round_of(1, Outcome.SETTLED, settling_time_s=160.0),
            round_of(2, Outcome.UNRESOLVED),
            round_of(3, Outcome.SETTLED, settling_time_s=40.0),
            round_of(4, Outcome.SETTLED, settling_time_s=20.0),
        ]
    )
    found = practice_of(tally).ln_settling_time
    assert found is not None
    assert 3 == found.rounds
    assert pytest.approx(-log(2.0)) == found.slope


def test_lost_rounds_say_nothing_of_heights() -> None:
    """Three rounds of which one was lost have no trend."""
    tally = Tally()
    tally.outputs(
        [
            round_of(1, Outcome.SETTLED, settling_time_s=60.0, peak_z=9.0),
            round_of(2, Outcome.LOST, peak_z=2.0),
            round_of(3, Outcome.SETTLED, settling_time_s=50.0, peak_z=7.0),
        ]
    )
    assert practice_of(tally).peak_z is None


def test_a_session_without_rounds_has_nothing_to_tell() -> None:
    """Noughts where something is counted, None where something would be measured."""
    found = practice_of(Tally())
    assert (0, 0) == (found.settled_with_help, found.unresolved)
    assert found.ln_settling_time is None
    assert found.peak_z is None
    assert found.swings.period_s is None


class TestRoundsOfAProtocol:
    def test_they_are_counted_by_outcome_and_by_help(self) -> None:
        """Sparse is help; each activation outside of a round is in none."""
        tally = trained()
        tally.outputs([EpisodeChanged(t_s=0.0, episode=settled(5))])
        found = practice_of(tally)
        assert (2, 0) == (found.settled_with_help, found.settled_without_help)
        assert (2, 1) == (found.followed_with_help, found.followed_without_help)
        assert (1, 0, 0) == (found.unresolved, found.no_activation, found.unscored)

    def test_no_activation_and_unscored_say_nothing_of_a_return(self) -> None:
        """They are counted, and followed is neither."""
        tally = Tally()
        tally.outputs(
            [
                round_ended(1),
                EpisodeChanged(t_s=0.0, episode=settled(2)),
                round_ended(2, known_share=0.5),
            ]
        )
        found = practice_of(tally)
        assert (1, 1) == (found.no_activation, found.unscored)
        assert (0, 0) == (found.settled, found.followed_with_help)

    def test_a_round_on_an_irregular_signal_is_not_scored(self) -> None:
        """One in which more than a twentieth of two minutes' beats was missed."""
        tally = Tally()
        tally.outputs([EpisodeChanged(t_s=0.0, episode=settled(1))])
        labels = [BeatLabel.NORMAL] * 120 + [BeatLabel.MISSED] * 20
        tally.outputs(seconds_and_beats(300.0, labels))
        tally.outputs([round_ended(1)])
        (one,) = practised(tally)
        assert RoundOutcome.UNSCORED is one.outcome

    def test_the_share_that_came_back_is_of_the_end_of_the_round(self) -> None:
        """Three fifths had come back when the settling ended."""
        last = practised(trained())[-1]
        assert pytest.approx(0.6) == last.came_back_share

    def test_trends_are_of_rounds_that_can_be_told(self) -> None:
        """Three settled rounds, each twice as fast, around one without activation."""
        tally = Tally()
        for number, time_s in ((1, 160.0), (3, 40.0), (4, 20.0)):
            found = settled(number, settling_time_s=time_s, peak_z=9.0 - number)
            tally.outputs([EpisodeChanged(t_s=0.0, episode=found)])
        tally.outputs(round_ended(number) for number in (1, 2, 3, 4))
        together = practice_of(tally)
        assert together.ln_settling_time is not None
        assert together.peak_z is not None
        assert pytest.approx(-log(2.0)) == together.ln_settling_time.slope
        assert pytest.approx(-1.0) == together.peak_z.slope

    def test_two_rounds_make_no_trend(self) -> None:
        """Of the three, one did not settle in its time."""
        assert practice_of(trained()).ln_settling_time is None

    def test_one_that_was_back_later_has_no_settling_time_here(self) -> None:
        """Three rounds, of which one settled in the rest that followed."""
        tally = Tally()
        for number, time_s in ((1, 60.0), (2, 250.0), (3, 50.0)):
            found = settled(number, settling_time_s=time_s)
            tally.outputs([EpisodeChanged(t_s=0.0, episode=found)])
            tally.outputs([round_ended(number)])
        together = practice_of(tally)
        assert (2, 1) == (together.settled, together.unresolved)
        assert together.ln_settling_time is None

    def test_guesses_are_compared_with_what_the_body_did(self) -> None:
        """By how sure the person was; what is not known is compared with nothing."""
        tally = Tally()
        at_rest = {1: True, 2: False, 3: False, 4: None}
        for number, rests in at_rest.items():
            tally.outputs([EpisodeChanged(t_s=0.0, episode=unsettled(number))])
            tally.outputs([round_ended(number, at_rest=rests)])
        tally.outputs(
            [
                guessed(1, settled=True, sureness=3),
                guessed(2, settled=True, sureness=1),
                guessed(3, settled=False, sureness=3),
                guessed(4, settled=True, sureness=2),
            ]
        )
        found = practice_of(tally)
        assert Agreement(guessed=3, agreeing=2) == found.guesses
        assert {
            1: Agreement(guessed=1, agreeing=0),
            3: Agreement(guessed=2, agreeing=2),
        } == found.guesses_by_sureness


def test_what_was_felt_at_the_start_and_the_end_is_of_the_session() -> None:
    """The last word counts, and what was skipped is None."""
    tally = trained()
    assert (5, 3) == (
        rated_at(tally, RatingPoint.START),
        rated_at(tally, RatingPoint.END),
    )
    tally.outputs([Rated(t_s=60.0, point=RatingPoint.START, value=7)])
    assert 7 == rated_at(tally, RatingPoint.START)
    assert rated_at(Tally(), RatingPoint.END) is None
