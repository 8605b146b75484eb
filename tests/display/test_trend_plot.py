"""The trace on screen: gaps stay gaps, the tip stays put."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from biofeed.display.frame_clock import FrameClock
from biofeed.display.theme import DARK, Measure, Motion
from biofeed.display.trend_plot import SHOWN_S, TrendPlot

WIDTH_PX, HEIGHT_PX = 900, 400


@pytest.fixture
def plot(qtbot: QtBot) -> TrendPlot:
    plot = TrendPlot(DARK, lambda: 0.0, frames=FrameClock(Motion.FULL))
    qtbot.addWidget(plot)
    plot.resize(WIDTH_PX, HEIGHT_PX)
    plot.dress(DARK, Measure())
    plot.show()
    return plot


def _picture(plot: TrendPlot, z: np.ndarray) -> QImage:
    t_s = np.arange(z.size, dtype=float)
    plot.show_trace(t_s, z, tip="", is_current=True)
    return plot.grab().toImage()


def _is_drawn(picture: QImage, plot: TrendPlot, t_s: float, z: float) -> bool:
    """True where some pixel near a point differs from the empty ground."""
    at = plot.place(t_s, z).toPoint()
    ground = picture.pixelColor(2, 2)
    return any(
        _apart(picture.pixelColor(at.x() + dx, at.y() + dy), ground) > 60
        for dx in range(-2, 3)
        for dy in range(-2, 3)
    )


def _apart(first: QColor, second: QColor) -> int:
    return (
        abs(first.red() - second.red())
        + abs(first.green() - second.green())
        + abs(first.blue() - second.blue())
    )


def test_known_seconds_are_drawn(plot: TrendPlot) -> None:
    """The line is where its seconds are."""
    picture = _picture(plot, np.full(300, 3.0))
    assert _is_drawn(picture, plot, 150.0, 3.0)


def test_a_gap_is_never_bridged(plot: TrendPlot) -> None:
    """Between two known stretches nothing is drawn, neither line nor fill."""
    z = np.full(300, 3.0)
    z[120:180] = np.nan
    picture = _picture(plot, z)
    assert _is_drawn(picture, plot, 100.0, 3.0)
    assert _is_drawn(picture, plot, 200.0, 3.0)
    for height_z in (1.2, 2.0, 3.0):
        assert not _is_drawn(picture, plot, 150.0, height_z)


def test_no_dot_where_nothing_is_known_now(plot: TrendPlot) -> None:
    """When the newest second is unknown there is no tip to point at."""
    z = np.full(300, 3.0)
    z[280:] = np.nan
    picture = _picture(plot, z)
    assert not _is_drawn(picture, plot, 299.0, 3.0)


def test_the_tip_stays_where_it_is(plot: TrendPlot) -> None:
    """Time moves under the tip, the tip does not move."""
    places = []
    for length in (60, 200, 800):
        _picture(plot, np.zeros(length))
        places.append(plot.place(length - 1.0, 0.0).x())
    assert places == pytest.approx([places[0]] * 3)


def test_only_the_last_minutes_are_in_view(plot: TrendPlot) -> None:
    """The left edge is six minutes before the tip."""
    _picture(plot, np.zeros(2000))
    assert plot.place(1999.0 - SHOWN_S, 0.0).x() == pytest.approx(0.0)


def test_greyed_trace_has_no_colour(plot: TrendPlot) -> None:
    """What is not current is grey: its channels are nearly the same."""
    t_s, z = np.arange(300.0), np.full(300, 3.0)
    plot.show_trace(t_s, z, tip="", is_current=False)
    picture = plot.grab().toImage()
    at = plot.place(150.0, 3.0).toPoint()
    colour = picture.pixelColor(at)
    channels = (colour.red(), colour.green(), colour.blue())
    assert max(channels) - min(channels) < 40


def test_cleared_plot_keeps_nothing(plot: TrendPlot) -> None:
    """After a quiet phase has begun no trace of the trace is left."""
    _picture(plot, np.empty(0))
    empty = plot.grab().toImage()
    _picture(plot, np.full(300, 6.0))
    plot.clear()
    assert plot.grab().toImage() == empty
    assert plot.tip_words == ""
