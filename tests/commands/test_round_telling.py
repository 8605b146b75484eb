"""What a person reads in a terminal of the rounds of a protocol."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from biofeed.commands.telling import tell
from biofeed.core.beat import BeatLabel
from biofeed.core.episode import Episode, Outcome
from biofeed.core.guidance import Guessed, RoundEnded
from biofeed.core.phase import Feedback
from biofeed.core.values import EpisodeChanged, Output
from biofeed.session.tally import Tally
from tests.session.made_rounds import (
    REST,
    guessed,
    rated,
    round_ended,
    second,
    seconds_and_beats,
    settled,
    trained,
    unsettled,
)

FAILURE = ("fail", "not settled by", "unsuccessful", "poor", "too slow", "unable")


def told(tally: Tally) -> str:
    """The whole text."""
    return "\n".join(tell("strap", tally, REST, None))


def told_of(*outputs: Output) -> str:
    """The text of a session of which this was kept."""
    tally = Tally()
    tally.outputs(outputs)
    return told(tally)


def changed(episode: Episode) -> EpisodeChanged:
    """An activation in its latest form."""
    return EpisodeChanged(t_s=0.0, episode=episode)


class TestRound:
    def test_what_was_felt_and_what_was_measured_stand_together(self) -> None:
        """The height, the way back, and both ratings."""
        assert (
            "  Round 1, with everything on screen: felt 6 after the activation,"
            " 2 after settling\n"
            "    up to 6.0 times your resting spread, back at rest 1:20 after turning,"
            " halfway in about 31 s\n"
            "  Round 2, with less on screen"
        ) in told(trained())

    def test_where_they_differ_it_is_one_more_fact(self) -> None:
        """Felt although back, little felt although not back, felt and not seen."""
        text = told(trained())
        assert "the body was back, and activation was still felt" in text
        assert "little was felt, and the body was still on its way back" in text
        unseen = told_of(*rated(1, 5, None), round_ended(1))
        assert "it was felt, and the heart showed no clear rise" in unseen

    def test_a_round_that_did_not_settle_says_what_came_back(self) -> None:
        """And where its end was not seen, nothing is made up."""
        text = told(trained())
        words = "not back at rest by the end of the round"
        assert f"{words}; 60 % of it had come back\n" in text
        assert f"{words}\n" in told_of(changed(unsettled(1)), round_ended(1))

    @pytest.mark.parametrize(
        ("outcome", "words"),
        [
            (Outcome.INTERRUPTED, "coming back, then up again"),
            (Outcome.LOST, "then the signal was gone"),
        ],
    )
    def test_every_other_end_is_told_too(self, outcome: Outcome, words: str) -> None:
        """As what the body, or the signal, did."""
        one = replace(unsettled(1), outcome=outcome, ended_s=500.0)
        assert f"spread, {words}\n" in told_of(changed(one), round_ended(1))

    def test_no_activation_is_told_as_none_seen(self) -> None:
        """Neither as calm nor as settled, whatever the body did at the end."""
        text = told_of(round_ended(1, at_rest=True))
        assert "    no clear activation seen\n" in text
        assert "Settled" not in text
        assert "No activation was followed to its end." in text

    def test_a_round_that_is_not_scored_says_why(self) -> None:
        """Too little was read, or the signal was irregular; no number is told."""
        unread = told_of(changed(settled(1)), round_ended(1, known_share=0.5))
        assert "    too little of it could be read\n" in unread
        labels = [BeatLabel.NORMAL] * 120 + [BeatLabel.MISSED] * 20
        irregular = told_of(
            changed(settled(1)), *seconds_and_beats(300.0, labels), round_ended(1)
        )
        assert "    signal too irregular for this exercise\n" in irregular
        for text in (unread, irregular):
            assert "times your resting spread" not in text

    @pytest.mark.parametrize(
        ("guess", "at_rest", "words"),
        [
            (
                guessed(1, settled=True, sureness=3),
                False,
                "guessed settled (certain); the body was not at rest",
            ),
            (
                guessed(1, settled=False, sureness=1),
                True,
                "guessed not settled (a guess); the body was at rest",
            ),
            (
                guessed(1, settled=True, sureness=2),
                None,
                "guessed settled (fairly sure); the body could not be read just then",
            ),
        ],
    )
    def test_a_guess_stands_beside_what_the_body_did(
        self, guess: Guessed, *, at_rest: bool | None, words: str
    ) -> None:
        """Right and wrong are no words for it."""
        ended = round_ended(1, feedback=Feedback.BLIND, at_rest=at_rest)
        text = told_of(changed(settled(1)), guess, ended)
        assert "Round 1, with nothing on screen\n" in text
        assert words in text


class TestTogether:
    def test_help_and_no_help_are_told_apart(self) -> None:
        """Of those that were followed; a kind that there was none of is not told."""
        expected = (
            "  Settled with help: 2 of 2, without help: 0 of 1. Left unresolved: 1."
        )
        assert expected in told(trained())
        only = told_of(
            changed(settled(1)), round_ended(1, feedback=Feedback.BLIND), round_ended(2)
        )
        assert "  Settled without help: 1 of 1. Left unresolved: 0." in only

    def test_guesses_are_told_by_how_sure_they_were(self) -> None:
        """All of them, then by sureness; without a guess there is nothing to tell."""
        text = told_of(
            *(round_ended(number) for number in (1, 2, 3)),
            guessed(1, settled=True, sureness=3),
            guessed(2, settled=False, sureness=3),
            guessed(3, settled=True, sureness=1),
        )
        assert (
            "  Guesses that the body agreed with: 2 of 3"
            " (a guess: 1 of 1, certain: 1 of 2)."
        ) in text
        assert "Guesses" not in told_of(round_ended(1))

    def test_how_it_felt_before_and_after_is_told_where_it_was_said(self) -> None:
        """Both, one of them, or neither."""
        assert "  Felt: 5 at the start, 3 at the end." in told(trained())
        assert "Felt" not in told_of(round_ended(1))

    def test_swings_are_counted(self) -> None:
        """Up for ten seconds, down for ten, twice; without any nothing is told."""
        heights = [0.0] * 10 + ([3.0] * 10 + [0.0] * 10) * 2
        swung = (second(300.0 + index, height) for index, height in enumerate(heights))
        assert "  Swings up and back: 2." in told_of(*swung, round_ended(1))
        assert "Swings" not in told_of(round_ended(1))

    def test_a_trend_is_told_from_three_on(self) -> None:
        """As of open practice."""
        three: list[Output] = []
        for number, time_s in ((1, 160.0), (2, 80.0), (3, 40.0)):
            episode = settled(number, settling_time_s=time_s)
            three += [changed(episode), round_ended(number)]
        text = told_of(*three)
        assert "Settling time from one to the next: -50 % (-50 % to -50 %" in text


def test_activations_outside_of_rounds_are_not_told_as_rounds() -> None:
    """One in a rest is in the file, and in no round."""
    tally = trained()
    tally.outputs([changed(settled(6))])
    assert "Activation" not in told(tally)
    assert 3 == told(tally).count("  Round ")


@pytest.mark.parametrize(
    "ended",
    [[round_ended(1)], [round_ended(1, known_share=0.1)], [round_ended(2)]],
)
def test_no_word_calls_a_round_a_failure(ended: Iterable[RoundEnded]) -> None:
    """Whatever it came to."""
    text = told_of(changed(unsettled(1)), *ended).lower() + told(trained()).lower()
    assert [] == [word for word in FAILURE if word in text]
