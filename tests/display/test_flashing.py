"""Nothing on screen flashes, at 180 bpm and while a strap comes and goes (H8)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import cycle
from math import cos, pi

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from biofeed.core.engine import Engine
from biofeed.core.phase import Feedback, PhaseKind
from biofeed.core.settings import EngineSettings
from biofeed.core.values import PhaseChanged
from biofeed.display.bridge import Bridge
from biofeed.display.client_window import ClientWindow
from biofeed.display.console_pace import LOOK_AGAIN_MS
from biofeed.display.console_window import ConsoleWindow
from biofeed.display.theme import Look, Motion, ThemeChoice
from biofeed.session.history import History
from biofeed.session.snapshot import RecordingState, Snapshot
from calibration.reference import Reference, Scale
from devices.heart_rate import build
from devices.source import LinkChanged, Notification
from tests.display.flashing import (
    FRAMES_PER_S,
    SIZE_PX,
    STORM,
    THEMES,
    Tiles,
    flashing,
    grab,
)
from tests.display.session_double import ListeningSession

FAST_BPM = 180
BEAT_S = 60.0 / FAST_BPM
PLAYED_S = 90.0
SEEN_S = 2.0
BESIDE_IT = Reference(
    heart_rate_bpm=Scale(centre=176.0, spread=2.0),
    ln_rmssd=Scale(centre=2.0, spread=0.3),
)
"""A rest that such a heart is just above: everything that is drawn is drawn."""

STORM_S = (0.1, 0.3)
"""How long a state of the link lasts, s."""


@pytest.fixture(scope="module")
def beats() -> list[Snapshot]:
    """A snapshot a heartbeat, of a heart at 180 bpm whose beats vary a little."""
    engine = Engine(EngineSettings(reference=BESIDE_IT))
    history, chance = History(), np.random.default_rng(3)
    history.recording = RecordingState.SAVED
    seen, t_s = [], 0.0
    while t_s < PLAYED_S + SEEN_S:
        ticks = round(1024.0 * BEAT_S + chance.normal(0.0, 6.0))
        t_s += ticks / 1024.0
        payload = build(heart_rate_bpm=FAST_BPM, rr_ticks=(ticks,))
        event = Notification(t_s=t_s, payload=payload)
        history.add(event, engine.receive(event))
        if t_s > PLAYED_S:
            seen.append(history.freeze(t_s))
    return seen


@dataclass(frozen=True)
class Windows:
    """Both windows of one session, and the time on their clock."""

    client: ClientWindow
    console: ConsoleWindow
    bridges: tuple[Bridge, Bridge]
    time_s: list[float]

    def publish(self, snapshot: Snapshot) -> None:
        for bridge in self.bridges:
            bridge.publish(snapshot)

    def play(self, due: Iterator[tuple[float, Snapshot]]) -> Iterator[Tiles]:
        """Grab the client's window at 60 pictures a second while snapshots arrive."""
        for _ in self._pass(due):
            yield grab(self.client)

    def play_console(self, due: Iterator[tuple[float, Snapshot]]) -> Iterator[Tiles]:
        """Grab the console as often, which looks as often as its own clock says."""
        every = round(LOOK_AGAIN_MS / 1000.0 * FRAMES_PER_S)
        for number in self._pass(due):
            if number % every == 0:
                self.console.look_again()
            yield grab(self.console)

    def _pass(self, due: Iterator[tuple[float, Snapshot]]) -> Iterator[int]:
        due_s, snapshot = next(due)
        self._arrive(snapshot)
        began_s = self.time_s[0]
        for number in range(round(SEEN_S * FRAMES_PER_S)):
            self.time_s[0] = began_s + number / FRAMES_PER_S
            while self.time_s[0] >= began_s + due_s:
                self.publish(snapshot)
                due_s, snapshot = next(due)
            self.client.advance()
            QApplication.processEvents()
            yield number

    def _arrive(self, snapshot: Snapshot) -> None:
        """Let the scene come to stand, as it does once: that is not what is counted."""
        for _ in range(6):
            self.time_s[0] += 1.0
            self.publish(snapshot)
            self.client.advance()
            self.console.advance()
            QApplication.processEvents()


Open = Callable[..., Windows]


@pytest.fixture
def opened(time_s: list[float], qtbot: QtBot) -> Open:
    """Open both windows in a dress."""

    def open_(theme: ThemeChoice, motion: Motion = Motion.FULL) -> Windows:
        session, look = ListeningSession(), Look(theme=theme, motion=motion)
        theirs, ours = (Bridge(now_s=lambda: time_s[0]) for _ in range(2))
        client = ClientWindow(session, theirs, look)
        console = ConsoleWindow(session, ours, look, client=client)
        for window in (client, console):
            qtbot.addWidget(window)
            window.resize(*SIZE_PX)
            window.show()
        # It looks when its own clock says so; here, that is the clock moved by hand.
        for timer in console.findChildren(
            QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            timer.stop()
        return Windows(client, console, (theirs, ours), time_s)

    return open_


def at_180_bpm(
    beats: list[Snapshot], level: Feedback = Feedback.FULL
) -> Iterator[tuple[float, Snapshot]]:
    """Each beat when it is due, for ever."""
    first_s = beats[0].t_s
    for each in beats:
        phase = PhaseChanged(t_s=first_s - 30.0, kind=PhaseKind.SETTLE, feedback=level)
        yield each.t_s - first_s, replace(each, phase=phase)
    yield float("inf"), beats[-1]


def in_a_storm(
    beats: list[Snapshot], lasts_s: float
) -> Iterator[tuple[float, Snapshot]]:
    """The link's states one after the other, each for a moment, while beats arrive."""
    due_s = 0.0
    for link, reason in cycle(STORM):
        t_s = beats[0].t_s + due_s
        newest = max((b for b in beats if b.t_s <= t_s), key=lambda each: each.t_s)
        changed = LinkChanged(t_s=t_s, link=link, reason=reason)
        yield due_s, replace(newest, t_s=t_s, link=changed)
        due_s += lasts_s


def planted(light: Callable[[float], float], share: float = 1.0) -> Iterator[Tiles]:
    """Pictures of 1024 x 768 px, so much of whose height changes its light."""
    for number in range(round(2.0 * FRAMES_PER_S)):
        tiles = np.full((96, 128), 0.2, dtype=np.float32)
        tiles[: round(96 * share)] = light(number / FRAMES_PER_S)
        yield tiles


class TestTheMeasure:
    def test_blinking_is_found(self) -> None:
        """Five times a second, on and off."""
        found = flashing(planted(lambda t_s: 0.3 if t_s * 5.0 % 1.0 < 0.5 else 0.5))
        assert 5 == found.anywhere
        assert found.is_general_flash

    def test_a_wave_is_found_though_no_step_of_it_is_large(self) -> None:
        """A change counts however many pictures it takes."""
        found = flashing(planted(lambda t_s: 0.5 + 0.2 * cos(2.0 * pi * 5.0 * t_s)))
        assert 5 == found.anywhere

    @pytest.mark.parametrize("per_s", [0.13, 1.0, 3.0])
    def test_what_is_slow_enough_passes(self, per_s: float) -> None:
        """The pacer's breath, and up to three flashes a second."""
        found = flashing(planted(lambda t_s: 0.5 + 0.4 * cos(2.0 * pi * per_s * t_s)))
        assert found.anywhere <= 3
        assert not found.is_general_flash

    @pytest.mark.parametrize(("dark", "bright"), [(0.30, 0.39), (0.82, 1.0)])
    def test_what_is_faint_or_all_bright_is_none(
        self, dark: float, bright: float
    ) -> None:
        """Less than a tenth of all light, or nothing dark in it."""
        found = flashing(planted(lambda t_s: dark if t_s * 8.0 % 1.0 < 0.5 else bright))
        assert 0 == found.anywhere

    def test_a_climb_in_steps_is_none(self) -> None:
        """Changes have to oppose each other."""
        assert 0 == flashing(planted(lambda t_s: 0.1 * (t_s * 5.0 // 1.0))).anywhere

    def test_a_small_place_is_seen_and_is_no_general_flash(self) -> None:
        """A line of 24 px blinks: more than we allow, less than WCAG forbids."""
        blinking = planted(lambda t_s: float(t_s * 5.0 % 1.0 < 0.5), share=1 / 32)
        found = flashing(blinking)
        assert 5 == found.anywhere
        assert not found.is_general_flash
        assert 24 / 256 == pytest.approx(found.share_of_field, abs=0.01)


@THEMES
@pytest.mark.parametrize("level", [Feedback.FULL, Feedback.SPARSE])
def test_a_fast_heart_makes_nothing_flash(
    opened: Open, beats: list[Snapshot], theme: ThemeChoice, level: Feedback
) -> None:
    """At 180 bpm no place flashes oftener than once a second, however small."""
    assert flashing(opened(theme).play(at_180_bpm(beats, level))).anywhere <= 1


@THEMES
@pytest.mark.parametrize("motion", list(Motion))
def test_the_pacer_beside_a_fast_heart_makes_nothing_flash(
    opened: Open, beats: list[Snapshot], theme: ThemeChoice, motion: Motion
) -> None:
    """The breath is far slower than what flashes, where it moves and where it fades."""
    windows = opened(theme, motion)
    played = windows.play(at_180_bpm(beats))
    next(played)
    QTest.keyClick(windows.client, Qt.Key.Key_P)
    seen = [*played]
    assert windows.client.pages.session.pacer.isVisible()
    assert flashing(seen).anywhere <= 1


@THEMES
def test_a_fast_heart_makes_nothing_flash_in_the_console(
    opened: Open, beats: list[Snapshot], theme: ThemeChoice
) -> None:
    """Its charts move on each second, and nothing of them oftener than that."""
    assert flashing(opened(theme).play_console(at_180_bpm(beats))).anywhere <= 1


@THEMES
@pytest.mark.parametrize("lasts_s", STORM_S)
def test_a_strap_that_comes_and_goes_makes_nothing_flash(
    opened: Open, beats: list[Snapshot], theme: ThemeChoice, lasts_s: float
) -> None:
    """The link's states in a storm: no place flashes oftener than once a second."""
    assert flashing(opened(theme).play(in_a_storm(beats, lasts_s))).anywhere <= 1


@THEMES
def test_a_storm_makes_nothing_flash_in_the_console(
    opened: Open, beats: list[Snapshot], theme: ThemeChoice
) -> None:
    """It looks twice a second, and so nothing there changes oftener."""
    storm = in_a_storm(beats, STORM_S[0])
    assert flashing(opened(theme).play_console(storm)).anywhere <= 1
