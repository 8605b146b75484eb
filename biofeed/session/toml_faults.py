"""Why a text is not TOML, by what Python's reader of it says.

The reader says it in English and in no other form, so its sentences are known here by
their words. One that is not among them is passed on as it is said.
"""

import re

from devices.phrase import Phrase, phrase

LONGEST_SAID = 120
"""Signs of the reader's sentence: it may quote a key of any length."""

FAULTS = (
    phrase("cannot declare {found} twice"),
    phrase("cannot mutate immutable namespace {found}"),
    phrase("cannot overwrite a value"),
    phrase("cannot redefine namespace {found}"),
    phrase("duplicate inline table key {found}"),
    phrase("escaped character is not a Unicode scalar value"),
    phrase("expected '=' after a key in a key/value pair"),
    phrase("expected ']' at the end of a table declaration"),
    phrase("expected ']]' at the end of an array declaration"),
    phrase("expected newline or end of document after a statement"),
    phrase("expected {found}"),
    phrase("found invalid character {found}"),
    phrase("illegal character {found}"),
    phrase("invalid date or datetime"),
    phrase("invalid hex value"),
    phrase("invalid initial character for a key part"),
    phrase("invalid statement"),
    phrase("invalid value"),
    phrase("unclosed array"),
    phrase("unclosed inline table"),
    phrase("unescaped '\\' in a string"),
    phrase("unterminated string"),
)
"""What the reader says, without where; the first that fits is meant."""

_AT_LINE = re.compile(r"(.*) \(at line (\d+), column (\d+)\)")
_AT_END = re.compile(r"(.*) \(at end of document\)")
_TOO_MANY_DIGITS = "exceeds the limit"


def why_no_toml(failure: ValueError) -> Phrase:
    """Say what is wrong with a text, and where.

    Parameters
    ----------
    failure
        Of ``tomllib``; or of a number with thousands of digits, which it lets through.

    >>> why_no_toml(ValueError("Invalid value (at line 3, column 5)"))
    'is not TOML as it stands: invalid value (at line 3, column 5)'
    """
    said = "".join(sign for sign in str(failure) if sign.isprintable())
    said = f"{said[:1].lower()}{said[1:]}"
    return phrase("is not TOML as it stands: {why}", why=_placed(said))


def _placed(said: str) -> str:
    if said.startswith(_TOO_MANY_DIGITS):
        return phrase("it holds a number of too many digits")
    if (at_line := _AT_LINE.fullmatch(said)) is not None:
        fault, line, column = at_line.groups()
        return phrase(
            "{fault} (at line {line}, column {column})",
            fault=_known(fault),
            line=line,
            column=column,
        )
    if (at_end := _AT_END.fullmatch(said)) is not None:
        return phrase("{fault} (at end of document)", fault=_known(at_end[1]))
    return _known(said)


def _known(said: str) -> str:
    for fault in FAULTS:
        before, field, after = fault.partition("{found}")
        if said == fault:
            return fault
        if field and said.startswith(before) and said.endswith(after):
            found = said[len(before) : len(said) - len(after)]
            return fault.filled(found=found[:LONGEST_SAID])
    return said[:LONGEST_SAID]
