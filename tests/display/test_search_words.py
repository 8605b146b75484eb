"""What a window says of a search for straps is what the terminal says."""

import pytest

from biofeed.display import search_words
from biofeed.display.reading import strap_name
from biofeed.display.strap_list import strap_line
from devices import errors, sighting
from devices.sighting import FoundStrap
from devices.simulated import SIMULATED
from devices.source import DeviceIdentity, LinkChanged, LinkReason, LinkState


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32", "another"])
@pytest.mark.parametrize("reason", LinkReason)
def test_both_say_the_same(reason: LinkReason, platform: str) -> None:
    """What happened and what to do next, on each system."""
    told = errors.explain(reason, platform=platform)
    assert told == search_words.explain(reason, platform=platform)
    assert errors.HELD_ELSEWHERE == search_words.HELD_ELSEWHERE


def test_a_strap_without_a_name_is_called_so() -> None:
    """Whether it has none at all, or was given the stand-in by who found it."""
    assert sighting.NO_NAME == search_words.NO_NAME
    for name in ("", sighting.NO_NAME):
        strap = FoundStrap(name=name, address="C4:7E:12:A1:4F:2A", rssi_dbm=-54)
        assert strap_line(strap).startswith(search_words.NO_NAME)


def test_the_simulated_strap_has_a_name_in_each_language() -> None:
    """What the program calls it is looked up; a real strap's name is never touched."""
    names = search_words.GIVEN_NAMES
    assert {sighting.NO_NAME, SIMULATED.name} == set(names)
    for device, shown in (
        (SIMULATED, names[SIMULATED.name]),
        (DeviceIdentity(name="Polar H10", address="00:11"), "Polar H10"),
        (DeviceIdentity(name="", address="00:11"), ""),
    ):
        link = LinkChanged(t_s=0.0, link=LinkState.LIVE, device=device)
        assert shown == strap_name(link)
