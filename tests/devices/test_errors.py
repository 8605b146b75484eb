"""What a person is told when a strap or a radio does not do what it should."""

import pytest

from devices.errors import (
    BluetoothUnavailable,
    DeviceError,
    LinkFailed,
    NoStrapFound,
    SeveralStrapsFound,
    explain,
    remedy,
)
from devices.source import DeviceIdentity, LinkReason

PLATFORMS = ["linux", "darwin", "win32", "freebsd14"]
JARGON = [
    "bleak",
    "d-bus",
    "dbus",
    "gatt",
    "error",
    "exception",
    "invalid",
    "failed to",
]


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("reason", LinkReason)
def test_every_reason_has_words_on_every_system(
    reason: LinkReason, platform: str
) -> None:
    """What happened, to what, and what to do next, in whole plain sentences."""
    sentence = explain(reason, strap="Strap 42", platform=platform)
    assert sentence[0].isupper()
    assert sentence.endswith(f" {remedy(reason, platform=platform)}")
    assert sentence.endswith(".")
    assert not [word for word in JARGON if word in sentence.casefold()]


@pytest.mark.parametrize(
    ("platform", "words"),
    [
        ("linux", "bluetoothctl power on"),
        ("darwin", "Control Centre"),
        ("win32", "Settings"),
    ],
)
def test_the_remedy_is_that_of_the_system(platform: str, words: str) -> None:
    """How Bluetooth is switched on differs, and so do the words."""
    assert words in remedy(LinkReason.POWERED_OFF, platform=platform)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_strap_that_cannot_be_found_is_put_on_first(platform: str) -> None:
    """The commonest reasons come first: dry, not worn, taken by another app."""
    words = remedy(LinkReason.NOT_FOUND, platform=platform)
    assert words.startswith("Wet the electrodes, wear it, and close any other app")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (
            NoStrapFound(searched_s=10.0),
            "No strap was found in 10 s. Wet the electrodes",
        ),
        (
            NoStrapFound(searched_s=4.0, wanted="H10"),
            "The strap 'H10' was not found in 4 s. Wet the electrodes",
        ),
        (
            SeveralStrapsFound(
                [
                    DeviceIdentity(name="H10", address="A0:01"),
                    DeviceIdentity(name="HRM", address="A0:02"),
                ]
            ),
            "2 straps are in range: H10 (A0:01), HRM (A0:02). Choose one by its"
            " address.",
        ),
        (
            BluetoothUnavailable(LinkReason.POWERED_OFF, platform="linux"),
            "Bluetooth is switched off on this computer. Switch it on",
        ),
        (
            LinkFailed(LinkReason.REFUSED, strap="Strap 42"),
            "Strap 42 refused the connection. Close any other app",
        ),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_an_error_is_its_sentence(error: DeviceError, expected: str) -> None:
    """``str`` of an error is what a person reads."""
    assert str(error).startswith(expected)
