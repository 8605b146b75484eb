"""The pacer's widget costs nothing while hidden, and begins with an in-breath."""

import pytest
from pytestqt.qtbot import QtBot

from biofeed.display import words
from biofeed.display.breath import Breath
from biofeed.display.pacer import Pacer
from biofeed.display.theme import DARK, Measure, Motion


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


def test_it_has_no_clock_while_hidden(pacer: Pacer, time_s: list[float]) -> None:
    """Hidden, no timer wakes the program."""
    pacer.show()
    pacer.hide()
    assert not pacer._frames.isActive()
