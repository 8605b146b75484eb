"""The coach's texts are read by key and variant, and a key that is missing is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.display.texts import TextError, text_of, texts, variants_of
from biofeed.display.words import Sentence


def test_a_key_and_a_variant_name_a_sentence() -> None:
    """The first variant stands first in the file."""
    head = "Notice how this feels from the inside."
    detail = "Stay with it. There is nothing else to do."
    assert Sentence(head=head, detail=detail) == text_of("settle.held")


def test_a_key_without_dots_is_a_key() -> None:
    """What is said whatever the phase stands at the top of the file."""
    assert "Paused." == text_of("paused").head


@given(st.sampled_from(sorted(texts())), st.integers(min_value=0))
def test_variants_take_turns(key: str, variant: int) -> None:
    """After the last variant comes the first."""
    count = variants_of(key)
    assert text_of(key, variant % count) == text_of(key, variant)


def test_variants_of_a_key_differ() -> None:
    """No sentence stands twice under one key."""
    assert [] == [key for key, said in texts().items() if len(set(said)) < len(said)]


@pytest.mark.parametrize("ask", [text_of, variants_of])
def test_a_missing_key_is_named(ask: object) -> None:
    """The error says which key, in which file."""
    assert callable(ask)
    with pytest.raises(TextError, match=r"coach\.en\.toml has no text for 'settle\.x'"):
        ask("settle.x")
