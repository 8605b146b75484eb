"""Which tones a person wants to hear."""

from enum import StrEnum


class SoundChoice(StrEnum):
    """None, the pacer's breath, or activation on its way down.

    A change of phase sounds with either.
    """

    OFF = "off"
    PACER = "pacer"
    FOLLOW = "follow"
