"""What a journal says of itself: how the session was set up, went on, and ended."""

import importlib.metadata
import platform
from dataclasses import dataclass, field

from biofeed.core.settings import EngineSettings
from biofeed.core.values import SessionExit
from biofeed.session.clock import ClockTriple, LocalTime, clock_triple, local_time
from biofeed.session.json_values import Json
from devices.source import DeviceIdentity

SCHEMA = 1
"""Version of the journal's layout; grows when an older program would misread it."""

RECORDED_VERSIONS = ("biofeed", "bleak", "neurokit2", "numpy", "PySide6-Essentials")
"""Distributions that have a say in what a session shows or records."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """How a session was set up: all that a replay needs beside the events.

    Attributes
    ----------
    algorithm
        Version of everything derived.
    settings
        What the engine was told before the first event.
    protocol
        The training protocol in full, as JSON; empty where there is none.
    pseudonym
        Who; never a name.
    device
        The strap, where it was known at the start.
    started
        The session's zero on the calendar.
    clocks
        The session's zero on three clocks.
    versions
        Of this program, of Python and of the libraries; None where one is missing.
    system
        Operating system and its version.
    """

    algorithm: str
    settings: EngineSettings
    started: LocalTime
    clocks: ClockTriple
    protocol: dict[str, object] = field(default_factory=dict)
    pseudonym: str = ""
    device: DeviceIdentity | None = None
    versions: dict[str, str | None] = field(default_factory=dict)
    system: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Footer:
    """How a session ended.

    Attributes
    ----------
    exit
        Why.
    t_s
        Time of the last record before it, s.
    inputs, derived
        Records of either sort.
    dropped
        Records that found no room on disk nor in memory.
    """

    exit: SessionExit
    t_s: float
    inputs: int
    derived: int
    dropped: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ClocksRead:
    """The three clocks at one time of the session's, now and then."""

    t_s: float
    clocks: ClockTriple


def new_header(
    settings: EngineSettings,
    *,
    algorithm: str,
    protocol: Json | None = None,
    pseudonym: str = "",
    device: DeviceIdentity | None = None,
) -> Header:
    """Describe a session that begins now, on this computer."""
    return Header(
        algorithm=algorithm,
        settings=settings,
        started=local_time(),
        clocks=clock_triple(),
        protocol={} if protocol is None else protocol,
        pseudonym=pseudonym,
        device=device,
        versions=_versions(),
        system=f"{platform.system()} {platform.release()}",
    )


def _versions() -> dict[str, str | None]:
    versions: dict[str, str | None] = {"python": platform.python_version()}
    for name in RECORDED_VERSIONS:
        try:
            versions[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            versions[name] = None
    return versions
