"""What the client and NeuroKit2's process say to each other, as lines of JSON.

Rules
-----
- A float arrives as it was sent, bit for bit. What is not finite is sent as null: a
  hole in a series, an unknown among the indices.
- An answer bears the number of its question; whoever reads it drops any other.
- Reading is total: a line that makes no sense is ``Garbled``, never an exception.
"""

import json
from dataclasses import asdict, dataclass
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
    kind = type(message).__name__.lower()
    fields = _without_nan({"kind": kind, **asdict(message)})
    return json.dumps(fields, allow_nan=False).encode() + b"\n"


def read(line: bytes) -> Message | Garbled:
    """Take a message off one line."""
    try:
        fields = json.loads(line)
        match fields.pop("kind"):
            case "question":
                return _question(fields)
            case "answer":
                return _answer(fields)
            case "greeting":
                return Greeting(version=str(fields["version"]))
            case "unavailable":
                return Unavailable(reason=str(fields["reason"]))
            case _:
                pass
    except (ValueError, LookupError, TypeError, AttributeError):
        pass
    return Garbled(line=line[:80].decode(errors="replace").strip())


def finite(value: float | None) -> float | None:
    """Turn what is not finite into unknown."""
    return value if value is not None and isfinite(value) else None


def _without_nan(value: Any) -> Any:
    match value:
        case float():
            return finite(value)
        case dict():
            return {key: _without_nan(entry) for key, entry in value.items()}
        case list() | tuple():
            return [_without_nan(entry) for entry in value]
        case _:
            return value


def _question(fields: dict[str, Any]) -> Question:
    windows = tuple(_window(window) for window in fields["windows"])
    return Question(number=int(fields["number"]), windows=windows)


def _window(fields: dict[str, Any]) -> HrvWindow:
    return HrvWindow(
        window_s=int(fields["window_s"]),
        end_s=float(fields["end_s"]),
        beats=int(fields["beats"]),
        normal=_intervals(fields["normal"]),
        spectral=_intervals(fields["spectral"]),
        measured=tuple(tuple(map(float, rr_ms)) for rr_ms in fields["measured"]),
        allowed=tuple(map(str, fields["allowed"])),
    )


def _intervals(fields: dict[str, Any]) -> Intervals:
    return Intervals(
        rr_ms=tuple(map(_number, fields["rr_ms"])),
        t_s=tuple(map(float, fields["t_s"])),
    )


def _answer(fields: dict[str, Any]) -> Answer:
    windows = tuple(
        WindowAnswer(
            indices={str(k): _number(v) for k, v in window["indices"].items()},
            artefacts=int(window["artefacts"]),
        )
        for window in fields["windows"]
    )
    return Answer(number=int(fields["number"]), windows=windows)


def _number(value: Any) -> float | None:
    return None if value is None else finite(float(value))
