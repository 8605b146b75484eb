"""What ``biofeed protocols`` lists, explains and refuses."""

import json
from pathlib import Path
from typing import Any

import pytest

from biofeed.cli import main
from biofeed.core.protocol import TrainingProtocol
from biofeed.session.json_values import from_json
from biofeed.session.protocols import bundled_protocols, load_protocol
from tests.session.own_protocol import OWN

Printed = pytest.CaptureFixture[str]


def said(printed: Printed, *arguments: str) -> str:
    """Return what the command prints when it is done."""
    assert 0 == main(["protocols", *arguments])
    out, err = printed.readouterr()
    assert "" == err
    return out


def test_the_list_names_each_with_its_length_and_rounds(capsys: Printed) -> None:
    """In the order in which a person meets them."""
    lines = said(capsys).splitlines()
    heads = [line for line in lines if not line.startswith(" ")]
    assert [known.name for known in bundled_protocols()] == [
        head.split()[0] for head in heads
    ]
    assert "up to 26 min, 3 rounds: full, sparse, blind" in heads[2]
    assert "1 round: full" in heads[0]
    assert "up to 20 min, no rounds" in heads[-1]


def test_one_is_explained_phase_by_phase(capsys: Printed) -> None:
    """Kind, ends, times, what is shown, and the words, in order."""
    out = said(capsys, "settling")
    settling = load_protocol("settling")
    places = [
        out.index(f"{number:3}  {phase.kind.value}")
        for number, phase in enumerate(settling.phases, start=1)
    ]
    assert sorted(places) == places
    assert "until your key or activation above 8 z or 1:00; by moment" in out
    assert "nothing shown; round 3" in out
    assert "not settled before 0:20" in out
    assert all(phase.instruction in out for phase in settling.phases)
    assert "To choose from: no reply yet, a changed tone" in out


def test_open_practice_is_explained_too(capsys: Printed) -> None:
    """It ends when one ends it, and promises nothing else."""
    out = said(capsys, "open")
    assert "until you end the session" in out
    assert "from 0 to 10" not in out
    assert "no activation begins" not in out


def test_the_list_as_json(capsys: Printed) -> None:
    """One array, with what a program chooses by."""
    entries: list[dict[str, Any]] = json.loads(said(capsys, "--json"))
    settling = entries[2]
    assert "settling" == settling["name"]
    assert 1500.0 == settling["longest_s"]
    assert 3 == settling["rounds"]
    assert ["full", "sparse", "blind"] == settling["feedback"]
    assert 1200.0 == entries[-1]["planned_s"]


@pytest.mark.parametrize("name", [known.name for known in bundled_protocols()])
def test_one_as_json_is_the_protocol_in_full(capsys: Printed, name: str) -> None:
    """It can be made a protocol again."""
    entries = json.loads(said(capsys, name, "--json"))
    assert load_protocol(name) == from_json(TrainingProtocol, entries)


def test_a_file_of_ones_own_is_explained_alike(capsys: Printed, tmp_path: Path) -> None:
    """What is listed has no privilege."""
    file = tmp_path / "own.toml"
    file.write_text(OWN, encoding="utf-8")
    assert "My own (own): up to 19 min, 2 rounds: full, blind" in said(
        capsys, str(file)
    )


def test_what_is_wrong_with_a_file_is_one_line(capsys: Printed, tmp_path: Path) -> None:
    """On standard error, with the status of wrong input."""
    file = tmp_path / "own.toml"
    file.write_text(OWN.replace("= 45", "= 90"), encoding="utf-8")
    assert 2 == main(["protocols", str(file)])
    out, err = capsys.readouterr()
    assert "" == out
    assert f"biofeed: Protocol '{file}', phase 1 of part 2 (activate):" in err
    assert 1 == err.count("\n")


def test_a_name_that_is_unknown_is_one_line(capsys: Printed) -> None:
    """With the names there are."""
    assert 2 == main(["protocols", "calm", "--json"])
    out, err = capsys.readouterr()
    assert "" == out
    assert "'calm' does not exist; there are first-session, " in err
    assert 1 == err.count("\n")
