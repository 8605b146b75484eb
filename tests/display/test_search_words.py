"""What a window says of a search for straps is what the terminal says."""

import pytest

from biofeed.display import search_words
from biofeed.display.strap_list import strap_line
from devices import errors, sighting
from devices.sighting import FoundStrap
from devices.source import LinkReason


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
