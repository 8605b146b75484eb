"""Whether Linux's Bluetooth service is there to be asked, and which version it is."""

import asyncio
import re
import shutil
import sys
from contextlib import suppress
from enum import StrEnum

from devices.deadlines import DEADLINES

BLUEZ_NAME = "org.bluez"


class ServiceState(StrEnum):
    """What lies between a program and the radio on Linux."""

    RUNNING = "running"
    NOT_RUNNING = "not_running"
    NO_BUS = "no_bus"
    OTHER_SYSTEM = "other_system"


async def service_state(give_up_s: float = DEADLINES.read_s) -> ServiceState:
    """Ask the system's message bus for the Bluetooth service.

    Parameters
    ----------
    give_up_s
        How long the bus may take to answer, s.
    """
    if sys.platform != "linux":
        return ServiceState.OTHER_SYSTEM
    # bleak's own way to the bus; it is there wherever bleak is on Linux.
    from dbus_fast import BusType, Message
    from dbus_fast.aio import MessageBus

    asked = Message(
        destination="org.freedesktop.DBus",
        path="/org/freedesktop/DBus",
        interface="org.freedesktop.DBus",
        member="NameHasOwner",
        signature="s",
        body=[BLUEZ_NAME],
    )
    try:
        async with asyncio.timeout(give_up_s):
            bus = await MessageBus(bus_type=BusType.SYSTEM).connect()
            try:
                answer = await bus.call(asked)
            finally:
                bus.disconnect()
    except Exception:  # noqa: BLE001 (whatever a bus does: it cannot be asked)
        return ServiceState.NO_BUS
    has_owner = answer.body == [True]
    return ServiceState.RUNNING if has_owner else ServiceState.NOT_RUNNING


async def bluez_version(give_up_s: float = DEADLINES.read_s) -> str | None:
    """Return the version of BlueZ's own tool; None where it is missing or silent."""
    tool = shutil.which("bluetoothctl")
    if tool is None:
        return None
    process = await asyncio.create_subprocess_exec(
        tool, "--version", stdout=asyncio.subprocess.PIPE
    )
    said = b""
    try:
        async with asyncio.timeout(give_up_s):
            said, _ = await process.communicate()
    except TimeoutError:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
    found = re.search(r"\d+\.\d+", said.decode("utf-8", "replace"))
    return found.group() if found else None
