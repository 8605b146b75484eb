"""The measures of a return, by hand."""

from math import exp

import pytest

from biofeed.core.episode import HalfLifeMethod
from biofeed.core.settling import Return, measure_return
from biofeed.core.trace import Trace
from tests.core.making import trace_of


def measured(
    smoothed_z: list[float | None],
    *,
    peak_z: float = 8.0,
    settled_s: float | None = None,
    until_s: float | None = None,
) -> Return:
    """The return of a trace that turns in its first second."""
    last_s = float(len(smoothed_z))
    return measure_return(
        trace_of(smoothed_z),
        peak_z=peak_z,
        release_s=1.0,
        settled_s=settled_s,
        until_s=last_s if until_s is None else until_s,
    )


class TestHalf:
    def test_half_is_the_first_second_at_half_the_peak_that_holds(self) -> None:
        """From 8 down by 1 a second: 4 is reached after 4 s."""
        came_back = measured([8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, *[1.0] * 20])
        assert (4.0, HalfLifeMethod.ABOUT) == (
            came_back.half_life_s,
            came_back.half_life_method,
        )

    def test_dip_is_passed_over(self) -> None:
        """Half, but back above 55 % within 8 s: the half is the later one."""
        came_back = measured([8.0, 3.0, 3.0, 5.0, 5.0, 3.0, *[3.0] * 20])
        assert 5.0 == came_back.half_life_s

    def test_wobble_below_55_percent_is_no_end_of_a_dip(self) -> None:
        """4.3 of 8 is under 55 %."""
        came_back = measured([8.0, 4.0, 4.3, 4.3, *[3.0] * 20])
        assert 1.0 == came_back.half_life_s

    def test_half_must_have_been_seen_to_hold(self) -> None:
        """Seven seconds at half are not enough yet."""
        assert None is measured([8.0, *[3.0] * 7]).half_life_s
        assert 1.0 == measured([8.0, *[3.0] * 8]).half_life_s

    def test_half_that_was_not_reached_is_unknown(self) -> None:
        """No half-life, and no word of how it was found."""
        came_back = measured([8.0, *[5.0] * 300])
        assert (None, None) == (came_back.half_life_s, came_back.half_life_method)

    def test_exponential_return_has_a_fitted_half_life(self) -> None:
        """Tau 40 s: half after 28 s, by the curve and not read off."""
        came_back = measured([8.0 * exp(-t_s / 40.0) for t_s in range(300)])
        assert HalfLifeMethod.EXPONENTIAL is came_back.half_life_method
        assert pytest.approx(27.7, abs=0.3) == came_back.half_life_s

    def test_later_unrest_does_not_spoil_the_fit(self) -> None:
        """What comes more than 180 s after settling is not fitted."""
        way: list[float | None] = [8.0 * exp(-t_s / 30.0) for t_s in range(280)]
        restless = measured([*way, *[6.0] * 60], settled_s=62.0)
        assert HalfLifeMethod.EXPONENTIAL is restless.half_life_method
        assert measured(way, settled_s=62.0).half_life_s == restless.half_life_s

    def test_return_late_in_a_session_is_the_same(self) -> None:
        """Seconds count from the turn, not from the session's start."""
        way = [8.0 * exp(-t_s / 40.0) for t_s in range(300)]
        late = measure_return(
            trace_of(way, first_s=5001.0),
            peak_z=8.0,
            release_s=5001.0,
            settled_s=None,
            until_s=5300.0,
        )
        assert measured([*way]) == late


class TestRecovered:
    def test_share_is_of_the_peak_around_the_moment(self) -> None:
        """From 8 to 2 is 75 %; to -0.8 is 110 %: undershoot is kept."""
        came_back = measured([8.0, *[2.0] * 70, *[-0.8] * 300])
        expected = {30: 75.0, 60: 75.0, 120: 110.0, 300: 110.0}
        assert pytest.approx(expected) == came_back.recovered_pct

    def test_one_outlier_does_not_count(self) -> None:
        """It is a median of 15 s."""
        trace: list[float | None] = [8.0, *[2.0] * 100]
        trace[30:34] = [9.0] * 4
        assert 75.0 == measured(trace).recovered_pct[30]

    @pytest.mark.parametrize(("seconds", "seen"), [(37, None), (38, 75.0)])
    def test_moment_must_have_been_seen_whole(
        self, seconds: int, seen: float | None
    ) -> None:
        """Seven seconds beyond it."""
        assert seen == measured([8.0, *[2.0] * (seconds - 1)]).recovered_pct[30]

    def test_moment_in_a_hole_is_unknown(self) -> None:
        """Eight of fifteen seconds must be known."""
        trace: list[float | None] = [8.0, *[2.0] * 100]
        trace[23:31] = [None] * 8
        assert None is measured(trace).recovered_pct[30]
        trace[23] = 2.0
        assert 75.0 == measured(trace).recovered_pct[30]

    def test_moment_in_the_next_activation_is_unknown(self) -> None:
        """What is seen ends where the next one begins."""
        trace: list[float | None] = [8.0, *[2.0] * 300]
        came_back = measured(trace, until_s=100.0)
        assert 75.0 == came_back.recovered_pct[60]
        assert None is came_back.recovered_pct[120]


def test_return_of_nothing_seen_is_unknown() -> None:
    """No trace, no measures, no error."""
    came_back = measure_return(
        Trace(), peak_z=8.0, release_s=1.0, settled_s=None, until_s=1.0
    )
    assert None is came_back.half_life_s
    assert {None} == set(came_back.recovered_pct.values())
