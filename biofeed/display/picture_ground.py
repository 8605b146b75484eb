"""Makes Qt draw the same on every machine: one face, one scale, no desktop.

Rules
-----
- The face is DejaVu Sans, as matplotlib brings it along: NeuroKit2 needs matplotlib, so
  whoever has the program has the face, and no font of the system is looked at.
- Nothing is fitted to a screen's pixels: no hinting, no colour at the edges of letters.
- It has to be called before there is a ``QApplication``, in a process of its own.
"""

import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from biofeed.session.store import HOME_VARIABLE

FACES = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")

DROPPED = (
    "QT_QPA_PLATFORMTHEME",
    "QT_STYLE_OVERRIDE",
    "QT_SCALE_FACTOR_ROUNDING_POLICY",
)
"""What a desktop tells Qt of itself."""

TOLD = {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_SCALE_FACTOR": "1",
    "LC_ALL": "C.UTF-8",
    "LANGUAGE": "C",
    "TZ": "UTC",
}

FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{fonts}/cache</cachedir>
  <match target="font">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintnone</const></edit>
    <edit name="autohint" mode="assign"><bool>false</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
"""


class NotHereError(Exception):
    """Pictures cannot be drawn alike on this machine; why, as a sentence."""


def why_not_here() -> str:
    """Say why pictures cannot be compared on this machine; empty where they can."""
    if not sys.platform.startswith("linux"):
        return "Letters are drawn by the system's own means here: only Linux compares."
    missing = [name for name in FACES if not any(_faces(name))]
    return f"matplotlib brings no {missing[0]} along." if missing else ""


def lay_ground(folder: Path) -> None:
    """Tell Qt, which has not begun yet, how to draw.

    Parameters
    ----------
    folder
        Where the faces are put for as long as this process lasts.

    Raises
    ------
    NotHereError
        Where pictures come out otherwise than elsewhere.
    """
    if why := why_not_here():
        raise NotHereError(why)
    for name in FACES:
        (folder / name).write_bytes(next(_faces(name)).read_bytes())
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS.format(fonts=folder), encoding="utf-8")
    for name in DROPPED:
        os.environ.pop(name, None)
    os.environ.update(TOLD, FONTCONFIG_FILE=str(fonts))
    # Nobody's answers are read, and none is kept.
    os.environ[HOME_VARIABLE] = str(folder / "home")


def _faces(name: str) -> Iterator[Path]:
    # Asked where it is, not imported: that takes a second and writes a cache.
    found = find_spec("matplotlib")
    for place in (found and found.submodule_search_locations) or ():
        path = Path(place) / "mpl-data" / "fonts" / "ttf" / name
        if path.is_file():
            yield path
