"""``biofeed analyze``: its JSON and its timeline, which other programs read."""

import csv
from dataclasses import dataclass
from math import isfinite, log
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.command import Answer, Biofeed
from tests.end_to_end.made_files import resting_rr_ms, write_lines, write_person

pytestmark = [pytest.mark.timeout(600), pytest.mark.xdist_group("analyze")]

NUMBER = (int, float)

RESULT = {
    "file": str,
    "duration_s": float,
    "beats": int,
    "coverage": float,
    "artefact_pct": float,
    "gaps": int,
    "baseline": dict,
    "hrv": dict,
    "episodes": list,
    "notices": list,
}
BASELINE = {
    "start_s": float,
    "end_s": float,
    "usable_s": float,
    "heart_rate_bpm": float,
    "heart_rate_scale_bpm": float,
    "ln_rmssd": float,
    "ln_rmssd_scale": float,
    "verdict": str,
    "reasons": list,
}
EPISODE = {
    "onset_s": float,
    "confirmed_s": float,
    "peak_s": float,
    "peak_z": float,
    "release_s": float,
    "settled_s": float,
    "outcome": str,
    "settling_time_s": float,
    "half_life_s": float,
    "half_life_method": str,
    "recovered_pct": dict,
    "load_z_s": float,
    "tags": list,
}
TIMELINE = (
    "t_s,heart_rate_bpm,ln_rmssd,arousal_z,arousal0_z,state,quality,slow_breathing"
)

ROSE_S, FELL_S = 260.0, 360.0
"""When the simulated person was activated, and left alone again, s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysed:
    """One run on one file, with its timeline."""

    answer: Answer
    timeline: str

    @property
    def result(self) -> dict[str, Any]:
        return self.answer.object

    @property
    def rows(self) -> list[dict[str, str]]:
        return list(csv.DictReader(self.timeline.splitlines()))


def analysed(home: Path, *arguments: str | Path) -> Analysed:
    """Run it with a timeline."""
    out = home / "timeline.csv"
    answer = Biofeed(home=home)("analyze", *arguments, "--json", "--timeline", out)
    assert answer.status == 0, answer.err
    return Analysed(answer=answer, timeline=out.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def activated(
    one_activation: Path, tmp_path_factory: pytest.TempPathFactory
) -> Analysed:
    """The analysis of one activation, run once for all who look at it."""
    return analysed(tmp_path_factory.mktemp("activated"), one_activation)


def assert_laid_out(expected: dict[str, type], found: dict[str, Any]) -> None:
    """Every key of a contract is there, with its type; more may be."""
    assert {} == {
        key: found.get(key, "missing")
        for key, kind in expected.items()
        if not isinstance(found.get(key), kind)
    }


class TestJson:
    def test_every_key_of_the_contract_is_there(self, activated: Analysed) -> None:
        """Names and types are as other programs expect them."""
        result = activated.result
        assert_laid_out(RESULT, result)
        assert_laid_out(BASELINE, result["baseline"])
        (episode,) = result["episodes"]
        assert_laid_out(EPISODE, episode)
        assert ["30", "60", "120", "300"] == list(episode["recovered_pct"])

    def test_standard_output_is_the_json_and_nothing_else(
        self, activated: Analysed, one_activation: Path
    ) -> None:
        """A file without oddities leaves standard error empty, and has its name."""
        assert len(activated.answer.objects) == 1
        assert activated.answer.err == ""
        assert str(one_activation) == activated.result["file"]

    def test_the_file_is_counted(
        self, activated: Analysed, one_activation: Path
    ) -> None:
        """Beats and duration are those of the file."""
        rows = list(csv.DictReader(one_activation.read_text().splitlines()))
        assert len(rows) == activated.result["beats"]
        first, last = rows[0], rows[-1]
        began_s = float(first["t_s"]) - float(first["rr_ms"]) / 1000.0
        expected = pytest.approx(float(last["t_s"]) - began_s)
        assert expected == activated.result["duration_s"]
        assert activated.result["gaps"] == 0
        assert 0.99 < activated.result["coverage"] <= 1.0

    def test_the_activation_is_found_and_its_return(self, activated: Analysed) -> None:
        """It rose after it was caused, and came back after it was over, in order."""
        (episode,) = activated.result["episodes"]
        times = ["onset_s", "confirmed_s", "peak_s", "release_s", "settled_s"]
        assert sorted(episode[name] for name in times) == [episode[t] for t in times]
        assert ROSE_S < episode["onset_s"] < episode["confirmed_s"] < ROSE_S + 60.0
        assert FELL_S < episode["release_s"] < episode["settled_s"] < FELL_S + 180.0
        assert "settled" == episode["outcome"]
        settling_s = episode["settled_s"] - episode["release_s"]
        assert settling_s == episode["settling_time_s"]
        assert 15.0 < episode["half_life_s"] < 60.0

    def test_neurokit_gives_the_variability_of_the_rest(
        self, activated: Analysed
    ) -> None:
        """Its panel is of the rest's beats, and agrees with the baseline's own."""
        baseline, hrv = activated.result["baseline"], activated.result["hrv"]
        assert baseline["start_s"] < hrv["end_s"] <= baseline["end_s"]
        assert abs(log(hrv["HRV_RMSSD"]) - baseline["ln_rmssd"]) < 0.2
        mean_bpm = 60_000.0 / hrv["HRV_MeanNN"]
        assert abs(mean_bpm - baseline["heart_rate_bpm"]) < 2.0

    def test_the_first_acceptable_rest_is_the_baseline(
        self, activated: Analysed
    ) -> None:
        """Without being told, it takes three minutes after the first one."""
        baseline = activated.result["baseline"]
        assert "accepted" == baseline["verdict"]
        assert [] == baseline["reasons"]
        assert 60.0 <= baseline["start_s"] <= 70.0
        assert baseline["end_s"] < ROSE_S
        assert baseline["usable_s"] <= baseline["end_s"] - baseline["start_s"]

    def test_a_second_run_says_the_same(
        self, activated: Analysed, one_activation: Path, tmp_path: Path
    ) -> None:
        """Neither chance nor time has a say: not one byte differs."""
        again = analysed(tmp_path, one_activation)
        assert activated.answer.out == again.answer.out
        assert activated.timeline == again.timeline

    def test_several_files_have_a_line_each(
        self, biofeed: Biofeed, one_activation: Path, tmp_path: Path
    ) -> None:
        """In the order in which they were named, each with its own baseline."""
        slow = write_lines(
            tmp_path / "slow.txt",
            [f"{rr_ms:g}" for rr_ms in resting_rr_ms(400, mean_ms=1000.0)],
        )
        answer = biofeed("analyze", slow, one_activation, "--json")
        assert answer.status == 0
        first, second = answer.objects
        assert [str(slow), str(one_activation)] == [first["file"], second["file"]]
        assert 60.0 == pytest.approx(first["baseline"]["heart_rate_bpm"], abs=1.0)
        assert second["baseline"]["heart_rate_bpm"] > 68.0
        assert [] == first["episodes"]
        assert len(second["episodes"]) == 1

    def test_a_person_is_told_in_words(
        self, biofeed: Biofeed, one_activation: Path
    ) -> None:
        """Without --json it is said when it rose, turned and was back."""
        answer = biofeed("analyze", one_activation)
        assert answer.status == 0
        for words in ("rose at 4:", "turned at 6:", "back at rest at", "halfway back"):
            assert words in answer.out


class TestTimeline:
    def test_its_header_is_the_contract(self, activated: Analysed) -> None:
        """The columns have their names, in their order."""
        assert TIMELINE == activated.timeline.splitlines()[0]

    def test_there_is_a_row_for_each_second(self, activated: Analysed) -> None:
        """From the first whole second to the last, none twice and none left out."""
        seconds = [float(row["t_s"]) for row in activated.rows]
        assert [float(t) for t in range(int(seconds[0]), 640)] == seconds
        assert seconds[0] <= 2.0

    def test_the_unknown_is_an_empty_cell(self, activated: Analysed) -> None:
        """Before there are beats enough nothing is told, and nothing is ever NaN."""
        first, settled = activated.rows[0], activated.rows[300]
        numbers = ("heart_rate_bpm", "ln_rmssd", "arousal_z", "arousal0_z")
        assert {""} == {first[name] for name in numbers}
        assert "unknown" == first["state"]
        assert "" not in {settled[name] for name in numbers}
        cells = [row[name] for row in activated.rows for name in numbers]
        assert all(isfinite(float(cell)) for cell in cells if cell)

    def test_it_tells_the_same_story_as_the_json(self, activated: Analysed) -> None:
        """Around its peak the person is activated, and before it at rest."""
        (episode,) = activated.result["episodes"]
        by_second = {float(row["t_s"]): row for row in activated.rows}
        peak, rest = by_second[episode["peak_s"]], by_second[200.0]
        assert float(peak["arousal_z"]) > 3.5
        assert float(peak["heart_rate_bpm"]) > float(rest["heart_rate_bpm"])
        assert abs(float(rest["arousal_z"])) < 3.5
        assert rest["state"] != peak["state"]
        assert {"0", "1"} >= {row["slow_breathing"] for row in activated.rows}


class TestBaseline:
    def test_it_is_taken_from_the_seconds_that_are_named(
        self, biofeed: Biofeed, one_activation: Path
    ) -> None:
        """The whole of them counts, with no time dropped for settling in."""
        answer = biofeed("analyze", one_activation, "--rest", "70:250", "--json")
        baseline = answer.object["baseline"]
        assert (70.0, 250.0) == (baseline["start_s"], baseline["end_s"])
        assert baseline["usable_s"] == 180.0

    def test_it_may_come_from_another_recording(
        self, activated: Analysed, one_activation: Path, tmp_path: Path
    ) -> None:
        """A file that is all rest is taken whole; its numbers hold for the other."""
        rest = write_lines(
            tmp_path / "rest.txt", [f"{rr_ms:g}" for rr_ms in resting_rr_ms(300)]
        )
        other = analysed(tmp_path, one_activation, "--baseline-from", rest)
        baseline = other.result["baseline"]
        assert baseline["start_s"] == 0.0
        assert 255.0 == pytest.approx(baseline["end_s"], abs=2.0)
        assert 70.6 == pytest.approx(baseline["heart_rate_bpm"], abs=0.5)
        assert other.result["hrv"] is None
        at_rest = {row["t_s"]: row["arousal_z"] for row in activated.rows}
        shifted = {row["t_s"]: row["arousal_z"] for row in other.rows}
        assert at_rest["200"] != shifted["200"]

    def test_another_recording_that_holds_more_than_a_rest_is_searched(
        self, biofeed: Biofeed, one_activation: Path, tmp_path: Path
    ) -> None:
        """A whole session may be named: the rest is taken that is in it."""
        session = write_person(tmp_path / "session.csv", "does-not-come-back")
        answer = biofeed(
            "analyze", one_activation, "--baseline-from", session, "--json"
        )
        assert answer.status == 0, answer.err
        baseline = answer.object["baseline"]
        assert "accepted" == baseline["verdict"]
        assert 60.0 <= baseline["start_s"] < baseline["end_s"] < ROSE_S

    def test_a_refused_one_is_used_where_that_is_accepted(
        self, biofeed: Biofeed, one_activation: Path
    ) -> None:
        """It is refused with status 2, and on demand used with its verdict beside."""
        arguments = ("analyze", one_activation, "--rest", "380:460", "--json")
        refused = biofeed(*arguments)
        assert refused.status == 2
        assert refused.out == ""
        accepted = biofeed(*arguments, "--accept-baseline")
        assert accepted.status == 0
        baseline = accepted.object["baseline"]
        assert "refused" == baseline["verdict"]
        assert ["too_short", "heart_rate_drifts"] == baseline["reasons"][:2]

    def test_a_higher_threshold_opens_no_episode(
        self, activated: Analysed, biofeed: Biofeed, one_activation: Path
    ) -> None:
        """``--k-on`` decides from which activation on there is an episode."""
        (episode,) = activated.result["episodes"]
        assert 3.5 < episode["peak_z"] < 10.0
        answer = biofeed("analyze", one_activation, "--k-on", "10", "--json")
        assert [] == answer.object["episodes"]
