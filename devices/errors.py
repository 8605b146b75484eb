"""What can go wrong with a strap, a radio or a file, in words a person can act on.

Rules
-----
- One root, ``DeviceError``. Every error carries fields for a program and one plain
  sentence for a person: what happened, to what, what to do next.
- A sentence names no library, no error code and no fault of the person.
- ``explain`` has words for every ``LinkReason``; a test holds it to that.
"""

import sys
from collections.abc import Sequence

from devices.source import DeviceIdentity, LinkReason

# What happened, for each reason; {strap} is what the person calls it.
_HAPPENED = {
    LinkReason.NOT_FOUND: "{strap} was not found.",
    LinkReason.NO_ADAPTER: "This computer shows no Bluetooth radio.",
    LinkReason.POWERED_OFF: "Bluetooth is switched off on this computer.",
    LinkReason.PERMISSION: "This program may not use Bluetooth on this computer.",
    LinkReason.SILENT: "{strap} is connected but sends no heartbeats.",
    LinkReason.DROPPED: "The connection to {strap} broke off.",
    LinkReason.REFUSED: "{strap} refused the connection.",
    LinkReason.TIMED_OUT: "{strap} did not answer in time.",
    LinkReason.SUSPENDED: "The computer was asleep.",
    LinkReason.OTHER_DEVICE: "Another strap answered in place of {strap}.",
    LinkReason.UNSUPPORTED: "{strap} does not offer heart rate over Bluetooth.",
    LinkReason.FAILED: "The connection to {strap} did not hold.",
}

_REMEDY = {
    LinkReason.NOT_FOUND: (
        "Wet the electrodes, wear it, and close any other app or watch that uses it:"
        " many straps serve one at a time."
    ),
    LinkReason.NO_ADAPTER: "Plug in a Bluetooth adapter, then try again.",
    LinkReason.POWERED_OFF: "Switch Bluetooth on, then try again.",
    LinkReason.PERMISSION: "Allow it in the system settings, then try again.",
    LinkReason.SILENT: (
        "Wet the electrodes and tighten the strap; it is being connected anew."
    ),
    LinkReason.DROPPED: (
        "Stay within a few metres; it reconnects by itself. If it does not, check its"
        " battery."
    ),
    LinkReason.REFUSED: (
        "Close any other app that uses it, take it off for half a minute, and put it"
        " on again."
    ),
    LinkReason.TIMED_OUT: (
        "It is tried again by itself. If that goes on, switch Bluetooth off and on."
    ),
    LinkReason.SUSPENDED: "The strap is being connected anew; nothing needs doing.",
    LinkReason.OTHER_DEVICE: (
        "Put the first strap back on, or end this session and begin one with the other."
    ),
    LinkReason.UNSUPPORTED: (
        "Choose a chest strap that does, or switch on its Bluetooth broadcast."
    ),
    LinkReason.FAILED: (
        "It is tried again by itself. If that goes on, switch Bluetooth off and on."
    ),
}

HELD_ELSEWHERE = (
    "Another program on this computer uses this strap. Close that program, or switch"
    " Bluetooth off and on, then look again."
)
"""What to do about a strap that is held already and therefore does not advertise."""

# Where one system needs other words than the rest.
_REMEDY_ON = {
    ("linux", LinkReason.NOT_FOUND): (
        f"{_REMEDY[LinkReason.NOT_FOUND]} If it stays away: bluetoothctl power off,"
        " then bluetoothctl power on."
    ),
    ("darwin", LinkReason.NOT_FOUND): (
        f"{_REMEDY[LinkReason.NOT_FOUND]} If it stays away, see that the terminal or"
        " the app is allowed under System Settings, Privacy & Security, Bluetooth."
    ),
    ("win32", LinkReason.NOT_FOUND): (
        f"{_REMEDY[LinkReason.NOT_FOUND]} If Windows lists it under Bluetooth &"
        " devices, remove it there."
    ),
    ("linux", LinkReason.NO_ADAPTER): (
        "Plug in a Bluetooth adapter, and see that the service runs:"
        " systemctl start bluetooth."
    ),
    ("linux", LinkReason.POWERED_OFF): (
        "Switch it on in the settings, or with: bluetoothctl power on."
    ),
    ("linux", LinkReason.PERMISSION): (
        "Ask for membership of the group 'bluetooth', log out and in, and try again."
    ),
    ("darwin", LinkReason.PERMISSION): (
        "Allow it for the terminal or the app under System Settings, Privacy &"
        " Security, Bluetooth."
    ),
    ("darwin", LinkReason.POWERED_OFF): "Switch Bluetooth on in the Control Centre.",
    ("win32", LinkReason.PERMISSION): (
        "Allow it under Settings, Privacy & security, and try again."
    ),
    ("win32", LinkReason.POWERED_OFF): (
        "Switch it on under Settings, Bluetooth & devices."
    ),
    ("win32", LinkReason.REFUSED): (
        "Close any other app that uses it; if Windows lists it under Bluetooth &"
        " devices, remove it there and try again."
    ),
}


def explain(
    reason: LinkReason, *, strap: str = "the strap", platform: str = sys.platform
) -> str:
    """Say what happened, to what, and what to do next.

    Parameters
    ----------
    reason
        Why the link is not live.
    strap
        What to call it: a name as advertised, or "the strap".
    platform
        As ``sys.platform`` has it.
    """
    happened = _HAPPENED[reason].format(strap=strap)
    return f"{happened[:1].upper()}{happened[1:]} {remedy(reason, platform=platform)}"


def remedy(reason: LinkReason, *, platform: str = sys.platform) -> str:
    """Say only what to do next."""
    return _REMEDY_ON.get((platform, reason), _REMEDY[reason])


class DeviceError(Exception):
    """A strap, a radio or a file did not keep its promise; ``str`` is the sentence."""


class BluetoothUnavailable(DeviceError):  # noqa: N818 (the state is the name)
    """There is no usable Bluetooth on this computer right now.

    Attributes
    ----------
    reason
        ``no_adapter``, ``powered_off`` or ``permission``.
    """

    def __init__(self, reason: LinkReason, *, platform: str = sys.platform) -> None:
        super().__init__(explain(reason, platform=platform))
        self.reason = reason


class LinkFailed(DeviceError):  # noqa: N818 (the event is the name)
    """One attempt to connect came to nothing.

    Attributes
    ----------
    reason
        Why.
    strap
        Which.
    """

    def __init__(self, reason: LinkReason, *, strap: str) -> None:
        super().__init__(explain(reason, strap=strap))
        self.reason = reason
        self.strap = strap


class NoStrapFound(DeviceError):  # noqa: N818 (the outcome is the name)
    """Nobody in range offers heart rate, or not the strap that was asked for.

    Attributes
    ----------
    wanted
        Name or address that was asked for; None where any strap would have done.
    searched_s
        How long was looked, s.
    """

    def __init__(self, *, searched_s: float, wanted: str | None = None) -> None:
        strap = "No strap" if wanted is None else f"The strap '{wanted}'"
        negation = "" if wanted is None else "not "
        super().__init__(
            f"{strap} was {negation}found in {searched_s:.0f} s."
            f" {remedy(LinkReason.NOT_FOUND)}"
        )
        self.wanted = wanted
        self.searched_s = searched_s


class SeveralStrapsFound(DeviceError):  # noqa: N818 (the outcome is the name)
    """More than one strap answers the description; a person has to choose.

    Attributes
    ----------
    candidates
        Which, the strongest signal first.
    """

    def __init__(self, candidates: Sequence[DeviceIdentity]) -> None:
        listed = ", ".join(f"{each.name} ({each.address})" for each in candidates)
        super().__init__(
            f"{len(candidates)} straps are in range: {listed}."
            " Choose one by its address."
        )
        self.candidates = tuple(candidates)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Addresses of the candidates, the strongest signal first."""
        return tuple(each.address for each in self.candidates)
