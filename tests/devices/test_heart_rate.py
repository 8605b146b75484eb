"""0x2A37: published vectors, every truncation, and properties of the pair."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.heart_rate import Flaw, HeartRateMeasurement, Malformed, build, parse

UINT16 = st.integers(0, 0xFFFF)

MEASUREMENTS = st.builds(
    lambda bpm, contact, energy, ticks: HeartRateMeasurement(
        heart_rate_bpm=bpm,
        contact=contact,
        energy_kj=energy,
        rr_ticks=tuple(ticks),
        has_rr=bool(ticks),
    ),
    UINT16,
    st.none() | st.booleans(),
    st.none() | UINT16,
    st.lists(UINT16, max_size=250),
)


def said(
    bpm: int,
    *ticks: int,
    contact: bool | None = None,
    energy_kj: int | None = None,
    has_rr: bool | None = None,
    odd_tail: bool = False,
) -> HeartRateMeasurement:
    return HeartRateMeasurement(
        heart_rate_bpm=bpm,
        contact=contact,
        energy_kj=energy_kj,
        rr_ticks=ticks,
        has_rr=bool(ticks) if has_rr is None else has_rr,
        odd_tail=odd_tail,
    )


NINE = (800, 801, 802, 803, 804, 805, 806, 807, 808)
FORTY = tuple(range(900, 940))
FILLED = (0x0101,) * 255

PUBLISHED = {
    "polar uint8 255": ("00ff", said(255)),
    "polar uint8 127": ("007f", said(127)),
    "polar uint16 32896": ("018080", said(32896)),
    "polar uint16 32639": ("017f7f", said(32639)),
    "polar contact": ("0600", said(0, contact=True)),
    "polar no contact": ("0400", said(0, contact=False)),
    "polar contact without support": ("0200", said(0)),
    "polar no contact bits": ("0000", said(0)),
    "polar uint16 energy 65535": ("090000ffff", said(0, energy_kj=65535)),
    "polar uint8 energy 32895": ("08007f80", said(0, energy_kj=32895)),
    "polar rr 65535": ("1000ffff", said(0, 65535)),
    "polar uint16 two rr": ("110000ffff7f80", said(0, 65535, 32895)),
    "polar rr 0": ("1100000000", said(0, 0)),
    "smartgattlib": ("16485401ec02", said(72, 340, 748, contact=True)),
    "bumble": ("163ceb031404", said(60, 1003, 1044, contact=True)),
    "stray byte 945": ("103eb103de", said(62, 945, odd_tail=True)),
    "stray byte 1059": ("1039230435", said(57, 1059, odd_tail=True)),
    "stray byte 975": ("103dcf03ef", said(61, 975, odd_tail=True)),
    "auuki two rr": ("104372038a03", said(67, 882, 906)),
    "auuki rr 914": ("10449203", said(68, 914)),
    "auuki rr 1164": ("103c8c04", said(60, 1164)),
    "auuki rate only": ("0040", said(64)),
}

SPECIFIED = {
    "rr flag, no rr": ("1048", said(72, has_rr=True)),
    "rr flag, half an rr": ("1048ff", said(72, has_rr=True, odd_tail=True)),
    "nine rr": (
        "1048" + b"".join(t.to_bytes(2, "little") for t in NINE).hex(),
        said(72, *NINE),
    ),
    "forty rr": (
        "1048" + b"".join(t.to_bytes(2, "little") for t in FORTY).hex(),
        said(72, *FORTY),
    ),
    "512 bytes": ("1048" + "01" * 510, said(72, *FILLED)),
    "511 bytes": (
        "1048" + "01" * 509,
        said(72, *FILLED[1:], odd_tail=True),
    ),
    "reserved bits": ("e048", said(72)),
    "reserved bits beside all others": (
        "ff480003000104",
        said(72, 1025, contact=True, energy_kj=3),
    ),
    "all contact bits, rr": ("16480004", said(72, 1024, contact=True)),
    "support without contact, rr": ("14480004", said(72, 1024, contact=False)),
    "contact without support, rr": ("12480004", said(72, 1024)),
    "rate 0": ("0000", said(0)),
    "rate 255 wide": ("01ff00", said(255)),
    "rate 256": ("010001", said(256)),
    "rate 65535": ("01ffff", said(65535)),
    "energy 0": ("08480000", said(72, energy_kj=0)),
    "energy before rr": ("184803000004", said(72, 1024, energy_kj=3)),
    "energy, rr flag, no rr": ("18480300", said(72, energy_kj=3, has_rr=True)),
    "wide, energy, rr": (
        "1948000300000400",
        said(72, 1024, energy_kj=3, odd_tail=True),
    ),
    "bytes behind a packet without rr": ("0048aabbcc", said(72)),
    "bytes behind the energy": ("08480300aabb", said(72, energy_kj=3)),
}

TRUNCATED = {
    "empty": ("", Flaw.EMPTY),
    "flags only": ("00", Flaw.HEART_RATE_CUT_OFF),
    "flags only, rr": ("10", Flaw.HEART_RATE_CUT_OFF),
    "flags only, all set": ("ff", Flaw.HEART_RATE_CUT_OFF),
    "uint16 and one byte": ("01ff", Flaw.HEART_RATE_CUT_OFF),
    "energy and no byte": ("0848", Flaw.ENERGY_CUT_OFF),
    "energy and one byte": ("084803", Flaw.ENERGY_CUT_OFF),
    "wide, energy and no byte": ("094800", Flaw.ENERGY_CUT_OFF),
    "wide, energy and one byte": ("09480003", Flaw.ENERGY_CUT_OFF),
    "energy and rr, one byte": ("184803", Flaw.ENERGY_CUT_OFF),
}

CONTACT = {0b00: None, 0b01: None, 0b10: False, 0b11: True}


@pytest.mark.parametrize(
    ("payload", "expected"), PUBLISHED.values(), ids=PUBLISHED.keys()
)
def test_published_packet(payload: str, expected: HeartRateMeasurement) -> None:
    """Packets that other people published decode as they say."""
    assert expected == parse(bytes.fromhex(payload))


@pytest.mark.parametrize(
    ("payload", "expected"), SPECIFIED.values(), ids=SPECIFIED.keys()
)
def test_specified_packet(payload: str, expected: HeartRateMeasurement) -> None:
    """What the specification allows is read in full."""
    assert expected == parse(bytes.fromhex(payload))


@pytest.mark.parametrize(("payload", "why"), TRUNCATED.values(), ids=TRUNCATED.keys())
def test_truncated_packet(payload: str, why: Flaw) -> None:
    """A packet that ends before its announced fields is kept, with the reason."""
    raw = bytes.fromhex(payload)
    assert Malformed(payload=raw, why=why) == parse(raw)


@pytest.mark.parametrize(
    "code", [0b00, 0b01, 0b10, 0b11], ids=["neither", "contact", "support", "both"]
)
@pytest.mark.parametrize("others", [0x00, 0xF9], ids=["alone", "beside all others"])
def test_contact_codes(code: int, others: int) -> None:
    """Off the skin is no contact, and contact is unknown without the support bit."""
    measurement = parse(bytes([others | code << 1, 72, 0, 1, 0, 0, 4]))
    assert isinstance(measurement, HeartRateMeasurement)
    assert CONTACT[code] is measurement.contact


def test_each_packet_stands_for_itself() -> None:
    """Width, contact, energy and intervals may change from packet to packet."""
    stream = ["1648a003", "1748009003", "1448", "0e480100", "01480000", "1648a003"]
    expected = [
        said(72, 928, contact=True),
        said(72, 912, contact=True),
        said(72, contact=False, has_rr=True),
        said(72, contact=True, energy_kj=1),
        said(72),
        said(72, 928, contact=True),
    ]
    assert expected == [parse(bytes.fromhex(payload)) for payload in stream]


def test_milliseconds_of_known_ticks() -> None:
    """A tick is 125/128 ms, and no fraction of it is lost."""
    expected = (332.03125, 730.46875, 0.0, 63999.0234375)
    assert expected == said(72, 340, 748, 0, 65535).rr_ms


@given(st.lists(UINT16))
def test_milliseconds_are_exact(ticks: list[int]) -> None:
    """No tick count is rounded on its way to ms."""
    exact = [Fraction(count * 1000, 1024) for count in ticks]
    assert exact == [Fraction(rr_ms) for rr_ms in said(72, *ticks).rr_ms]


@given(st.binary(max_size=512))
def test_any_bytes_give_a_value(payload: bytes) -> None:
    """No payload raises, and a refused one is handed back untouched."""
    result = parse(payload)
    if isinstance(result, Malformed):
        assert payload == result.payload
    else:
        assert 2 * len(result.rr_ticks) <= len(payload) - 2


@given(MEASUREMENTS)
def test_built_packets_parse_back(measurement: HeartRateMeasurement) -> None:
    """What is encoded is decoded, for every measurement a strap can send."""
    payload = build(
        heart_rate_bpm=measurement.heart_rate_bpm,
        rr_ticks=measurement.rr_ticks,
        contact=measurement.contact,
        energy_kj=measurement.energy_kj,
    )
    assert measurement == parse(payload)


@given(MEASUREMENTS, st.data())
def test_a_cut_packet_never_invents(
    measurement: HeartRateMeasurement, data: st.DataObject
) -> None:
    """However much of a packet is cut off, what is left holds only its own values."""
    whole = build(
        heart_rate_bpm=measurement.heart_rate_bpm,
        rr_ticks=measurement.rr_ticks,
        energy_kj=measurement.energy_kj,
    )
    left = parse(whole[: data.draw(st.integers(0, len(whole) - 1))])
    if isinstance(left, HeartRateMeasurement):
        assert measurement.heart_rate_bpm == left.heart_rate_bpm
        assert measurement.energy_kj == left.energy_kj
        assert measurement.rr_ticks[: len(left.rr_ticks)] == left.rr_ticks


def test_build_is_as_short_as_a_strap() -> None:
    """A rate that fits one byte takes one, so that nine intervals fit a packet."""
    nine = build(heart_rate_bpm=72, rr_ticks=NINE, contact=True)
    seven = build(heart_rate_bpm=256, rr_ticks=NINE[:7], energy_kj=1)
    expected_lengths = (20, 19)
    assert expected_lengths == (len(nine), len(seven))
    assert b"\x00\xff" == build(heart_rate_bpm=255)
    assert bytes.fromhex("16485401ec02") == build(
        heart_rate_bpm=72, rr_ticks=(340, 748), contact=True
    )


@pytest.mark.parametrize(
    ("heart_rate_bpm", "rr_ticks", "energy_kj"),
    [(-1, (), None), (65536, (), None), (72, (65536,), None), (72, (), 65536)],
    ids=["negative rate", "rate", "interval", "energy"],
)
def test_build_refuses_what_does_not_fit(
    heart_rate_bpm: int, rr_ticks: tuple[int, ...], energy_kj: int | None
) -> None:
    """A number too large for its field is refused, never wrapped."""
    with pytest.raises(ValueError, match="65535"):
        build(heart_rate_bpm=heart_rate_bpm, rr_ticks=rr_ticks, energy_kj=energy_kj)
