"""The arc draws itself once, and keeps its names off the line."""

import pytest
from pytestqt.qtbot import QtBot

from biofeed.display.arc import summary
from biofeed.display.arc_picture import REVEAL_S, ArcPicture
from biofeed.display.sample_session import SampleSession
from biofeed.display.theme import DARK, Measure, Motion


def _picture(qtbot: QtBot, time_s: list[float], motion: Motion) -> ArcPicture:
    picture = ArcPicture(lambda: time_s[0], motion=motion)
    qtbot.addWidget(picture)
    picture.resize(1200, 500)
    picture.dress(DARK, Measure())
    picture.show()
    return picture


def test_the_line_draws_itself_as_it_happened(
    qtbot: QtBot, time_s: list[float], sample: SampleSession
) -> None:
    """From nothing to the whole in a few seconds, and then it stands still."""
    told = summary(sample.ended())
    assert told.arc is not None
    picture = _picture(qtbot, time_s, Motion.FULL)
    picture.show_arc(told.arc, told.ghosts)
    first = picture.grab().toImage()
    time_s[0] += REVEAL_S / 3
    picture.advance()
    middle = picture.grab().toImage()
    time_s[0] += REVEAL_S
    picture.advance()
    last = picture.grab().toImage()
    time_s[0] += REVEAL_S
    picture.advance()
    assert first != middle
    assert middle != last
    assert picture.grab().toImage() == last


def test_with_reduced_motion_it_is_there_at_once(
    qtbot: QtBot, time_s: list[float], sample: SampleSession
) -> None:
    """Nothing moves where nothing shall."""
    told = summary(sample.ended())
    assert told.arc is not None
    picture = _picture(qtbot, time_s, Motion.REDUCED)
    picture.show_arc(told.arc, told.ghosts)
    first = picture.grab().toImage()
    time_s[0] += REVEAL_S
    picture.advance()
    assert picture.grab().toImage() == first


def test_the_same_arc_does_not_begin_again(
    qtbot: QtBot, time_s: list[float], sample: SampleSession
) -> None:
    """A newer snapshot of the same activation goes on where the picture is."""
    told = summary(sample.ended())
    assert told.arc is not None
    picture = _picture(qtbot, time_s, Motion.FULL)
    picture.show_arc(told.arc, told.ghosts)
    time_s[0] += 2 * REVEAL_S
    picture.advance()
    whole = picture.grab().toImage()
    picture.show_arc(told.arc, told.ghosts)
    assert picture.grab().toImage() == whole


@pytest.mark.parametrize("name", ["rose", "turned", "halfway back", "back at rest"])
def test_a_screen_reader_hears_every_moment(
    qtbot: QtBot, time_s: list[float], sample: SampleSession, name: str
) -> None:
    """What is drawn is said as well."""
    told = summary(sample.ended())
    assert told.arc is not None
    picture = _picture(qtbot, time_s, Motion.REDUCED)
    picture.show_arc(told.arc, told.ghosts)
    assert f"{name}: " in picture.accessibleDescription()
