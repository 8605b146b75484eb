"""Straps and a central of bumble on one simulated air, behind bleak's backend seam.

Real advertising, HCI, ATT and GATT bytes on both sides, with no operating system
between: what passes here is wire format, not habit of one platform.
"""

from typing import Any, ClassVar

from bleak.backends.characteristic import BleakGATTCharacteristic
from bleak.backends.client import BaseBleakClient, NotifyCallback
from bleak.backends.descriptor import BleakGATTDescriptor
from bleak.backends.device import BLEDevice
from bleak.backends.scanner import AdvertisementData, BaseBleakScanner
from bleak.backends.service import BleakGATTService, BleakGATTServiceCollection
from bleak.exc import BleakError
from bumble.controller import Controller
from bumble.core import UUID, AdvertisingData
from bumble.device import Advertisement, Connection, Device, Peer
from bumble.gatt import Characteristic, Service
from bumble.hci import Address
from bumble.host import Host
from bumble.link import LocalLink
from typing_extensions import override

from devices.ble_radio import Radio

# Between two advertisements, ms: bumble's own second would be the length of each test.
ADVERTISING_MS = 20

HEART_RATE = UUID.from_16_bits(0x180D)

_PROPERTIES = Characteristic.Properties


class AirStrap:
    """A strap that sends what a test gives it."""

    def __init__(
        self, air: "Air", address: str, *, name: str, battery_pct: int | None
    ) -> None:
        self.address = address
        self.name = name
        self._air = air
        self.device = air.device(name, address)
        self._measurement: Characteristic[bytes] = Characteristic(
            "2A37", _PROPERTIES.NOTIFY, Characteristic.READABLE, b""
        )
        self.device.add_service(Service(HEART_RATE, [self._measurement]))
        if battery_pct is not None:
            level: Characteristic[bytes] = Characteristic(
                "2A19",
                _PROPERTIES.READ,
                Characteristic.READABLE,
                bytes([battery_pct]),
            )
            self.device.add_service(Service("180F", [level]))

    async def put_on(self) -> None:
        """Wake up and advertise."""
        await self.device.power_on()
        await self.device.start_advertising(
            auto_restart=True,
            advertising_interval_min=ADVERTISING_MS,
            advertising_interval_max=ADVERTISING_MS,
            advertising_data=bytes(
                AdvertisingData(
                    [
                        (AdvertisingData.COMPLETE_LOCAL_NAME, self.name.encode()),
                        (
                            AdvertisingData.COMPLETE_LIST_OF_16_BIT_SERVICE_CLASS_UUIDS,
                            bytes(HEART_RATE),
                        ),
                    ]
                )
            ),
        )

    @property
    def subscribed(self) -> bool:
        """Whether anybody listens."""
        return any(self.device.gatt_server.subscribers.values())

    async def notify(self, payload: bytes) -> None:
        """Send one Heart Rate Measurement to whoever has subscribed."""
        await self.device.notify_subscribers(self._measurement, payload)

    async def drop(self) -> None:
        """End the connection from the strap's side."""
        for connection in list(self.device.connections.values()):
            await connection.disconnect()

    def die(self) -> None:
        """Fall silent for ever, as with an empty battery: not even a goodbye."""
        self._air.leave(self.device)


class Air:
    """One room: a central and the straps in range of it."""

    def __init__(self) -> None:
        self._link: LocalLink = LocalLink()  # type: ignore[no-untyped-call]  # bumble's
        self._controllers: dict[Device, Controller] = {}
        self.central = self.device("central", "F0:00:00:00:00:FF")

    def device(self, name: str, address: str) -> Device:
        """Make a device with a controller of its own."""
        host = Host()
        controller = Controller(name, link=self._link, public_address=address)
        host.controller = controller
        device = Device(name=name, address=Address(address), host=host)
        self._controllers[device] = controller
        return device

    def leave(self, device: Device) -> None:
        """Take a device out of the room without a word."""
        self._link.remove_controller(self._controllers[device])

    async def strap(
        self,
        address: str = "F0:00:00:00:00:01",
        *,
        name: str = "Strap",
        battery_pct: int | None = 87,
    ) -> AirStrap:
        """Bring a strap into range."""
        strap = AirStrap(self, address, name=name, battery_pct=battery_pct)
        await strap.put_on()
        return strap

    def radio(self) -> Radio:
        """Return the central as this computer's radio."""
        scanner = type("RoomScanner", (BumbleScanner,), {"air": self})
        client = type("RoomClient", (BumbleClient,), {"air": self})
        return Radio(scanner=scanner, client=client)


class BumbleScanner(BaseBleakScanner):
    """bleak's scanner over the central of one room."""

    air: ClassVar[Air]

    def __init__(
        self, callback: Any, uuids: list[str] | None, *args: object, **kwargs: object
    ) -> None:
        super().__init__(callback, uuids)

    @override
    async def start(self) -> None:
        self.seen_devices = {}
        self.air.central.on("advertisement", self._on_advertisement)
        await self.air.central.start_scanning(filter_duplicates=False)

    @override
    async def stop(self) -> None:
        self.air.central.remove_listener("advertisement", self._on_advertisement)
        await self.air.central.stop_scanning()

    def _on_advertisement(self, heard: Advertisement) -> None:
        uuids = [
            _full(UUID.from_bytes(raw[i : i + 2]))
            for raw in heard.data.get_all(
                AdvertisingData.COMPLETE_LIST_OF_16_BIT_SERVICE_CLASS_UUIDS, raw=True
            )
            for i in range(0, len(raw), 2)
        ]
        if not self.is_allowed_uuid(uuids):
            return
        name = heard.data.get(AdvertisingData.COMPLETE_LOCAL_NAME)
        advertised = AdvertisementData(
            local_name=str(name),
            manufacturer_data={},
            service_data={},
            service_uuids=uuids,
            tx_power=None,
            rssi=heard.rssi,
            platform_data=(),
        )
        address = heard.address.to_string(with_type_qualifier=False)
        device = self.create_or_update_device(
            address, address, str(name), heard.address, advertised
        )
        self.call_detection_callbacks(device, advertised)


class BumbleClient(BaseBleakClient):
    """bleak's client over the central of one room."""

    air: ClassVar[Air]

    def __init__(self, device: BLEDevice, *args: object, **kwargs: Any) -> None:
        super().__init__(
            device,
            disconnected_callback=kwargs["disconnected_callback"],
            timeout=kwargs["timeout"],
        )
        self._peer_address = device.details
        self._connection: Connection | None = None

    @property
    @override
    def mtu_size(self) -> int:
        return 23

    @property
    @override
    def is_connected(self) -> bool:
        return self._connection is not None

    @override
    async def connect(self, pair: bool, **kwargs: object) -> None:
        connection = await self.air.central.connect(
            self._peer_address, timeout=self._timeout
        )
        self._connection = connection
        connection.on("disconnection", self._on_disconnection)
        peer = Peer(connection)
        self.services = BleakGATTServiceCollection()
        for service in await peer.discover_services():
            ours = BleakGATTService(service, service.handle, _full(service.uuid))
            self.services.add_service(ours)
            for proxy in await service.discover_characteristics():
                self.services.add_characteristic(
                    BleakGATTCharacteristic(
                        proxy, proxy.handle, _full(proxy.uuid), [], lambda: 20, ours
                    )
                )

    def _on_disconnection(self, reason: int) -> None:
        self._connection = None
        self.services = None
        if self._disconnected_callback is not None:
            self._disconnected_callback()

    @override
    async def disconnect(self) -> None:
        if self._connection is not None:
            await self._connection.disconnect()

    @override
    async def read_gatt_char(
        self,
        characteristic: BleakGATTCharacteristic,
        *,
        use_cached: bool = False,
        **kwargs: object,
    ) -> bytearray:
        return bytearray(await characteristic.obj.read_value())

    @override
    async def start_notify(
        self,
        characteristic: BleakGATTCharacteristic,
        callback: NotifyCallback,
        **kwargs: object,
    ) -> None:
        await characteristic.obj.subscribe(lambda value: callback(bytearray(value)))

    @override
    async def stop_notify(self, characteristic: BleakGATTCharacteristic) -> None:
        await characteristic.obj.unsubscribe()

    @override
    async def pair(self, *args: object, **kwargs: object) -> None:
        raise BleakError("not in this room")

    @override
    async def unpair(self) -> None:
        raise BleakError("not in this room")

    @override
    async def read_gatt_descriptor(
        self,
        descriptor: BleakGATTDescriptor,
        *,
        use_cached: bool = False,
        **kwargs: object,
    ) -> bytearray:
        raise BleakError("not in this room")

    @override
    async def write_gatt_char(
        self, characteristic: BleakGATTCharacteristic, data: Any, response: bool
    ) -> None:
        raise BleakError("not in this room")

    @override
    async def write_gatt_descriptor(
        self, descriptor: BleakGATTDescriptor, data: Any
    ) -> None:
        raise BleakError("not in this room")


def _full(uuid: UUID) -> str:
    """Write a UUID in full, as bleak has it."""
    short = uuid.to_hex_str().lower()
    return f"0000{short}-0000-1000-8000-00805f9b34fb" if len(short) == 4 else str(uuid)
