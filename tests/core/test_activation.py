"""One activation as it goes on: peak, turn, low point, load."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.activation import DECLINE_S, Activation
from biofeed.core.episode import Outcome

K_OFF_Z = 1.0


def followed(*smoothed_z: float, first_s: float = 1.0) -> Activation:
    activation = Activation(1, onset_s=first_s, confirmed_s=first_s)
    for number, value in enumerate(smoothed_z):
        activation.follow(first_s + number, value, k_off_z=K_OFF_Z)
    return activation


def test_peak_is_the_first_highest_second() -> None:
    """3, 6, 6, 2: the peak is 6 at the second second."""
    episode = followed(3.0, 6.0, 6.0, 2.0).as_it_stands()
    assert (2.0, 6.0) == (episode.peak_s, episode.peak_z)


def test_turn_is_the_last_second_near_the_peak() -> None:
    """At 85 % of the peak it has not turned; below, it has."""
    activation = followed(4.0, 10.0, 9.0, 8.5, 8.4, 5.0)
    assert (4.0, True) == (activation.turned_s, activation.is_coming_back)
    assert 4.0 == activation.as_it_stands().release_s


def test_activation_that_has_not_gone_down_has_no_release() -> None:
    """The turn cannot be known before it is over."""
    activation = followed(4.0, 10.0)
    assert not activation.is_coming_back
    assert None is activation.as_it_stands().release_s


def test_higher_peak_moves_the_turn() -> None:
    """A second summit is the same activation's, and the way back begins there."""
    activation = followed(4.0, 10.0, 5.0, 5.0, 12.0, 6.0)
    assert (5.0, 12.0) == (activation.turned_s, activation.as_it_stands().peak_z)


def test_load_is_the_area_above_the_resting_band() -> None:
    """(3 - 1) + (5 - 1) + nothing for a second below: 6 z·s."""
    assert 6.0 == followed(3.0, 5.0, 0.5).as_it_stands().load_z_s


def test_no_second_is_followed_twice() -> None:
    """A second that was seen when it settled adds nothing when it reopens."""
    activation = followed(3.0, 5.0)
    activation.follow(2.0, 9.0, k_off_z=K_OFF_Z)
    episode = activation.as_it_stands()
    assert (5.0, 6.0) == (episode.peak_z, episode.load_z_s)


class TestRisingAgain:
    DECLINE = (10.0, *[4.0] * 59, 2.0)
    """A turn in the first second, and the lowest point 60 s later."""

    def test_rise_of_more_than_two_out_of_a_long_decline_is_new(self) -> None:
        """4.1 is new after 2.0; 4.0 is not."""
        activation = followed(*self.DECLINE)
        assert not activation.rises_again(4.0)
        assert activation.rises_again(4.1)

    def test_short_decline_is_a_dip(self) -> None:
        """59 s after the turn the same rise is the same activation."""
        activation = followed(*self.DECLINE[:-2], 2.0)
        assert not activation.rises_again(8.0)

    def test_rise_to_the_old_height_moves_neither_turn_nor_peak(self) -> None:
        """What rises again out of a long decline belongs to the next activation."""
        activation = followed(*self.DECLINE, 6.0, 9.0, 12.0)
        assert activation.rises_again(12.0)
        episode = activation.as_it_stands()
        assert (1.0, 10.0) == (episode.release_s, episode.peak_z)
        assert (DECLINE_S + 1.0, 2.0) == (activation.lowest_s, activation.lowest_z)

    def test_reopening_starts_the_decline_anew(self) -> None:
        """A rise that reopened an activation is not new a second later."""
        activation = followed(*self.DECLINE, 0.5)
        activation.reopen(62.0)
        for t_s, value in enumerate([3.6, 5.0, 7.0, 3.0], start=63):
            activation.follow(float(t_s), value, k_off_z=K_OFF_Z)
            assert not activation.rises_again(value)
        assert (1.0, 10.0) == (activation.turned_s, activation.as_it_stands().peak_z)
        assert activation.is_coming_back

    def test_reopened_activation_is_up_until_it_turns_again(self) -> None:
        """While it rises it is not coming back, though its release is long ago."""
        activation = followed(*self.DECLINE, 0.5)
        activation.reopen(62.0)
        activation.follow(63.0, 5.0, k_off_z=K_OFF_Z)
        assert not activation.is_coming_back
        activation.follow(64.0, 3.0, k_off_z=K_OFF_Z)
        assert activation.is_coming_back


def test_end_measures_settling_from_the_turn() -> None:
    """Turned at 2 s, back at 5 s: it took three."""
    activation = followed(4.0, 10.0, 5.0, 2.0, 0.5)
    episode = activation.ended(Outcome.SETTLED, ended_s=9.0, settled_s=5.0)
    assert (2.0, 5.0, 3.0) == (
        episode.release_s,
        episode.settled_s,
        episode.settling_time_s,
    )
    assert (Outcome.SETTLED, 9.0) == (episode.outcome, episode.ended_s)


def test_end_without_settling_has_no_settling_time() -> None:
    """Nothing is invented for one that was lost."""
    episode = followed(4.0, 10.0).ended(Outcome.LOST, ended_s=2.0)
    assert (None, None) == (episode.settled_s, episode.settling_time_s)


def test_tags_are_told_in_order() -> None:
    """The same circumstances read the same in every run."""
    activation = followed(4.0)
    activation.tags |= {"reopened", "fair_signal", "gap"}
    assert ("fair_signal", "gap", "reopened") == activation.as_it_stands().tags


@given(st.lists(st.floats(-5.0, 30.0), min_size=1, max_size=80))
def test_moments_stand_in_order(smoothed_z: list[float]) -> None:
    """Onset, then peak, then turn, then the lowest point since."""
    activation = followed(3.6, *smoothed_z)
    episode = activation.as_it_stands()
    assert episode.onset_s <= episode.peak_s <= activation.turned_s
    assert activation.turned_s <= activation.lowest_s
    assert (
        0.0
        <= episode.load_z_s
        == pytest.approx(sum(max(0.0, z - K_OFF_Z) for z in [3.6, *smoothed_z]))
    )
