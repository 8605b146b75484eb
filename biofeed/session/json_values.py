"""Turns frozen values into JSON and back, exactly, by what their fields declare.

Rules
-----
- A float comes back bit for bit. What is not finite is written as null: unknown.
- Bytes are hexadecimal. A key that nobody knows is passed over, one that is missing
  takes the field's default: so a value may gain fields, and old files stay readable.
- Reading is strict about the rest: what does not fit is ``Misfit``, never a guess.

>>> from devices.source import BatteryLevel
>>> to_json(BatteryLevel(t_s=1.5, level_pct=80))
{'t_s': 1.5, 'level_pct': 80}
>>> from_json(BatteryLevel, {"t_s": 1.5, "level_pct": 80, "new": True})
BatteryLevel(t_s=1.5, level_pct=80)
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from math import isfinite
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from devices.phrase import Phrase, phrase

Json = dict[str, object]
"""An object of JSON: what ``json.loads`` makes of ``{...}``."""

Value = TypeVar("Value")

_Read = Callable[[object], object]


class Misfit(ValueError):  # noqa: N818 (what was found, not a fault of the program)
    """Something read does not fit the value it is to become; ``str`` says how.

    Attributes
    ----------
    said
        The same, for a sentence that it is a part of.
    """

    def __init__(self, said: Phrase) -> None:
        super().__init__(said)
        self.said = said


def to_json(value: Any) -> object:
    """Return what ``json.dumps`` can write of a value, nested ones included.

    Raises
    ------
    TypeError
        If it holds something that has no place in a recording.
    """
    match value:
        case Enum():
            return value.value
        case float():
            return value if isfinite(value) else None
        case None | str() | int():
            return value
        case bytes():
            return value.hex()
        case list() | tuple():
            return [to_json(entry) for entry in value]
        case _:
            return object_of(value)


def object_of(value: Any) -> Json:
    """Return the JSON object of a frozen value or of a mapping."""
    if isinstance(value, Mapping):
        return {str(key): to_json(entry) for key, entry in value.items()}
    return {field.name: to_json(getattr(value, field.name)) for field in fields(value)}


def from_json(kind: type[Value], entries: object) -> Value:
    """Make a frozen value of what ``json.loads`` returned.

    Raises
    ------
    Misfit
        If it does not fit.
    """
    return cast("Value", _reader(cast("Hashable", kind))(entries))


@cache
def _reader(hint: Hashable) -> _Read:
    """Choose, once for each declared type, how it is read."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _optional(arguments)
    if origin is tuple:
        return _tuple(arguments)
    if origin is dict:
        return _dict(_KEYS[arguments[0]], _reader(arguments[1]))
    if is_dataclass(hint):
        return _dataclass(cast("type", hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _choice(hint)
    return _PLAIN[hint]


def _optional(arguments: tuple[Any, ...]) -> _Read:
    (known,) = (hint for hint in arguments if hint is not NoneType)
    read = _reader(known)
    return lambda entry: None if entry is None else read(entry)


def _tuple(arguments: tuple[Any, ...]) -> _Read:
    if arguments[-1] is Ellipsis:
        read = _reader(arguments[0])
        return lambda entry: tuple(read(each) for each in _list(entry))
    reads = [_reader(hint) for hint in arguments]

    def read_row(entry: object) -> object:
        row = _list(entry)
        if len(row) != len(reads):
            raise Misfit(
                phrase(
                    "{found} entries where {wanted} belong",
                    found=len(row),
                    wanted=len(reads),
                )
            )
        return tuple(read(each) for read, each in zip(reads, row, strict=True))

    return read_row


def _dict(key: _Read, read: _Read) -> _Read:
    return lambda entry: {key(k): read(v) for k, v in _object(entry).items()}


def _choice(kind: type[Enum]) -> _Read:
    members: dict[object, Enum] = {member.value: member for member in kind}

    def read_choice(entry: object) -> object:
        if isinstance(entry, str) and entry in members:
            return members[entry]
        raise Misfit(
            phrase("{found} is no {kind}", found=_short(entry), kind=kind.__name__)
        )

    return read_choice


def _dataclass(kind: type) -> _Read:
    hints = get_type_hints(kind)
    plan = [
        (field.name, _reader(hints[field.name]), _is_needed(field))
        for field in fields(kind)
    ]

    def read_fields(entry: object) -> object:
        entries = _object(entry)
        found = {}
        for name, read, is_needed in plan:
            if name in entries:
                found[name] = _read_field(name, read, entries[name])
            elif is_needed:
                raise Misfit(phrase("{name} is missing", name=name))
        return kind(**found)

    return read_fields


def _read_field(name: str, read: _Read, entry: object) -> object:
    try:
        return read(entry)
    except Misfit as misfit:
        raise Misfit(phrase("{name}: {why}", name=name, why=misfit.said)) from misfit


def _is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _float(entry: object) -> float:
    if isinstance(entry, bool) or not isinstance(entry, int | float):
        raise Misfit(phrase("{found} is no number", found=_short(entry)))
    try:
        number = float(entry)
    except OverflowError as too_large:
        raise Misfit(phrase("a number too large")) from too_large
    if not isfinite(number):
        raise Misfit(phrase("a number that is not finite"))
    return number


def _int(entry: object) -> int:
    if isinstance(entry, bool) or not isinstance(entry, int):
        raise Misfit(phrase("{found} is no whole number", found=_short(entry)))
    return entry


def _bool(entry: object) -> bool:
    if not isinstance(entry, bool):
        raise Misfit(phrase("{found} is neither true nor false", found=_short(entry)))
    return entry


def _str(entry: object) -> str:
    if not isinstance(entry, str):
        raise Misfit(phrase("{found} is no text", found=_short(entry)))
    return entry


def _bytes(entry: object) -> bytes:
    try:
        return bytes.fromhex(_str(entry))
    except ValueError as misfit:
        raise Misfit(
            phrase("{found} is not hexadecimal", found=_short(entry))
        ) from misfit


def _list(entry: object) -> list[object]:
    if not isinstance(entry, list):
        raise Misfit(phrase("{found} is no list", found=_short(entry)))
    return entry


def _object(entry: object) -> Json:
    if not isinstance(entry, dict):
        raise Misfit(phrase("{found} is no object", found=_short(entry)))
    return entry


def _whole_key(entry: object) -> int:
    try:
        return int(_str(entry))
    except ValueError as misfit:
        raise Misfit(
            phrase("{found} is no whole number", found=_short(entry))
        ) from misfit


def _anything(entry: object) -> object:
    return entry


def _short(entry: object) -> str:
    """Quote what was found: enough to recognise it, and safe to print."""
    text = ascii(entry)
    return text if len(text) <= 32 else text[:31] + "~"


_KEYS: dict[object, _Read] = {str: _str, int: _whole_key}

_PLAIN: dict[object, _Read] = {
    float: _float,
    int: _int,
    bool: _bool,
    str: _str,
    bytes: _bytes,
    object: _anything,
}
