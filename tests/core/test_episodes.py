"""The state machine of activations, by whole stories and by any trace."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biofeed.core.episode import Episode, Outcome
from biofeed.core.episodes import EpisodeTracker
from biofeed.core.evidence import EpisodeRule

RULE = EpisodeRule(k_on_z=3.0, k_off_z=1.0, open_after_z_s=5.0, settle_after_s=20.0)

REST = [0.0] * 60
"""A minute at rest: seconds 1 to 60."""

RISE = [0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.0]
"""The last low second, a steep rise, and the height."""

HEIGHT = [6.0] * 60

FALL = [5.0, 4.0, 3.0, 2.0]


class Told:
    """All that a tracker says of a trace of smoothed activation.

    Attributes
    ----------
    said
        Every change: when it was told, and the episode.
    """

    def __init__(
        self,
        smoothed_z: Sequence[float | None],
        *,
        smoothed0_z: Sequence[float | None] | None = None,
        may_open: Sequence[bool] | None = None,
        rule: EpisodeRule = RULE,
        finishes: bool = True,
    ) -> None:
        self.tracker = EpisodeTracker(rule)
        self.said: list[tuple[float, Episode]] = []
        for index, value in enumerate(smoothed_z):
            t_s = float(index + 1)
            changed = self.tracker.step(
                t_s,
                value,
                value,
                None if smoothed0_z is None else smoothed0_z[index],
                may_open=may_open is None or may_open[index],
            )
            self.said += [(t_s, episode) for episode in changed]
        if finishes:
            end_s = float(len(smoothed_z))
            self.said += [(end_s, e) for e in self.tracker.finish(end_s)]

    @property
    def episodes(self) -> list[Episode]:
        """Each in its last form."""
        return list({episode.number: episode for _, episode in self.said}.values())

    @property
    def only(self) -> Episode:
        (episode,) = self.episodes
        return episode


class TestOpening:
    def test_activation_is_dated_back_to_the_last_second_at_rest(self) -> None:
        """Confirmed when 5 z·s lie above k_on; the onset is where it left 1 z."""
        told = Told([*REST, *RISE, *HEIGHT])
        episode = told.only
        assert 61.0 == episode.onset_s
        assert episode.confirmed_s == told.said[0][0]
        assert 67.0 == episode.confirmed_s
        assert (67.0, 6.0) == (episode.peak_s, episode.peak_z)

    def test_grazing_the_threshold_opens_nothing(self) -> None:
        """At k_on there is no area above it, however long it lasts."""
        assert [] == Told([*REST, *[3.0] * 500]).said

    def test_short_spike_opens_nothing(self) -> None:
        """Two seconds at any height may be one artefact."""
        assert [] == Told([*REST, 50.0, 50.0, *REST]).said

    def test_onset_is_looked_for_90_seconds_back_at_most(self) -> None:
        """A slow rise is dated to 90 s before it crossed."""
        creeping = [1.5] * 200
        episode = Told([*REST, *creeping, *[6.0] * 9]).only
        assert 261.0 - 90.0 == episode.onset_s

    def test_session_that_begins_activated_is_dated_to_its_first_second(self) -> None:
        """There is nothing earlier that is known."""
        assert 1.0 == Told([6.0] * 9).only.onset_s

    def test_onset_does_not_reach_into_the_activation_before(self) -> None:
        """Settled into the calibrated band, up again: the first keeps its seconds."""
        smoothed = [*REST, *RISE, *HEIGHT, *FALL, *[1.5] * 60, *[6.0] * 60]
        calibrated = [0.5 if value < 2.0 else 6.0 for value in smoothed]
        first, second = Told(smoothed, smoothed0_z=calibrated).episodes
        assert Outcome.SETTLED is first.outcome
        assert first.settled_s is not None
        assert second.onset_s >= first.settled_s

    def test_fair_signal_opens_nothing(self) -> None:
        """While the signal is too poor, nothing opens, however high."""
        trace = [*REST, *RISE, *HEIGHT]
        assert [] == Told(trace, may_open=[False] * len(trace)).said

    def test_signal_that_clears_up_opens_at_once(self) -> None:
        """What was gathered meanwhile counts, and the onset is when it rose."""
        trace = [*REST, *RISE, *HEIGHT]
        may_open = [False] * 100 + [True] * 100
        episode = Told(trace, may_open=may_open).only
        assert (61.0, 101.0) == (episode.onset_s, episode.confirmed_s)

    def test_fair_signal_lets_an_activation_settle(self) -> None:
        """Poorer signal forbids a new one; one that goes on may end."""
        trace = [*REST, *RISE, *HEIGHT, *FALL, *REST]
        may_open = [True] * 100 + [False] * 100
        assert Outcome.SETTLED is Told(trace, may_open=may_open).only.outcome


class TestSettling:
    def test_twenty_seconds_at_rest_settle(self) -> None:
        """Dated to the first of them; the time counts from the turn."""
        told = Told([*REST, *RISE, *HEIGHT, *FALL, *REST])
        episode = told.only
        assert Outcome.SETTLED is episode.outcome
        assert (127.0, 132.0, 151.0) == (
            episode.release_s,
            episode.settled_s,
            episode.ended_s,
        )
        assert 5.0 == episode.settling_time_s
        assert None is episode.residual_z

    def test_nineteen_seconds_do_not(self) -> None:
        """One second up, and the twenty begin anew."""
        dips = [*[0.0] * 19, 1.0] * 4
        told = Told([*REST, *RISE, *HEIGHT, *FALL, *dips], finishes=False)
        assert None is told.only.outcome

    def test_an_unusual_drop_is_not_settling(self) -> None:
        """A heart that falls far below its rest, and stays there, is not back."""
        drop = [-4.0] * 90
        told = Told([*REST, *RISE, *HEIGHT, *FALL[:-1], *drop], finishes=False)
        assert None is told.only.outcome
        back = Told([*REST, *RISE, *HEIGHT, *FALL[:-1], *drop, *REST])
        assert Outcome.SETTLED is back.only.outcome

    def test_unknown_seconds_freeze_the_count(self) -> None:
        """Ten at rest, ten unknown, ten at rest: twenty."""
        trace = [*REST, *RISE, *HEIGHT, *[0.0] * 10, *[None] * 10, *[0.0] * 10]
        told = Told(trace, finishes=False)
        assert 128.0 == told.only.settled_s
        assert 157.0 == told.said[-1][0]

    def test_back_in_the_calibrated_band_is_back(self) -> None:
        """A rest that sank holds no one back."""
        trace = [*REST, *RISE, *HEIGHT, *FALL, *[1.5] * 30]
        calibrated = [value - 1.0 for value in trace]
        episode = Told(trace, smoothed0_z=calibrated).only
        assert Outcome.SETTLED is episode.outcome

    def test_settled_episode_is_told_again_when_its_return_is_complete(self) -> None:
        """The share after five minutes is only known five minutes after the turn."""
        told = Told([*REST, *RISE, *HEIGHT, *FALL, *[0.0] * 400], finishes=False)
        opened, settled, complete = (episode for _, episode in told.said)
        assert None is opened.outcome
        assert None is settled.recovered_pct[300]
        assert 100.0 == complete.recovered_pct[300]
        assert told.said[-1][0] == 127.0 + 300.0 + 7.0


class TestReopening:
    def trace(self, calm_s: int) -> list[float]:
        """Settles, stays for ``calm_s`` seconds, rises again and comes back."""
        way = [*REST, *RISE, *HEIGHT, *[2.0] * 90, *[0.5] * calm_s]
        return [*way, *[4.0] * 30, *[0.0] * 60]

    def test_rise_within_30_seconds_of_settling_is_the_same_activation(self) -> None:
        """The person had not come to rest yet."""
        episode = Told(self.trace(25)).only
        assert Outcome.SETTLED is episode.outcome
        assert ("reopened",) == episode.tags
        assert (61.0, 127.0) == (episode.onset_s, episode.release_s)
        assert 127.0 + 90.0 + 25.0 + 30.0 + 1.0 == episode.settled_s

    def test_load_of_a_reopened_activation_is_counted_once(self) -> None:
        """Area above 1 z from the onset to the end."""
        trace = self.trace(25)
        area_z_s = sum(max(0.0, value - RULE.k_off_z) for value in trace)
        assert pytest.approx(area_z_s) == Told(trace).only.load_z_s

    def test_later_rise_is_another_activation(self) -> None:
        """After 31 s at rest the first one is over."""
        first, second = Told(self.trace(32)).episodes
        assert (Outcome.SETTLED, Outcome.SETTLED) == (first.outcome, second.outcome)
        assert () == first.tags

    def test_reopened_activation_is_told_without_its_end(self) -> None:
        """What was said of its settling no longer holds."""
        told = Told(self.trace(25), finishes=False)
        reopened = told.said[2][1]
        assert (1, None, None) == (
            reopened.number,
            reopened.outcome,
            reopened.settled_s,
        )


class TestInterruption:
    @pytest.mark.parametrize(
        "height_z", [4.5, 6.0, 9.0], ids=["lower", "equal", "higher"]
    )
    def test_rise_out_of_a_long_decline_is_the_next_activation(
        self, height_z: float
    ) -> None:
        """60 s after the turn, 2 z above the lowest point: the first is interrupted."""
        decline = [2.0] * 70
        climb = [2.5, 3.5, 4.5, *[height_z] * 60]
        first, second = Told([*REST, *RISE, *HEIGHT, *decline, *climb]).episodes
        assert Outcome.INTERRUPTED is first.outcome
        assert (127.0, 6.0, None) == (first.release_s, first.peak_z, first.settled_s)
        assert first.ended_s == second.onset_s == 197.0
        assert 2.0 == first.residual_z
        assert height_z == second.peak_z

    def test_rise_after_a_short_decline_is_the_same_activation(self) -> None:
        """Within a minute of the turn it is one activation with two summits."""
        trace = [*REST, *RISE, *HEIGHT, *[2.0] * 50, *[6.0] * 60]
        assert Told(trace).only.peak_z == 6.0

    def test_activation_that_ends_at_its_height_has_not_turned(self) -> None:
        """A session that stops there has seen no return, and measures none."""
        episode = Told([*REST, *RISE, *HEIGHT]).only
        assert episode.outcome is Outcome.UNRESOLVED
        assert episode.release_s is None
        assert episode.recovered_pct == {}

    def test_rise_of_less_than_two_is_the_same_activation(self) -> None:
        """1.9 z up from the lowest point is unrest."""
        trace = [*REST, *RISE, *HEIGHT, *[2.0] * 70, *[3.9] * 60]
        assert 1 == len(Told(trace).episodes)


class TestUnresolved:
    PLATEAU = (*REST, *RISE, *HEIGHT, *[2.0] * 700)

    def test_ten_minutes_after_the_turn_it_is_unresolved(self) -> None:
        """Told once, with what is left: the median of the last 30 s."""
        told = Told(self.PLATEAU, finishes=False)
        t_s, episode = told.said[-1]
        assert Outcome.UNRESOLVED is episode.outcome
        assert (727.0, 727.0, 2.0) == (t_s, episode.ended_s, episode.residual_z)
        assert None is told.tracker.current

    def test_coming_to_rest_later_says_nothing_more(self) -> None:
        """The waiting was over; the next rise is a new activation."""
        told = Told([*self.PLATEAU, *[0.0] * 60, *RISE, *HEIGHT])
        first, second = told.episodes
        assert Outcome.UNRESOLVED is first.outcome
        assert None is first.settled_s
        assert 2 == second.number

    def test_rise_out_of_the_plateau_is_a_new_activation(self) -> None:
        """Its onset is the lowest point before it, the last of them."""
        told = Told([*self.PLATEAU, *[6.0] * 60])
        assert [Outcome.UNRESOLVED] * 2 == [e.outcome for e in told.episodes]
        assert 827.0 == told.episodes[1].onset_s

    def test_new_activation_takes_no_second_of_the_unresolved_one(self) -> None:
        """The lowest point was eight minutes before the waiting ended."""
        plateau = [*REST, *RISE, *HEIGHT, *[2.0] * 70, 1.5, *[2.0] * 600]
        first, second = Told([*plateau, *[6.0] * 60]).episodes
        assert first.ended_s == second.onset_s == 727.0

    def test_session_that_ends_leaves_it_unresolved(self) -> None:
        """What goes on at the end has not settled."""
        episode = Told([*REST, *RISE, *HEIGHT]).only
        assert (Outcome.UNRESOLVED, 127.0) == (episode.outcome, episode.ended_s)
        assert 6.0 == episode.residual_z


class TestHoles:
    def test_hole_of_over_a_minute_loses_the_activation(self) -> None:
        """It ended where it was last seen."""
        told = Told([*REST, *RISE, *HEIGHT, *[None] * 61], finishes=False)
        t_s, episode = told.said[-1]
        assert (188.0, Outcome.LOST, 127.0) == (t_s, episode.outcome, episode.ended_s)
        assert None is episode.settling_time_s

    def test_hole_of_a_minute_does_not(self) -> None:
        """It goes on, and says that there was a hole."""
        told = Told([*REST, *RISE, *HEIGHT, *[None] * 60, *FALL, *[0.0] * 60])
        assert (Outcome.SETTLED, ("gap",)) == (told.only.outcome, told.only.tags)

    def test_hole_settles_nothing_before_30_seconds_of_new_data(self) -> None:
        """At rest right after it, the settling is decided 30 s later."""
        trace = [*REST, *RISE, *HEIGHT, *[None] * 20, *[0.0] * 60]
        told = Told(trace, finishes=False)
        assert 148.0 + 30.0 == told.said[-1][0]
        assert 148.0 == told.only.settled_s

    def test_hole_opens_nothing_before_30_seconds_of_new_data(self) -> None:
        """High right after it, the activation is confirmed 30 s later."""
        told = Told([*REST, *[None] * 20, *[6.0] * 60])
        assert 81.0 + 30.0 == told.only.confirmed_s

    def test_hole_that_loses_nothing_says_nothing(self) -> None:
        """Without an activation, unknown is only unknown."""
        assert [] == Told([*REST, *[None] * 100, *REST]).said


class TestCurrent:
    @pytest.mark.parametrize(
        ("then", "coming_back"),
        [([], False), ([3.0], True), ([3.0, 6.0], False)],
        ids=["up", "turned", "up again"],
    )
    def test_current_activation_tells_whether_it_comes_back(
        self, *, then: list[float], coming_back: bool
    ) -> None:
        """Up, or on the way down."""
        current = Told([*REST, *RISE, *HEIGHT, *then], finishes=False).tracker.current
        assert current is not None
        assert coming_back == current.is_coming_back

    def test_nothing_is_current_at_rest(self) -> None:
        """Before an activation, and after it."""
        assert None is Told(REST, finishes=False).tracker.current
        settled = [*REST, *RISE, *HEIGHT, *REST]
        assert None is Told(settled, finishes=False).tracker.current


def test_lower_threshold_takes_effect_at_the_next_second() -> None:
    """A protocol that expects a rise makes the tracker more sensitive."""
    tracker = EpisodeTracker(RULE)
    changed: list[Episode] = []
    for t_s in range(1, 200):
        if t_s == 100:
            tracker.rule = EpisodeRule(k_on_z=2.0)
        changed += tracker.step(float(t_s), 2.9, 2.9, may_open=True)
    assert changed[0].confirmed_s > 100.0


LEVELS = st.one_of(
    st.none(), st.floats(-3.0, 12.0), st.sampled_from([0.0, 1.0, 3.0, 6.0])
)
TRACES = st.lists(st.tuples(LEVELS, st.integers(1, 90)), max_size=14).map(
    lambda runs: [value for value, seconds in runs for _ in range(seconds)]
)


@settings(max_examples=150, deadline=None)
@given(TRACES, st.floats(-2.0, 2.0))
def test_moments_of_every_episode_stand_in_order(
    smoothed_z: list[float | None], sunk_z: float
) -> None:
    """Onset, peak, turn, settling and end follow each other; so do the episodes."""
    calibrated = [None if z is None else z + sunk_z for z in smoothed_z]
    told = Told(smoothed_z, smoothed0_z=calibrated)
    ended_s = 0.0
    for episode in told.episodes:
        assert episode.outcome is not None
        assert episode.ended_s is not None
        assert ended_s <= episode.onset_s <= episode.confirmed_s
        turned_s = episode.peak_s if episode.release_s is None else episode.release_s
        assert episode.onset_s <= episode.peak_s <= turned_s <= episode.ended_s
        if episode.settled_s is not None:
            assert Outcome.SETTLED is episode.outcome
            assert episode.release_s is not None
            assert turned_s <= episode.settled_s <= episode.ended_s
        ended_s = episode.settled_s or episode.ended_s


@settings(max_examples=100, deadline=None)
@given(TRACES)
def test_unknown_seconds_decide_nothing(smoothed_z: list[float | None]) -> None:
    """In an unknown second an activation may be lost, and nothing else happens."""
    told = Told(smoothed_z, finishes=False)
    for t_s, episode in told.said:
        if smoothed_z[int(t_s) - 1] is None and episode.settled_s is None:
            assert Outcome.LOST is episode.outcome


@settings(max_examples=100, deadline=None)
@given(TRACES)
def test_no_activation_without_area_above_the_threshold(
    smoothed_z: list[float | None],
) -> None:
    """Clipped at k_on, no trace opens anything."""
    clipped = [None if z is None else min(z, RULE.k_on_z) for z in smoothed_z]
    assert [] == Told(clipped).said
