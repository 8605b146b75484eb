"""The beat clock: packets and files to beats in time, gaps and breaks."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.timeline import TYPICAL_DELAY_S, Interval, Timeline
from tests.core.making import place

RR_MS = 800.0


def regular(
    timeline: Timeline, first_s: float, count: int, *, epoch: int = 0
) -> list[Interval]:
    """One interval of 800 ms every 0.8 s, each as late as the other."""
    placed: list[Interval] = []
    for number in range(count):
        placed += place(timeline, first_s + 0.8 * number, [RR_MS], epoch=epoch)
    return placed


def times_s(placed: Sequence[Interval]) -> list[float]:
    return [interval.t_s for interval in placed]


def breaks(placed: Sequence[Interval]) -> list[bool]:
    return [interval.breaks for interval in placed]


class TestPackets:
    def test_first_packet_is_anchored_half_a_second_before_its_arrival(self) -> None:
        """The last beat of the first packet is as old as a packet's last beat is."""
        first, second = place(Timeline(), 10.0, [800.0, 900.0])
        assert pytest.approx(10.0 - TYPICAL_DELAY_S) == second.t_s
        assert pytest.approx(second.t_s - 0.9) == first.t_s
        assert (True, False) == (first.breaks, second.breaks)

    def test_only_the_sum_of_intervals_counts_within_a_stretch(self) -> None:
        """Packets that arrive early or late by 0.4 s leave the beats where they are."""
        timeline = Timeline()
        arrivals_s = [10.0, 11.2, 11.6, 12.8, 13.2]
        placed = [i for t_s in arrivals_s for i in place(timeline, t_s, [RR_MS])]
        assert pytest.approx([9.5, 10.3, 11.1, 11.9, 12.7]) == times_s(placed)
        assert [True, False, False, False, False] == breaks(placed)

    def test_packets_of_nought_to_three_intervals_make_one_stretch(self) -> None:
        """A packet without intervals is no gap; three at once are no burst."""
        timeline = Timeline()
        packets: list[tuple[float, list[float]]] = [
            (10.0, [800.0]),
            (11.0, []),
            (12.0, [800.0, 810.0]),
            (13.0, [820.0]),
            (14.0, []),
            (15.0, [830.0, 840.0, 850.0]),
        ]
        placed = [i for t_s, rr_ms in packets for i in place(timeline, t_s, rr_ms)]
        kept = [rr for _, rr_ms in packets for rr in rr_ms]
        assert kept == [interval.rr_ms for interval in placed]
        assert [True] + [False] * 6 == breaks(placed)

    def test_packets_without_intervals_place_nothing(self) -> None:
        """A strap that has not found a beat yet has said nothing of beats."""
        timeline = Timeline()
        assert [] == place(timeline, 1.0, [])
        assert [True] == breaks(place(timeline, 2.0, [RR_MS]))


class TestDuplicates:
    @pytest.mark.parametrize(
        ("after_s", "payload", "epoch", "duplicate"),
        [
            pytest.param(0.05, b"same", 0, True, id="same at once"),
            pytest.param(0.29, b"same", 0, True, id="same within 0.3 s"),
            pytest.param(0.31, b"same", 0, False, id="same after 0.3 s"),
            pytest.param(0.05, b"other", 0, False, id="other payload"),
            pytest.param(0.05, b"same", 1, False, id="other connection"),
        ],
    )
    def test_duplicate_is_the_same_payload_within_300_ms(
        self, *, after_s: float, payload: bytes, epoch: int, duplicate: bool
    ) -> None:
        """The same bytes again, at once, on the same connection; nothing else."""
        timeline = Timeline()
        timeline.packet(10.0, b"same", [RR_MS], epoch=0)
        assert duplicate == timeline.is_duplicate(10.0 + after_s, payload, epoch)

    def test_first_packet_is_no_duplicate(self) -> None:
        """There is nothing that it could repeat."""
        assert not Timeline().is_duplicate(0.0, b"", 0)


class TestGaps:
    def test_lost_beats_make_a_gap_and_a_break(self) -> None:
        """After 5 s of lost packets the clock jumps to the arrival less the delay."""
        timeline = Timeline()
        last = regular(timeline, 10.0, 10)[-1]
        assert [] == place(timeline, 22.2, [RR_MS])
        (late,) = timeline.release(23.0)
        assert late.breaks
        assert not late.overlaps
        assert pytest.approx(22.2 - TYPICAL_DELAY_S) == late.t_s
        assert late.t_s - late.rr_ms / 1000.0 > last.t_s

    def test_held_packet_is_placed_when_the_next_comes_at_its_own_pace(self) -> None:
        """A packet 0.8 s later did not wait with it: beats were lost in between."""
        timeline = Timeline()
        regular(timeline, 10.0, 10)
        assert [] == place(timeline, 22.2, [RR_MS])
        placed = place(timeline, 23.0, [RR_MS])
        assert [True, False] == breaks(placed)

    def test_grid_point_right_behind_a_late_packet_decides_nothing(self) -> None:
        """Within 0.2 s others may follow that waited with it."""
        timeline = Timeline()
        regular(timeline, 10.0, 10)
        place(timeline, 22.9, [RR_MS])
        assert [] == timeline.release(23.0)
        assert 1 == len(timeline.release(24.0))
        assert [] == timeline.release(25.0)

    @pytest.mark.parametrize(
        ("lost_s", "rr_ms", "gap"),
        [
            pytest.param(2.9, 800.0, False, id="under 3 s"),
            pytest.param(3.1, 800.0, True, id="over 3 s"),
            pytest.param(3.5, 1900.0, False, id="under two slow beats"),
            pytest.param(3.9, 1900.0, True, id="over two slow beats"),
        ],
    )
    def test_gap_is_over_three_seconds_and_over_two_beats(
        self, *, lost_s: float, rr_ms: float, gap: bool
    ) -> None:
        """What is less than both may be delay."""
        timeline = Timeline()
        regular(timeline, 10.0, 10)
        t_s = 10.0 + 0.8 * 9 + rr_ms / 1000.0 + lost_s
        placed = place(timeline, t_s, [rr_ms]) or timeline.release(t_s + 1.0)
        assert [gap] == breaks(placed)

    def test_stall_followed_by_a_burst_loses_and_breaks_nothing(self) -> None:
        """Eight seconds of packets that arrive at once are eight seconds of beats."""
        timeline = Timeline()
        placed = regular(timeline, 10.0, 10)
        for number in range(10):
            placed += place(timeline, 26.0 + 0.03 * number, [RR_MS])
        placed += regular(timeline, 26.8, 5)
        assert 25 == len(placed)
        assert [True] + [False] * 24 == breaks(placed)
        assert pytest.approx([9.5 + 0.8 * n for n in range(25)]) == times_s(placed)

    def test_gap_after_a_stall_is_placed_by_the_usual_delay(self) -> None:
        """Packets that were held up for seconds say nothing of the transport delay."""
        timeline = Timeline()
        regular(timeline, 10.0, 10)
        for number in range(20):
            place(timeline, 34.0 + 0.03 * number, [RR_MS])
        regular(timeline, 34.8, 2)
        place(timeline, 46.0, [RR_MS])
        (late,) = timeline.release(47.0)
        assert pytest.approx(46.0 - TYPICAL_DELAY_S) == late.t_s

    def test_gap_is_seen_from_the_least_delay(self) -> None:
        """A packet that was once 2 s late does not excuse the next 3.2."""
        timeline = Timeline()
        regular(timeline, 10.0, 10)
        assert [False] == breaks(place(timeline, 20.0, [RR_MS]))
        regular(timeline, 18.8, 3)
        assert [] == place(timeline, 18.8 + 0.8 * 3 + 3.2, [RR_MS])

    def test_beats_that_get_lost_one_by_one_leave_a_gap(self) -> None:
        """One packet in twelve is lost: the clock is moved on, with a break.

        24 s of lost beats in five minutes, and none is ever dated 4 s too early.
        """
        timeline = Timeline()
        placed: list[Interval] = []
        latest_s = 0.0
        for number in range(360):
            if number % 12:
                t_s = 10.0 + 0.8 * number
                now = place(timeline, t_s, [RR_MS]) + timeline.release(t_s + 0.5)
                placed += now
                latest_s = max(latest_s, t_s - now[-1].t_s)
        assert latest_s < 4.0
        assert 6 <= sum(breaks(placed)) <= 12
        assert 330 == len(placed)

    def test_clock_that_runs_ahead_is_set_back_to_the_arrivals(self) -> None:
        """Beats cannot end five seconds after they arrived: resync, with a break."""
        timeline = Timeline()
        regular(timeline, 10.0, 10)
        placed = place(timeline, 18.0, [RR_MS] * 8)
        assert placed[0].breaks
        assert 18.0 >= placed[-1].t_s

    def test_clock_a_little_ahead_goes_on(self) -> None:
        """The anchor is only known to half a second."""
        timeline = Timeline()
        regular(timeline, 10.0, 10)
        assert [False] == breaks(place(timeline, 17.3, [RR_MS]))


class TestImpossibleIntervals:
    def test_interval_of_nothing_takes_no_time_and_breaks_nothing(self) -> None:
        """A strap that says 0 ms has said nothing: its neighbours stay contiguous."""
        timeline = Timeline()
        regular(timeline, 10.0, 3)
        nothing, after = place(timeline, 12.4, [0.0, RR_MS])
        assert (0.0, False, False) == (nothing.rr_ms, nothing.breaks, nothing.overlaps)
        assert (False, False) == (after.breaks, after.overlaps)
        assert pytest.approx(nothing.t_s + 0.8) == after.t_s

    def test_interval_of_64_seconds_overlaps_and_moves_the_clock_nowhere(self) -> None:
        """65535 ticks claim a minute that was filled: kept, marked, passed over."""
        timeline = Timeline()
        before = regular(timeline, 10.0, 10)
        longest_ms = 65_535 * 1000 / 1024
        (impossible,) = place(timeline, 18.0, [longest_ms])
        after = regular(timeline, 18.8, 3)
        assert impossible.overlaps
        assert longest_ms == impossible.rr_ms
        assert before[-1].t_s <= impossible.t_s <= 18.0
        assert [True, False, False] == breaks(after)
        assert not any(interval.overlaps for interval in after)
        assert pytest.approx([18.3, 19.1, 19.9]) == times_s(after)


class TestConnections:
    def test_new_connection_breaks_and_anchors_anew(self) -> None:
        """Beats of two connections never follow each other."""
        timeline = Timeline()
        regular(timeline, 10.0, 5)
        (first, second) = regular(timeline, 30.0, 2, epoch=1)
        assert (True, False) == (first.breaks, second.breaks)
        assert pytest.approx(30.0 - TYPICAL_DELAY_S) == first.t_s

    def test_new_connection_that_reaches_back_overlaps(self) -> None:
        """A strap that tells old beats again fills no second twice."""
        timeline = Timeline()
        last = regular(timeline, 10.0, 10)[-1]
        placed = place(timeline, 17.3, [RR_MS] * 4, epoch=1)
        assert [True, True] == [i.overlaps for i in placed[:2]]
        assert all(interval.t_s >= last.t_s for interval in placed)

    def test_held_packet_of_the_old_connection_comes_first(self) -> None:
        """No interval is lost to a new connection."""
        timeline = Timeline()
        regular(timeline, 10.0, 10)
        assert [] == place(timeline, 25.0, [801.0])
        placed = place(timeline, 25.1, [802.0], epoch=1)
        assert [801.0, 802.0] == [interval.rr_ms for interval in placed]
        assert [True, True] == breaks(placed)

    def test_interruption_breaks_and_gives_out_what_is_held(self) -> None:
        """Whatever comes next does not continue what was."""
        timeline = Timeline()
        regular(timeline, 10.0, 10)
        assert [] == place(timeline, 25.0, [801.0])
        assert [801.0] == [interval.rr_ms for interval in timeline.interrupt()]
        assert [] == timeline.interrupt()
        assert [True] == breaks(place(timeline, 25.8, [RR_MS]))


class TestFiles:
    @pytest.mark.parametrize(
        ("t_s", "breaks_here", "overlaps"),
        [
            pytest.param(2.400, False, False, id="contiguous"),
            pytest.param(2.500, False, False, id="rounded up"),
            pytest.param(2.300, False, False, id="rounded down"),
            pytest.param(2.600, True, False, id="a hole"),
            pytest.param(30.00, True, False, id="a long hole"),
            pytest.param(2.200, True, True, id="overlap"),
            pytest.param(1.600, True, True, id="the same time twice"),
            pytest.param(0.500, True, True, id="back in time"),
        ],
    )
    def test_beat_times_of_a_file_show_gaps_and_overlaps(
        self, *, t_s: float, breaks_here: bool, overlaps: bool
    ) -> None:
        """More than 150 ms between the end and the start is a hole, or an overlap."""
        timeline = Timeline()
        timeline.recorded(0.8, RR_MS)
        timeline.recorded(1.6, RR_MS)
        placed = timeline.recorded(t_s, RR_MS)
        assert (breaks_here, overlaps) == (placed.breaks, placed.overlaps)
        assert max(t_s, 1.6) == placed.t_s
        assert RR_MS == placed.rr_ms

    def test_time_told_twice_is_counted_once(self) -> None:
        """Intervals that repeat filled time overlap until they reach new time."""
        timeline = Timeline()
        for number in range(1, 6):
            timeline.recorded(0.8 * number, RR_MS)
        again = [timeline.recorded(2.1 + 0.8 * number, RR_MS) for number in range(5)]
        assert [True, True, True, True, False] == [i.overlaps for i in again]
        assert [True] * 5 == breaks(again)

    def test_first_interval_of_a_file_breaks(self) -> None:
        """Nothing is before it."""
        assert Timeline().recorded(123.0, RR_MS).breaks


RR = st.one_of(
    st.floats(300.0, 2000.0),
    st.floats(0.0, 70_000.0),
    st.sampled_from([0.0, 0.9765625, 65_535 * 1000 / 1024]),
)
PACKETS = st.lists(
    st.tuples(st.floats(0.0, 8.0), st.lists(RR, max_size=9), st.integers(0, 20)),
    max_size=40,
)


def play(packets: Sequence[tuple[float, list[float], int]]) -> list[Interval]:
    """Send packets (wait, intervals, chance of trouble), and decide on all of them."""
    timeline = Timeline()
    t_s, epoch, placed = 0.0, 0, list[Interval]()
    for number, (wait_s, rr_ms, chance) in enumerate(packets):
        t_s += wait_s
        epoch += chance == 0
        placed += timeline.interrupt() if chance == 1 else []
        placed += timeline.release(t_s) if chance > 10 else []
        placed += timeline.packet(t_s, str(number).encode(), rr_ms, epoch=epoch)
    return placed + timeline.interrupt()


@given(PACKETS)
def test_every_interval_is_kept_once_in_order_and_unaltered(
    packets: list[tuple[float, list[float], int]],
) -> None:
    """Nothing is dropped, doubled, swapped or rounded, whatever the radio does."""
    sent = [rr for _, rr_ms, _ in packets for rr in rr_ms]
    assert sent == [interval.rr_ms for interval in play(packets)]


@given(PACKETS)
def test_beats_never_move_back(packets: list[tuple[float, list[float], int]]) -> None:
    """Each beat is at the time of the one before, or after it."""
    for before, after in pairwise(play(packets)):
        assert before.t_s <= after.t_s


@given(PACKETS)
def test_contiguous_intervals_end_their_own_length_apart(
    packets: list[tuple[float, list[float], int]],
) -> None:
    """Between two breaks the clock advances by the intervals, and by nothing else."""
    for before, after in pairwise(play(packets)):
        if not (after.breaks or after.overlaps or before.overlaps):
            assert (
                pytest.approx(after.rr_ms / 1000.0, abs=1e-6) == after.t_s - before.t_s
            )


@given(PACKETS)
def test_no_second_is_filled_twice(
    packets: list[tuple[float, list[float], int]],
) -> None:
    """Intervals that do not say that they overlap, do not (beyond 150 ms)."""
    latest_s = float("-inf")
    for interval in play(packets):
        start_s = interval.t_s - interval.rr_ms / 1000.0
        assert interval.overlaps or start_s >= latest_s - 0.1501
        latest_s = max(latest_s, interval.t_s)


@given(
    st.lists(st.floats(300.0, 1500.0), min_size=2, max_size=60),
    st.lists(st.integers(1, 4), min_size=60, max_size=60),
)
def test_packing_of_intervals_into_packets_changes_no_spacing(
    rr_ms: list[float], sizes: list[int]
) -> None:
    """One interval a packet or four: the same stretch with the same spacing."""

    def spacing_s(packed: list[list[float]]) -> list[float]:
        timeline = Timeline()
        sent_s, placed = 100.0, list[Interval]()
        for number, packet in enumerate(packed):
            sent_s += sum(packet) / 1000.0
            placed += timeline.packet(sent_s, str(number).encode(), packet, epoch=0)
        assert [True] + [False] * (len(rr_ms) - 1) == breaks(placed)
        return [after.t_s - before.t_s for before, after in pairwise(placed)]

    rest, packed = list(rr_ms), list[list[float]]()
    for size in sizes:
        packed.append(rest[:size])
        rest = rest[size:]
    one_each = spacing_s([[rr] for rr in rr_ms])
    assert pytest.approx(one_each) == spacing_s([p for p in packed if p])


@given(st.lists(st.tuples(st.floats(-3.0, 20.0), st.floats(0.0, 3000.0)), max_size=60))
def test_files_are_kept_whole_and_never_run_back(
    steps: list[tuple[float, float]],
) -> None:
    """Any beat times of a file give as many beats, unaltered, in order of time."""
    timeline = Timeline()
    t_s, placed = 0.0, list[Interval]()
    for step_s, rr_ms in steps:
        t_s += step_s
        placed.append(timeline.recorded(t_s, rr_ms))
    assert [rr_ms for _, rr_ms in steps] == [interval.rr_ms for interval in placed]
    for before, after in pairwise(placed):
        assert before.t_s <= after.t_s
