"""One beat moves all that has something to move, and stops when nothing has."""

from pytestqt.qtbot import QtBot

from biofeed.display.frame_clock import FrameClock
from biofeed.display.theme import Motion


def test_it_beats_while_somebody_moves(qtbot: QtBot) -> None:
    """From the first that joins to the last that leaves."""
    clock = FrameClock(Motion.FULL)
    moved: list[str] = []

    def first() -> None:
        moved.append("first")

    def second() -> None:
        moved.append("second")

    assert not clock.is_running
    clock.join(first)
    clock.join(second)
    clock.join(first)
    qtbot.waitUntil(lambda: len(moved) >= 4)
    assert moved[:4] == ["first", "second", "first", "second"]
    clock.leave(first)
    assert clock.is_running
    assert not clock.moves(first)
    assert clock.moves(second)
    clock.leave(second)
    clock.leave(second)
    assert not clock.is_running


def test_one_may_leave_while_it_is_moved(qtbot: QtBot) -> None:
    """Whoever has arrived leaves in the middle of a beat; the others are told of it."""
    clock = FrameClock(Motion.FULL)
    moved: list[str] = []

    def arrives() -> None:
        moved.append("arrives")
        clock.leave(arrives)

    def goes_on() -> None:
        moved.append("goes on")

    clock.join(arrives)
    clock.join(goes_on)
    qtbot.waitUntil(lambda: moved.count("goes on") == 3)
    assert moved.count("arrives") == 1
    clock.leave(goes_on)
    assert not clock.is_running
