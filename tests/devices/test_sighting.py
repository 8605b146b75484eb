"""Straps as seen from afar: harmless names, and no choice by guess."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.errors import NoStrapFound, SeveralStrapsFound
from devices.sighting import (
    LONGEST_NAME,
    NO_NAME,
    FoundStrap,
    choose,
    harmless,
    is_news,
)

NEAR = FoundStrap(name="Strap 11", address="A0:9E:1A:00:00:01", rssi_dbm=-40)
FAR = FoundStrap(name="Strap 22", address="A0:9E:1A:00:00:02", rssi_dbm=-80)


@given(st.text())
def test_a_name_from_the_air_can_steer_nothing(text: str) -> None:
    """Whatever is advertised: no control or format character, and never too long."""
    name = harmless(text)
    assert len(name) <= LONGEST_NAME
    assert not [c for c in name if unicodedata.category(c).startswith("C")]
    assert name == harmless(name)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("a0:9e:1a:00:00:02", FAR),
        ("strap 11", NEAR),
        ("00:02", FAR),
        ("11", NEAR),
    ],
)
def test_a_strap_is_chosen_by_its_name_or_address(
    wanted: str, expected: FoundStrap
) -> None:
    """The whole of either or its end, in any case."""
    assert expected == choose([NEAR, FAR], wanted=wanted, searched_s=1.0)


def test_the_newest_sighting_of_a_strap_counts() -> None:
    """A strap that was seen twice is one strap."""
    renamed = FoundStrap(name="Strap 99", address=NEAR.address, rssi_dbm=-41)
    assert renamed == choose([NEAR, renamed], wanted=None, searched_s=1.0)


def test_two_candidates_are_for_a_person() -> None:
    """The nearest comes first, a held one without signal last."""
    held = FoundStrap(name="Held", address="A0:9E:1A:00:00:03", rssi_dbm=None)
    with pytest.raises(SeveralStrapsFound) as caught:
        choose([held, FAR, NEAR], wanted=None, searched_s=1.0)
    assert (NEAR.address, FAR.address, held.address) == caught.value.addresses


def test_nobody_there_says_how_long_was_looked() -> None:
    """No candidate is an error with the time and the wish."""
    with pytest.raises(NoStrapFound) as caught:
        choose([NEAR], wanted="Strap 33", searched_s=7.0)
    assert (caught.value.wanted, caught.value.searched_s) == ("Strap 33", 7.0)


@pytest.mark.parametrize(
    ("name", "rssi_dbm", "expected"),
    [
        ("Strap 11", -42, False),
        ("Strap 11", -45, True),
        ("Strap 11 b", -40, True),
        (NO_NAME, -40, False),
    ],
)
def test_what_is_worth_showing_again(
    name: str, rssi_dbm: int, *, expected: bool
) -> None:
    """A name that became known, or a signal that truly changed."""
    now = FoundStrap(name=name, address=NEAR.address, rssi_dbm=rssi_dbm)
    assert expected is is_news(now, NEAR)
    assert is_news(now, None)


def test_a_held_strap_stays_shown_as_held() -> None:
    """What the system also reports about a connected strap is no news."""
    held = FoundStrap(name="Strap", address=NEAR.address, rssi_dbm=None, held=True)
    assert not is_news(NEAR, held)
