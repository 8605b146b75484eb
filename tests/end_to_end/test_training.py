"""A whole training on the simulated strap, as a person starts it, and played again."""

from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.command import Biofeed, assert_said

pytestmark = [pytest.mark.timeout(600), pytest.mark.xdist_group("demo")]

ONE_RISE = """
name = "one-rise"
title = "One rise"
summary = "One small rise, and the way back."
longest_s = 900.0

[[part]]
[[part.phase]]
kind = "arrive"
ends = ["key"]
[[part.phase]]
kind = "calibrate"
ends = ["baseline", "time"]
longest_s = 480.0

[[part]]
[[part.phase]]
kind = "activate"
activation = "moment"
ends = ["time", "key"]
longest_s = 40.0
ceiling_z = 8.0
[[part.phase]]
kind = "settle"
ends = ["settled", "time"]
shortest_s = 20.0
longest_s = 180.0

[[part]]
[[part.phase]]
kind = "close"
ends = ["key", "time"]
longest_s = 20.0
"""
"""A protocol as a clinician may write it."""


def trained(biofeed: Biofeed, protocol: str, person: str) -> dict[str, Any]:
    """What a person's training comes to."""
    arguments = ("--headless", "--speed", "max", "--json")
    answer = biofeed("demo", "--protocol", protocol, "--person", person, *arguments)
    assert answer.status == 0, answer.err
    result: dict[str, Any] = answer.object
    return result


def test_a_settling_session_is_led_and_replays_to_the_same(biofeed: Biofeed) -> None:
    """Three rounds with full, sparse and no feedback, rated and guessed by themselves.

    The replay of its recording comes to every digit of it.
    """
    live = trained(biofeed, "settling", "settles-quickly")
    session = live["session"]
    assert ("settling", "completed") == (session["protocol"], session["exit"])
    kinds = [phase["kind"] for phase in session["phases"]]
    assert kinds[:2] == ["arrive", "calibrate"]
    assert kinds[2:-1] == ["activate", "settle", "rest"] * 3
    assert kinds[-1] == "close"
    rounds = session["rounds"]
    assert ["full", "sparse", "blind"] == [one["feedback"] for one in rounds]
    assert {"settled"} == {one["outcome"] for one in rounds}
    assert all(
        {"after_activation", "after_settle"} == set(o["ratings"]) for o in rounds
    )
    assert [None, None, True] == [
        one["guess"] and one["guess"]["agrees"] for one in rounds
    ]
    (folder,) = biofeed.sessions
    answer = biofeed("replay", folder, "--headless", "--json")
    assert answer.status == 0
    replayed = answer.object
    assert str(folder) == replayed.pop("file")
    del live["file"]
    assert live == replayed
    (listed,) = biofeed("sessions", "--json").objects
    assert ["settling"] == [entry["protocol"] for entry in listed]


@pytest.mark.parametrize(
    ("person", "outcome"),
    [
        ("does-not-come-back", "unresolved"),
        ("breathes-slowly-while-aroused", "unresolved"),
        ("hardly-answers", "no_activation"),
    ],
)
def test_nobody_is_called_settled_who_is_not(
    biofeed: Biofeed, person: str, outcome: str
) -> None:
    """Who stays up, who only breathes slowly, and whose heart does not answer."""
    session = trained(biofeed, "settling", person)["session"]
    assert {outcome} == {one["outcome"] for one in session["rounds"]}
    assert session["measures"]["settled_with_help"] == 0
    assert session["measures"]["settled_without_help"] == 0


def test_an_own_protocol_is_led_like_any(biofeed: Biofeed, tmp_path: Path) -> None:
    """A file of somebody's own, named by its path."""
    own = tmp_path / "one-rise.toml"
    own.write_text(ONE_RISE, encoding="utf-8")
    session = trained(biofeed, str(own), "settles-quickly")["session"]
    assert "one-rise" == session["protocol"]
    assert 1 == len(session["rounds"])


def test_a_protocol_that_asks_too_much_is_refused(
    biofeed: Biofeed, tmp_path: Path
) -> None:
    """Nothing begins, and the sentence names file, phase and key."""
    own = tmp_path / "too-long.toml"
    own.write_text(ONE_RISE.replace("longest_s = 40.0", "longest_s = 400.0"))
    answer = biofeed("demo", "--protocol", str(own), "--headless")
    assert_said(answer, "too-long.toml", "activate", "longest_s", "60", status=2)
    assert [] == biofeed.sessions


def test_activations_on_a_strap_are_asked_about_first(biofeed: Biofeed) -> None:
    """Where nobody can answer, it says which command asks, and begins nothing."""
    answer = biofeed("live", "--protocol", "settling", "--headless")
    assert answer.status == 2, answer.err
    assert "biofeed screening" in answer.err
    assert [] == biofeed.sessions
