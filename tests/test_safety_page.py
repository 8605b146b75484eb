"""The page of limits against the program: no figure differs, no proof is missing."""

import re
from math import log10
from pathlib import Path

import pytest

from biofeed.core import safety
from biofeed.core.irregular import MOST_FLAGGED, WINDOW_S
from biofeed.core.phase import ActivationKind
from biofeed.core.rounds import LEAST_KNOWN_SHARE
from biofeed.core.safety import ACTIVATIONS
from biofeed.display.breath import GENTLE_EVERY_S
from biofeed.display.reading import STALE_AFTER_S
from biofeed.display.steady import DWELL_S
from biofeed.display.style_sheet import LEAST_TARGET_PX
from biofeed.display.tones import CEILING, RAMP_S
from biofeed.session.dose_taken import UNSEEN_S
from biofeed.session.screening import VALID_FOR

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "safety.md").read_text(encoding="utf-8")

FIGURES = {
    name: value
    for name, value in vars(safety).items()
    if name.isupper() and isinstance(value, int | float)
}
"""Every limit that is a number by itself."""

TEST = re.compile(r"def (test_\w+)")


def rows() -> list[list[str]]:
    """Return the cells of every row of every table."""
    lines = [line for line in PAGE.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def figure_of(cell: str) -> float:
    """Read a number, or one number by another."""
    above, _, below = cell.partition("/")
    return float(above) / float(below or 1.0)


def figures_on_page() -> dict[str, float]:
    """Return each figure that is told by the name of its constant."""
    told = {}
    for cells in rows():
        if len(cells) == 5 and (named := re.fullmatch(r"`([A-Z_]+)`", cells[2])):
            told[named[1]] = figure_of(cells[1])
    return told


def test_every_figure_is_on_the_page_as_it_is() -> None:
    """None is missing, none is left over, none differs."""
    assert figures_on_page() == pytest.approx(FIGURES)


@pytest.mark.parametrize("kind", ActivationKind)
def test_every_kind_of_activation_is_on_the_page(kind: ActivationKind) -> None:
    """With its length, its count and its rest."""
    (cells,) = (row for row in rows() if row[0] == f"`{kind.value}`")
    limit = ACTIVATIONS[kind]
    expected = [limit.longest_s, float(limit.most), limit.rest_s]
    assert expected == [float(cell) for cell in cells[1:]]


@pytest.mark.parametrize(
    "told",
    [
        f"every {GENTLE_EVERY_S / 60:.0f} min",
        f"from {STALE_AFTER_S:.0f} s",
        f"{100 * LEAST_KNOWN_SHARE:.0f} %",
        f"over {100 * MOST_FLAGGED:.0f} % in {WINDOW_S / 60:.0f} min",
        f"at least {LEAST_TARGET_PX} px",
        f"after {VALID_FOR.days} days",
        f"{DWELL_S} s at least",
        f"{1000 * RAMP_S:.0f} ms at least",
        f"{20 * log10(CEILING):.0f} dBFS at most",
    ],
)
def test_limits_that_are_kept_elsewhere_are_told_as_they_are(told: str) -> None:
    """The page words them as their constants have them."""
    assert told in PAGE


def test_what_a_power_cut_may_cost_is_told_in_words() -> None:
    """Two seconds."""
    assert UNSEEN_S == 2.0
    assert "last record and two seconds" in PAGE


def test_every_proof_that_is_named_exists() -> None:
    """A test on the page is a test of the suite."""
    found = {
        name
        for file in (ROOT / "tests").rglob("test_*.py")
        for name in TEST.findall(file.read_text(encoding="utf-8"))
    }
    named = set(re.findall(r"`(test_\w+)`", PAGE))
    assert set() == named - found


def test_every_limit_has_code_and_proof() -> None:
    """No row of a hazard goes without either."""
    hazards = [row for row in rows() if len(row) in (4, 5) and "`biofeed/" in row[-2]]
    assert len(hazards) > 30
    assert [] == [row for row in hazards if "`test_" not in row[-1]]
