"""A row of facts breaks between two of them, and leaves nothing of what joins them."""

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from biofeed.display import words
from biofeed.display.fact_line import FactLine, lines_of, narrowest

DOT = words.BETWEEN.strip()


@given(st.lists(st.from_regex(r"[a-z]{1,9}", fullmatch=True)), st.integers(1, 60))
def test_no_line_begins_or_ends_in_a_dot(facts: list[str], most: int) -> None:
    """Every fact is there once, in order; a line is too long only with one fact."""
    lines = list(lines_of(tuple(facts), lambda line: len(line) <= most))
    assert facts == [one for line in lines for one in line.split(words.BETWEEN)]
    for line in lines:
        assert not line.strip().startswith(DOT)
        assert not line.strip().endswith(DOT)
        assert len(line) <= most or words.BETWEEN not in line


def test_a_narrow_line_is_a_high_one(qtbot: QtBot) -> None:
    """It asks for the height that its facts take in the width it has."""
    line = FactLine()
    qtbot.addWidget(line)
    line.show()
    line.tell(("settle", "round 1 of 3", "2:08 left"))
    line.resize(line.sizeHint().width(), 20)
    one_line = line.heightForWidth(line.width())
    assert 0 == line.text().count("\n")
    line.resize(line.sizeHint().width() - 5, 40)
    assert 1 == line.text().count("\n")
    assert 2 * one_line <= line.heightForWidth(line.width()) + 4


@given(
    st.lists(st.from_regex(r"[a-z]{1,9}", fullmatch=True), min_size=1, max_size=7),
    st.integers(1, 4),
)
def test_the_least_width_for_so_many_lines_is_the_least(
    facts: list[str], most: int
) -> None:
    """At that width they take no more lines, and at one less they do."""

    def lines_at(width: int) -> list[str]:
        return list(lines_of(tuple(facts), lambda line: len(line) <= width))

    width = narrowest(tuple(facts), len, most)
    assert len(lines_at(width)) <= most
    narrower = lines_at(width - 1)
    assert len(narrower) > most or max(map(len, narrower)) > width - 1
