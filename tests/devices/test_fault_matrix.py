"""The page of faults against the tests: neither promises what the other lacks."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "fault-matrix.md"

TOLD_ELSEWHERE = {"F17", "F20"}


def rows() -> dict[str, set[str]]:
    """Return the tests named in each row of the matrix."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    cells = [line.strip("| ").split(" | ") for line in lines if line.startswith("| F")]
    return {row[0]: set(re.findall(r"`(test_\w+)`", row[-1])) for row in cells}


def numbered_tests() -> set[str]:
    """Return every test whose name carries a fault's number."""
    found = re.compile(r"def (test_f\d\d_\w+)")
    return {
        name
        for file in (ROOT / "tests").rglob("test_*.py")
        for name in found.findall(file.read_text(encoding="utf-8"))
    }


def test_every_fault_has_a_row() -> None:
    """F1 to F20 are all there, but for those that the page hands on in words."""
    assert {f"F{n}" for n in range(1, 21)} - TOLD_ELSEWHERE == set(rows())


def test_every_row_has_its_own_tests_and_they_exist() -> None:
    """A named test exists and carries the number of its row."""
    for fault, names in rows().items():
        prefix = f"test_f{int(fault[1:]):02d}_"
        assert names
        assert all(name.startswith(prefix) for name in names)
        assert set() == names - numbered_tests()


def test_every_numbered_test_is_on_the_page() -> None:
    """A test that carries a fault's number is named in the matrix."""
    named = set().union(*rows().values())
    assert set() == numbered_tests() - named
