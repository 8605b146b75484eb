"""What an error of bleak, or of the system below it, means for a person.

bleak lets errors of D-Bus, WinRT and CoreBluetooth through as they are, so any
``Exception`` is caught here, around each call into bleak, and nowhere else.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from bleak.exc import (
    BleakBluetoothNotAvailableError,
    BleakBluetoothNotAvailableReason,
    BleakCharacteristicNotFoundError,
    BleakDBusError,
    BleakDeviceNotFoundError,
    BleakGATTProtocolError,
)

from devices.errors import BluetoothUnavailable, LinkFailed
from devices.source import LinkReason

_log = logging.getLogger(__name__)

_UNAVAILABLE = {
    BleakBluetoothNotAvailableReason.NO_BLUETOOTH: LinkReason.NO_ADAPTER,
    BleakBluetoothNotAvailableReason.NO_BLE_CENTRAL_ROLE: LinkReason.NO_ADAPTER,
    BleakBluetoothNotAvailableReason.POWERED_OFF: LinkReason.POWERED_OFF,
    BleakBluetoothNotAvailableReason.DENIED_BY_USER: LinkReason.PERMISSION,
    BleakBluetoothNotAvailableReason.DENIED_BY_SYSTEM: LinkReason.PERMISSION,
    BleakBluetoothNotAvailableReason.DENIED_BY_UNKNOWN: LinkReason.PERMISSION,
    BleakBluetoothNotAvailableReason.UNKNOWN: LinkReason.NO_ADAPTER,
}

# D-Bus names of BlueZ's and the bus's own errors (BlueZ, doc/org.bluez.Device.rst).
_DBUS = {
    "org.bluez.Error.NotReady": LinkReason.POWERED_OFF,
    "org.bluez.Error.DoesNotExist": LinkReason.NOT_FOUND,
    "org.bluez.Error.AuthenticationFailed": LinkReason.REFUSED,
    "org.bluez.Error.AuthenticationRejected": LinkReason.REFUSED,
    "org.bluez.Error.NotPermitted": LinkReason.REFUSED,
    "org.bluez.Error.NotAuthorized": LinkReason.REFUSED,
    "org.freedesktop.DBus.Error.AccessDenied": LinkReason.PERMISSION,
    "org.freedesktop.DBus.Error.ServiceUnknown": LinkReason.NO_ADAPTER,
    "org.freedesktop.DBus.Error.NameHasNoOwner": LinkReason.NO_ADAPTER,
    "org.freedesktop.DBus.Error.Spawn.ExecFailed": LinkReason.NO_ADAPTER,
    "org.freedesktop.DBus.Error.NoReply": LinkReason.TIMED_OUT,
    "org.freedesktop.DBus.Error.UnknownObject": LinkReason.NOT_FOUND,
}

_KINDS: tuple[tuple[type[BaseException], LinkReason], ...] = (
    (BleakDeviceNotFoundError, LinkReason.NOT_FOUND),
    (BleakCharacteristicNotFoundError, LinkReason.UNSUPPORTED),
    (BleakGATTProtocolError, LinkReason.REFUSED),
    (TimeoutError, LinkReason.TIMED_OUT),
    (PermissionError, LinkReason.PERMISSION),
    # No message bus, hence no Bluetooth service either.
    (FileNotFoundError, LinkReason.NO_ADAPTER),
    (ConnectionRefusedError, LinkReason.NO_ADAPTER),
)

# Reasons that concern the computer, not one strap.
_OF_THE_COMPUTER = {
    LinkReason.NO_ADAPTER,
    LinkReason.POWERED_OFF,
    LinkReason.PERMISSION,
}


def reason_of(error: BaseException) -> LinkReason:
    """Return what an error of bleak, or of the system below it, means."""
    match error:
        case BleakBluetoothNotAvailableError():
            return _UNAVAILABLE[error.reason]
        case BleakDBusError():
            return _DBUS.get(error.dbus_error, LinkReason.FAILED)
        case _:
            return next(
                (reason for kind, reason in _KINDS if isinstance(error, kind)),
                LinkReason.FAILED,
            )


@contextmanager
def translated(strap: str) -> Iterator[None]:
    """Turn what bleak raises into a ``DeviceError`` about ``strap``.

    Raises
    ------
    BluetoothUnavailable
        Where the computer has no usable Bluetooth.
    LinkFailed
        Where anything else failed.
    """
    try:
        yield
    except (BluetoothUnavailable, LinkFailed):
        raise
    except Exception as error:
        reason = reason_of(error)
        _log.debug("%s: %r, taken as %s", strap, error, reason)
        if reason in _OF_THE_COMPUTER:
            raise BluetoothUnavailable(reason) from error
        raise LinkFailed(reason, strap=strap) from error
