"""A strap as seen from afar, before anything connects to it.

Rules
-----
- A name from the air is untrusted text: it is cut and stripped before anyone sees it.
- A strap is never chosen by guess: no candidate, or more than one, is for a person.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from devices.errors import NoStrapFound, SeveralStrapsFound
from devices.plain_text import printable
from devices.source import DeviceIdentity

# Longer than any strap's own name (an advertisement holds 29 characters at most), and
# short enough for a title bar.
LONGEST_NAME = 32

NO_NAME = "unnamed strap"

# Change of signal strength worth showing, dB: below it is the jitter of a body moving.
RSSI_STEP_DB = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStrap:
    """One sighting; the newest of an address replaces those before it.

    Attributes
    ----------
    name
        As advertised, made harmless; ``NO_NAME`` where there is none.
    address
        MAC address, or the per-computer UUID that macOS gives instead.
    rssi_dbm
        Signal strength, dBm (nearer to 0 is stronger); None where it is not heard.
    held
        True where this computer is already connected to it, perhaps by another app;
        such a strap does not advertise.
    heart_rate_bpm
        What it said when it was asked, bpm; None where it said nothing yet.
    battery_pct
        Its battery at that moment, %; None where it did not tell.
    """

    name: str
    address: str
    rssi_dbm: int | None
    held: bool = False
    heart_rate_bpm: int | None = None
    battery_pct: int | None = None

    @property
    def ending(self) -> str:
        """Last four signs of the address: what tells two straps of a kind apart."""
        return harmless(self.address).replace(":", "")[-4:].upper()

    @property
    def identity(self) -> DeviceIdentity:
        """The strap as a session is bound to it."""
        return DeviceIdentity(name=self.name, address=self.address)


def harmless(text: str | None) -> str:
    r"""Strip what steers a terminal or a layout from a text, and cut it to size.

    >>> harmless("Polar H10\x1b[2J\u202e 1234")
    'Polar H10[2J 1234'
    """
    shown = "".join(printable((text or "")[: 4 * LONGEST_NAME]))
    return shown.strip()[:LONGEST_NAME].rstrip()


def is_news(strap: FoundStrap, known: FoundStrap | None) -> bool:
    """Tell whether a sighting says more than the last one that was shown."""
    if known is None:
        return True
    if known.held:
        return False
    change_db = abs((strap.rssi_dbm or 0) - (known.rssi_dbm or 0))
    return strap.name not in {known.name, NO_NAME} or change_db >= RSSI_STEP_DB


def choose(
    found: Iterable[FoundStrap], *, wanted: str | None, searched_s: float
) -> FoundStrap:
    """Return the one strap that answers the description.

    Parameters
    ----------
    found
        Sightings, oldest first.
    wanted
        An address, a name, or the end of either (case does not matter); None accepts
        any strap.
    searched_s
        How long was looked, for the error's sentence, s.

    Raises
    ------
    NoStrapFound, SeveralStrapsFound
    """
    newest = {strap.address: strap for strap in found}
    fitting = [strap for strap in newest.values() if _answers(strap, wanted)]
    if not fitting:
        raise NoStrapFound(wanted=wanted, searched_s=searched_s)
    if len(fitting) > 1:
        nearest_first = sorted(fitting, key=_nearness, reverse=True)
        raise SeveralStrapsFound([strap.identity for strap in nearest_first])
    return fitting[0]


def _answers(strap: FoundStrap, wanted: str | None) -> bool:
    if wanted is None:
        return True
    ending = wanted.casefold()
    return strap.address.casefold().endswith(ending) or strap.name.casefold().endswith(
        ending
    )


def _nearness(strap: FoundStrap) -> int:
    return -999 if strap.rssi_dbm is None else strap.rssi_dbm
