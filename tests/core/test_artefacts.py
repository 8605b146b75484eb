"""The three-door gate: each label by example, and what holds for any intervals."""

from collections.abc import Iterable, Sequence
from math import pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.artefacts import LONGEST_TAIL, ArtefactGate
from biofeed.core.beat import Beat, BeatLabel
from biofeed.core.timeline import Interval
from tests.core.making import intervals_of

NORMAL, ECTOPIC, PAUSE = BeatLabel.NORMAL, BeatLabel.ECTOPIC, BeatLabel.PAUSE
MISSED, EXTRA, IMPLAUSIBLE = BeatLabel.MISSED, BeatLabel.EXTRA, BeatLabel.IMPLAUSIBLE

STEADY = (800.0, 810.0, 795.0, 805.0, 790.0, 800.0, 810.0, 800.0, 795.0, 800.0)
"""Ten unremarkable intervals: the gate is seated after nine."""


def gate_all(intervals: Iterable[Interval]) -> list[Beat]:
    """Label intervals to the end, as they come out."""
    gate = ArtefactGate()
    final = [beat for interval in intervals for beat in gate.label(interval)]
    return final + gate.flush()


def labels(beats: Sequence[Beat]) -> list[BeatLabel]:
    return [beat.label for beat in beats]


def follows(beats: Sequence[Beat]) -> list[bool]:
    return [beat.follows for beat in beats]


class TestLabels:
    @pytest.mark.parametrize(
        ("odd_ms", "expected", "beats"),
        [
            pytest.param([560, 1040], [ECTOPIC, PAUSE], [1.0, 1.0], id="ectopic"),
            pytest.param([1600], [MISSED], [2.0], id="missed"),
            pytest.param([2410], [MISSED], [3.0], id="two missed"),
            pytest.param([320, 480], [EXTRA, EXTRA], [0.5, 0.5], id="extra"),
            pytest.param([120], [IMPLAUSIBLE], [0.0], id="far too short"),
            pytest.param([5000], [IMPLAUSIBLE], [0.0], id="far too long"),
            pytest.param([0.0], [IMPLAUSIBLE], [0.0], id="nothing"),
            pytest.param([1100], [PAUSE], [1.0], id="a late beat alone"),
        ],
    )
    def test_artefact_among_normal_beats_gets_its_name(
        self, odd_ms: list[float], expected: list[BeatLabel], beats: list[float]
    ) -> None:
        """Neighbours stay normal, the artefact says how many beats its time is."""
        labelled = gate_all(intervals_of([*STEADY, *odd_ms, *STEADY]))
        odd = labelled[len(STEADY) : len(STEADY) + len(odd_ms)]
        assert expected == labels(odd)
        assert beats == [beat.beats for beat in odd]
        assert not any(follows(odd))
        rest = labelled[: len(STEADY)] + labelled[len(STEADY) + len(odd_ms) :]
        assert {NORMAL} == set(labels(rest))

    def test_no_difference_is_taken_to_or_across_an_artefact(self) -> None:
        """The first normal beat after one follows nothing."""
        labelled = gate_all(intervals_of([*STEADY, 1600.0, *STEADY]))
        expected = [False] + [True] * 9 + [False, False] + [True] * 9
        assert expected == follows(labelled)

    def test_no_difference_is_taken_across_a_break(self) -> None:
        """Two normal beats with a gap between them are no pair."""
        after = intervals_of(STEADY, start_s=20.0)
        labelled = gate_all([*intervals_of(STEADY), *after])
        assert {NORMAL} == set(labels(labelled))
        assert [False] + [True] * 9 == follows(labelled[len(STEADY) :])

    def test_early_beat_before_a_gap_has_no_story_with_the_beat_after(self) -> None:
        """Two intervals tell one story only when they touch."""
        after = intervals_of([1040.0, *STEADY], start_s=15.0)
        labelled = gate_all([*intervals_of([*STEADY, 560.0]), *after])
        assert (ECTOPIC, PAUSE) == (labelled[10].label, labelled[11].label)
        assert labelled[11].breaks

    def test_overlapping_interval_is_used_for_nothing(self) -> None:
        """It claims time that was filled: no beat, no difference, no new reference."""
        overlapping = Interval(8.0, 800.0, breaks=True, overlaps=True)
        labelled = gate_all(
            [*intervals_of(STEADY), overlapping, *intervals_of(STEADY, start_s=8.0)]
        )
        assert BeatLabel.OVERLAP is labelled[10].label
        assert (0.0, False) == (labelled[10].beats, labelled[10].follows)
        assert not labelled[11].follows


class TestDoors:
    def test_beat_near_the_median_enters_by_that_alone(self) -> None:
        """700 after 920: a step of 24 %, off the trend, and 13 % from the median."""
        assert {NORMAL} == set(labels(gate_all(intervals_of([*STEADY, 920.0, 700.0]))))

    def test_usual_step_enters_by_that_alone(self) -> None:
        """1070 after 1000 and 940: a third off the median, against the trend."""
        swinging_ms = [940.0, 1000.0, 940.0, 1070.0]
        labelled = gate_all(intervals_of([*STEADY, *swinging_ms]))
        assert {NORMAL} == set(labels(labelled))

    def test_beat_on_the_trend_enters_by_that_alone(self) -> None:
        """1090 after 800 and 940 goes on as it began; after 940 twice it does not."""
        rising_ms, resting_ms = [940.0, 1090.0], [940.0, 940.0, 1090.0]
        assert NORMAL is gate_all(intervals_of([*STEADY, *rising_ms]))[-1].label
        assert PAUSE is gate_all(intervals_of([*STEADY, *resting_ms]))[-1].label

    @pytest.mark.parametrize(
        ("before_ms", "label"),
        [
            pytest.param([800.0, 805.0] * 20, ECTOPIC, id="steady"),
            pytest.param([960.0, 800.0] * 20, NORMAL, id="swinging"),
        ],
    )
    def test_step_of_a_quarter_is_usual_for_who_swings(
        self, before_ms: list[float], label: BeatLabel
    ) -> None:
        """610 after 800, across a short gap: four times the median step, up to 25 %."""
        before = intervals_of(before_ms)
        after = intervals_of([610.0], start_s=before[-1].t_s + 2.0)
        assert label is gate_all([*before, *after])[-1].label

    def test_missed_beat_is_counted_in_the_pace_of_the_slow_half(self) -> None:
        """2100 ms are three beats of 800 and two of the last ones, of 1000."""
        labelled = gate_all(intervals_of([*STEADY, 900.0, 1000.0, 2100.0]))
        assert (MISSED, 2.0) == (labelled[-1].label, labelled[-1].beats)

    def test_deep_slow_breathing_is_no_artefact(self) -> None:
        """Waves of ±25 % at six breaths a minute pass; a 20 % filter drops a third."""
        rr_ms, t_s = list[float](), 0.0
        while t_s < 120.0:
            rr_ms.append(900.0 * (1.0 + 0.25 * sin(2.0 * pi * t_s / 10.0)))
            t_s += rr_ms[-1] / 1000.0
        assert {NORMAL} == set(labels(gate_all(intervals_of(rr_ms))))

    def test_steep_but_steady_rise_passes_by_its_trend(self) -> None:
        """Steps of 18 % are wider than usual, but go on as they began."""
        rising_ms = [800.0, 900.0, 1010.0, 1130.0, 1270.0, 1420.0]
        labelled = gate_all(intervals_of([*STEADY, *rising_ms]))
        assert {NORMAL} == set(labels(labelled))

    def test_lone_step_of_30_percent_is_refused(self) -> None:
        """No door is open to a beat that is 30 % early, whoever the person is."""
        swinging_ms = [800.0, 960.0] * 20
        labelled = gate_all(intervals_of([*swinging_ms, 620.0, *swinging_ms]))
        assert NORMAL is not labelled[40].label


class TestReference:
    def test_new_pace_is_believed_after_four_beats(self) -> None:
        """Four alike in a row were no artefacts: the labels are put right."""
        labelled = gate_all(intervals_of([*STEADY, *[560.0] * 10]))
        assert {NORMAL} == set(labels(labelled))
        assert [False] + [True] * 9 == follows(labelled[len(STEADY) :])

    def test_three_beats_at_another_pace_prove_nothing(self) -> None:
        """A run of three early beats stays an artefact."""
        labelled = gate_all(intervals_of([*STEADY, 560.0, 560.0, 560.0, *STEADY]))
        assert NORMAL not in labels(labelled[10:13])
        assert {NORMAL} == set(labels(labelled[13:]))

    def test_four_rejects_that_disagree_change_nothing(self) -> None:
        """Noise is not a pace."""
        noise_ms = [300.0, 1300.0, 500.0, 2900.0, 350.0]
        labelled = gate_all(intervals_of([*STEADY, *noise_ms, *STEADY]))
        assert {NORMAL} == set(labels(labelled[15:]))
        assert NORMAL not in labels(labelled[10:15])

    def test_four_rejects_across_a_gap_are_not_in_a_row(self) -> None:
        """Two before and two after a hole agree by chance."""
        intervals = [
            *intervals_of([*STEADY, 560.0, 560.0]),
            *intervals_of([560.0, 560.0, *STEADY], start_s=14.0),
        ]
        assert NORMAL not in labels(gate_all(intervals)[10:14])

    def test_false_seat_at_the_start_is_revoked(self) -> None:
        """A strap that begins with noise is not believed once the pace is known."""
        labelled = gate_all(intervals_of([1500.0, 1450.0, *STEADY]))
        assert [IMPLAUSIBLE, IMPLAUSIBLE] == labels(labelled[:2])
        assert [False] * 3 == follows(labelled[:3])
        assert {NORMAL} == set(labels(labelled[2:]))

    def test_revoked_seat_leaves_overlaps_as_they_are(self) -> None:
        """What claimed filled time is no implausible interval, whatever the pace."""
        false_seat = [*intervals_of([1500.0]), Interval(1.6, 800.0, True, True)]
        labelled = gate_all([*false_seat, *intervals_of(STEADY, start_s=1.6)])
        assert [IMPLAUSIBLE, BeatLabel.OVERLAP] == labels(labelled[:2])
        assert {NORMAL} == set(labels(labelled[2:]))

    def test_second_change_of_pace_takes_nothing_back(self) -> None:
        """Beats of a pace that was believed stay beats when the next pace comes."""
        paces = [*STEADY, *[560.0] * 6, *[800.0] * 10]
        assert {NORMAL} == set(labels(gate_all(intervals_of(paces))))

    @pytest.mark.parametrize(
        ("hole_s", "label"), [(14.0, ECTOPIC), (16.0, NORMAL)], ids=["14 s", "16 s"]
    )
    def test_hole_of_15_seconds_forgets_the_pace(
        self, hole_s: float, label: BeatLabel
    ) -> None:
        """After it the heart may beat at any pace; before, 560 ms is early."""
        before = intervals_of(STEADY)
        after = intervals_of([560.0], start_s=before[-1].t_s + hole_s)
        assert label is gate_all([*before, *after])[10].label

    def test_hole_forgets_the_rejects_before_it(self) -> None:
        """What was doubtful before a long hole is final, and helps no new pace."""
        gate = ArtefactGate()
        for interval in intervals_of([*STEADY, 560.0]):
            gate.label(interval)
        (first,) = intervals_of([900.0], start_s=60.0)
        assert [ECTOPIC] == labels(gate.label(first))


class TestTail:
    def test_normal_beats_of_a_seated_gate_are_final_at_once(self) -> None:
        """No one waits for the label of an unremarkable beat."""
        gate = ArtefactGate()
        for interval in intervals_of(STEADY):
            gate.label(interval)
        assert [] == gate.tail

    def test_doubtful_beat_waits_for_the_next_normal_one(self) -> None:
        """Its label may change with its neighbour's; then both are final."""
        gate = ArtefactGate()
        early, late, normal = intervals_of([*STEADY, 560.0, 1040.0, 800.0])[10:]
        for interval in intervals_of(STEADY):
            gate.label(interval)
        assert [] == gate.label(early)
        assert [ECTOPIC] == labels(gate.tail)
        assert [] == gate.label(late)
        assert [ECTOPIC, PAUSE] == labels(gate.tail)
        assert [ECTOPIC, PAUSE, NORMAL] == labels(gate.label(normal))
        assert [] == gate.tail


RR_MS = st.lists(
    st.one_of(
        st.floats(600.0, 1100.0),
        st.floats(0.0, 4000.0),
        st.floats(0.0, 1e12),
        st.sampled_from([0.0, 300.0, 2000.0, 65_535 * 1000 / 1024]),
    ),
    max_size=80,
)
HOLES = st.lists(st.integers(0, 30), min_size=80, max_size=80)


def with_holes(rr_ms: Sequence[float], holes: Sequence[int]) -> list[Interval]:
    """Intervals with a break, and perhaps a hole or an overlap, here and there."""
    made: list[Interval] = []
    t_s = 0.0
    for rr, chance in zip(rr_ms, holes, strict=False):
        breaks = not made or chance < 4
        t_s += rr / 1000.0 + (6.0 * chance if breaks else 0.0)
        made.append(Interval(t_s, rr, breaks, overlaps=chance == 0))
    return made


@given(RR_MS, HOLES)
def test_every_interval_comes_out_once_in_order_and_unaltered(
    rr_ms: list[float], holes: list[int]
) -> None:
    """Labels are all that the gate adds, whatever the intervals are."""
    intervals = with_holes(rr_ms, holes)
    beats = gate_all(intervals)
    assert intervals == [
        Interval(beat.t_s, beat.rr_ms, beat.breaks, beat.label is BeatLabel.OVERLAP)
        for beat in beats
    ]


@given(RR_MS, HOLES)
def test_tail_is_short_and_ends_in_the_newest_beat_or_is_empty(
    rr_ms: list[float], holes: list[int]
) -> None:
    """A beat is final or in the tail, never both, and the tail does not grow."""
    gate = ArtefactGate()
    final: list[Beat] = []
    for count, interval in enumerate(with_holes(rr_ms, holes), start=1):
        final += gate.label(interval)
        assert count == len(final) + len(gate.tail)
        newest = [*final, *gate.tail][-1]
        assert (interval.t_s, interval.rr_ms) == (newest.t_s, newest.rr_ms)
        assert len(gate.tail) <= LONGEST_TAIL


@given(RR_MS, HOLES)
def test_only_two_normal_touching_beats_make_a_pair(
    rr_ms: list[float], holes: list[int]
) -> None:
    """No difference across a break, an artefact or the start."""
    beats = gate_all(with_holes(rr_ms, holes))
    for before, after in zip([None, *beats], beats, strict=False):
        if after.follows:
            assert before is not None
            assert NORMAL is before.label
            assert NORMAL is after.label
            assert not after.breaks


@given(RR_MS, HOLES)
def test_only_plausible_intervals_are_normal(
    rr_ms: list[float], holes: list[int]
) -> None:
    """No beat of less than 300 or more than 2000 ms is ever taken for normal."""
    for beat in gate_all(with_holes(rr_ms, holes)):
        if beat.label is NORMAL:
            assert 300.0 <= beat.rr_ms <= 2000.0
            assert 1.0 == beat.beats


@given(
    st.floats(500.0, 1200.0),
    st.lists(
        st.sampled_from(["normal", "ectopic", "missed", "extra"]),
        min_size=1,
        max_size=10,
    ),
    st.floats(0.27, 0.38),
)
def test_artefacts_cost_heart_rate_no_time(
    rr_ms: float, odd: list[str], share: float
) -> None:
    """Beats counted over a run with artefacts are the beats that truly were there."""
    kinds = {
        "normal": ([rr_ms], 1),
        "ectopic": ([(1.0 - share) * rr_ms, (1.0 + share) * rr_ms], 2),
        "missed": ([2.0 * rr_ms], 2),
        "extra": ([(1.0 - share) * rr_ms, share * rr_ms], 1),
    }
    intervals_ms, true_beats = [rr_ms] * 10, 10
    for kind in odd:
        odd_ms, beats_in_it = kinds[kind]
        intervals_ms += [*odd_ms, *[rr_ms] * 5]
        true_beats += beats_in_it + 5
    beats = gate_all(intervals_of(intervals_ms))
    assert pytest.approx(true_beats) == sum(beat.beats for beat in beats)
