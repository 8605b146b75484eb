"""What the person sees of a link: the real window on the real link, as time goes by.

A strap of bumble, the link, the session's runner and the window share one event loop
whose time travels, so a minute without a strap takes as long as what happens in it.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from biofeed.core.engine import Engine
from biofeed.core.events import Action
from biofeed.core.settings import EngineSettings
from biofeed.display import words
from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.theme import DARK, Look, ThemeChoice
from biofeed.session.history import History
from biofeed.session.runner import Runner
from biofeed.session.snapshot import Snapshot
from calibration.reference import Reference, Scale
from devices.ble import BleStrap
from devices.heart_rate import build
from devices.source import LinkState
from tests.devices.rigs.bumble_air import Air, AirStrap
from tests.devices.rigs.ear import LoopClock
from tests.devices.rigs.time_travel import travel

AT_REST = Reference(
    heart_rate_bpm=Scale(centre=62.0, spread=1.5),
    ln_rmssd=Scale(centre=2.4, spread=0.2),
)

LOOKS_EVERY_S = 0.25
"""The window's own clock."""


def heart() -> Iterator[int]:
    """Intervals of about a second that vary a little, 1/1024 s."""
    chance = np.random.default_rng(5)
    while True:
        yield round(991 + chance.normal(0.0, 8.0))


@dataclass(eq=False)
class Seen:
    """One session as it is seen: strap, runner and window, and the time."""

    strap: AirStrap
    runner: Runner
    window: ClientWindow
    clock: LoopClock
    beats: Iterator[int] = field(default_factory=heart)
    snapshots: list[Snapshot] = field(default_factory=list)
    silent_since_s: float = 0.0

    async def look(self, seconds: float) -> None:
        """Let time pass with the window's clock running."""
        ends_s = self.clock.now_s() + seconds
        while self.clock.now_s() < ends_s:
            await asyncio.sleep(LOOKS_EVERY_S)
            self.window.advance()
            QApplication.processEvents()

    async def wear(self, seconds: int, *, intervals: bool = True) -> None:
        """Wear the strap: a packet a second, with intervals or without."""
        for _ in range(seconds):
            ticks = (next(self.beats),) if intervals else ()
            await self.strap.notify(build(heart_rate_bpm=62, rr_ticks=ticks))
            self.silent_since_s = self.clock.now_s()
            await self.look(1.0)

    async def look_until_silent_for(self, seconds: float) -> None:
        """Let time pass until the last packet is so old."""
        await self.look(self.silent_since_s + seconds - self.clock.now_s())

    async def wear_until_live(self) -> float:
        """Wear it again; returns how long it takes until the window shows it, s."""
        began_s = self.clock.now_s()
        while words.CURRENT not in self.text:
            await self.wear(1)
        return self.clock.now_s() - began_s

    @property
    def text(self) -> str:
        labels = self.window.pages.session.findChildren(QLabel)
        shown = (label.text() for label in labels if label.isVisible())
        return "\n".join(shown).replace("\u00a0", " ")

    @property
    def keys(self) -> set[str]:
        buttons = self.window.pages.session.findChildren(QPushButton)
        return {button.text() for button in buttons if button.isVisible()}

    @property
    def status(self) -> QLabel:
        (label,) = (
            label
            for label in self.window.pages.session.findChildren(QLabel)
            if label.text()[:1] in {words.CURRENT, words.OLD}
        )
        return label

    @property
    def status_colour(self) -> str:
        return self.status.palette().color(QPalette.ColorRole.WindowText).name()


Scenario = Callable[[Seen], Coroutine[Any, Any, None]]
See = Callable[[Scenario], None]


@pytest.fixture
def see(qtbot: QtBot) -> Iterator[See]:
    """Play a scenario, and look at it through the window."""
    kept: list[Bridge] = []

    @asynccontextmanager
    async def session() -> AsyncIterator[Seen]:
        air = Air()
        await air.central.power_on()
        strap = await air.strap()
        clock = LoopClock()
        bridge = Bridge(now_s=asyncio.get_running_loop().time)
        # Qt's objects outlive the coroutine: the window is taken down by the fixture.
        kept.append(bridge)
        runner = Runner(
            source=BleStrap(strap.address, radio=air.radio()),
            engine=Engine(EngineSettings(reference=AT_REST)),
            clock=clock,
            history=History(),
        )
        window = ClientWindow(runner, bridge, Look(theme=ThemeChoice.DARK))
        qtbot.addWidget(window)
        seen = Seen(strap, runner, window, clock)
        runner.subscribe(bridge.publish)
        runner.subscribe(seen.snapshots.append)
        window.show()
        window.activateWindow()
        QApplication.processEvents()
        running = asyncio.create_task(runner.run())
        while not strap.subscribed:  # noqa: ASYNC110 (time travels)
            await asyncio.sleep(0.1)
        try:
            yield seen
        finally:
            window.close()
            runner.submit(Action.STOP)
            await running

    def play(scenario: Scenario) -> None:
        async def whole() -> None:
            async with session() as seen:
                await scenario(seen)

        travel(whole())

    yield play
    kept.clear()


def test_silence_is_greyed_frozen_lost_and_asked_about(see: See) -> None:
    """3 s: greyed with its age. 5 s: no value. 8 s: lost. 60 s: asked. Then live."""

    async def scenario(seen: Seen) -> None:
        await seen.wear(90)
        assert "62 bpm" in seen.text
        assert words.BEAT_NOW in seen.text
        assert DARK.muted == seen.status_colour

        await seen.look_until_silent_for(2.75)
        assert words.CURRENT in seen.text

        await seen.look_until_silent_for(3.5)
        assert words.OLD in seen.text
        assert "62 bpm" in seen.text
        assert "last beat 4 s ago" in seen.text
        assert DARK.stale == seen.status_colour
        assert words.LINKS[LinkState.STALE].head in seen.text

        await seen.look_until_silent_for(6.5)
        newest = seen.snapshots[-1]
        assert newest.second is not None
        assert (None, None) == (newest.second.arousal_z, newest.second.heart_rate_bpm)
        assert "bpm" not in seen.text

        await seen.look_until_silent_for(8.75)
        assert words.LINKS[LinkState.LOST].head in seen.text
        assert words.STRAP_LOST.head not in seen.text

        await seen.look_until_silent_for(61.5)
        assert words.STRAP_LOST.head in seen.text
        assert {"W  wait", "G  go on without it", "Esc  end"} <= seen.keys

        assert await seen.wear_until_live() < 15.0
        assert words.LINKS[LinkState.LOST].head not in seen.text
        assert words.STRAP_LOST.head not in seen.text
        assert "Esc  stop" in seen.keys
        await seen.wear(70)
        assert "62 bpm" in seen.text

    see(scenario)


def test_nothing_old_is_ever_shown_as_current(see: See) -> None:
    """At every look of two minutes with losses: a mark of now means 3 s at most."""

    async def scenario(seen: Seen) -> None:
        await seen.wear(40)
        for silence_s in (2.0, 4.0, 7.0, 30.0):
            for _ in range(round(silence_s / LOOKS_EVERY_S)):
                await seen.look(LOOKS_EVERY_S)
                age_s = seen.clock.now_s() - seen.silent_since_s
                if words.CURRENT in seen.text:
                    assert age_s <= 3.0 + LOOKS_EVERY_S + 0.05
            await seen.wear_until_live()
            await seen.wear(5)

    see(scenario)


def test_waiting_is_asked_again_and_going_on_is_not(see: See) -> None:
    """W: asked again after a further minute. G: no more, and the session goes on."""

    async def scenario(seen: Seen) -> None:
        await seen.wear(40)
        await seen.look_until_silent_for(61.5)
        QTest.keyClick(seen.window, Qt.Key.Key_W)
        assert words.STRAP_LOST.head not in seen.text
        await seen.look(55.0)
        assert words.STRAP_LOST.head not in seen.text
        await seen.look(10.0)
        assert words.STRAP_LOST.head in seen.text
        QTest.keyClick(seen.window, Qt.Key.Key_G)
        assert words.WITHOUT_STRAP.head in seen.text
        await seen.look(200.0)
        assert words.WITHOUT_STRAP.head in seen.text
        assert "W  wait" not in seen.keys
        assert seen.snapshots[-1].ended is None
        assert await seen.wear_until_live() < 15.0
        assert words.WITHOUT_STRAP.head not in seen.text
        await seen.look_until_silent_for(61.5)
        assert words.STRAP_LOST.head in seen.text

    see(scenario)


def test_the_answers_can_be_pressed(see: See) -> None:
    """Each answer is a button as well; "end" is STOP."""

    async def scenario(seen: Seen) -> None:
        await seen.wear(40)
        await seen.look_until_silent_for(61.5)
        buttons = seen.window.pages.session.findChildren(QPushButton)
        (end,) = (b for b in buttons if b.text() == "Esc  end")
        end.click()
        assert seen.window.pages.current is seen.window.pages.grounding
        await asyncio.sleep(1.0)
        assert seen.snapshots[-1].ended is not None

    see(scenario)


def test_heart_rate_only_is_said_within_fifteen_seconds(see: See) -> None:
    """A sensor without intervals: plainly said, before any rest or trace."""

    async def scenario(seen: Seen) -> None:
        await seen.wear(15, intervals=False)
        await seen.look(0.25)
        assert words.HEART_RATE_ONLY in seen.text

    see(scenario)


def test_filler_intervals_are_called_so(see: See) -> None:
    """Intervals that are no heart's: said, and heart rate alone is read."""

    async def scenario(seen: Seen) -> None:
        seen.beats = iter([512] * 60)
        await seen.wear(40)
        assert words.FILLER in seen.text
        second = seen.snapshots[-1].second
        assert second is not None
        assert second.arousal_z is not None
        assert second.ln_rmssd is None

    see(scenario)
