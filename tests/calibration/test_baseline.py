"""Every reason against a rest, at its limit; and the numbers of one that stands."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calibration.baseline import (
    Baseline,
    Reason,
    RestSecond,
    Verdict,
    judge,
)
from tests.calibration.resting import rest, still, with_artefacts

THREE_MINUTES = 180


def refused_for(baseline: Baseline, *reasons: Reason) -> bool:
    return (Verdict.REFUSED, reasons) == (baseline.verdict, baseline.reasons)


def warned_of(baseline: Baseline, *reasons: Reason) -> bool:
    warned = Verdict.ACCEPTED_WITH_WARNING
    return (warned, reasons) == (baseline.verdict, baseline.reasons)


def accepted(baseline: Baseline) -> bool:
    return (Verdict.ACCEPTED, ()) == (baseline.verdict, baseline.reasons)


class TestVerdict:
    def test_still_rest_is_accepted(self) -> None:
        """Three even minutes, with their seconds and their centre."""
        baseline = judge(still(THREE_MINUTES, first_s=61.0))
        assert accepted(baseline)
        assert (60.0, 240.0, 180.0) == (
            baseline.start_s,
            baseline.end_s,
            baseline.usable_s,
        )
        assert baseline.reference is not None
        assert 60.0 == baseline.reference.heart_rate_bpm.centre
        assert baseline.reference.ln_rmssd is not None
        assert 3.5 == baseline.reference.ln_rmssd.centre

    def test_two_minutes_are_enough(self) -> None:
        """119 s are too short."""
        assert accepted(judge(still(120)))
        assert refused_for(judge(still(119)), Reason.TOO_SHORT)

    def test_unknown_seconds_are_not_usable(self) -> None:
        """Three minutes of which 119 s are known are too short."""
        seconds = still(119) + rest([None] * 61, first_s=120.0)
        baseline = judge(seconds)
        assert refused_for(baseline, Reason.TOO_SHORT)
        assert 119.0 == baseline.usable_s

    @pytest.mark.parametrize(
        ("rejected", "reason"),
        [
            (9, None),
            (10, Reason.SOME_ARTEFACTS),
            (18, Reason.SOME_ARTEFACTS),
            (19, Reason.TOO_MANY_ARTEFACTS),
        ],
    )
    def test_share_of_accepted_intervals_decides(
        self, rejected: int, reason: Reason | None
    ) -> None:
        """Of 180: from 95 % well, from 90 % with a warning, below not at all."""
        baseline = judge(with_artefacts(still(THREE_MINUTES), rejected))
        match reason:
            case None:
                assert accepted(baseline)
            case Reason.SOME_ARTEFACTS:
                assert warned_of(baseline, reason)
            case _:
                assert refused_for(baseline, reason)

    @pytest.mark.parametrize(("age_s", "refused"), [(5.0, False), (5.1, True)])
    def test_hole_of_more_than_five_seconds_is_refused(
        self, *, age_s: float, refused: bool
    ) -> None:
        """It leaves open what happened in it."""
        seconds = still(THREE_MINUTES)
        seconds[90] = replace(seconds[90], beat_age_s=age_s)
        baseline = judge(seconds)
        assert refused_for(baseline, Reason.GAP) if refused else accepted(baseline)

    @pytest.mark.parametrize("sign", [-1.0, 1.0], ids=["down", "up"])
    @pytest.mark.parametrize(("drift_bpm", "refused"), [(2.9, False), (3.1, True)])
    def test_drift_of_three_bpm_is_refused(
        self, *, drift_bpm: float, sign: float, refused: bool
    ) -> None:
        """Over the whole of the rest, in either direction."""
        slope = sign * drift_bpm / THREE_MINUTES
        baseline = judge(rest(60.0 + slope * n for n in range(THREE_MINUTES)))
        drifts = refused_for(baseline, Reason.HEART_RATE_DRIFTS)
        assert drifts if refused else accepted(baseline)

    @pytest.mark.parametrize(("swing_bpm", "refused"), [(2.6, False), (2.8, True)])
    def test_spread_of_four_bpm_is_refused(
        self, *, swing_bpm: float, refused: bool
    ) -> None:
        """±2.7 bpm half of the time is a robust spread of 4."""
        swing = (60.0 + swing_bpm * (-1.0) ** n for n in range(THREE_MINUTES))
        baseline = judge(rest(swing))
        unsteady = refused_for(baseline, Reason.HEART_RATE_UNSTEADY)
        assert unsteady if refused else accepted(baseline)

    @pytest.mark.parametrize(("slow_s", "refused"), [(45, False), (46, True)])
    def test_a_quarter_of_slow_breathing_is_refused(
        self, *, slow_s: int, refused: bool
    ) -> None:
        """A sigh or two are none."""
        seconds = [
            replace(each, slow_breathing=n < slow_s)
            for n, each in enumerate(still(THREE_MINUTES))
        ]
        baseline = judge(seconds)
        slow = refused_for(baseline, Reason.SLOW_BREATHING)
        assert slow if refused else accepted(baseline)

    def test_irregular_rhythm_is_a_warning(self) -> None:
        """Heart rate can be read; the person is told."""
        seconds = still(THREE_MINUTES)
        seconds[10] = replace(seconds[10], irregular_rhythm=True)
        assert warned_of(judge(seconds), Reason.IRREGULAR_RHYTHM)

    @pytest.mark.parametrize(
        ("history_bpm", "far"),
        [(None, False), (75.0, False), (45.0, False), (75.1, True), (44.9, True)],
    )
    def test_far_from_history_is_a_warning(
        self, *, history_bpm: float | None, far: bool
    ) -> None:
        """More than 15 bpm from the usual: was it coffee, stairs, or the posture."""
        baseline = judge(still(THREE_MINUTES), history_bpm=history_bpm)
        warned = warned_of(baseline, Reason.FAR_FROM_HISTORY)
        assert warned if far else accepted(baseline)

    @pytest.mark.parametrize(("readable_s", "warned"), [(60, False), (59, True)])
    def test_rest_without_variability_is_a_warning(
        self, *, readable_s: int, warned: bool
    ) -> None:
        """Less than a minute of it: the reference speaks by heart rate alone."""
        seconds = [
            each if n < readable_s else replace(each, ln_rmssd=None)
            for n, each in enumerate(still(THREE_MINUTES))
        ]
        baseline = judge(seconds)
        assert baseline.reference is not None
        assert warned == (baseline.reference.ln_rmssd is None)
        told = warned_of(baseline, Reason.NO_VARIABILITY)
        assert told if warned else accepted(baseline)

    def test_every_reason_is_told(self) -> None:
        """Not only the first; a refused rest is still described."""
        seconds = [
            replace(each, slow_breathing=True, irregular_rhythm=True, beat_age_s=9.0)
            for each in with_artefacts(rest(60.0 + 0.3 * n for n in range(100)), 50)
        ]
        baseline = judge(seconds, history_bpm=120.0)
        assert refused_for(
            baseline,
            Reason.TOO_SHORT,
            Reason.TOO_MANY_ARTEFACTS,
            Reason.GAP,
            Reason.HEART_RATE_DRIFTS,
            Reason.HEART_RATE_UNSTEADY,
            Reason.FAR_FROM_HISTORY,
            Reason.SLOW_BREATHING,
            Reason.IRREGULAR_RHYTHM,
        )
        assert baseline.reference is not None

    @pytest.mark.parametrize("known", [0, 1])
    def test_fewer_than_two_values_make_no_reference(self, known: int) -> None:
        """There is nothing to have a spread."""
        baseline = judge(rest([60.0] * known + [None] * 10))
        assert refused_for(baseline, Reason.TOO_SHORT)
        assert None is baseline.reference


SECONDS = st.builds(
    RestSecond,
    t_s=st.floats(0.0, 1e5),
    heart_rate_bpm=st.none() | st.floats(30.0, 220.0),
    ln_rmssd=st.none() | st.floats(-2.0, 7.0),
    beats=st.integers(0, 4),
    accepted=st.integers(0, 4),
    beat_age_s=st.floats(0.0, 100.0) | st.just(float("inf")),
    slow_breathing=st.booleans(),
    irregular_rhythm=st.booleans(),
)


@given(st.lists(SECONDS, min_size=1, max_size=60))
def test_any_rest_is_judged(seconds: list[RestSecond]) -> None:
    """A verdict with its reasons, a usable reference where one is accepted."""
    baseline = judge(seconds)
    assert (Verdict.ACCEPTED is baseline.verdict) == (baseline.reasons == ())
    assert len(set(baseline.reasons)) == len(baseline.reasons)
    if baseline.reference is not None:
        assert 0.0 < baseline.reference.heart_rate_bpm.spread
    else:
        assert Verdict.REFUSED is baseline.verdict
