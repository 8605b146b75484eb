"""Looks at what a strap needs: the service, its version, the radio, the permission."""

from collections.abc import Iterator

from biofeed.session.doctor_packages import satisfies
from biofeed.session.finding import Finding, Verdict
from biofeed.session.machine import Machine
from devices.bluez_service import ServiceState
from devices.errors import explain

# The oldest that bleak is made for; older ones also answer to a scan filter wrongly.
OLDEST_BLUEZ = "5.55"

_SERVICE = {
    ServiceState.NO_BUS: (
        "The system's message bus cannot be reached, so nor can Bluetooth.",
        "In a container, pass /run/dbus/system_bus_socket in; else start dbus.",
    ),
    ServiceState.NOT_RUNNING: (
        "The Bluetooth service is not running.",
        "Install and start it: sudo apt install bluez, then sudo systemctl enable"
        " --now bluetooth.",
    ),
}


def bluetooth(machine: Machine) -> Iterator[Finding]:
    """Look at everything between this program and a strap."""
    yield from _service(machine)
    yield from _version(machine)
    yield _radio(machine)


def _service(machine: Machine) -> Iterator[Finding]:
    state = machine.bluetooth_service()
    if state is ServiceState.OTHER_SYSTEM:
        return
    sentence, remedy = _SERVICE.get(state, ("The Bluetooth service is running.", ""))
    yield Finding(
        name="bluetooth service",
        verdict=Verdict.WARN if remedy else Verdict.OK,
        sentence=sentence,
        remedy=remedy,
    )


def _version(machine: Machine) -> Iterator[Finding]:
    version = machine.bluez_version()
    if version is None:
        return
    if satisfies(version, f">={OLDEST_BLUEZ}"):
        yield Finding(
            name="bluez", verdict=Verdict.OK, sentence=f"BlueZ {version} is installed."
        )
        return
    yield Finding(
        name="bluez",
        verdict=Verdict.WARN,
        sentence=f"BlueZ {version} is too old: connections to straps break.",
        remedy=f"Update the system to one with BlueZ {OLDEST_BLUEZ} or newer.",
    )


def _radio(machine: Machine) -> Finding:
    trouble = machine.radio_trouble()
    if trouble is None:
        return Finding(
            name="bluetooth",
            verdict=Verdict.OK,
            sentence="Bluetooth is on, and this program may use it.",
        )
    sentence, remedy = explain(
        trouble, strap="The Bluetooth radio", platform=machine.platform
    ).split(". ", maxsplit=1)
    return Finding(
        name="bluetooth",
        # A demonstration and a replay need no radio.
        verdict=Verdict.WARN,
        sentence=f"{sentence}.",
        remedy=remedy,
    )
