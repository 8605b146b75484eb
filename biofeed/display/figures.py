"""A number with a decimal point, or the comma that a language writes in its place."""

from PySide6.QtCore import QLocale

from biofeed.display.language_words import SPOKEN

POINT = QLocale(SPOKEN).decimalPoint()


def figure(value: float, spec: str = "g", *, point: str = POINT) -> str:
    """Write a number as the language on screen does.

    Parameters
    ----------
    spec
        As ``format`` takes it.

    >>> figure(5.5), figure(2.0, ".1f", point=",")
    ('5.5', '2,0')
    """
    return format(value, spec).replace(".", point)
