"""A strap on a pretended BlueZ, in a process of its own: ``bench_live.py`` starts it.

Prints, for each notification, when it was handed to the message bus (monotonic, s).
"""

import asyncio
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from devices.simulated_people import SCENARIOS
from devices.source import Notification
from tests.devices.rigs.fake_bluez import FakeBlueZ, FakeStrap

PERSON = "does-not-come-back"


async def wear(address: str) -> None:
    """Beat as a simulated person does, in real time, from the first listener on."""
    said = SCENARIOS[PERSON].simulate(seed=3).events
    bluez = FakeBlueZ(address)
    await bluez.start()
    strap = bluez.add(FakeStrap())
    await strap.subscribed.wait()
    began_s = time.monotonic()
    for event in said:
        if isinstance(event, Notification):
            await asyncio.sleep(began_s + event.t_s - time.monotonic())
            sys.stdout.write(f"{time.monotonic()}\n")
            bluez.notify(strap, event.payload)
            sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(wear(sys.argv[1]))
