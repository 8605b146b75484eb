"""Nothing of a replay flashes: hurried through a storm, standing, or drawn about."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import cos, pi

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from biofeed.core.phase import Feedback, PhaseKind
from biofeed.display.replay_window import LOOK_AGAIN_MS
from biofeed.display.sample_session import SampleSession
from biofeed.display.theme import Look, ThemeChoice
from biofeed.session.snapshot import Snapshot
from devices.source import LinkChanged
from tests.display.flashing import (
    FRAMES_PER_S,
    MOST_IN_A_SECOND,
    SIZE_PX,
    STORM,
    THEMES,
    TILE_PX,
    Tiles,
    flashing,
    grab,
)
from tests.display.replaying import Replayed, moment_of, open_replay, outlined

HURRIED = 16.0
SEEN_S = 2.0

Due = Iterator[tuple[float, Snapshot]]


@dataclass(frozen=True)
class Moving:
    """A replay whose window looks again only when the clock moved by hand says so."""

    replayed: Replayed

    def play(self, due: Due, *, speed: float) -> Iterator[Tiles]:
        """Grab it at 60 pictures a second while snapshots arrive when they are due."""
        window, time_s = self.replayed.window, self.replayed.time_s
        every = round(LOOK_AGAIN_MS / 1000.0 * FRAMES_PER_S)
        due_s, snapshot = next(due)
        self.replayed.show(snapshot, is_playing=speed > 0.0, speed=speed or 1.0)
        began_s = time_s[0]
        for number in range(round(SEEN_S * FRAMES_PER_S)):
            time_s[0] = began_s + number / FRAMES_PER_S
            while time_s[0] >= began_s + due_s:
                self.replayed.send(snapshot, is_playing=speed > 0.0, speed=speed or 1.0)
                due_s, snapshot = next(due)
            if number % every == 0:
                window.advance()
            QApplication.processEvents()
            yield grab(window)


Open = Callable[[ThemeChoice], Moving]


@pytest.fixture
def opened(time_s: list[float], training: SampleSession, qtbot: QtBot) -> Open:
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


def drawn_about(moving: Moving, training: SampleSession) -> Iterator[Tiles]:
    """Grab it while a hand draws its place to and fro, twice a second.

    The replay answers at once, each time: that is faster than any is.
    """
    replayed, window = moving.replayed, moving.replayed.window
    replayed.show(training.at(300.0), is_playing=False)
    line, began_s = window.line, replayed.time_s[0]

    def place(t_s: float) -> QPoint:
        return QPoint(round(line._scale.x(t_s)), line.height() // 2)

    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=place(300.0))
    for number in range(round(SEEN_S * FRAMES_PER_S)):
        replayed.time_s[0] = began_s + number / FRAMES_PER_S
        QTest.mouseMove(line, place(410.0 + 110.0 * cos(pi * number / 15)))
        what, goal_s = replayed.control.steered[-1]
        assert what == "seek"
        assert goal_s is not None
        replayed.send(training.at(goal_s), is_playing=False)
        QApplication.processEvents()
        yield grab(window)


@THEMES
def test_a_hurried_replay_does_not_flash(
    opened: Open, training: SampleSession, theme: ThemeChoice
) -> None:
    """Sixteen seconds in one: the trace moves on, and nothing comes and goes."""
    seen = flashing(opened(theme).play(hurried(training, 390.0), speed=HURRIED))
    assert seen.anywhere <= MOST_IN_A_SECOND


@THEMES
@pytest.mark.parametrize(
    ("level", "as_seen_then"),
    [(Feedback.FULL, False), (Feedback.BLIND, False), (Feedback.BLIND, True)],
    ids=["full", "blind", "blind as seen then"],
)
def test_a_storm_that_is_hurried_past_does_not_flash(
    opened: Open,
    training: SampleSession,
    theme: ThemeChoice,
    level: Feedback,
    *,
    as_seen_then: bool,
) -> None:
    """A link in another state sixteen times a second, with and without a trace."""
    moving = opened(theme)
    if as_seen_then:
        moving.replayed.press(Qt.Key.Key_W)
    begins = moment_of(training, PhaseKind.SETTLE, level, after_s=15.0)
    storm = in_a_storm(hurried(training, begins.t_s))
    assert flashing(moving.play(storm, speed=HURRIED)).anywhere <= MOST_IN_A_SECOND


@THEMES
def test_a_replay_that_stands_does_not_change(
    opened: Open, training: SampleSession, theme: ThemeChoice
) -> None:
    """Said again each second, it is the same picture."""
    seen = flashing(opened(theme).play(standing(training.at(418.0)), speed=0.0))
    assert 0 == seen.anywhere


@THEMES
def test_a_replay_that_is_drawn_about_does_not_flash(
    opened: Open, training: SampleSession, theme: ThemeChoice
) -> None:
    """What is drawn goes with the hand; all else changes six times a second at most."""
    moving = opened(theme)
    seen = flashing(drawn_about(moving, training))
    line = moving.replayed.window.line.geometry()
    rows = slice(line.top() // TILE_PX, line.bottom() // TILE_PX + 1)
    assert seen.most[rows].max() > MOST_IN_A_SECOND
    assert not seen.is_general_flash
    seen.most[rows] = 0
    assert seen.anywhere <= MOST_IN_A_SECOND
