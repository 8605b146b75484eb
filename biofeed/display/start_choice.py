"""What a person chooses before a session begins, and what that is chosen with."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from biofeed.core.protocol import OPEN
from biofeed.display.language import Language
from biofeed.display.sound_choice import SoundChoice
from biofeed.display.theme import Look
from devices.sighting import FoundStrap
from devices.source import DeviceIdentity, LinkReason


class SourceKind(StrEnum):
    """Where the heartbeats come from."""

    STRAP = "strap"
    SIMULATED = "simulated"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class StartChoice:
    """A complete choice.

    Attributes
    ----------
    source
        Where the heartbeats come from.
    strap
        Which strap, where ``source`` is one.
    path
        Which recording, where ``source`` is a file.
    pseudonym
        The name the person goes by here; may be empty.
    look
        How the screen shall be.
    protocol
        Which training: the name of a ready one, or the path of a person's own. A
        recording brings its own, and does not ask.
    console
        Whether a clinician's console stands beside the person's window.
    sound
        Which tones are to be heard.
    language
        What the screen speaks from the next start on.
    """

    source: SourceKind = SourceKind.STRAP
    strap: DeviceIdentity | None = None
    path: Path | None = None
    pseudonym: str = ""
    look: Look = field(default_factory=Look)
    protocol: str = OPEN.name
    console: bool = False
    sound: SoundChoice = SoundChoice.OFF
    language: Language = Language.SYSTEM


class StrapSearch(Protocol):
    """Looks for straps without holding up the window."""

    def start(
        self,
        found: Callable[[FoundStrap], None],
        ended: Callable[[LinkReason | None], None],
    ) -> None:
        """Begin to look and return at once.

        Parameters
        ----------
        found
            Called with each sighting, from any thread.
        ended
            Called once, from any thread, when looking is over; with the reason where
            it could not be done.
        """
        ...

    def stop(self) -> None:
        """Stop looking; nothing happens where nobody looks."""
        ...


class StartMemory(Protocol):
    """Remembers the last choice from one start to the next."""

    def last(self) -> StartChoice | None:
        """Return the last choice, None before the first."""
        ...

    def remember(self, choice: StartChoice) -> None:
        """Keep a choice."""
        ...

    def keep_language(self, language: Language) -> None:
        """Keep what the screen shall speak from the next start on."""
        ...
