"""A picture costs what changed on it: little is painted anew, and nothing is left."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from biofeed.display.backdrop import Backdrop
from biofeed.display.breath import Breath
from biofeed.display.client_window import ClientWindow
from biofeed.display.pacer import Pacer
from biofeed.display.sample_session import SampleSession
from biofeed.display.theme import DARK, LIGHT, Measure, Motion
from biofeed.session.snapshot import Snapshot

FRAME_S = 0.016


class Paints(QObject):
    """Notes what is painted, and where."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        self.seen: list[tuple[QObject, QRect]] = []

    def of(self, act: Callable[[], None]) -> dict[str, QRect]:
        """What an act makes Qt paint: class and rectangle, px of the widget's own."""
        for _ in range(4):
            self._app.processEvents()
        self.seen.clear()
        self._app.installEventFilter(self)
        act()
        self._app.processEvents()
        self._app.removeEventFilter(self)
        return {type(widget).__name__: where for widget, where in self.seen}

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and isinstance(event, QPaintEvent):
            self.seen.append((watched, event.rect()))
        return False


def _on_screen(widget: QWidget) -> QImage:
    """What is left on screen after all that was painted piece by piece."""
    for _ in range(3):
        QApplication.processEvents()
    window = widget.window()
    return window.screen().grabWindow(window.winId()).toImage()


@pytest.fixture
def paints(qapp: QApplication) -> Paints:
    return Paints(qapp)


@pytest.fixture
def ground(qtbot: QtBot) -> Iterator[Backdrop]:
    ground = Backdrop(DARK)
    qtbot.addWidget(ground)
    ground.resize(900, 620)
    ground.set_band(200.0, 240.0, 280.0)
    ground.show()
    yield ground
    ground.close()


@pytest.fixture
def pacer(ground: Backdrop, time_s: list[float]) -> Pacer:
    pacer = Pacer(Breath(), lambda: time_s[0], motion=Motion.FULL)
    pacer.stand_on(ground)
    pacer.setGeometry(500, 150, 196, 260)
    pacer.dress(DARK, Measure())
    pacer.show()
    pacer.frames.leave(pacer.advance)
    return pacer


def test_a_band_that_moves_repaints_its_own_rows(
    ground: Backdrop, paints: Paints
) -> None:
    """Where the band was and where it is now; the sky above and below is left alone."""
    painted = paints.of(lambda: ground.set_band(210.0, 250.0, 290.0))
    assert painted["Backdrop"].top() >= 195
    assert painted["Backdrop"].bottom() <= 295


def test_a_band_that_moved_leaves_nothing_behind(ground: Backdrop) -> None:
    """The picture is the one of a backdrop whose band was never anywhere else."""
    before = _on_screen(ground)
    for top in (150.0, 320.5, 200.0):
        ground.set_band(top, top + 40.0, top + 80.0)
        assert _on_screen(ground) == ground.grab().toImage()
    assert _on_screen(ground) == before
    ground.clear_band()
    assert _on_screen(ground) == ground.grab().toImage() != before


def test_a_picture_of_the_pacer_repaints_its_own_square(
    pacer: Pacer, paints: Paints, time_s: list[float]
) -> None:
    """Sixty times a second neither the backdrop nor the still space is painted."""
    for _ in range(40):
        time_s[0] += FRAME_S
        painted = paints.of(pacer.advance)
        assert {"Pacer"} == set(painted)
        assert painted["Pacer"].width() < 0.9 * pacer.width()


def test_squares_hold_the_shape_as_it_was_and_as_it_is(
    pacer: Pacer, time_s: list[float]
) -> None:
    """Painted piece by piece over a whole breath, the screen shows the whole pacer."""
    for _ in range(60):
        time_s[0] += 0.2
        pacer.advance()
        assert _on_screen(pacer) == pacer.window().grab().toImage()


@pytest.mark.parametrize("ratio", [1.0, 1.25])
def test_the_pacer_stands_on_the_backdrop_as_it_is(
    ground: Backdrop, pacer: Pacer, monkeypatch: pytest.MonkeyPatch, ratio: float
) -> None:
    """Band, theme and place may change: nothing old is seen in the pacer's corners."""
    monkeypatch.setattr(pacer, "devicePixelRatioF", lambda: ratio)
    beside_shape = QRect(500, 160, 20, 12)
    changes: list[Callable[[], None]] = [
        lambda: ground.set_band(150.0, 168.0, 186.0),
        lambda: ground.dress(LIGHT),
        lambda: pacer.move(480, 160),
        lambda: ground.resize(950, 700),
        lambda: ground.set_learned(0.5),
        ground.clear_band,
    ]
    pictures = []
    for change in changes:
        change()
        seen = ground.grab(beside_shape).toImage()
        pacer.hide()
        assert seen == ground.grab(beside_shape).toImage()
        pacer.show()
        pictures.append(seen)
    assert sum(one != other for one, other in pairwise(pictures)) >= 3


def test_an_axis_that_moves_repaints_no_words(
    window: ClientWindow,
    show: Callable[[Snapshot], None],
    sample: SampleSession,
    paints: Paints,
    time_s: list[float],
) -> None:
    """While the axis of heights moves, the band's rows and the trace are painted."""
    show(sample.at(430.0))
    scene = window.pages.session.scene
    seconds = np.arange(431.0)
    scene.trend.show_trace(seconds, seconds / 20.0, tip="", is_current=True)

    def move() -> None:
        time_s[0] += 0.3
        scene.trend.advance()

    painted = paints.of(move)
    page, trend = painted["SessionPage"], scene.trend.geometry()
    assert trend.top() <= page.top() < page.bottom() <= trend.bottom()
    assert not {"SessionStrip", "FootRow", "PhaseStrip"} & set(painted)
