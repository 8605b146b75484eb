"""The pacer's widget costs nothing while hidden, and begins with an in-breath."""

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from biofeed.display import words
from biofeed.display.backdrop import Backdrop
from biofeed.display.breath import Breath
from biofeed.display.pacer import Pacer
from biofeed.display.theme import DARK, Measure, Motion


class PaintedRects(QObject):
    """Sees which parts of a widget are painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.rects: list[QRect] = []
        watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rects.append(event.rect())
        return False


@pytest.fixture
def pacer(qtbot: QtBot, time_s: list[float]) -> Pacer:
    pacer = Pacer(Breath(), lambda: time_s[0], motion=Motion.FULL)
    qtbot.addWidget(pacer)
    pacer.resize(196, 260)
    pacer.dress(DARK, Measure())
    return pacer


def test_it_begins_with_an_in_breath(pacer: Pacer, time_s: list[float]) -> None:
    """Each time it comes on screen it begins empty, breathing in."""
    time_s[0] += 7.0
    pacer.show()
    assert pacer.moment.is_in
    assert pacer.moment.fullness == pytest.approx(0.0, abs=0.01)


def test_it_says_in_and_out(pacer: Pacer, time_s: list[float]) -> None:
    """The word is there for a screen reader as well."""
    pacer.show()
    said = []
    for _ in range(100):
        time_s[0] += 0.1
        pacer.advance()
        said.append(pacer.accessibleDescription())
    assert said.count(words.BREATHE_IN) == pytest.approx(40, abs=1)
    assert said.count(words.BREATHE_OUT) == pytest.approx(60, abs=1)


def test_pictures_change_with_the_breath(pacer: Pacer, time_s: list[float]) -> None:
    """Full and empty look different."""
    pacer.show()
    empty = pacer.grab().toImage()
    for _ in range(20):
        time_s[0] += 0.2
        pacer.advance()
    assert pacer.grab().toImage() != empty


def test_moved_it_takes_the_ground_of_its_new_place(
    qtbot: QtBot, time_s: list[float]
) -> None:
    """Where it went nothing of where it was stays behind it, as a torn band."""
    page = Backdrop(DARK)
    qtbot.addWidget(page)
    page.resize(600, 600)
    page.set_band(300.0, 340.0, 380.0)
    pacer = Pacer(Breath(), lambda: time_s[0], motion=Motion.FULL, parent=page)
    pacer.dress(DARK, Measure())
    pacer.setGeometry(200, 100, 196, 260)
    page.show()
    pacer.show()
    QApplication.processEvents()
    painted = PaintedRects(pacer)
    pacer.move(200, 240)
    QApplication.processEvents()
    assert pacer.rect() in painted.rects


def test_it_has_no_clock_while_hidden(pacer: Pacer, time_s: list[float]) -> None:
    """Hidden, no timer wakes the program."""
    pacer.show()
    pacer.hide()
    assert not pacer.frames.is_running


def test_the_bar_of_a_still_pacer_is_within_its_place(
    qtbot: QtBot, time_s: list[float]
) -> None:
    """Round at both ends: at the edges of its place nothing of it is cut off."""
    pacer = Pacer(Breath(), lambda: time_s[0], motion=Motion.REDUCED)
    qtbot.addWidget(pacer)
    pacer.resize(196, 260)
    pacer.dress(DARK, Measure())
    pacer.setStyleSheet("background: black")
    pacer.show()
    picture = pacer.grab().toImage()
    middle = round(pacer._centre.y())
    row = [picture.pixelColor(x, middle).lightness() for x in range(picture.width())]
    assert row[0] == row[-1] == 0
    assert max(row) > 0
