"""``biofeed demo``: a whole session with a simulated strap, and nobody watching."""

import re
from pathlib import Path

import pytest

from biofeed.commands.demo import SEED
from biofeed.session.reading import read_journal
from devices.simulated_people import SCENARIOS
from tests.end_to_end.command import Answer, Biofeed
from tests.end_to_end.conftest import Demonstrated

pytestmark = [pytest.mark.timeout(600), pytest.mark.xdist_group("demo")]

ROSE_S, FELL_S = 260.0, 360.0
"""When the demonstrated person was activated, and left alone again, s."""


def shown(home: Path, scenario: str) -> Answer:
    """Let a person be demonstrated, without leaving a recording."""
    command = Biofeed(home=home)
    arguments = ("--headless", "--speed", "max", "--no-record", "--json")
    answer = command("demo", "--person", scenario, *arguments)
    assert answer.status == 0, answer.err
    assert command.sessions == []
    return answer


class TestSummary:
    def test_it_tells_the_whole_arc(self, biofeed: Biofeed) -> None:
        """When it rose, how far, when it turned and was back, and what is left over.

        It starts where there is no screen, says so, and leaves a recording.
        """
        answer = biofeed("demo")
        assert answer.status == 0
        told = answer.out
        assert re.search(r"Activation 1: rose at 4:\d\d, up to \d+\.\d times", told)
        assert re.search(r"turned at 6:\d\d, back at rest at [78]:\d\d", told)
        # Read off the line: it ends before an exponential has all that it needs.
        assert re.search(r"halfway back in about \d+ s", told)
        assert "Settled: 1 of 1. Left unresolved: 0." in told
        no_screen, recorded = answer.err.splitlines()
        assert "no screen" in no_screen
        assert "without a window" in no_screen
        (folder,) = biofeed.sessions
        assert f"biofeed: recorded in {folder}" == recorded

    def test_the_json_tells_the_session_as_well(
        self, demonstrated: Demonstrated
    ) -> None:
        """Beside the analysis stands what the session was: its phases and rounds."""
        result = demonstrated.answer.object
        session = result["session"]
        assert ("open", "completed") == (session["protocol"], session["exit"])
        kinds = [phase["kind"] for phase in session["phases"]]
        assert ["arrive", "calibrate", "settle"] == kinds
        for phase, following in zip(
            session["phases"], session["phases"][1:], strict=False
        ):
            assert phase["end_s"] == following["start_s"]
        (one,), (episode,) = session["rounds"], result["episodes"]
        assert {"full"} == {one["feedback"]}
        assert one["pacer"] is False
        for key in ("peak_z", "settling_time_s", "half_life_s", "outcome"):
            assert episode[key] == one[key]
        assert {"recovered_pct", "rise_s", "ratings", "guess", "urges"} <= set(one)

    def test_its_recording_is_whole(self, demonstrated: Demonstrated) -> None:
        """It has its footer, and nothing of it is damaged or left in its folder."""
        journal = read_journal(demonstrated.folder)
        assert journal.footer is not None
        assert journal.problems == ()
        assert journal.header.pseudonym == "demo"
        assert ["events.jsonl"] == [each.name for each in demonstrated.folder.iterdir()]

    def test_its_recording_is_listed(self, demonstrated: Demonstrated) -> None:
        """``biofeed sessions`` knows it, for people and for programs."""
        home = demonstrated.folder.parents[1]
        command = Biofeed(home=home)
        assert str(demonstrated.folder) in command("sessions").out
        (entries,) = command("sessions", "--json").objects
        (entry,) = [e for e in entries if e["folder"] == str(demonstrated.folder)]
        assert entry["ending"] == "complete"
        assert 639.0 == pytest.approx(entry["duration_s"], abs=1.0)


class TestPeople:
    """Each ready-made person shows what it is made to show."""

    def test_one_settles_quickly(self, tmp_path: Path) -> None:
        """Three activations, each of which is back; none is left over."""
        result = shown(tmp_path, "settles-quickly").object
        assert ["settled"] * 3 == [each["outcome"] for each in result["episodes"]]
        for episode in result["episodes"]:
            assert episode["half_life_s"] < 20.0
            assert episode["recovered_pct"]["60"] > 80.0

    def test_one_does_not_come_back(self, tmp_path: Path) -> None:
        """Half of it stays, and that is what is told: unresolved, nothing settled."""
        result = shown(tmp_path, "does-not-come-back").object
        (episode,) = result["episodes"]
        assert "unresolved" == episode["outcome"]
        assert episode["settled_s"] is None
        assert episode["settling_time_s"] is None
        assert 25.0 < episode["recovered_pct"]["300"] < 70.0
        assert episode["residual_z"] > 2.0

    def test_one_breathes_slowly_and_is_not_calm_for_that(self, tmp_path: Path) -> None:
        """Nothing settles while the arousal lasts, however slow the breath is."""
        scenario = "breathes-slowly-while-aroused"
        (event,) = SCENARIOS[scenario].script.arousal
        result = shown(tmp_path, scenario).object
        (episode,) = result["episodes"]
        assert episode["onset_s"] < event.on_s + 60.0
        assert episode["release_s"] > event.off_s
        assert episode["settled_s"] > event.off_s

    @pytest.mark.parametrize("scenario", ["breathes-slowly-at-rest", "hardly-answers"])
    def test_one_shows_no_activation(self, tmp_path: Path, scenario: str) -> None:
        """Neither slow breathing nor a beat more a minute is an activation."""
        command = Biofeed(home=tmp_path)
        answer = command("demo", "--person", scenario, "--headless", "--no-record")
        assert answer.status == 0
        assert "No clear activation seen." in answer.out

    def test_everybody_is_on_show(self) -> None:
        """A person who is added here has to show something too."""
        shown_here = {
            "demonstration",
            "settles-quickly",
            "does-not-come-back",
            "breathes-slowly-while-aroused",
            "breathes-slowly-at-rest",
            "hardly-answers",
        }
        assert shown_here == set(SCENARIOS)

    def test_a_seed_is_a_person(
        self, demonstrated: Demonstrated, tmp_path: Path
    ) -> None:
        """The same seed shows the same session, and another seed another one."""
        command = Biofeed(home=tmp_path)
        arguments = ("demo", "--headless", "--json", "--no-record", "--seed")
        same = command(*arguments, str(SEED))
        other = command(*arguments, str(SEED + 1))
        assert demonstrated.answer.out == same.out
        assert demonstrated.answer.object["beats"] != other.object["beats"]


def test_it_leaves_nothing_behind_that_python_would_warn_of(tmp_path: Path) -> None:
    """In Python's development mode: no file, socket, task or process is left open."""
    command = Biofeed(home=tmp_path, setting={"PYTHONDEVMODE": "1"})
    answer = command("demo", "--headless", "--speed", "max")
    assert answer.status == 0
    (line,) = answer.err.splitlines()
    assert line.startswith("biofeed: recorded in")
