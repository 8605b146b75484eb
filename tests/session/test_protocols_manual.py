"""The manual's page on protocols against the program: keys, words, limits, example."""

import re
from pathlib import Path

import pytest

from biofeed.core.activation_checks import EXPECTED_RISE_Z, HIGHEST_CEILING_Z
from biofeed.core.phase import ActivationKind, ExitRule, PhaseKind
from biofeed.core.protocol import TRANSITIONS
from biofeed.core.safety import (
    ACTIVATIONS,
    DAILY_DOSE_S,
    FIRST_SESSION_S,
    LONGEST_SESSION_S,
)
from biofeed.session import protocol_file
from biofeed.session.protocol_file import PART_KEYS, PHASE_KEYS, SESSION_KEYS
from biofeed.session.protocol_refusals import ProtocolRefused
from biofeed.session.protocols import bundled_protocols, load_protocol

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "protocols.md").read_text(
    encoding="utf-8"
)


def table(first_head: str, *, after: str = "") -> list[list[str]]:
    """Return the rows of the table whose first column has this head."""
    text = PAGE[PAGE.index(f"| {first_head} |", PAGE.index(after)) :]
    rows = text.split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def first_column(first_head: str, *, after: str = "") -> list[str]:
    return [row[0].strip("`") for row in table(first_head, after=after)]


def named(text: str) -> set[str]:
    """Return what stands in a text as code."""
    return set(re.findall(r"`([^`]+)`", text))


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """Return the manual's own protocol as a file."""
    (written,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    file = tmp_path / "my-own.toml"
    file.write_text(written, encoding="utf-8")
    return file


def test_the_example_can_be_practised(example: Path) -> None:
    """It may be copied as it stands."""
    protocol = load_protocol(str(example))
    assert "evening" == protocol.name
    assert 2 == protocol.rounds


def test_the_sentence_in_the_manual_is_what_is_said(example: Path) -> None:
    """Its example of a refusal comes from the example of a file."""
    text = example.read_text(encoding="utf-8")
    example.write_text(text.replace("= 45", "= 90"), encoding="utf-8")
    with pytest.raises(ProtocolRefused) as refused:
        load_protocol(str(example))
    said = str(refused.value).replace(str(example), example.name)
    assert f"biofeed: {said}" in PAGE.splitlines()


def test_every_protocol_is_listed() -> None:
    """In the order in which a person meets them."""
    assert [known.name for known in bundled_protocols()] == first_column("name")


@pytest.mark.parametrize(
    ("heading", "keys"),
    [
        ("### The session", SESSION_KEYS),
        ("### A part", PART_KEYS),
        ("### A phase", PHASE_KEYS),
    ],
)
def test_every_key_is_explained(heading: str, keys: tuple[str, ...]) -> None:
    """The manual knows the keys of the program, and no other."""
    assert set(keys) == set(first_column("key", after=heading))


def test_every_kind_and_end_is_explained() -> None:
    """With what may follow each kind."""
    follows = {row[0].strip("`"): named(row[2]) - {"stop"} for row in table("kind")}
    assert {
        kind.value: {other.value for other in TRANSITIONS[kind]} for kind in PhaseKind
    } == follows
    assert set(ExitRule) == set(first_column("end"))


def test_limits_are_those_of_the_program() -> None:
    """What no protocol may ask for, number by number."""
    rows = table("limit", after="## What no protocol")
    kinds = (ActivationKind.BODY, ActivationKind.MOMENT, ActivationKind.TOUCH)
    limits = [ACTIVATIONS[kind] for kind in kinds]
    assert [
        [limit.longest_s for limit in limits],
        [limit.most for limit in limits],
        [limit.rest_s for limit in limits],
    ] == [[float(cell) for cell in row[1:]] for row in rows]


def test_limits_of_a_session_are_those_of_the_program() -> None:
    """Length, dose and ceiling."""
    rows = table("limit", after="at least, s |")
    assert [
        FIRST_SESSION_S,
        LONGEST_SESSION_S,
        DAILY_DOSE_S,
        EXPECTED_RISE_Z,
        HIGHEST_CEILING_Z,
    ] == [float(row[1]) for row in rows]


@pytest.mark.parametrize(
    ("key", "constant"),
    [
        ("name", "LONGEST_NAME"),
        ("title", "LONGEST_TITLE"),
        ("summary", "LONGEST_SUMMARY"),
        ("instruction", "LONGEST_INSTRUCTION"),
        ("detail", "LONGEST_DETAIL"),
        ("choices", "LONGEST_CHOICE"),
        ("times", "MOST_TIMES"),
        ("choices", "MOST_CHOICES"),
    ],
)
def test_sizes_are_those_of_the_program(key: str, constant: str) -> None:
    """How long a text may be stands beside its key."""
    rows = [row for row in PAGE.splitlines() if row.startswith(f"| `{key}` |")]
    assert str(getattr(protocol_file, constant)) in re.findall(r"\d+", " ".join(rows))
