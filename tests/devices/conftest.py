"""Rigs for tests of the Bluetooth link: a private bus and a pretended BlueZ on it."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from tests.devices.rigs.fake_bluez import FakeBlueZ
from tests.devices.rigs.message_bus import PrivateBus, close_bleak

Scenario = Callable[[FakeBlueZ], Awaitable[None]]
Play = Callable[[Scenario], None]


@pytest.fixture
def private_bus(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PrivateBus]:
    """A message bus of our own, which bleak takes for the system's."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("dbus-daemon is not installed: no pretended BlueZ here")
    bus = PrivateBus(daemon, tmp_path / "bus")
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address)
    bus.start()
    yield bus
    bus.kill()


@pytest.fixture
def play(private_bus: PrivateBus) -> Play:
    """Play a scenario against a pretended BlueZ; nothing may be left running."""

    async def whole(scenario: Scenario) -> None:
        bluez = FakeBlueZ(private_bus.address)
        await bluez.start()
        try:
            await scenario(bluez)
        finally:
            await bluez.stop()
            await close_bleak()
        await asyncio.sleep(0)
        left = asyncio.all_tasks() - {asyncio.current_task()}
        assert set() == left

    return lambda scenario: asyncio.run(whole(scenario))
