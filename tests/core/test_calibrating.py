"""A rest that is searched for, and one that was named."""

from dataclasses import replace

import pytest

from biofeed.core.calibrating import NamedRest, SearchedRest, rest_second
from biofeed.core.signals import Signals
from biofeed.core.values import Quality
from calibration.baseline import Baseline, RestSecond, Verdict

SIGNALS = Signals(
    heart_rate_bpm=60.0,
    why_unknown=None,
    ln_rmssd=3.5,
    sudden_bpm=60.0,
    quality=Quality.GOOD,
    accepted_share=1.0,
    beat_age_s=None,
    slow_breathing=True,
    irregular_rhythm=False,
    heart_rate_only=False,
)


def second(t_s: float) -> RestSecond:
    return RestSecond(
        t_s=t_s,
        heart_rate_bpm=60.0 + 0.5 * (t_s % 2.0),
        ln_rmssd=3.5,
        beats=1,
        accepted=1,
        beat_age_s=0.5,
        slow_breathing=False,
        irregular_rhythm=False,
    )


def decided(
    finder: SearchedRest | NamedRest, seconds: int, *, first_beat_s: float | None
) -> list[Baseline]:
    steps = [finder.step(second(float(t)), first_beat_s) for t in range(1, seconds + 1)]
    return [baseline for baseline in steps if baseline is not None]


class TestSearchedRest:
    def test_search_begins_a_minute_after_the_first_beat(self) -> None:
        """A strap that was put on at 10 s is searched from 70 s on."""
        finder = SearchedRest(0.0)
        (baseline,) = decided(finder, 250, first_beat_s=10.0)
        assert (70.0, 250.0) == (baseline.start_s, baseline.end_s)

    def test_search_begins_no_sooner_than_it_is_told(self) -> None:
        """The person began at 100 s, long after the strap was on."""
        finder = SearchedRest(100.0)
        (baseline,) = decided(finder, 280, first_beat_s=10.0)
        assert 100.0 == baseline.start_s

    def test_nothing_is_gathered_before_the_first_beat(self) -> None:
        """A silent strap is not settling in."""
        finder = SearchedRest(0.0)
        assert [] == decided(finder, 400, first_beat_s=None)
        assert None is finder.give_up()
        assert (60.0, 0.0) == (finder.progress.settling_in_s, finder.progress.usable_s)

    def test_progress_counts_the_waiting_down_and_then_the_rest_up(self) -> None:
        """First seconds to wait, then seconds gathered."""
        finder = SearchedRest(0.0)
        finder.step(second(20.0), 10.0)
        assert (50.0, 0.0) == (finder.progress.settling_in_s, finder.progress.usable_s)
        for t_s in (70.0, 71.0, 72.0):
            finder.step(second(t_s), 10.0)
        assert (0.0, 2.0) == (finder.progress.settling_in_s, finder.progress.usable_s)
        assert 180.0 == finder.progress.needed_s


class TestNamedRest:
    def test_named_seconds_are_the_rest_however_long_the_strap_was_on(self) -> None:
        """The whole of them, decided at their end, once."""
        finder = NamedRest(30.0, 180.0)
        (baseline,) = decided(finder, 400, first_beat_s=29.0)
        assert (30.0, 180.0, 150.0) == (
            baseline.start_s,
            baseline.end_s,
            baseline.usable_s,
        )
        assert Verdict.ACCEPTED is baseline.verdict

    def test_recording_that_ends_inside_is_judged_by_what_there_is(self) -> None:
        """Half of the named rest is there."""
        finder = NamedRest(0.0, 300.0)
        assert [] == decided(finder, 150, first_beat_s=0.5)
        baseline = finder.give_up()
        assert baseline is not None
        assert 150.0 == baseline.usable_s

    def test_rest_beyond_the_recording_is_none(self) -> None:
        """Nothing to judge."""
        finder = NamedRest(500.0, 700.0)
        assert [] == decided(finder, 150, first_beat_s=0.5)
        assert None is finder.give_up()

    def test_usual_rate_is_compared(self) -> None:
        """A named rest is asked the same questions."""
        finder = NamedRest(0.0, 150.0, history_bpm=90.0)
        (baseline,) = decided(finder, 150, first_beat_s=0.5)
        assert Verdict.ACCEPTED_WITH_WARNING is baseline.verdict

    def test_progress_is_of_the_named_seconds(self) -> None:
        """50 of 150."""
        finder = NamedRest(30.0, 180.0)
        decided(finder, 80, first_beat_s=0.5)
        assert (50.0, 150.0) == (finder.progress.usable_s, finder.progress.needed_s)


@pytest.mark.parametrize(("age_s", "told_s"), [(None, 0.0), (2.5, 2.5)])
def test_second_of_a_rest_is_read_from_the_signals(
    age_s: float | None, told_s: float
) -> None:
    """Before the first beat nothing is missing yet, so there is no hole."""
    signals = replace(SIGNALS, beat_age_s=age_s)
    rest = rest_second(7.0, signals, beats=3, accepted=2)
    expected = RestSecond(
        t_s=7.0,
        heart_rate_bpm=60.0,
        ln_rmssd=3.5,
        beats=3,
        accepted=2,
        beat_age_s=told_s,
        slow_breathing=True,
        irregular_rhythm=False,
    )
    assert expected == rest
