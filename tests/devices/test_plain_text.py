"""What is shown of a text from outside can be read, and steers nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.plain_text import MOST_STACKED, one_line
from tests.hostile import TEXTS, faults


@given(st.text(), st.integers(1, 200))
def test_no_text_steers_or_is_too_long(text: str, longest: int) -> None:
    """Whatever it holds; and what is fit already stays as it is."""
    line = one_line(text, longest)
    assert [] == faults(line, breaks=False)
    assert len(line) <= longest
    assert line == one_line(line, longest)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_hostile_texts_are_harmless(text: str) -> None:
    """Each by its own trick."""
    assert [] == faults(one_line(text), breaks=False)


@pytest.mark.parametrize(
    "text",
    [
        "<b>not bold</b>",
        "Jürgen & Søren: 50 %",
        "שָׁלוֹם",
        "Việt, e\u0302\u0301",
        "สวัสดี",
        "🔥 a message",
    ],
)
def test_what_people_write_stays_as_it_is(text: str) -> None:
    """Markup is a text like any other, and so is every script."""
    assert text == one_line(text)


def test_a_mark_without_a_letter_sits_on_nothing_of_ours() -> None:
    """It would be drawn over the word before the text."""
    assert "after" == one_line("\u0301\u20ddafter")
    assert 1 + MOST_STACKED == len(one_line("e" + "\u0301" * 50))


def test_the_measure_finds_what_it_is_for() -> None:
    """A text that is left as it is would be seen."""
    harmless = {"markup", "wide", "right to left", "format"}
    assert set(TEXTS) - harmless == {
        name for name, text in TEXTS.items() if faults(text, breaks=False)
    }
