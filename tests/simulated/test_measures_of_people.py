"""What the summary says of simulated people who went through a whole training."""

import asyncio
import json
from functools import cache

import pytest

from biofeed.commands.telling import tell
from biofeed.core.engine import Engine
from biofeed.core.rounds import RoundOutcome
from biofeed.core.safety import limits_for
from biofeed.core.settings import EngineSettings
from biofeed.session.clock import VirtualClock
from biofeed.session.history import History
from biofeed.session.practice import practice_of, practised
from biofeed.session.protocols import load_protocol
from biofeed.session.report import session_as_json
from biofeed.session.round_report import Json
from biofeed.session.runner import Runner
from biofeed.session.simulated_answers import answering
from biofeed.session.tally import Tally

SETTLING = load_protocol("settling")


@cache
def trained(name: str, seed: int = 0) -> Tally:
    """Somebody's session of settling, as fast as it goes."""
    answers = answering(name, SETTLING, seed=seed, ticks=True, waits_for_start=True)
    settings = EngineSettings(
        protocol=SETTLING, limits=limits_for(None), waits_for_start=True
    )
    runner = Runner(
        source=answers,
        engine=Engine(settings),
        clock=VirtualClock(),
        history=History(protocol=SETTLING),
        ticks=False,
    )
    runner.subscribe(answers.hear)
    asyncio.run(runner.run())
    return runner.history.tally


def laid_out(tally: Tally) -> Json:
    """The session's part of the JSON, as another program reads it."""
    found: Json = json.loads(
        json.dumps(session_as_json(tally, protocol="settling"), allow_nan=False)
    )
    return found


def test_who_settles_quickly_has_times_that_can_be_told() -> None:
    """With its height and its settling time, in every round that settled."""
    tally = trained("settles-quickly")
    assert practice_of(tally).settled >= 2
    for one in laid_out(tally)["rounds"]:
        if one["outcome"] == "settled":
            assert one["peak_z"] > 2.5
            assert 0.0 < one["settling_time_s"] < one["end_s"] - one["start_s"]
            assert one["known_share"] > 0.9


@pytest.mark.parametrize("seed", [0, 2])
def test_who_does_not_come_back_is_told_what_did(seed: int) -> None:
    """Every round is unresolved, with a share of its own height; none shows nothing."""
    rounds = laid_out(trained("does-not-come-back", seed))["rounds"]
    assert {"unresolved"} == {one["outcome"] for one in rounds}
    for one in rounds:
        assert 0.0 <= one["came_back_pct"] < 90.0
        assert one["settling_time_s"] is None


def test_a_heart_that_hardly_answers_is_not_called_calm() -> None:
    """No round settled, none is unresolved: no clear activation was seen."""
    tally = trained("hardly-answers")
    outcomes = {one.outcome for one in practised(tally)}
    assert {RoundOutcome.NO_ACTIVATION} == outcomes
    text = "\n".join(tell("strap", tally, tally.baseline, None))
    assert 3 == text.count("no clear activation seen")
    assert "calm" not in text
    assert "times your resting spread" not in text


def test_slow_breathing_earns_no_settled_round() -> None:
    """Neither with help nor without."""
    assert 0 == practice_of(trained("breathes-slowly-while-aroused")).settled


def test_no_round_of_theirs_is_left_unscored() -> None:
    """Their few artefacts leave the signal regular."""
    for name in ("demonstration", "settles-quickly", "does-not-come-back"):
        tally = trained(name)
        assert 0 == practice_of(tally).unscored
        assert [] == tally.irregular_s
