"""What must hold of any engine: the claims that properties and mutants are held to.

Each claim raises an AssertionError for an engine that breaks it, so that a test can
show that a planted fault is caught.
"""

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from typing import Protocol

import pytest

from biofeed.core.events import Action, Command, Event, Role, Tick
from biofeed.core.settings import EngineSettings
from biofeed.core.values import Output, Second, State
from tests.property.streams import shifted

CLOCK_FIELDS = frozenset(
    {
        "t_s",
        "onset_s",
        "confirmed_s",
        "peak_s",
        "release_s",
        "settled_s",
        "ended_s",
        "start_s",
        "end_s",
        "ends_s",
        "until_s",
        "activated_s",
        "released_s",
    }
)
"""Fields of outputs that are moments on the session's clock; others are lengths."""


class Receiver(Protocol):
    """What a claim needs of an engine."""

    def receive(self, event: Event) -> tuple[Output, ...]:
        """Take one event."""
        ...


Make = Callable[[EngineSettings], Receiver]


def fold(engine: Receiver, events: Sequence[Event]) -> list[Output]:
    """All outputs, to the stop."""
    outputs = [output for event in events for output in engine.receive(event)]
    end_s = max((event.t_s for event in events), default=0.0)
    stop = Command(t_s=end_s, action=Action.STOP, role=Role.PROGRAM)
    return [*outputs, *engine.receive(stop)]


def extra_ticks_change_nothing(
    make: Make,
    settings: EngineSettings,
    events: Sequence[Event],
    shares: Sequence[float],
) -> None:
    """Ticks between the events, wherever they fall, bring and take no output."""
    first_s, last_s = events[0].t_s, events[-1].t_s
    ticks = [Tick(t_s=first_s + share * (last_s - first_s)) for share in shares]
    on_grid = [Tick(t_s=float(round(tick.t_s) + 1)) for tick in ticks]
    extra = [tick for tick in [*ticks, *on_grid] if tick.t_s <= last_s]
    more = sorted([*events, *extra], key=lambda event: event.t_s)
    more.sort(key=lambda event: (event.t_s, not isinstance(event, Tick)))
    more = [events[0], *(event for event in more if event is not events[0])]
    assert fold(make(settings), events) == fold(make(settings), more)


def same_events_give_the_same_outputs(
    make: Make, settings: EngineSettings, events: Sequence[Event]
) -> None:
    """A replay is the live run, to the last bit."""
    assert fold(make(settings), events) == fold(make(settings), events)


def shift_of_events_shifts_outputs_only(
    make: Make, settings: EngineSettings, events: Sequence[Event], by_s: int
) -> None:
    """When a session began on the clock changes nothing but the times told."""
    outputs = fold(make(settings), events)
    later = fold(make(settings), [shifted(event, float(by_s)) for event in events])
    assert len(outputs) == len(later)
    for output, moved in zip(outputs, later, strict=True):
        assert type(output) is type(moved)
        told, moved_on = _leaves(output, float(by_s)), _leaves(moved, 0.0)
        assert pytest.approx(told, abs=1e-5) == moved_on


def unknown_has_a_reason(second: Second) -> None:
    """Activation is unknown exactly where a reason says why; so is the rest of it."""
    unknown = second.why_unknown is not None
    assert unknown == (second.arousal_z is None)
    assert unknown == (second.arousal0_z is None) == (second.smoothed_z is None)
    assert unknown == (second.state in {State.UNKNOWN, State.CALIBRATING})
    if second.heart_rate_bpm is None:
        assert unknown
        assert second.ln_rmssd is None


def _leaves(value: object, by_s: float, name: str = "") -> dict[str, float | str]:
    """Every number and word inside a value, by its path; times moved by ``by_s``."""
    if is_dataclass(value) and not isinstance(value, type):
        parts = {
            f"{name}.{each.name}": getattr(value, each.name) for each in fields(value)
        }
    elif isinstance(value, dict):
        parts = {f"{name}[{key}]": inside for key, inside in value.items()}
    elif isinstance(value, float):
        is_moment = name.rpartition(".")[2] in CLOCK_FIELDS
        return {name: value + by_s if is_moment else value}
    else:
        return {name: repr(value)}
    return {
        path: leaf
        for part, inside in parts.items()
        for path, leaf in _leaves(inside, by_s, part).items()
    }
