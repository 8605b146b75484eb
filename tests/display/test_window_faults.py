"""A window that hangs or cannot draw: the session beside it notices nothing.

Real window, real io thread, real runner, real journal; the strap is a source of twenty
packets a second.
"""

import threading
from collections.abc import AsyncGenerator, Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from typing_extensions import override

from biofeed.core.engine import Engine
from biofeed.core.settings import EngineSettings
from biofeed.core.values import SessionExit
from biofeed.display import words
from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.session.clock import WallClock
from biofeed.session.header import new_header
from biofeed.session.history import History
from biofeed.session.io_thread import IoThread
from biofeed.session.reading import Journal, read_journal
from biofeed.session.recording import JournalWriter
from biofeed.session.runner import Runner
from biofeed.session.snapshot import Snapshot
from devices.heart_rate import build
from devices.source import Clock, Notification

PACKET_S = 0.05

BLOCKED_S = 2.0

LATE_S = 0.5
"""Longest wait for a packet that a busy machine excuses, s; a blocked one takes 2 s."""

PATIENCE_MS = 20_000


class Quick:
    """Twenty packets a second, for ever."""

    async def events(self, clock: Clock) -> AsyncGenerator[Notification]:
        number = 0
        while True:
            number += 1
            await clock.sleep_until_s(number * PACKET_S)
            payload = build(heart_rate_bpm=62, rr_ticks=[51 + number % 5])
            yield Notification(t_s=clock.now_s(), payload=payload)


class Mangled(History):
    """A history whose snapshots no trace can be drawn from."""

    @override
    def freeze(self, t_s: float) -> Snapshot:
        snapshot = super().freeze(t_s)
        return replace(snapshot, trace_z=snapshot.trace_z[:-1])


class Running:
    """A session with its window, and its journal."""

    def __init__(self, folder: Path, qtbot: QtBot, history: History) -> None:
        self.folder = folder
        self.qtbot = qtbot
        self.bridge = Bridge()
        settings = EngineSettings()
        self.io = IoThread(
            lambda: Runner(
                source=Quick(),
                engine=Engine(settings),
                clock=WallClock(),
                history=history,
                journal=JournalWriter.create(
                    folder, new_header(settings, algorithm="1")
                ),
            )
        )
        self.io.subscribe(self.bridge.publish)
        self.window = ClientWindow(self.io, self.bridge)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        self.io.start()

    @property
    def journal(self) -> Journal:
        return read_journal(self.folder)

    @property
    def packets_s(self) -> list[float]:
        events = self.journal.events
        return [event.t_s for event in events if isinstance(event, Notification)]

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the window run until something holds."""
        self.qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    @property
    def text(self) -> str:
        labels = self.window.pages.session.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


Start = Callable[[History], Running]


@pytest.fixture
def start(tmp_path: Path, qtbot: QtBot) -> Iterator[Start]:
    begun: list[Running] = []

    def begin(history: History) -> Running:
        begun.append(Running(tmp_path / "session", qtbot, history))
        return begun[-1]

    yield begin
    for running in begun:
        running.window.close()
        running.io.finish()


def stop_by_key(running: Running) -> None:
    """Press Esc; what it does is there before the key press returns."""
    QApplication.processEvents()
    QTest.keyClick(running.window, Qt.Key.Key_Escape)
    assert running.window.pages.current is running.window.pages.grounding


def test_f18_beats_and_file_go_on_while_the_window_hangs(start: Start) -> None:
    """Two seconds in a slot: each packet in time, on disk meanwhile; then Esc stops."""
    running = start(History())
    running.until((running.folder / "events.jsonl").exists)
    running.until(lambda: len(running.packets_s) > 20)
    counts: list[int] = []

    def hang() -> None:
        counts.append(len(running.packets_s))
        threading.Event().wait(BLOCKED_S)
        counts.append(len(running.packets_s))

    QTimer.singleShot(0, hang)
    running.until(lambda: len(counts) == 2)
    stop_by_key(running)
    runner = running.io.finish()
    assert SessionExit.STOPPED is runner.history.tally.exit
    before, after = counts
    assert after - before > 0.75 * BLOCKED_S / PACKET_S
    waits_s = [now_s - then_s for then_s, now_s in pairwise(running.packets_s)]
    assert max(waits_s) < LATE_S
    footer = running.journal.footer
    assert footer is not None
    assert (SessionExit.STOPPED, 0) == (footer.exit, footer.dropped)


def test_f19_a_trace_that_cannot_be_drawn_is_told_and_recorded_on(
    start: Start,
) -> None:
    """The view says that it fails, nothing on it passes for current, and Esc stops."""
    running = start(Mangled())
    tile = running.window.pages.tile
    running.until(tile.isVisible)
    assert words.VIEW_FAILED.head in running.text
    page = running.window.pages.session
    uncovered = [
        label.text()
        for label in page.findChildren(QLabel)
        if label.parent() is page
        and label.isVisible()
        and not tile.geometry().contains(label.geometry())
    ]
    assert [] == uncovered
    assert page.foot.stop_button.isVisible()
    packets = len(running.packets_s)
    running.until(lambda: len(running.packets_s) > packets + 20)
    stop_by_key(running)
    runner = running.io.finish()
    assert SessionExit.STOPPED is runner.history.tally.exit
    assert running.journal.footer is not None
