"""What the program remembers from one start to the next, as a small JSON file.

Rules
-----
- Settings are a convenience: one that cannot be read has its default, and settings
  that cannot be written are forgotten. Neither ever stops the program.
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from biofeed.core.protocol import OPEN
from biofeed.session.folders import make_private
from biofeed.session.json_values import Json, Misfit, from_json, object_of
from biofeed.session.store import home_folder
from biofeed.session.whole_file import replace_whole
from devices.source import DeviceIdentity

SETTINGS_NAME = "settings.json"

LEAST_TEXT_SCALE, MOST_TEXT_SCALE = 1.0, 2.0
"""Range in which every page of the window keeps its layout."""

CHOICES: Mapping[str, frozenset[str]] = {
    "theme": frozenset({"system", "dark", "light"}),
    "motion": frozenset({"full", "reduced"}),
    "last_source": frozenset({"strap", "simulated", "file"}),
    "sound": frozenset({"off", "pacer", "follow"}),
    "language": frozenset({"system", "en", "de"}),
}
"""What a setting may say that is a choice."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The last choices.

    Attributes
    ----------
    theme, motion, text_scale
        How the screen shall be.
    last_source
        Where the heartbeats came from; None before the first session.
    last_strap, last_file
        Which strap, and which recording.
    pseudonym
        The name the person goes by here; may be empty.
    protocol
        Which training: the name of a ready one, or the path of a person's own.
    console
        Whether a clinician's console stands beside the person's window.
    sound
        Which tones are wanted.
    language
        What the screen speaks.
    """

    theme: str = "system"
    motion: str = "full"
    text_scale: float = 1.0
    last_source: str | None = None
    last_strap: DeviceIdentity | None = None
    last_file: str | None = None
    pseudonym: str = ""
    protocol: str = OPEN.name
    console: bool = False
    sound: str = "off"
    language: str = "system"


def load_settings(home: Path | None = None) -> Settings:
    """Read the settings; what is missing or makes no sense has its default."""
    path = _path(home)
    try:
        entries = json.loads(path.read_bytes())
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError) as unreadable:
        _log.warning("settings are not readable: %s", type(unreadable).__name__)
        return Settings()
    return _sound(entries) if isinstance(entries, dict) else Settings()


def save_settings(settings: Settings, home: Path | None = None) -> None:
    """Write the settings, whole or not at all."""
    path = _path(home)
    try:
        make_private(path.parent)
        replace_whole(path, json.dumps(object_of(settings), indent=2).encode())
    except OSError as failure:
        _log.warning("settings are not kept: %s", failure.strerror)


def remember_strap(strap: DeviceIdentity, home: Path | None = None) -> None:
    """Keep which strap was used last."""
    save_settings(replace(load_settings(home), last_strap=strap), home)


def remember_details(strap: DeviceIdentity, home: Path | None = None) -> None:
    """Keep what the strap used last told of itself: serial number and firmware."""
    settings = load_settings(home)
    last = settings.last_strap
    if last is not None and last.address == strap.address and last != strap:
        save_settings(replace(settings, last_strap=strap), home)


def _path(home: Path | None) -> Path:
    return (home_folder() if home is None else home) / SETTINGS_NAME


def _sound(entries: Json) -> Settings:
    """Take each setting by itself, so that a bad one does not cost the others."""
    sound: Json = {}
    for field in fields(Settings):
        alone = {field.name: entries.get(field.name)}
        if field.name in entries and _fits(alone):
            sound |= alone
    return from_json(Settings, sound)


def _fits(alone: Json) -> bool:
    try:
        read = from_json(Settings, alone)
    except Misfit:
        return False
    chosen = all(
        getattr(read, name) in choices
        for name, choices in CHOICES.items()
        if alone.get(name) is not None
    )
    return chosen and LEAST_TEXT_SCALE <= read.text_scale <= MOST_TEXT_SCALE
