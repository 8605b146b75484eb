"""Why no strap was found, and what to do next, in the language of the screen.

Rules
-----
- Those of ``biofeed.display.words``, and its lint looks here as well.
- What the terminal says in ``devices.errors`` is said here in the same words: the tests
  compare the two. A system has other words where it has them there.
"""

import sys

from biofeed.display.translated import tr
from devices import sighting, simulated
from devices.source import LinkReason

NO_NAME = tr("unnamed strap")

GIVEN_NAMES = {
    sighting.NO_NAME: NO_NAME,
    simulated.SIMULATED.name: tr("Simulated strap"),
}
"""What this program calls a strap that brings no name along, by that."""

HAPPENED = {
    LinkReason.NOT_FOUND: tr("The strap was not found."),
    LinkReason.NO_ADAPTER: tr("This computer shows no Bluetooth radio."),
    LinkReason.POWERED_OFF: tr("Bluetooth is switched off on this computer."),
    LinkReason.PERMISSION: tr("This program may not use Bluetooth on this computer."),
    LinkReason.SILENT: tr("The strap is connected but sends no heartbeats."),
    LinkReason.DROPPED: tr("The connection to the strap broke off."),
    LinkReason.REFUSED: tr("The strap refused the connection."),
    LinkReason.TIMED_OUT: tr("The strap did not answer in time."),
    LinkReason.SUSPENDED: tr("The computer was asleep."),
    LinkReason.OTHER_DEVICE: tr("Another strap answered in place of the strap."),
    LinkReason.UNSUPPORTED: tr("The strap does not offer heart rate over Bluetooth."),
    LinkReason.FAILED: tr("The connection to the strap did not hold."),
}

REMEDIES = {
    LinkReason.NOT_FOUND: tr(
        "Wet the electrodes, wear it, and close any other app or watch that uses it: "
        "many straps serve one at a time."
    ),
    LinkReason.NO_ADAPTER: tr("Plug in a Bluetooth adapter, then try again."),
    LinkReason.POWERED_OFF: tr("Switch Bluetooth on, then try again."),
    LinkReason.PERMISSION: tr("Allow it in the system settings, then try again."),
    LinkReason.SILENT: tr(
        "Wet the electrodes and tighten the strap; it is being connected anew."
    ),
    LinkReason.DROPPED: tr(
        "Stay within a few metres; it reconnects by itself. If it does not, check its "
        "battery."
    ),
    LinkReason.REFUSED: tr(
        "Close any other app that uses it, take it off for half a minute, and put it "
        "on again."
    ),
    LinkReason.TIMED_OUT: tr(
        "It is tried again by itself. If that goes on, switch Bluetooth off and on."
    ),
    LinkReason.SUSPENDED: tr("The strap is being connected anew; nothing needs doing."),
    LinkReason.OTHER_DEVICE: tr(
        "Put the first strap back on, or end this session and begin one with the other."
    ),
    LinkReason.UNSUPPORTED: tr(
        "Choose a chest strap that does, or switch on its Bluetooth broadcast."
    ),
    LinkReason.FAILED: tr(
        "It is tried again by itself. If that goes on, switch Bluetooth off and on."
    ),
}

REMEDIES_BESIDE = {
    ("linux", LinkReason.NOT_FOUND): tr(
        "If it stays away: bluetoothctl power off, then bluetoothctl power on."
    ),
    ("darwin", LinkReason.NOT_FOUND): tr(
        "If it stays away, see that the terminal or the app is allowed under System "
        "Settings, Privacy & Security, Bluetooth."
    ),
    ("win32", LinkReason.NOT_FOUND): tr(
        "If Windows lists it under Bluetooth & devices, remove it there."
    ),
}
"""What one system adds."""

REMEDIES_ON = {
    ("linux", LinkReason.NO_ADAPTER): tr(
        "Plug in a Bluetooth adapter, and see that the service runs: systemctl start "
        "bluetooth."
    ),
    ("linux", LinkReason.POWERED_OFF): tr(
        "Switch it on in the settings, or with: bluetoothctl power on."
    ),
    ("linux", LinkReason.PERMISSION): tr(
        "Ask for membership of the group 'bluetooth', log out and in, and try again."
    ),
    ("darwin", LinkReason.PERMISSION): tr(
        "Allow it for the terminal or the app under System Settings, Privacy & "
        "Security, Bluetooth."
    ),
    ("darwin", LinkReason.POWERED_OFF): tr(
        "Switch Bluetooth on in the Control Centre."
    ),
    ("win32", LinkReason.PERMISSION): tr(
        "Allow it under Settings, Privacy & security, and try again."
    ),
    ("win32", LinkReason.POWERED_OFF): tr(
        "Switch it on under Settings, Bluetooth & devices."
    ),
    ("win32", LinkReason.REFUSED): tr(
        "Close any other app that uses it; if Windows lists it under Bluetooth & "
        "devices, remove it there and try again."
    ),
}
"""What one system says in place of the rest."""

HELD_ELSEWHERE = tr(
    "Another program on this computer uses this strap. Close that program, or switch "
    "Bluetooth off and on, then look again."
)


def explain(reason: LinkReason, *, platform: str = sys.platform) -> str:
    """Say what happened, and what to do next.

    Parameters
    ----------
    platform
        As ``sys.platform`` has it.
    """
    return f"{HAPPENED[reason]} {remedy(reason, platform=platform)}"


def remedy(reason: LinkReason, *, platform: str = sys.platform) -> str:
    """Say only what to do next."""
    said = REMEDIES_ON.get((platform, reason), REMEDIES[reason])
    beside = REMEDIES_BESIDE.get((platform, reason))
    return said if beside is None else f"{said} {beside}"
