"""What the client and NeuroKit2's process say to each other, as lines of JSON.

Rules
-----
- A float arrives as it was sent, bit for bit. What is not finite is sent as null: a
  hole in a series, an unknown among the indices.
- An answer bears the number of its question; whoever reads it drops any other.
- Reading is total: a line that makes no sense is ``Garbled``, never an exception.
"""

import json
from dataclasses import dataclass, fields
from math import isfinite
from typing import Any

from biofeed.session.hrv_windows import HrvWindow, Intervals


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Windows to compute, and the number the answer must bear."""

    number: int
    windows: tuple[HrvWindow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowAnswer:
    """NeuroKit2's numbers for one window.

    Attributes
    ----------
    indices
        Name to value in NeuroKit2's unit; None where it could not be computed.
    artefacts
        Intervals that its audit would change.
    """

    indices: dict[str, float | None]
    artefacts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer for each window of the question, in its order."""

    number: int
    windows: tuple[WindowAnswer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeting:
    """The process has imported NeuroKit2, of this version, and waits."""

    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unavailable:
    """NeuroKit2 cannot be imported on this machine."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Garbled:
    """A line that is none of the above."""

    line: str


Message = Question | Answer | Greeting | Unavailable


def write(message: Message) -> bytes:
    """Put a message on one line."""
    whole = {"kind": type(message).__name__.lower(), **_fields(message)}
    try:
        line = json.dumps(whole, default=_fields, allow_nan=False)
    except ValueError:
        line = json.dumps(_without_nan(whole), allow_nan=False)
    return line.encode() + b"\n"


def read(line: bytes) -> Message | Garbled:
    """Take a message off one line."""
    try:
        entries = json.loads(line)
        match entries.pop("kind"):
            case "question":
                return _question(entries)
            case "answer":
                return _answer(entries)
            case "greeting":
                return Greeting(version=str(entries["version"]))
            case "unavailable":
                return Unavailable(reason=str(entries["reason"]))
            case _:
                pass
    except (ValueError, LookupError, TypeError, AttributeError):
        pass
    return Garbled(line=line[:80].decode(errors="replace").strip())


def finite(value: float | None) -> float | None:
    """Turn what is not finite into unknown."""
    return value if value is not None and isfinite(value) else None


def _fields(value: Any) -> dict[str, Any]:
    """The fields of one of ours, as they are: copying 2000 floats takes longer."""
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _without_nan(value: Any) -> Any:
    match value:
        case float():
            return finite(value)
        case dict():
            return {key: _without_nan(entry) for key, entry in value.items()}
        case list() | tuple():
            return [_without_nan(entry) for entry in value]
        case str() | int() | None:
            return value
        case _:
            return _without_nan(_fields(value))


def _question(entries: dict[str, Any]) -> Question:
    windows = tuple(_window(window) for window in entries["windows"])
    return Question(number=int(entries["number"]), windows=windows)


def _window(entries: dict[str, Any]) -> HrvWindow:
    return HrvWindow(
        window_s=int(entries["window_s"]),
        end_s=float(entries["end_s"]),
        beats=int(entries["beats"]),
        normal=_intervals(entries["normal"]),
        spectral=_intervals(entries["spectral"]),
        measured=tuple(tuple(map(float, rr_ms)) for rr_ms in entries["measured"]),
        allowed=tuple(map(str, entries["allowed"])),
    )


def _intervals(entries: dict[str, Any]) -> Intervals:
    return Intervals(
        rr_ms=tuple(map(_number, entries["rr_ms"])),
        t_s=tuple(map(float, entries["t_s"])),
    )


def _answer(entries: dict[str, Any]) -> Answer:
    windows = tuple(
        WindowAnswer(
            indices={str(k): _number(v) for k, v in window["indices"].items()},
            artefacts=int(window["artefacts"]),
        )
        for window in entries["windows"]
    )
    return Answer(number=int(entries["number"]), windows=windows)


def _number(value: Any) -> float | None:
    return None if value is None else finite(float(value))
