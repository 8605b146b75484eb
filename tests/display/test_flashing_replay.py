"""Nothing of a replay flashes: hurried through a storm, standing, or drawn about."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from biofeed.display.replay_window import LOOK_AGAIN_MS
from biofeed.display.sample_session import SampleSession
from biofeed.display.theme import Look, ThemeChoice
from biofeed.session.snapshot import Snapshot
from devices.source import LinkChanged
from tests.display.flashing import (
    FRAMES_PER_S,
    SIZE_PX,
    STORM,
    Tiles,
    grab,
)
from tests.display.replaying import Replayed, open_replay, outlined

HURRIED = 16.0
SEEN_S = 3.0

Due = Iterator[tuple[float, Snapshot]]


@dataclass(frozen=True)
class Moving:
    """A replay whose window looks again only when the clock moved by hand says so."""

    replayed: Replayed

    def play(
        self, due: Due, *, speed: float, lasts_s: float = SEEN_S
    ) -> Iterator[Tiles]:
        """Grab it at 60 pictures a second while snapshots arrive when they are due."""
        window, time_s = self.replayed.window, self.replayed.time_s
        every = round(LOOK_AGAIN_MS / 1000.0 * FRAMES_PER_S)
        due_s, snapshot = next(due)
        self.replayed.show(snapshot, is_playing=speed > 0.0, speed=speed or 1.0)
        began_s = time_s[0]
        for number in range(round(lasts_s * FRAMES_PER_S)):
            time_s[0] = began_s + number / FRAMES_PER_S
            while time_s[0] >= began_s + due_s:
                self.replayed.send(snapshot, is_playing=speed > 0.0, speed=speed or 1.0)
                due_s, snapshot = next(due)
            if number % every == 0:
                window.advance()
            QApplication.processEvents()
            yield grab(window)


@pytest.fixture
def opened(
    time_s: list[float], training: SampleSession, qtbot: QtBot
) -> Callable[[ThemeChoice], Moving]:
    def open_(theme: ThemeChoice) -> Moving:
        look = Look(theme=theme)
        replayed = open_replay(qtbot, time_s, outlined(training), look, SIZE_PX)
        own = Qt.FindChildOption.FindDirectChildrenOnly
        for timer in replayed.window.findChildren(QTimer, options=own):
            timer.stop()
        return Moving(replayed)

    return open_


def hurried(training: SampleSession, from_s: float) -> Due:
    """Second by second, sixteen of them in each."""
    second = 0
    while True:
        yield second / HURRIED, training.at(from_s + second)
        second += 1


def in_a_storm(moments: Due) -> Due:
    """The same with a link that is in another state each time."""
    for number, (due_s, moment) in enumerate(moments):
        link, reason = STORM[number % len(STORM)]
        changed = LinkChanged(t_s=moment.t_s, link=link, reason=reason)
        yield due_s, replace(moment, link=changed)


def standing(moment: Snapshot) -> Due:
    """The same moment, said again each second."""
    second = 0
    while True:
        yield float(second), moment
        second += 1
