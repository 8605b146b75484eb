"""What Python's reader of TOML says can be said in another language."""

import tomllib

import pytest

from biofeed.session.toml_faults import FAULTS, why_no_toml
from devices.phrase import Phrase
from tests.untold import left_in_english

FAULTY = {
    "a = 1\na = 2": "cannot overwrite a value",
    "[a]\n[a]": "cannot declare ('a',) twice",
    "a = {b = 1}\na.c = 2": "cannot mutate immutable namespace ('a',)",
    "[a.b]\n[a]\nb.c = 2": "cannot redefine namespace ('a', 'b')",
    "a = {b = 1, b = 2}": "duplicate inline table key 'b'",
    'a = "\\ud800"': "escaped character is not a Unicode scalar value",
    "name": "expected '=' after a key in a key/value pair",
    "[a\n": "expected ']' at the end of a table declaration",
    "[[a]\n": "expected ']]' at the end of an array declaration",
    "a = 1 b": "expected newline or end of document after a statement",
    "a = '''b": "expected \"'''\"",
    "a = 1 # \x00": "found invalid character '\\x00'",
    'a = "\n"': "illegal character '\\n'",
    "a = 2024-02-31": "invalid date or datetime",
    'a = "\\uzzzz"': "invalid hex value",
    ", = 1": "invalid statement",
    "a. = 1": "invalid initial character for a key part",
    "a =": "invalid value",
    "a = [1": "unclosed array",
    "a = {b = 1": "unclosed inline table",
    'a = "\\q"': "unescaped '\\' in a string",
    'a = "b': "unterminated string",
    f"a = {'9' * 5000}": "it holds a number of too many digits",
}
"""A text, and what is said of it."""


def _fault(text: str) -> str:
    with pytest.raises(ValueError) as raised:  # noqa: PT011 - whatever it says
        tomllib.loads(text)
    said = why_no_toml(raised.value).fields["why"]
    assert isinstance(said, Phrase)
    fault = said.fields.get("fault", said)
    assert isinstance(fault, str)
    return fault


@pytest.mark.parametrize("text", FAULTY)
def test_a_fault_is_known_by_its_words(text: str) -> None:
    """Nothing of it stays English but the signs that it quotes."""
    fault = _fault(text)
    assert FAULTY[text] == fault
    assert [] == left_in_english(fault)


def test_no_fault_is_listed_for_nothing() -> None:
    """Each is one that the reader does say."""
    said = {
        fault.template for text in FAULTY if isinstance(fault := _fault(text), Phrase)
    }
    assert {fault.template for fault in FAULTS} <= said


def test_what_the_reader_may_yet_learn_to_say_is_passed_on() -> None:
    """In its own words, cut to a length that a window has room for."""
    said = str(why_no_toml(ValueError("Quite new trouble " + "x" * 500)))
    assert said.startswith("is not TOML as it stands: quite new trouble xxx")
    assert len(said) < 160
