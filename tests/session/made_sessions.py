"""Small sessions for tests: made-up beats, recorded as those of a strap are."""

from collections.abc import Iterator
from itertools import count
from math import floor, sin
from pathlib import Path

from biofeed.core.engine import ALGORITHM, Engine
from biofeed.core.events import Action, Command, Event, Role, Tick
from biofeed.core.settings import EngineSettings
from biofeed.core.values import Output, SessionExit
from biofeed.session.disk_room import RoomRule
from biofeed.session.header import Header, new_header
from biofeed.session.recording import USUAL_ROOM, JournalWriter
from devices.source import (
    BatteryLevel,
    DeviceIdentity,
    LinkChanged,
    LinkState,
    Notification,
)

STRAP = DeviceIdentity(name="Strap 7", address="00:11:22:33:44:55", firmware="1.2")


def new_test_header(settings: EngineSettings | None = None) -> Header:
    return new_header(
        EngineSettings() if settings is None else settings,
        algorithm=ALGORITHM,
        protocol={"name": "open", "phases": [{"kind": "arrive", "least_s": 60.0}]},
        pseudonym="otter",
        device=STRAP,
    )


def heard(lasts_s: float, *, seed: int = 1) -> Iterator[Event]:
    """What a strap and a person bring, with ticks between, as a live session has it."""
    beats = count(seed * 100)
    t_s, ticked_s = 0.2, 0.2
    yield Tick(t_s=t_s)
    yield LinkChanged(t_s=0.3, link=LinkState.LIVE, device=STRAP)
    yield BatteryLevel(t_s=0.4, level_pct=80)
    while t_s < lasts_s:
        rest_ms = 700.0 if 400.0 < t_s < 480.0 else 950.0
        rr_ms = rest_ms + 30.0 * sin(2.1 * next(beats))
        t_s += rr_ms / 1000.0
        while floor(ticked_s) < floor(t_s):
            ticked_s = floor(ticked_s) + 1.05
            yield Tick(t_s=ticked_s)
        ticks = round(rr_ms * 1.024)
        payload = bytes([0x10, 60]) + ticks.to_bytes(2, "little")
        yield Notification(t_s=max(t_s, ticked_s), payload=payload)
    yield Command(t_s=t_s + 2.0, action=Action.MARK, text="Atemzug, 呼吸")
    yield Command(t_s=t_s + 9.5, action=Action.STOP, role=Role.PROGRAM)


def record(
    journal: JournalWriter, events: Iterator[Event], settings: EngineSettings
) -> list[Output]:
    """Record and fold, in the order in which a session does."""
    engine = Engine(settings)
    derived: list[Output] = []
    for event in events:
        journal.write_input(event)
        outputs = engine.receive(event)
        journal.write_outputs(outputs)
        journal.sync_if_due(event.t_s)
        derived += outputs
    return derived


def recorded(
    folder: Path,
    lasts_s: float = 30.0,
    *,
    seed: int = 1,
    room: RoomRule = USUAL_ROOM,
) -> list[Output]:
    """Record a whole session into a folder; returns what was derived live."""
    header = new_test_header()
    journal = JournalWriter.create(folder, header, room=room)
    derived = record(journal, heard(lasts_s, seed=seed), header.settings)
    journal.close(SessionExit.COMPLETED)
    return derived
