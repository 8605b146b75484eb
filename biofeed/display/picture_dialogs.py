"""The dialogs before a session, as somebody meets them: for pictures.

Straps are found at once, and a home of its own keeps no answer of anybody's.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from biofeed.display import language_words
from biofeed.display.language import Language
from biofeed.display.screening_dialog import ScreeningDialog
from biofeed.display.setup_dialog import FIRST_TRAINING, SetupDialog
from biofeed.display.start_choice import SourceKind, StartChoice
from biofeed.display.theme import Look
from devices.sighting import FoundStrap
from devices.source import LinkReason

TWO = (
    FoundStrap(name="Polar H10 A1B24F2A", address="C4:7E:12:A1:4F:2A", rssi_dbm=-54),
    FoundStrap(name="HRM-Dual:512804", address="D1:22:90:0B:77:31", rssi_dbm=-79),
)

SPOKEN = Language(language_words.SPOKEN)

CHOSEN = Language.SYSTEM if SPOKEN is Language.ENGLISH else SPOKEN
"""The desktop of a picture is English: who reads another language has chosen it."""


@dataclass(frozen=True, slots=True)
class Found:
    """Finds these straps at once, and no more."""

    straps: tuple[FoundStrap, ...] = ()

    def start(
        self,
        found: Callable[[FoundStrap], None],
        ended: Callable[[LinkReason | None], None],
    ) -> None:
        """Tell of them."""
        for strap in self.straps:
            found(strap)
        ended(None)

    def stop(self) -> None:
        """There is nothing to stop."""


@dataclass(frozen=True, slots=True)
class OneMemory:
    """Remembers one choice and learns no other."""

    choice: StartChoice | None = None

    def last(self) -> StartChoice | None:
        """Return it."""
        return self.choice

    def remember(self, choice: StartChoice) -> None:
        """Forget the new one."""

    def keep_language(self, language: Language) -> None:
        """Forget it, too."""


def setup_dialogs() -> Iterator[tuple[str, Callable[[Look], SetupDialog]]]:
    """Every state of the first dialog, by name."""
    yield "setup-first-time", lambda look: _first_time(look, TWO[:1])
    yield "setup-no-strap", lambda look: _first_time(look, ())
    yield "setup-two-straps", lambda look: _first_time(look, TWO)
    yield "setup-simulated", lambda look: _again(look, SourceKind.SIMULATED)
    yield "setup-file", lambda look: _again(look, SourceKind.FILE)


def screening_dialogs() -> Iterator[tuple[str, Callable[[Look], ScreeningDialog]]]:
    """What is asked before a first activation, by name."""
    yield "screening", lambda look: ScreeningDialog("heron", look)
    yield "screening-agreement", _agreement


def _first_time(look: Look, straps: tuple[FoundStrap, ...]) -> SetupDialog:
    # A look is chosen, all else is as somebody finds it who has chosen nothing.
    choice = StartChoice(protocol=FIRST_TRAINING, look=look, language=CHOSEN)
    return SetupDialog(Found(straps), OneMemory(choice))


def _again(look: Look, source: SourceKind) -> SetupDialog:
    choice = StartChoice(
        source=source,
        path=Path("no-such-recording.csv") if source is SourceKind.FILE else None,
        pseudonym="heron",
        protocol="settling",
        look=look,
        language=CHOSEN,
    )
    return SetupDialog(Found(TWO), OneMemory(choice))


def _agreement(look: Look) -> ScreeningDialog:
    dialog = ScreeningDialog("heron", look)
    dialog.conditions.some.click()
    return dialog
