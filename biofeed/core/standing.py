"""Where a person stands at one grid second, as far as a session's course asks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A grid second, as the course of a session takes it.

    Attributes
    ----------
    smoothed_z
        Activation, z; None where it is not known.
    has_settled, is_about_rest
        Whether they have been at rest for long enough without a break, and whether they
        have been there by and large; None where it is not known.
    is_activated
        Whether an activation goes on.
    heart_rate_bpm, rest_bpm
        Now, and of the rest as calibrated; None where not known.
    is_learning, has_rest
        Whether seconds of a rest are being gathered, and whether there is one.
    """

    t_s: float
    smoothed_z: float | None = None
    has_settled: bool | None = None
    is_about_rest: bool | None = None
    is_activated: bool = False
    heart_rate_bpm: float | None = None
    rest_bpm: float | None = None
    is_learning: bool = False
    has_rest: bool = False
