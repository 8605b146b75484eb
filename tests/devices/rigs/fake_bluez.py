"""A pretended ``org.bluez`` on a private message bus, under bleak's real backend.

It speaks as much of BlueZ's D-Bus interface (doc/org.bluez.*.rst) as bleak asks for,
and can do what a real one does on a bad day: drop a link, fall silent, hang, refuse,
lose power, vanish from the bus.
"""

import asyncio
import socket
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, cast

from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus

ADAPTER_PATH = "/org/bluez/hci0"
ADAPTER = "org.bluez.Adapter1"
DEVICE = "org.bluez.Device1"
SERVICE = "org.bluez.GattService1"
CHARACTERISTIC = "org.bluez.GattCharacteristic1"
OBJECTS = "org.freedesktop.DBus.ObjectManager"
PROPERTIES = "org.freedesktop.DBus.Properties"

# Between two advertisements of one strap. Real ones take 0.1 to 1 s.
ADVERTISING_S = 0.02

Interfaces = dict[str, dict[str, Variant]]


def uuid16(number: int) -> str:
    """Write a 16-bit Bluetooth number in full."""
    return f"{number:08x}-0000-1000-8000-00805f9b34fb"


HEART_RATE = uuid16(0x180D)

# Services of a strap: number -> characteristics with their flags.
SERVICES = {
    0x180D: {0x2A37: ["notify"]},
    0x180F: {0x2A19: ["read", "notify"]},
    0x180A: {0x2A25: ["read"], 0x2A26: ["read"]},
}


@dataclass(eq=False)
class FakeStrap:
    """A strap that does what a test tells it to."""

    address: str = "A0:9E:1A:00:00:01"
    name: str = "Polar H10 00000001"
    rssi_dbm: int = -60
    services: tuple[int, ...] = (0x180D, 0x180F, 0x180A)
    values: dict[int, bytes] = field(
        default_factory=lambda: {
            0x2A19: bytes([87]),
            0x2A25: b"00000001",
            0x2A26: b"5.0.0",
        }
    )
    advertising: bool = True
    connect_errors: deque[tuple[str, str]] = field(default_factory=deque)
    connected: bool = False
    notifying: bool = False
    connects: int = 0
    subscribed: asyncio.Event = field(default_factory=asyncio.Event)
    was_read: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def path(self) -> str:
        return f"{ADAPTER_PATH}/dev_{self.address.replace(':', '_')}"

    async def next_read(self) -> None:
        """Return when a value has been asked for once more."""
        self.was_read.clear()
        await self.was_read.wait()


class _PatientSocket:
    """A socket whose ``send`` says 0 when it is full.

    dbus-fast takes "would block" for a fatal error, and a burst of signals while the
    processor is busy would end the pretended service.
    """

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock

    def send(self, data: memoryview) -> int:
        try:
            return self._sock.send(data)
        except BlockingIOError:
            return 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)


class FakeBlueZ:
    """The service, its one adapter, and the straps around it."""

    def __init__(self, address: str) -> None:
        self.straps: dict[str, FakeStrap] = {}
        self.hung: set[str] = set()
        self.refused: dict[str, tuple[str, str]] = {}
        self.powered = True
        self.adapters = True
        self.without_heart_rate: set[str] = set()
        self.scans = 0
        self.calls: list[str] = []
        self._address = address
        self._objects: dict[str, Interfaces] = {}
        self._discovering = False
        self._bus: MessageBus | None = None
        self._advertiser: asyncio.Task[None] | None = None

    # -- what a test does -------------------------------------------------------

    async def start(self) -> None:
        """Appear on the bus."""
        self._bus = await MessageBus(self._address).connect()
        writer = self._bus._writer
        assert writer is not None
        assert writer.sock is not None
        writer.sock = cast("socket.socket", _PatientSocket(writer.sock))
        self._bus.add_message_handler(self._answer)
        self._objects.clear()
        if self.adapters:
            self._objects[ADAPTER_PATH] = {ADAPTER: self._adapter()}
        await self._bus.request_name("org.bluez")
        if self.adapters:
            self._added(ADAPTER_PATH)
        self._advertiser = asyncio.create_task(self._advertise())

    async def stop(self) -> None:
        """Vanish from the bus without a word, as a killed service does."""
        if self._advertiser is not None:
            self._advertiser.cancel()
            await asyncio.wait({self._advertiser})
        if self._bus is not None:
            self._bus.disconnect()
            self._bus = None
        self._discovering = False
        for strap in self.straps.values():
            self._forget_link(strap)

    def add(self, strap: FakeStrap) -> FakeStrap:
        """Put a strap in range."""
        self.straps[strap.path] = strap
        return strap

    def notify(self, strap: FakeStrap, payload: bytes) -> None:
        """Send one Heart Rate Measurement; lost where nobody has subscribed."""
        if strap.notifying and strap.connected:
            path = self._characteristic_path(strap, 0x2A37)
            self._changed(path, CHARACTERISTIC, {"Value": Variant("ay", payload)})

    def drop(self, strap: FakeStrap) -> None:
        """Lose the link to a strap, and let everybody know."""
        self._forget_link(strap)
        self._unexport_services(strap)
        gone = {
            "ServicesResolved": Variant("b", False),
            "Connected": Variant("b", False),
        }
        self._changed(strap.path, DEVICE, gone)

    def hold(self, strap: FakeStrap) -> None:
        """Have the computer connected to a strap already."""
        self._export_device(strap)
        self._connect(strap)

    def power(self, *, on: bool) -> None:
        """Switch the adapter on or off; off drops every link."""
        self.powered = on
        if not on:
            self._discovering = False
            for strap in self.straps.values():
                if strap.connected:
                    self.drop(strap)
        self._changed(ADAPTER_PATH, ADAPTER, {"Powered": Variant("b", on)})

    # -- objects ----------------------------------------------------------------

    def _adapter(self) -> dict[str, Variant]:
        return {
            "Address": Variant("s", "00:00:00:00:00:01"),
            "Powered": Variant("b", self.powered),
            "Roles": Variant("as", ["central", "peripheral"]),
            "Discovering": Variant("b", False),
        }

    def _device(self, strap: FakeStrap) -> dict[str, Variant]:
        return {
            "Address": Variant("s", strap.address),
            "Alias": Variant("s", strap.name or strap.address.replace(":", "-")),
            **({"Name": Variant("s", strap.name)} if strap.name else {}),
            "Adapter": Variant("o", ADAPTER_PATH),
            "UUIDs": Variant("as", [uuid16(number) for number in strap.services]),
            "Connected": Variant("b", strap.connected),
            "Paired": Variant("b", False),
            "ServicesResolved": Variant("b", False),
            "RSSI": Variant("n", strap.rssi_dbm),
        }

    def _service_objects(self, strap: FakeStrap) -> dict[str, Interfaces]:
        objects: dict[str, Interfaces] = {}
        for number in strap.services:
            if number == 0x180D and strap.address in self.without_heart_rate:
                continue
            path = f"{strap.path}/service{_handle(number)}"
            objects[path] = {
                SERVICE: {
                    "UUID": Variant("s", uuid16(number)),
                    "Device": Variant("o", strap.path),
                    "Primary": Variant("b", True),
                }
            }
            for characteristic, flags in SERVICES.get(number, {}).items():
                objects[f"{path}/char{_handle(characteristic)}"] = {
                    CHARACTERISTIC: {
                        "UUID": Variant("s", uuid16(characteristic)),
                        "Service": Variant("o", path),
                        "Flags": Variant("as", flags),
                        "MTU": Variant("q", 23),
                    }
                }
        return objects

    def _characteristic_path(self, strap: FakeStrap, number: int) -> str:
        service = next(s for s, those in SERVICES.items() if number in those)
        return f"{strap.path}/service{_handle(service)}/char{_handle(number)}"

    def _export_device(self, strap: FakeStrap) -> None:
        self._objects[strap.path] = {DEVICE: self._device(strap)}
        self._added(strap.path)

    def _unexport_services(self, strap: FakeStrap) -> None:
        inside = [p for p in self._objects if p.startswith(strap.path + "/")]
        for path in sorted(inside, reverse=True):
            interfaces = list(self._objects.pop(path))
            self._signal("/", OBJECTS, "InterfacesRemoved", "oas", [path, interfaces])

    def forget(self, strap: FakeStrap) -> None:
        """Remove a device from the service's list, as BlueZ does after a scan."""
        if self._objects.pop(strap.path, None):
            self._signal(
                "/", OBJECTS, "InterfacesRemoved", "oas", [strap.path, [DEVICE]]
            )

    def _connect(self, strap: FakeStrap) -> None:
        strap.connected = True
        self._changed(strap.path, DEVICE, {"Connected": Variant("b", True)})
        for path, interfaces in self._service_objects(strap).items():
            self._objects[path] = interfaces
            self._added(path)
        self._changed(strap.path, DEVICE, {"ServicesResolved": Variant("b", True)})

    def _forget_link(self, strap: FakeStrap) -> None:
        strap.connected = strap.notifying = False
        strap.subscribed.clear()

    # -- the bus ----------------------------------------------------------------

    def _signal(
        self, path: str, interface: str, member: str, signature: str, body: list[Any]
    ) -> None:
        if self._bus is not None:
            self._bus.send(
                Message(
                    message_type=MessageType.SIGNAL,
                    path=path,
                    interface=interface,
                    member=member,
                    signature=signature,
                    body=body,
                )
            )

    def _added(self, path: str) -> None:
        body = [path, self._objects[path]]
        self._signal("/", OBJECTS, "InterfacesAdded", "oa{sa{sv}}", body)

    def _changed(self, path: str, interface: str, changed: dict[str, Variant]) -> None:
        if path in self._objects:
            self._objects[path][interface].update(changed)
            body = [interface, changed, []]
            self._signal(path, PROPERTIES, "PropertiesChanged", "sa{sv}as", body)

    async def _advertise(self) -> None:
        while True:
            await asyncio.sleep(ADVERTISING_S)
            for strap in self.straps.values():
                if self._discovering and strap.advertising and not strap.connected:
                    if strap.path in self._objects:
                        rssi = {"RSSI": Variant("n", strap.rssi_dbm)}
                        self._changed(strap.path, DEVICE, rssi)
                    else:
                        self._export_device(strap)

    def _answer(self, call: Message) -> Message | bool | None:
        if call.message_type is not MessageType.METHOD_CALL or call.member is None:
            return None
        self.calls.append(call.member)
        if call.member in self.hung:
            return True
        if refusal := self.refused.get(call.member):
            return Message.new_error(call, *refusal)
        answer = self._answers().get(call.member)
        return None if answer is None else answer(call)

    def _answers(self) -> dict[str, Callable[[Message], Message]]:
        return {
            "GetManagedObjects": self._get_managed_objects,
            "SetDiscoveryFilter": Message.new_method_return,
            "StartDiscovery": self._start_discovery,
            "StopDiscovery": self._stop_discovery,
            "Connect": self._on_connect,
            "Disconnect": self._on_disconnect,
            "ReadValue": self._read_value,
            "StartNotify": self._start_notify,
            "StopNotify": Message.new_method_return,
        }

    def _get_managed_objects(self, call: Message) -> Message:
        return Message.new_method_return(call, "a{oa{sa{sv}}}", [self._objects])

    def _start_discovery(self, call: Message) -> Message:
        if not self.powered:
            return _error(call, "NotReady", "Resource Not Ready")
        self.scans += 1
        self._discovering = True
        return Message.new_method_return(call)

    def _stop_discovery(self, call: Message) -> Message:
        if not self._discovering:
            return _error(call, "Failed", "No discovery started")
        self._discovering = False
        return Message.new_method_return(call)

    def _on_connect(self, call: Message) -> Message:
        strap = self.straps.get(call.path or "")
        if strap is None or strap.path not in self._objects:
            name = "org.freedesktop.DBus.Error.UnknownObject"
            return Message.new_error(call, name, "no such device")
        strap.connects += 1
        if strap.connect_errors:
            return Message.new_error(call, *strap.connect_errors.popleft())
        self._connect(strap)
        return Message.new_method_return(call)

    def _on_disconnect(self, call: Message) -> Message:
        strap = self.straps[call.path or ""]
        if not strap.connected:
            return _error(call, "NotConnected", "Not Connected")
        self.drop(strap)
        return Message.new_method_return(call)

    def _read_value(self, call: Message) -> Message:
        strap, number = self._characteristic(call)
        strap.was_read.set()
        if number not in strap.values:
            return _error(call, "NotPermitted", "Read not permitted")
        return Message.new_method_return(call, "ay", [strap.values[number]])

    def _start_notify(self, call: Message) -> Message:
        strap, _ = self._characteristic(call)
        strap.notifying = True
        strap.subscribed.set()
        return Message.new_method_return(call)

    def _characteristic(self, call: Message) -> tuple[FakeStrap, int]:
        path = call.path or ""
        strap = next(s for s in self.straps.values() if path.startswith(s.path + "/"))
        return strap, int(path[-4:], 16)


def _handle(number: int) -> str:
    """Write an attribute handle: the low byte's number does, being unique here."""
    return f"{number:04x}"


def _error(call: Message, name: str, text: str) -> Message:
    return Message.new_error(call, f"org.bluez.Error.{name}", text)


def straps_in_a_row(count: int) -> Iterable[FakeStrap]:
    """Make straps that differ in address and name."""
    for number in range(1, count + 1):
        yield FakeStrap(
            address=f"A0:9E:1A:00:00:{number:02X}", name=f"Strap {number:03d}"
        )
