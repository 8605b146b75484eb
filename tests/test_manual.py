"""The manual against the program: what it names is there."""

import re
from pathlib import Path

import pytest

from biofeed.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", re.DOTALL)
NAMED_FILE = re.compile(r"`((?:tests|biofeed|devices|calibration|docs)/[\w./]+\.\w+)`")
NAMED_COMMAND = re.compile(r"`biofeed ([a-z]+)[^`]*`")


every_page = pytest.mark.parametrize(
    "page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix()
)


@every_page
def test_every_link_leads_somewhere(page: Path) -> None:
    """A relative link names a file of the repository."""
    links = LINK.findall(page.read_text(encoding="utf-8"))
    local = [link for link in links if "://" not in link]
    assert [] == [link for link in local if not (page.parent / link).exists()]


@every_page
def test_every_file_that_is_named_exists(page: Path) -> None:
    """A path in the manual is a path of the repository."""
    named = NAMED_FILE.findall(page.read_text(encoding="utf-8"))
    assert [] == [name for name in named if not (ROOT / name).exists()]


def test_the_manual_knows_every_command_and_no_other() -> None:
    """The table of commands is the program's own list."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    table = text[text.index("## Commands") : text.index("## Where recordings are")]
    assert set(COMMANDS) == set(NAMED_COMMAND.findall(table))


def test_decisions_are_numbered_without_holes() -> None:
    """One number, one decision; its title carries the number of its file."""
    files = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    titles = [file.read_text(encoding="utf-8").splitlines()[0] for file in files]
    assert list(range(1, len(files) + 1)) == [int(file.name[:4]) for file in files]
    for number, title in enumerate(titles, start=1):
        assert title.startswith(f"# {number}. ")


def test_a_decision_has_its_three_parts() -> None:
    """Context, decision, consequences; and it is short."""
    for file in (ROOT / "docs" / "decisions").glob("*.md"):
        text = file.read_text(encoding="utf-8")
        heads = re.findall(r"^## (\w+)", text, re.MULTILINE)
        assert {"Context", "Decision", "Consequences"} <= set(heads), file.name
        assert len(text.splitlines()) <= 70, file.name
