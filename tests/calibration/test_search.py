"""The search for a rest: how soon, how long, and what it is content with."""

from collections.abc import Iterable

import pytest

from calibration.baseline import Baseline, Reason, RestSecond, Verdict
from calibration.search import RestSearch
from tests.calibration.resting import rest, second, still, with_holes


def searched(
    seconds: Iterable[RestSecond], *, history_bpm: float | None = None
) -> list[Baseline]:
    """All that the search says; it stops listening at the first accepted rest."""
    search = RestSearch(history_bpm=history_bpm)
    said: list[Baseline] = []
    for each in seconds:
        tried = search.add(each)
        if tried is not None:
            said.append(tried)
            if tried.verdict is not Verdict.REFUSED:
                break
    return said


def coming_down(seconds: int, *, to_bpm: float = 60.0) -> list[RestSecond]:
    """A heart that comes down by 5 bpm in these seconds."""
    return rest(to_bpm + 5.0 * (1.0 - n / seconds) for n in range(seconds))


def restless(seconds: int, *, first_s: float = 1.0) -> list[RestSecond]:
    """A heart rate that swings by 10 bpm every half a minute."""
    return rest((60.0 + 10.0 * (n // 30 % 2) for n in range(seconds)), first_s)


def test_still_person_has_a_rest_after_three_minutes() -> None:
    """Not a second sooner or later, and of all of them."""
    (found,) = searched(still(400))
    assert Verdict.ACCEPTED is found.verdict
    assert (0.0, 180.0) == (found.start_s, found.end_s)


def test_person_who_settles_late_is_waited_for() -> None:
    """A minute of coming down, then still: accepted before five minutes are over."""
    seconds = coming_down(90) + still(300, first_s=91.0)
    (found,) = searched(seconds)
    assert Verdict.ACCEPTED is found.verdict
    assert 180.0 < found.end_s < 300.0
    assert 180.0 == found.end_s - found.start_s


def test_calmest_two_minutes_do_after_five() -> None:
    """A hole before and a hole after: the two minutes between them are taken."""
    (found,) = searched(with_holes(still(400), 100.0, 226.0))
    assert Verdict.ACCEPTED is found.verdict
    assert (100.0, 220.0) == (found.start_s, found.end_s)


def test_calmest_may_be_the_very_last_two_minutes() -> None:
    """A hole at 180 s: from there to 300 s is just enough."""
    (found,) = searched(with_holes(still(300), 100.0, 180.0))
    assert Verdict.ACCEPTED is found.verdict
    assert (180.0, 300.0) == (found.start_s, found.end_s)


def test_calmest_is_the_lowest_of_the_steady() -> None:
    """Of two still stretches the one with the slower heart."""
    seconds = still(150, bpm=66.0) + still(150, bpm=60.0, first_s=151.0)
    (found,) = searched(with_holes(seconds, 155.0))
    assert found.reference is not None
    assert 60.0 == found.reference.heart_rate_bpm.centre
    assert 155.0 <= found.start_s


def test_calmest_must_be_steady() -> None:
    """A heart that comes down by 2 bpm a minute has its lowest seconds last."""
    seconds = rest(70.0 - n / 30.0 for n in range(300))
    (refused,) = searched(seconds)
    assert (Reason.HEART_RATE_DRIFTS,) == refused.reasons


def test_unrest_is_refused_once_and_searched_on() -> None:
    """Told at five minutes; then the first still stretch is found."""
    seconds = restless(600) + still(300, first_s=601.0)
    refused, found = searched(seconds)
    assert Verdict.REFUSED is refused.verdict
    assert 300.0 == refused.end_s
    assert Reason.HEART_RATE_UNSTEADY in refused.reasons
    assert Verdict.ACCEPTED is found.verdict
    assert 600.0 < found.end_s <= 780.0


def test_history_is_asked_in_every_way_to_a_rest() -> None:
    """At once, of the calmest two minutes, and at the end of a recording."""
    (found,) = searched(still(200), history_bpm=90.0)
    assert (Reason.FAR_FROM_HISTORY,) == found.reasons
    (calmest,) = searched(with_holes(still(400), 100.0, 226.0), history_bpm=90.0)
    assert (100.0, (Reason.FAR_FROM_HISTORY,)) == (calmest.start_s, calmest.reasons)
    search = RestSearch(history_bpm=90.0)
    for each in still(150):
        search.add(each)
    given_up = search.give_up()
    assert given_up is not None
    assert (Reason.FAR_FROM_HISTORY,) == given_up.reasons


class TestGivingUp:
    def test_nothing_gathered_is_nothing_to_judge(self) -> None:
        """A recording without beats has no baseline, not even a refused one."""
        assert None is RestSearch().give_up()

    @pytest.mark.parametrize(
        ("seconds", "verdict"), [(119, Verdict.REFUSED), (150, Verdict.ACCEPTED)]
    )
    def test_short_recording_is_judged_as_it_is(
        self, seconds: int, verdict: Verdict
    ) -> None:
        """Two minutes may do where there will be no third."""
        search = RestSearch()
        for each in still(seconds):
            assert None is search.add(each)
        given_up = search.give_up()
        assert given_up is not None
        assert verdict is given_up.verdict

    def test_refused_search_repeats_its_refusal(self) -> None:
        """What was told at five minutes is what is told at the end."""
        search = RestSearch()
        said = [search.add(each) for each in restless(400)]
        (refused,) = [tried for tried in said if tried is not None]
        assert refused == search.give_up()


class TestProgress:
    def test_progress_counts_to_three_minutes_and_then_to_five(self) -> None:
        """Never more than is needed."""
        search = RestSearch()
        seen: list[tuple[float, float]] = []
        for each in restless(400):
            search.add(each)
            seen.append((search.progress.usable_s, search.progress.needed_s))
        assert (1.0, 180.0) == seen[0]
        assert (180.0, 180.0) == seen[179]
        assert (181.0, 300.0) == seen[180]
        assert (300.0, 300.0) == seen[399]

    def test_progress_says_what_stands_in_the_way(self) -> None:
        """The first reason against the last three minutes; nothing before a try."""
        search = RestSearch()
        for each in coming_down(179):
            search.add(each)
        assert None is search.progress.disturbance
        search.add(second(180.0))
        assert Reason.HEART_RATE_DRIFTS is search.progress.disturbance
