"""The numbers a person's rest is reduced to, and what a value is worth on them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Where one signal rests, and how far it wanders while it does.

    Attributes
    ----------
    centre
        Median over the rest, in the signal's unit.
    spread
        Shrunk robust standard deviation, same unit, above zero.
    """

    centre: float
    spread: float

    def standardise(self, value: float) -> float:
        """Distance of ``value`` from the centre in units of the spread (z).

        >>> Scale(centre=60.0, spread=1.5).standardise(63.0)
        2.0
        """
        return (value - self.centre) / self.spread


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A person's own rest of this very session.

    Attributes
    ----------
    heart_rate_bpm
        Scale of HR30, bpm.
    ln_rmssd
        Scale of lnRMSSD60, ln(ms); None where the strap gives no RR intervals or the
        rhythm does not let variability be read.
    """

    heart_rate_bpm: Scale
    ln_rmssd: Scale | None
