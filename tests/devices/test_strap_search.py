"""The search beside the start dialog, on a thread of its own."""

import asyncio
from collections.abc import Callable

from biofeed.session.strap_search import StrapSearch
from devices.sighting import FoundStrap
from devices.source import LinkReason
from tests.devices.conftest import Play
from tests.devices.rigs.fake_bluez import FakeBlueZ, FakeStrap

SOON_S = 3.0
"""A person who presses Begin waits no longer, s."""

PATIENCE_S = 30.0


class Heard:
    """What a search has told so far."""

    def __init__(self) -> None:
        self.straps: list[FoundStrap] = []
        self.reasons: list[LinkReason | None] = []

    def found(self, strap: FoundStrap) -> None:
        self.straps.append(strap)

    def ended(self, reason: LinkReason | None) -> None:
        self.reasons.append(reason)


async def until(holds: Callable[[], bool]) -> None:
    """Return when something holds that another thread brings about."""
    async with asyncio.timeout(PATIENCE_S):
        while not holds():  # noqa: ASYNC110
            await asyncio.sleep(0.02)


def test_begin_in_the_middle_of_a_peek_frees_the_strap(play: Play) -> None:
    """A strap that is connected and says nothing yet is let go at once."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        search, heard = StrapSearch(), Heard()
        search.start(heard.found, heard.ended)
        await until(lambda: strap.notifying)
        began_s = asyncio.get_running_loop().time()
        await asyncio.to_thread(search.stop)
        assert asyncio.get_running_loop().time() - began_s < SOON_S
        assert not strap.connected
        assert strap.address == heard.straps[0].address
        assert [] == heard.reasons

    play(scenario)


def test_what_straps_say_is_told_while_the_search_goes_on(play: Play) -> None:
    """First the name, then heart rate and battery."""

    async def scenario(bluez: FakeBlueZ) -> None:
        strap = bluez.add(FakeStrap())
        search, heard = StrapSearch(), Heard()
        search.start(heard.found, heard.ended)
        while not any(seen.heart_rate_bpm for seen in heard.straps):
            bluez.notify(strap, bytes([0, 64]))
            await asyncio.sleep(0.02)
        await asyncio.to_thread(search.stop)
        assert heard.straps[0].heart_rate_bpm is None
        assert (64, 87) == (
            heard.straps[-1].heart_rate_bpm,
            heard.straps[-1].battery_pct,
        )

    play(scenario)


def test_bluetooth_off_ends_the_search_with_its_reason(play: Play) -> None:
    """The dialog is told why at once."""

    async def scenario(bluez: FakeBlueZ) -> None:
        bluez.power(on=False)
        search, heard = StrapSearch(), Heard()
        search.start(heard.found, heard.ended)
        await until(lambda: heard.reasons == [LinkReason.POWERED_OFF])
        await asyncio.to_thread(search.stop)

    play(scenario)
