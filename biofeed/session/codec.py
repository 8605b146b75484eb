"""Every event and every output as an object of JSON, and back.

Rules
-----
- A record's name is written in files for ever: a new one may come, none is renamed.
- Reading is total: what cannot be read is ``Unreadable``, never an exception.
- ``decode(EVENT_KINDS, encode_event(event)) == event``, and likewise for the others.

>>> from devices.source import Notification
>>> encode_event(Notification(t_s=0.5, payload=bytes([0, 61])))
{'record': 'notification', 't_s': 0.5, 'payload': '003d', 'epoch': 0}
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from biofeed.core.beat import Beat
from biofeed.core.events import Command, Event, Tick
from biofeed.core.guidance import (
    Guessed,
    Prompted,
    QuestionAsked,
    QuestionClosed,
    Rated,
    RoundEnded,
    StageChanged,
)
from biofeed.core.values import (
    BaselineDecided,
    CalibrationChanged,
    EpisodeChanged,
    Notice,
    Output,
    PhaseChanged,
    Second,
    SessionEnded,
)
from biofeed.session.json_values import Json, Misfit, from_json, object_of
from biofeed.session.snapshot import HrvPanel
from devices.source import BatteryLevel, LinkChanged, Notification, RecordedInterval

EVENT_KINDS: Mapping[str, type[Event]] = {
    "notification": Notification,
    "recorded_interval": RecordedInterval,
    "link_changed": LinkChanged,
    "battery_level": BatteryLevel,
    "command": Command,
    "tick": Tick,
}

OUTPUT_KINDS: Mapping[str, type[Output]] = {
    "beat": Beat,
    "second": Second,
    "calibration_changed": CalibrationChanged,
    "baseline_decided": BaselineDecided,
    "episode_changed": EpisodeChanged,
    "phase_changed": PhaseChanged,
    "notice": Notice,
    "session_ended": SessionEnded,
    "stage_changed": StageChanged,
    "prompted": Prompted,
    "question_asked": QuestionAsked,
    "question_closed": QuestionClosed,
    "rated": Rated,
    "guessed": Guessed,
    "round_ended": RoundEnded,
}

PANEL_KIND = "hrv_panel"

_KIND_OF: Mapping[type, str] = {
    value: name for name, value in [*EVENT_KINDS.items(), *OUTPUT_KINDS.items()]
}

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A record that is no value of this version's.

    Attributes
    ----------
    kind
        What it called itself; empty where it said nothing.
    why
        What does not fit; empty where the kind itself is unknown.
    """

    kind: str
    why: str = ""


def encode_event(event: Event) -> Json:
    """Return an input as JSON."""
    return {"record": _KIND_OF[type(event)], **object_of(event)}


def encode_output(output: Output) -> Json:
    """Return something derived as JSON."""
    return {"record": _KIND_OF[type(output)], **object_of(output)}


def encode_panel(panel: HrvPanel) -> Json:
    """Return NeuroKit2's numbers as JSON."""
    return {"record": PANEL_KIND, **object_of(panel)}


def decode(kinds: Mapping[str, type[Value]], entries: Json) -> Value | Unreadable:
    """Read a record of one of several kinds, by the name it bears."""
    name = entries.get("record")
    if not isinstance(name, str):
        return Unreadable(kind="", why="it does not say what it is")
    kind = kinds.get(name)
    if kind is None:
        return Unreadable(kind=name)
    try:
        return from_json(kind, entries)
    except Misfit as misfit:
        return Unreadable(kind=name, why=str(misfit))
