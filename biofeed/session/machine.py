"""The computer that this runs on, as far as its doctor looks at it."""

import asyncio
import ctypes.util
import importlib.metadata
import importlib.util
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from biofeed.session.x11_display import display_answers
from devices.bluez_service import ServiceState, bluez_version, service_state
from devices.source import LinkReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What the doctor looks at.

    Attributes
    ----------
    python
        Version of Python, major and minor and micro.
    platform
        As ``sys.platform`` has it.
    environ
        The environment's variables.
    requirements
        What this program asks for, as in its package's metadata; None where it is not
        installed.
    version_of
        Installed version of a distribution; None where it is missing.
    library
        File name of a shared library; None where it is missing.
    display_answers
        Whether an X display can be reached.
    data_folder
        Where sessions are kept.
    roots
        Folders that the packages ``biofeed`` and ``devices`` were loaded from.
    radio_trouble
        What is wrong with Bluetooth; None where nothing is.
    bluetooth_service
        Whether the service in front of the radio runs.
    bluez_version
        Version of BlueZ; None where there is none, or not to be known.
    """

    python: tuple[int, int, int]
    platform: str
    environ: Mapping[str, str]
    requirements: tuple[str, ...] | None
    version_of: Callable[[str], str | None]
    library: Callable[[str], str | None]
    display_answers: Callable[[str], bool]
    data_folder: Path
    roots: tuple[Path, Path]
    radio_trouble: Callable[[], LinkReason | None]
    bluetooth_service: Callable[[], ServiceState]
    bluez_version: Callable[[], str | None]


def this_machine(data_folder: Path | None = None) -> Machine:
    """Return the computer that this runs on."""
    return Machine(
        python=(sys.version_info[0], sys.version_info[1], sys.version_info[2]),
        platform=sys.platform,
        environ=os.environ,
        requirements=_requirements(),
        version_of=_version_of,
        library=ctypes.util.find_library,
        display_answers=display_answers,
        data_folder=data_folder or platformdirs.user_data_path("biofeed"),
        roots=(_root_of("biofeed"), _root_of("devices")),
        radio_trouble=_radio_trouble,
        bluetooth_service=lambda: asyncio.run(service_state()),
        bluez_version=lambda: asyncio.run(bluez_version()),
    )


def _requirements() -> tuple[str, ...] | None:
    try:
        asked = importlib.metadata.requires("biofeed") or []
    except importlib.metadata.PackageNotFoundError:
        return None
    return tuple(line for line in asked if "extra ==" not in line)


def _version_of(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _root_of(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        return Path()
    return Path(spec.origin).parent.parent


def _radio_trouble() -> LinkReason | None:
    # bleak is not imported before somebody asks for the radio.
    from devices.ble_radio import radio_trouble

    return asyncio.run(radio_trouble())
