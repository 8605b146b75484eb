"""A phrase is its English text, and knows what it was made of."""

import json
import pickle

import pytest

from devices.phrase import Phrase, phrase, phrase_of
from devices.system_reasons import reason_of
from tests.untold import left_in_english


def test_it_is_the_text_in_english() -> None:
    """Printed, compared, joined and written like any other."""
    made = phrase("holds {found}", found=phrase("no {what}", what="beats"))
    assert "holds no beats" == made == str(made)
    assert '"holds no beats"' == json.dumps(made)
    assert f"It {made}." == "It holds no beats."
    assert type(str(made)) is str


def test_what_has_no_fields_keeps_its_braces() -> None:
    """They wait to be filled, or belong to the text."""
    waiting = phrase("is larger than {found}")
    assert "is larger than {found}" == waiting
    assert "is larger than 100 MB" == waiting.filled(found="100 MB")
    assert waiting.template == waiting.filled(found="100 MB").template


def test_what_is_filled_in_is_never_a_template() -> None:
    """Braces in the name of a file are part of its name."""
    made = phrase("File '{path}'", path="{secret}{0}")
    assert "File '{secret}{0}'" == made
    assert "a {secret} b" == phrase("a {x} b", x=phrase("{y}", y="{secret}"))


def test_an_exception_carries_it() -> None:
    """Its text is the exception's, and what it was made of can be asked for."""
    said = phrase_of(ValueError(phrase("is {found}", found="empty")))
    assert isinstance(said, Phrase)
    assert {"found": "empty"} == said.fields
    assert "plain" == phrase_of(ValueError("plain"))
    assert "" == phrase_of(ValueError())


def test_it_outlives_a_copy_by_its_text() -> None:
    """What is sent to another process arrives whole."""
    made = phrase("is {found}", found="empty")
    copied = pickle.loads(pickle.dumps(made))  # noqa: S301 - made here
    assert (made, made.template, made.fields) == (
        copied,
        copied.template,
        copied.fields,
    )


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (OSError(5, "Input/output error"), "input/output error"),
        (OSError(9999, "Strange trouble"), "strange trouble"),
        (OSError(9999, ""), "OSError"),
        (OSError(), "OSError"),
    ],
    ids=["known", "unknown", "unsaid", "nothing"],
)
def test_a_system_says_why_in_its_own_words(failure: OSError, words: str) -> None:
    """Common reasons can be translated; a rare one is passed on."""
    assert words == reason_of(failure)
    assert isinstance(reason_of(failure), Phrase) == ("input" in words)


def test_what_is_left_in_english_is_found() -> None:
    """The other tests see a sentence that was filled in untranslated."""
    assert [] == left_in_english(
        phrase("is {a} or {b}", a="'full'", b=phrase("a list"))
    )
    assert ["a"] == left_in_english(phrase("is {a} or {b}", a="'full'", b="a list"))
    assert ["is"] == left_in_english("is empty")
