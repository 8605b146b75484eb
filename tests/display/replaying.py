"""A recording in its window, on a clock moved by hand."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from biofeed.core.phase import Feedback, PhaseKind
from biofeed.display.bridge import Bridge
from biofeed.display.replay_window import ReplayWindow
from biofeed.display.sample_session import SampleSession
from biofeed.display.theme import Look, ThemeChoice
from biofeed.session.outline import Outline
from biofeed.session.outlining import outline_of
from biofeed.session.snapshot import Replaying, Snapshot
from tests.display.session_double import ListeningSession, Steering

SMALL_PX, LARGE_PX = (1024, 700), (3840, 2160)
"""A small laptop, and a 4K screen."""


@dataclass
class Replayed:
    """A window over a recording, and what was asked of that."""

    window: ReplayWindow
    bridge: Bridge
    control: ListeningSession
    time_s: list[float]
    outline: Outline

    def show(
        self, snapshot: Snapshot, *, is_playing: bool = True, speed: float = 1.0
    ) -> None:
        for _ in range(6):
            self.time_s[0] += 0.5
            self.publish(snapshot, is_playing=is_playing, speed=speed)
        QApplication.processEvents()

    def publish(
        self, snapshot: Snapshot, *, is_playing: bool = True, speed: float = 1.0
    ) -> None:
        """Once, without letting time pass."""
        self.send(snapshot, is_playing=is_playing, speed=speed)
        self.window.advance()

    def send(
        self, snapshot: Snapshot, *, is_playing: bool = True, speed: float = 1.0
    ) -> None:
        """Once; the window takes it when it comes round to it."""
        replay = Replaying(speed=speed, is_playing=is_playing, outline=self.outline)
        moving = speed if is_playing else 0.0
        self.bridge.publish(replace(snapshot, speed=moving, replay=replay))

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window, key)
        QApplication.processEvents()

    @property
    def steering(self) -> list[Steering]:
        asked, self.control.steered = self.control.steered, []
        return asked


def outlined(training: SampleSession) -> Outline:
    """The whole recording of a training."""
    end = training.ended()
    return outline_of(end, end_s=end.t_s)


def open_replay(
    qtbot: QtBot,
    time_s: list[float],
    outline: Outline,
    look: Look | None = None,
    size_px: tuple[int, int] | None = None,
) -> Replayed:
    """Open a window over a recording."""
    control, bridge = ListeningSession(), Bridge(now_s=lambda: time_s[0])
    window = ReplayWindow(control, bridge, look or Look(theme=ThemeChoice.DARK))
    qtbot.addWidget(window)
    if size_px is not None:
        window.resize(*size_px)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    return Replayed(window, bridge, control, time_s, outline)


def moment_of(
    training: SampleSession, kind: PhaseKind, level: Feedback, after_s: float = 40.0
) -> Snapshot:
    """Some seconds after a phase of some level began for the first time."""
    end = training.ended()
    wanted = (kind, level)
    begun = next(p for p in end.phases_done if (p.kind, p.feedback) == wanted)
    return training.at(begun.t_s + after_s)
