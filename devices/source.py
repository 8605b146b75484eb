"""What a strap says and when it said it: the only way in for heartbeats.

Rules
-----
- ``t_s`` is in seconds on the session's clock, which never runs backwards.
- A notification keeps its raw payload. Nothing is decoded, rounded or dropped here.
- A source never invents an event: silence is silence.
"""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Notification:
    """One Heart Rate Measurement (0x2A37) as it arrived.

    Attributes
    ----------
    t_s
        Arrival on the session's clock, s. The strap sends no time of its own.
    payload
        The raw bytes, also when they make no sense.
    epoch
        Number of the connection that delivered it, from 0; beats of two epochs never
        follow each other.
    """

    t_s: float
    payload: bytes
    epoch: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedInterval:
    """One RR interval of a foreign file, whose beat times are already known.

    Such files hold no payloads, and their intervals are not multiples of 1/1024 s:
    forging packets from them would round the raw data.

    Attributes
    ----------
    t_s
        Time of the beat that ends the interval, s from the start of the recording.
    rr_ms
        The interval as the file states it, ms.
    """

    t_s: float
    rr_ms: float


class LinkState(StrEnum):
    """Where the connection to the strap stands."""

    SEARCHING = "searching"
    CONNECTING = "connecting"
    LIVE = "live"
    STALE = "stale"
    LOST = "lost"
    CLOSED = "closed"


class LinkReason(StrEnum):
    """Why the link is not live, in words a program can act on."""

    NOT_FOUND = "not_found"
    NO_ADAPTER = "no_adapter"
    POWERED_OFF = "powered_off"
    PERMISSION = "permission"
    SILENT = "silent"
    DROPPED = "dropped"
    REFUSED = "refused"
    TIMED_OUT = "timed_out"
    SUSPENDED = "suspended"
    OTHER_DEVICE = "other_device"
    UNSUPPORTED = "unsupported"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceIdentity:
    """The one strap a session is bound to.

    Attributes
    ----------
    name
        As advertised: untrusted text from the air.
    address
        MAC address, or the per-computer UUID that macOS gives instead.
    serial, firmware
        From the Device Information Service (0x180A), where the strap offers them.
    """

    name: str
    address: str
    serial: str | None = None
    firmware: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkChanged:
    """The connection changed its state.

    Attributes
    ----------
    t_s
        When, on the session's clock, s.
    link
        The new state.
    epoch
        Number of the connection; grows by one with each new one.
    reason
        Why, where the new state is not ``live``.
    device
        The strap, once known.
    """

    t_s: float
    link: LinkState
    epoch: int = 0
    reason: LinkReason | None = None
    device: DeviceIdentity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BatteryLevel:
    """Battery Level (0x2A19) in percent, 0 to 100, as the strap claims it."""

    t_s: float
    level_pct: int


SourceEvent = Notification | RecordedInterval | LinkChanged | BatteryLevel


class Clock(Protocol):
    """Time as a source needs it: to stamp, and to wait."""

    def now_s(self) -> float:
        """Seconds since the session began."""
        ...

    async def sleep_until_s(self, t_s: float) -> None:
        """Return when the session's clock has reached ``t_s``."""
        ...


class Source(Protocol):
    """Anything that heartbeats come from.

    The iterator ends when the source has no more to say (a recording's end); a strap
    goes on until it is closed with ``aclose``, and cleans up after itself then.
    """

    def events(self, clock: Clock) -> AsyncGenerator[SourceEvent, None]:
        """Yield what the source says, in order of ``t_s``, when it says it."""
        ...
