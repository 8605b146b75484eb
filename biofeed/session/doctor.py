"""Finds out what this computer lacks for a session, and says how to get it.

Rules
-----
- Nothing is looked at but through ``Machine``, so each finding can be tried on a
  machine that is made up.
- Neither Qt nor NeuroKit2 is imported: a broken one must not break its own diagnosis.
- Each finding says what was looked at, how it is, and, unless it is well, what to do.
- Nothing is changed: no folder is made.
"""

import tempfile
from pathlib import Path

from biofeed.session.doctor_bluetooth import bluetooth
from biofeed.session.doctor_packages import known_bad, one_root, packages, python
from biofeed.session.finding import Finding, Verdict
from biofeed.session.machine import Machine, this_machine

# What Qt loads at its start on Linux, and the Debian package that has it.
QT_LIBRARIES = {"EGL": "libegl1", "xkbcommon": "libxkbcommon0"}
X11_LIBRARIES = {"xcb-cursor": "libxcb-cursor0"}


def examine(machine: Machine | None = None) -> tuple[Finding, ...]:
    """Look at everything a session needs.

    Takes up to 10 s where Bluetooth hangs, else well under one.
    """
    machine = machine or this_machine()
    return (
        python(machine),
        *packages(machine),
        *known_bad(machine),
        one_root(machine),
        *bluetooth(machine),
        screen(machine),
        _data_folder(machine),
    )


def screen(machine: Machine) -> Finding:
    """Look whether a window can be opened here."""
    if machine.platform != "linux":
        return _screen_is("A window can be opened.")
    shown_by = [v for v in ("WAYLAND_DISPLAY", "DISPLAY") if machine.environ.get(v)]
    if not shown_by and not machine.environ.get("QT_QPA_PLATFORM"):
        return _screen_is(
            "There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set.",
            remedy="Sit at the computer itself, or use --headless.",
        )
    display = machine.environ.get("DISPLAY", "")
    is_x11 = shown_by == ["DISPLAY"] and not machine.environ.get("QT_QPA_PLATFORM")
    if is_x11 and not machine.display_answers(display):
        return _screen_is(
            f"There is no screen here: nothing answers at DISPLAY={display}.",
            remedy="Sit at the computer itself, or use --headless.",
        )
    needed = QT_LIBRARIES | (X11_LIBRARIES if shown_by == ["DISPLAY"] else {})
    missing = [name for name in needed if machine.library(name) is None]
    if missing:
        packages = " ".join(needed[name] for name in missing)
        return _screen_is(
            f"Windows need the libraries {', '.join(missing)}, which are not there.",
            remedy=f"Install them: sudo apt install {packages}",
        )
    return _screen_is("A window can be opened.")


def _screen_is(sentence: str, *, remedy: str = "") -> Finding:
    return Finding(
        name="screen",
        verdict=Verdict.WARN if remedy else Verdict.OK,
        sentence=sentence,
        remedy=remedy,
    )


def _data_folder(machine: Machine) -> Finding:
    folder = machine.data_folder
    try:
        with tempfile.TemporaryFile(dir=_nearest(folder)) as probe:
            probe.write(b"\0")
    except OSError as error:
        return Finding(
            name="data folder",
            verdict=Verdict.FAIL,
            sentence=f"Sessions cannot be kept in {folder}: {error.strerror}.",
            remedy="Free some space, make the folder yours, or choose another one.",
        )
    return Finding(
        name="data folder",
        verdict=Verdict.OK,
        sentence=f"Sessions are kept in {folder}.",
    )


def _nearest(folder: Path) -> Path:
    """Return the folder, or the one in which it would be made."""
    return next(
        (place for place in (folder, *folder.parents) if place.exists()), folder
    )
