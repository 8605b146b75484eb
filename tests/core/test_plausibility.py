"""Straps that lie: filler intervals, intervals against rates, rates no heart has."""

from collections.abc import Iterator

import numpy as np
import pytest

from biofeed.core.beat import Beat, BeatLabel
from biofeed.core.engine import Engine
from biofeed.core.events import Event, Tick
from biofeed.core.plausibility import JUMP_STAYS_S, Plausibility
from biofeed.core.settings import EngineSettings
from biofeed.core.values import Notice, Output, Second, Unknown
from tests.core.making import notification

WHOOP_TICKS = 512
"""The filler of a strap that has no intervals: 500 ms."""


def heart(bpm: float, *, sd_ticks: float = 12.0, seed: int = 1) -> Iterator[int]:
    """Intervals of a heart at rest, 1/1024 s."""
    chance = np.random.default_rng(seed)
    while True:
        yield round(61_440 / bpm + chance.normal(0.0, sd_ticks))


def told(ticks: Iterator[int], bpm: int, seconds: int) -> Plausibility:
    """A packet a second with one interval."""
    watch = Plausibility()
    for t_s in range(seconds):
        watch.packet(float(t_s), (next(ticks),), bpm)
    return watch


def folded(events: list[Event]) -> list[Output]:
    engine = Engine(EngineSettings())
    outputs: list[Output] = []
    for event in (*events, Tick(t_s=events[-1].t_s + 2.0)):
        outputs += engine.receive(event)
    return outputs


def codes(outputs: list[Output]) -> list[str]:
    return [o.code for o in outputs if isinstance(o, Notice)]


def seconds(outputs: list[Output]) -> list[Second]:
    return [o for o in outputs if isinstance(o, Second)]


class TestIntervals:
    @pytest.mark.parametrize("bpm", [45, 60, 75, 110, 170])
    @pytest.mark.parametrize("sd_ticks", [3.0, 12.0, 60.0])
    def test_a_living_heart_is_believed(self, bpm: int, sd_ticks: float) -> None:
        """Slow or fast, and down to a variability of 3 ms."""
        assert told(heart(bpm, sd_ticks=sd_ticks), bpm, 300).are_intervals_believed

    @pytest.mark.parametrize("off_by_bpm", [-14, 14])
    def test_a_rate_that_lags_is_no_lie(self, off_by_bpm: int) -> None:
        """A strap averages what it reports."""
        assert told(heart(70), 70 + off_by_bpm, 100).are_intervals_believed

    def test_missed_beats_are_no_lie(self) -> None:
        """Every sixth interval doubled: the gate's affair."""
        beats = heart(60)
        watch = Plausibility()
        for t_s in range(120):
            factor = 2 if t_s % 6 == 0 else 1
            watch.packet(float(t_s), (factor * next(beats),), 75)
        assert watch.are_intervals_believed

    def test_bigeminy_is_no_lie(self) -> None:
        """A short and a long interval by turns, whose mean is the rate."""
        beats = heart(75)
        watch = Plausibility()
        for t_s in range(120):
            shift = 205 if t_s % 2 else -205
            watch.packet(float(t_s), (next(beats) + shift,), 75)
        assert watch.are_intervals_believed

    @pytest.mark.parametrize("per_packet", [1, 2])
    def test_a_constant_interval_is_filler(self, per_packet: int) -> None:
        """500 ms for ever, one in a packet or two: known after twenty of them."""
        watch = Plausibility()
        for packet in range(20 // per_packet):
            assert watch.are_intervals_believed
            watch.packet(float(packet), (WHOOP_TICKS,) * per_packet, 120)
        assert not watch.are_intervals_believed

    def test_filler_between_real_ones_is_filler(self) -> None:
        """Two thirds of one value are enough."""
        beats = heart(60)
        watch = Plausibility()
        for t_s in range(60):
            ticks = next(beats) if t_s % 4 == 0 else 1024
            watch.packet(float(t_s), (ticks,), 60)
        assert not watch.are_intervals_believed

    @pytest.mark.parametrize(("counted", "reported"), [(120, 62), (60, 100), (50, 75)])
    def test_intervals_against_the_rate_are_not_believed(
        self, counted: int, reported: int
    ) -> None:
        """Varied, plausible, steady, and not what the strap says of the heart."""
        assert not told(heart(counted), reported, 40).are_intervals_believed

    def test_too_few_witnesses_say_nothing(self) -> None:
        """A quarter of a minute is needed to contradict."""
        assert told(heart(120), 62, 14).are_intervals_believed

    def test_they_are_believed_again(self) -> None:
        """Once filler and contradiction have left the last half minute."""
        watch = Plausibility()
        beats = heart(60)
        for t_s in range(60):
            watch.packet(float(t_s), (WHOOP_TICKS,), 60)
        for t_s in range(60, 92):
            watch.packet(float(t_s), (next(beats),), 60)
        assert watch.are_intervals_believed

    def test_nought_is_no_witness(self) -> None:
        """A rate of 0 contradicts nothing."""
        assert told(heart(60), 0, 100).are_intervals_believed


class TestRates:
    @pytest.mark.parametrize(
        ("before", "after", "dt_s", "expected"),
        [
            (70, 111, 1.0, True),
            (111, 70, 1.0, True),
            (70, 110, 1.0, False),
            (70, 130, 2.0, True),
            (70, 130, 5.0, False),
            (0, 130, 1.0, False),
        ],
    )
    def test_a_jump_is_more_than_40_at_once(
        self, before: int, after: int, dt_s: float, *, expected: bool
    ) -> None:
        """From one packet to the next; what lies between is not known."""
        watch = Plausibility()
        watch.packet(0.0, (), before)
        watch.packet(dt_s, (), after)
        assert expected is watch.has_jumped(dt_s)

    def test_a_jump_is_not_used_for_half_a_minute(self) -> None:
        """As long as it stays in the average."""
        watch = Plausibility()
        watch.packet(0.0, (), 70)
        watch.packet(1.0, (), 130)
        assert watch.has_jumped(1.0 + JUMP_STAYS_S - 0.1)
        assert not watch.has_jumped(1.0 + JUMP_STAYS_S)

    def test_nothing_jumps_across_a_loss(self) -> None:
        """A strap that comes back may find another heart rate."""
        watch = Plausibility()
        watch.packet(0.0, (), 70)
        watch.reconnected()
        watch.packet(1.0, (), 130)
        assert not watch.has_jumped(1.0)


class TestAsFarAsThePerson:
    def test_filler_makes_heart_rate_only(self) -> None:
        """Two times 500 ms a second beside 62 bpm: the rate alone, said once."""
        events: list[Event] = [
            notification(float(t_s), WHOOP_TICKS, WHOOP_TICKS, bpm=61 + t_s % 3)
            for t_s in range(1, 121)
        ]
        outputs = folded(events)
        assert ["heart_rate_only", "implausible_intervals"] == codes(outputs)
        last = seconds(outputs)[-3]
        assert last.heart_rate_only
        assert last.heart_rate_bpm == pytest.approx(62.0, abs=0.5)
        assert {None} == {second.ln_rmssd for second in seconds(outputs)}
        beats = [o for o in outputs if isinstance(o, Beat)]
        assert {BeatLabel.IMPLAUSIBLE} == {b.label for b in beats[40:]}

    def test_real_intervals_come_back(self) -> None:
        """A strap that finds the heart is read by its intervals again."""
        beats = heart(60)
        events: list[Event] = [
            notification(float(t), WHOOP_TICKS if t < 60 else next(beats), bpm=60)
            for t in range(1, 241)
        ]
        last = seconds(folded(events))[-3]
        assert not last.heart_rate_only
        assert last.ln_rmssd is not None

    def test_invented_rates_coach_nobody(self) -> None:
        """70 and 130 by turns without an interval: noticed, and no heart rate."""
        events: list[Event] = [
            notification(float(t_s), bpm=70 if t_s % 40 < 20 else 130)
            for t_s in range(1, 201)
        ]
        outputs = folded(events)
        assert "heart_rate_jump" in codes(outputs)
        after = [second for second in seconds(outputs) if second.t_s > 30.0]
        assert {None} == {second.heart_rate_bpm for second in after}
        assert {Unknown.POOR_SIGNAL} == {s.why_unknown for s in after[:-2]}

    def test_a_slow_change_of_rate_is_used(self) -> None:
        """A heart that climbs by 2 bpm a second is a heart."""
        events: list[Event] = [
            notification(float(t_s), bpm=min(140, 60 + 2 * max(0, t_s - 60)))
            for t_s in range(1, 161)
        ]
        outputs = folded(events)
        assert "heart_rate_jump" not in codes(outputs)
        assert seconds(outputs)[-3].heart_rate_bpm is not None
