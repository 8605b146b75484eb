"""The RR intervals in a Polar .hrm file, which may as well hold heart rates.

Polar's training files are text in sections. ``Interval=238`` in ``[Params]`` says that
``[HRData]`` holds one RR interval in ms a line; any other number says every how many
seconds it holds a heart rate (GoldenCheetah, PolarRideFile.cpp, reads them so too).
"""

import re
from dataclasses import replace
from datetime import datetime

from devices.rr_refusals import Refused
from devices.rr_text import RrText

FIRST_SECTION = "[Params]"

_DATA_SECTION = "[HRData]"
_RR_INTERVAL = "238"
_PARAMETER = re.compile(r"^(\w+)=(\S+)$", re.MULTILINE)


def is_polar_hrm(text: RrText) -> bool:
    """Whether this is such a file."""
    return text.text.lstrip().startswith(FIRST_SECTION)


def intervals_of(text: RrText) -> RrText:
    """The same text with all lines blanked but those of the RR intervals.

    Raises
    ------
    RrFileError
        If the file holds heart rates, or no data.
    """
    step = dict(_PARAMETER.findall(text.text)).get("Interval", "none")
    if step != _RR_INTERVAL:
        found = f"Interval={step}, where {_RR_INTERVAL} stands for RR intervals"
        raise text.error(Refused.HEART_RATES, found=found)
    lines = text.text.split("\n")
    if _DATA_SECTION not in lines:
        raise text.error(Refused.NO_INTERVALS)
    first = lines.index(_DATA_SECTION) + 1
    last = next(
        (i for i in range(first, len(lines)) if lines[i].startswith("[")), len(lines)
    )
    return replace(text, text="\n" * first + "\n".join(lines[first:last]))


def start_of(text: RrText) -> datetime | None:
    """When the recording began, by the watch's own clock, which knows no zone."""
    parameters = dict(_PARAMETER.findall(text.text))
    stamp = f"{parameters.get('Date', '')} {parameters.get('StartTime', '')}"
    try:
        return datetime.fromisoformat(stamp)
    except ValueError:
        return None
