"""Which pictures there are: every scene, in the dresses that tell something new of it.

A picture's name is its scene's and its dress's: ``training-settle-dark``.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog

from biofeed.display.language import Language
from biofeed.display.picture_dialogs import screening_dialogs, setup_dialogs
from biofeed.display.picture_windows import (
    client_picture,
    console_picture,
    dialog_picture,
    replay_picture,
)
from biofeed.display.sample_console import console_scenes, replay_scenes
from biofeed.display.sample_scenes import practice_scenes
from biofeed.display.sample_session import SampleSession
from biofeed.display.sample_training import (
    ROUGH,
    first_session_scenes,
    sample_training,
    training_scenes,
)
from biofeed.display.theme import Look, Motion, ThemeChoice
from biofeed.session.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Dress:
    """A look in a window of some size."""

    look: Look
    size: QSize


DARK = Look(theme=ThemeChoice.DARK)
LIGHT = Look(theme=ThemeChoice.LIGHT)
USUAL, SMALL, LARGE = QSize(1440, 900), QSize(1024, 700), QSize(3840, 2160)

DRESSES: Mapping[str, Dress] = {
    "dark": Dress(look=DARK, size=USUAL),
    "light": Dress(look=LIGHT, size=USUAL),
    "small": Dress(
        look=Look(theme=ThemeChoice.DARK, motion=Motion.REDUCED), size=SMALL
    ),
    "large-type": Dress(look=Look(theme=ThemeChoice.LIGHT, text_scale=2.0), size=SMALL),
    "large-screen": Dress(look=DARK, size=LARGE),
}
"""By name: two themes, three sizes of window, large type, and less motion."""

Draw = Callable[[Look, QSize], QImage]
Scenes = Iterator[tuple[str, Draw]]


def _practice() -> Scenes:
    for name, shown in practice_scenes():
        yield name, partial(_client, shown)


def _training() -> Scenes:
    for name, shown in training_scenes(_trained()):
        yield name, partial(_client, shown)
        if name == "training-settle":
            yield "drawer", partial(_client, shown, drawer=True)
    for name, shown in first_session_scenes():
        yield name, partial(_client, shown)


def _console() -> Scenes:
    for name, shown in console_scenes(_trained()):
        yield name, partial(console_picture, shown)


def _replay() -> Scenes:
    for name, shown in replay_scenes(_trained()):
        yield name, partial(replay_picture, shown)


def _dialogs() -> Scenes:
    for name, make in (*setup_dialogs(), *screening_dialogs()):
        yield name, partial(_dialog_drawn, make)


SCENES: Mapping[str, Callable[[], Scenes]] = {
    "practice": _practice,
    "training": _training,
    "console": _console,
    "replay": _replay,
    "dialogs": _dialogs,
}
"""All scenes, in groups that have the same sessions to be played through."""

ROUND = ("light", "small", "large-type")

SHOWN_IN: Mapping[str, tuple[str, ...]] = {
    "arrive": ROUND,
    "calibrate": ("light", "large-type"),
    "session": (*ROUND, "large-screen"),
    "lost": ("light", "large-type"),
    "arc": (*ROUND, "large-screen"),
    "stopped": ("light",),
    "training-arrive": ("small",),
    "training-activate": ROUND,
    "training-settle": ROUND,
    "training-sparse": ROUND,
    "training-blind": ("light",),
    "training-rating": ROUND,
    "training-guess": ("large-type",),
    "training-reveal": ROUND,
    "training-close": ("light",),
    "drawer": ROUND,
    "console-settle": (*ROUND, "large-screen"),
    "console-tables": ("light", "small"),
    "replay-settle": ROUND,
    "setup-first-time": ("light", "large-type"),
    "setup-file": ("light",),
    "screening": ("light", "large-type"),
}
"""Scenes that are kept in other dresses than the dark one, too."""

SPOKEN_IN: Mapping[Language, frozenset[str]] = {
    Language.GERMAN: frozenset(
        {
            "setup-first-time-dark",
            "training-settle-dark",
            "console-settle-light",
            "arc-light",
        }
    ),
}
"""Pictures that are kept in other languages, too: one of each window."""

GROUPS = (*SCENES, *SPOKEN_IN)
"""All that are kept: groups of scenes, and languages."""

MANUAL = (
    "setup-first-time-dark",
    "calibrate-dark",
    "session-dark",
    "training-settle-dark",
    "training-sparse-dark",
    "training-guess-dark",
    "training-reveal-dark",
    "arc-dark",
    "console-settle-dark",
)
"""Pictures of the README and the manual."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A scene in a dress, not drawn yet."""

    name: str
    scene: str
    dress: str
    draw: Callable[[], QImage]

    @property
    def is_kept(self) -> bool:
        """Whether the tests compare it with a stored one."""
        return self.dress == "dark" or self.dress in SHOWN_IN.get(self.scene, ())


def pictures(group: str) -> Iterator[Picture]:
    """Every scene of a group in every dress.

    Parameters
    ----------
    group
        One of ``SCENES``.
    """
    for scene, draw in SCENES[group]():
        for name, dress in DRESSES.items():
            yield Picture(
                name=f"{scene}-{name}",
                scene=scene,
                dress=name,
                draw=partial(draw, dress.look, dress.size),
            )


def kept(group: str) -> Iterator[Picture]:
    """Those of a group that the tests compare with a stored one.

    Parameters
    ----------
    group
        One of ``GROUPS``; a language has to be spoken already.
    """
    if group in SCENES:
        yield from (each for each in pictures(group) if each.is_kept)
        return
    wanted = SPOKEN_IN[Language(group)]
    for scenes in SCENES:
        yield from (each for each in pictures(scenes) if each.name in wanted)


@cache
def _trained() -> SampleSession:
    return sample_training(artefacts=ROUGH)


def _client(
    shown: Snapshot, look: Look, size: QSize, *, drawer: bool = False
) -> QImage:
    return client_picture(shown, look, size, drawer=drawer)


def _dialog_drawn(make: Callable[[Look], QDialog], look: Look, _size: QSize) -> QImage:
    # A dialog has a size of its own, and has to do with it.
    return dialog_picture(make(look), None)
