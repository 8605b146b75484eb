"""Activation against a rest that drifts with a calm body, and with nothing else."""

from dataclasses import replace

import pytest

from biofeed.core.relative import MOVEMENT_STAYS_S, Relative, RelativeToRest
from biofeed.core.signals import Signals
from biofeed.core.values import Quality
from calibration.reference import Reference, Scale

REFERENCE = Reference(
    heart_rate_bpm=Scale(centre=60.0, spread=1.5),
    ln_rmssd=Scale(centre=3.5, spread=0.2),
)

AT_REST = Signals(
    heart_rate_bpm=60.0,
    why_unknown=None,
    ln_rmssd=3.5,
    sudden_bpm=60.0,
    quality=Quality.GOOD,
    accepted_share=1.0,
    beat_age_s=0.5,
    slow_breathing=False,
    irregular_rhythm=False,
    heart_rate_only=False,
)

UNKNOWN = replace(AT_REST, heart_rate_bpm=None, ln_rmssd=None, sudden_bpm=None)


def beating(bpm: float, *, sudden_bpm: float | None = None) -> Signals:
    """At rest but for heart rate."""
    return replace(
        AT_REST,
        heart_rate_bpm=bpm,
        sudden_bpm=bpm if sudden_bpm is None else sudden_bpm,
    )


def anchored(*, follows_from_s: float = 0.0) -> RelativeToRest:
    relative = RelativeToRest()
    relative.anchor(REFERENCE, follows_from_s=follows_from_s)
    return relative


def run(
    relative: RelativeToRest, signals: Signals, seconds: int, *, first_s: int = 1
) -> Relative:
    """The last of some seconds that are all alike."""
    stated = [relative.step(float(first_s + n), signals) for n in range(seconds)]
    return stated[-1]


class TestKnown:
    def test_nothing_is_relative_before_there_is_a_rest(self) -> None:
        """All four are unknown together."""
        relative = RelativeToRest()
        stated = relative.step(1.0, AT_REST)
        assert not relative.is_known
        assert {None} == {
            stated.arousal_z,
            stated.arousal0_z,
            stated.smoothed_z,
            stated.smoothed0_z,
        }

    def test_unknown_heart_rate_is_unknown_activation(self) -> None:
        """The last value is not shown again."""
        relative = anchored()
        run(relative, beating(66.0), 10)
        stated = relative.step(11.0, UNKNOWN)
        assert (None, None) == (stated.arousal_z, stated.smoothed_z)

    def test_rest_itself_is_nought(self) -> None:
        """Against both rests, smoothed and not."""
        stated = anchored().step(1.0, AT_REST)
        assert (0.0, 0.0, 0.0, 0.0) == (
            stated.arousal_z,
            stated.arousal0_z,
            stated.smoothed_z,
            stated.smoothed0_z,
        )

    @pytest.mark.parametrize(
        "circumstance",
        [
            replace(beating(66.0), ln_rmssd=3.9, irregular_rhythm=True),
            replace(beating(66.0), ln_rmssd=3.9, heart_rate_only=True),
            replace(beating(66.0), ln_rmssd=None),
        ],
        ids=["irregular rhythm", "heart rate only", "no variability"],
    )
    def test_variability_that_cannot_be_read_is_left_out(
        self, circumstance: Signals
    ) -> None:
        """Heart rate alone speaks: four spreads are 4 z, not 3."""
        assert 4.0 == anchored().step(1.0, circumstance).arousal_z


class TestSmoothing:
    def test_smoothed_is_the_median_of_the_last_five_seconds(self) -> None:
        """Two seconds up are not seen, three are."""
        relative = anchored(follows_from_s=1000.0)
        run(relative, AT_REST, 10)
        up = [relative.step(11.0 + n, beating(66.0)).smoothed_z for n in range(3)]
        assert pytest.approx([0.0, 0.0, 3.2]) == up

    def test_smoothing_does_not_reach_across_an_unknown_second(self) -> None:
        """What was before a hole says nothing of now."""
        relative = anchored()
        run(relative, AT_REST, 10)
        relative.step(11.0, UNKNOWN)
        assert pytest.approx(3.2) == relative.step(12.0, beating(66.0)).smoothed_z

    def test_new_rest_forgets_what_was_smoothed(self) -> None:
        """Values against another rest are not compared."""
        relative = anchored()
        run(relative, beating(66.0), 10)
        relative.anchor(REFERENCE, follows_from_s=10.0)
        assert 0.0 == relative.step(11.0, AT_REST).smoothed_z


class TestDrift:
    def test_rest_follows_a_calming_body_and_the_anchor_stays(self) -> None:
        """After 20 min at 57 bpm the tracked rest is there; the calibrated is not."""
        stated = run(anchored(), beating(57.0), 1200)
        assert pytest.approx(0.0, abs=0.1) == stated.arousal_z
        assert pytest.approx(-1.6) == stated.arousal0_z

    def test_rest_does_not_follow_an_activation(self) -> None:
        """An hour at 66 bpm is still 3.2 z."""
        stated = run(anchored(), beating(66.0), 3600)
        assert pytest.approx(3.2) == stated.arousal_z

    def test_rest_stands_still_before_it_may_follow(self) -> None:
        """Seconds that the baseline was taken from do not move it."""
        stated = run(anchored(follows_from_s=300.0), beating(57.0), 301)
        assert pytest.approx(-1.6) == stated.arousal_z
        assert pytest.approx(-1.6) == stated.arousal0_z

    def test_slow_breathing_leaves_the_resting_variability_where_it_is(self) -> None:
        """Heart rate's rest may follow; variability's would follow the breath."""
        relative = anchored()
        breathing = replace(AT_REST, ln_rmssd=4.2, slow_breathing=True)
        run(relative, breathing, 1200)
        assert pytest.approx(0.0) == relative.step(1201.0, AT_REST).arousal_z

    def test_variability_of_ordinary_breathing_is_followed(self) -> None:
        """The same rise without slow breathing is a body that calms."""
        relative = anchored()
        run(relative, replace(AT_REST, ln_rmssd=4.2), 1200)
        after = relative.step(1201.0, AT_REST).arousal_z
        assert after is not None
        assert after > 0.3


class TestMovement:
    def test_heart_rate_far_above_rest_looks_like_movement(self) -> None:
        """More than 12 spreads: 79 bpm against 60 ± 1.5."""
        assert not anchored().step(1.0, beating(77.0)).movement_like
        assert anchored().step(1.0, beating(79.0)).movement_like

    def test_sudden_rise_looks_like_movement(self) -> None:
        """More than 15 bpm within 10 s, whatever HR30 still says."""
        relative = anchored()
        run(relative, AT_REST, 5)
        assert relative.step(6.0, beating(61.0, sudden_bpm=76.0)).movement_like

    def test_slow_rise_does_not(self) -> None:
        """1 bpm a second is 9 within ten seconds."""
        relative = anchored()
        stated = [
            relative.step(float(t_s), beating(60.0, sudden_bpm=60.0 + t_s))
            for t_s in range(1, 40)
        ]
        assert not any(each.movement_like for each in stated)

    def test_rise_across_a_hole_is_not_sudden(self) -> None:
        """What was ten seconds ago is forgotten, also while nothing is known."""
        relative = anchored()
        run(relative, AT_REST, 20)
        run(relative, UNKNOWN, 30, first_s=21)
        assert not relative.step(51.0, beating(61.0, sudden_bpm=76.0)).movement_like

    def test_rest_stands_still_for_a_minute_after_movement(self) -> None:
        """The heart comes down from movement by itself; that is no calm."""
        relative = anchored()
        run(relative, AT_REST, 5)
        relative.step(6.0, beating(60.0, sudden_bpm=80.0))
        during = run(relative, beating(57.0), MOVEMENT_STAYS_S - 1, first_s=7)
        assert during.movement_like
        assert pytest.approx(-1.6) == during.arousal_z
        after = run(relative, beating(57.0), 300, first_s=6 + MOVEMENT_STAYS_S)
        assert not after.movement_like
        assert after.arousal_z is not None
        assert after.arousal_z > -1.2

    def test_movement_is_noticed_before_there_is_a_rest(self) -> None:
        """A jump needs no reference."""
        relative = RelativeToRest()
        run(relative, AT_REST, 5)
        assert relative.step(6.0, beating(61.0, sudden_bpm=80.0)).movement_like
