"""When the signal is too irregular for a return to be measured on it."""

from collections.abc import Iterable, Iterator
from itertools import cycle, islice
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.beat import Beat, BeatLabel
from biofeed.core.heartbeats import Heartbeats
from biofeed.core.irregular import FLAGGED, LEAST_BEATS, WINDOW_S, IrregularWatch
from devices.rr_files import read_rr_file
from devices.source import RecordedInterval
from tests.core.making import beat

PEOPLE = Path(__file__).parents[3] / "shared" / "data"


def labelled(*labels: BeatLabel) -> Iterator[Beat]:
    """One beat a second, so labelled."""
    for t_s, label in enumerate(labels, start=1):
        yield beat(float(t_s), 1000.0, label)


def ends_irregular(*labels: BeatLabel, wait_s: float = 0.0) -> bool:
    """Whether the signal is irregular after these beats."""
    watch = IrregularWatch()
    for each in labelled(*labels):
        watch.take(each)
    return watch.step(len(labels) + wait_s)


def seconds_irregular(intervals: Iterable[tuple[float, float]]) -> Iterator[bool]:
    """Each grid second of a recording, through the gate."""
    heartbeats, watch = Heartbeats(), IrregularWatch()
    now_s = 0.0
    for t_s, rr_ms in intervals:
        for each in heartbeats.interval(RecordedInterval(t_s=t_s, rr_ms=rr_ms)):
            watch.take(each)
        while now_s + 1.0 <= t_s:
            now_s += 1.0
            yield watch.step(now_s)


def of_pace(rr_ms: Iterable[float]) -> Iterator[tuple[float, float]]:
    """Intervals one after the other, each with the time at which it ends."""
    t_s = 0.0
    for each in rr_ms:
        t_s += each / 1000.0
        yield t_s, each


class TestShare:
    def test_a_twentieth_is_not_yet_too_much(self) -> None:
        """Six of 120 are not, seven are."""
        normal = [BeatLabel.NORMAL] * 113
        assert not ends_irregular(BeatLabel.NORMAL, *normal, *[BeatLabel.MISSED] * 6)
        assert ends_irregular(*normal, *[BeatLabel.MISSED] * 7)

    @pytest.mark.parametrize(
        "label", sorted(set(BeatLabel) - {BeatLabel.NORMAL, BeatLabel.PAUSE})
    )
    def test_every_other_label_counts(self, label: BeatLabel) -> None:
        """Early, missed, extra, impossible, overlapping: no cause is looked for."""
        assert ends_irregular(*[BeatLabel.NORMAL] * 100, *[label] * 20)

    def test_a_heart_that_slows_is_not_irregular(self) -> None:
        """However many pauses there are."""
        slowing = [BeatLabel.NORMAL, BeatLabel.PAUSE]
        assert not ends_irregular(*islice(cycle(slowing), 120))

    def test_a_beat_counts_once(self) -> None:
        """An early one with its pause as one, and so do the halves of an extra one."""
        for story in ([BeatLabel.ECTOPIC, BeatLabel.PAUSE], [BeatLabel.EXTRA] * 2):
            six, seven = ([*[BeatLabel.NORMAL] * rest, *story] for rest in (18, 15))
            assert not ends_irregular(*islice(cycle(six), 120))
            assert ends_irregular(*islice(cycle(seven), 119))

    def test_few_beats_say_nothing(self) -> None:
        """One less than needed, all of them flagged."""
        assert not ends_irregular(*[BeatLabel.MISSED] * (LEAST_BEATS - 1))
        assert ends_irregular(*[BeatLabel.MISSED] * LEAST_BEATS)

    def test_it_is_over_when_they_are_two_minutes_old(self) -> None:
        """Nothing older than the window counts."""
        labels = [*[BeatLabel.MISSED] * 7, *[BeatLabel.NORMAL] * 113]
        assert ends_irregular(*labels)
        assert not ends_irregular(*labels, wait_s=2.0)
        assert not ends_irregular(*labels, wait_s=WINDOW_S)

    @given(labels=st.lists(st.sampled_from(BeatLabel), max_size=300))
    def test_it_is_the_share_of_the_window(self, labels: list[BeatLabel]) -> None:
        """Counting as they come and go gives what counting anew would."""
        recent = labels[-round(WINDOW_S) :]
        flagged = sum(FLAGGED[label] for label in recent)
        enough = len(recent) >= LEAST_BEATS
        expected = enough and flagged > 0.05 * len(recent)
        assert expected is ends_irregular(*labels)


class TestThroughTheGate:
    def test_few_artefacts_leave_it_silent(self) -> None:
        """At 1.6 % of beats, every kind of them, as they come."""
        chance = np.random.default_rng(4)
        rr_ms: list[float] = []
        while len(rr_ms) < 2000:
            usual_ms = float(850.0 + 40.0 * chance.standard_normal())
            kind = chance.random() / 0.016
            if kind < 0.33:
                rr_ms += [0.65 * usual_ms, 1.35 * usual_ms]
            elif kind < 0.67:
                rr_ms += [0.4 * usual_ms, 0.6 * usual_ms]
            else:
                rr_ms.append(2.0 * usual_ms if kind < 1.0 else usual_ms)
        assert not any(seconds_irregular(of_pace(rr_ms)))

    def test_a_rhythm_without_a_pattern_is_found(self) -> None:
        """Intervals that know nothing of each other, spread by a fifth."""
        chance = np.random.default_rng(5)
        rr_ms = 700.0 * np.exp(0.2 * chance.standard_normal(600))
        found = list(seconds_irregular(of_pace(rr_ms.tolist())))
        assert all(found[180:])

    def test_people_at_rest_are_seldom_told_so(self) -> None:
        """In forty hours of twenty people, under a quarter of a percent of seconds."""
        files = sorted((PEOPLE / "fantasia").glob("*.rr.csv"))
        if not files:
            pytest.skip("the shared recordings are not here")
        found = [
            irregular
            for file in files
            for irregular in seconds_irregular(
                (event.t_s, event.rr_ms) for event in read_rr_file(file).events()
            )
        ]
        assert sum(found) / len(found) < 0.0025
