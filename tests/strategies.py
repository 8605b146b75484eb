"""Hypothesis strategies: the one home of everything that is made up for a property."""

import dataclasses
from enum import Enum
from math import isfinite
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from biofeed.core.events import Event
from biofeed.core.settings import EngineSettings
from biofeed.core.values import Output
from biofeed.session.reading import LONGEST_SESSION_S
from biofeed.session.snapshot import HrvPanel

Value = TypeVar("Value")

finite = st.floats(allow_nan=False, allow_infinity=False)

session_time = st.floats(0.0, LONGEST_SESSION_S)

# Half a surrogate pair cannot be encoded as UTF-8, yet may be pasted into a note.
any_text = st.text(st.characters(exclude_categories=()), max_size=40)

json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | any_text,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(any_text, inner, max_size=4)
    ),
    max_leaves=12,
)
"""Whatever ``json.loads`` can return, NaN among it."""


def written(value: Any) -> Any:
    """Return a JSON value with null for what JSON cannot say."""
    match value:
        case float() if not isfinite(value):
            return None
        case dict():
            return {key: written(entry) for key, entry in value.items()}
        case list():
            return [written(entry) for entry in value]
        case _:
            return value


def values_of(kind: type[Value]) -> st.SearchStrategy[Value]:
    """Frozen values of a class, every field drawn from what it declares.

    A field that a class gains is drawn too, without a word here.
    """
    hints = get_type_hints(kind)
    drawn = {
        field.name: (
            session_time if field.name == "t_s" else _fitting(hints[field.name])
        )
        for field in dataclasses.fields(cast("Any", kind))
    }
    return st.builds(kind, **drawn)


def _fitting(hint: Any) -> st.SearchStrategy[Any]:
    if get_origin(hint) is not None:
        return _composed(get_origin(hint), get_args(hint))
    if dataclasses.is_dataclass(hint):
        return values_of(cast("type[Any]", hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    return _PLAIN[hint]


def _composed(origin: Any, arguments: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if origin is tuple and arguments[-1] is Ellipsis:
        return st.lists(_fitting(arguments[0]), max_size=3).map(tuple)
    parts = [_fitting(each) for each in arguments]
    if origin is tuple:
        return st.tuples(*parts)
    if origin is dict:
        return st.dictionaries(*parts, max_size=3)
    if origin in (Union, UnionType):
        return st.one_of(*parts)
    raise TypeError(f"no strategy for {origin}")


_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    float: finite,
    int: st.integers(),
    bool: st.booleans(),
    str: any_text,
    bytes: st.binary(max_size=20),
    NoneType: st.none(),
}

events: st.SearchStrategy[Event] = st.one_of(*map(values_of, get_args(Event)))
outputs: st.SearchStrategy[Output] = st.one_of(*map(values_of, get_args(Output)))
panels = values_of(HrvPanel)
engine_settings = values_of(EngineSettings)
