"""What a table of RR intervals must satisfy, and the line that does not."""

import numpy as np
from numpy.typing import NDArray

from devices.phrase import phrase
from devices.rr_layouts import Layout
from devices.rr_recording import Floats, RrFormat, Unit
from devices.rr_refusals import Refused
from devices.rr_text import RrText
from devices.rr_units import are_heart_rates, fits_unit, guess_unit

Bools = NDArray[np.bool_]

LONGEST_S = 31 * 86_400.0
"""A month, s. A later time is no time since the start but a date, or in other units;
the seconds up to it would all be evaluated."""


def checked_unit(rows: RrText, layout: Layout, rr: Floats) -> Unit:
    """The unit that the header names, or that the numbers allow.

    Raises
    ------
    RrFileError
        If the header contradicts the numbers, or they are no intervals in any unit.
    """
    guess = guess_unit(rr)
    stated = layout.unit
    around = phrase("around {median}", median=f"{np.median(rr):.4g}")
    if stated is not None and not fits_unit(rr, stated):
        found = phrase(
            "it says '{stated}', with numbers {around}", stated=stated, around=around
        )
        raise rows.error(Refused.UNIT_CONTRADICTED, found=found)
    if stated is not None and layout.layout is RrFormat.TIMED:
        # The times tell heart rates from intervals better than their size does.
        return stated
    if isinstance(guess, Refused):
        raise rows.error(guess, found=around)
    return guess if stated is None else stated


def check_intervals(rows: RrText, rr: Floats, unit: Unit) -> None:
    """Refuse intervals that took no time."""
    _refuse_row(rows, Refused.NOT_POSITIVE, rr <= 0, rr, unit.value)


def check_order(rows: RrText, stamps: Floats, unit: str) -> None:
    """Refuse times that run backwards."""
    backwards = np.diff(stamps, prepend=stamps[0]) < 0
    _refuse_row(rows, Refused.TIME_BACKWARDS, backwards, stamps, unit)


def check_times(rows: RrText, t_s: Floats, rr_ms: Floats) -> None:
    """Refuse beat times outside any recording, and intervals that are heart rates."""
    check_order(rows, t_s, "s")
    _refuse_row(rows, Refused.TIME_BEFORE_START, t_s < 0, t_s, "s")
    endless = np.maximum(t_s, rr_ms / 1000) > LONGEST_S
    if endless.any():
        line = rows.line_of_row(int(np.argmax(endless)))
        found = phrase("{days:.0f} days", days=LONGEST_S / 86_400)
        raise rows.error(Refused.TOO_LONG, line=line, found=found)
    if are_heart_rates(t_s, rr_ms):
        found = phrase("around {median}", median=f"{np.median(rr_ms):.0f}")
        raise rows.error(Refused.HEART_RATES, found=found)


def _refuse_row(
    rows: RrText, reason: Refused, is_wrong: Bools, values: Floats, unit: str
) -> None:
    if is_wrong.any():
        row = int(np.argmax(is_wrong))
        found = f"{values[row]:g} {unit}".strip()
        raise rows.error(reason, line=rows.line_of_row(row), found=found)
