"""What a tally keeps of the seconds for the rounds."""

import pytest

from biofeed.core.beat import BeatLabel
from biofeed.session.tally import Tally
from tests.session.made_rounds import round_ended, second, seconds_and_beats


class TestLeftOver:
    def test_it_is_the_median_of_the_last_half_minute_of_the_settling(self) -> None:
        """Not of what came while the person was asked."""
        tally = Tally()
        tally.outputs(second(500.0 + index, 4.0) for index in range(30))
        tally.outputs(second(530.0 + index, index / 10.0) for index in range(31))
        tally.outputs(second(561.0 + index, 8.0) for index in range(20))
        tally.outputs([round_ended(1)])
        assert {1: pytest.approx(1.55)} == tally.left_z

    def test_seconds_that_are_not_known_leave_it_to_the_others(self) -> None:
        """And where none is known there is none."""
        tally = Tally()
        tally.outputs([second(540.0, None), second(545.0, 3.0), second(550.0, None)])
        tally.outputs([round_ended(1), round_ended(2)])
        assert {1: 3.0} == tally.left_z


class TestIrregular:
    def test_a_span_goes_from_its_first_second_to_its_last(self) -> None:
        """Ten missed beats among many, for as long as they are in the window."""
        normal = [BeatLabel.NORMAL] * 200
        tally = Tally()
        tally.outputs(
            seconds_and_beats(1.0, [*normal, *[BeatLabel.MISSED] * 10, *normal])
        )
        assert [(207.0, 323.0)] == tally.irregular_s

    def test_one_that_comes_again_is_another(self) -> None:
        """With regular seconds between."""
        normal = [BeatLabel.NORMAL] * 200
        missed = [BeatLabel.MISSED] * 10
        tally = Tally()
        tally.outputs(
            seconds_and_beats(1.0, [*normal, *missed, *normal, *missed, *normal])
        )
        assert 2 == len(tally.irregular_s)

    def test_intervals_that_are_not_believed_are_none_of_it(self) -> None:
        """Then the heart rate is followed as the strap reports it."""
        tally = Tally()
        tally.outputs(
            seconds_and_beats(1.0, [BeatLabel.IMPLAUSIBLE] * 200, heart_rate_only=True)
        )
        assert [] == tally.irregular_s
