"""The JSON and the CSV of a result: complete, and readable by anything."""

import csv
import json
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.episode import Episode, HalfLifeMethod, Outcome
from biofeed.core.events import Action, Command
from biofeed.core.guidance import Guessed, Rated, RoundEnded
from biofeed.core.phase import Feedback, PhaseKind
from biofeed.core.values import (
    EpisodeChanged,
    Notice,
    PhaseChanged,
    Quality,
    Second,
    SessionEnded,
    SessionExit,
    State,
)
from biofeed.session.practice import practised
from biofeed.session.report import (
    TIMELINE_COLUMNS,
    Timeline,
    baseline_as_json,
    episode_as_json,
    result_as_json,
    session_as_json,
)
from biofeed.session.round_report import round_as_json
from biofeed.session.snapshot import HrvPanel
from biofeed.session.tally import Tally
from calibration.baseline import Baseline, Reason, Verdict
from calibration.reference import Reference, Scale
from tests import strategies
from tests.session.made_rounds import round_ended, settled, trained

RISEN = Episode(
    number=1, onset_s=260.0, confirmed_s=275.0, peak_s=300.0, peak_z=8.0, load_z_s=90.0
)

SETTLED = Episode(
    number=2,
    onset_s=260.0,
    confirmed_s=275.0,
    peak_s=300.0,
    peak_z=8.0,
    release_s=360.0,
    settled_s=420.0,
    ended_s=440.0,
    outcome=Outcome.SETTLED,
    settling_time_s=60.0,
    half_life_s=25.0,
    half_life_method=HalfLifeMethod.EXPONENTIAL,
    recovered_pct={30: 60.0, 60: 90.0, 120: None, 300: None},
    load_z_s=400.0,
    tags=("movement_like",),
)

REST = Baseline(
    start_s=60.0,
    end_s=240.0,
    usable_s=178.0,
    reference=Reference(
        heart_rate_bpm=Scale(centre=70.0, spread=1.5),
        ln_rmssd=Scale(centre=3.5, spread=0.12),
    ),
    verdict=Verdict.ACCEPTED_WITH_WARNING,
    reasons=(Reason.SOME_ARTEFACTS,),
)


class TestResult:
    def test_what_is_unknown_is_null(self) -> None:
        """Without beats there is no rest and no panel, and every count is 0."""
        result = result_as_json("empty", Tally(), None, None)
        expected = {
            "file": "empty",
            "duration_s": 0.0,
            "beats": 0,
            "coverage": 0.0,
            "artefact_pct": 0.0,
            "gaps": 0,
            "baseline": None,
            "hrv": None,
            "episodes": [],
            "notices": [],
        }
        assert expected == result

    def test_a_rest_is_laid_out_with_its_numbers(self) -> None:
        """Centre and spread of both signals stand side by side, with the verdict."""
        expected = {
            "start_s": 60.0,
            "end_s": 240.0,
            "usable_s": 178.0,
            "heart_rate_bpm": 70.0,
            "heart_rate_scale_bpm": 1.5,
            "ln_rmssd": 3.5,
            "ln_rmssd_scale": 0.12,
            "verdict": "accepted_with_warning",
            "reasons": ["some_artefacts"],
        }
        assert expected == baseline_as_json(REST)

    def test_an_activation_that_goes_on_has_nulls(self) -> None:
        """What has not happened yet has no time, and no outcome is made up."""
        laid_out = episode_as_json(RISEN)
        for key in ("release_s", "settled_s", "outcome", "half_life_method"):
            assert laid_out[key] is None
        assert laid_out["recovered_pct"] == {}

    def test_a_return_is_laid_out_with_its_times(self) -> None:
        """The share that came back stands under the seconds after the turn."""
        laid_out = episode_as_json(SETTLED)
        assert "settled" == laid_out["outcome"]
        assert "exponential" == laid_out["half_life_method"]
        expected = {"30": 60.0, "60": 90.0, "120": None, "300": None}
        assert expected == laid_out["recovered_pct"]
        assert ["movement_like"] == laid_out["tags"]

    @given(
        episode=strategies.values_of(Episode),
        rest=st.none() | strategies.values_of(Baseline),
        panel=st.none() | strategies.panels,
        notice=strategies.values_of(Notice),
    )
    def test_every_result_is_json(
        self,
        episode: Episode,
        rest: Baseline | None,
        panel: HrvPanel | None,
        notice: Notice,
    ) -> None:
        """Whatever is found can be written, and read back as it was."""
        tally = Tally()
        tally.outputs([EpisodeChanged(t_s=0.0, episode=episode), notice])
        result = result_as_json("any", tally, rest, panel)
        assert result == json.loads(json.dumps(result, allow_nan=False))


def session(*, stopped_s: float) -> Tally:
    """Arriving, resting, settling, with an activation that was paced."""
    tally = Tally()
    tally.outputs(
        [
            PhaseChanged(t_s=0.0, kind=PhaseKind.ARRIVE),
            PhaseChanged(t_s=60.0, kind=PhaseKind.CALIBRATE),
            PhaseChanged(t_s=240.5, kind=PhaseKind.SETTLE, feedback=Feedback.SPARSE),
            EpisodeChanged(t_s=440.0, episode=SETTLED),
            second(600.0),
            SessionEnded(t_s=stopped_s, exit=SessionExit.STOPPED),
        ]
    )
    return tally


def second(t_s: float) -> Second:
    """A grid point at which all is known."""
    return Second(
        t_s=t_s,
        state=State.SETTLED,
        why_unknown=None,
        heart_rate_bpm=71.25,
        ln_rmssd=None,
        arousal_z=-0.1 - 0.2,
        arousal0_z=0.5,
        smoothed_z=0.5,
        quality=Quality.GOOD,
        accepted_share=1.0,
        beat_age_s=0.5,
        slow_breathing=True,
        irregular_rhythm=False,
        movement_like=False,
        heart_rate_only=False,
        contact=None,
    )


class TestSession:
    def test_phases_follow_one_another(self) -> None:
        """Each ends where the next begins, the last with the session."""
        laid_out = session_as_json(session(stopped_s=600.7), protocol="open")
        assert ("open", "stopped") == (laid_out["protocol"], laid_out["exit"])
        spans = [(phase["start_s"], phase["end_s"]) for phase in laid_out["phases"]]
        assert [(0.0, 60.0), (60.0, 240.5), (240.5, 600.0)] == spans

    def test_a_phase_that_has_just_begun_does_not_end_before_that(self) -> None:
        """Stopped within its first second, it lasts no time."""
        tally = session(stopped_s=600.7)
        tally.outputs([PhaseChanged(t_s=600.5, kind=PhaseKind.CALIBRATE)])
        last = session_as_json(tally, protocol="open")["phases"][-1]
        assert (600.5, 600.5) == (last["start_s"], last["end_s"])

    def test_a_round_has_the_feedback_of_its_time(self) -> None:
        """What was on screen when it was certain counts."""
        (one,) = session_as_json(session(stopped_s=600.0), protocol="open")["rounds"]
        assert "sparse" == one["feedback"]
        assert (40.0, 8.0, 60.0) == (
            one["rise_s"],
            one["peak_z"],
            one["settling_time_s"],
        )
        assert ("settled", None, []) == (one["outcome"], one["guess"], one["urges"])

    @pytest.mark.parametrize(
        ("shown_s", "hidden_s", "is_paced"),
        [
            (370.0, 380.0, True),
            (300.0, None, True),
            (300.0, 350.0, False),
            (430.0, 470.0, False),
        ],
        ids=["within", "left_on", "before_the_turn", "after_it_was_back"],
    )
    def test_a_round_tells_whether_the_pacer_helped(
        self, shown_s: float, hidden_s: float | None, *, is_paced: bool
    ) -> None:
        """It counts if it was on screen on the way back, and only then."""
        tally = session(stopped_s=600.0)
        tally.event(Command(t_s=shown_s, action=Action.PACER_SHOWN, value=6.0))
        if hidden_s is not None:
            tally.event(Command(t_s=hidden_s, action=Action.PACER_HIDDEN))
        (one,) = session_as_json(tally, protocol="open")["rounds"]
        assert is_paced is one["pacer"]

    def test_an_urge_lands_in_the_round_in_which_it_came(self) -> None:
        """From the onset until it was back, both included; an open one has no end."""
        tally = session(stopped_s=600.0)
        for came_s, passed_s in ((250.0, 259.0), (260.0, 290.0), (420.0, None)):
            tally.event(Command(t_s=came_s, action=Action.URGE_CAME))
            if passed_s is not None:
                tally.event(Command(t_s=passed_s, action=Action.URGE_PASSED))
        (one,) = session_as_json(tally, protocol="open")["rounds"]
        expected = [
            {"came_s": 260.0, "passed_s": 290.0, "duration_s": 30.0},
            {"came_s": 420.0, "passed_s": None, "duration_s": None},
        ]
        assert expected == one["urges"]

    def test_an_urge_after_the_return_is_of_no_round(self) -> None:
        """It came when the activation was over."""
        tally = session(stopped_s=600.0)
        tally.event(Command(t_s=430.0, action=Action.URGE_CAME))
        (one,) = session_as_json(tally, protocol="open")["rounds"]
        assert [] == one["urges"]

    def test_a_session_without_phases_is_json_too(self) -> None:
        """One that broke off at once has no phases, no rounds and no exit."""
        laid_out = session_as_json(Tally(), protocol="open")
        measures = laid_out.pop("measures")
        assert laid_out == {
            "protocol": "open",
            "exit": None,
            "phases": [],
            "rounds": [],
            "ratings": {"start": None, "end": None},
            "trained_settling_time_s": None,
        }
        assert 0 == measures["settled_with_help"]
        assert measures["ln_settling_time_trend"] is None


class TestRounds:
    def test_a_round_of_a_protocol_has_all_that_is_promised(self) -> None:
        """Measured and felt, under the names that other programs read."""
        first = session_as_json(trained(), protocol="settling")["rounds"][0]
        assert {
            "number": 1,
            "activation": "moment",
            "start_s": 300.0,
            "released_s": 360.0,
            "end_s": 560.0,
            "feedback": "full",
            "pacer": False,
            "rise_s": 45.0,
            "peak_z": 6.0,
            "settling_time_s": 80.0,
            "half_life_s": 31.0,
            "recovered_pct": {"30": 48.0, "60": 83.0, "120": 104.0, "300": None},
            "came_back_pct": None,
            "outcome": "settled",
            "at_rest": True,
            "known_share": 1.0,
            "ratings": {"after_activation": 6, "after_settle": 2},
            "difference": None,
            "guess": None,
            "urges": [],
        } == first

    def test_what_was_felt_stands_beside_what_was_measured(self) -> None:
        """Still felt although back; and little felt, and not back."""
        _, second, third = session_as_json(trained(), protocol="settling")["rounds"]
        assert ("settled", "felt_more") == (second["outcome"], second["difference"])
        assert ("unresolved", "felt_less") == (third["outcome"], third["difference"])
        assert {"after_activation": None, "after_settle": 1} == third["ratings"]

    def test_a_guess_is_laid_out_with_whether_it_agrees(self) -> None:
        """It was believed settled, for certain; the body was not."""
        third = session_as_json(trained(), protocol="settling")["rounds"][2]
        assert {"settled": True, "sureness": 3, "agrees": False} == third["guess"]

    def test_a_round_that_did_not_settle_says_what_came_back(self) -> None:
        """And has no settling time, even if the body was back later."""
        third = session_as_json(trained(), protocol="settling")["rounds"][2]
        assert pytest.approx(60.0) == third["came_back_pct"]
        assert third["settling_time_s"] is None
        tally = Tally()
        later = settled(1, settling_time_s=250.0)
        tally.outputs([EpisodeChanged(t_s=0.0, episode=later), round_ended(1)])
        (one,) = session_as_json(tally, protocol="settling")["rounds"]
        assert ("unresolved", None) == (one["outcome"], one["settling_time_s"])

    @pytest.mark.parametrize(
        ("ended", "outcome"),
        [
            (round_ended(1, known_share=0.89), "unscored"),
            (round_ended(2), "no_activation"),
        ],
    )
    def test_what_was_not_measured_is_null(
        self, ended: RoundEnded, outcome: str
    ) -> None:
        """A round that was not scored, and one without an activation."""
        tally = Tally()
        tally.outputs([EpisodeChanged(t_s=0.0, episode=settled(1)), ended])
        (one,) = session_as_json(tally, protocol="settling")["rounds"]
        assert outcome == one["outcome"]
        measured = ("rise_s", "peak_z", "settling_time_s", "half_life_s")
        assert [None] * 4 == [one[key] for key in measured]
        assert dict.fromkeys(("30", "60", "120", "300")) == one["recovered_pct"]
        assert one["came_back_pct"] is None

    def test_both_kinds_of_round_share_the_keys_of_what_is_measured(self) -> None:
        """Whoever reads one reads the other."""
        (open_practice,) = session_as_json(session(stopped_s=600.0), protocol="open")[
            "rounds"
        ]
        of_protocol = session_as_json(trained(), protocol="settling")["rounds"][0]
        assert set() == set(open_practice) - set(of_protocol)

    def test_the_session_is_summed_up(self) -> None:
        """Ratings at both ends, and guesses by how sure they were."""
        laid_out = session_as_json(trained(), protocol="settling")
        assert {"start": 5, "end": 3} == laid_out["ratings"]
        measures = laid_out["measures"]
        assert (2, 0, 1) == (
            measures["settled_with_help"],
            measures["settled_without_help"],
            measures["unresolved"],
        )
        assert (0, 0) == (measures["no_activation"], measures["unscored"])
        assert {
            "guessed": 1,
            "agreeing": 0,
            "by_sureness": {"3": {"guessed": 1, "agreeing": 0}},
        } == measures["guesses"]

    @given(
        ended=st.lists(strategies.values_of(RoundEnded), max_size=3),
        guesses=st.lists(strategies.values_of(Guessed), max_size=3),
        ratings=st.lists(strategies.values_of(Rated), max_size=3),
        episode=strategies.values_of(Episode),
    )
    def test_every_session_is_json(
        self,
        ended: list[RoundEnded],
        guesses: list[Guessed],
        ratings: list[Rated],
        episode: Episode,
    ) -> None:
        """Whatever its rounds were, it can be written, and read back as it was."""
        tally = Tally()
        tally.outputs(
            [EpisodeChanged(t_s=0.0, episode=episode), *ratings, *guesses, *ended]
        )
        laid_out = [round_as_json(one) for one in practised(tally)]
        assert laid_out == json.loads(json.dumps(laid_out))


class TestTimeline:
    def test_a_row_is_laid_out_in_the_order_of_the_header(self) -> None:
        """Numbers in full, an empty cell for the unknown, words, and 0 or 1."""
        out = StringIO()
        Timeline(out).write(second(17.0))
        header, row = csv.reader(out.getvalue().splitlines())
        assert list(TIMELINE_COLUMNS) == header
        expected = ["17", "71.25", "", "-0.30000000000000004", "0.5"]
        assert [*expected, "settled", "good", "1"] == row

    @given(value=strategies.finite)
    def test_no_digit_is_lost(self, value: float) -> None:
        """What is read back is the very number."""
        out = StringIO()
        Timeline(out).write(replace(second(1.0), arousal_z=value))
        (row,) = csv.DictReader(out.getvalue().splitlines())
        assert value == float(row["arousal_z"])
