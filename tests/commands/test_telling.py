"""What a person reads in a terminal."""

from dataclasses import replace

import pytest

from biofeed.commands.durations import minutes
from biofeed.commands.telling import REASONS, reasons_of, tell
from biofeed.core.episode import Episode, HalfLifeMethod, Outcome
from biofeed.core.events import Action, Command
from biofeed.core.values import EpisodeChanged, Notice
from biofeed.session.snapshot import HrvPanel
from biofeed.session.tally import Tally
from calibration.baseline import Baseline, Reason, Verdict
from calibration.reference import Reference, Scale

REST = Baseline(
    start_s=60.0,
    end_s=240.0,
    usable_s=180.0,
    reference=Reference(heart_rate_bpm=Scale(centre=70.4, spread=1.5), ln_rmssd=None),
    verdict=Verdict.ACCEPTED,
)

SETTLED = Episode(
    number=1,
    onset_s=260.0,
    confirmed_s=275.0,
    peak_s=300.0,
    peak_z=8.04,
    release_s=360.0,
    settled_s=425.0,
    ended_s=445.0,
    outcome=Outcome.SETTLED,
    settling_time_s=65.0,
    half_life_s=28.4,
    half_life_method=HalfLifeMethod.EXPONENTIAL,
    recovered_pct={30: 55.5, 60: 104.0, 120: None, 300: None},
)


def told(*episodes: Episode, rest: Baseline | None = REST) -> str:
    """The whole text."""
    tally = Tally()
    tally.outputs(EpisodeChanged(t_s=0.0, episode=each) for each in episodes)
    return "\n".join(tell("morning.csv", tally, rest, None))


class TestArc:
    def test_it_is_told_from_rising_to_being_back(self) -> None:
        """When it rose, how far, when it turned, when it was back, and how fast."""
        text = told(SETTLED)
        assert "Activation 1: rose at 4:20, up to 8.0 times" in text
        assert "at 5:00" in text
        assert "turned at 6:00, back at rest at 7:05, 1:05 after turning" in text
        assert "halfway back in 28 s" in text
        assert "Settled: 1 of 1. Left unresolved: 0." in text

    def test_no_more_comes_back_than_had_risen(self) -> None:
        """Below rest is not more than rest: 104 % is told as 100."""
        assert "came back: 56 % after 30 s, 100 % after 60 s\n" in told(SETTLED)

    @pytest.mark.parametrize(
        ("outcome", "words"),
        [
            (Outcome.INTERRUPTED, "and the next activation began"),
            (Outcome.LOST, "and could not be followed further"),
            (Outcome.UNRESOLVED, "not back at rest by 7:25, 2.5 above rest"),
            (None, "not back at rest yet"),
        ],
    )
    def test_every_other_end_is_told_too(
        self, outcome: Outcome | None, words: str
    ) -> None:
        """Whether or not it had turned, what became of it is said."""
        left = replace(
            SETTLED,
            outcome=outcome,
            settled_s=None,
            settling_time_s=None,
            half_life_s=None,
            recovered_pct={},
            residual_z=2.5,
        )
        assert f"turned at 6:00, {words}" in told(left)
        assert f"\n    {words}" in told(replace(left, release_s=None))

    def test_what_is_left_over_is_counted(self) -> None:
        """Settled ones and unresolved ones, of all."""
        unresolved = replace(SETTLED, number=2, outcome=Outcome.UNRESOLVED)
        lost = replace(SETTLED, number=3, outcome=Outcome.LOST)
        text = told(SETTLED, unresolved, lost)
        assert "Settled: 1 of 3. Left unresolved: 1." in text

    @pytest.mark.parametrize(
        ("half_life_s", "method", "words"),
        [
            (19.9, HalfLifeMethod.EXPONENTIAL, "in less than 20 s"),
            (20.0, HalfLifeMethod.EXPONENTIAL, "in 20 s"),
            (83.0, HalfLifeMethod.ABOUT, "in about 83 s"),
        ],
    )
    def test_a_half_life_is_told_as_exactly_as_it_is_known(
        self, half_life_s: float, method: HalfLifeMethod, words: str
    ) -> None:
        """Half a minute of window cannot show seconds, nor a rough curve digits."""
        one = replace(SETTLED, half_life_s=half_life_s, half_life_method=method)
        assert f"halfway back {words}" in told(one)


class TestRest:
    def test_without_one_nothing_is_told_relative_to_it(self) -> None:
        """Neither activations nor their absence can be known."""
        text = told(SETTLED, rest=None)
        assert "Rest: none was learned" in text
        assert "ctivation" not in text

    def test_no_activation_is_told_as_none_seen(self) -> None:
        """It is not said that there was none."""
        assert "No clear activation seen." in told()

    def test_neurokits_number_bears_its_name(self) -> None:
        """Where there is one; where there is none, nothing stands in for it."""
        panel = HrvPanel(
            window_s=180,
            end_s=240.0,
            beats=200,
            artefacts=0,
            indices={"HRV_RMSSD": 41.6},
        )
        with_panel = "\n".join(tell("a", Tally(), REST, panel))
        assert "Rest 1:00 to 4:00: 70 bpm, RMSSD 42 ms (NeuroKit2)" in with_panel
        assert "RMSSD" not in told()

    def test_doubts_are_told(self) -> None:
        """An accepted rest with a warning, or one used although refused."""
        doubtful = replace(
            REST, verdict=Verdict.REFUSED, reasons=(Reason.GAP, Reason.TOO_SHORT)
        )
        expected = (
            "About this rest: beats are missing for more than 5 s;"
            " it gives fewer than 120 s with a heart rate."
        )
        assert expected in told(rest=doubtful)
        assert "About this rest" not in told()

    def test_every_reason_has_words(self) -> None:
        """A reason that is added needs a sentence a person can act on."""
        assert set(Reason) == set(REASONS)
        every = replace(REST, reasons=tuple(Reason))
        assert all(words in reasons_of(every) for words in REASONS.values())


@pytest.mark.parametrize(
    ("t_s", "expected"),
    [(0.0, "0:00"), (59.6, "1:00"), (3599.4, "59:59"), (3600.0, "1:00:00")],
)
def test_time_is_told_as_a_clock_does(t_s: float, expected: str) -> None:
    """Minutes and seconds, and hours where there are any; never sixty seconds."""
    assert expected == minutes(t_s)


def test_an_urge_is_told_with_how_long_it_lasted() -> None:
    """One that passed, and one that was still there at the end."""
    tally = Tally()
    tally.outputs([EpisodeChanged(t_s=0.0, episode=SETTLED)])
    for t_s, action in (
        (312.0, Action.URGE_CAME),
        (412.0, Action.URGE_PASSED),
        (500.0, Action.URGE_CAME),
    ):
        tally.event(Command(t_s=t_s, action=action))
    text = "\n".join(tell("morning.csv", tally, REST, None))
    assert "An urge came at 5:12; it passed after 1:40." in text
    assert "An urge came at 8:20; it had not passed at the end." in text


def test_the_change_from_one_to_the_next_is_told_from_three_on() -> None:
    """Halved each time; with two there is nothing to tell."""
    rounds = [
        replace(SETTLED, number=number, settling_time_s=time_s, peak_z=peak_z)
        for number, time_s, peak_z in ((1, 160.0, 9.0), (2, 80.0, 8.0), (3, 40.0, 7.0))
    ]
    assert "to the next" not in told(*rounds[:2])
    text = told(*rounds)
    assert "Settling time from one to the next: -50 % (-50 % to -50 %" in text
    assert "Height from one to the next: -1.0 times your resting spread" in text
    assert "67 % interval" in text


def test_a_session_that_its_limits_ended_says_so() -> None:
    """Also where no rest had been learned yet."""
    tally = Tally()
    tally.outputs([Notice(t_s=90.0, code="heart_rate_stop")])
    text = "\n".join(tell("strap", tally, None, None))
    assert "Stopped: the heart rate was outside" in text
    assert "Stopped" not in told(SETTLED)
