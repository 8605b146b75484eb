"""``biofeed replay``: a recording through the same pipeline, with the same result."""

from pathlib import Path

import pytest

from tests.end_to_end.command import Biofeed
from tests.end_to_end.conftest import Demonstrated
from tests.end_to_end.made_files import cut_off

pytestmark = [pytest.mark.timeout(600), pytest.mark.xdist_group("demo")]


def test_a_session_replayed_comes_to_the_same(
    biofeed: Biofeed, demonstrated: Demonstrated
) -> None:
    """Its JSON is that of the live run, but for the name: every digit of it."""
    before = (demonstrated.folder / "events.jsonl").read_bytes()
    answer = biofeed("replay", demonstrated.folder, "--headless", "--json")
    assert answer.status == 0
    assert answer.err == ""
    live, replayed = demonstrated.answer.object, answer.object
    assert str(demonstrated.folder) == replayed.pop("file")
    del live["file"]
    assert live == replayed
    assert before == (demonstrated.folder / "events.jsonl").read_bytes()
    assert biofeed.sessions == []


def test_its_journal_may_be_named_as_well(
    biofeed: Biofeed, demonstrated: Demonstrated
) -> None:
    """The folder and the file in it are one recording; a person is told in words."""
    answer = biofeed("replay", demonstrated.folder / "events.jsonl")
    assert answer.status == 0
    assert "Settled: 1 of 1. Left unresolved: 0." in answer.out
    (line,) = answer.err.splitlines()
    assert "without a window" in line


def test_the_start_of_a_session_replays_as_it_was(
    biofeed: Biofeed, demonstrated: Demonstrated, tmp_path: Path
) -> None:
    """Cut off in the activation, it is told as left there, with a remark."""
    torn = cut_off(demonstrated.folder, tmp_path / "torn", share=0.55)
    answer = biofeed("replay", torn, "--headless", "--json")
    assert answer.status == 0
    assert "was cut off" in answer.err
    live, replayed = demonstrated.answer.object, answer.object
    assert live["baseline"] == replayed["baseline"]
    (whole,), (left,) = live["episodes"], replayed["episodes"]
    for key in ("onset_s", "confirmed_s"):
        assert whole[key] == left[key]
    assert "unresolved" == left["outcome"]


def test_a_file_of_intervals_replays_too(
    biofeed: Biofeed, one_activation: Path
) -> None:
    """It has no journal, and goes the same way: found, turned, settled."""
    answer = biofeed("replay", one_activation, "--headless", "--speed", "max", "--json")
    assert answer.status == 0
    assert answer.err == ""
    result = answer.object
    assert "completed" == result["session"]["exit"]
    assert ["settled"] == [episode["outcome"] for episode in result["episodes"]]


def test_a_single_interval_replays_to_nothing(biofeed: Biofeed, tmp_path: Path) -> None:
    """No rest, no activation, no failure: what is unknown is null."""
    path = tmp_path / "one.txt"
    path.write_text("800\n")
    result = biofeed("replay", path, "--headless", "--json").object
    assert result["beats"] == 1
    assert result["baseline"] is None
    assert result["hrv"] is None
    assert result["episodes"] == []
