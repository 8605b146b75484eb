"""The signals of one second, their quality, and why they are unknown."""

from collections.abc import Sequence
from math import log

import numpy as np
import pytest

from biofeed.core.heartbeats import Heartbeats
from biofeed.core.signals import Signals, read_signals
from biofeed.core.values import Quality, Unknown
from devices.source import LinkChanged, LinkState
from tests.core.making import notification, recorded_of

ALTERNATING = [990.0, 1010.0] * 60
"""Two minutes at 60 bpm whose every step is 20 ms."""


def heard(rr_ms: Sequence[float]) -> Heartbeats:
    heartbeats = Heartbeats()
    for event in recorded_of(rr_ms):
        heartbeats.interval(event)
    return heartbeats


def packets(
    seconds: int, *, contact: bool | None = None, odd_every: int | None = None
) -> Heartbeats:
    """One packet a second; now and then a beat is missed, and two are one interval."""
    heartbeats = Heartbeats()
    heartbeats.link(LinkChanged(t_s=0.0, link=LinkState.LIVE))
    for t_s in range(1, seconds + 1):
        turn = 1 if odd_every is None else t_s % odd_every
        ticks = () if turn == (odd_every or 0) - 1 else (1020 + t_s % 5,)
        ticks = (2040,) if turn == 0 else ticks
        heartbeats.notification(notification(float(t_s), *ticks, contact=contact))
    return heartbeats


def unknown(signals: Signals) -> Unknown | None:
    """Why the signals are unknown; holds that nothing is known then."""
    if signals.why_unknown is not None:
        assert None is signals.heart_rate_bpm
        assert None is signals.ln_rmssd
        assert None is signals.sudden_bpm
    else:
        assert None is not signals.heart_rate_bpm
    return signals.why_unknown


def test_signals_of_steady_beats() -> None:
    """60 bpm, ln 20, good, nothing out of the ordinary."""
    signals = read_signals(heard(ALTERNATING), 120.5)
    assert None is unknown(signals)
    assert pytest.approx(60.0, abs=0.05) == signals.heart_rate_bpm
    assert pytest.approx(60.0, abs=0.1) == signals.sudden_bpm
    assert pytest.approx(log(20.0)) == signals.ln_rmssd
    assert (Quality.GOOD, 1.0) == (signals.quality, signals.accepted_share)
    assert pytest.approx(0.5) == signals.beat_age_s
    circumstances = (
        signals.slow_breathing,
        signals.irregular_rhythm,
        signals.heart_rate_only,
    )
    assert (False, False, False) == circumstances


class TestWindows:
    def test_heart_rate_is_of_the_last_thirty_seconds(self) -> None:
        """What the heart did before is past."""
        heartbeats = heard([1000.0] * 60 + [850.0] * 36)
        expected = pytest.approx(60_000.0 / 850.0, abs=0.01)
        assert expected == read_signals(heartbeats, 90.6).heart_rate_bpm

    def test_sudden_rate_is_of_the_last_ten(self) -> None:
        """It shows at once what HR30 shows in half a minute."""
        signals = read_signals(heard([1000.0] * 60 + [850.0] * 12), 70.2)
        assert signals.heart_rate_bpm is not None
        assert signals.heart_rate_bpm < 65.0
        assert pytest.approx(60_000.0 / 850.0, abs=0.1) == signals.sudden_bpm

    def test_variability_is_of_the_last_sixty(self) -> None:
        """A minute of steps of 20 ms, whatever was before."""
        wilder = [900.0, 1000.0] * 60
        signals = read_signals(heard(wilder + [990.0, 1010.0] * 31), 176.0)
        assert pytest.approx(log(20.0)) == signals.ln_rmssd


class TestUnknown:
    def test_no_beats_yet(self) -> None:
        """Before the first beat there is no age and no quality."""
        signals = read_signals(Heartbeats(), 10.0)
        assert Unknown.NO_BEATS_YET is unknown(signals)
        assert (Quality.NONE, None, None) == (
            signals.quality,
            signals.accepted_share,
            signals.beat_age_s,
        )

    @pytest.mark.parametrize(
        ("age_s", "reason"), [(4.9, None), (5.0, Unknown.NO_SIGNAL)]
    )
    def test_five_seconds_without_a_beat_are_no_signal(
        self, age_s: float, reason: Unknown | None
    ) -> None:
        """The window is still full, and is not shown."""
        heartbeats = heard(ALTERNATING)
        assert reason is unknown(read_signals(heartbeats, 120.0 + age_s))

    def test_few_beats_are_not_enough(self) -> None:
        """Ten seconds of beats are no HR30."""
        reason = unknown(read_signals(heard([1000.0] * 10), 10.5))
        assert Unknown.NOT_ENOUGH_BEATS is reason

    def test_poor_signal_is_hidden(self) -> None:
        """One artefact in five, and no number is shown."""
        signals = read_signals(packets(60, odd_every=5), 60.5)
        assert Unknown.POOR_SIGNAL is unknown(signals)
        assert Quality.POOR is signals.quality

    def test_lost_contact_explains_a_poor_signal(self) -> None:
        """The reason the person can act on comes first."""
        signals = read_signals(packets(60, contact=False, odd_every=5), 60.5)
        assert Unknown.NO_CONTACT is unknown(signals)

    def test_lost_contact_explains_silence(self) -> None:
        """A strap without skin sends no beats: say what can be done about it."""
        signals = read_signals(packets(60, contact=False), 66.0)
        assert Unknown.NO_CONTACT is unknown(signals)
        assert Unknown.NO_SIGNAL is unknown(read_signals(packets(60), 66.0))

    def test_denied_contact_is_not_believed_while_good_beats_arrive(self) -> None:
        """Some straps deny it for ever."""
        signals = read_signals(packets(60, contact=False), 60.5)
        assert None is unknown(signals)


class TestQuality:
    @pytest.mark.parametrize(
        ("odd_every", "quality"),
        [
            (None, Quality.GOOD),
            (30, Quality.GOOD),
            (15, Quality.FAIR),
            (8, Quality.FAIR),
            (6, Quality.POOR),
        ],
    )
    def test_quality_is_the_share_of_accepted_intervals(
        self, odd_every: int | None, quality: Quality
    ) -> None:
        """95 % and more are good, less than 85 % poor."""
        assert quality is read_signals(packets(60, odd_every=odd_every), 60.5).quality


class TestHeartRateOnly:
    def test_strap_without_intervals_has_a_rate_and_no_variability(self) -> None:
        """Fair at best, and said so."""
        heartbeats = Heartbeats()
        for t_s in range(40):
            heartbeats.notification(notification(float(t_s), bpm=66))
        signals = read_signals(heartbeats, 40.0)
        assert None is unknown(signals)
        assert (66.0, None, True) == (
            signals.heart_rate_bpm,
            signals.ln_rmssd,
            signals.heart_rate_only,
        )
        assert Quality.FAIR is signals.quality

    def test_strap_without_intervals_grows_stale_as_well(self) -> None:
        """Five seconds without a report are no signal."""
        heartbeats = Heartbeats()
        for t_s in range(40):
            heartbeats.notification(notification(float(t_s), bpm=66))
        assert Unknown.NO_SIGNAL is unknown(read_signals(heartbeats, 44.5))

    def test_fifteen_seconds_without_intervals_are_not_enough(self) -> None:
        """Until then it may be a strap that is looking for the heart."""
        heartbeats = Heartbeats()
        for t_s in range(14):
            heartbeats.notification(notification(float(t_s), bpm=66))
        assert Unknown.NO_BEATS_YET is unknown(read_signals(heartbeats, 14.0))


class TestRhythm:
    def test_many_early_beats_make_an_irregular_rhythm(self) -> None:
        """One in twelve over minutes; the rate goes on, counted."""
        rr_ms = ([1000.0, 1005.0] * 5 + [700.0, 1300.0]) * 12
        end_s = sum(rr_ms) / 1000.0
        assert read_signals(heard(rr_ms), end_s).irregular_rhythm

    def test_few_early_beats_do_not(self) -> None:
        """One in forty is what many healthy people have."""
        rr_ms = ([1000.0, 1005.0] * 19 + [700.0, 1300.0]) * 4
        end_s = sum(rr_ms) / 1000.0
        assert not read_signals(heard(rr_ms), end_s).irregular_rhythm

    def test_one_early_beat_in_the_first_minute_proves_nothing(self) -> None:
        """A share needs a hundred beats."""
        rr_ms = [1000.0, 1005.0] * 6 + [700.0, 1300.0] + [1000.0] * 3
        end_s = sum(rr_ms) / 1000.0
        assert not read_signals(heard(rr_ms), end_s).irregular_rhythm

    def test_wild_steps_without_a_pattern_are_irregular(self) -> None:
        """Intervals drawn at random, as in fibrillation."""
        rng = np.random.default_rng(5)
        rr_ms = rng.uniform(450.0, 1150.0, size=150).tolist()
        end_s = sum(rr_ms) / 1000.0
        assert read_signals(heard(rr_ms), end_s).irregular_rhythm

    def test_large_waves_of_slow_breathing_are_a_pattern(self) -> None:
        """Variable, and anything but irregular."""
        t_s, rr_ms = 0.0, list[float]()
        while t_s < 120.0:
            rr_ms.append(900.0 + 250.0 * np.sin(2.0 * np.pi * t_s / 10.0))
            t_s += rr_ms[-1] / 1000.0
        signals = read_signals(heard(rr_ms), t_s)
        assert (True, False) == (signals.slow_breathing, signals.irregular_rhythm)
