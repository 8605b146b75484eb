"""Heart Rate Measurement (0x2A37): bytes to values and back, exactly.

Rules
-----
- ``parse`` is total: any bytes give a ``HeartRateMeasurement`` or a ``Malformed``,
  and never an exception.
- RR intervals stay integers of 1/1024 s, oldest first. Whole milliseconds would bias
  every interval by half a millisecond, and with it every difference of two.
- Every packet stands for itself: width, energy and intervals may change from one to
  the next, and a packet without intervals is no strap without intervals.

References
----------
Bluetooth SIG, Heart Rate Service 1.0 (2011), section 3.1.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

TICKS_PER_S = 1024
"""Resolution of an RR interval: one tick is 0.977 ms (Heart Rate Service 3.1.1.4)."""

_WIDE_HEART_RATE = 0x01
_CONTACT = 0x02
_CONTACT_SUPPORTED = 0x04
_ENERGY = 0x08
_RR = 0x10

_UINT8_MAX = 0xFF
_UINT16_MAX = 0xFFFF
_UINT16_BYTES = 2


class Flaw(StrEnum):
    """What makes a payload unreadable."""

    EMPTY = "empty"
    HEART_RATE_CUT_OFF = "heart_rate_cut_off"
    ENERGY_CUT_OFF = "energy_cut_off"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeartRateMeasurement:
    """What one notification says.

    Attributes
    ----------
    heart_rate_bpm
        As the strap averages it; 0 where it has none.
    contact
        Whether the electrodes touch the skin; None where the strap cannot tell.
    energy_kj
        Energy expended since its last reset, kJ; sticks at 65535. None where absent.
    rr_ticks
        RR intervals in 1/1024 s, oldest first; possibly none, possibly of 0 ticks.
    has_rr
        True where the packet announces intervals, also if none follow.
    odd_tail
        True where half an interval was left over behind the last whole one.
    """

    heart_rate_bpm: int
    contact: bool | None = None
    energy_kj: int | None = None
    rr_ticks: tuple[int, ...] = ()
    has_rr: bool = False
    odd_tail: bool = False

    @property
    def rr_ms(self) -> tuple[float, ...]:
        """The intervals in ms, oldest first, exact: 1000/1024 is 125/128.

        >>> HeartRateMeasurement(heart_rate_bpm=60, rr_ticks=(1024, 1)).rr_ms
        (1000.0, 0.9765625)
        """
        return tuple(ticks * 1000 / TICKS_PER_S for ticks in self.rr_ticks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Malformed:
    """A payload that ends before what its flags promise."""

    payload: bytes
    why: Flaw


def parse(payload: bytes) -> HeartRateMeasurement | Malformed:
    """Decode one notification.

    Bits reserved for future use are ignored, as the specification demands, and so are
    bytes behind the last field that the flags announce.

    Parameters
    ----------
    payload
        The characteristic's value as it arrived, of any length.

    Returns
    -------
    The measurement, or why there is none. An interval cut in half costs only itself.

    Examples
    --------
    >>> parse(bytes.fromhex("16485401ec02")).rr_ticks
    (340, 748)
    >>> parse(b"").why
    <Flaw.EMPTY: 'empty'>
    """
    if not payload:
        return Malformed(payload=payload, why=Flaw.EMPTY)
    flags = payload[0]
    energy_at = 1 + (_UINT16_BYTES if flags & _WIDE_HEART_RATE else 1)
    if len(payload) < energy_at:
        return Malformed(payload=payload, why=Flaw.HEART_RATE_CUT_OFF)
    rr_at = energy_at + (_UINT16_BYTES if flags & _ENERGY else 0)
    if len(payload) < rr_at:
        return Malformed(payload=payload, why=Flaw.ENERGY_CUT_OFF)
    has_rr = bool(flags & _RR)
    return HeartRateMeasurement(
        heart_rate_bpm=int.from_bytes(payload[1:energy_at], "little"),
        contact=_contact(flags),
        energy_kj=(
            int.from_bytes(payload[energy_at:rr_at], "little")
            if flags & _ENERGY
            else None
        ),
        rr_ticks=_rr_ticks(payload[rr_at:]) if has_rr else (),
        has_rr=has_rr,
        odd_tail=has_rr and (len(payload) - rr_at) % _UINT16_BYTES != 0,
    )


def build(
    *,
    heart_rate_bpm: int,
    rr_ticks: Sequence[int] = (),
    contact: bool | None = None,
    energy_kj: int | None = None,
) -> bytes:
    """Encode one notification, as a strap does; the inverse of ``parse``.

    The heart rate takes one byte where it fits into one. Intervals are announced
    exactly where there are some.

    Parameters
    ----------
    heart_rate_bpm
        0 to 65535.
    rr_ticks
        In 1/1024 s, oldest first, each 0 to 65535. A default connection carries nine,
        or seven beside a wide heart rate and the energy.
    contact
        None says that the strap cannot tell.
    energy_kj
        0 to 65535, or None.

    Raises
    ------
    ValueError
        If a number does not fit its field.
    """
    numbers = (heart_rate_bpm, *rr_ticks, 0 if energy_kj is None else energy_kj)
    if not all(0 <= number <= _UINT16_MAX for number in numbers):
        msg = f"every field holds 0 to {_UINT16_MAX}, not {numbers}"
        raise ValueError(msg)
    is_wide = heart_rate_bpm > _UINT8_MAX
    flags = _WIDE_HEART_RATE if is_wide else 0
    if contact is not None:
        flags |= _CONTACT_SUPPORTED | (_CONTACT if contact else 0)
    fields = [heart_rate_bpm.to_bytes(_UINT16_BYTES if is_wide else 1, "little")]
    if energy_kj is not None:
        flags |= _ENERGY
        fields.append(energy_kj.to_bytes(_UINT16_BYTES, "little"))
    if rr_ticks:
        flags |= _RR
        fields.append(struct.pack(f"<{len(rr_ticks)}H", *rr_ticks))
    return bytes([flags]) + b"".join(fields)


def _contact(flags: int) -> bool | None:
    # Without the support bit the contact bit means nothing, whatever it says.
    return bool(flags & _CONTACT) if flags & _CONTACT_SUPPORTED else None


def _rr_ticks(field: bytes) -> tuple[int, ...]:
    count = len(field) // _UINT16_BYTES
    return struct.unpack_from(f"<{count}H", field)
